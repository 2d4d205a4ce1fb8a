"""Doubles of the other engines that ddgs can ask: a page of rows, "no results" in their words, and a wall."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from html import escape
from urllib.parse import parse_qs, quote, unquote

from support.duckduckgo import WEATHER, Found
from support.servers import Answer, Asked

JSON = {"Content-Type": "application/json; charset=utf-8"}
Says = Callable[[str], Answer | str | Sequence[Found] | None]


def asked_words(asked: Asked) -> str:
    """The words of a search, wherever this engine has them."""
    fields = parse_qs(asked.target.partition("?")[2]) | parse_qs(asked.body.decode("utf-8", "replace"))
    return next((fields[name][0] for name in ("q", "query", "p", "search", "titles") if name in fields), "")


def engine_host(rows: Callable[[str, Sequence[Found]], str], nothing: Callable[[str], str], says: Says | None = None):
    """A host that answers searches; `says` as for DuckDuckGo: an answer, a page, rows, or None for the usual."""

    def answer(asked: Asked) -> Answer:
        words = asked_words(asked)
        said = says(words) if says else None
        if said is None:
            said = WEATHER if words == "weather" else nothing(words)
        if isinstance(said, Answer):
            return said
        body = said if isinstance(said, str) else rows(words, said)
        return Answer(body=body, headers=JSON if body.lstrip()[:1] in "[{" else {})

    return answer


def page(title: str, field: str, words: str, inner: str) -> str:
    return f"""<!DOCTYPE html><html><head><title>{escape(words)} - {title}</title></head><body>
<form action="/search"><input type="text" name="{field}" value="{escape(words)}"></form>
<main>{inner}</main><footer><a href="https://social.example/engine">Follow us</a></footer></body></html>"""


def mojeek_rows(words: str, found: Sequence[Found]) -> str:
    rows = "".join(
        f'<li class="r{n}"><a title="" class="ob" href="{escape(f.url)}"><p class="i">{escape(f.url)}</p></a>'
        f'<h2><a class="title" href="{escape(f.url)}">{escape(f.title)}</a></h2>'
        f'<p class="s">{escape(f.snippet)}</p></li>'
        for n, f in enumerate(found, 1)
    )
    return page("Mojeek Search", "q", words, f'<ul class="results-standard">{rows}</ul>')


def mojeek_nothing(words: str) -> str:
    return page("Mojeek Search", "q", words, f"<p>No pages found matching: <b>{escape(words)}</b></p>")


def brave_rows(words: str, found: Sequence[Found]) -> str:
    rows = "".join(
        f'<div class="snippet" data-type="web"><a href="{escape(f.url)}" class="l1"><div class="site-name">x</div>'
        f'<div class="title search-snippet-title" title="">{escape(f.title)}</div></a>'
        f'<div class="generic-snippet"><div class="content desc">{escape(f.snippet)}</div></div></div>'
        for f in found
    )
    return page("Brave Search", "q", words, f'<div id="results">{rows}</div>')


def bare(title: str, field: str) -> Callable[[str], str]:
    """A page of results with neither results nor a word on it."""
    return lambda words: page(title, field, words, "")


def startpage_rows(words: str, found: Sequence[Found]) -> str:
    rows = "".join(
        f'<div class="result css-o7i03b"><a class="result-title result-link" href="{escape(f.url)}">'
        f'<h2 class="wgl-title">{escape(f.title)}</h2></a><p class="description">{escape(f.snippet)}</p></div>'
        for f in found
    )
    return page("Startpage Search Results", "query", words, f'<section id="main">{rows}</section>')


def startpage(says: Says | None = None):
    """Startpage hands out a token on its first page; a search without it meets a wall."""
    search = engine_host(startpage_rows, bare("Startpage Search Results", "query"), says)

    def answer(asked: Asked) -> Answer:
        if asked.path == "/":
            form = '<form id="search"><input name="query"><input name="sc" value="t0k3n"></form>'
            return Answer(body=f"<html><body>{form}</body></html>")
        if asked.path == "/sp/search" and parse_qs(asked.body.decode()).get("sc") == ["t0k3n"]:
            return search(asked)
        return Answer(302, {"Location": "/sp/captcha"})

    return answer


def yahoo_rows(words: str, found: Sequence[Found]) -> str:
    rows = "".join(
        f'<div class="dd algo algo-sr relsrch Sr"><div class="compTitle options-toggle"><h3 class="title">'
        f'<a href="https://r.search.yahoo.com/_ylt=A;_ylu=B/RV=2/RE=1/RO=10/RU={quote(f.url, safe="")}/RK=2/RS=c-">'
        f"<span>{escape(f.title)}</span></a></h3></div>"
        f'<div class="compText aAbs"><p>{escape(f.snippet)}</p></div></div>'
        for f in found
    )
    return page("Yahoo Search Results", "p", words, f'<div id="web">{rows}</div>')


def yahoo_nothing(words: str) -> str:
    said = f"<p>We did not find results for: <b>{escape(words)}</b>.</p>"
    return page("Yahoo Search Results", "p", words, f'<div class="dd zrp"><div class="compText">{said}</div></div>')


def wikipedia(articles: dict[str, str], lists: Sequence[str] = ()):
    """en.wikipedia.org: titles that begin with the words, then the text of one; `lists` are pages of several people."""
    titles = [*articles, *lists]

    def answer(asked: Asked) -> Answer:
        fields = {key: values[-1] for key, values in parse_qs(asked.target.partition("?")[2]).items()}
        if fields.get("action") == "opensearch":
            words = unquote(fields["search"])
            hits = [t for t in titles if t.casefold().startswith(words.casefold())][:1]
            urls = [f"https://en.wikipedia.org/wiki/{quote(t.replace(' ', '_'))}" for t in hits]
            return Answer(body=json.dumps([words, hits, [""] * len(hits), urls]), headers=JSON)
        title = fields["titles"]
        text = f"<p><b>{title}</b> may refer to:</p>" if title in lists else f"<p>{articles.get(title, '')}</p>"
        return Answer(body=json.dumps({"query": {"pages": {"1": {"title": title, "extract": text}}}}), headers=JSON)

    return answer


def grokipedia_rows(words: str, found: Sequence[Found]) -> str:
    items = [{"slug": f.title.replace(" ", "_"), "title": f"_{f.title}_", "snippet": f.snippet} for f in found]
    return json.dumps({"query": words, "results": items})


def bing_news_rows(words: str, found: Sequence[Found]) -> str:
    """What its page fetches as the person scrolls: the rows alone, without a page around them."""
    return "".join(
        f'<div class="news-card newsitem cardcommon" data-title="{escape(f.title)}" url="{escape(f.url)}"'
        f' data-author="The Courier"><div class="caption"><a class="title" href="{escape(f.url)}">{escape(f.title)}</a>'
        f'<div class="snippet">{escape(f.snippet)}</div><span aria-label="3 days ago">3d</span></div></div>'
        for f in found
    )


def bing_picture_rows(words: str, found: Sequence[Found]) -> str:
    rows = "".join(
        "<li><div><div class='imgpt'><a class='iusc' m='"
        + escape(
            json.dumps({"t": f.title, "murl": f"{f.url}/picture.jpg", "turl": "https://th.example/1", "purl": f.url})
        )
        + "'></a></div><div class='infopt'><div class='lnkw'><a>example.org</a></div></div></div></li>"
        for f in found
    )
    return f'<div class="dgControl"><ul class="dgControl_list">{rows}</ul></div>'


def yahoo_news_rows(words: str, found: Sequence[Found]) -> str:
    rows = "".join(
        f'<li><a href="x"></a><div><h4 class="s-title"><a href="https://r.search.yahoo.com/_ylt=A/RV=2/RE=1/RO=10/RU='
        f'{quote(f.url, safe="")}/RK=0/RS=c-">{escape(f.title)}</a></h4><span class="s-source">The Courier</span>'
        f'<span class="s-time">3 days ago</span><p class="s-desc">{escape(f.snippet)}</p></div></li>'
        for f in found
    )
    return page("Yahoo News Search Results", "p", words, f'<div id="web"><ol>{rows}</ol></div>')
