"""Where somebody works, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.exposure.clues import Clues
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.plain import Plain, places
from seen_online.exposure.proper import proper_name
from seen_online.exposure.spot import Spot

_SAYS = tuple(
    re.compile(words)
    for words in (
        r"work(?:s|ed|ing)? (?:as an? [a-z -]{3,40} )?(?:at|for|with) ",
        r"employed (?:as an? [a-z -]{3,40} )?(?:at|by|with) ",
        r"volunteer(?:s|ed|ing)? (?:at|for|with) ",
        r"job at ",
        r"gweithio i ",
    )
)
_LABEL = re.compile(
    r"(?:works ?for(?: name)?|works ?location(?: name)?|employer(?: name)?|work ?place|place of work|company"
    r"|organi[sz]ation|affiliation(?: name)?|member ?of(?: name)?|"
    r"job ?title|occupation|position|profession|role|experience|has ?occupation(?: name)?|works at)[ ]?[:=][ ]{0,3}"
)
_LABEL_END = re.compile(r":[ ]{0,3}(?=[A-Z])")
# What people are at work; the last word of a job before "at".
_JOBS_WORDS = (
    "accountant actor adviser advisor agent administrator analyst apprentice architect artist assistant associate "
    "barrister builder buyer care carer caretaker chair chairman chairwoman chairperson chef chemist cleaner clerk "
    "coach consultant cook coordinator co-ordinator counsellor curator dean dentist deputy designer developer "
    "dietitian director doctor driver economist editor educator electrician employee engineer examiner executive "
    "expert farmer fellow firefighter founder co-founder gardener governor head historian housekeeper instructor "
    "intern interpreter inspector janitor journalist keyworker lawyer leader lead learner lecturer librarian manager "
    "matron mechanic member mentor midwife minister musician nanny nurse nutritionist officer operative operator "
    "optician owner painter paramedic partner pharmacist photographer physician physiotherapist pilot planner plumber "
    "podiatrist porter practitioner president principal producer professor programmer psychiatrist psychologist "
    "psychotherapist reader receptionist recruiter reporter representative researcher scholar scientist secretary "
    "senior server solicitor specialist staff statistician steward student supervisor surgeon teacher technician "
    "technologist therapist trainee trainer translator treasurer trustee tutor vet veterinarian vice-president "
    "volunteer waiter waitress warden welder worker writer"
)
_JOBS = frozenset(_JOBS_WORDS.split())
_BEFORE_AT = re.compile(r"([a-z-]{3,20})(?: \([^()\n]{1,30}\))?\Z")
# How institutions end their names, in the fields that care workers come from and around.
_INSTITUTION = re.compile(
    r"(?:Care Home|Nursing Home|Residential Home|Care Centre|Home Care|Hospital|Hospice|Infirmary|Surgery|Clinic"
    r"|School|Academy|College|University|"
    r"Council|NHS (?:Foundation )?Trust|Foundation Trust|Trust|Limited|Ltd|LLP|PLC|plc|Inc|GmbH|Nursery|Charity"
    r"|Housing Association|Social Services|"
    r"Constabulary|Police|Ministry|Bank)(?!\w)"
)
NEAR = 160  # characters on each side of the person's name in which an institution is taken for their own


def spots(plain: Plain, clues: Clues) -> Iterator[Spot]:
    """Find workplaces and jobs that are said to be somebody's."""
    text, low = plain.text, plain.low
    for says in _SAYS:
        for match in says.finditer(low):
            if not low[match.start() - 1 : match.start()].isalpha():
                yield from _named(text, _behind_the(low, match.end()), 0.75)
    for place in places(low, " at "):
        before = _BEFORE_AT.search(low, max(0, place - 52), place)
        if before and before[1].removesuffix("s") in _JOBS:
            yield from _named(text, _behind_the(low, place + 4), 0.75)
    for match in _LABEL_END.finditer(text):
        line = low.rfind("\n", max(0, match.start() - 30), match.start()) + 1
        label = low[line or max(0, match.start() - 30) : match.end()].lstrip(" \t*-|")
        if _LABEL.fullmatch(label):
            yield from _named(text, match.end(), 0.8)


def near(plain: Plain, named: list[Spot]) -> Iterator[Spot]:
    """Find institutions that stand near the person's own name."""
    text = plain.text
    done = 0
    for name in named:
        start = max(done, name.start - NEAR)
        for match in _INSTITUTION.finditer(text, start, name.end + NEAR):
            first = _start_of_name(text, match.start(), start)
            if first < match.start() and not first <= name.start < match.end():
                yield Spot(FindingKind.WORKPLACE, " ".join(text[first : match.end()].split()), first, match.end(), 0.5)
        done = name.end + NEAR


def _behind_the(low: str, place: int) -> int:
    return place + 4 if low.startswith("the ", place) else place


def _named(text: str, place: int, sure: float) -> Iterator[Spot]:
    if name := proper_name(text, place):
        yield Spot(FindingKind.WORKPLACE, " ".join(name[0].split()), name.start(), name.end(), sure)


def _start_of_name(text: str, end: int, first: int) -> int:
    """Return where the words with capitals begin that lead up to `end`."""
    place = end
    for word in reversed(text[first:end].split(" ")[:-1]):
        if (
            not word
            or "\n" in word
            or word[-1] in ".,;:!?)"
            or not (word[0].isupper() or word in ("of", "and", "for", "the", "&"))
        ):
            break
        place -= len(word) + 1
    while text[place:end].split(" ")[0] in ("of", "and", "for", "the", "&", "The"):
        place += len(text[place:end].split(" ")[0]) + 1
    return min(place, end)
