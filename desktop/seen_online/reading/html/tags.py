"""What each HTML tag and attribute means for the flow of the text."""

from __future__ import annotations

from seen_online.reading.html.flow import APART, BREAK, CELL, ROW

# These start and end a line.
_BLOCKS = (
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "map", "marquee", "menu",
    "nav", "noframes", "ol", "optgroup", "option", "p", "pre", "search", "section", "select", "summary", "table",
    "tbody", "textarea", "tfoot", "thead", "title", "ul",
)  # fmt: skip
AT_END = {**dict.fromkeys(_BLOCKS, BREAK), "tr": ROW, "a": APART}
AT_START = {**AT_END, "td": CELL, "th": CELL}
# What is inside is a program or a style.
RAW = frozenset(["script", "style"])
# What is inside shows only where something else does not, or later.
UNSEEN = frozenset((
    "noscript", "noframes", "noembed", "template", "object", "audio", "video", "canvas", "datalist", "dialog", "option",
))  # fmt: skip
KEEPS_LINES = frozenset(["pre", "textarea", "listing", "xmp", "plaintext"])
# What is inside is another page.
FRAMES = frozenset(["iframe", "frame", "embed"])
SPECIAL = RAW | UNSEEN | KEEPS_LINES | FRAMES | {"title"}
# Attributes in which writers put a part of an address, out of the way of programs.
HOLDERS = frozenset((
    "data-address", "data-at", "data-contact", "data-domain", "data-e-mail", "data-email", "data-host", "data-lat",
    "data-latitude", "data-lng", "data-lon", "data-longitude", "data-mail", "data-mailto", "data-mobile",
    "data-name", "data-phone", "data-tel", "data-telephone", "data-tld", "data-user", "data-username",
))  # fmt: skip
# Attributes that a reading looks at. Elements that have none of them are the many, and must cost next to nothing.
WATCHED = HOLDERS | frozenset((
    "action", "alt", "aria-label", "class", "content", "data-cfemail", "dir", "formaction", "hidden", "href", "id",
    "itemprop", "itemscope", "lang", "onclick", "placeholder", "property", "style", "title", "typeof", "value",
    "xml:lang",
))  # fmt: skip
