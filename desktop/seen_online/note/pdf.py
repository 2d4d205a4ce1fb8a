"""A note as PDF/UA-1: tagged, titled, with its language, so that a screen reader can read it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from importlib.resources import files

import msgspec

from seen_online.note.glyphs import FAMILIES, font_folders, in_words, pieces, put_in_words
from seen_online.note.model import Block, Bullets, Note, Paragraph, Quoted, Table
from seen_online.note.when import in_utc
from seen_online.note.widths import shares
from seen_online.words import say

_PROBE = b'#set document(title: "x")\n#set text(font: json(bytes(sys.inputs.fonts)))\n#sys.inputs.text'
_LONG = re.compile(r"[^\s/?-]{41,}")  # an address may go on in the next line behind these three marks anyway
_PIECE = 20  # characters
_LANGUAGE = re.compile(r"[a-z]{2,3}(?![a-z])")  # Typst wants the language of a tag such as en-GB by itself
_MAY_BREAK = "\u200b"


def write_pdf(note: Note) -> bytes:
    """Return the note as the bytes of a .pdf file.

    Characters that none of the fonts can draw stand in words, in brackets; a line at the end says so.
    """
    typesetter = _Typesetter()
    words = in_words(_walk(msgspec.to_builtins(note)), typesetter.draws)
    source = files("seen_online.note").joinpath("layout", "note.typ").read_bytes()
    return typesetter.compile(source, note=json.dumps(_data(note, words, typesetter.families), ensure_ascii=False))


class _Typesetter:
    """Typst with the fonts that come with the program, and no others."""

    def __init__(self) -> None:
        import typst

        fonts = typst.Fonts(include_system_fonts=False, font_paths=[*font_folders()])
        there = fonts.families()
        self.families = [family for family in FAMILIES if family in there]  # Typst warns of any other
        self._failed = typst.TypstError
        self._compiler = typst.Compiler(_PROBE, font_paths=fonts)

    def compile(self, source: bytes, **inputs: str) -> bytes:
        made = self._compiler.compile(source, format="pdf", pdf_standards=["ua-1"], sys_inputs=inputs)
        assert isinstance(made, bytes)
        return made

    def draws(self, text: str) -> bool:
        """Tell whether the fonts have every character of a text: as PDF/UA, Typst refuses one that they lack."""
        try:
            self.compile(_PROBE, text=text, fonts=json.dumps(self.families))
        except self._failed:
            return False
        return True


def _data(note: Note, words: dict[str, str], families: list[str]) -> dict[str, object]:
    def line(text: str) -> str:
        return _breakable(put_in_words(text, words))

    def blocks(given: tuple[Block, ...]) -> list[dict[str, object]]:
        return [_block(block, line) for block in given]

    sections = [
        {
            "heading": line(section.heading),
            "blocks": blocks(section.blocks),
            "parts": [{"heading": line(part.heading), "blocks": blocks(part.blocks)} for part in section.parts],
        }
        for section in note.sections
    ]
    intro = [line(text) for text in note.intro]
    if words:
        intro.append(say("Some signs can't be drawn in this kind of file. They stand in words, in brackets."))
    return {
        "title": put_in_words(note.title, words),
        "intro": intro,
        "sections": sections,
        "made": list(in_utc(note.made).timetuple()[:6]),
        "language": language[0] if (language := _LANGUAGE.match(note.language)) else "en",
        "fonts": families,
    }


def _block(block: Block, line: Callable[[str], str]) -> dict[str, object]:
    match block:
        case Paragraph(text):
            return {"type": "Paragraph", "text": line(text)}
        case Bullets(items):
            return {"type": "Bullets", "items": [line(item) for item in items]}
        case Table(header, rows):
            return {
                "type": "Table",
                "shares": [round(share, 4) for share in shares(block)],
                "header": [line(c) for c in header],
                "rows": [[line(c) for c in r] for r in rows],
            }
        case Quoted(text):
            return {"type": "Quoted", "text": "\n".join(line(part) for part in text.split("\n"))}


def _breakable(text: str) -> str:
    """Return `text` with places at which a very long word, such as an address, may go on in the next line."""
    return _LONG.sub(lambda match: _MAY_BREAK.join(pieces(match[0], _PIECE)), text)


def _walk(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _walk(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _walk(inner)
