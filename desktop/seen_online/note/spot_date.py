"""Dates of birth in any spelling: 12/03/1985, 1985-03-12, 12th March 85, the twelfth of March, 12 III 85, 12031985."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from seen_online.exposure.dates import MONTHS
from seen_online.note.masks import masked_date
from seen_online.note.numerals import DAYS, ROMAN
from seen_online.note.secrets import Secret
from seen_online.note.span import Span

_ISO = re.compile(r"(?:(\d{4})|-)(?:-(\d{2}))?(?:-(\d{2}))?\Z")
_MONTH = "(" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![^\W\d_])\.?"
_END = r"(?![0-9])"
_GAP = r"[\s./_,'’-]{1,3}"
_YEAR = rf"(?:[\s./_,'’-]{{0,3}}([0-9]{{4}}|[0-9]{{2}}){_END})?"
_ORDINAL = r"(?:st|nd|rd|th|af|ail|ydd|fed|eg|ain)?"
_WORDED = "(" + "|".join(sorted(DAYS, key=len, reverse=True)).replace(" ", r"[\s-]?") + ")"
_ROMAN = "(" + "|".join(sorted(ROMAN, key=len, reverse=True)) + ")"
_TRIPLE = re.compile(rf"(?<![0-9])([0-9]{{1,4}}){_GAP}([0-9]{{1,2}}){_GAP}([0-9]{{4}}|[0-9]{{1,2}}){_END}")
_PAIR = re.compile(r"(?<![0-9])(?<![0-9][./-])([0-9]{1,4})\s?[./-]\s?([0-9]{1,4})(?![./-]?[0-9])")
_DAY_MONTH = re.compile(rf"(?<![0-9])([0-9]{{1,2}}){_ORDINAL}[\s.,_-]{{0,3}}(?:of\s|o\s|de\s)?{_MONTH}{_YEAR}")
_MONTH_DAY = re.compile(rf"(?<![^\W_]){_MONTH}[\s_,-]{{1,3}}(?:the\s)?([0-9]{{1,2}}){_END}{_ORDINAL}{_YEAR}")
_WORD_MONTH = re.compile(rf"(?<![^\W_]){_WORDED}[\s,]{{1,3}}(?:of\s|day\sof\s)?{_MONTH}{_YEAR}")
_MONTH_WORD = re.compile(rf"(?<![^\W_]){_MONTH}[\s,]{{1,3}}(?:the\s)?{_WORDED}(?![^\W_]){_YEAR}")
_ROMAN_MONTH = re.compile(rf"(?<![0-9])([0-9]{{1,2}})[\s./-]{{1,2}}{_ROMAN}[\s./-]{{1,2}}([0-9]{{4}}|[0-9]{{2}}){_END}")
_MONTH_YEAR = re.compile(rf"(?<![^\W_]){_MONTH}{_GAP}([0-9]{{4}}){_END}")
_YEAR_FIRST = re.compile(rf"(?<![0-9])([0-9]{{4}}){_GAP}{_MONTH}(?:{_GAP}([0-9]{{1,2}}){_END})?")
_DIGITS = re.compile(r"(?<![0-9])(?:[0-9]{8}|[0-9]{6})(?![0-9])")
_ONE_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")

_Read = tuple[Secret, str] | None  # whose date it is, and what stands there instead


class DateSpotter:
    """Finds the dates of birth among `secrets` in folded texts."""

    def __init__(self, secrets: Iterable[Secret]) -> None:
        self._known: dict[tuple[int, int, int], Secret] = {}  # year, month, day; 0 where it is not known
        self._days: dict[tuple[int, int], Secret] = {}
        self._months: dict[tuple[int, int], Secret] = {}
        for secret in secrets:
            match = _ISO.match(secret.value) if secret.kind == "date_of_birth" else None
            if match:
                year, month, day = (int(part or 0) for part in match.groups())
                self._known.setdefault((year, month, day), secret)
                self._days.setdefault((month, day), secret)
                self._months.setdefault((year, month), secret)

    def spans(self, text: str) -> Iterator[Span]:
        """Return where the dates, or telling parts of them, stand in a folded text."""
        if not self._known:
            return
        yield from _scan(_TRIPLE, text, self._triple)
        yield from _scan(_DAY_MONTH, text, lambda m: self._named(m[1], m[2], m[3]))
        yield from _scan(_MONTH_DAY, text, lambda m: self._named(m[2], m[1], m[3]))
        yield from _scan(_WORD_MONTH, text, lambda m: self._named(_day(m[1]), m[2], m[3]))
        yield from _scan(_MONTH_WORD, text, lambda m: self._named(_day(m[2]), m[1], m[3]))
        yield from _scan(_ROMAN_MONTH, text, lambda m: self._date(m[3], ROMAN[m[2]], int(m[1])))
        yield from _scan(_YEAR_FIRST, text, lambda m: self._named(m[3], m[2], m[1]))
        yield from _scan(_MONTH_YEAR, text, lambda m: self._month(int(m[2]), _number(m[1])))
        yield from _scan(_PAIR, text, self._pair)
        yield from _scan(_DIGITS, text, self._run)
        yield from _scan(_ONE_YEAR, text, self._year)

    def _triple(self, match: re.Match[str]) -> _Read:
        one, two, three = match.groups()
        if len(one) == 4:
            return self._date(one, int(two), int(three)) or self._date(one, int(three), int(two))
        if len(one) > 2:
            return None
        found = self._date(three, int(two), int(one)) or self._date(three, int(one), int(two))
        return found or (self._date(one, int(two), int(three)) if len(three) < 3 and len(one) == 2 else None)

    def _named(self, day: str | None, month: str, year: str | None) -> _Read:
        if day is None:
            return self._month(int(year or 0), _number(month))
        found = self._date(year, _number(month), int(day)) if year else None
        # "12 March 10 am": two digits behind the month need not be its year.
        return found or (None if year and len(year) == 4 else self._day(_number(month), int(day)))

    def _pair(self, match: re.Match[str]) -> _Read:
        one, two = match.groups()
        if len(one) <= 2 and len(two) <= 2:
            return self._day(int(two), int(one)) or self._day(int(one), int(two))
        return self._month(int(two), int(one)) or self._month(int(one), int(two))

    def _run(self, match: re.Match[str]) -> _Read:
        run = match[0]
        first, second, last = run[:2], run[2:4], run[4:]
        year = len(last)
        return (
            self._date(last, int(second), int(first))
            or self._date(last, int(first), int(second))
            or self._date(run[:year], int(run[year : year + 2]), int(run[year + 2 :]))
        )

    def _date(self, year: str, month: int, day: int) -> _Read:
        for known in (int(year),) if len(year) == 4 else (1900 + int(year), 2000 + int(year)):
            if secret := self._known.get((known, month, day)):
                return secret, masked_date(secret.value)
        # A birthday of which no year is known is given away by a date of any year.
        birthday = self._known.get((0, month, day))
        return (birthday, masked_date(birthday.value)) if birthday else None

    def _day(self, month: int, day: int) -> _Read:
        secret = self._days.get((month, day)) if month and day else None
        return (secret, masked_date(f"--{month:02}-{day:02}")) if secret else None

    def _month(self, year: int, month: int) -> _Read:
        secret = self._months.get((year, month)) if year and month else None
        return (secret, masked_date(f"{year}-{month:02}")) if secret else None

    def _year(self, match: re.Match[str]) -> _Read:
        secret = self._known.get((int(match[0]), 0, 0))
        return (secret, masked_date(match[0])) if secret else None


def _scan(pattern: re.Pattern[str], text: str, read: Callable[[re.Match[str]], _Read]) -> Iterator[Span]:
    at = 0
    while match := pattern.search(text, at):
        found = read(match)
        if found is None:
            at = match.start() + 1
            continue
        yield Span(match.start(), match.end(), *found)
        at = match.end()


def _day(word: str) -> str:
    """Return "21" for twenty-first, however its two parts are joined."""
    return next(str(number) for day, number in DAYS.items() if day.replace(" ", "") == re.sub(r"[\s-]", "", word))


def _number(month: str) -> int:
    return MONTHS[month.rstrip(".")]
