"""HTML to a Reading: the parser is fed, then the streams become the sheet's parts."""

from __future__ import annotations

import re

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from seen_online.reading.html.flow import settle
from seen_online.reading.html.target import Target
from seen_online.reading.items import item_lines
from seen_online.reading.sheet import Sheet
from seen_online.reading.why import Why

MAX_HTML = 16_000_000  # characters, without the pictures that are written into a page
# libxml2 looks through all open elements for every end tag that fits none. Small bites, and a fresh start where the
# nesting is absurd, keep that linear; what is lost is which element the text stood in, not the text.
BITE = 8_000
DEEPEST = 400
MAX_FRAMES_DEEP = 4
# A page that shows nothing without its scripts, or what stands elsewhere: an empty frame.
EMPTY_FRAME = 60  # characters

_PICTURES = re.compile(r"(;base64,)[A-Za-z0-9+/=%\s]{200,}")
_LONG_NUMBERS = re.compile(r"&#[xX]?[0-9a-fA-F]{12,}")  # libxml2 needs quadratic time for them
_SPACES = re.compile("[ \t]{2,}")
_MARKUP = re.compile(r"<[^<>]{0,2000}+>")


def read_html(text: str, sheet: Sheet, depth: int = 0) -> None:
    """Write what a page says on `sheet`: what is seen first, then each kind of what is there but unseen.

    `depth` counts the pages around one that stands inside another.
    """
    text = _eased(text)
    if len(text) > MAX_HTML:
        text = text[:MAX_HTML]
        sheet.fell_short(Why.LONG)
    target = _fed(text)
    _write(target, sheet)
    for frame in target.frames:
        if depth >= MAX_FRAMES_DEEP:
            target.cut = True
            break
        read_html(frame, sheet, depth + 1)
    if target.cut or target.microdata.cut or target.rdfa.cut or target.cards.cut:
        sheet.fell_short(Why.LONG)


def _eased(text: str) -> str:
    """Take away what costs the parser much and says nothing."""
    if "\0" in text:
        text = text.replace("\0", "")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if ";base64," in text:
        text = _PICTURES.sub(r"\1", text)
    if "&#" in text:
        text = _LONG_NUMBERS.sub("\ufffd", text)
    return text


def _fed(text: str) -> Target:
    target = Target()
    parser = _parser(target)
    at = 0
    while at < len(text):
        end = min(at + BITE, len(text))
        if end < len(text) and (tag := text.rfind("<", at + 1, end)) > 0:
            end = tag
        try:
            parser.feed(text[at:end])
        except (etree.XMLSyntaxError, AssertionError):
            target.cut = True
            target.unwind()
            parser = _parser(target)
        if target.depth > DEEPEST:
            _close(parser, target)
            parser = _parser(target)
        at = end
    _close(parser, target)
    return target


def _parser(target: Target) -> etree.HTMLParser:
    return etree.HTMLParser(
        target=target, encoding="utf-8", remove_pis=True, no_network=True, huge_tree=False, recover=True
    )


def _close(parser: etree.HTMLParser, target: Target) -> None:
    try:
        parser.close()
    except etree.XMLSyntaxError:  # nothing but white space
        target.unwind()


def _write(target: Target, sheet: Sheet) -> None:
    title = settle(target.title)
    seen = settle(target.seen)
    sheet.title = sheet.title or title
    sheet.language = sheet.language or target.language
    sheet.add("title", title)
    sheet.add("text", seen)
    sheet.add_lines("link", dict.fromkeys(target.links))
    sheet.add("hidden", settle(target.unseen))
    sheet.add_lines("meta", dict.fromkeys(target.meta))
    for things in (target.described, target.microdata.found, target.rdfa.found, target.cards.found):
        sheet.add_lines("data", item_lines(things))
    sheet.add_lines("data", dict.fromkeys(target.data_lines))
    sheet.add_lines("alt", (" ".join(alt.split()) for alt in dict.fromkeys(target.alts)))
    sheet.add_lines("comment", (_SPACES.sub(" ", _MARKUP.sub(" ", one)).strip() for one in target.comments))
    if (target.scripts or target.elsewhere) and not target.frames and len(seen) < EMPTY_FRAME:
        sheet.fell_short(Why.BUILT_BY_SCRIPT)
