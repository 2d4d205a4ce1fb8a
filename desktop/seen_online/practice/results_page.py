"""The practice engine's page for people: the same results as in JSON, in a browser."""

from __future__ import annotations

from html import escape
from typing import Any
from urllib.parse import urlencode

from seen_online.practice.engine import PER_PAGE

_FRAME = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><style>body{{font:1.1em sans-serif;max-width:40em;margin:1em auto;padding:0 1em}}
cite{{color:#456;font-style:normal}}li{{margin-bottom:1em}}input{{font:inherit;width:70%}}button{{font:inherit}}</style>
</head><body><form action="/search" role="search"><label>Search the practice web
<input name="q" value="{query}"></label> <button>Search</button></form>
<main>{main}</main></body></html>
"""


def results_page(answer: dict[str, Any] | None, page: int = 1) -> bytes:
    """Return the page with the results of `answer`, or with the search field alone where there is none."""
    if answer is None:
        return _FRAME.format(title="Practice search", query="", main="").encode()
    query = escape(str(answer["query"]))
    return _FRAME.format(title=f"{query} – Practice search", query=query, main=_main(answer, page)).encode()


def _main(answer: dict[str, Any], page: int) -> str:
    total = int(answer["number_of_results"])
    silent = "".join(f"<li>{escape(name)}: {escape(why)}</li>" for name, why in answer["unresponsive_engines"])
    parts = [f"<p>These did not answer:</p><ul>{silent}</ul>" if silent else ""]
    if answer["results"]:
        rows = "".join(_row(result) for result in answer["results"])
        parts.append(f'<p>{total} results</p><ol start="{(page - 1) * PER_PAGE + 1}">{rows}</ol>')
    elif not silent:
        parts.append("<p>No results.</p>")
    if total > page * PER_PAGE:
        more = escape(urlencode({"q": answer["query"], "pageno": page + 1}))
        parts.append(f'<p><a href="/search?{more}">More results</a></p>')
    return "".join(parts)


def _row(result: dict[str, Any]) -> str:
    url, title, words = (escape(str(result[key])) for key in ("url", "title", "content"))
    return f'<li><a href="{url}">{title}</a><br><cite>{url}</cite><br>{words}</li>'
