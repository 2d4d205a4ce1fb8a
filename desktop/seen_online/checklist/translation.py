"""A translation lies beside its original (things-to-consider.cy.yaml) and falls back to it item by item.

An item, topic, letter and so on is taken in the other language only when all of its text is there: half a question in
Welsh and half in English helps nobody, and a screen reader has to know which language it speaks.
"""

from __future__ import annotations

from typing import Any

import msgspec

from seen_online.checklist.compose import Place
from seen_online.checklist.typecheck import Fault
from seen_online.words import say

# What a person reads. Everything else (ids, addresses, sources, the names of blanks) stays as the original has it.
TEXTS: frozenset[str] = frozenset(
    {"title", "question", "why", "how", "action", "intro", "steps", "text", "shows", "when", "to", "subject"}
    | {"label", "hint", "after"}
)
_PARTS = ("sections", "items", "topics", "facts", "finders", "steps", "blanks", "pages")
_MAY_STAND = ("id", "name", "kind", "url", "language")


def translate(original: Any, other: Any, language: str) -> tuple[Any, list[Fault]]:
    """Return `original` (plain data) with the texts of `other` in it, and what is wrong with `other`."""
    if not isinstance(other, dict) or not isinstance(original, dict):
        return original, [((), say("This is not a translation."), say("Copy the original, and translate its texts."))]
    faults: list[Fault] = []
    if other.get("language", language) != language:
        faults.append((("language",), say("The name of the file says another language."), say("Make them the same.")))
    return _Merge(language, str(original.get("language") or "en"), faults).thing(original, other, ()), faults


def place_in(other: Any, merged: Any, place: Place) -> Place:
    """Return where the thing at `place` of a merged file stands in the translation, as near as it is there."""
    found: Place = ()
    here: Any = other
    whole: Any = merged
    for step in place:
        key: Any = step
        try:
            whole = whole[key]
            if isinstance(whole, dict) and isinstance(here, list):
                key = [_name(one) for one in here].index(_name(whole))
            here = here[key]
        except (LookupError, TypeError, ValueError, AttributeError):
            break
        found = (*found, key)
    return found


class _Merge(msgspec.Struct):
    language: str
    own: str  # the original's language
    faults: list[Fault]

    def thing(self, original: dict[str, Any], other: dict[str, Any], place: Place) -> dict[str, Any]:
        parts = {key for key in _PARTS if _things(original.get(key))}
        texts = frozenset(TEXTS & original.keys()) - parts
        self._unknown(original, other, place, texts | parts)
        given = {key: other[key] for key in texts & other.keys()}
        for key in [key for key, text in given.items() if type(text) is not type(original[key]) or _things(text)]:
            self._built(place, key)
            del given[key]
        merged = dict(original)
        if "id" not in original:  # a blank, a page: part of the thing around it
            merged.update(given)
            return merged
        missing = sorted(texts - given.keys())
        if missing and given:
            what = say("{key} is not translated, so the whole entry stays as it was.", key=missing[0])
            self.faults.append((place, what, say("Add {keys}.", keys=", ".join(missing))))
        whole = bool(texts) and not missing
        if whole:
            merged.update(given)
            if isinstance(other.get("name"), str):
                merged["name"] = other["name"]
        merged["language"] = self.language if whole else self.own
        for key in parts:
            if key in ("blanks", "pages") and not whole:
                continue
            merged[key] = self._list(original[key], other.get(key, []), (*place, key))
        return merged

    def _list(self, originals: list[dict[str, Any]], others: Any, place: Place) -> list[Any]:
        if others and not _things(others):
            self._built(place[:-1], str(place[-1]))
            others = []
        found: dict[str, tuple[int, dict[str, Any]]] = {}
        known = {_name(original) for original in originals}
        for number, other in enumerate(others):
            name = _name(other)
            if name not in known:
                what = say("The original has no entry {name} here.", name=name)
                self.faults.append(((*place, number), what, say("Remove it, or correct its id.")))
            elif name in found:
                what = say("The entry {name} stands here twice.", name=name)
                self.faults.append(((*place, number), what, say("Remove one of the two.")))
            else:
                found[name] = (number, other)
        merged: list[Any] = []
        for original in originals:
            number, other = found.get(_name(original), (0, {}))
            merged.append(self.thing(original, other, (*place, number)))
        return merged

    def _unknown(self, original: dict[str, Any], other: dict[str, Any], place: Place, wanted: frozenset[str]) -> None:
        for key in other:
            if key not in wanted and key not in _MAY_STAND:
                what = say("{key} is not a text of the original.", key=key[:80])
                self.faults.append(((*place, key), what, say("Remove it; only texts are translated.")))

    def _built(self, place: Place, key: str) -> None:
        what = say("{key} is not built as in the original.", key=key)
        self.faults.append(((*place, key), what, say("Copy it from there again, and translate it.")))


def _things(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _name(thing: dict[str, Any]) -> str:
    # Pages have neither id nor name; their address tells them apart.
    return str(thing.get("id") or thing.get("name") or thing.get("url") or "")
