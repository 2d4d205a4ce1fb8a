"""Phone numbers of any country, without knowing the country first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

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
from seen_online.exposure.phone_run import Run, ends, is_something_else, piece, runs, starts_anew
from seen_online.exposure.plain import Plain
from seen_online.exposure.spot import Spot

# Runs that turn out to be no number cost time. A page of tables gets so many tries, and more the longer it is.
_TRIES, _CHARACTERS_A_TRY = 2_000, 200
# What follows the area code in 1-800-EXAMPLE: seven digits and capitals, at least two of them capitals side by side.
_VANITY = re.compile(
    r"\)?[-. ]{1,2}(?=(?:\d[-. ]?){0,4}[A-Z]{2})(?:[A-Z0-9]{3}[-. ]?[A-Z0-9]{4}|[A-Z0-9]{4}-[A-Z0-9]{3})(?![\w-])"
)
_BEFORE_AREA = re.compile(r"(?<![\w-])(?:1[-. ])?(\()?\Z")
_STATES = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA "
    "PR RI SC SD TN TX UT VT VA WA WV WI WY DC"
)
_STATE = re.compile(rf"(?<![A-Za-z])(?:{'|'.join(_STATES.split())})[.,]?[ ]{{1,2}}\Z")
_DOUBTFUL = 0.5
_FREE = re.compile(r"8(?:00|33|44|55|66|77|88)|900")
_MARKED_ALIKE = re.compile(r"([-.])\d{3}\1[A-Z]{4}(?!\w)")  # 202.555.HELP
# A word that has lost the space in front of it, and no rest of a code in hexadecimals: "01632 960123Directions".
_WORD_BEHIND = re.compile(r"(?=[a-f]{0,3}[g-z])[a-z]{3,}+(?!\d)")
_AMERICAN = frozenset({"US", "CA"})
_KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")


def spots(plain: Plain, clues: Clues) -> Iterator[Spot]:
    """Find phone numbers."""
    everything = list(runs(plain))
    if everything:
        yield from _Reader(plain, clues).read(everything)
    yield from _vanity(plain)


def _vanity(plain: Plain) -> Iterator[Spot]:
    """Find North American numbers that are spelled with letters."""
    text = plain.text
    for start, end in plain.numbers:
        match = _VANITY.match(text, end) if end - start == 3 else None
        before = _BEFORE_AREA.search(text, max(0, start - 5), start) if match else None
        if match and before and (before[1] or _FREE.match(text, start) or _MARKED_ALIKE.match(text, end)):
            digits = re.sub(r"\D", "", text[start : match.end()].translate(_KEYS))
            yield Spot(FindingKind.PHONE, f"+1{digits}", before.start(), match.end(), 0.8)


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
            first = 0
            while first < len(run.groups) and self.left > 0:
                found, stop = None, first + 1
                if starts_anew(run, first) and not self._is_zip(run, first):
                    found, stop = self._longest(run, first, previous)
                if found:
                    yield found
                    previous = found.end
                first = stop

    def _longest(self, run: Run, first: int, previous: int) -> tuple[Spot | None, int]:
        """Return the longest number that starts at group `first`, and where to go on; a doubtful one at last."""
        spare = None, first + 1
        for stop in ends(run, first):
            found = self._judge(piece(run, first, stop), previous)
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

    def _judge(self, run: Run, previous: int) -> Spot | None:
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
        reading, sure = self._reading(run, cued)
        if not reading:
            return None
        self.seen[reading.region] += 1
        self.left = before
        return Spot(FindingKind.PHONE, reading.value, run.start, run.end, sure)

    def _reading(self, run: Run, cued: bool) -> tuple[Reading | None, float]:
        digits = run.digits
        if run.plus:
            found = international(run)
            if found or not cued:
                return found, 0.95
            return international(run, lenient=True) or foreign(run), _DOUBTFUL
        if digits.startswith(("00", "011")) and (cued or len(run.groups) > 1) and (found := international(run)):
            return found, 0.9
        if _country_in_brackets(run) and (found := international(run)):
            return found, 0.8
        if set(run.gaps[1:]) == {"/"} and not cued:
            return None, 0.0  # 300/600/2400
        for region in self.clues.page_regions[:3]:
            if region not in _AMERICAN and (found := national(run, region, trunkless=cued)) and found.fits:
                return found, 0.95 if cued else 0.8
        if found := north_american(run):
            self.area = found.value[2:5]
            return found, 0.95 if cued else 0.85
        if cued and self.area and (found := local_american(run, self.area)):
            return found, 0.6
        bare = len(run.groups) == 1
        for region in self._regions():
            self.left -= 1
            found = national(run, region)
            if not found:
                continue
            if digits.startswith("0") and (not bare or cued or len(digits) >= 9):
                return found, 0.95 if cued else 0.8
            if cued or (found.fits and len(digits) >= 8 and len(run.groups) > 1):
                return found, 0.9 if cued else 0.7
        if cued or (len(run.groups) > 2 and digits.startswith("0")):
            self.left -= 10
            if digits.startswith("0") and (found := anywhere(run, any_grouping=cued)):
                return found, 0.7 if cued else 0.55
        if cued and not digits.startswith("0") and len(digits) >= 10:
            return (north_american(run, any_grouping=True) or international(run)), 0.6
        return None, 0.0

    def _fills_line(self, run: Run) -> bool:
        low = self.plain.low
        return low[run.start - 1 : run.start] in ("", "\n") and low[run.end : run.end + 1] in ("", "\n")

    def _regions(self) -> list[str]:
        voted = [region for region, _ in self.seen.most_common(3)]
        return list(dict.fromkeys([*self.clues.page_regions, *voted, *self.clues.regions]))


def _is_numbered(text: str, run: Run) -> bool:
    """Tell whether a run nobody calls a phone is a US ZIP code with its four, or a clause: 252.227-7013."""
    marks = {gap.strip() for gap in run.gaps[1:]}
    if marks == {"-"} and [len(group) for group in run.groups] == [5, 4]:
        return bool(_STATE.search(text, max(0, run.start - 6), run.start))
    return {".", "-"} <= marks


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
    if before[-1:] in ("/", "=", "_", "@", "#", "&", "?"):
        return not before.endswith(("wa.me/", "phone=", "tel=", "number=", " /", "//"))
    return before[-1:] in (",", ".", ":") and before[-2:-1].isdigit()
