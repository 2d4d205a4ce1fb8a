"""JSON as plain lines, with what networks do to it in the archives that they give their users.

Facebook and Instagram write each byte of UTF-8 as a character of its own; X puts "window.YTD... =" before it; all
write times as numbers, which would look like phone numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec

from seen_online.reading.sheet import Sheet
from seen_online.reading.why import Why

MAX_LINES = 400_000
MAX_WHOLE = 10_000_000  # characters; each can take ten bytes of memory and more
MAX_BITS = 200  # of a whole number; no phone number or time has 60 digits
_ASSIGNED = re.compile(r"\s*+(?:(?:var|let|const)\s{1,9})?[A-Za-z_$][\w.$\[\]\"']{0,120}\s{0,9}=\s*+(?=[\[{])")
_TOKEN = re.compile(r'("(?:[^"\\]|\\.)*+")(\s*+:)?|(-?\d[\d.eE+-]*+)|[{]', re.DOTALL)
_BYTES = re.compile("[\u00c2-\u00f4][\u0080-\u00bf]")
_TIME = re.compile(
    r"(?:^|_)(?:time|timestamp|timestamp_ms|date_ms|created_at|updated_at)$|(?:Timestamp|Time|At)$", re.IGNORECASE
)
# What comes before its key, the key, the value, and whether it stands in a list.
_Value = tuple[str, str, Any, bool]
_WORDS = re.compile(r"[_\s]+")
# Facebook's own words around a value: {"href": "", "value": "Jane", "timestamp": 0}
_WRAPPERS = frozenset(["string_map_data", "string_list_data", "media_map_data", "label_values", "vec", "dict"])
_AROUND_VALUE = frozenset(["href", "value", "timestamp"])


def read_json(text: str, sheet: Sheet) -> bool:
    """Write JSON, or a script that is one assignment of JSON, on `sheet`. Return whether it is any."""
    long = len(text) > MAX_WHOLE
    try:
        data = None if long else _parse(text)
    except MemoryError:
        data, long = None, True
    if long:
        text = text[:MAX_WHOLE]
        sheet.fell_short(Why.LONG)
    elif data is None:
        return False
    lines: list[str] = []
    for line in _lines(data) if data is not None else _flat(text):
        if len(lines) >= MAX_LINES:
            sheet.fell_short(Why.LONG)
            break
        lines.append(line)
    sheet.add_lines("text", lines)
    return True


def _parse(text: str) -> list[Any] | None:
    """Return the documents in `text`: one, or one a line."""
    match = _ASSIGNED.match(text)
    body = text[match.end() :].rstrip().rstrip(";") if match else text
    try:
        return [msgspec.json.decode(body)]
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        pass
    try:
        return [msgspec.json.decode(line) for line in body.split("\n") if line.strip()]
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        return None


def _flat(text: str) -> Iterator[str]:
    """Write "key: value" for what is too long to be taken whole: in order, without what stands around it."""
    key = ""
    for token in _TOKEN.finditer(text):
        if not token[1] and not token[3]:
            yield ""
            continue
        try:
            value = msgspec.json.decode(token[1] or token[3])
        except (msgspec.DecodeError, UnicodeEncodeError):
            continue
        if token[2]:
            key = value
        elif (shown := _shown(key, value)) is not None:
            words = _words(key)
            yield f"{words}: {shown}" if words else shown


def _lines(documents: list[Any]) -> Iterator[str]:
    """Write "key: value" for every value, a blank line between objects. Takes no recursion, however deep they nest."""
    waiting: list[Iterator[_Value]] = [_each("", "", documents)]
    while waiting:
        found = next(waiting[-1], None)
        if found is None:
            waiting.pop()
            continue
        before, key, value, listed = found
        if isinstance(value, dict):
            if listed:
                yield ""
            inner: list[_Value] = []
            yield from _object(before, key, value, inner)
            waiting.append(iter(inner))
        elif isinstance(value, list):
            waiting.append(_each(before, key, value))
        elif (shown := _shown(key, value)) is not None:
            label = " ".join(part for part in (before, _words(key)) if part)
            yield f"{label}: {shown}" if label else shown


def _each(before: str, key: str, values: list[Any]) -> Iterator[_Value]:
    return ((before, key, value, True) for value in values)


def _object(before: str, key: str, value: dict[str, Any], inner: list[_Value]) -> Iterator[str]:
    """Write what an object says as a whole (a date, a place); put the rest of its values into `inner`."""
    if value and value.keys() <= _AROUND_VALUE and "value" in value:
        inner += [(before, key, value[name], False) for name in ("value", "href") if value.get(name)]
        return
    if isinstance(value.get("label"), str) and "value" in value:
        inner.append(("", _text(value["label"]), value["value"], False))
        value = {k: v for k, v in value.items() if k not in ("label", "value")}
    label = " ".join(part for part in (before, _words(key)) if part)
    if date := _date(value):
        yield f"{label or 'date'}: {date}"
        value = {k: v for k, v in value.items() if k not in ("year", "month", "day")}
    if place := _place(key, value):
        yield f"{label or 'geo'}: {place}"
        value = {k: v for k, v in value.items() if k not in ("latitude", "longitude", "coordinates")}
    here = "" if key in _WRAPPERS else _words(key)
    inner += [(here, _text(k), v, False) for k, v in value.items()]


def _shown(key: str, value: Any) -> str | None:
    if value is None or value is True or value is False or value == "":
        return None
    if isinstance(value, int) and value.bit_length() > MAX_BITS:
        return None  # Python itself refuses to write the longest
    if isinstance(value, int) and _TIME.search(key) and (when := _when(value)):
        return when
    return " ".join(_text(value).split("\n")) if isinstance(value, str) else str(value)


def _text(text: str) -> str:
    """Undo the reading of UTF-8 as Latin-1, where it was done."""
    if _BYTES.search(text):
        try:
            return text.encode("latin-1").decode("utf-8")
        except UnicodeError:
            return text
    return text


def _words(key: str) -> str:
    key = _text(key)
    return "" if key.isdigit() else _WORDS.sub(" ", key).strip()[:80]


def _when(number: int) -> str:
    seconds = number / 1000 if number > 100_000_000_000 else number
    if not 100_000_000 < seconds < 4_000_000_000:
        return ""
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d %H:%M}"


def _date(value: dict[str, Any]) -> str:
    year, month, day = (value.get(name) for name in ("year", "month", "day"))
    if not (isinstance(month, int) and isinstance(day, int) and 1 <= month <= 12 and 1 <= day <= 31):
        return ""
    return (
        f"{year:04d}-{month:02d}-{day:02d}"
        if isinstance(year, int) and 0 < year < 10_000
        else f"--{month:02d}-{day:02d}"
    )


def _place(key: str, value: dict[str, Any]) -> str:
    """Return a place; "coordinates" are turned round, as GeoJSON has them, but not in X's "geo"."""
    latitude: Any = value.get("latitude")
    longitude: Any = value.get("longitude")
    pair = value.get("coordinates")
    if value.get("type") == "Point" and isinstance(pair, list) and len(pair) == 2:
        latitude, longitude = pair if key == "geo" else reversed(pair)
    try:
        numbers = [float(one) for one in (latitude, longitude) if not isinstance(one, bool)]
    except (TypeError, ValueError):
        return ""
    if len(numbers) < 2 or not (abs(numbers[0]) <= 90 and abs(numbers[1]) <= 180):
        return ""
    return f"{numbers[0]:.6f}, {numbers[1]:.6f}"
