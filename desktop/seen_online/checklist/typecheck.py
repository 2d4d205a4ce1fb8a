"""Every fault of plain data against a type, each with its place and mend.

msgspec names the first fault only, in its own words; somebody who writes a checklist wants all of them, in plain ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

import msgspec
from msgspec import inspect

from seen_online.checklist.compose import Place
from seen_online.checklist.fields import mend_for
from seen_online.words import say

Fault = tuple[Place, str, str]  # place, what, mend


def faults_of(data: Any, wanted: type[msgspec.Struct]) -> list[Fault]:
    """Return every fault of `data` (lists, mappings and text only) as a `wanted`; none where msgspec would take it."""
    return list(_any(data, _described(wanted), ()))


@lru_cache(maxsize=32)
def _described(wanted: type[msgspec.Struct]) -> inspect.Type:
    return inspect.type_info(wanted)


def _any(data: Any, wanted: inspect.Type, place: Place) -> Iterator[Fault]:
    while isinstance(wanted, inspect.Metadata):
        wanted = wanted.type
    if isinstance(wanted, inspect.UnionType):  # only ever "this, or nothing"
        if isinstance(data, str) and data.lower() == "null":  # msgspec takes the word for nothing
            return
        wanted = next(one for one in wanted.types if not isinstance(one, inspect.NoneType))
    if isinstance(wanted, inspect.StructType):
        yield from _struct(data, wanted, place)
    elif isinstance(wanted, (inspect.VarTupleType, inspect.ListType)):
        yield from _list(data, wanted, place)
    elif not isinstance(data, str):
        yield place, say("This should be text."), say("Write it behind the colon, in one piece.")
    elif isinstance(wanted, inspect.StrType):
        yield from _text(data, wanted, place)
    else:
        yield from _word(data, wanted, place)


def _struct(data: Any, wanted: inspect.StructType, place: Place) -> Iterator[Fault]:
    if not isinstance(data, dict):
        yield place, say("This should have keys of its own."), say("Write each as a key, a colon and its text.")
        return
    names = [field.encode_name for field in wanted.fields]
    for field in wanted.fields:
        if field.encode_name in data:
            yield from _any(data[field.encode_name], field.type, (*place, field.encode_name))
        elif field.required:
            yield (
                place,
                say("{key} is missing here.", key=field.encode_name),
                say("Add a line with {key}: and its text.", key=field.encode_name),
            )
    if wanted.forbid_unknown_fields:
        for key in data:
            if key not in names:
                yield (*place, key), say("There is no key {key} here.", key=key[:80]), _one_of(key, names)


def _list(data: Any, wanted: inspect.VarTupleType | inspect.ListType, place: Place) -> Iterator[Fault]:
    if not isinstance(data, list):
        yield place, say("This should be a list."), say("Put each entry on a line of its own, behind a dash.")
        return
    if wanted.min_length and len(data) < wanted.min_length:
        yield place, say("This list is empty."), say("Add an entry, or remove the key.")
    for number, one in enumerate(data):
        yield from _any(one, wanted.item_type, (*place, number))


def _text(data: str, wanted: inspect.StrType, place: Place) -> Iterator[Fault]:
    if wanted.min_length and len(data) < wanted.min_length:
        yield place, say("This is empty."), say("Write something, or remove the key.")
    if wanted.max_length and len(data) > wanted.max_length:
        yield (
            place,
            say("This has {have} characters; {most} is the most.", have=len(data), most=wanted.max_length),
            say("Shorten it."),
        )
    elif wanted.pattern and not re.search(wanted.pattern, data):
        yield place, say("This is not written as it should be."), mend_for(wanted.pattern)


def _word(data: str, wanted: inspect.Type, place: Place) -> Iterator[Fault]:
    if isinstance(wanted, inspect.BoolType):
        if data.lower() not in ("true", "false", "0", "1"):
            yield place, say("This should be true or false."), say("Write true or false.")
    elif isinstance(wanted, inspect.DateType):
        try:
            good = date.fromisoformat(data).isoformat() == data
        except ValueError:
            good = False
        if not good:
            yield place, say("This is not a date."), say("Write year, month and day, as in 2026-05-01.")
    elif isinstance(wanted, inspect.LiteralType) and data not in wanted.values:
        yield (
            place,
            say("{word} does not go here.", word=data[:80]),
            _one_of(data, [str(v) for v in wanted.values if v]),
        )


def _one_of(word: str, names: list[str]) -> str:
    close = get_close_matches(word[:80], names, n=1)
    if close:
        return say("Did you mean {name}?", name=close[0])
    return say("Use one of: {names}.", names=", ".join(names))
