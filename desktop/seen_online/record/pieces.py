"""A self-check as pieces that are saved one by one, and back again."""

from __future__ import annotations

import copy
import zlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from seen_online.checklist.answer import Answer
from seen_online.exposure.finding import Finding
from seen_online.outbox import Sent
from seen_online.reading.page import Page
from seen_online.record.troubles import Damaged, TooNew
from seen_online.review.selfcheck import SelfCheck, Verdict
from seen_online.search.model import Ask, Result

T = TypeVar("T")

# Fields of SelfCheck that are kept piece by piece; all others together make the check's own row.
DICTS: Mapping[str, Any] = {"answers": Answer, "pages": Page, "findings": list[Finding], "verdicts": Verdict}
LISTS: Mapping[str, Any] = {"asks": Ask, "results": Result, "sent": Sent}
KINDS: Mapping[str, Any] = {**DICTS, **LISTS}
_LONG = 400  # bytes from which packing tighter pays
_MOST = 256 * 1024 * 1024  # bytes of one piece
_SAME_TEXT = "\0page"  # stands for the text of a result that is its page's text: kept once

Piece = tuple[str, str]  # kind and name


def pack(value: Any) -> bytes:
    """Return a value as bytes, squeezed where it is long."""
    plain = msgspec.msgpack.encode(value)
    if len(plain) < _LONG:
        return b"\0" + plain
    return b"\1" + zlib.compress(plain, 4)


def unpack(data: bytes, kind: type[T] | Any) -> T:
    """Return what was packed. Raises TooNew where it is of a shape that only a newer program knows, Damaged."""
    try:
        if data[:1] == b"\1":
            squeezed = zlib.decompressobj()
            plain = squeezed.decompress(data[1:], _MOST)
            if squeezed.unconsumed_tail or not squeezed.eof:
                raise Damaged
        else:
            plain = data[1:]
        return _decoder(kind).decode(plain)
    except msgspec.ValidationError:
        raise TooNew from None
    except (msgspec.MsgspecError, zlib.error):
        raise Damaged from None


@lru_cache(maxsize=32)
def _decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind)  # to make one takes longer than to use it


def take_apart(check: SelfCheck) -> dict[Piece, Any]:
    """Return the pieces of a check by kind and name, each kind in its order. The values are the check's own objects."""
    found: dict[Piece, Any] = {}
    for kind in DICTS:
        # A copy first, which is made at one go: other threads may be at work on the check.
        found.update(((kind, name), value) for name, value in dict(getattr(check, kind)).items())
    for kind, name_of in (("asks", _name_of_ask), ("results", _name_of_result)):
        for value in tuple(getattr(check, kind)):
            piece = (kind, name_of(value))
            while piece in found:
                piece = (kind, f"{piece[1]}\0")
            found[piece] = value
    found.update((("sent", str(number)), value) for number, value in enumerate(tuple(check.sent)))
    return found


def own_row(check: SelfCheck) -> dict[str, Any]:
    """Return the fields that make the check's own row, by name, as they are now."""
    names = (name for name in check.__struct_fields__ if name not in KINDS and name != "started")
    return {name: copy.copy(getattr(check, name)) for name in names}


def to_keep(piece: Piece, value: Any, pages: Mapping[str, Page]) -> bytes:
    """Return the bytes to keep of a piece."""
    if piece[0] == "results" and value.text:
        page = pages.get(value.key)
        if page is not None and page.text == value.text:
            value = replace(value, text=_SAME_TEXT)
    return pack(value)


def put_together(started: str, row: bytes, kept: Iterable[tuple[str, str, bytes]]) -> SelfCheck:
    """Make a check of its own row and its pieces (kind, name, bytes), which come in their order.

    Raises:
        TooNew, Damaged: as `unpack` does. A kind of piece that is not known is left alone.
    """
    # The own row is decoded as a check of which all else is missing: its fields have their defaults.
    fields = {"started": started, **unpack(row, dict)}
    try:
        check = msgspec.convert(fields, SelfCheck, strict=True)
    except msgspec.ValidationError:
        raise TooNew from None
    for kind, name, data in kept:
        if kind in DICTS:
            getattr(check, kind)[name] = unpack(data, DICTS[kind])
        elif kind in LISTS:
            getattr(check, kind).append(unpack(data, LISTS[kind]))
    check.results = [
        replace(r, text=check.pages.get(r.key, Page()).text) if r.text == _SAME_TEXT else r for r in check.results
    ]
    return check


def _name_of_ask(ask: Ask) -> str:
    return f"{ask.engine}\n{ask.query.words}"


def _name_of_result(result: Result) -> str:
    return result.key
