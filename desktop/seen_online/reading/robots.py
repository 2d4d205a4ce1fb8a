"""What a site lets programs read: its robots.txt, after RFC 9309."""

from __future__ import annotations

from urllib.parse import quote, unquote, urlsplit

import msgspec

OUR_NAME = "seenonline"
MAX_BYTES = 500 * 1024  # RFC 9309 asks for at least this much
_MAX_RULES = 2_000
_MAX_PATTERN = 2_000  # characters
_MAX_DELAY = 5.0  # seconds; a person waits for these pages


class Rules(msgspec.Struct, frozen=True):
    """What holds for us on one site: (pattern, allowed) pairs, and the pause in seconds that it asks for."""

    patterns: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    def allows(self, url: str) -> bool:
        """Tell whether we may read `url`. The longest pattern that fits decides; where two do, the kinder one."""
        parts = urlsplit(url)
        path = _spelled(parts.path or "/") + (f"?{_spelled(parts.query)}" if parts.query else "")
        fitting = [(len(pattern), allowed) for pattern, allowed in self.patterns if _fits(pattern, path)]
        return max(fitting, default=(0, True))[1]


def robots_url(url: str) -> str:
    """Return the address of the robots.txt that holds for `url`."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/robots.txt"


def rules_from(body: bytes) -> Rules:
    """Read a robots.txt. Lines that make no sense are passed over, as the standard wants it."""
    ours: list[tuple[str, bool]] = []
    everyone: list[tuple[str, bool]] = []
    delays: dict[bool, float] = {}
    named_us = False
    groups: set[bool] = set()  # who the present group is for: True is us by name, False is everyone
    opening = False  # still in the lines that say who a group is for
    for line in body[:MAX_BYTES].decode("utf-8-sig", "replace").splitlines():
        key, _, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if key == "user-agent":
            groups = groups if opening else set()
            opening = True
            if value.lower().partition("/")[0] == OUR_NAME:
                groups.add(True)
                named_us = True
            elif value == "*":
                groups.add(False)
            continue
        if key not in ("allow", "disallow", "crawl-delay"):
            continue
        opening = False
        for by_name in groups:
            kept = ours if by_name else everyone
            if key == "crawl-delay":
                delays[by_name] = _seconds(value)
            elif value and len(value) <= _MAX_PATTERN and len(kept) < _MAX_RULES:
                kept.append((_spelled(value), key == "allow"))
    return Rules(tuple(ours if named_us else everyone), delays.get(named_us, 0.0))


def _fits(pattern: str, path: str) -> bool:
    """Match as RFC 9309 does: * is anything, $ at the end is the end. Linear, there is no going back."""
    to_the_end = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    if not rest:
        return not to_the_end or at == len(path)
    for piece in rest[:-1]:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    if to_the_end:
        return len(path) - at >= len(rest[-1]) and path.endswith(rest[-1])
    return path.find(rest[-1], at) >= 0


def _spelled(text: str) -> str:
    """Spell a path in one way, whatever the site and the link chose to write as %xx."""
    return quote(unquote(text), safe="/*$?&=:;,+!@~'()[]")


def _seconds(text: str) -> float:
    try:
        seconds = float(text[:10])
    except ValueError:
        return 0.0
    return min(max(seconds, 0.0), _MAX_DELAY) if seconds == seconds else 0.0
