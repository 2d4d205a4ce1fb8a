"""E-mail addresses as they are meant to be written. Those spelled to hide them: email_hidden.py."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.exposure import email_coded, email_hidden, email_listed, email_scrambled, email_told
from seen_online.exposure.clues import Clues
from seen_online.exposure.domain import is_usual_end, known_end
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.plain import Plain, places
from seen_online.exposure.spot import Spot

_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,8}(?:[^\W\d_]{2,24}|xn--[a-z0-9-]{2,40})(?![\w-])")
_MARKS = frozenset("_.!#$%&'*+/=?^{|}~-")
_LONGEST = 80  # characters in front of the @; the local part may have 64 (RFC 5321)
# What stands in front of an address in a link or beside it in running text is no part of it.
_BEFORE = re.compile(r".{0,80}(?:mailto:|%3a|%20|[/=?&|{}#!*^$~])")
# "image@2x.png" is a file, not an address.
_FILES_WORDS = "png jpg jpeg gif svg webp css js mjs htm html php pdf"
_FILES = frozenset(_FILES_WORDS.split())
_CREDENTIALS = re.compile(r"[a-z]://[^\s/@]{0,60}[:/]\Z|[a-z]://\Z")
_JOINED = re.compile(r"\.([a-z]{2,6})[A-Z][A-Za-z]{1,20}\Z")
_GLUED = re.compile(r"(.{1,250}\.(?:com|org|net|edu|gov|(?:ac|co|gov|org|nhs)\.uk))[a-z]{3,20}\Z")
# "NOSPAM" and its kin are put in for programs to stumble over, and people take them out.
_STUMBLE = re.compile(
    r"[._-]?(?:(?:no|anti)[._-]?spam|remove[._-]?(?:this|me)|(?<![a-z0-9])remove(?=[._-])|spam[._-]?free|delete[._-]?this"
    r"|(?<=\.)invalid\Z)[._-]?"
)
_PARTED = ("\n", "\t")
_CELL = re.compile(r"(?:^|[\n\t])[ ]{0,3}([a-z0-9][\w.+-]{1,60})[ ]{0,3}[\n\t]\Z")
_NO_LOCAL = frozenset(
    {"twitter", "instagram", "tiktok", "threads", "follow", "us", "email", "e-mail", "mail", "at", "or"}
)
_A_PATH = re.compile(r":[\w~.-]{1,60}/")  # git@example.org:jane/notes copies a file


def spots(plain: Plain, clues: Clues) -> Iterator[Spot]:
    """Find e-mail addresses, plain ones and hidden ones."""
    low = plain.low
    yield from email_told.spots(plain)  # first: what a page says of its addresses settles how they are read
    for at in places(low, "@"):
        if spot := _around(plain, at):
            yield spot
    yield from email_hidden.spots(plain)
    yield from email_listed.spots(plain)
    yield from email_scrambled.spots(plain)
    yield from email_coded.spots(plain)


def _around(plain: Plain, at: int) -> Spot | None:
    """Read the address whose @ stands at `at`."""
    low = plain.low
    domain = _DOMAIN.match(low, at + 1)
    if not domain:
        return None
    local = _local(low, at)
    if not local and low[at - 1 : at] in _PARTED:
        return _over_cells(plain, at, domain.end())
    if not local or domain[0].rpartition(".")[2] in _FILES:
        return None
    start = at - len(local)
    if low[start - 1 : start] == "@" or _CREDENTIALS.search(low, max(0, start - 60), start):
        return None  # @jane@example.org is a user name; https://jane:secret@example.org/ signs in
    name = _without_next_word(plain.text[domain.start() : domain.end()])
    end = at + 1 + len(name)
    if _A_PATH.match(low, end):
        return None
    value = f"{_without_stumble(local)}@{_without_stumble(name)}"
    if turned := email_coded.turned_back(value):
        return Spot(FindingKind.EMAIL, turned, start, end, 0.8)
    # What ends in no way that domains end may be another thing, an address written backwards too.
    return Spot(FindingKind.EMAIL, value, start, end, 1.0 if known_end(name) else 0.6)


def _over_cells(plain: Plain, at: int, end: int) -> Spot | None:
    """Read an address that a page has cut in two at its @, into lines or cells that hold nothing else."""
    local = _CELL.search(plain.low, max(0, at - _LONGEST), at)
    if not local or not plain.text[local.start(1) : at].islower() or plain.low[end : end + 1] not in ("", *_PARTED):
        return None
    if local[1] in _NO_LOCAL or not known_end(plain.low[at + 1 : end]):
        return None
    return Spot(FindingKind.EMAIL, f"{local[1]}@{plain.low[at + 1 : end]}", local.start(1), end, 0.6)


def _without_stumble(part: str) -> str:
    """Return a half of an address without what was put in for programs, unless nothing that works would be left."""
    bare = _STUMBLE.sub(_dot_between, part)
    return bare if bare and ("." in bare or "." not in part) else part


def _dot_between(match: re.Match[str]) -> str:
    inside = match.start() > 0 and match.end() < len(match.string)
    return "." if inside and "." in (match[0][0], match[0][-1]) else ""


def _without_next_word(name: str) -> str:
    """Return a domain in small letters, without the word that a lost space has joined to it.

    "jane@example.org.Please", "jane@example.orgPhone", "jane@example.orgphone"
    """
    if (joined := _JOINED.search(name)) and known_end(name[: joined.end(1)].lower()):
        return name[: joined.end(1)].lower()
    name = name.lower()
    if (glued := _GLUED.match(name)) and not known_end(name):
        return glued[1]
    rest, _, last = name.rpartition(".")
    if "." in rest and len(last) > 3 and is_usual_end(rest) and not known_end(name):
        return rest
    return name


def _local(low: str, at: int) -> str:
    start, first = at, max(0, at - _LONGEST)
    while start > first and (low[start - 1].isalnum() or low[start - 1] in _MARKS):
        start -= 1
    local = low[start:at]
    if before := _BEFORE.match(local):
        local = local[before.end() :]
    local = local.lstrip(".'-").rstrip("'")
    return local if local and ".." not in local and not local.endswith(".") and len(local) <= 64 else ""
