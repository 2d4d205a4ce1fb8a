"""What a note says, taken out of its model and out of each kind of file, to be compared."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime

from seen_online.note.model import Bullets, Note, NoteSection, Paragraph, Quoted, Table

MADE = datetime(2026, 3, 5, 14, 30, tzinfo=UTC)


def note_of(*blocks: Paragraph | Bullets | Table | Quoted, title: str = "A note", heading: str = "A section") -> Note:
    """Return a note of one section."""
    return Note(title, ("Made on 5 March 2026.",), (NoteSection(heading, blocks),), MADE)


def said(note: Note) -> list[str]:
    """Return all that a note says, in order; an empty cell says nothing."""
    texts = [note.title, *note.intro]
    for section in note.sections:
        for heading, blocks in [(section.heading, section.blocks), *((p.heading, p.blocks) for p in section.parts)]:
            texts.append(heading)
            for block in blocks:
                texts += _block(block)
    return [text for text in texts if text]


def _block(block: Paragraph | Bullets | Table | Quoted) -> list[str]:
    match block:
        case Bullets(items):
            return [*items]
        case Table(header, rows):
            return [*header, *(cell for row in rows for cell in row)]
        case _:
            return [block.text]


def html_says(data: bytes) -> list[str]:
    """Return the texts of the elements that hold text, in order."""
    from lxml import html

    elements = html.fromstring(data.decode()).iter("h1", "h2", "h3", "p", "li", "th", "td", "pre")
    texts = (element.text_content().removeprefix("\n") for element in elements)
    return [text.rstrip("\n") for text in texts if text.strip()]


def markdown_as_html(data: bytes) -> str:
    """Return Markdown as a CommonMark reader with tables, and with HTML let through, shows it."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True}).enable("table").render(data.decode())


def markdown_says(data: bytes) -> list[str]:
    """Return the texts of Markdown, in order."""
    return html_says(markdown_as_html(data).encode())


def docx_says(data: bytes) -> list[str]:
    """Return the texts of a Word file, in order, tables cell by cell."""
    from docx import Document
    from docx.table import Table as WordTable

    texts: list[str] = []
    for block in Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(block, WordTable):
            texts += [node.text or "" for node in block._tbl.iter() if node.tag.endswith("}t")]
        else:
            texts.append(block.text)
    return [text for text in texts if text]


def pdf_text(data: bytes) -> str:
    """Return the text of all pages of a PDF, in the order in which it is read, without the page numbers."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return "\n".join(re.sub(r"\s\d+ / \d+\s*\Z", "", page) for page in pages)


def squeezed(text: str) -> str:
    """Return `text` without white space, break marks and list dots, which formats set each in its own way."""
    return re.sub(r"[\s•\u200b\ufeff]", "", unicodedata.normalize("NFC", text))


def left_over(texts: list[str], whole: str) -> str:
    """Take `texts` out of `whole`, each behind the one before; return what is left. Fails where one is missing."""
    rest: list[str] = []
    at = 0
    for text in map(squeezed, texts):
        found = whole.find(text, at)
        assert found >= 0, f"missing, or in the wrong place: {text!r}"
        rest.append(whole[at:found])
        at = found + len(text)
    return "".join([*rest, whole[at:]])


def pdf_roles(data: bytes) -> list[str]:
    """Return the tags of a PDF, one a line, indented by their depth."""
    from pypdf import PdfReader

    return list(_roles(PdfReader(io.BytesIO(data)).trailer["/Root"]["/StructTreeRoot"], 0))


def _roles(node: object, depth: int) -> Iterator[str]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for child in node:
            yield from _roles(child, depth)
    elif isinstance(node, dict):
        if "/S" in node:
            yield "  " * depth + str(node["/S"]).lstrip("/")
            depth += 1
        if "/K" in node:
            yield from _roles(node["/K"], depth)
