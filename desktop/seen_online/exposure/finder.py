"""Look through a text for everything that gives a person away."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from unicodedata import category, normalize

from seen_online.exposure import address, birth, email, name, own_elsewhere, phone, place, postcode, username, work
from seen_online.exposure.clues import Clues, read_clues
from seen_online.exposure.finding import Finding, FindingKind
from seen_online.exposure.overlap import settle
from seen_online.exposure.own import Own, own_details
from seen_online.exposure.plain import Plain, make_plain
from seen_online.exposure.spot import Spot
from seen_online.exposure.whose import whose
from seen_online.person import Person
from seen_online.reading.page import Page

Finder = Callable[[Plain, Clues], Iterable[Spot]]
FINDERS: tuple[Finder, ...] = (
    email.spots,
    phone.spots,
    birth.spots,
    postcode.spots,
    address.spots,
    place.spots,
    work.spots,
    username.spots,
)
# The person's own of these are looked for by themselves too (own_elsewhere.py), so that a flood can be left half way.
REACHED_OTHERWISE = frozenset({phone.spots, birth.spots, address.spots})
MOST = 25_000  # details of one kind of finder on one page; beyond them only the person's own are kept
CONTEXT = 60  # characters shown on each side of a finding


def find(page_or_text: Page | str, person: Person | None = None) -> list[Finding]:
    """Return what a page or a text gives away, in the order it stands there.

    Args:
        page_or_text: a page that was read, or plain text.
        person: whose self-check this is. Their own details are recognised under any spelling, and their country helps
            to read phone numbers. Without it every finding is "other".

    Returns:
        Findings whose offsets count characters in the page's text. Never raises, whatever the text.
    """
    page = page_or_text if isinstance(page_or_text, Page) else Page(text=page_or_text)
    plain = make_plain(page.text)
    clues = read_clues(page, plain, person)
    own = own_details(person)
    found = [spot for finder in FINDERS for spot in _enough(finder(plain, clues), own, few=finder in REACHED_OTHERWISE)]
    named = list(name.spots(plain, own))
    found += named
    found += work.near(plain, named)
    found += own_elsewhere.spots(plain, own)
    where = _where(page)
    return [_finding(spot, page, plain, own, named, where) for spot in settle(found)]


def _enough(spots: Iterable[Spot], own: Own, *, few: bool) -> Iterator[Spot]:
    """Return the first spots, and behind them only the person's own: a page made of details fills no memory."""
    for number, spot in enumerate(spots):
        if number < MOST or own.has(spot):
            yield spot
        elif few:
            return


def _finding(spot: Spot, page: Page, plain: Plain, own: Own, named: list[Spot], where: Callable[[int], str]) -> Finding:
    start, end = plain.original(spot.start), plain.original(spot.end, end=True)
    shown = page.text[start:end]
    around = page.text[max(0, start - CONTEXT) : end + CONTEXT]
    return Finding(
        kind=spot.kind,
        value=_with_marks(spot.value, shown) if spot.kind is FindingKind.EMAIL else spot.value,
        shown=shown,
        start=start,
        end=end,
        context=" ".join(around.split()),
        whose=whose(spot, own, named, plain),
        where=where(start),
        sure=spot.sure,
        also=spot.also,
    )


def _with_marks(value: str, shown: str) -> str:
    """Return an e-mail address with the accents that it is written with: they lead to another domain."""
    if shown.isascii() or "@" not in value:
        return value
    seen = "".join(c for c in normalize("NFKC", shown).lower() if category(c) not in ("Cf", "Mn", "Me", "Cs"))
    return seen if make_plain(seen).low == value else value


def _where(page: Page) -> Callable[[int], str]:
    parts = sorted(page.parts, key=lambda part: part.start)
    starts = [part.start for part in parts]

    def where(offset: int) -> str:
        number = bisect_right(starts, offset) - 1
        return parts[number].where if number >= 0 and offset < parts[number].end else "text"

    return where
