"""Letters are filled here and never sent from here; none leaves with a blank in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

import msgspec

from seen_online.checklist.letter import Blank, Letter
from seen_online.checklist.places import cut, places_in
from seen_online.trouble import Trouble
from seen_online.words import say

MOST = 5000  # characters for one blank; what is longer is a mistake, and a letter may name a blank often
_UNSEEN = ("Cc", "Cf", "Cs", "Co")  # control and format characters, halves of pairs, private ones


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a filled letter: text, or the name of a `blank` that is still empty."""

    text: str
    blank: str = ""


class Filled(msgspec.Struct, frozen=True):
    """A letter with what is known filled in, for the preview; `left` are the blanks that keep it from leaving."""

    letter: Letter
    subject: tuple[Piece, ...]
    text: tuple[Piece, ...]
    left: tuple[Blank, ...]


class Ready(msgspec.Struct, frozen=True):
    """A whole letter, ready to be copied, printed or saved by the person. All of it is plain text."""

    title: str
    to: str
    subject: str
    text: str


def known_values(letter: Letter, known: Mapping[str, str]) -> dict[str, str]:
    """Return what can be filled in for the person, by blank.

    `known` is keyed as the letters' `known` fields are: `person.name`, `page.url`, `today`, ...
    """
    return {blank.name: known[blank.known] for blank in letter.blanks if known.get(blank.known)}


def blanks_left(letter: Letter, values: Mapping[str, str]) -> tuple[Blank, ...]:
    """Return the blanks that must still be filled; a hint typed again, dots, dashes or XXXX fill none."""
    return tuple(blank for blank in letter.blanks if not blank.optional and _empty(values.get(blank.name, ""), blank))


def fill(letter: Letter, values: Mapping[str, str]) -> Filled:
    """Fill a letter with the values by blank. A value is only ever text: braces in it stay what they are.

    Raises Trouble for a value that is far too long.
    """
    filled: dict[str, str] = {}
    gone: set[str] = set()
    for blank in letter.blanks:
        value = values.get(blank.name, "")
        if len(value) > MOST:
            what = say("This is longer than {most} characters.", most=MOST)
            raise Trouble(what, say("Shorten it."), blank.label)
        if not _empty(value, blank):
            filled[blank.name] = _tidy(value)
        elif blank.optional:
            gone.add(blank.name)

    def pieces(text: str) -> tuple[Piece, ...]:
        lines = [line for line in text.split("\n") if not places_in(line) & gone]
        return tuple(Piece(*piece) for piece in cut("\n".join(lines), filled.get))

    # A subject is one line for whatever takes it up; a line break in a value could begin a header of its own.
    subject = tuple(Piece(" ".join(piece.text.split("\n")), piece.blank) for piece in pieces(letter.subject))
    return Filled(letter, subject, pieces(letter.text), blanks_left(letter, values))


def ready(filled: Filled) -> Ready:
    """Return the letter for export. Raises Trouble while a blank is left."""
    holes = [piece.blank for piece in (*filled.subject, *filled.text) if piece.blank]
    if filled.left or holes:
        labels = ", ".join(blank.label for blank in filled.left) or ", ".join(holes)
        raise Trouble(
            say("This letter still has a blank."), say("Fill in: {blanks}.", blanks=labels), filled.letter.title
        )
    subject = "".join(piece.text for piece in filled.subject).strip()
    text = "".join(piece.text for piece in filled.text).strip() + "\n"
    return Ready(filled.letter.title, filled.letter.to, subject, text)


def _tidy(value: str) -> str:
    """Make line ends alike and drop what can't be seen and could turn the text round."""
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    # Joiners are part of emoji and of some scripts.
    return "".join(c for c in value if c in "\n\t\u200c\u200d" or unicodedata.category(c) not in _UNSEEN).strip()


def _empty(value: str, blank: Blank) -> bool:
    """Tell whether a value says nothing: white space, dots and dashes, X's, or our own label or hint typed again."""
    plain = _tidy(value)
    words = plain.strip("[]<>(){}_ ").casefold()
    if not words or words in (blank.label.casefold(), blank.hint.casefold(), blank.name):
        return True
    return bool(re.fullmatch(r"[xX?._\-–—…*/\\\s]+", plain))
