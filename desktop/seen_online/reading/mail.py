"""Saved e-mails and web pages saved as one file (MHTML): both are MIME."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message

from seen_online.reading.charset import to_text
from seen_online.reading.html.reader import read_html
from seen_online.reading.sheet import Sheet
from seen_online.reading.why import Why

MAX_PARTS = 500
# Pictures and other files in a mail are letters and signs by the megabyte, and each line costs the parser its double.
_PACKED = re.compile(rb"^(?:[A-Za-z0-9+/]{40,998}+\r?\n)++", re.MULTILINE)
MAX_PACKED = 3_000_000  # bytes of such lines in a row; more are left out
_LEFT_OUT = b"*left out*"  # no such sign is in what it stands for
_HEADERS = ("From", "To", "Cc", "Bcc", "Reply-To", "Subject", "Date", "Organization", "X-Originating-IP")


def read_mail(data: bytes, sheet: Sheet) -> None:
    """Write a MIME message's headers and texts on `sheet`; files that are attached are told, not read."""
    message = message_from_bytes(_PACKED.sub(_shortened, data))
    page = message.get_content_type() == "multipart/related" or "Snapshot-Content-Location" in message
    if not page:
        sheet.add_lines("meta", [f"{name}: {_header(v)}" for name in _HEADERS for v in message.get_all(name, [])])
    plain_too = any(part.get_content_type() == "text/html" for part in message.walk())
    for number, part in enumerate(message.walk()):
        if number >= MAX_PARTS or sheet.full:
            sheet.fell_short(Why.LONG)
            return
        kind = part.get_content_type()
        if part.is_multipart():
            continue
        if kind.startswith("text/") and _LEFT_OUT.decode() in str(part.get_payload()):
            sheet.fell_short(Why.LONG)
        elif part.get_content_disposition() == "attachment" or not kind.startswith("text/"):
            if not page:
                sheet.fell_short(Why.HOLDS_FILES)
        elif kind == "text/html":
            read_html(_text(part), sheet)
        elif kind == "text/plain" and not (plain_too and page):
            sheet.add("text", _text(part))


def _shortened(lines: re.Match[bytes]) -> bytes:
    return lines[0] if lines.end() - lines.start() <= MAX_PACKED else _LEFT_OUT + b"\n"


def _text(part: Message) -> str:
    data = part.get_payload(decode=True)
    charset = part.get_content_charset("")
    return to_text(data if isinstance(data, bytes) else b"", f"text/html; charset={charset}" if charset else "")


def _header(value: object) -> str:
    try:
        return str(make_header(decode_header(str(value))))
    except (LookupError, ValueError, MessageError):
        return str(value)
