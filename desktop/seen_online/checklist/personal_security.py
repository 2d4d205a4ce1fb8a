"""Reading the public YAML form of Lissy93's personal-security-checklist as an extra checklist.

Form: https://github.com/Lissy93/personal-security-checklist (a list of sections with `title`, `slug`, `description`,
`icon`, `intro`, `color`, and `checklist` rows of `point`, `priority`, `details`). Keys we don't know are passed over:
the form is not ours. Its texts are Markdown; they are shown plain, with their links as sources.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

import msgspec

from seen_online.checklist.fields import URL, Line
from seen_online.checklist.item import Checklist, Item, Section, Source
from seen_online.checklist.typecheck import Fault, faults_of
from seen_online.words import say

Loose = Annotated[str, msgspec.Meta(max_length=8000)]

_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)?)\)")  # one pair of brackets in the address
_MARKS = re.compile(r"[*`]{1,3}|<[^<>\n]{0,200}>")


class Row(msgspec.Struct, frozen=True):
    """One point of a section."""

    point: Line
    priority: str = ""
    details: Loose = ""


class Part(msgspec.Struct, frozen=True):
    """One section."""

    title: Line
    checklist: list[Row]
    slug: str = ""
    description: Loose = ""
    icon: str = ""
    intro: Loose = ""
    color: str = ""


class Whole(msgspec.Struct, frozen=True):
    """The file; the form itself has a bare list."""

    parts: list[Part]


def personal_security(data: Any, name: str) -> tuple[Checklist | None, list[Fault]]:
    """Turn plain data of that form into a checklist called `name`, or tell what is wrong with it."""
    faults = [(place[1:], what, mend) for place, what, mend in faults_of({"parts": data}, Whole)]
    if faults:
        return None, faults
    whole = msgspec.convert({"parts": data}, Whole, strict=False)
    taken: set[str] = set()
    sections = tuple(_section(part, taken) for part in whole.parts)
    title = " ".join(re.split(r"[-_\s]+", name)).strip().capitalize() or say("Another checklist")
    listed = Checklist(_id(name or "checklist", set()), title, sections=sections)
    if not listed.items:
        return None, [((), say("This checklist has no points."), say("Add rows with point: under checklist:."))]
    return listed, []


def _section(part: Part, taken: set[str]) -> Section:
    slug = _id(part.slug or part.title, taken)
    intro = "\n\n".join(text for text in (_plain(part.description), _plain(part.intro)) if text)
    return Section(slug, part.title, intro, tuple(_item(slug, row, taken) for row in part.checklist))


def _item(slug: str, row: Row, taken: set[str]) -> Item:
    point = _plain(row.point) or row.point
    return Item(
        id=_id(f"{slug}-{point}", taken),
        title=point,
        question=say("Have you done this?"),
        why=_plain(row.details) or point,
        action=point,
        priority=row.priority[:40],
        sources=tuple(
            Source(title[:200], url)
            for title, url in _LINK.findall(row.details)
            if title and url and re.search(URL, url)
        ),
    )


def _plain(markdown: str) -> str:
    """Return Markdown's words without its marks; paragraphs stay apart."""
    text = _MARKS.sub("", _LINK.sub(r"\1", markdown))
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip())


def _id(text: str, taken: set[str]) -> str:
    """Make an id of `text` that is not in `taken` yet, and put it there."""
    base = re.sub(r"[^a-z0-9]+", "-", text.lower())[:70].strip("-") or "point"
    unique, number = base, 1
    while unique in taken:
        number += 1
        unique = f"{base}-{number}"
    taken.add(unique)
    return unique
