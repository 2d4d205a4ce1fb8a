"""Hits of all engines and queries → one result for each page."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, urlsplit, urlunsplit

from seen_online.search.address import canonical
from seen_online.search.model import Hit, Result
from seen_online.search.redirects import unwrap
from seen_online.search.text import MAX_SNIPPET, MAX_TITLE, plain_text


def merge(hits: Iterable[Hit]) -> list[Result]:
    """Merge hits once; see `Merger.merge`."""
    return Merger().merge(hits)


class Merger:
    """Merges hits again and again while they come in; what was worked out for a page stays as long as its hits do."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}  # by address
        self._results: dict[str, Result] = {}  # by key

    def merge(self, hits: Iterable[Hit]) -> list[Result]:
        """Merge the hits that lead to the same page; only http(s) addresses are kept.

        Results stand in the order in which their first hit came, so that a list which grows never jumps. The title is
        the first one with words; the snippet holds every different snippet, since each may give away something else.
        """
        found: dict[str, list[Hit]] = {}
        for hit in hits:
            key = self._keys.get(hit.url)
            if key is None:
                key = self._keys[hit.url] = canonical(hit.url)
            if key:
                found.setdefault(key, []).append(hit)
        return [self._result(key, tuple(of_page)) for key, of_page in found.items()]

    def _result(self, key: str, hits: tuple[Hit, ...]) -> Result:
        known = self._results.get(key)
        if known is None or known.hits != hits:
            once = tuple(dict.fromkeys(hits))
            if known is None or known.hits != once:
                known = self._results[key] = _result(key, once)
        return known


def _result(key: str, once: tuple[Hit, ...]) -> Result:
    title = next((t for t in (plain_text(h.title, MAX_TITLE) for h in once) if t), "")
    return Result(key, _best_url(once), title, _snippets(once), once)


def _snippets(hits: Iterable[Hit]) -> str:
    kept: list[str] = []
    for snippet in dict.fromkeys(plain_text(hit.snippet) for hit in hits):
        if not snippet or any(snippet in other for other in kept):
            continue
        kept = [other for other in kept if other not in snippet]
        if sum(map(len, kept)) + len(snippet) > MAX_SNIPPET and kept:
            break
        kept.append(snippet)
    return " … ".join(kept)


def _best_url(hits: Iterable[Hit]) -> str:
    """Choose the address to open: of the page itself, https before http, the shortest (no AMP, no tracking)."""
    addresses = dict.fromkeys(address_to_open(hit.url) for hit in hits)
    return min(addresses, key=lambda url: (not url.startswith("https:"), len(url)))


def address_to_open(url: str) -> str:
    """Return the address behind redirect links, without a user name or password written into it.

    What can't be seen in it (control characters, what turns text around) is written as %xx: it is shown to people.
    """
    parts = urlsplit(unwrap(url.strip()))
    address = urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, parts.query, parts.fragment))
    return (
        address
        if address.isprintable()
        else "".join(c if c.isprintable() else quote(c, errors="replace") for c in address)
    )
