"""ddgs's engine classes, asked in a way that keeps their rows as they came.

ddgs unquotes every address of a row, which breaks those with %26, %2F or %23 in them, and takes tags out with a pattern
that a long row of "<" brings to a stand. So rows are taken raw here, and cleaned by us. Some engines make their rows
themselves instead of asking for the kind of row to make: they are given ours under the name of theirs.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import FunctionType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from seen_online.outbox.browser import BrowserClient

MAX_PAGE = 3_000_000  # characters; real pages of results have a tenth of it


class Row:
    """A row as the engine wrote it; ddgs fills in the fields of the engine's category. What is no text is left out."""

    def __init__(self) -> None:
        self.title = self.href = self.url = self.body = self.image = self.source = self.date = ""

    def __setattr__(self, name: str, value: object) -> None:
        super().__setattr__(name, value if isinstance(value, str) else "")


def asked_class(kind: type[Any], link_path: str = "") -> type[Any]:
    """Return a kind of ddgs engine that keeps rows raw, pages on with the engine's own form, and bounds the page.

    `link_path` is the XPath of a row's address where ddgs's own is not good enough.
    """

    class Asked(kind):
        """One engine of ddgs."""

        next_form: Mapping[str, str] | None = None
        if link_path:
            elements_xpath = {**kind.elements_xpath, "href": link_path}

        def __init__(self, client: BrowserClient) -> None:
            # Not ddgs's own: that makes a client which could send past the outbox.
            self.http_client = client  # the one place through which anything leaves
            client.client.headers_update(self.headers_update)
            self.results = []

        @property
        def result_type(self) -> type[Row]:
            return Row

        def build_payload(self, query: str, *args: Any, **fields: Any) -> dict[str, Any]:
            if self.next_form and fields.get("page", 1) > 1:
                return dict(self.next_form)
            return super().build_payload(query, *args, **fields)

        def extract_results(self, html_text: str) -> list[Any]:
            if len(html_text) > MAX_PAGE:
                raise ValueError("page too long")
            mapping = getattr(kind, "elements_replace", None)
            if mapping is None:
                return _with_our_rows(kind.extract_results)(self, html_text)
            return _from_json(html_text, mapping)

    return Asked


def _with_our_rows(extract: Callable[..., list[Any]]) -> Callable[..., list[Any]]:
    from ddgs.results import BaseResult

    known = extract.__globals__
    ours = {name: Row for name, v in known.items() if isinstance(v, type) and issubclass(v, BaseResult)}
    return FunctionType(
        extract.__code__, {**known, **ours}, extract.__name__, extract.__defaults__, extract.__closure__
    )


def _from_json(text: str, mapping: Mapping[str, str]) -> list[Row]:
    """Read the rows of an engine that answers with JSON, by ddgs's own table of its fields."""
    rows: list[Row] = []
    for item in json.loads(text)["results"]:
        row = Row()
        for theirs, ours in mapping.items():
            value = item.get(theirs)
            setattr(row, ours, value if isinstance(value, str) else "")
        rows.append(row)
    return rows


def next_page_form(text: str) -> dict[str, str] | None:
    """Return the fields of DuckDuckGo's own "next page" button, None on its last page.

    A page that is asked for without them is the mark of a program, and gets one blocked.
    """
    from lxml import html

    best: dict[str, str] | None = None
    for form in html.fromstring(text).xpath("//form[.//input[@name='s'] and .//input[@name='vqd']]"):
        fields = {str(i.get("name")): str(i.get("value") or "") for i in form.xpath(".//input[@name]")}
        if fields["s"].isdigit() and (best is None or int(fields["s"]) > int(best["s"])):
            best = fields
    return best
