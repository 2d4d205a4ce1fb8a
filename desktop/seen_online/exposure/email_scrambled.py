"""E-mail addresses whose letters are scrambled, split up or put together by a script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.exposure.domain import known_end
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.plain import Plain, places
from seen_online.exposure.spot import Spot

_ADDRESS = re.compile(r"[a-z0-9][\w.+-]{0,63}@(?:[a-z0-9][a-z0-9-]{0,62}\.){1,6}[a-z]{2,24}")
_BACKWARDS = re.compile(r"(?<![\w@.-])([a-z]{2,24}(?:\.[a-z0-9-]{1,40}){1,5}@[a-z0-9][\w.+-]{0,63})(?![\w@])")
# d-o-e-@-e-x-a-m-p-l-e: one mark after every letter.
_STEPPED = re.compile(r"(?<![^\W_])[a-z0-9](?P<mark>[-_* |])(?:[a-z0-9._+@-](?P=mark)){6,80}[a-z](?![^\W_])")
# Cloudflare's way: the first byte is the key to the others.
_KEYED = re.compile(r"(?:email-protection#|data-cfemail=[\"']?)([0-9a-f]{14,200})(?![0-9a-f])")
# write('jane' + '@' + 'example.org'); the marks between the pieces are dropped.
_JOINED = re.compile(r"[\"'](?:[ ]?[+.,][ ]?|\.concat\([ ]?)[\"']")
# A comma joins only what stands beside an '@' of its own: ['jane', '@', 'example.org'].join('')
_PLUS = r"(?:[ ]?\+[ ]?|\.concat\([ ]?|[ ]?,[ ]?(?=[\"']@[\"'])|(?<=[\"']@[\"']),[ ]?)"
_PIECES = re.compile(rf"[\"'][\w.+%-]{{0,64}}[\"'](?:{_PLUS}[\"'][\w.+@%-]{{0,64}}[\"']){{1,8}}")
_JOINS = ("+", ",", ".concat(")
# What stands for @ in the text of a script, in three parts, the last of which stands in front.
_AS_CODE = (
    ("(", "64)", "string.fromcharcode"),
    ("&", "#64;", ""),
    ("\\", "x40", ""),
    ("\\", "u0040", ""),
)
# hide('example.org', 'jane'): a domain and a name handed to something that makes an address of them.
_CALL = re.compile(
    r"(?P<call>[a-z_]\w{0,30})\([ ]?[\"']([\w.+-]{1,64})[\"'][ ]?,[ ]?[\"']([\w.+-]{1,64})[\"']"
    r"(?:[ ]?,[ ]?[\"']([a-z]{2,24})[\"'])?"
)
_MAKES_ADDRESS = re.compile(r"mail|eml|obfus|addr|contact|spam|crypt|hide|protect|at$")
# jane (followed by "@example.org")
_FOLLOWED = re.compile(
    r"(?<![\w.@-])([a-z0-9][\w.+-]{0,40})[ ]{0,2}[(\[{][ ]?(?:[a-z]{1,12}[ ]){0,4}[\"']?@"
    r"((?:[a-z0-9][a-z0-9-]{0,62}\.){1,6}[a-z]{2,24})"
)


REACH = 110  # characters on each side of an @ that can belong to one address


def spots(plain: Plain) -> Iterator[Spot]:
    """Find addresses that a program can't read as they stand but a person can."""
    low = plain.low
    done = 0
    for at in places(low, "@"):
        start, end = max(done, at - REACH), at + REACH
        for find_one in (_backwards, _stepped, _pieces, _followed):
            spot = find_one(low, at, start, end)
            if spot:
                done = spot.end
                yield spot
                break
    for mark, rest, before in _AS_CODE:
        for place in places(low, mark):
            if low.startswith(rest, place + 1) and low.endswith(before, 0, place):
                quote = "'" if before else ""
                if spot := _coded(low, place - len(before), place + 1 + len(rest), quote):
                    yield spot
    if "email-protection#" in low or "data-cfemail" in low:
        yield from _keyed(low)
    for place in places(low, "("):
        if low.startswith(("'", '"'), place + 1) and (spot := _call(low, place)):
            yield spot


def _backwards(low: str, at: int, start: int, end: int) -> Spot | None:
    if "." not in low[start:at] or low.find(" ", start, at) == at - 1:
        return None
    for match in _BACKWARDS.finditer(low, start, end):
        if match.start() > at:
            break
        last, turned = match[1].rpartition(".")[2], match[1][::-1]
        if match.end() > at and not known_end(last) and _ADDRESS.fullmatch(turned) and known_end(turned):
            return Spot(FindingKind.EMAIL, turned, match.start(), match.end(), 0.8)
    return None


def _stepped(low: str, at: int, start: int, end: int) -> Spot | None:
    mark = low[at + 1 : at + 2]
    if not at or low[at - 1] != mark or mark not in "-_* |":
        return None
    for match in _STEPPED.finditer(low, start, end):
        bare = match[0][::2]
        if match.start() < at < match.end() and _ADDRESS.fullmatch(bare) and known_end(bare):
            return Spot(FindingKind.EMAIL, bare, match.start(), match.end(), 0.95)
    return None


def _coded(low: str, start: int, end: int, quote: str) -> Spot | None:
    """Read 'jane' + String.fromCharCode(64) + 'example.org', whose @ stands at `start`..`end`."""
    before, after = low[max(0, start - REACH) : start] + quote, quote + low[end : end + REACH]
    spot = _pieces(f"{before}@{after}", len(before), 0, len(before) + 1 + len(after))
    if not spot:
        return None
    return Spot(
        spot.kind,
        spot.value,
        spot.start + start - len(before) + len(quote),
        spot.end - len(before) - 1 - len(quote) + end,
        spot.sure,
    )


def _pieces(low: str, at: int, start: int, end: int) -> Spot | None:
    if not any(mark in low[start:end] for mark in _JOINS) or ("'" not in low[start:end] and '"' not in low[start:end]):
        return None
    for match in _PIECES.finditer(low, start, end):
        address = _ADDRESS.search(_JOINED.sub("", match[0]))
        if address and match.start() < at < match.end():
            return Spot(FindingKind.EMAIL, address[0], match.start(), match.end(), 0.9)
    return None


def _followed(low: str, at: int, start: int, end: int) -> Spot | None:
    if low[at - 1 : at].isalnum() or not any(mark in low[max(start, at - 60) : at] for mark in "([{"):
        return None
    for match in _FOLLOWED.finditer(low, max(start, at - 80), end):
        if match.start() < at < match.end() and known_end(match[2]):
            return Spot(FindingKind.EMAIL, f"{match[1]}@{match[2]}", match.start(), match.end(), 0.9)
    return None


def _keyed(low: str) -> Iterator[Spot]:
    for match in _KEYED.finditer(low):
        if len(match[1]) % 2:
            continue
        code = bytes.fromhex(match[1])
        address = bytes(byte ^ code[0] for byte in code[1:]).decode("utf-8", "replace").lower()
        if _ADDRESS.fullmatch(address):
            yield Spot(FindingKind.EMAIL, address, match.start(1), match.end(1))


def _call(low: str, place: int) -> Spot | None:
    match = _CALL.search(low, max(0, place - 40), place + 160)
    if not match or match.start() > place or not _MAKES_ADDRESS.search(match["call"]):
        return None
    one, other = match[2], f"{match[3]}.{match[4]}" if match[4] else match[3]
    local, domain = (other, one) if "." in one and known_end(one) else (one, other)
    if "." not in domain or not known_end(domain):
        return None
    return Spot(FindingKind.EMAIL, f"{local}@{domain}", match.start(), match.end(), 0.85)
