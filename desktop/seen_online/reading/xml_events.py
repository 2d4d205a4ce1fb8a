"""XML's events, from outside documents: nothing is resolved, fetched, expanded or built.

libxml2 expands a document's own entities for an event parser even where it is told not to, so the place where they
are declared is cut out before it looks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from seen_online.reading.charset import to_text

BITE = 65_536  # bytes
_UTF8 = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+<(?:\?xml(?![^?]{0,300}encoding=)|\?xml[^?]{0,300}encoding=[\"'](?i:utf-?8|us-ascii)[\"']|[^?])"
)
# Quotes, comments and brackets as they stand in a DOCTYPE; what is never closed reaches to the end.
_INSIDE = re.compile(rb"\[|\]|>|\"[^\"]*+\"?|'[^']*+'?|<!--(?:[^-]|-(?!->))*+(?:-->)?")
_START = b"<!DOCTYPE"


class Events(Protocol):
    """What takes the events; names come without their namespace."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take a start tag."""

    def end(self, tag: str) -> None:
        """Take an end tag."""

    def data(self, text: str) -> None:
        """Take text."""


class _Bare:
    """Hands events on, with local names in place of "{namespace}name"."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self.data = events.data

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take a start tag."""
        self._events.start(bare(tag), {bare(name): value for name, value in attributes.items()} if attributes else {})

    def end(self, tag: str) -> None:
        """Take an end tag."""
        self._events.end(bare(tag))

    def close(self) -> None:
        """Take the end of the document."""


def bare(tag: str) -> str:
    """Return a name without its namespace."""
    return tag.rpartition("}")[2]


def feed_xml(data: bytes, events: Events) -> bool:
    """Send a document's events; return whether all of it was well formed and held no entities."""
    if not _UTF8.match(data[:400]):
        data = to_text(data).encode("utf-8", "replace")
    bare_data = _without_doctype(data)
    parser = etree.XMLParser(
        target=_Bare(events),
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
    )
    try:
        for at in range(0, len(bare_data), BITE):
            parser.feed(bare_data[at : at + BITE])
        parser.close()
    except etree.XMLSyntaxError:
        return False
    return not parser.feed_error_log.filter_from_errors()


def _without_doctype(data: bytes) -> bytes:
    at = data.find(_START)
    if at < 0:
        return data
    kept: list[bytes] = []
    done = 0
    while at >= 0:
        kept.append(data[done:at])
        done = _end_of_doctype(data, at + len(_START))
        at = data.find(_START, done)
    kept.append(data[done:])
    return b"".join(kept)


def _end_of_doctype(data: bytes, at: int) -> int:
    depth = 0
    for mark in _INSIDE.finditer(data, at):
        if mark[0] == b"[":
            depth += 1
        elif mark[0] == b"]":
            depth -= 1
        elif mark[0] == b">" and depth <= 0:
            return mark.end()
    return len(data)
