"""User names: handles, links to profiles, and names with a label in front."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.exposure.clues import Clues
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.plain import Plain, places
from seen_online.exposure.profile_sites import IN_FRONT, name_in_address
from seen_online.exposure.spot import Spot

_HANDLE = re.compile(r"@([a-z0-9_][a-z0-9_.]{1,30})(?<![.])(?:@([a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){1,3}))?(?![\w@-])")
# The end of a host's name and the path behind it; the host is read backwards from here.
_HOST_END = re.compile(r"\.(?:com|net|me|org|tv|app|io|uk|fm|social|ee)/")
_HOST = re.compile(r"(?:[a-z0-9-]{1,40}\.){0,3}[a-z0-9-]{1,40}\Z")
_LABEL_END = re.compile(r":[ ]{0,2}@?(?=[a-z0-9_])")
_LABEL = re.compile(
    r"(?:^|[\s(|,;/-])(?:user ?name|user ?id|user|nick(?: ?name)?|screen ?name|handle|login|"
    r"alternate ?name|skype(?: name| id)?|snap(?:chat)?|insta(?:gram)?|ig|twitter|telegram|tg|discord|tik ?tok"
    r"|gamer ?tag|psn|xbox(?: live)?|steam|kik|signal|threads|bluesky|"
    r"wechat|line id|facebook|fb|youtube)[ ]?\Z"
)
_NAME = re.compile(r"[a-z0-9_][a-z0-9_.-]{1,30}(?:#\d{4})?(?<![.-])(?![\w@/:-]|\.[a-z])")
# "Instagram: yes" or "Twitter: follow us" is no user name; names mostly carry a mark or a digit.
_MARKED = re.compile(r"[\d_.#-]")
_COMMON_WORDS = (
    "com follow us me my the this here see our your and none yes no n/a na link links page profile account like join "
    "share on at is was"
)
_COMMON = frozenset(_COMMON_WORDS.split())


def spots(plain: Plain, clues: Clues) -> Iterator[Spot]:
    """Find user names."""
    low = plain.low
    for at in places(low, "@"):
        match = _HANDLE.match(low, at)
        before = low[at - 1 : at]
        if match and match[1].endswith((".com", ".org", ".net", ".uk", ".edu")):
            continue  # an e-mail address whose name stands elsewhere
        if match and not (before and (before.isalnum() or before in "_.@/-+%")) and not match[1].isdigit():
            name = f"{match[1]}@{match[2]}" if match[2] else match[1]
            yield Spot(FindingKind.USERNAME, name, at, match.end(), 0.7)
    yield from _profiles(low)
    yield from _labelled(low)


def _profiles(low: str) -> Iterator[Spot]:
    for end in _HOST_END.finditer(low):
        slash = end.end() - 1
        host = _HOST.search(low, max(0, slash - 80), slash)
        if not host:
            continue
        if match := name_in_address(host[0].removeprefix("www.").removeprefix("m."), low, slash):
            name = match[1].rstrip(".-")
            yield Spot(FindingKind.USERNAME, name, match.start(1), match.start(1) + len(name), 0.85)
    for site in IN_FRONT:
        for place in places(low, f".{site}"):
            host = _HOST.search(low, max(0, place - 42), place)
            if host and host[0].rpartition(".")[2] not in ("www", "m", "blog", "help", "en", "about", "media"):
                name = host[0].rpartition(".")[2]
                yield Spot(FindingKind.USERNAME, name, place - len(name), place, 0.75)


def _labelled(low: str) -> Iterator[Spot]:
    for end in _LABEL_END.finditer(low):
        label = _LABEL.search(low, max(0, end.start() - 18), end.start())
        match = _NAME.match(low, end.end()) if label else None
        if not label or not match or match[0] in _COMMON or match[0].isdigit():
            continue
        sure = label[0].strip(" \n\t(|,;/-").startswith(("user", "nick", "screen", "handle", "gamer", "skype"))
        if sure or _MARKED.search(match[0]) or "@" in end[0]:
            yield Spot(FindingKind.USERNAME, match[0], match.start(), match.end(), 0.75)
