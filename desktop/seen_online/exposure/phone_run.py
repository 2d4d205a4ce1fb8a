"""Runs of digits that could be dialled, and the pieces they fall into."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from seen_online.exposure.plain import Plain

_IN_A_GAP = " \t().-/[]~"
_LEAD = re.compile(r"(?:\+[ ]?)?[(\[]{0,2}[ ]?(?:\+[ ]?)?\(?\Z")
_LONGEST_GAP, _MOST_GROUPS = 6, 40
FEWEST, MOST = 7, 15  # digits of a phone number, E.164
_WHOLE = 9  # digits after which a "/" starts something else
_OCTET = re.compile(r"(?:1?\d?\d|2[0-4]\d|25[0-5])(?<!\A0\d)(?<!\A0\d\d)\Z")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")


class Run(msgspec.Struct, frozen=True):
    """A stretch of text that could be one phone number.

    `groups` are its groups of digits, `gaps` what stands before each of them; `plus` tells that it starts with +.
    """

    start: int
    end: int
    groups: tuple[str, ...]
    gaps: tuple[str, ...]

    @property
    def plus(self) -> bool:
        """Tell whether it is written with its country in front."""
        return "+" in self.gaps[0]

    @property
    def digits(self) -> str:
        """Return all its digits."""
        return "".join(self.groups)

    @property
    def is_spaced_out(self) -> bool:
        """Tell whether every digit stands alone: 0 7 7 0 0 9 0 0 1 2 3."""
        return len(self.groups) >= FEWEST and len(self.digits) == len(self.groups)

    @property
    def marked_groups(self) -> tuple[str, ...]:
        """Return the groups when spaces don't count: pages split by tags show "7 70-09 0-01 23"."""
        joined: list[str] = []
        for group, gap in zip(self.groups, self.gaps, strict=True):
            if joined and not gap.strip():
                joined[-1] += group
            else:
                joined.append(group)
        return tuple(joined)


def runs(plain: Plain) -> Iterator[Run]:
    """Return the longest runs of digits with no more than a few marks between them, where they have digits enough."""
    low = plain.low
    members: list[tuple[int, int]] = []
    size = 0
    last = -1
    for start, end in plain.numbers:
        gap = low[last:start] if members and start - last <= _LONGEST_GAP else "?"
        if members and (gap.strip(_IN_A_GAP) or len(members) == _MOST_GROUPS):
            if size >= FEWEST:
                yield _run(low, members)
            members, size = [], 0
        members.append((start, end))
        size += end - start
        last = end
    if size >= FEWEST:
        yield _run(low, members)


def _run(low: str, members: list[tuple[int, int]]) -> Run:
    first = members[0][0]
    lead = _LEAD.search(low, max(0, first - 5), first)
    start = lead.start() if lead else first
    gaps = [low[start:first].lstrip(), *(low[a[1] : b[0]] for a, b in pairwise(members))]
    return Run(first - len(gaps[0]), members[-1][1], tuple(low[a:b] for a, b in members), tuple(gaps))


def piece(run: Run, first: int, stop: int) -> Run:
    """Return the groups `first`..`stop` of a run as a run of their own."""
    start = run.start + sum(map(len, run.gaps[: first + 1])) + sum(map(len, run.groups[:first]))
    lead = run.gaps[first] if first == 0 else run.gaps[first].lstrip(" \t.-/)]~")
    end = start + len(run.groups[first])
    end += sum(
        len(gap) + len(group)
        for gap, group in zip(run.gaps[first + 1 : stop], run.groups[first + 1 : stop], strict=True)
    )
    return Run(start - len(lead), end, run.groups[first:stop], (lead, *run.gaps[first + 1 : stop]))


def ends(run: Run, first: int) -> Iterator[int]:
    """Return where a number that starts at group `first` could end (exclusive), the longest first."""
    total, stop = 0, first
    last = first + (MOST if run.is_spaced_out else 9)
    while stop < min(last, len(run.groups)) and total + len(run.groups[stop]) <= MOST + 2:
        if "/" in run.gaps[stop] and total >= _WHOLE and stop > first:
            break  # 01632 960123/124: the other lines of the same house
        total += len(run.groups[stop])
        stop += 1
    while stop > first and total >= FEWEST:
        # Where the country is named its rules tell the end, so any space may be it.
        if starts_anew(run, stop) or ("+" in run.gaps[first] and run.gaps[stop] == " "):
            yield stop
        stop -= 1
        total -= len(run.groups[stop])


def starts_anew(run: Run, at: int) -> bool:
    """Tell whether a new number may start with group `at` of a run, or the run has ended."""
    if at == 0 or at >= len(run.groups):
        return True
    gap, group = run.gaps[at], run.groups[at]
    if len(gap) >= 2 or gap in ("/", "\t", "~"):
        return True
    if gap == " " and _is_whole(run, at):
        return True
    enough = sum(map(len, run.groups[at : at + 6])) >= FEWEST
    return enough and gap not in ("-", ".") and (group.startswith("0") or group == "1")


def _is_whole(run: Run, at: int) -> bool:
    """Tell whether a lone space ends what stands before group `at`.

    "77042 202-555-0143", "202.555.0143 202.555.0144": it parts what other marks join. "2025550143 1 2 3": so many
    digits in one group are a number already.
    """
    marks = run.gaps[at + 1 : at + 3]
    return len(run.groups[at - 1]) >= _WHOLE or (len(marks) == 2 and marks[0] == marks[1] and marks[0] in ("-", "."))


def is_something_else(run: Run) -> bool:
    """Tell dates, spans of years, times, IP addresses and page ranges from numbers that are dialled."""
    groups, gaps = run.groups, run.gaps
    if len(groups) == 1:
        return False
    if sum(gap.count("[") for gap in gaps) > 1:
        return True  # a pattern of digits: [0-9][0-9]
    if not run.plus and groups[0] != "00" and _is_reckoned(groups, gaps):
        return True
    return any("(" in gap or ")" in gap for gap in gaps[4:]) or ("(" in gaps[-1] and len(groups) > 2)


def is_decimal(run: Run) -> bool:
    """Tell whether a run looks like a number with a fraction, 1234.5678, or like an IP address in pairs, 10.20.30.40.

    No fraction starts with 0 and a digit. A word that calls it a phone outweighs both.
    """
    groups = run.groups
    if set(run.gaps[1:]) != {"."} or run.plus:
        return False
    pairs = len(groups) == 4 and all(len(group) == 2 and group[0] != "0" for group in groups)
    return pairs or (len(groups) == 2 and not re.match(r"0\d", groups[0]))


def _is_reckoned(groups: tuple[str, ...], gaps: tuple[str, ...]) -> bool:
    """Tell dates, spans of years, times, IP addresses and fractions of small numbers."""
    years = [bool(_YEAR.match(group)) for group in groups]
    if years[0] and len(groups) > 1 and (years[1] or (len(groups[1]) <= 2 and gaps[1] in ("-", "/", "."))):
        return True  # 1985-2019, 2019-04-07
    if len(groups) >= 3 and years[2] and len(groups[0]) <= 2 and len(groups[1]) <= 2 and gaps[1] == gaps[2]:
        return True  # 30/9/2019
    if "/" in gaps[1] and len(groups) >= 3 and "/" in gaps[2] and max(map(len, groups[:3])) <= 2:
        return True  # 11/10/84
    if len(groups) == 4 and set(gaps[1:]) == {"."} and all(_OCTET.match(group) for group in groups):
        return any(len(group) != 2 for group in groups)  # an IP address
    if len(groups) == 2 and gaps[1] == "." and len(groups[0]) <= 2 and not re.match(r"0\d", groups[0]):
        return True  # 54.89512
    if len(groups) >= 4 and max(map(len, groups)) <= 2 and "." in gaps[1]:
        pairs = zip(gaps[1::2], gaps[2::2], strict=False)
        return all("." in inside and "." not in between for inside, between in pairs)  # 09.15 10.45 11.15
    return False
