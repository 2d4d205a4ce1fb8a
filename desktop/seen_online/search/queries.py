"""Which searches find a person, in an order such that stopping early loses least."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seen_online.person import DetailKind, Person, Use
from seen_online.search import names, spellings
from seen_online.search.catalogue import engine
from seen_online.search.first_names import is_first_name, other_first_names
from seen_online.search.model import PlannedAsk, Query
from seen_online.search.pace import Pace, usual_pace
from seen_online.search.private import gives_away
from seen_online.search.surnames import other_surnames
from seen_online.search.where import people_finders, site_hosts
from seen_online.words import say

MAX_WORDS = 400  # characters; DuckDuckGo takes no query of 500
MOST = 200  # queries offered; the last ones are the weakest
_ANSWER_SECONDS = 1.5  # that an engine usually takes


def suggest(person: Person, sites: Iterable[str] = ()) -> list[Query]:
    """Return the searches to offer for a person, the most telling first; none twice, none that adds nothing.

    Ticked to begin with: the full name, also with each place and workplace, former and other names, user names.
    Offered without a tick: nicknames, initials, the name turned round, without accents, on the `sites` that the person
    uses (ids or host names) and in people-finders. E-mail, phone and address are offered too, each on its own,
    marked private and never ticked; a detail that is "only compared" is otherwise left out, and a date of birth is
    in no query at all.
    """
    return _sifted([*_usual(person), *_more(person, tuple(sites)), *_private(person)], person)


def advice(person: Person) -> str:
    """Return what would find the person better, "" where there is nothing to say: a name alone is many people's."""
    kinds = (DetailKind.PLACE, DetailKind.WORKPLACE)
    if not _main_names(person) or any(_searchable(person, kind) for kind in kinds):
        return ""
    return say("Other people may have the same name. Add a place or a workplace of yours, to find you among them.")


def budget(asks: Sequence[PlannedAsk]) -> tuple[int, int]:
    """Return how many asks these are, and about how many seconds they take: engines work side by side."""
    lines: dict[str, int] = {}
    for planned in asks:
        lines[planned.ask.engine] = lines.get(planned.ask.engine, 0) + 1
    times = [_seconds(usual_pace(engine(name)), count) for name, count in lines.items()]
    return len(asks), round(max(times, default=0))


def _seconds(pace: Pace, count: int) -> float:
    return sum(_ANSWER_SECONDS + pace.pause(asked) for asked in range(count))


def _searchable(person: Person, kind: DetailKind) -> list[str]:
    return [d.value for d in person.details if d.kind is kind and d.use is Use.SEARCH]


def _quoted(text: str) -> str:
    return '"' + " ".join(text.replace('"', " ").split()) + '"'


def _loose(text: str) -> str:
    """Return a place or workplace for beside a name: several words only together, one word as it is."""
    return _quoted(text) if len(text.split()) > 1 else text.replace('"', "").strip()


def _main_names(person: Person) -> list[names.Name]:
    return [names.take_apart(value) for value in _searchable(person, DetailKind.NAME)]


def _other_names(person: Person) -> list[str]:
    """Return former and other names in full: "Annie" alone finds nobody, "Annie Example" does."""
    main = next(iter(_main_names(person)), names.Name(""))
    full: list[str] = []
    for value in _searchable(person, DetailKind.NAME):
        full += names.also_called(value)
    for value in _searchable(person, DetailKind.OTHER_NAME):
        name = names.take_apart(value)
        if name.last or not main.last:
            full.append(name.full)
        elif is_first_name(name.full):
            full.append(f"{name.full} {main.last}")
        else:
            full.append(f"{main.first} {name.full}")
    return full


def _beside(person: Person) -> list[tuple[str, str]]:
    """Return what stands beside a name, place and workplace in turn, with its sentence."""
    places = [
        (_loose(place), say("your name with {place}", place=place)) for place in _searchable(person, DetailKind.PLACE)
    ]
    works = [
        (_loose(work), say("your name with {work}", work=work)) for work in _searchable(person, DetailKind.WORKPLACE)
    ]
    longest = max(len(places), len(works))
    return [pair for i in range(longest) for pair in (*places[i : i + 1], *works[i : i + 1])]


def _usual(person: Person) -> list[Query]:
    main, others, beside = _main_names(person), _other_names(person), _beside(person)
    # Most pages leave middle names out; and it is the shorter name, which many have, that wants a place beside it.
    usual = [_short_enough(name) or name.full for name in main]
    found = [Query(_quoted(name.full), say("your full name")) for name in main]
    found += [
        Query(_quoted(shorter), say("your name without the middle name"))
        for name in main
        if (shorter := _short_enough(name))
    ]
    found += [_with(name, words, why) for name in usual[:1] for words, why in beside[:2]]
    found += [Query(_quoted(name), say("another name of yours")) for name in others]
    found += [
        Query(_quoted(value.lstrip("@")), say("a user name of yours"))
        for value in _searchable(person, DetailKind.USERNAME)
    ]
    found += [_with(name, words, why) for name in usual for words, why in beside]
    found += [_with(name.full, words, why) for name in main for words, why in beside]
    return found


def _short_enough(name: names.Name) -> str:
    """Return the name without its middle names where that still says who it is: with an initial alone it does not."""
    return names.short(name) if len(name.first.strip(".")) > 1 else ""


def _with(name: str, words: str, why: str, *, ticked: bool = True) -> Query:
    adds = set(names.words_of(words)) - set(names.words_of(name))
    return Query(f"{_quoted(name)} {words}" if adds else _quoted(name), why, ticked=ticked)


def _more(person: Person, sites: tuple[str, ...]) -> list[Query]:
    main, others, beside = _main_names(person), _other_names(person), _beside(person)
    found: list[Query] = []

    def offer(words: str, why: str) -> None:
        found.append(Query(words, why, ticked=False))

    for shorter in filter(None, map(names.short, main)):
        offer(_quoted(shorter), say("your name without the middle name"))
    for name in main:
        for form in (form for text in (name.full, names.short(name)) for form in names.without_marks(text)):
            offer(_quoted(form), say("your name without accents"))
        for turned in names.turned_round(name):
            offer(_quoted(turned), say("your name turned round, as in lists"))
    usual = [names.short(name) or name.full for name in main[:1]]
    for host in site_hosts(sites):
        found += [
            Query(f"site:{host} {_quoted(n)}", say("your name on {site}", site=host), ticked=False) for n in usual
        ]
    for host, what in people_finders(person.region):
        found += [Query(f"site:{host} {_quoted(n)}", what, ticked=False) for n in usual]
    for name in main:
        if name.last:
            for nick in other_first_names(name.first):
                offer(_quoted(f"{nick} {name.last}"), say("a short or long form of your first name"))
            for form in other_surnames(name.last, names.PARTICLES):
                offer(_quoted(f"{name.first} {form}"), say("another spelling of your surname, or a part of it"))
            for form in names.by_another_part(name):
                offer(_quoted(form), say("your name by your middle name"))
        near = beside[0][0] if beside else ""
        for form in names.with_initials(name):
            offer(f"{_quoted(form)} {near}".strip(), say("your name with initials"))
    for name in [*filter(None, map(names.short, main)), *others]:
        found += [_with(name, words, why, ticked=False) for words, why in beside]
    for form in (form for name in others for form in names.without_marks(name)):
        offer(_quoted(form), say("another name of yours, without accents"))
    for value in _searchable(person, DetailKind.USERNAME):
        for form in names.without_marks(value.lstrip("@")):
            offer(_quoted(form), say("a user name of yours, without accents"))
    return found


def _private(person: Person) -> list[Query]:
    """Every spelling is a query of its own: the person ticks that one, knowing what it says."""
    found: list[tuple[str, str]] = []
    for email in person.values(DetailKind.EMAIL):
        found += [(_quoted(form), say("your e-mail address")) for form in spellings.email_spellings(email)]
    for phone in person.values(DetailKind.PHONE):
        forms = spellings.phone_spellings(phone, person.region)
        found += [(_quoted(form), say("your phone number")) for form in forms]
    for address in person.values(DetailKind.ADDRESS):
        found += [(form, say("your address")) for form in spellings.address_spellings(address)]
    return [Query(words, why, private=True, ticked=False) for words, why in found]


def _sifted(queries: Sequence[Query], person: Person) -> list[Query]:
    """Drop what is asked already in other clothes; the first (most telling, ticked) one stays.

    Words that hold a private detail are private wherever they came from: some people's user name is their e-mail.
    """
    kept: dict[str, Query] = {}
    for query in queries:
        key = _key(query)
        if not any(c.isalnum() for c in key) or len(query.words) > MAX_WORDS:
            continue
        if not query.private and gives_away(query.words, person):
            query = Query(query.words, query.why, private=True, ticked=False)
        kept.setdefault(key, query)
    private = sum(query.private for query in kept.values())  # they stand last, and are not the weakest
    room = max(0, MOST - private)
    open_ones = [query for query in kept.values() if not query.private][:room]
    return [*open_ones, *(query for query in kept.values() if query.private)][:MOST]


def _key(query: Query) -> str:
    """Return the words as an engine sees them: no case, no signs but the @ and + that carry meaning."""
    kept = (c if c.isalnum() or c in '"@+:' else " " for c in query.words.casefold())
    return " ".join("".join(kept).replace('"', ' " ').split())
