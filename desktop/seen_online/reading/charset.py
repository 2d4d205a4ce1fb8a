"""Bytes to letters, whatever the page says about them: marks first, then what fits, then what is declared."""

from __future__ import annotations

import codecs
import re

from w3lib.encoding import (
    html_body_declared_encoding,
    http_content_type_encoding,
    read_bom,
    resolve_encoding,
)

LOOKED_AT = 65_536  # bytes from the first letter beyond ASCII
SAMPLE = 4_096  # bytes that a guess looks at; it takes 20 ms a kilobyte
_HIGH = re.compile(rb"[\x80-\xff]+")
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_BROKEN = re.compile("[\udc80-\udcff]")
_LONG_ASCII = re.compile(rb"([\x00-\x7f])[\x00-\x7f]{100,}")  # the first may be the second half of a letter
# Those that pages are written in; more candidates make a guess worse, and slower. The first take two bytes a letter:
# other scripts hardly ever happen to be valid in them.
_DOUBLE = ["gb18030", "euc_jp", "cp932", "cp949", "big5hkscs"]
_SINGLE = ["cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp874"]
# Letters of these stand between ASCII letters; in other scripts runs of them make up the words.
_WESTERN_SHARE = 0.5
_NO_CHARSETS = frozenset(["idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "mbcs", "oem"])
_FEW = 20  # letters; a guess from so few is worth little


def to_text(data: bytes, media_type: str = "", *, markup: bool = True) -> str:
    """Return `data` as text. Never fails: what fits no charset becomes U+FFFD.

    Args:
        data: the bytes, with or without a byte order mark.
        media_type: the Content-Type as it was sent, with its charset if any.
        markup: whether a <meta> or an XML declaration inside may name the charset.
    """
    bom, mark = read_bom(data)
    if bom and mark:
        return _decode(data[len(mark) :], bom)
    if wide := _wide(data):
        return _decode(data, wide)
    declared = _text_codec(http_content_type_encoding(media_type))
    if not declared and markup:
        declared = _text_codec(html_body_declared_encoding(data[:4096]))
        if declared and declared.startswith(("utf-16", "utf-32")):
            declared = "utf-8"  # the declaration itself was just read as ASCII
    if data.isascii():
        # Two Japanese and Chinese charsets are written in ASCII alone.
        return _decode(data, declared if declared and declared.startswith(("iso2022", "hz")) else "ascii")
    try:
        # Valid UTF-8 beyond ASCII is never an accident, whatever else is declared.
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared in (None, "utf-8"):
        return _mostly_utf8(data) or _decode(data, _guess(data))
    return _decode(data, declared)


def _text_codec(name: str | None) -> str | None:
    """Return `name` where it is a charset: Python also has codecs that unpack or change things."""
    if not name:
        return None
    info = codecs.lookup(name)
    return None if info.name in _NO_CHARSETS or not getattr(info, "_is_text_encoding", True) else info.name


def _decode(data: bytes, charset: str) -> str:
    return data.decode(resolve_encoding(charset) or "utf-8", "replace")


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 that carries no mark by its NULs: every other byte of Latin text."""
    head = data[:400]
    if len(head) < 4 or head.count(0) * 3 < len(head) or head.count(0) * 3 > len(head) * 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 4 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 4 * odd else None


def _mostly_utf8(data: bytes) -> str | None:
    """Read UTF-8 with a few bytes of Windows-1252 in it, as pages stuck together from two sources have."""
    broken = data.decode("utf-8", "surrogateescape")
    bad = len(_BROKEN.findall(broken))
    if len(_MULTIBYTE.findall(data)) < 3 * bad:
        return None
    return _BROKEN.sub(lambda half: bytes([ord(half[0]) - 0xDC00]).decode("cp1252", "replace"), broken)


def _guess(data: bytes) -> str:
    """Guess the charset of bytes that are not UTF-8 and declare nothing true."""
    first = _HIGH.search(data)
    start = first.start() if first else 0  # what stands before is ASCII, so no letter is cut in two
    sample = re.sub(rb"<[^<>]*+>", b" ", data[start : start + LOOKED_AT])
    sample = _LONG_ASCII.sub(rb"\1 ", sample)[:SAMPLE]
    high = sum(map(len, _HIGH.findall(sample)))
    letters = high + sum(map(len, re.findall(rb"[A-Za-z]+", sample)))
    if high < (_WESTERN_SHARE if letters > _FEW else 1.5 * _WESTERN_SHARE) * letters:
        return "cp1252"
    import charset_normalizer

    valid = [charset for charset in _DOUBLE if _is_valid(sample, charset)]
    best = charset_normalizer.from_bytes(sample, cp_isolation=valid or _SINGLE).best()
    return best.encoding if best else "cp1252"


def _is_valid(data: bytes, charset: str) -> bool:
    try:
        codecs.getincrementaldecoder(charset)().decode(data)  # not final: the sample may end inside a letter
    except UnicodeError:
        return False
    return True
