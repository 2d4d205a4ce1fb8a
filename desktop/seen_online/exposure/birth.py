"""Dates of birth, told apart from all other dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from seen_online.exposure import birthday
from seen_online.exposure.birth_gap import labels, may_lie_between
from seen_online.exposure.birth_table import dates_below
from seen_online.exposure.birth_things import is_for_all, is_thing_born
from seen_online.exposure.clues import Clues
from seen_online.exposure.dates import FROM_DIGIT, FROM_MONTH, When
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.page_dates import PageDates
from seen_online.exposure.plain import Plain, places
from seen_online.exposure.spot import Spot

REACH = 110  # characters between the word that tells and its date
OLDEST = 116  # years; nobody alive is older
# How a birth is announced, a pattern for each first letter: a pattern that starts with a letter is searched quickly.
_CUES = tuple(
    re.compile(rf"{words}(?![^\W\d_])")
    for words in (
        r"b(?:orn(?![ -](?:of the|again|to (?:be|run)|free|and bred|into))"
        r"|irth(?:[ _-]?(?:da(?:te|y)|year))?|-?day|\.)",
        r"yob",
        r"d(?:ob|[./][ ]?o[./][ ]?b\.?|yddiad geni|ogum(?:lu|u| tarihi)?"
        r"|at[aeum]{1,2} (?:et? (?:lieu|luogo|local) )?(?:di |de |da )?na(?:issance|scita|scimento|cimiento))",
        r"n(?:e(?:e|\(e\))? (?:le|en|a|au)|ac(?:id[oa]|imiento|io)|at[oa](?:/a)?(?: il| a| nel)|aissance"
        r"|asc(?:id[oa]|eu|imento)|aroden(?:[aiy]|ia)|arozen[aiy]?|ar\.|ascut\w?|asterii)",
        r"g(?:eb(?:\.|oren(?: op)?|urtstag|urtsdatum|oortedatum)|an(?:wyd|ed))",
        r"jahrgang",
        r"c(?:umpleanos|ompleanno)",
        r"verjaardag",
        r"f(?:od[dt]|odselsda[tg]\w{0,4}|odelseda[tg]\w{0,4}|echa de nacimiento)",
        r"ur(?:odz(?:on[yaei]|il\w{0,3}|enia|iny)|\.)",
        r"synty(?:n\w{1,3}|maaika)",
        r"\((?:\*|b[ ])",
        r"szulet(?:ett|esi \w{2,5})",
        r"r(?:od(?:en[aiy]?|enja)|ojen[aio]?|ugadh)",
        r"s(?:undinud|unniaeg)",
        r"dzim(?:is|usi|sanas)(?: \w{2,6})?",
        r"gim(?:e|es|imo data)",
        r"\*(?:(?<=[^\W\d][ ,]\*)|(?<=[^\W\d], \*))(?=[ ]?\d{1,2}\.[ ]?(?:\d{1,2}\.[ ]?|[a-z]{3,9}[ ])\d{4})",
    )
)
# In letters of their own, each from its first: one character is found ten times as quickly as two are.
_CUES_ABROAD = tuple(
    (words[0], re.compile(rf"{words}(?![^\W\d_])"))
    for words in (
        r"ро(?:дил\w{0,4}|ждения|ден[аи]?|д\.)",
        r"г\. ?р\.",
        r"γενν(?:ηθηκε|ησης|ηση|ημεν\w{1,2})(?: στις)?",
        r"народ(?:ил\w{0,4}|ження)",
        r"생년월일",
        r"출생일?",
        "\N{BIRTHDAY CAKE}",
        r"生(?:年月日|まれ|日)?",
        r"出生(?:日期|于|於|在)?",
    )
)
_COMPACT = re.compile(r"\d{6}")  # 120385, where a label calls it so
_YEAR_ONLY = re.compile(r"(?:\d\d){1,2}")
# Languages that say at the end of the sentence what the date was: "wurde am 12. März 1985 in Köln geboren".
_SAID_LAST = ("geboren", "dogumlu", "рожд", "г", "생", "출", "出生", "生")
# "b." that numbers things: a. 1984 b. 1985 · section b.
_NUMBERS_THINGS = re.compile(
    r"(?:\d|(?<![a-z])(?:sections?|parts?|groups?|plan|type|class|grade|vitamin|hepatitis|appendix|schedule|article"
    r"|clause|paragraph|para))[ ,;]{1,2}\Z"
)
_DAYS = ("day", "\N{BIRTHDAY CAKE}", "cumpleanos", "compleanno", "verjaardag", "urodziny")
_CATEGORY = re.compile(r"births(?=[ ]{0,3}(?:[\n|·•]|\Z))")
_YEAR_BEFORE = re.compile(r"(?:^|[\n|·•])[ ]{0,3}((?:19|20)\d\d) \Z")
# The life ended: what is given away is no living person's.
_ENDED = re.compile(
    r"[ ]{0,3}(?:\([^()\n]{0,40}\)[ ]?)?[,;]?[ ]{0,2}(?:-|to|until|;|,)[ ]{0,3}(?:died|d\.|death|†|\+)"
    r"|[^.\n]{0,60}?[ ,(;](?:died|d\. \d|deceased|passed away|murdered|killed)(?![a-z])"
)
_UNTIL = re.compile(
    r"[ ]{0,3}(?:\([^()\n]{0,40}\)[ ]?)?[,;]?[ ]{0,2}(?:-|to|until|;|,)[ ]{0,3}(?:c\. ?|ca\.? ?|about )?"
)
# 12 March 1985 - ) : a life that goes on
_OTHER_NAME = re.compile(r"(?:[^()\d\n]{2,48}[;,:] )?")
_OPEN_LIFE = re.compile(r"[ ]{0,2}-[ ]{0,2}(?:\)|present\)|$|\n)")
_OF_IT = (" of ", " de la ", " du ", " d'un")
_OF_NOBODY = (" its ", "s' ", "'s ", "the ", "after ", " de ", "home ", "water ", "at ", "give ", "gave ", "ving ")
# A year alone counts in front where the sentence has begun so: sie wurde 1985 in Leeds geboren.
_IN_THE_YEAR = re.compile(r"(?<![a-z])(?:wurde|ist|bin|werd|is|ben|was)(?: im jahre?| in)? \Z")
# A Star Is Born (2018) · Max Born (1954 prize)
_ENDS_A_NAME = re.compile(r"(?:[a-z] B|\b[Ii]s [Bb])orn\Z")
_BORN = ("born", "ne", "nac", "nat", "nasc", "geb", "gan", "fod")
_BACKWARDS = re.compile(
    r"[ ]{0,2}(?:\)|,)?(?:,? (?:is|was) (?:my|his|her|their|the|your) |[ ]?\("
    r"|(?:,? in [a-z .'-]{2,30},)?,? [a-z .'-]{2,40} (?:was|is|were) "
    r"| (?:was|were) | (?:in|te|zu) [a-z .'-]{2,40} | года | ?г\. |[ ]{0,2})\Z"
)


def spots(plain: Plain, clues: Clues) -> Iterator[Spot]:
    """Find dates of birth."""
    low = plain.low
    dates = PageDates(plain, month_first="US" in clues.regions[:1])
    cues = [cue for pattern in _CUES for cue in pattern.finditer(low)]
    for first, pattern in () if low.isascii() else _CUES_ABROAD:
        cues += filter(None, (pattern.match(low, place) for place in places(low, first)))
    done = 0
    for cue in sorted(cues, key=re.Match.start):
        if cue.start() < done or not _announces(low, cue):
            continue
        if column := list(_in_column(dates, cue)):
            yield from column
        elif spot := _beside(dates, cue):
            done = spot.end
            yield spot
    yield from _open_lives(dates)
    yield from _categories(dates)
    yield from birthday.spots(dates)


def _announces(low: str, cue: re.Match[str]) -> bool:
    """Tell "born" from "newborn", "British-born", "40th birthday" and "happy birthday", whose date says less."""
    before = low[max(0, cue.start() - 6) : cue.start()]
    if before[-1:].isalpha() and cue[0].isascii():
        return before.endswith("of")  # dateOfBirth
    if before.endswith("-") and cue[0] == "born":
        return False
    if cue[0] in ("birth", "naissance") and (before.endswith(_OF_NOBODY) or low.startswith(_OF_IT, cue.end())):
        return False  # the birth of an idea, and its birth
    return not (cue[0].endswith("day") and before.rstrip().endswith(("st", "nd", "rd", "th", "happy")))


def _beside(dates: PageDates, cue: re.Match[str]) -> Spot | None:
    """Return the date that a cue speaks of: behind it, or else in front of it."""
    low, end = dates.low, cue.end()
    if cue[0].startswith(_SAID_LAST) and (spot := _before(dates, cue.start(), cue[0])):
        return spot
    match = next(dates.between(end, end + REACH + 30), None)
    gap = low[end : match.start()] if match else ""
    bare = cue[0] == "birth" and not low.endswith("of ", 0, cue.start())  # birth plan, birth mother
    near = labels(gap) if bare or cue[0].endswith(_DAYS) else match is not None and may_lie_between(gap, match[0])
    if match and len(gap) <= REACH and near:
        if _has_ended(low, match.end()):
            return None
        if cue[0].startswith(_BORN) and (is_thing_born(low, cue.start()) or is_for_all(low, match.end())):
            return None
        if cue[0] == "b." and _NUMBERS_THINGS.search(low[max(0, cue.start() - 16) : cue.start()]):
            return None
        if cue[0] == "born" and gap.strip() == "(" and _ENDS_A_NAME.search(dates.text[max(0, cue.start() - 12) : end]):
            return None
        if _COMPACT.fullmatch(match[0]) and not labels(gap):
            return None
        loose = bool(_YEAR_ONLY.fullmatch(match[0])) or not labels(gap)
        if cue[0] == "b." and loose and not _is_somebodys(dates, cue.start()):
            return None
        when = dates.value(match)
        if when and not _alive(when, dates.today):
            return None
        if when:
            return _spot(when, match, 0.8 if _YEAR_ONLY.fullmatch(match[0]) or len(gap) > 40 else 0.95)
    return _before(dates, cue.start(), cue[0]) if cue[0][0] in "bd生" else None


def _has_ended(low: str, end: int) -> bool:
    """Tell whether a death, or another date as of one, follows a date of birth that ends at `end`."""
    stop = end + 100
    until = _UNTIL.match(low, end, stop)
    if until and (FROM_DIGIT.match(low, until.end(), stop) or FROM_MONTH.match(low, until.end(), stop)):
        return True
    return bool(_ENDED.match(low, end, stop))


def _is_somebodys(dates: PageDates, place: int) -> bool:
    """Tell "Jane Doe, b. 1985" from "Plan B. 1985" and from the second of a list."""
    return dates.text[place] == "b"


def _in_column(dates: PageDates, cue: re.Match[str]) -> Iterator[Spot]:
    """Yield the dates that stand in a table below a cue."""
    for match in dates_below(dates, cue):
        when = dates.value(match)
        if when and _alive(when, dates.today):
            yield _spot(when, match, 0.9)


def _before(dates: PageDates, place: int, said: str) -> Spot | None:
    """Return the date in "On 2 March 1960, Jane was born" and "12 March is my birthday"."""
    last = None
    for match in dates.between(place - 75, place):
        last = match
    if (
        not last
        or _COMPACT.fullmatch(last[0])
        or (said == "born" and dates.low[last.end() : place].strip() in ("", ","))
    ):
        return None  # Registered 12 March 1985, born in Leeds
    if _YEAR_ONLY.fullmatch(last[0]):
        begun = _IN_THE_YEAR.search(dates.low, max(0, last.start() - 24), last.start())
        if not begun or is_thing_born(dates.low, last.start()):
            return None
    if not _BACKWARDS.fullmatch(dates.low, last.end(), place):
        return None
    when = dates.value(last)
    return _spot(when, last, 0.8) if when and _alive(when, dates.today) else None


def _categories(dates: PageDates) -> Iterator[Spot]:
    """Find the line "1985 births", under which an encyclopedia files people."""
    for match in _CATEGORY.finditer(dates.low):
        year = _YEAR_BEFORE.search(dates.low, max(0, match.start() - 12), match.start())
        if year and _alive(When(year[1]), dates.today):
            yield Spot(FindingKind.DATE_OF_BIRTH, year[1], year.start(1), year.end(1), 0.7)


def _open_lives(dates: PageDates) -> Iterator[Spot]:
    """Find "(12 March 1985 - )" and "(née Roe; 12 March 1985 - )"."""
    low = dates.low
    for place in places(low, "("):
        if not low[place + 1 : place + 2].isalnum() or "-" not in low[place + 4 : place + 82]:
            continue
        match = next(dates.between(place + 1, place + 84), None)
        if (
            match
            and _OTHER_NAME.fullmatch(low, place + 1, match.start())
            and not _YEAR_ONLY.fullmatch(match[0])
            and _OPEN_LIFE.match(low, match.end(), match.end() + 16)
        ):
            when = dates.value(match)
            if when and when.year and len(when.value) == 10 and _alive(when, dates.today):
                yield _spot(when, match, 0.7)


def _alive(when: When, today: date) -> bool:
    """Tell whether somebody born then can be alive, and was born at all by now."""
    year = when.year
    return year is None or (today.year - OLDEST <= year and when.value <= today.isoformat()[: len(when.value)])


def _spot(when: When, match: re.Match[str], sure: float) -> Spot:
    return Spot(FindingKind.DATE_OF_BIRTH, when.value, match.start(), match.end(), sure, when.also)
