"""The shapes that a street address has, each a pattern that starts or ends at a number."""

from __future__ import annotations

import re

from seen_online.exposure.street_words import DIRECTION, FIRST, GROWN, LINKS, STRONG, UNIT, WEAK

_S = r"[ ]{1,2}"
_NUMBER = r"\d{1,5}(?!\d)(?:[ ]?[-/&][ ]?\d{1,5}(?!\d))?(?:[ ]?[A-Za-z](?![\w.'])|-[A-Za-z](?![\w']))?"
_NOT_UNIT = rf"(?!(?i:{UNIT})\.?:?[ ]?#?\d)"
_NAME = r"(?:[A-Z][\w'.]*+(?:-[\w']++)*+|\d{1,3}(?i:st|nd|rd|th)?(?!\w))"
_WORD = rf"{_NOT_UNIT}(?:{_NAME}|(?:{LINKS})(?!\w))"
_FIRST_WORD = rf"{_NOT_UNIT}(?:{_NAME}|the(?!\w))"
_KIND = rf"(?i:{STRONG}|{WEAK})(?![\w'])\.?"
_DIRECTION = rf"(?:(?:{DIRECTION.upper()}|(?i:north|south|east|west))(?!\w)\.?{_S})"
_BEHIND_IT = rf"(?=[ ]{{0,2}}(?:[,\n.;|]|\Z|(?i:{UNIT})\b))"
_DIRECTION_AFTER = rf"(?:{_S}(?:(?:[NS]\.?[EW]|[NSEW])(?![\w'])\.?|(?i:north|south|east|west){_BEHIND_IT}))"
_UNIT_NAME = r"(?:\d{1,5}[A-Za-z]{0,2}|[A-Z]\d{0,4})(?:[-/]\w{1,4})?(?!\w)"
UNIT_AFTER = (
    rf"(?:[ ]{{0,2}}[,-]?[ \n\t]{{0,6}}(?:(?i:{UNIT})(?![a-z])\.?:?[ ]?#?[ ]?{_UNIT_NAME}|#[ ]?\w{{1,6}}(?!\w)"
    r"|(?:\d{1,3}(?i:st|nd|rd|th)|[A-Z][a-z]{1,8}(?:th|st|nd|rd|ND|ST|RD|TH))[ ](?i:floor|flr|fl)(?!\w)\.?))"
)

# What must follow a number for any of the shapes below that begin with one; it spares the dates of a page.
GOES_ON = re.compile(
    rf"[ ]?,?[ ]{{1,2}}\n?(?:[A-Z]|\d{{1,3}}(?i:st|nd|rd|th)?[ ][A-Z]|the[ ]|(?:{FIRST})[ ])"
    r"|,?[ ]?[a-zA-Z](?![a-z])|[ ]?[-/&][ ]?\d|[ ]?(?:bis|ter)[ ,]"
)
# 12 High Street · 5A St John's Road West · 1234 Fellside Blvd. Suite 100
NUMBER_FIRST = re.compile(
    rf"(?P<number>{_NUMBER})(?!,[ ]?\d{{1,3}}[ ])[ ]?,?[ ]{{0,2}}(?<=[ ])\n?{_DIRECTION}?"
    rf"(?P<words>{_FIRST_WORD}(?:{_S}{_WORD}){{0,4}}?){_S}(?P<kind>{_KIND})(?![ ]of[ ])"
    rf"(?:(?<!\.){_S}{_KIND}){{0,2}}{_DIRECTION_AFTER}?(?P<unit>{UNIT_AFTER}{{0,2}})"
)
# 12 high street, as people type it; whoever uses it looks that nothing else is said around
SMALL_LETTERS = re.compile(
    r"\d{1,4}[a-z]?,?[ ](?:(?!(?:of|in|on|to|a|an|and|or|for|with|from|by|at|is|was|per|ways?|more|other|the"
    r"|\w{0,3}day|hour|minute|week|month|year|mile|point|star|man|car)[ ])"
    r"[a-z][a-z'.-]{1,20}[ ]){1,3}"
    r"(?:street|road|avenue|lane|crescent|gardens|grove|terrace|mews|rd|st|ave)(?![\w'])"
)
# 1776 Broadway 19th Floor · 5 Broadway, Leeds: the one street that is called by its kind alone
BROADWAY = re.compile(rf"\d{{1,5}}{_S}{_DIRECTION}?B(?i:roadway)(?![\w'])(?:{UNIT_AFTER}|(?=[ ]{{0,2}}(?:[,\n]|\Z)))")
# 5000 Highway 61 N · 12 County Road 7 · 40 Avenue B
ROUTE = re.compile(
    rf"\d{{1,5}}{_S}{_DIRECTION}?(?:(?:US|State|County|Old|Interstate){_S})?"
    rf"(?:Highway|Hwy|HWY|Route|Rte|Rt|Road|Avenue|CR|SR|FM)\.?[ -]{{1,2}}(?:\d{{1,4}}[A-Z]?|[A-Z])(?!\w)"
    rf"{_DIRECTION_AFTER}?{UNIT_AFTER}?"
)
_LINKS = rf"(?:(?:{LINKS})(?!\w){_S}|[dlDL]'){{0,3}}"
# 45, rue Neuve · 112 Avenue Foch · 90 Via Nuova
NUMBER_KIND = re.compile(
    rf"\d{{1,4}}(?:[ ]?(?:bis|ter|[A-Za-z])(?!\w))?,?{_S}(?i:{FIRST})(?<=[\w./]){_S}{_LINKS}"
    rf"{_NOT_UNIT}[A-Z](?:[^\W\d]|['.-]){{1,24}}(?!\w)"
    rf"(?:{_S}(?:(?:{LINKS}){_S}){{0,2}}{_NOT_UNIT}[A-Z](?:[^\W\d]|['.-]){{1,24}}(?![\w])){{0,3}}{UNIT_AFTER}?"
)
# Calle Mayor, 12 · Via Roma 5 · ul. Nowa 3/4; matched from the kind of street on
KIND_FIRST = re.compile(
    rf"(?i:{FIRST})(?<=[\w./])(?:{_S}|(?<=[./])){_LINKS}[A-Z][\w'.-]{{0,24}}"
    rf"(?:{_S}(?:(?:{LINKS}){_S}){{0,2}}(?:[A-Z][\w'.-]{{0,24}}|\d{{1,2}}(?={_S}[A-Za-z]))){{0,4}}"
    rf"(?:,[ ]?|{_S})(?:[nN][.o]{{1,2}}[ ]?|[nN]r\.?[ ]?)?(?!24/7)(?P<number>\d{{1,4}})[A-Za-z]?"
    r"(?:[/-]\d{1,4}[A-Za-z]?)?(?![\w%:]|[.,]\d)"
)
KINDS = frozenset(
    form for word in FIRST.replace("\\.", ".").split("|") for form in (word.replace("?", ""), word.rstrip(".?"))
)
# Kinds that are English words too: "Square Off Against Question 7" is none.
ENGLISH_TOO = frozenset({"square", "place", "route", "passage", "cours", "plaza", "largo", "via", "al."})
KIND = re.compile(rf"(?<!\w)(?:{FIRST})(?<=[\w./])(?:[ ]|(?<=[./]))", re.IGNORECASE)
# Hauptstrasse 5 · Lange Straat 12a; the words in front of the number, and what may hang on it
NAME_BEFORE = re.compile(
    rf"(?<!\w)(?:[A-Z][\w'.-]{{1,20}}{_S}){{0,2}}"
    rf"(?:[A-Z][\w'-]{{1,30}}(?:{GROWN})|[A-Z][\w'-]{{1,30}}[ -](?i:{GROWN}))[ ]{{1,2}}\Z"
)
GROWN_END = re.compile(rf"(?:{GROWN})[ ]{{1,2}}\Z", re.IGNORECASE)
NUMBER_END = re.compile(r"\d{1,4}(?:[ -]?[a-zA-Z](?!\w))?(?:[ ]?[-/][ ]?\d{1,4}[a-zA-Z]?)?(?![\w%:]|[.,]\d)")
# A name and a number count where a postal code and a town follow: Lazarova 7, 110 00 Praha
NAMED_LINE = re.compile(r"(?:^|[\n,|;])[ \t]{0,8}([A-Z][\w'-]{2,24}(?:[ ][A-Za-z][\w'.-]{1,20}){0,3}[ ])\Z")
TOWN_AFTER = re.compile(
    r"\d{1,4}[A-Za-z]?(?:/\d{1,4}[a-z]?)?[ ]{0,2}(?:,[ ]{0,2}|[ \t]{0,6}\n[ \t\n]{0,6})"
    r"(?:[A-Z]{1,3}[- ])?(?:\d{4,5}|\d{3}[ ]\d{2}|\d{4}[ ]?[A-Z]{2}|\d{2}-\d{3})[ ]{1,2}[A-Z][A-Za-z]"
)
BOX = re.compile(
    r"(?<![^\W_])(?:p\.?[ ]{0,2}o\.?[ ]{0,2}box|post(?:al)?[ ](?:office[ ])?box|postfach|postbus|bfpo"
    r"|apartado(?:[ ]postal)?|b\.?p\.?)"
    r"[ ]{0,2}(?:no\.?|#|nr\.?|n)?[ ]{0,2}\Z"
)
BOX_NUMBER = re.compile(r"\d[\d -]{0,8}(?<=\d)(?!\w)")
# What may stand in front of the house number and belongs to it: Flat 2, · Unit 5 · No. · #
LEAD = re.compile(
    rf"(?<![\w#])(?:(?:(?i:{UNIT})(?![a-z])\.?[ ]?#?[ ]?(?:[A-Za-z]?\d{{1,5}}[A-Za-z]?|[A-Z]),?[ ]{{0,2}}[ \n]?[ ]?)|"
    r"(?:[Nn]o\.?|NO\.?|#)[ ]?|(?:(?i:room)[ ])?\d{1,2}[/.]\d{1,2},[ ]|"
    r"(?:\d{1,2}(?:st|nd|rd|th)|(?i:ground|lower ground|first|second|third|fourth|top))[ ](?i:floor),[ ]|"
    rf"(?i:{UNIT})(?![a-z])\.?[ ])\Z"
)
# What somebody says of where they live: "lives at 12 Kingsway"
AT_HOME = re.compile(
    r"(?<![a-z])(?:(?:live[sd]?|living|resid(?:e[sd]?|ing)|stay(?:s|ed|ing)?|home(?: is)?|house(?: is)?) at"
    r"|(?:home |postal )?address(?: is)? ?:?) ?\Z"
)
NO_KIND = re.compile(
    rf"{_NUMBER},?[ ](?!\d)(?:[A-Z][^\W\d]{{1,20}}(?:['-][^\W\d]{{1,20}})?)"
    rf"(?:[ ](?:[A-Z][^\W\d]{{1,20}}|{LINKS})){{0,3}}(?=[ ]?(?:[,.;\n]|\Z))"
)
# 30 Minute Drive · 6 Nations Way: something is measured or counted, and no house
_COUNTED_WORDS = (
    "minute minutes min mins hour hours day days week weeks month months year years mile miles metre metres meter "
    "meters km yard yards wheel wheels bed beds bedroom bedrooms step steps nations star stars point points hole "
    "holes seat seats pin bar way lane man men women people person car part piece stage"
)
COUNTED = frozenset(_COUNTED_WORDS.split())
_UNITS_WORDS = "gb tb mb kb kg mg ml cc kw hp mph mm cm dr mr mrs ms prof"
UNITS = frozenset(_UNITS_WORDS.split())  # and titles: 3 Dr Jones and Dr Brown
_NO_NAME_WORDS = "to in at on of for and or with by from is are"
NO_NAME = frozenset(_NO_NAME_WORDS.split())  # no street's name begins so
_MEASURES_WORDS = "feet foot ft miles mile metres metre meters meter kilometres kilometers km yards inches inch root"
MEASURES = frozenset(_MEASURES_WORDS.split())
# Kinds of street that mean another thing behind these words.
_COMPOUND_WORDS = {
    "drive": "hard flash test disk disc usb pen thumb wheel membership recruitment blood food turn",
    "court": "supreme magistrates tennis squash food",
    "circle": "full vicious inner dress",
    "centre": "garden health community shopping leisure sports medical call day visitor training",
    "center": "garden health community shopping leisure sports medical call day visitor training",
    "park": "country national theme car",
}
COMPOUNDS = {kind: frozenset(words.split()) for kind, words in _COMPOUND_WORDS.items()}
# Kinds that are everyday words; a noun right behind them makes something else of them.
_ORDINARY_WORDS = "court close drive place square circle way trail loop parade"
ORDINARY = frozenset(_ORDINARY_WORDS.split())
NOUN_AFTER = re.compile(
    r"[ ](?!(?:in|on|at|near|and|or|to|from|for|with|where|which|who|that|is|was|are|were|has|had|since|until|by|next"
    r"|off|opposite|behind|because|but|as|when|while|the|a|an|if|so|it|this|we|i|he|she|they|tel|phone|fax|email)[^a-z])"
    r"[a-z]{2,}"
)
# What has a number in front of a street's name and is no house: Bus 12 High Street
NUMBERED = re.compile(
    r"(?<![a-z])(?:bus|tram|route|line|platform|junction|exit|chapter|page|vol(?:ume|\.)?|season|episode|section|question"
    r"|lesson|act|part|fig(?:ure|\.)?|table|class|stage|round|psalm|hymn)[ ]\Z"
)
STRONG_KIND = re.compile(rf"(?:{STRONG})\.?", re.IGNORECASE)
# What stands in front of a US ZIP code.
US_PLACE = re.compile(r"[A-Z][a-z]{1,20},?[ ]{1,2}(?:[A-Z]{2}|[A-Z][a-z]{3,12})\.?,?[ ]{1,3}\Z")
