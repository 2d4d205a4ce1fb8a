"""What may stand between "born" and the date of it."""

from __future__ import annotations

import re

# Between a label and its value: marks and small words.
_SHORT = re.compile(
    r"(?:[\s:;,.()\[\]|*=\"'/>-]|(?:on|in|the|c|ca|circa|about|around|approximately|at|is|was|date|dated|year|am|im"
    r"|le|en|el|il|em|nel|dne|op|den|the|of|day|my|his|her|uk|ort|place|lieu|luogo|lugar|s|ar|yn|ym|w|we|v|ve|roku|roce"
    r"|i|falls|will|be|dd|mm|yyyy|yy|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)(?![a-z])){0,120}+\Z"
)
# The sentence has moved on to something else that has a date.
_MOVED_ON = re.compile(
    r"(?<![a-z])(?:he|she|they|who|whom|which|that|where|when|it|i|we|since|from|until|after|before|between|during|later"
    r"|then|died|d|grew|went|became|"
    r"won|took|made|left|began|got|came|held|sat|ran|led|lived|works?|active|album|film|songs?|novel|book|season"
    r"|joined|raised|educated|moved|married|"
    r"attended|studied|played|released|published|updated|posted|founded|established|debuted|graduated|served|worked"
    r"|appeared|signed|elected|"
    # trained, qualified; but no name, as Oxted in "in Oxted" and Alfred
    r"(?<!in )(?<!at )(?<!of )(?<!to )(?<!near )[a-z]{3,20}ed"
    r"(?<!named)(?<!called)(?<!united)(?<![fd]red)(?<![hm]med)(?<!eed)|"
    r"dates?|weeks?|months?|certificates?|"
    r"registers?|records?|rates?|control|place)(?![a-z])|[.!?]\s++[a-z]{2}|\n\s{1,20}+\S[^\n]{0,110}\n|__|\.{3}[ \n]"
)
# was born. In 1985 the law · was born in Leeds and in 2005 became
_NEXT_SENTENCE = re.compile(r"(?:[.!?]|[ ]and,?)[ ](?:in|on|since|by)[ ]\Z")
_ENDS_LIKE_A_PLACE = re.compile(
    r"(?:[,;]|(?<![a-z])(?:on|in|of|the|near|circa|c\.?|at|le|il|el|em|en|nel|am|den|op|dne|late|early|mid"
    r"|(?:sun|mon|tues|wednes|thurs|fri|satur)day|(?:new year'?s|christmas|boxing|valentine'?s) (?:day|eve)))"
    r"[\s(]{0,20}\Z"
)
_REST_OF_LINE = 20  # characters of another line in front of a lone year
_NEAR = 45  # characters within which a full date needs no word before it
_INITIAL = re.compile(r"(?<![a-z])(?:[a-z]|st|mt|jr|sr|dr|mr|mrs|ms|u\.s|u\.k)\.(?=[\s;,])")
_ONLY_YEAR = re.compile(r"(?:\d\d){1,2}\Z")


def labels(gap: str) -> bool:
    """Tell whether nothing but marks and small words part a label from its date: a birthday party has another."""
    return gap.count("\n") <= 3 and bool(_SHORT.match(gap))


def may_lie_between(gap: str, written: str) -> bool:
    """Tell whether a date written so belongs to a birth announced `gap` characters earlier.

    Args:
        gap: the small letters between the announcement and the date.
        written: the date as it is written; a lone year needs a closer tie than a full date.
    """
    if gap.count("\n") > 3 or any(char.isdigit() for char in gap[-60:] if len(gap) > 60):
        return False
    if _NEXT_SENTENCE.search(gap):
        return False
    if _SHORT.match(gap):
        return True
    if _MOVED_ON.search(_INITIAL.sub("", gap)):
        return False
    only_year = bool(_ONLY_YEAR.match(written))
    if only_year and len(gap) - gap.rfind("\n") > _REST_OF_LINE and "\n" in gap:
        return False
    if only_year and gap.endswith(" the "):
        return False  # born in Leeds, winner of the 2005 prize
    if _ENDS_LIKE_A_PLACE.search(gap):
        return len(gap) <= 60 or not only_year
    return len(gap) <= _NEAR and not only_year and gap[:1].isspace()  # born in Leeds 12 March 1985
