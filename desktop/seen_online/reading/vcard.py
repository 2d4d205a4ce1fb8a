"""vCards (versions 2.1, 3 and 4) as plain lines, in the same words as a web page's described people."""

from __future__ import annotations

import io
import quopri
import re
from collections.abc import Iterator

from seen_online.reading.items import Item, item_lines
from seen_online.reading.sheet import Sheet
from seen_online.reading.why import Why

MAX_CARDS = 50_000
NO_YEAR = "1604"  # how Apple writes a birthday whose year it was not told
_KEYS = {
    "FN": "name", "NICKNAME": "alternateName", "EMAIL": "email", "TEL": "telephone", "BDAY": "birthDate",
    "ORG": "worksFor", "TITLE": "jobTitle", "ROLE": "jobTitle", "URL": "url", "NOTE": "description", "LABEL": "address",
    "GENDER": "gender", "IMPP": "url", "RELATED": "related", "ANNIVERSARY": "anniversary", "CATEGORIES": "keywords",
    "X-SOCIALPROFILE": "sameAs", "SOCIALPROFILE": "sameAs", "X-ABDATE": "date", "X-ABRELATEDNAMES": "related",
    "X-SKYPE": "url", "X-TWITTER": "url", "X-AIM": "url", "X-ICQ": "url", "X-MSN": "url", "X-YAHOO": "url",
    "CALADRURI": "url", "BIRTHPLACE": "birthPlace", "HOBBY": "hobby", "INTEREST": "interest",
}  # fmt: skip
_ADDRESS = (
    "postOfficeBoxNumber", "extendedAddress", "streetAddress", "addressLocality", "addressRegion", "postalCode",
    "addressCountry",
)  # fmt: skip
_NAME = ("familyName", "givenName", "additionalName", "honorificPrefix", "honorificSuffix")
_LINE = re.compile(
    r"(?:[\w-]{1,40}\.)?([A-Za-z][\w-]{0,40})((?:;[^:;\"]{0,200}(?:\"[^\"]{0,200}\")?){0,20}):(.*)", re.DOTALL
)
_CHARSET = re.compile(r"CHARSET=\"?([\w-]{1,30})", re.IGNORECASE)
_DATE = re.compile(r"(\d{4}|--)-?(\d\d)-?(\d\d)(?:T.*+)?")
_ESCAPE = re.compile(r"\\([nN,;:\\])")


def read_vcard(text: str, sheet: Sheet) -> None:
    """Write the cards in `text` on `sheet`."""
    cards: list[Item] = []
    card: Item | None = None
    for line in _unfolded(text):
        match = _LINE.fullmatch(line)
        if not match:
            continue
        key = match[1].upper()
        if key == "BEGIN":
            card = Item("Person")
            if len(cards) < MAX_CARDS:
                cards.append(card)
            else:
                sheet.fell_short(Why.LONG)
                break
        elif card is not None:
            _add(card, key, match[2], match[3])
    sheet.add_lines("text", item_lines(cards))


def _unfolded(text: str) -> Iterator[str]:
    """Yield whole lines: one that starts with a space, or follows "=" in quoted-printable, goes on the one before."""
    pieces: list[str] = []
    quoted = False
    for line in io.StringIO(text, newline=None):
        line = line.removesuffix("\n")
        if pieces and (line[:1] in (" ", "\t") or (quoted and pieces[-1].endswith("="))):
            pieces.append(line if quoted else line[1:])
            continue
        if pieces:
            yield _whole(pieces, quoted)
        pieces = [line]
        quoted = "QUOTED-PRINTABLE" in line[:300].upper()
    if pieces:
        yield _whole(pieces, quoted)


def _whole(pieces: list[str], quoted: bool) -> str:
    return "".join(p[:-1] if quoted and p.endswith("=") else p for p in pieces[:-1]) + pieces[-1]


def _add(card: Item, key: str, parameters: str, value: str) -> None:
    if "QUOTED-PRINTABLE" in parameters.upper():
        charset = _CHARSET.search(parameters)
        raw = quopri.decodestring(value.encode("utf-8", "replace"))
        try:
            value = raw.decode(charset[1] if charset else "utf-8", "replace")
        except (LookupError, UnicodeError):
            value = raw.decode("utf-8", "replace")
    if key == "ADR":
        address = Item("PostalAddress")
        for name, part in zip(_ADDRESS, _parts(value), strict=False):
            address.add(name, part)
        if address.facts:
            card.add("address", address)
    elif key == "N":
        for name, part in zip(_NAME, _parts(value), strict=False):
            card.add(name, part)
    elif key == "GEO":
        card.add("geo", _plain(value).removeprefix("geo:").replace(";", ", "))
    elif key in _KEYS:
        value = ", ".join(part for part in _parts(value) if part) if key == "ORG" else _plain(value)
        if key == "BDAY" and (date := _DATE.fullmatch(value.strip())):
            year = "-" if date[1] in ("--", NO_YEAR) else date[1]
            value = f"{year}-{date[2]}-{date[3]}"
        card.add(_KEYS[key], value.removeprefix("tel:").removeprefix("mailto:"))


def _parts(value: str) -> list[str]:
    return [_plain(part) for part in re.split(r"(?<!\\);", value)]


def _plain(value: str) -> str:
    return _ESCAPE.sub(lambda m: " " if m[1] in "nN" else m[1], value)
