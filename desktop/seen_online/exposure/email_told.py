"""Addresses whose page tells how to mend them: "jane#example.org (replace # with @)", "remove XYZ from the address"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.exposure.domain import known_end
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.plain import Plain, places
from seen_online.exposure.spot import Spot

REACH = 400  # characters on each side of such a sentence in which its address stands, and of an @ in which it does
_MOST = 50  # sentences of this kind on one page
_QUOTE = r"[\"'(\[<{]{0,2}"
_END = r"[\"')\]>}]{0,2}"
# replace # with @ · change "(a)" to "@" · ersetze * durch @
_SWAP = re.compile(
    r"(?:replac\w{1,3}|chang\w{1,3}|substitut\w{1,3}|swap|ersetzen?|remplace[rz]?) (?:the |each |every |sie |das )?"
    rf"{_QUOTE}(?P<mark>[^\s\w@]{{1,4}}|[a-z]{{2,12}}){_END} (?:sign |symbol |mark )?"
    rf"(?:with|by|for|to|into|durch|par) (?:an? |the )?{_QUOTE}(?:@|at[ -]?sign)"
)
# # = @ · where # is @
_EQUALS = re.compile(
    r"(?<![^\s(])(?P<mark>(?!\()[^\s\w@=]{1,3}|[a-z]{2,12}) ?(?:=|is|means|stands for) ?(?:an? |the )?@(?![\w.])"
)
# (remove XYZ) · please delete "nope" · without the spaces is not one of them
_DROP = re.compile(
    r"(?:remov\w{1,3}|delet\w{1,3}|omit|take out|leave out|drop|strip|without|ohne) "
    rf"(?:the )?(?:words? |letters? |text )?{_QUOTE}[._-]?(?P<word>[a-z][a-z_.-]{{1,20}})(?<![._-]){_END}(?![\w@])"
)
_SWAP_VERBS = ("replac", "chang", "substitut", "swap", "ersetz", "remplac")
_BEFORE_AT = frozenset({" ", "="})
_VERBS = ("remov", "delet", "omit", "take out", "leave out", "drop", "strip", "without", "ohne")
_NOT_DROPPED = frozenset({"the", "spaces", "space", "this", "from", "your", "any", "all", "cookies", "spam"})
_DOMAIN = r"(?:[a-z0-9][a-z0-9-]{0,62}\.){1,6}[a-z]{2,24}(?![\w-])"
_ADDRESS = re.compile(rf"(?<![\w.+-])[a-z0-9][\w.+-]{{0,63}}@{_DOMAIN}")


def spots(plain: Plain) -> Iterator[Spot]:
    """Find addresses with the mending that the page asks for."""
    low = plain.low
    marks = list(places(low, "@"))
    left = _MOST
    for told in _swaps(low, marks):
        if left > 0:
            left -= 1
            yield from _swapped(low, told)
    for told in _told(low, marks, _VERBS, _DROP):
        # "remove XX", but not "remove it"
        loud = len(told["word"]) > 2 or plain.text[told.start("word") : told.end("word")].isupper()
        if loud and told["word"] not in _NOT_DROPPED and left > 0:
            left -= 1
            yield from _shortened(low, told)


def _swaps(low: str, marks: list[int]) -> Iterator[re.Match[str]]:
    """Return where a page tells what stands for @."""
    signs = sorted([*marks, *places(low, "at sign"), *places(low, "at-sign")])
    yield from _told(low, signs, _SWAP_VERBS, _SWAP)
    for place in marks:
        if low[place - 1 : place] in _BEFORE_AT and (told := _EQUALS.search(low, max(0, place - 24), place + 1)):
            yield told


def _told(low: str, marks: list[int], verbs: tuple[str, ...], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Return the sentences that begin with one of the verbs and stand near one of the marks, in order.

    Looking near the marks only spares looking through all of the page for each verb.
    """
    start = stop = 0
    for mark in [*marks, len(low) + 3 * REACH]:
        if mark - REACH <= stop:
            stop = mark + REACH
            continue
        begun = (place for verb in verbs for place in places(low[start:stop], verb))
        for place in sorted(begun):
            if told := pattern.match(low, start + place):
                yield told
        start, stop = max(0, mark - REACH), mark + REACH


def _swapped(low: str, told: re.Match[str]) -> Iterator[Spot]:
    """Yield what stands around the told mark."""
    mark = re.escape(told["mark"])
    written = re.compile(rf"(?<![\w.+-])([a-z0-9][\w.+-]{{0,63}}?) ?{mark} ?({_DOMAIN})")
    for start, end in ((max(0, told.start() - REACH), told.start()), (told.end(), told.end() + REACH)):
        for match in written.finditer(low, start, end):
            if known_end(match[2]):
                yield Spot(FindingKind.EMAIL, f"{match[1]}@{match[2]}", match.start(), match.end(), 0.9)


def _shortened(low: str, told: re.Match[str]) -> Iterator[Spot]:
    """Yield the addresses around that hold the told word, without it."""
    for start, end in ((max(0, told.start() - REACH), told.start()), (told.end(), told.end() + REACH)):
        for match in _ADDRESS.finditer(low, start, end):
            if told["word"] not in match[0]:
                continue
            word = re.escape(told["word"])
            bare = re.sub(rf"[._-]?{word}(?=[._-]|@)|(?<=@){word}[._-]?|{word}", "", match[0], count=1)
            if _ADDRESS.fullmatch(bare) and known_end(bare):
                yield Spot(FindingKind.EMAIL, bare, match.start(), match.end())
