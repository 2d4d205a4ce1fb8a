"""A double of SearXNG's search address: its JSON, and what it says when JSON is switched off."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qs

from support.duckduckgo import Found
from support.servers import Answer, Asked

HEADERS = {"Content-Type": "application/json"}


def fields(asked: Asked) -> dict[str, str]:
    return {key: values[-1] for key, values in parse_qs(asked.target.partition("?")[2]).items()}


def data(words: str, found: Sequence[Found], silent: Sequence[Sequence[str]] | None = (), **more: Any) -> Answer:
    """An answer as SearXNG 2024 and later writes it; `silent=None` leaves the key out, as older ones do."""
    results = [
        {
            "url": f.url,
            "title": f.title,
            "content": f.snippet,
            "engine": "brave",
            "engines": ["brave"],
            "template": "default.html",
            "parsed_url": ["https", "example.org", "/", "", "", ""],
            "positions": [at],
            "score": 1.0 / at,
            "category": "general",
        }
        for at, f in enumerate(found, 1)
    ]
    body: dict[str, Any] = {"query": words, "number_of_results": 0, "results": results, "answers": [], "infoboxes": []}
    if silent is not None:
        body["unresponsive_engines"] = [list(pair) for pair in silent]
    return Answer(body=json.dumps(body | more), headers=HEADERS)


PAGE = """<!DOCTYPE html><html class="no-js theme-auto"><head><title>SearXNG</title></head><body>
<main id="main_results"><div class="dialog-error-block">No results were found.</div></main></body></html>"""
