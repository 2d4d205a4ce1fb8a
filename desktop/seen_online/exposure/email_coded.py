"""E-mail addresses in a code that a script takes back: ROT13, Base64, a list of parts that it joins."""

from __future__ import annotations

import binascii
import codecs
import re
from collections.abc import Iterator

from seen_online.exposure.domain import is_usual_end, known_end
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.plain import Plain, places
from seen_online.exposure.spot import Spot

_ADDRESS = re.compile(r"[a-z0-9][\w.+-]{0,63}@(?:[a-z0-9][a-z0-9-]{0,62}\.){1,6}[a-z]{2,24}")
_ENDS_IN_ROT13 = frozenset({"pbz", "arg", "hx", "rqh", "tbi", "vasb", "qr", "se", "rh"})
# mail: amFuZS5kb2VA… · atob('amFuZS5kb2VA…')
_BASE64 = re.compile(r"[a-z_-]{0,12}[\"'=:( ]{1,4}([A-Za-z0-9+/]{16,160}={0,2})(?![\w+/=])")
_BASE64_MARKS = ("mail", "atob")
# ['jane', 'example.org'].join('@')
_JOIN = re.compile(r"\[((?:[ ]?[\"'][\w.+-]{1,64}[\"'][ ]?,?){2,5})\]\.join\([ ]?[\"'](?:@|&#64;|\\x40)[\"'][ ]?\)")
_REACH = 200  # characters in front of ".join(" that belong to it
# janeATexampleDOTorg
_GLUED = re.compile(
    r"(?<![\w.@])([a-z0-9][a-z0-9._+-]{0,40}(?: ?DOT ?[a-z0-9_+-]{1,30}){0,2}) ?AT ?"
    r"([a-z0-9][a-z0-9-]{0,40}(?: ?DOT ?[a-z0-9-]{1,40}){1,4})(?!\w)"
)

# user: jane, domain: example.org; said in two parts, on a line or on two
_LABELLED = re.compile(
    r"(?<![a-z])(?:user(?: ?name)?|mailbox|local(?:[ -]part)?)[ ]?[:=][ ]{0,3}[\"']?"
    r"([a-z0-9][\w.+-]{0,40})(?<![.])[\"']?"
    r"[ ,;|/]{0,3}\n?[ ]{0,3}(?:and )?(?:e-?mail )?domain(?: name)?[ ]?[:=][ ]{0,3}[\"']?@?"
    r"((?:[a-z0-9][a-z0-9-]{0,62}\.){1,6}[a-z]{2,24})(?![\w-])"
)


def spots(plain: Plain) -> Iterator[Spot]:
    """Find addresses that are written in code."""
    low, text = plain.low, plain.text
    for mark in _BASE64_MARKS:
        for place in places(low, mark):
            match = _BASE64.match(text, place + len(mark))
            if match and (address := _decoded(match[1])):
                yield Spot(FindingKind.EMAIL, address, match.start(1), match.end(1), 0.9)
    for place in places(low, ".join("):
        match = _JOIN.search(low, max(0, place - _REACH), place + 20)
        parts = re.findall(r"[\w.+-]+", match[1]) if match else []
        if match and len(parts) == 2 and "." in parts[1] and known_end(parts[1]):
            yield Spot(FindingKind.EMAIL, "@".join(parts), match.start(), match.end(), 0.9)
    for place in places(text, "DOT"):
        match = _GLUED.search(text, max(0, place - 90), place + 60)
        domain = re.sub(" ?DOT ?", ".", match[2]) if match and match.start() < place < match.end() else ""
        if match and domain and known_end(domain):
            local = re.sub(" ?DOT ?", ".", match[1])
            yield Spot(FindingKind.EMAIL, f"{local}@{domain}", match.start(), match.end(), 0.8)
    for place in places(low, "domain"):
        match = _LABELLED.search(low, max(0, place - 100), place + 80)
        if match and match.start() < place < match.end() and known_end(match[2]):
            yield Spot(FindingKind.EMAIL, f"{match[1]}@{match[2]}", match.start(1), match.end(), 0.6)


def turned_back(address: str) -> str:
    """Return an address in small letters without its ROT13, or "" where it isn't in it: its end tells."""
    if address.rpartition(".")[2] not in _ENDS_IN_ROT13 or known_end(address):
        return ""
    plainly = codecs.decode(address, "rot13")
    return plainly if is_usual_end(plainly) else ""


def _decoded(code: str) -> str:
    try:
        said = binascii.a2b_base64(code + "=" * (-len(code) % 4)).decode("ascii").lower().removeprefix("mailto:")
    except (ValueError, binascii.Error):
        return ""
    return said if _ADDRESS.fullmatch(said) and known_end(said) else ""
