"""JSON-LD: what a page says of people and places in a script that no visitor sees."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

from seen_online.reading.items import MAX_DEPTH, Item, short_name

MAX_ITEMS = 2_000  # things of one script
_COMMA = re.compile(r",(\s{0,200}[\]}])")
# The marks by which writers hid scripts from the oldest browsers, and from XML.
_BEFORE = re.compile(r"(?:<!--|//\s{0,9}<!\[CDATA\[|/\*\s{0,9}<!\[CDATA\[\s{0,9}\*/|<!\[CDATA\[)")
_BEHIND = re.compile(r"(?:-->|(?://\s{0,9})?\]\]>|/\*\s{0,9}\]\]>\s{0,9}\*/)$")


def read_jsonld(script: str) -> list[Item] | None:
    """Return the things that a JSON-LD script describes, or None where it is no JSON, not even nearly."""
    data = _parse(script)
    if data is None:
        return None
    found: list[Item] = []
    for thing in _things(data):
        item = _item(thing, 0)
        if item.facts:
            found.append(item)
        if len(found) >= MAX_ITEMS:
            break
    return found


def _parse(script: str) -> Any:
    try:
        return msgspec.json.decode(script)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        pass
    try:
        # Line ends inside strings, commas too many, comment marks around: common, and clear all the same.
        return json.loads(_COMMA.sub(r"\1", _unwrapped(script)), strict=False)
    except (ValueError, RecursionError):
        return None


def _unwrapped(script: str) -> str:
    script = script.strip()
    if match := _BEFORE.match(script):
        script = script[match.end() :]
    match = _BEHIND.search(script, max(0, len(script) - 40))
    return script[: match.start()] if match else script


def _things(data: Any) -> list[dict[str, Any]]:
    """Return the outermost things: of a list, or of a @graph."""
    waiting, found = [data], []
    while waiting and len(found) < MAX_ITEMS:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, dict):
            graph = one.get("@graph")
            if isinstance(graph, (list, dict)):
                waiting.append(graph)
            if len(one) > ("@graph" in one) + ("@context" in one):
                found.append(one)
    return found


def _item(thing: dict[str, Any], depth: int) -> Item:
    kind = thing.get("@type")
    item = Item(short_name(str(kind[0] if isinstance(kind, list) and kind else kind or "")))
    for key, value in thing.items():
        if key == "@graph" or not isinstance(key, str):
            continue
        for one in value if isinstance(value, list) else [value]:
            _fact(item, short_name(key) if not key.startswith("@") else key, one, depth)
    return item


def _fact(item: Item, key: str, value: Any, depth: int) -> None:
    if isinstance(value, dict):
        if "@value" in value:
            value = value["@value"]
        elif depth < MAX_DEPTH:
            item.add(key, _item(value, depth + 1))
            return
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        item.add(key, str(value))
