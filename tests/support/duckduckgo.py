"""A double of html.duckduckgo.com: what it says to the form of ddgs, page by page, in the markup it has.

Our own pages, after the structure that ddgs's parser reads and that other programs' maintainers describe: rows in
`#links`, each with an `h2`, an address line and a snippet link in `.result__body`; "No results." in a block of its
own; the test for robots as `anomaly-modal` around a `challenge-form`; a "next" form with `s`, `dc` and `vqd`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from html import escape
from typing import NamedTuple
from urllib.parse import parse_qs, quote

from support.servers import Answer, Asked

HOST = "html.duckduckgo.com"
OTHER_HOST = "duckduckgo.com"
PER_PAGE = 10
JSON = {"Content-Type": "application/x-javascript"}


class Found(NamedTuple):
    title: str
    url: str
    snippet: str = ""


WEATHER = tuple(Found(f"Weather report {n}", f"https://weather{n}.example/today", "Rain later.") for n in range(1, 4))


def page(words: str, inner: str) -> str:
    """The frame of every page of results: the search field repeats the words."""
    value = escape(words)
    return f"""<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta charset="utf-8">
<title>{value} at DuckDuckGo</title><link rel="stylesheet" href="//duckduckgo.com/h.css"></head>
<body class="body--html"><a name="top" id="top"></a>
<form action="/html/" method="post"><div id="header" class="header cw header--html">
<a class="header__logo-wrap" href="/html/"><span class="header__logo">DuckDuckGo</span></a>
<div class="header__form"><input name="q" autocomplete="off" class="search__input" type="text" value="{value}">
<input name="b" class="search__button" value="" type="submit"></div></div></form>
<div><div class="serp__results"><div id="links" class="results">{inner}</div></div></div>
<div id="bottom_spacing2"></div><div class="feedback-btn"><a href="//duckduckgo.com/feedback.html">Feedback</a></div>
</body></html>"""


def row(found: Found, *, wrapped: bool = True) -> str:
    """One row; DuckDuckGo often leads its links over a page of its own."""
    link = f"//duckduckgo.com/l/?uddg={quote(found.url, safe='')}&amp;rut=0123abcd" if wrapped else escape(found.url)
    snippet = f'<a class="result__snippet" href="{link}">{escape(found.snippet)}</a>' if found.snippet else ""
    shown = escape(found.url.split("://")[-1])
    return f"""<div class="result results_links results_links_deep web-result ">
<div class="links_main links_deep result__body"><h2 class="result__title">
<a rel="nofollow" class="result__a" href="{link}">{escape(found.title)}</a></h2>
<div class="result__extras"><div class="result__extras__url">
<a class="result__url" href="{link}">{shown}</a></div></div>
{snippet}<div class="clear"></div></div></div>"""


ADVERT = """<div class="result results_links results_links_deep result--ad "><div class="links_main links_deep
result__body"><h2 class="result__title"><a rel="nofollow" class="result__a"
href="https://duckduckgo.com/y.js?ad_domain=shop.example&amp;u3=https%3A%2F%2Fshop.example">Cheap things</a></h2>
<a class="result__snippet" href="https://duckduckgo.com/y.js?ad_domain=shop.example">Buy now.</a></div></div>"""


def results(words: str, found: Sequence[Found], start: int = 0) -> str:
    """A page of results from `start` on, with a "next" form where there are more."""
    shown = found[start : start + PER_PAGE]
    more = start + PER_PAGE
    form = ""
    if len(found) > more:
        form = f"""<div class="nav-link"><form action="/html/" method="post">
<input type="submit" class="btn" value="Next">
<input type="hidden" name="q" value="{escape(words)}"><input type="hidden" name="s" value="{more}">
<input type="hidden" name="nextParams" value=""><input type="hidden" name="v" value="l">
<input type="hidden" name="o" value="json"><input type="hidden" name="dc" value="{more + 1}">
<input type="hidden" name="api" value="d.js"><input type="hidden" name="vqd" value="4-12345">
<input name="kl" value="uk-en" type="hidden"></form></div>"""
    return page(words, "".join(row(f, wrapped=at % 2 == 0) for at, f in enumerate(shown)) + form)


def nothing(words: str, extra: str = "") -> str:
    """DuckDuckGo's own words for "no results"."""
    block = """<div class="result results_links results_links_deep result--no-result">
<div class="links_main links_deep result__body"><div class="no-results">No results.</div></div></div>"""
    return page(words, extra + block)


def anomaly(words: str) -> str:
    """The test for robots: a picture puzzle, with the words hidden in its form."""
    squares = "".join(f'<div class="anomaly-modal__box"><img src="../assets/anomaly/{n}.jpg"></div>' for n in range(9))
    inner = f"""<form id="challenge-form" action="//duckduckgo.com/anomaly.js?sv=html&cc=sre" method="POST">
<div class="anomaly-modal__mask"><div class="anomaly-modal__modal is-ie" data-testid="anomaly-modal">
<div class="anomaly-modal__title">Unfortunately, bots use DuckDuckGo too.</div>
<div class="anomaly-modal__description">Please complete the following challenge to confirm this search was made by a
human.</div><div class="anomaly-modal__instructions">Select all squares containing a duck:</div>
<div class="anomaly-modal__puzzle">{squares}</div><button type="submit">Submit</button></div></div>
<input type="hidden" name="q" value="{escape(words)}"></form>"""
    return page(words, inner)


def renamed(words: str, found: Sequence[Found]) -> str:
    """A page of results whose rows have got other names since the parser was written."""
    rows = "".join(row(f) for f in found)
    rows = re.sub(r'class="[^"]*"', 'class="a1b2"', rows).replace("<h2", "<h3").replace("</h2", "</h3")
    return page(words, rows)


class DuckDuckGo:
    """Answers by `says(words)`: an `Answer`, a page, or rows. Without it: rows for "weather", else nothing.

    `vqd` is the token that the page hands out for news and pictures; empty where it is withheld.
    """

    def __init__(self, says: Callable[[str], Answer | str | Sequence[Found] | None] | None = None) -> None:
        self.says = says
        self.vqd = "4-98765"
        self.words: list[str] = []

    def hosts(self) -> dict[str, Callable[[Asked], Answer]]:
        return {HOST: self.html, OTHER_HOST: self.data}

    def html(self, asked: Asked) -> Answer:
        form = {key: values[-1] for key, values in parse_qs(asked.body.decode(), keep_blank_values=True).items()}
        words, start = form.get("q", ""), int(form.get("s") or 0)
        if start and not form.get("vqd"):
            return Answer(202, body=anomaly(words))
        self.words.append(words)
        return self._answer(words, start)

    def _answer(self, words: str, start: int) -> Answer:
        said = self.says(words) if self.says else None
        if said is None:
            said = WEATHER if words == "weather" else nothing(words)
        if isinstance(said, Answer):
            return said
        return Answer(body=said if isinstance(said, str) else results(words, said, start))

    def data(self, asked: Asked) -> Answer:
        """duckduckgo.com itself: the page that hands out a token, and the two addresses that want it."""
        query = parse_qs(asked.target.partition("?")[2])
        words = query.get("q", [""])[0]
        if asked.path in ("/news.js", "/i.js"):
            if query.get("vqd") != [self.vqd]:
                return Answer(403, body="")
            self.words.append(words)
            said = self.says(words) if self.says else None
            if said is None and words == "weather":
                said = WEATHER
            if isinstance(said, (Answer, str)):
                return said if isinstance(said, Answer) else Answer(body=said, headers=JSON)
            return Answer(body=json.dumps({"results": [_item(f) for f in said or ()], "next": ""}), headers=JSON)
        token = f'vqd="{self.vqd}"' if self.vqd else ""
        return Answer(body=f"<!DOCTYPE html><html><head><script>{token};</script></head><body></body></html>")


def _item(found: Found) -> dict[str, object]:
    return {
        "title": found.title,
        "url": found.url,
        "excerpt": f"<b>{found.snippet}</b>",
        "image": found.url + "/picture.jpg",
        "thumbnail": "https://thumbs.example/1",
        "date": 1_700_000_000,
        "source": "Example News",
        "height": 10,
        "width": 10,
    }
