"""Find the person's own details wherever they stand, also where nothing around tells what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from seen_online.exposure import own_street
from seen_online.exposure.dates import MONTHS
from seen_online.exposure.email_spelling import AT, LOCAL_END, read_domain, undot
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.own import Own, bare_email, own_hosts
from seen_online.exposure.phone_run import Run, piece, runs
from seen_online.exposure.plain import Plain, places
from seen_online.exposure.spot import Spot

_AT, _LOCAL = 18, 90  # characters that stand for @, and those of what stands in front of it
_TRIES = 5_000  # words on one page that begin as the person's host does
_FEWEST_DIGITS = 7  # a shorter number of one's own stands in too many others
_DATE_BEFORE, _DATE_BEHIND = 24, 22  # characters around its year in which a date stands
_FULL_BIRTH = re.compile(r"\d{4}-\d\d-\d\d")
_SHORTEST_NAME = 4  # a shorter user name is a word


def spots(plain: Plain, own: Own) -> Iterator[Spot]:
    """Find the person's e-mail addresses, phone numbers, date of birth, street, places, workplaces and user names."""
    yield from _terms(plain, own)
    yield from _emails(plain, own)
    if own.phones:
        yield from _phones(plain, own)
    if len(own.birth) == 10:
        yield from _birth(plain, own.birth)
    for street in own.streets:
        for match in own_street.pattern(street).finditer(plain.low) if street.words[-1][:3] in plain.low else ():
            value = " ".join(plain.text[match.start() : match.end()].split())
            yield Spot(FindingKind.ADDRESS, value, match.start(), match.end(), 0.95)


def _terms(plain: Plain, own: Own) -> Iterator[Spot]:
    low = plain.low
    for term in own.terms:
        if term.kind is FindingKind.USERNAME and len(term.words) < _SHORTEST_NAME:
            continue
        first = term.words.split(" ")[0]
        pattern = re.compile(r"[^\w\n]{1,3}".join(map(re.escape, term.words.split(" "))) + r"(?![^\W_])")
        for place in places(low, first) if first else ():
            match = pattern.match(low, place)
            before = low[place - 1 : place]
            if match and not before.isalnum() and before != "_":
                yield Spot(term.kind, term.value, place, match.end(), 0.8)


def _emails(plain: Plain, own: Own) -> Iterator[Spot]:
    """Find the person's addresses also where "at" alone, in the midst of a sentence, would be plain English."""
    low = plain.low
    for host in dict.fromkeys(host for address in own.emails for host in own_hosts(address)):
        for place in islice(_words(low, host.partition(".")[0]), _TRIES):
            domain = read_domain(low, place)
            at = AT.search(low, max(0, place - _AT), place + 1) if domain and domain.name == host else None
            local = LOCAL_END.search(low, max(0, at.start() - _LOCAL), at.start()) if at and at.end() == place else None
            if domain and local:
                value = f"{undot(local[0])}@{host}"
                if bare_email(value) in own.emails:
                    yield Spot(FindingKind.EMAIL, value, local.start(), domain.end, 0.9)


def _words(low: str, label: str) -> Iterator[int]:
    """Return where a word begins that may be the first of a host, and is no plain address's."""
    for place in places(low, label):
        before = low[place - 1 : place]
        if before and not before.isalnum() and before not in ".@-":
            yield place


def _phones(plain: Plain, own: Own) -> Iterator[Spot]:
    for run in runs(plain):
        digits = run.digits
        for national, value in own.phones.items():
            place = digits.find(national) if len(national) >= _FEWEST_DIGITS else -1
            while place >= 0:
                country = value[1 : -len(national)]
                if found := _groups(run, place, place + len(national), country):
                    yield Spot(FindingKind.PHONE, value, found.start, found.end, 1.0)
                place = digits.find(national, place + 1)


def _groups(run: Run, start: int, end: int, country: str) -> Run | None:
    """Return the groups of a run that are dialled as the digits `start`..`end` and what may stand before them."""
    prefixes = {f"{call}{code}" for code in (country, f"{country}0") for call in ("", "0", "00", "011")} | {"", "0"}
    firsts, total = [], 0
    for group in run.groups:
        firsts.append(total)
        total += len(group)
    if end != total and end not in firsts:
        return None
    last = firsts.index(end) if end in firsts else len(firsts)
    for first in range(last - 1, -1, -1):
        if firsts[first] <= start:
            lead = run.digits[firsts[first] : start]
            if not lead and first and run.groups[first - 1] in prefixes:
                first -= 1
            return piece(run, first, last) if lead in prefixes else None
    return None


def _birth(plain: Plain, birth: str) -> Iterator[Spot]:
    """Find the person's full date of birth in any spelling, also where nobody calls it so."""
    if not _FULL_BIRTH.fullmatch(birth):
        return  # a part of one, or what is none: Person takes what it is given
    low = plain.low
    pattern = _spellings_of(birth)
    for year in (birth[:4], birth[2:4]):
        for place in places(low, year):
            if len(year) == 2 and low[place - 1 : place].isdigit():
                continue
            for match in pattern.finditer(low, max(0, place - _DATE_BEFORE), place + _DATE_BEHIND):
                if match.start() <= place < match.end():
                    yield Spot(FindingKind.DATE_OF_BIRTH, birth, match.start(), match.end(), 0.7)


def _spellings_of(birth: str) -> re.Pattern[str]:
    """Return what finds one date, with the day or the month first, in numbers or with the month's name."""
    year, month, day = birth.split("-")
    names = "|".join(sorted((name for name, number in MONTHS.items() if number == int(month)), key=len, reverse=True))
    y, m, d = f"(?:{year}|'?{year[2:]})", f"0?{int(month)}", f"0?{int(day)}"
    name, nth, gap = rf"(?:{names})\.?", "(?:st|nd|rd|th)?", "[ ,/.-]{1,3}"
    return re.compile(
        rf"(?<![\d/.-])(?:{year}[-/.]?(?:{month}|{m})[-/.]?(?:{day}|{d})|{day}{month}{year}"
        rf"|{year}[年년] ?{m}[月월] ?{d}[日일]"
        rf"|{d}[ ]?[-/. ][ ]?{m}[ ]?[-/. ][ ]?{y}|{m}[-/.]{d}[-/.]{y}"
        rf"|{d}{nth}{gap}(?:of )?(?:de )?{name}{gap}(?:de )?{y}|{name}{gap}(?:the )?{d}{nth}{gap}{y})(?![\d/]|[.-]\d)"
    )
