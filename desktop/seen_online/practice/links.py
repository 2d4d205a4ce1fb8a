"""Practice pages in a person's own browser: every link leads back to the practice server."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

LOOPBACK = "127.0.0.1"
SEARCH_HOST = "search.practice.example"
# href="...", src='...', action="...": the value alone is changed. Each part of the pattern starts where the one
# before must have ended, so it runs once over the page.
_LINK = re.compile(rb"""(\s(?:href|src|action)=)(?:"([^"<>]{0,2000})"|'([^'<>]{0,2000})')""", re.IGNORECASE)
_BODY = re.compile(rb"<body[^<>]{0,1000}>", re.IGNORECASE)
_BANNER = (
    b'<p style="margin:0;padding:.4em 1em;background:#fff3c4;color:#222;font:16px sans-serif">'
    b"Practice: everyone on this page is made up.</p>"
)


def local_path(url: str, host: str) -> str:
    """Return where `url`, found on a page of `host`, is served on loopback: /that.host/path.

    A link within the folder ("next.html"), a fragment, mail or telephone link stays as it is.
    """
    if url.startswith("//"):
        return url[1:]
    if url.startswith("/"):
        return f"/{host}{url}"
    if not url.lower().startswith(("http://", "https://")):
        return url
    try:
        parts = urlsplit(url)
        name = parts.hostname or ""
    except ValueError:
        return "#"
    rest = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return f"/{name}{rest}" + (f"#{parts.fragment}" if parts.fragment else "")


def for_own_browser(html: bytes, host: str) -> bytes:
    """Rewrite the links of a page of `host`, and say on it that it is practice."""

    def rewritten(match: re.Match[bytes]) -> bytes:
        url = (match[2] if match[2] is not None else match[3]).decode("latin-1")
        return match[1] + b'"' + local_path(url, host).replace('"', "%22").encode("latin-1") + b'"'

    return _BODY.sub(lambda match: match[0] + _BANNER, _LINK.sub(rewritten, html), count=1)
