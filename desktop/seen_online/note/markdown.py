"""A note as Markdown (CommonMark with tables)."""

from __future__ import annotations

import re

from seen_online.note.model import Block, Bullets, Note, Paragraph, Quoted, Table

# Readers turn such words into links, mail links or pings by themselves, and no escape stops all of them. Code spans do.
_BECOMES_A_LINK = re.compile(r"@|://|(?:mailto|xmpp|tel|sms|data|javascript):|[^\W_]\.[^\W\d_]{2}", re.IGNORECASE)
_WORDS = re.compile(r"(\s+)")
_AROUND = "\"'“”‘’()[]<>,.;:!?"
_MARKS = re.compile(r"[\\`*_{}\[\]#|~^$]")
_AT_START = re.compile(r"(?:[-+]|\d{1,9}(?=[.)]))")
_TICKS = re.compile(r"`+")


def write_markdown(note: Note) -> bytes:
    """Return the note as the bytes of a .md file."""
    pieces = [f"# {_text(note.title)}", *(_text(line) for line in note.intro)]
    for section in note.sections:
        pieces.append(f"## {_text(section.heading)}")
        pieces += [_block(block) for block in section.blocks]
        for part in section.parts:
            pieces.append(f"### {_text(part.heading)}")
            pieces += [_block(block) for block in part.blocks]
    return ("\n\n".join(pieces) + "\n").encode()


def _block(block: Block) -> str:
    match block:
        case Paragraph(text):
            return _text(text)
        case Bullets(items):
            return "\n".join(f"- {_text(item)}" for item in items)
        case Table(header, rows):
            lines = [_row(header), _line(["---"] * len(header)), *map(_row, rows)]
            return "\n".join(lines)
        case Quoted(text):
            fence = "`" * max(3, 1 + max((len(run) for run in _TICKS.findall(text)), default=0))
            return f"{fence}text\n{text}\n{fence}"


def _row(cells: tuple[str, ...]) -> str:
    # In a table a bar ends the cell even within a code span, unless it is escaped there as well.
    return _line([_text(cell, bar=r"\|") for cell in cells])


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _text(text: str, bar: str = "|") -> str:
    """Return plain text in which nothing is markup, a link or HTML."""
    return "".join(_word(word, bar, first=number == 0) for number, word in enumerate(_WORDS.split(text)))


def _word(word: str, bar: str, *, first: bool) -> str:
    if not _BECOMES_A_LINK.search(word):
        return _escaped(word, first=first)
    core = word.strip(_AROUND) or word
    before, _, after = word.partition(core)
    return f"{_escaped(before, first=first)}{_code(core, bar)}{_escaped(after, first=False)}"


def _escaped(text: str, *, first: bool) -> str:
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    safe = _MARKS.sub(r"\\\g<0>", safe)
    if first and (match := _AT_START.match(safe)):
        safe = f"\\{safe}" if match[0] in "-+" else f"{match[0]}\\{safe[match.end() :]}"
    return safe


def _code(text: str, bar: str) -> str:
    fence = "`" * (1 + max((len(run) for run in _TICKS.findall(text)), default=0))
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text.replace('|', bar)}{space}{fence}"
