"""What the practice web says in place of a page: gone, sign in, not known here."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

_FRAME = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title></head>
<body><main><h1>{title}</h1>{text}</main></body></html>
"""

_SIGN_IN = """<p>You need an account to see this page of {host}.</p>
<form method="post" action="/login"><p><label>E-mail <input name="user" type="email" autocomplete="off"></label></p>
<p><label>Password <input name="password" type="password" autocomplete="off"></label></p>
<p><button>Log in</button></p></form>"""

_WALL = """<p>Checking that you are a person and not a program. This can take a few seconds.</p>
<form id="challenge-form" method="get" action="/"><label><input type="checkbox"> I am not a robot</label></form>
<noscript>Please switch on JavaScript to go on.</noscript>"""


def notice(title: str, text: str = "") -> bytes:
    """Return a small page with a heading and a sentence, both plain text."""
    return _page(title, f"<p>{escape(text)}</p>" if text else "")


def sign_in_form(host: str) -> bytes:
    """Return a log-in form, as it stands before a page for members."""
    return _page("Log in", _SIGN_IN.format(host=escape(host)))


def wall() -> bytes:
    """Return the page of a site that keeps programs out."""
    return _page("Just a moment", _WALL)


def index(hosts: Iterable[str]) -> bytes:
    """Return the first page of the practice server: a link to the search and to each site."""
    links = "".join(f'<li><a href="/{escape(host)}/">{escape(host)}</a></li>' for host in sorted(hosts))
    return _page("The practice web", f"<p>Everyone here is made up.</p><ul>{links}</ul>")


def _page(title: str, html: str) -> bytes:
    return _FRAME.format(title=escape(title), text=html).encode()
