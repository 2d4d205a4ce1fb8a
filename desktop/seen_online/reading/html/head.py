"""What a page's <meta> tags say of it and of its author."""

from __future__ import annotations

import re
from collections.abc import Mapping

from seen_online.reading.html.streams import Streams

# For browsers and robots, not for people.
_TECHNICAL = re.compile(
    r"viewport|robots|googlebot|bingbot|generator|theme-color|color-scheme|format-detection|referrer|csrf|token|"
    r"verif|validate|msapplication|apple-|mobile-web|application-name|x-ua|rating|handheld|charset|"
    r"og:(?:image|video|audio|type|locale|updated)|twitter:(?:card|image|app|dnt|widgets|player)|fb:app|al:|"
    r"cache|expires|pragma|refresh|revisit|distribution|version|build|origin-trial|next-head|swift|thumbnail|ms\.",
    re.IGNORECASE,
)


def meta(page: Streams, attributes: Mapping[str, str]) -> None:
    """Note a <meta> tag that tells something about people or places."""
    content = attributes.get("content", "").strip()
    if not content:
        return
    name = attributes.get("name") or attributes.get("property") or ""
    if not name and not page.microdata.inside:
        name = attributes.get("itemprop", "")
    pragma = attributes.get("http-equiv", "").lower()
    if (pragma or name.lower()) in ("content-language", "language", "og:locale"):
        page.language = page.language or content
    elif pragma in ("reply-to", "from", "author"):
        name = pragma
    elif pragma == "refresh" and "url" in content.lower():
        page.elsewhere = True
    if name and not _TECHNICAL.search(name[:80]):
        page.note(page.meta, f"{' '.join(name.split())[:80]}: {content}")
