"""What is "born" and has birthdays, and is no person whose details these could be."""

from __future__ import annotations

import re

_THINGS_WORDS = (
    "company business firm idea project band group club team festival brand movement internet web site website blog "
    "charity organi[sz]ation programme? product concept tradition legend nation state city it this that which magazine "
    "label service game industry nhs bill museum church school college university hospital hospice trust society union "
    "newspaper podcast channel app event race show series theatre library railway choir orchestra forum network shop "
    "store pub cafe restaurant cathedral bridge universe pupp(?:y|ies) kittens? dog cat horse foal calf lambs? pony "
    "verein firma gesellschaft unternehmen projekt empresa sociedad asociacion proyecto societe entreprise projet "
    "azienda ditta societa associazione progetto bedrijf vereniging forening ysgol cwmni clwb"
)
_THINGS = f"(?:{'|'.join(_THINGS_WORDS.split())})"
_OUR = r"(?:(?:the|our|this|that|my|your|their|his|her|a|an) )?"
_THING_BEFORE_BORN = re.compile(
    rf"(?<![a-z]){_THINGS}(?: (?:was|is|were|est|ist|wurde|werd|e|fue) | who (?:was|were) "
    r"|(?<!it)(?<!th[ia][st])(?<!which),? )\Z"
)
# Whoever is born then: people born in 1985 or later, if you were born before 1938
_ANYBODY_BEFORE = re.compile(
    r"(?<![a-z])(?:people|persons?|those|any(?:one|body)|every(?:one|body)|children|babies|kids|men|women|boys|girls"
    r"|pupils|students|patients|adults|applicants|players|workers|residents|citizens|individuals|infants|users|members"
    r"|customers|drivers|candidates|if you)[ ](?:who )?(?:are |were |was |is |must be |have been )?\Z"
    r"|must be \Z|(?:will|to) be \Z"
)
# An age that is reckoned over many or set for them.
_AGE_OF_MANY = re.compile(
    r"(?<![a-z])(?:average|mean|median|min|minimum|max|maximum|retirement|pension|school|legal|voting|working|lower|upper)"
    r"[ ](?:age )?\Z"
)
_OR_LATER = re.compile(r",? (?:or|and) (?:later|earlier|after|before|over|under|above|older|younger|since)(?![a-z])")
_ITS_BIRTHDAY = re.compile(rf"(?<![a-z])(?:{_THINGS}(?:'s|s'|'|) |its )(?:\d{{1,3}}(?:st|nd|rd|th) )?\Z")
_BIRTHDAY_OF_IT = re.compile(rf",?[ ]?(?:(?:to|of|for) {_OUR}(?:[a-z-]{{2,20}} ){{0,2}}|{_OUR}){_THINGS}(?![a-z])")
_LOOK_BACK, _LOOK_AHEAD = 50, 60


def is_thing_born(low: str, start: int) -> bool:
    """Tell whether what is said to be born at `start` is a thing, an animal, or whoever is meant."""
    before = low[max(0, start - _LOOK_BACK) : start]
    return bool(_THING_BEFORE_BORN.search(before) or _ANYBODY_BEFORE.search(before))


def is_anybody(low: str, start: int) -> bool:
    """Tell whether those who are spoken of before `start` are whoever is meant: children aged 11, average age 40."""
    before = low[max(0, start - _LOOK_BACK) : start]
    return bool(_ANYBODY_BEFORE.search(before) or _AGE_OF_MANY.search(before))


def is_for_all(low: str, end: int) -> bool:
    """Tell whether a date that ends at `end` is a bound for many: 1985 or later."""
    return bool(_OR_LATER.match(low, end, end + 20))


def is_things_birthday(low: str, start: int, end: int) -> bool:
    """Tell whether the birthday `start`..`end` is that of a club or a company."""
    before = low[max(0, start - _LOOK_BACK) : start]
    return bool(_ITS_BIRTHDAY.search(before) or _BIRTHDAY_OF_IT.match(low, end, end + _LOOK_AHEAD))
