"""How an e-mail address is spelled out: what stands for @, what for a dot, and how far a domain goes."""

from __future__ import annotations

import re
from typing import NamedTuple

from seen_online.exposure.domain import known_end

REACH = 90  # characters looked at on each side of what stands for @

AT_ABROAD_WORDS = (
    "arroba arobase chiocciola apenstaartje apestaart klammeraffe snabel-a snabela krollalfa alfakrull malpa kukac "
    "zavinac miuku papaki παπακι собака"
)
AT_ABROAD = tuple(AT_ABROAD_WORDS.split())
_AT_WORDS = "at(?:[ _-]?(?:sign|symbol))?|" + "|".join(AT_ABROAD)
_DOT_WORDS = "dot|dt|d0t|period|punktum|punkt|punto|punt|point|ponto|piste|kropka|tecka|pont|nokta|τελεια|точка"
# What a local part may have spelled out besides its dots.
_MARK_WORDS = {"underscore": "_", "underline": "_", "dash": "-", "hyphen": "-", "minus": "-"}
_LOCAL_WORDS = f"{_DOT_WORDS}|{'|'.join(_MARK_WORDS)}"
_OPEN, _CLOSE = r"[\[({<|/\\_*=~:#^+\"'-]{1,2}", r"[\])}>|/\\_*=~:#^+\"'-]{1,2}"

_BAR = r"[<\[({](?:no ?spam|remove(?: this| me)?|delete(?: this| me)?)[>\])}]"
BARRED_END = re.compile(rf"{_BAR}\Z")
AT = re.compile(
    rf"(?P<boxed>[ ]?{_OPEN}[ ]?(?:{_AT_WORDS}|a|@(?:at?|t)?|a t)[ ]?{_CLOSE}[ \n]?)(?=[a-z0-9])"
    rf"|(?P<lined>\n{_OPEN}[ ]?(?:{_AT_WORDS})[ ]?{_CLOSE}[ \n]?)(?=[a-z0-9])"
    rf"|(?P<word>[ ]{{1,3}}(?:{_AT_WORDS}|@t)[ ]{{1,3}})(?=[a-z0-9])"
    rf"|(?P<half>[ ]?[\[({{<](?:{_AT_WORDS})[ ]{{1,2}})(?=[a-z0-9])"
    rf"|(?P<barred>{_BAR}@)(?=[a-z0-9])"
    rf"|(?P<entity>[ ]?(?:&#0{{0,5}}64;|&#x0{{0,5}}40;|&commat;|%40|\\x40|\\u0040)[ ]?)"
    r"|(?P<filled>@[<\[({][a-z _-]{2,20}[>\])}])(?=[a-z0-9])"
    r"|(?P<wide>[ ]{1,3}@[ ]{0,3}|@[ ]{1,3}|\\@)(?=[a-z0-9])"
    rf"|(?P<bare>@)(?=[a-z0-9][a-z0-9-]{{0,40}}(?:[ ]?[\[({{<]|[ ](?:{_DOT_WORDS})[ ]|[ ]\.[a-z]))"
)
_DOT = re.compile(
    rf"(?P<boxed>[ ]?{_OPEN}[ ]?(?:{_DOT_WORDS}|\.|d o t)[ ]?{_CLOSE}[ ]?)(?=[a-z0-9])"
    rf"|(?P<word>[ ]{{1,3}}(?:{_DOT_WORDS})[ ]{{1,3}})(?=[a-z0-9])"
    rf"|(?P<entity>&#0{{0,5}}46;|&#x0{{0,5}}2e;|&period;|\\x2e|\\u002e)"
    rf"|(?P<odd>[ ]?;[ ]?)(?=[a-z0-9])"
    rf"|(?P<plain>[ ]?\.[ ]?)(?=[a-z0-9])"
    rf"|(?P<space>[ ])(?=[a-z0-9])"
)
# The hyphens of example-dot-org belong to the dot.
_LABEL = re.compile(rf"[a-z0-9]{{1,63}}+(?:-{{1,2}}+(?!(?:{_DOT_WORDS})-)[a-z0-9]{{1,40}}+){{0,9}}+(?![^\W_])")
# "jane at the domain example.org"
_FILLER = re.compile(r"(?:(?:the|my|our|this) )?(?:(?:e-?mail )?(?:domain|host|server)(?: name)?|address) ")
_PROVIDER = re.compile(r"(?:gmail|googlemail|icloud)(?!(?:[-.]|[ ]?[\[({]| dot )\w|[^\W_])")
# What the first word behind a lone "at" must be followed by, to be part of a domain: most are followed by a space, and
# then only an end that no sentence has makes a domain of them. It spares reading on behind every "at" of a page.
_MAY_BE_DOMAIN = re.compile(
    rf"[ ]{{1,3}}(?:[^a-z0-9 \n]|(?:{_FILLER.pattern})?(?:sign |symbol )?[a-z0-9]{{1,64}}"
    rf"(?:[ ]{{0,3}}(?:[.;&\[\](){{}}<>|/\\_*=~:#^+\"'-]|(?:{_DOT_WORDS})(?![^\W_]))|(?P<space>[ ])|(?<=mail|loud)))"
)
_SPACED_END = re.compile(r"[ .](?:com|org|net|edu|gov|ac|co|nhs)(?![^\W_])")
LOCAL_END = re.compile(
    rf"(?<![\w.@+-])[a-z0-9][\w+'-]{{0,40}}(?:(?:\.|[ ]?{_OPEN}[ ]?(?:{_LOCAL_WORDS})[ ]?{_CLOSE}[ ]?"
    rf"|[ ](?:{_LOCAL_WORDS})[ ]|[ ]\.[ ])"
    r"[a-z0-9][\w+'-]{0,30}){0,3}\Z"
)
_SPELLED = re.compile(rf"[ ]?(?:{_OPEN}[ ]?)?(?<![^\W_])({_LOCAL_WORDS})(?![^\W_])[ ]?(?:{_CLOSE}[ ]?)?")
_AT_LABELS = frozenset({"at", *AT_ABROAD})


class Domain(NamedTuple):
    """A domain whose dots may be spelled out, and where it ends."""

    name: str
    end: int
    spelled: bool  # some dot was written as a word or a strange mark
    spaced: bool  # some dot was only a space


def undot(local: str) -> str:
    """Return the local part of an address with the dots that are spelled out."""
    local = local.replace(" . ", ".")
    return _SPELLED.sub(lambda match: _MARK_WORDS.get(match[1], "."), local)


def may_be_domain(low: str, start: int) -> bool:
    """Tell quickly whether read_domain could read one behind a plain word that stands for @ and ends at `start`."""
    match = _MAY_BE_DOMAIN.match(low, start)
    return bool(match) and (not match["space"] or bool(_SPACED_END.search(low, match.end() - 1, start + REACH)))


def read_domain(low: str, start: int) -> Domain | None:
    """Read labels and what stands for dots from `start`, and keep the longest run that ends as domains end."""
    labels: list[str] = []
    kinds: set[str] = set()
    best = _well_known(low, start)
    filler = _FILLER.match(low, start)
    place, stop = filler.end() if filler else start, start + REACH
    while len(labels) < 6 and place < stop:
        label = _LABEL.match(low, place)
        if not label:
            break
        if label[0] in _AT_LABELS and labels:
            break  # "email me at jane at example.org"
        labels.append(label[0])
        place = label.end()
        if len(labels) > 1 and known_end(label[0]) and not (best and kinds == {"space"} and len(label[0]) > 3):
            marks = {k for k in kinds if k not in ("plain", "space")}
            best = Domain(".".join(labels), place, bool(marks), "space" in kinds)
        dot = _DOT.match(low, place)
        if not dot:
            break
        if best and dot.lastgroup in ("space", "odd") and dot.lastgroup not in kinds:
            break  # the address has ended and the sentence goes on
        if best and dot[0] == ". ":
            break  # the end of a sentence
        kinds.add(dot.lastgroup or "")
        place = dot.end()
    return best


def _well_known(low: str, start: int) -> Domain | None:
    """Return the domain of a provider that people name without its end: jane at gmail."""
    name = _PROVIDER.match(low, start)
    return Domain(f"{name[0]}.com", name.end(), False, False) if name else None
