"""E-mail addresses as they are meant to be written. Those spelled to hide them: email_hidden.py."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.exposure import email_hidden
from seen_online.exposure.clues import Clues
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.plain import Plain
from seen_online.exposure.spot import Spot

_LOCAL = re.compile(r"[a-z0-9!#$%&*+/=?^_{|}~.'-]+\Z")
_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,8}[^\W\d_](?:[\w-]{0,22}[^\W_])")
_LONGEST_LOCAL = 64  # RFC 5321
# "image@2x.png" is a file, not an address.
_FILE_ENDS = frozenset(
    ["png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "mjs", "html", "htm", "php", "pdf", "zip", "json", "xml"]
)


def spots(plain: Plain, clues: Clues) -> Iterator[Spot]:
    """Find e-mail addresses, plain ones and hidden ones."""
    low = plain.low
    at = low.find("@")
    while at >= 0:
        if spot := _around(low, at):
            yield spot
        at = low.find("@", at + 1)
    yield from email_hidden.spots(plain, clues)


def _around(low: str, at: int) -> Spot | None:
    """Read the address whose @ stands at `at`."""
    domain = _DOMAIN.match(low, at + 1)
    local = _local(low, at)
    if not domain or not local:
        return None
    name = domain[0]
    if name.rpartition(".")[2] in _FILE_ENDS:
        return None
    return Spot(FindingKind.EMAIL, f"{local}@{name}", at - len(local), domain.end())


def _local(low: str, at: int) -> str:
    start = max(0, at - _LONGEST_LOCAL)
    local = ""
    for n in range(at - 1, start - 1, -1):
        char = low[n]
        if not (char.isalnum() or char in "!#$%&*+/=?^_{|}~.'-"):
            break
        local = char + local
    # What stands in front of an address in a link or in running text is not part of it.
    for mark in ("mailto:", "/", "=", "?", "&", "|", "{", "}", "#", "%20", "%3a"):
        local = local.rpartition(mark)[2]
    local = local.strip(".'!*~^$")
    return local if local and ".." not in local else ""
