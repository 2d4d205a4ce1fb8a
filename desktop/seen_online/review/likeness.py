"""Which page of a later check is which of an earlier one, also where its address changed a little or it moved.

A wrong pair would hide a new page, and carry over what the person said of another one; a missed pair only asks again.
So pages whose addresses differ are paired only where what they say is alike, and no other page fits as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from seen_online.reading.page import Page
from seen_online.review.selfcheck import SelfCheck
from seen_online.search.address import canonical
from seen_online.search.model import Result

Pairs = dict[str, str]  # key in the later check → key in the earlier one

_WORD = re.compile(r"[^\W_]+")
_READ = 20_000  # characters of a page that are compared
_ENOUGH = 30  # words from which a text speaks for itself
# Last parts of addresses that every other site has.
_COMMON = frozenset(
    ("about", "contact", "home", "index", "info", "main", "member", "members", "people", "profile", "staff", "team")
)


class _Seen(NamedTuple):
    """A result that has no pair yet: its page, and its address taken apart."""

    result: Result
    page: Page
    site: str
    path: str
    query: str


Signs = Callable[[_Seen], Iterable[Hashable]]
Fits = Callable[[_Seen, _Seen], bool]


def pair_up(earlier: SelfCheck, later: SelfCheck, surely_gone: Callable[[Result], bool]) -> Pairs:
    """Pair the results of two checks, each with one other at most.

    Args:
        earlier: the check before.
        later: this check.
        surely_gone: tells of an earlier result that nobody shows it any more; only then a page of another site can be
            where it moved to, and not a copy.
    """
    before = {result.key: result for result in earlier.results}
    pairs = {result.key: result.key for result in later.results if result.key in before}
    olds = [_seen(r, earlier) for r in earlier.results if r.key not in pairs]
    news = [_seen(r, later) for r in later.results if r.key not in pairs]
    steps: tuple[tuple[Signs, Fits], ...] = (
        (_addresses, lambda _old, _new: True),
        (_site_and_name, _alike),
        (_site_and_title, _nearly_the_same),
        (_text, lambda old, new: old.site == new.site or surely_gone(old.result)),
        (_long_title, lambda old, new: surely_gone(old.result) and _nearly_the_same(old, new)),
    )
    for signs, fits in steps:
        if not olds or not news:
            break
        found = {new: old for old, new in _only_ones(olds, news, signs, fits)}
        pairs.update(found)
        taken = set(found.values())
        olds = [one for one in olds if one.result.key not in taken]
        news = [one for one in news if one.result.key not in found]
    return pairs


def _only_ones(olds: list[_Seen], news: list[_Seen], signs: Signs, fits: Fits) -> Iterable[tuple[str, str]]:
    """Yield the keys of what shares a sign with exactly one page of the other side, and fits it."""
    of_old, of_new = _by_sign(olds, signs), _by_sign(news, signs)
    used: set[tuple[int, str]] = set()
    for sign, old in of_old.items():
        new = of_new.get(sign, [])
        if len(old) != 1 or len(new) != 1:
            continue
        (one,), (other,) = old, new
        keys = {(0, one.result.key), (1, other.result.key)}
        if not keys & used and fits(one, other):
            used |= keys
            yield one.result.key, other.result.key


def _by_sign(side: list[_Seen], signs: Signs) -> dict[Hashable, list[_Seen]]:
    found: dict[Hashable, list[_Seen]] = {}
    for one in side:
        for sign in signs(one):
            found.setdefault(sign, []).append(one)
    return found


def _addresses(one: _Seen) -> set[str]:
    """Return the addresses of a page: its own, and where it led to in the end."""
    url = one.page.url
    led_to = canonical(url) if url not in ("", one.result.url, one.result.key) else ""
    return {one.result.key, led_to or one.result.key}


def _site_and_name(one: _Seen) -> list[Hashable]:
    """Return the site and the last part of the path, where that is more than what any site has."""
    name = re.sub(r"\.[a-z]{2,5}\Z", "", one.path.rstrip("/").rpartition("/")[2])
    words = tuple(_WORD.findall(name))
    telling = [word for word in words if word not in _COMMON and not word.isdigit()]
    return [(one.site, words, one.query)] if sum(map(len, telling)) >= 8 else []


def _site_and_title(one: _Seen) -> list[Hashable]:
    title = _title(one.result.title)
    return [(one.site, title)] if title else []


def _text(one: _Seen) -> list[Hashable]:
    return [one.page.text] if one.page.text.count(" ") >= _ENOUGH else []


def _long_title(one: _Seen) -> list[Hashable]:
    # "Care award for Penrith team - The Paper" and "Care award for Penrith team | New Paper": the longest part counts.
    title = _title(max(re.split(r"\s[|\-–—·:]\s", one.result.title[:300]), key=len))
    return [title] if len(title) >= 4 else []


def _alike(old: _Seen, new: _Seen) -> bool:
    """Tell whether two pages of the same name and site say much the same, of what can be seen of them."""
    if old.page.text and new.page.text:
        return _shared(_words(old.page.text), _words(new.page.text)) >= 0.6
    shown, now = (_words(f"{one.result.title} {one.result.snippet}") for one in (old, new))
    return min(len(shown), len(now)) >= 4 and len(shown & now) >= 0.6 * min(len(shown), len(now))


def _nearly_the_same(old: _Seen, new: _Seen) -> bool:
    """Tell whether two texts are all but equal, and their addresses do not number or name different things."""
    numbers = [{word for word in _WORD.findall(one.result.key) if any(map(str.isdigit, word))} for one in (old, new)]
    if numbers[0] != numbers[1] and all(numbers):
        return False
    texts = _words(old.page.text), _words(new.page.text)
    return min(map(len, texts)) >= _ENOUGH and _shared(*texts) >= 0.8


def _shared(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _words(text: str) -> set[str]:
    return set(text[:_READ].casefold().split())


def _title(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text[:300].casefold()))


def _seen(result: Result, check: SelfCheck) -> _Seen:
    page = check.pages.get(result.key) or Page()
    try:
        parts = urlsplit(result.key)
        host, path, query = parts.hostname or "", unquote(parts.path).casefold(), parts.query
    except ValueError:
        host, path, query = "", result.key, ""
    labels = host.split(".")
    # The site's name without what stands before it: roughly, since what the pages say decides.
    short = len(labels) > 2 and (len(labels[-2]) <= 3 or labels[-2] in ("police", "parliament"))
    return _Seen(result, page, ".".join(labels[-3 if short else -2 :]), path, query)
