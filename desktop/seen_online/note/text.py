"""A note as plain text, in an order that reads well aloud."""

from __future__ import annotations

import unicodedata

from seen_online.note.model import Block, Bullets, Note, Paragraph, Quoted, Table


def write_text(note: Note) -> bytes:
    """Return the note as the bytes of a .txt file (UTF-8)."""
    pieces = [_underlined(note.title, "="), "\n".join(note.intro)]
    for section in note.sections:
        pieces.append(_underlined(section.heading, "-"))
        pieces += [_block(block) for block in section.blocks]
        for part in section.parts:
            pieces.append(f"* {part.heading} *")
            pieces += [_block(block) for block in part.blocks]
    return ("\n\n".join(piece for piece in pieces if piece) + "\n").encode()


def _block(block: Block) -> str:
    match block:
        case Paragraph(text):
            return text
        case Bullets(items):
            return "\n".join(f"- {item}" for item in items)
        case Table(header, rows):
            return "\n".join(_row(header, row) for row in rows)
        case Quoted(text):
            return "\n".join(f"    {line}".rstrip() for line in text.split("\n"))


def _row(header: tuple[str, ...], row: tuple[str, ...]) -> str:
    """Write a row with the header before each cell, so that it can be read without seeing the columns."""
    cells = [f"{name}: {cell}" for name, cell in zip(header, row, strict=True) if cell]
    return "- " + "\n  ".join(cells)


def _underlined(heading: str, line: str) -> str:
    width = sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in heading)
    return f"{heading}\n{line * min(max(width, 3), 70)}"
