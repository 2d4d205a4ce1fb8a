"""One page, one key: the canonical form of an address, by which hits are merged and verdicts kept.

A false merge would hide a page from the person, a missed one only shows it twice. So every rule here either holds for
the whole web (tracking parameters, default ports) or names the site it holds for (see `sites`); in doubt two stay two.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlencode, urlsplit

from seen_online.search.redirects import unwrap
from seen_online.search.sites import SAME_HOST, site_rules
from seen_online.search.tracking import is_tracking

MAX_ADDRESS = 8_000  # characters; browsers open no longer ones
_LAYERS = 5  # what is wrapped deeper (m.www.m.…) is no page that anybody links to

_INDEX = re.compile(r"/(?:index\.(?:s?html?|php|aspx?|jsp)|default\.(?:aspx?|html?))\Z", re.IGNORECASE)
# In the path: Java's and PHP's after a semicolon, ASP.NET's as a part of its own.
_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/;?]*|/\([ASFX]\([a-z0-9]{12,}\)\)", re.IGNORECASE)
_MAY_STAND = "~:@!$&'()*+,;="  # unescaped in a path (RFC 3986), besides letters, digits and "-._"


def canonical(url: str) -> str:
    """Return the canonical form of an http(s) address, "" for anything else.

    The same page through redirect links, tracking parameters, www, http or https, fragments, AMP and mobile
    addresses, default ports, upper-case hosts, dot segments and trailing slashes gives the same string.
    """
    if not url or len(url) > MAX_ADDRESS:
        return ""
    try:
        address = _canonical(url.strip())
        for _ in range(_LAYERS):
            deeper = _canonical(address)
            if deeper == address:
                break
            address = deeper
    except ValueError:  # no address at all: a port that is no number, half a character
        return ""
    return address


def _canonical(url: str) -> str:
    parts = urlsplit(unwrap(url))
    host = _host(parts.hostname or "")
    if parts.scheme not in ("http", "https") or not host:
        return ""
    port = "" if parts.port in (None, 80, 443) else f":{parts.port}"
    host, path, query = site_rules(_plain_host(host, parts.path), _plain_path(parts.path), _plain_query(parts.query))
    if not query:
        path = _INDEX.sub("", path)
    path = path.rstrip("/") or "/"
    # surrogateescape carries bytes that are no UTF-8 through unharmed: old sites write names in Latin-1.
    words = f"?{urlencode(query, errors='surrogateescape')}" if query else ""
    return f"https://{host}{port}{path}{words}{_route(parts.fragment)}"


def _host(host: str) -> str:
    host = unicodedata.normalize("NFC", host.rstrip(".").lower())
    if not host or any(c in host for c in " <>\"'\\%"):
        return ""
    if ":" in host:
        return f"[{host}]"
    # Shown in its own letters, not as xn--: the rule that turns letters into xn-- maps ß to ss, another name.
    return ".".join(_own_letters(label) for label in host.split("."))


def _own_letters(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        letters = label[4:].encode("ascii").decode("punycode")
    except ValueError:
        return label
    return label if letters.isascii() else letters.lower()


def _plain_host(host: str, path: str) -> str:
    """Drop what only names another view of the same site: www, and the hosts of its mobile and AMP pages."""
    host = SAME_HOST.get(host, host).removeprefix("www.")
    host = SAME_HOST.get(host, host)
    for view in ("m.", "mobile.", "wap.", "amp."):
        rest = host.removeprefix(view)
        # "mobile.example.org" may well be a shop for telephones: only a page of the same name is the same page.
        if rest != host and (view not in ("mobile.", "wap.") or path not in ("", "/")) and _is_site(rest):
            return SAME_HOST.get(rest, rest).removeprefix("www.")
    return host


def _is_site(host: str) -> bool:
    """Tell whether a host is a registered name or below one: "m.uk" has nothing but a suffix after its "m."."""
    return _suffixes().privatesuffix(host) is not None


@lru_cache(maxsize=1)
def _suffixes():
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()


def _plain_path(path: str) -> str:
    segments: list[str] = []
    for segment in _SESSION.sub("", path).split("/"):
        if segment in ("", "."):
            continue
        if segment == "..":
            del segments[-1:]
        else:
            segments.append(quote(unquote_to_bytes(segment), safe=_MAY_STAND))
    return "/" + "/".join(_without_amp(segments))


def _without_amp(segments: list[str]) -> list[str]:
    """Drop the mark of an AMP page, but only beside what looks like an article: /shop/amp may sell amplifiers."""
    if not segments:
        return segments
    last = segments[-1]
    if last.endswith(".amp.html"):
        return [*segments[:-1], last.removesuffix(".amp.html") + ".html"]
    if last.endswith(".amp") and _is_article(last):
        return [*segments[:-1], last.removesuffix(".amp")]
    if last == "amp" and len(segments) > 1 and _is_article(segments[-2]):
        return segments[:-1]
    if segments[0] == "amp" and len(segments) > 1 and _is_article(last):
        return segments[1:]
    return segments


def _is_article(segment: str) -> bool:
    return segment.count("-") >= 2 or segment.endswith(".html") or sum(c.isdigit() for c in segment) >= 4


def _plain_query(query: str) -> list[tuple[str, str]]:
    pairs = parse_qsl(query, keep_blank_values=True, errors="surrogateescape")
    kept = [(name, value) for name, value in pairs if not is_tracking(name, value)]
    return sorted(kept, key=lambda pair: pair[0])  # within one name the order may matter, between names it does not


def _route(fragment: str) -> str:
    """Keep a fragment only where it is the page: in one-page programs (#!/who, #/who)."""
    route = fragment.split(":~:", 1)[0]
    return f"#{route}" if route.startswith(("!", "/")) and len(route) > 1 else ""
