"""Which page of a later check is which of an earlier one, also where its address changed a little or it moved.

A wrong pair would hide a new page, and carry over what the person said of another one; a missed pair only asks again.
So pages whose addresses differ are paired only where what they say is alike, and no other page fits as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from urllib.parse import unquote, urlsplit

from seen_online.reading.page import Page
from seen_online.review.selfcheck import SelfCheck
from seen_online.search.address import canonical
from seen_online.search.model import Result

Pairs = dict[str, str]  # key in the later check → key in the earlier one
Side = list[tuple[Result, Page]]

_WORD = re.compile(r"[^\W_]+")
_READ = 400  # words of a page that are compared
_ENOUGH = 30  # words from which a text speaks for itself
# Last parts of addresses that every other site has.
_COMMON = frozenset(
    [
        "about",
        "contact",
        "home",
        "index",
        "info",
        "main",
        "member",
        "members",
        "people",
        "profile",
        "staff",
        "team",
        "user",
        "users",
    ]
)


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
    olds = [(r, earlier.pages.get(r.key, Page())) for r in earlier.results if r.key not in pairs]
    news = [(r, later.pages.get(r.key, Page())) for r in later.results if r.key not in pairs]
    for signs, fits in (
        (_addresses, lambda _old, _new: True),
        (_site_and_name, _alike),
        (_site_and_title, _nearly_the_same),
        (_text, lambda old, new: _same_site(old, new) or surely_gone(old[0])),
        (_long_title, lambda old, new: _nearly_the_same(old, new) and surely_gone(old[0])),
    ):
        if not olds or not news:
            break
        found = {new: old for old, new in _only_ones(olds, news, signs, fits)}
        pairs.update(found)
        taken = set(found.values())
        olds = [one for one in olds if one[0].key not in taken]
        news = [one for one in news if one[0].key not in found]
    return pairs


def _only_ones(olds: Side, news: Side, signs: Callable, fits: Callable) -> Iterable[tuple[str, str]]:
    """Yield the keys of what shares a sign with exactly one page of the other side, and fits it."""
    of_old, of_new = _by_sign(olds, signs), _by_sign(news, signs)
    used: set[str] = set()
    for sign, old in of_old.items():
        new = of_new.get(sign, [])
        if len(old) != 1 or len(new) != 1:
            continue
        (one,), (other,) = old, new
        keys = {f"<{one[0].key}", f">{other[0].key}"}
        if not keys & used and fits(one, other):
            used |= keys
            yield one[0].key, other[0].key


def _by_sign(side: Side, signs: Callable) -> dict[Hashable, Side]:
    found: dict[Hashable, Side] = {}
    for one in side:
        for sign in signs(*one):
            found.setdefault(sign, []).append(one)
    return found


def _addresses(result: Result, page: Page) -> set[str]:
    """Return the addresses of a page: its own, where it led to in the end, and those that its engines gave."""
    found = {result.key, canonical(page.url), *(canonical(hit.url) for hit in result.hits)}
    return found - {""}


def _site_and_name(result: Result, _page: Page) -> list[Hashable]:
    """Return the site and the last part of the path, where that is more than what any site has."""
    host, path, query = _parts(result.key)
    name = re.sub(r"\.[a-z]{2,5}\Z", "", path.rstrip("/").rpartition("/")[2])
    words = tuple(_WORD.findall(name))
    telling = [word for word in words if word not in _COMMON and not word.isdigit()]
    return [(_site(host), words, query)] if sum(map(len, telling)) >= 8 else []


def _site_and_title(result: Result, _page: Page) -> list[Hashable]:
    host, _, _ = _parts(result.key)
    title = tuple(_words(result.title))
    return [(_site(host), title)] if title else []


def _text(_result: Result, page: Page) -> list[Hashable]:
    words = _words(page.text)
    return [tuple(words)] if len(words) >= _ENOUGH else []


def _long_title(result: Result, _page: Page) -> list[Hashable]:
    # "Care award for Penrith team - The Paper" and "Care award for Penrith team | New Paper": the longest part counts.
    part = max(re.split(r"\s[|\-–—·:]\s", result.title[:300]), key=len)
    title = tuple(_words(part))
    return [title] if len(title) >= 4 else []


def _alike(old: tuple[Result, Page], new: tuple[Result, Page]) -> bool:
    """Tell whether two pages of the same name and site say much the same, of what can be seen of them."""
    if old[1].text and new[1].text:
        return _shared(set(_words(old[1].text)), set(_words(new[1].text))) >= 0.4
    shown, now = (set(_words(f"{r.title} {r.snippet}")) for r, _ in (old, new))
    return min(len(shown), len(now)) >= 4 and len(shown & now) >= 0.6 * min(len(shown), len(now))


def _nearly_the_same(old: tuple[Result, Page], new: tuple[Result, Page]) -> bool:
    """Tell whether two texts are all but equal, and their addresses do not number or name different things."""
    texts = set(_words(old[1].text)), set(_words(new[1].text))
    if min(map(len, texts)) < _ENOUGH or _shared(*texts) < 0.8:
        return False
    numbers = [{word for word in _WORD.findall(r.key.lower()) if any(map(str.isdigit, word))} for r, _ in (old, new)]
    return numbers[0] == numbers[1] or not all(numbers)


def _same_site(old: tuple[Result, Page], new: tuple[Result, Page]) -> bool:
    return _site(_parts(old[0].key)[0]) == _site(_parts(new[0].key)[0])


def _shared(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _words(text: str) -> list[str]:
    return _WORD.findall(text[: _READ * 12].casefold())[:_READ]


def _parts(address: str) -> tuple[str, str, str]:
    try:
        parts = urlsplit(address)
        return parts.hostname or "", unquote(parts.path).casefold(), parts.query
    except ValueError:
        return "", address, ""


def _site(host: str) -> str:
    """Return the site's name without what stands before it: roughly, since content decides."""
    labels = host.split(".")
    short = len(labels) > 2 and (len(labels[-2]) <= 3 or labels[-2] in ("police", "parliament"))
    return ".".join(labels[-3 if short else -2 :])
