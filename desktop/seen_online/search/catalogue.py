"""Which engines there are, and what the person is told of each."""

from __future__ import annotations

from msgspec.structs import replace

from seen_online.search.ddgs_engine import DdgsEngine, ddgs_engines
from seen_online.search.engine import Engine
from seen_online.search.model import EngineCard
from seen_online.search.profiles import CATEGORIES, Profile, profile, profiles, unknown_profile
from seen_online.search.searxng import PREFIX, SearxngEngine
from seen_online.trouble import Trouble
from seen_online.words import say

DEFAULT = "duckduckgo"


def engine_cards() -> list[EngineCard]:
    """Return a card for each engine of ddgs, the default first; loads ddgs (a tenth of a second).

    One that ddgs has and our table does not know stands last, and says so; one that ddgs has no more is marked `gone`.
    """
    offered = _offered()
    cards: list[EngineCard] = []
    for known in profiles():
        card = DdgsEngine(known).card()
        gone = (known.category, known.ddgs_key) not in offered
        cards.append(replace(card, gone=True, learns=_gone(known)) if gone else card)
    strange = [p for p in offered.values() if profile(p.name) is None]
    return [*cards, *(DdgsEngine(p).card() for p in strange)]


def engine(name: str) -> Engine:
    """Return the engine of this name: one of ddgs's, or "searxng=URL". Raises Trouble that lists what there is.

    There is no "auto": ddgs would send the words to every engine it has.
    """
    name = name.strip()
    if name.lower().startswith(PREFIX):
        return SearxngEngine(PREFIX + name[len(PREFIX) :])
    known = profile(name.lower())
    if known is not None and known.name == DEFAULT:
        return DdgsEngine(known)  # whether ddgs still has it shows when it is asked, and is said then
    offered = _offered()
    if known is not None:
        if (known.category, known.ddgs_key) not in offered:
            raise Trouble(_gone(known), _there_is(offered), name)
        return DdgsEngine(known)
    found = next((p for p in offered.values() if p.name == name.lower()), None)
    if found is None:
        raise Trouble(say("There is no engine of that name."), _there_is(offered), name)
    return DdgsEngine(found)


def _offered() -> dict[tuple[str, str], Profile]:
    """Return the engines that ddgs offers now, by category and ddgs's name, with what we know of each."""
    engines = ddgs_engines()
    by_key = {(p.category, p.ddgs_key): p for p in profiles()}
    return {
        (category, key): by_key.get((category, key))
        or unknown_profile(f"{key}{ending}", category, key, str(getattr(kind, "search_url", "")))
        for category, ending in CATEGORIES.items()
        for key, kind in engines.get(category, {}).items()
    }


def _gone(known: Profile) -> str:
    return say("The library that we search with (ddgs) can't ask {engine} now.", engine=known.label)


def _there_is(offered: dict[tuple[str, str], Profile]) -> str:
    names = [p.name for p in profiles() if (p.category, p.ddgs_key) in offered]
    names += sorted(p.name for p in offered.values() if p.name not in names)
    return say("There is: {names}, searxng=URL.", names=", ".join(names))
