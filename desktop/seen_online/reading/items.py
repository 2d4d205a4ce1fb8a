"""Things that a page describes for machines (a person, a place, a firm), whatever the notation, as plain lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

import msgspec

MAX_DEPTH = 8  # items inside items
_ADDRESS = (
    "streetAddress", "extendedAddress", "postOfficeBoxNumber", "addressLocality", "addressRegion", "postalCode",
    "addressCountry",
)  # fmt: skip
_NAME = ("honorificPrefix", "givenName", "additionalName", "familyName", "honorificSuffix")
_PLACE = ("latitude", "longitude")
# Of no use to a person, and long.
_SKIPPED = frozenset((
    "@context", "@id", "@type", "image", "logo", "thumbnailUrl", "thumbnail", "photo", "potentialAction",
    "contentUrl", "embedUrl", "encoding", "primaryImageOfPage", "inLanguage", "width", "height", "position",
    "itemListElement", "breadcrumb",
))  # fmt: skip
_TAG = re.compile(r"<[^<>]{0,300}>")


class Item(msgspec.Struct):
    """One thing: its type ("Person") and what is said of it, in schema.org's words, in order."""

    kind: str = ""
    facts: list[tuple[str, str | Item]] = []

    def add(self, key: str, value: str | Item) -> None:
        """Say one more thing of it."""
        if key in _SKIPPED:
            return
        if isinstance(value, str):
            value = _flat(value)
            if not value:
                return
        self.facts.append((key, value))


def item_lines(items: Iterable[Item]) -> Iterator[str]:
    """Write items as "key: value" lines, a blank line between items."""
    for item in items:
        lines = list(_lines(item, "", 0))
        if lines:
            if item.kind:
                yield item.kind
            yield from lines
            yield ""


def _lines(item: Item, path: str, depth: int) -> Iterator[str]:
    before = f"{path} " if path else ""
    texts = {key: value for key, value in reversed(item.facts) if isinstance(value, str)}
    done: set[str] = set()
    if "name" not in texts and (name := " ".join(texts[key] for key in _NAME if key in texts)):
        yield f"{before}name: {name}"
    address = ", ".join(texts[key] for key in _ADDRESS if key in texts)
    place = ", ".join(texts[key] for key in _PLACE if key in texts)
    for key, value in item.facts:
        if key in done:
            continue
        if key in _ADDRESS and isinstance(value, str):
            yield f"{path or 'address'}: {address}"
            done.update(_ADDRESS)
        elif key in _PLACE and isinstance(value, str):
            yield f"{path or 'geo'}: {place}"
            done.update(_PLACE)
        elif isinstance(value, str):
            yield f"{before}{key}: {value}"
        elif depth < MAX_DEPTH:
            yield from _lines(value, key, depth + 1)


def _flat(value: str) -> str:
    """Put a value on one line, without the markup that some writers leave in it."""
    if "&" in value:
        value = unescape(value)
    if "<" in value:
        value = _TAG.sub(" ", value)
    return " ".join(value.split()).removeprefix("mailto:").removeprefix("tel:")


def short_name(name: str) -> str:
    """Return the last word of a property's or a type's name: "https://schema.org/Person" is "Person"."""
    return re.split(r"[/#:]", name.strip().rstrip("/#:"))[-1]
