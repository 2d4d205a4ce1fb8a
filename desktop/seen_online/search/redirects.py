"""Where a link really leads: engines and big sites hand out links to themselves that only pass a reader on."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from urllib.parse import SplitResult, parse_qsl, unquote, unquote_plus, urlsplit

MAX_HOPS = 4  # a link inside a link inside a link; more is a trap, not a page


def unwrap(url: str) -> str:
    """Return the address a redirect link leads to, or `url` itself where it is none.

    Nothing is fetched: only links that carry their target in themselves are followed, so that opening a result does
    not tell the engine about it, and so that one page found by two engines is one.
    """
    for _ in range(MAX_HOPS):
        if url.startswith("//"):
            url = f"https:{url}"
        target = _target(url)
        if not target or target == url:
            break
        url = target
    return url


def _target(url: str) -> str:
    lower = url.lower()
    if not any(name in lower for name in _NAMES):  # most links are none, and there are thousands
        return ""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    for hosts, path, find in _REDIRECTS:
        if _is_host(host, hosts) and parts.path.startswith(path):
            target = find(parts)
            if target.startswith(("http://", "https://")):
                return target
    return ""


def _is_host(host: str, wanted: str) -> bool:
    """Match a host; "google." stands for that name's sites in all countries, a leading dot for all sub-domains."""
    if wanted.endswith("."):
        first, *rest = host.removeprefix(wanted).split(".")
        return host.startswith(wanted) and (not rest or (len(rest) == 1 and first in ("co", "com")))
    return host == wanted or (wanted.startswith(".") and host.endswith(wanted))


def _parameter(*names: str) -> Callable[[SplitResult], str]:
    def find(parts: SplitResult) -> str:
        given = dict(parse_qsl(parts.query))
        return next((given[name] for name in names if name in given), "")

    return find


def _bing(parts: SplitResult) -> str:
    packed = _parameter("u")(parts)
    if not packed.startswith("a1"):
        return ""
    packed = packed[2:]
    try:
        return base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)).decode()
    except (binascii.Error, ValueError):
        return ""


def _yahoo(parts: SplitResult) -> str:
    _, _, rest = parts.path.partition("/RU=")
    return unquote(rest.split("/RK=", 1)[0].split("/RS=", 1)[0])


def _after(prefix: str) -> Callable[[SplitResult], str]:
    """Read a target written into the path without its scheme; "s/" before it stands for https."""

    def find(parts: SplitResult) -> str:
        rest = parts.path.removeprefix(prefix)
        scheme, rest = ("https", rest[2:]) if rest.startswith("s/") else ("http", rest)
        if "." not in rest.split("/", 1)[0]:
            return ""
        return f"{scheme}://{rest}" + (f"?{parts.query}" if parts.query else "")

    return find


def _amp_cache(parts: SplitResult) -> str:
    for prefix in ("/c/", "/v/", "/wp/"):
        if parts.path.startswith(prefix):
            return _after(prefix)(parts)
    return ""


def _whole_query(parts: SplitResult) -> str:
    return unquote_plus(parts.query)


# host, start of the path, how the target is found
_REDIRECTS: tuple[tuple[str, str, Callable[[SplitResult], str]], ...] = (
    ("duckduckgo.com", "/l/", _parameter("uddg")),
    (".duckduckgo.com", "/l/", _parameter("uddg")),
    ("google.", "/url", _parameter("q", "url")),
    ("google.", "/imgres", _parameter("imgrefurl")),
    ("google.", "/amp/", _after("/amp/")),
    ("bing.com", "/ck/a", _bing),
    ("bing.com", "/amp/", _after("/amp/")),
    ("r.search.yahoo.com", "/", _yahoo),
    (".search.yahoo.com", "/", _yahoo),
    (".cdn.ampproject.org", "/", _amp_cache),
    ("cdn.ampproject.org", "/", _amp_cache),
    ("bing.com", "/news/apiclick.aspx", _parameter("url")),
    ("yandex.", "/clck/jsredir", _parameter("url")),
    ("facebook.com", "/l.php", _parameter("u")),
    ("l.facebook.com", "/l.php", _parameter("u")),
    ("lm.facebook.com", "/l.php", _parameter("u")),
    ("l.instagram.com", "/", _parameter("u")),
    ("l.messenger.com", "/l.php", _parameter("u")),
    ("l.threads.com", "/", _parameter("u")),
    ("l.threads.net", "/", _parameter("u")),
    ("youtube.com", "/redirect", _parameter("q")),
    ("linkedin.com", "/redir/redirect", _parameter("url")),
    ("linkedin.com", "/safety/go", _parameter("url")),
    ("pinterest.com", "/offsite/", _parameter("url")),
    ("tumblr.com", "/redirect", _parameter("z")),
    ("t.umblr.com", "/redirect", _parameter("z")),
    ("vk.com", "/away.php", _parameter("to")),
    ("medium.com", "/r/", _parameter("url")),
    ("slack-redir.net", "/link", _parameter("url")),
    ("exit.sc", "/", _parameter("url")),
    ("out.reddit.com", "/", _parameter("url")),
    (".safelinks.protection.outlook.com", "/", _parameter("url")),
    ("steamcommunity.com", "/linkfilter", _parameter("u", "url")),
    ("href.li", "/", _whole_query),
)
_NAMES = tuple({host.strip(".") for host, _, _ in _REDIRECTS})
