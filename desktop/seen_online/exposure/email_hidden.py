"""E-mail addresses spelled to hide them from programs: "jane (at) example dot org" and its kin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.exposure.clues import Clues
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.plain import Plain
from seen_online.exposure.spot import Spot

_AT_WORD = r"(?:at|where|arroba|arobase|chiocciola|apenstaartje)"
_DOT_WORD = r"(?:dot|dom|dt|punkt|punto|punt|point|kropka)"
_AT = rf"(?:[ ]?[\[({{<|_*-]{{1,2}}[ ]?(?:{_AT_WORD}|@)[ ]?[\])}}>|_*-]{{1,2}}[ ]?|[ ]{{1,3}}{_AT_WORD}[ ]{{1,3}}|[ ]{{1,2}}@[ ]{{0,2}}|@[ ]{{1,2}}|&#(?:64|x40);|%40)"
_DOT = rf"(?:[ ]?[\[({{<|_*-]{{1,2}}[ ]?(?:{_DOT_WORD}|\.)[ ]?[\])}}>|_*-]{{1,2}}[ ]?|[ ]{{1,3}}{_DOT_WORD}[ ]{{1,3}}|[ ]?;[ ]?|\.|&#46;)"
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?"
_HIDDEN = re.compile(
    rf"(?<![\w.@])([a-z0-9][\w+-]{{0,40}}(?:{_DOT}[a-z0-9][\w+-]{{0,30}}){{0,3}}){_AT}({_LABEL}(?:{_DOT}{_LABEL}){{0,4}}{_DOT}[a-z]{{2,10}})(?![\w@])"
)
_ANY_DOT = re.compile(_DOT)
# Where one of these is missing there is nothing to look for.
_HINT = re.compile(rf"[ \])}}>|_*-]{_AT_WORD}[ \[({{<|_*-]|[ \[(<]@|@[ \])>]|&#(?:64|x40);|%40")


def spots(plain: Plain, clues: Clues) -> Iterator[Spot]:
    """Find hidden e-mail addresses."""
    low = plain.low
    done = 0
    for hint in _HINT.finditer(low):
        if hint.start() < done:
            continue
        line = max(done, low.rfind("\n", 0, hint.start()) + 1, hint.start() - 150)
        match = _HIDDEN.search(low, line, min(len(low), hint.end() + 150))
        if not match or match.start() > hint.end():
            continue
        done = match.end()
        local = _ANY_DOT.sub(".", match[1])
        domain = _ANY_DOT.sub(".", match[2])
        if _believable(match, local, domain):
            yield Spot(FindingKind.EMAIL, f"{local}@{domain}", match.start(), match.end(), 0.9)


def _believable(match: re.Match[str], local: str, domain: str) -> bool:
    """Tell "jane at example dot org" from "look at example.org"."""
    spelled = match[0][len(match[1]) : len(match[0]) - len(match[2])].strip()
    if spelled.isalpha() and domain == match[2]:
        before = match.string[max(0, match.start() - 20) : match.start()]
        return bool(re.search(r"(?:mail|contact|address)\S{0,3}\s*$", before))
    return True
