"""A small search engine over the practice web: full text in memory, answers in SearXNG's own JSON."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from seen_online.practice.asked import Asked, take_apart
from seen_online.practice.faults import NAME, SLOW_NAME, UNRESPONSIVE, Fault
from seen_online.practice.site import WebPage

PER_PAGE = 20
_SNIPPET = 32  # words
_WEIGHTS = "8.0, 1.0, 3.0"  # title, text, address

_FIND = (
    "SELECT rowid, snippet(pages, 1, '', '', ' … ', ?)"  # noqa: S608 (the weights are ours)
    f" FROM pages WHERE pages MATCH ? ORDER BY bm25(pages, {_WEIGHTS}), rowid"
)


class PracticeEngine:
    """Full text of the listed pages. Safe to use from several threads; `close` ends it.

    `faults` maps words to the fault that a query with those words meets; "" stands for every query. A query that
    names "slowpoke" always meets Fault.TIMEOUT, so that a trainer can show it at any time.
    """

    def __init__(self, pages: Sequence[WebPage], faults: Mapping[str, Fault] | None = None) -> None:
        self._pages = [page for page in pages if page.listed]
        self._faults = {**(faults or {}), SLOW_NAME: Fault.TIMEOUT}
        self._lock = threading.Lock()
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        self._base.execute(
            "CREATE VIRTUAL TABLE pages USING fts5(title, text, url, tokenize='unicode61 remove_diacritics 2')"
        )
        self._base.executemany(
            "INSERT INTO pages (rowid, title, text, url) VALUES (?, ?, ?, ?)",
            ((row, page.title, page.text, page.url) for row, page in enumerate(self._pages)),
        )

    def close(self) -> None:
        """Give the memory back."""
        with self._lock:
            self._base.close()

    def fault(self, query: str) -> Fault | None:
        """Return what this query is to meet, or None."""
        folded = query.casefold()
        return next((fault for words, fault in self._faults.items() if words.casefold() in folded), None)

    def answer(self, query: str, page: int = 1, categories: Sequence[str] = ()) -> dict[str, Any]:
        """Return SearXNG's answer: `page` counts from 1 and holds twenty results.

        The keys are those of SearXNG 2024 and later (searx/webutils.py, get_json_response).
        """
        fault = self.fault(query)
        found = [] if fault in (Fault.TIMEOUT, Fault.CAPTCHA) else self._find(take_apart(query), categories)
        start = (page - 1) * PER_PAGE
        return {
            "query": query,
            "number_of_results": len(found),
            "results": [
                self._result(row, snippet, place)
                for place, (row, snippet) in enumerate(found[start : start + PER_PAGE], start=start + 1)
            ],
            "answers": [],
            "corrections": [],
            "infoboxes": [],
            "suggestions": [],
            "unresponsive_engines": UNRESPONSIVE.get(fault, []) if fault else [],
        }

    def _find(self, asked: Asked, categories: Sequence[str]) -> list[tuple[int, str]]:
        if asked.empty:
            return []
        rows = self._match(asked, " AND ")
        if not rows and len(asked.words) > 1:
            rows = self._match(asked, " OR ")  # engines rather show a page with some of the words than none
        wanted = {c.strip().lower() for c in categories if c.strip()}
        return [
            (row, snippet)
            for row, snippet in rows
            if _on_site(self._pages[row].url, asked.sites)
            and (not wanted or "general" in wanted or self._pages[row].served.category in wanted)
        ]

    def _match(self, asked: Asked, between: str) -> list[tuple[int, str]]:
        with self._lock:
            if not (asked.phrases or asked.words):  # site: alone
                return [(row, page.text[:200]) for row, page in enumerate(self._pages)]
            return self._base.execute(_FIND, (_SNIPPET, _match_words(asked, between))).fetchall()

    def _result(self, row: int, snippet: str, place: int) -> dict[str, Any]:
        page = self._pages[row]
        parts = urlsplit(page.url)
        return {
            "url": page.url,
            "title": page.title,
            "content": snippet,
            "publishedDate": None,
            "thumbnail": "",
            "engine": NAME,
            "template": "default.html",
            "parsed_url": [parts.scheme, parts.netloc, parts.path, "", parts.query, ""],
            "img_src": "",
            "priority": "",
            "engines": [NAME],
            "positions": [place],
            "score": 1 / place,
            "category": page.served.category,
        }


def _match_words(asked: Asked, between: str) -> str:
    """Write FTS5's own query language; every term is a quoted string, so nothing typed is read as an operator."""
    must = [_string(phrase) for phrase in asked.phrases]
    if asked.words:
        must.append("(" + between.join(_string(word) for word in asked.words) + ")")
    match = " AND ".join(must)
    return f"({match}) NOT ({' OR '.join(_string(w) for w in asked.without)})" if asked.without else match


def _string(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'


def _on_site(url: str, sites: Sequence[str]) -> bool:
    """Tell whether `url` lies on one of the sites: the host itself, one below it, or the start of a path there."""
    if not sites:
        return True
    host, _, path = url.removeprefix("http://").partition("/")
    for site in sites:
        name, _, start = site.partition("/")
        if (host == name or host.endswith(f".{name}")) and path.startswith(start):
            return True
    return False
