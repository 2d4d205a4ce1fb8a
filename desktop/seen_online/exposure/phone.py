"""Phone numbers of any country, without knowing the country first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from seen_online.exposure import phone_letters, phone_spoken
from seen_online.exposure.clues import Clues
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.phone_context import Speaks, surroundings
from seen_online.exposure.phone_country import (
    Reading,
    anywhere,
    foreign,
    international,
    local_american,
    national,
    north_american,
)
from seen_online.exposure.phone_run import Run, ends, is_decimal, is_something_else, piece, runs, starts_anew
from seen_online.exposure.plain import Plain
from seen_online.exposure.spot import Spot

# Runs that turn out to be no number cost time. A page of tables gets so many tries, and more the longer it is.
_TRIES, _CHARACTERS_A_TRY = 2_000, 200
_STATES = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA "
    "PR RI SC SD TN TX UT VT VA WA WV WI WY DC"
)
_STATE = re.compile(rf"(?<![A-Za-z])(?:{'|'.join(_STATES.split())})[.,]?[ ]{{1,2}}\Z")
_DOUBTFUL = 0.5
# A word that has lost the space in front of it, and no rest of a code in hexadecimals: "01632 960123Directions".
_WORD_BEHIND = re.compile(r"(?=[a-f]{0,3}[g-z])[a-z]{3,}+(?!\d)")
# The rest of a code in hexadecimals: 05379074-0419-4898-a001.
_CODE_BEHIND = re.compile(r"-[a-z]{0,4}\d")
# Digits of a number that nothing calls one, nor its grouping: at most, and at least where it is one group.
_LONGEST_UNCALLED, _SHORTEST_BARE = 13, 9
_AMERICAN = frozenset({"US", "CA"})

_Read = tuple[Reading, float]  # and how sure it is, from 0 to 1


def spots(plain: Plain, clues: Clues) -> Iterator[Spot]:
    """Find phone numbers."""
    everything = list(runs(plain))
    if everything:
        yield from _Reader(plain, clues).read(everything)
    yield from phone_letters.spots(plain)
    yield from phone_spoken.spots(plain, clues)


class _Reader:
    """Reads the runs of one page; numbers that name their country tell about those that don't."""

    def __init__(self, plain: Plain, clues: Clues) -> None:
        self.plain = plain
        self.clues = clues
        self.seen: Counter[str] = Counter()
        self.area = ""  # the area code of the North American number read last
        self.left = _TRIES + len(plain.low) // _CHARACTERS_A_TRY

    def read(self, everything: list[Run]) -> Iterator[Spot]:
        for run in everything:
            if run.plus and (reading := international(run)):
                self.seen[reading.region] += 1
        previous = -100
        for run in everything:
            first = read = 0
            while first < len(run.groups) and self.left > 0:
                found, stop = None, first + 1
                if starts_anew(run, first) and not self._is_zip(run, first):
                    found, stop = self._longest(run, first, previous, cut=read < first and len(run.gaps[first]) == 1)
                if found:
                    yield found
                    previous, read = found.end, stop
                first = stop

    def _longest(self, run: Run, first: int, previous: int, *, cut: bool) -> tuple[Spot | None, int]:
        """Return the longest number that starts at group `first`, and where to go on; a doubtful one at last.

        With `cut` digits stand right in front that belong to no number: it may be the end of something longer.
        """
        spare = None, first + 1
        if (
            cut
            and run.gaps[first : first + 1] == run.gaps[first + 1 : first + 2]
            and len(run.groups[first - 1]) == len(run.groups[first])
        ):
            return spare  # 1234 5678 0123 4567
        if cut and surroundings(self.plain, run.start, run.end, previous) is Speaks.AGAINST:
            return spare  # SIRET 123 456 789 01234
        for stop in ends(run, first):
            found = self._judge(piece(run, first, stop), previous, cut=cut)
            if found and found.sure > _DOUBTFUL:
                return found, stop
            if found and not spare[0]:
                spare = found, stop
        return spare

    def _is_zip(self, run: Run, at: int) -> bool:
        """Tell whether group `at` is the ZIP code behind a US state: "Springfield MA 02134 (413) 555-0143"."""
        if len(run.groups[at]) != 5:
            return False
        start = piece(run, at, at + 1).end - 5
        return bool(_STATE.search(self.plain.text, max(0, start - 6), start))

    def _judge(self, run: Run, previous: int, *, cut: bool) -> Spot | None:
        before = self.left
        self.left -= 1
        if is_something_else(run):
            return None
        if _is_inside_something(self.plain, run):
            return None
        speaks = surroundings(self.plain, run.start, run.end, previous)
        if speaks is Speaks.AGAINST:
            return None
        if speaks is Speaks.NOTHING and _is_numbered(self.plain.text, run):
            return None
        if speaks is Speaks.NOTHING and len(run.groups) < 3 and _WORD_BEHIND.match(self.plain.low, run.end):
            return None
        cued = speaks is Speaks.FOR or (self._fills_line(run) and self.clues.in_link(run.start))
        if not cued and (
            is_decimal(run) or "\t" in "".join(run.gaps[1:]) or _CODE_BEHIND.match(self.plain.low, run.end)
        ):
            return None
        read = self._reading(run, cued, cut=cut)
        if not read:
            return None
        reading, sure = read
        self.seen[reading.region] += 1
        self.left = before
        return Spot(FindingKind.PHONE, reading.value, run.start, run.end, sure)

    def _reading(self, run: Run, cued: bool, *, cut: bool) -> _Read | None:
        """Read a run as it tells most plainly: with its country, as one of the page's, then of wherever it may be."""
        if run.plus:
            return _with_plus(run, cued)
        if read := _with_country(run, cued):
            return read
        if set(run.gaps[1:]) == {"/"} and not cued and (len(run.groups) > 2 or not _has_trunk(run)):
            return None  # 300/600/2400, but 01632/960123
        return self._of_the_page(run, cued) or self._of_a_region(run, cued, cut=cut) or self._of_any(run, cued, cut=cut)

    def _of_the_page(self, run: Run, cued: bool) -> _Read | None:
        american = north_american(run)
        trunkless = cued and not american
        for region in self.clues.page_regions[:3] or [self.clues.home]:
            if region not in _AMERICAN and (found := national(run, region, trunkless=trunkless)) and found.fits:
                return found, 0.95 if cued else 0.8
        if american:
            self.area = american.value[2:5]
            return american, 0.95 if cued else 0.85
        if cued and self.area and (found := local_american(run, self.area)):
            return found, 0.6
        return None

    def _of_a_region(self, run: Run, cued: bool, *, cut: bool) -> _Read | None:
        """Read it as a number of a region that the page, its other numbers or the person speak for."""
        trunk = _has_trunk(run)
        for region in self._regions():
            self.left -= 1
            found = national(run, region)
            if not found:
                continue
            if trunk and (cued or found.fits or _can_be_national(run, cut=cut)):
                return found, 0.95 if cued else 0.8
            if cued or (found.fits and len(run.digits) >= 8 and len(run.groups) > 1):
                return found, 0.9 if cued else 0.7
        return None

    def _of_any(self, run: Run, cued: bool, *, cut: bool) -> _Read | None:
        """Read what no region speaks for, where it stands as a number does or the page calls it one."""
        trunk, long = _has_trunk(run), len(run.digits)
        if not cued and long >= _SHORTEST_BARE and not trunk and self._fills_line(run):
            return _sure(national(run, self.clues.home), 0.55)  # in many countries a number begins with any digit
        if cued or (len(run.groups) > 2 and trunk and not cut):
            self.left -= 10
            if trunk and (found := anywhere(run, any_grouping=cued)):
                return found, 0.7 if cued else 0.55
        if cued and not trunk and long >= 10:
            return _sure(north_american(run, any_grouping=True) or international(run), 0.6)
        return None

    def _fills_line(self, run: Run) -> bool:
        low = self.plain.low
        return low[run.start - 1 : run.start] in ("", "\n") and low[run.end : run.end + 1] in ("", "\n")

    def _regions(self) -> list[str]:
        voted = [region for region, _ in self.seen.most_common(3)]
        return list(dict.fromkeys([*self.clues.page_regions, *voted, *self.clues.regions]))


def _has_trunk(run: Run) -> bool:
    return run.groups[0].startswith("0")


def _sure(found: Reading | None, sure: float) -> _Read | None:
    return (found, sure) if found else None


def _with_plus(run: Run, cued: bool) -> _Read | None:
    if found := international(run):
        return found, 0.95
    return _sure(international(run, lenient=True) or foreign(run), _DOUBTFUL) if cued else None


def _with_country(run: Run, cued: bool) -> _Read | None:
    """Read a run that has its country in front without a plus, dialled (00 44 …) or in brackets (44-20 …)."""
    dialled = run.digits.startswith(("00", "011")) and (cued or len(run.groups) > 1)
    if dialled and (found := international(run)):
        return found, 0.9
    if _country_in_brackets(run) and (found := international(run)):
        return found, 0.8
    return None


def _is_numbered(text: str, run: Run) -> bool:
    """Tell whether a run nobody calls a phone is a US ZIP code with its four, or a clause: 252.227-7013."""
    marks = {gap.strip() for gap in run.gaps[1:]}
    if marks == {"-"} and [len(group) for group in run.groups] == [5, 4]:
        return bool(_STATE.search(text, max(0, run.start - 6), run.start))
    return {".", "-"} <= marks


def _can_be_national(run: Run, *, cut: bool) -> bool:
    """Tell whether a run that nobody calls a phone, and that isn't grouped as one, may still be a number from 0 on."""
    if len(run.groups) == 1:
        return len(run.digits) >= _SHORTEST_BARE
    if set(run.gaps[1:]) == {"/"} or run.is_spaced_out:
        return False
    pairs = {len(group) for group in run.groups[:-1]} == {2} and len(run.groups[-1]) <= 2
    odd = pairs or (run.groups[0] == "0" and run.gaps[1] == "-")
    return not cut and not odd and len(run.digits) <= _LONGEST_UNCALLED


def _country_in_brackets(run: Run) -> bool:
    """Tell whether the brackets hold two groups, a country and an area: (44-20) 7946 0000."""
    return len(run.groups) > 2 and "(" in run.gaps[0] and ")" not in run.gaps[1] and ")" in run.gaps[2]


def _is_inside_something(plain: Plain, run: Run) -> bool:
    """Tell whether the characters right beside a number make it a part of a code, a link, a time or a sum."""
    low = plain.low
    before, after = low[max(0, run.start - 8) : run.start], low[run.end : run.end + 2]
    if after[:1].isalpha() and not after.startswith("x"):
        return not _WORD_BEHIND.match(low, run.end)
    if after[:1] in (":", ",", ".", "@", "=", "_") and after[1:].isalnum():
        # "01632 960123.Fax" has lost a space; "960123.example" is a host.
        return not (after[0] in ".," and plain.text[run.end + 1].isupper())
    if before[-1:].isalpha():
        # "Sales01632 960123" has lost a space; "K1234567" is a code.
        return len(run.groups) < 2 or not before[-3:].isalpha() or len(before) < 3
    if before.endswith(('="', "='")):
        return True  # <x id="01632960123">
    if before[-1:] in ("/", "=", "_", "@", "#", "&", "?"):
        return not before.endswith(("wa.me/", "phone=", "tel=", "number=", " /", "//"))
    return before[-1:] in (",", ".", ":") and before[-2:-1].isdigit()
