"""A filled letter as a file: plain text, or Word for those who want to print it with their own letterhead."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from seen_online.checklist.letters import Ready
from seen_online.note.clean import clean_line
from seen_online.note.model import Note
from seen_online.note.save import check_target, note_as, put
from seen_online.trouble import Trouble
from seen_online.words import say

SUFFIXES = (".txt", ".docx")


def letter_as_text(letter: Ready) -> str:
    """Return the letter as it is copied, previewed and saved: its subject, an empty line, its text."""
    return f"{say('Subject: {subject}', subject=letter.subject)}\n\n{letter.text}"


def letter_as(letter: Ready, suffix: str, made: datetime) -> bytes:
    """Return the bytes of the file that the letter is with this suffix. Raises Trouble for any but SUFFIXES."""
    match suffix.lower():
        case ".txt":
            return letter_as_text(letter).encode()
        case ".docx":
            return note_as(_as_note(letter, made), ".docx")
    raise Trouble(
        say("A letter can't be saved as this kind of file."),
        say("End the name with one of these: {suffixes}.", suffixes=", ".join(SUFFIXES)),
        f"letter{suffix}",
    )


def save_letter(letter: Ready, path: Path, made: datetime) -> None:
    """Write the letter to `path`, all of it or nothing; a file that is there is replaced. Raises Trouble."""
    data = letter_as(letter, path.suffix, made)
    check_target(path, replace=True)
    put(path, data, replace=True)


def _as_note(letter: Ready, made: datetime) -> Note:
    """Return the letter with its subject as the title and a paragraph for each of its lines."""
    lines = tuple(clean_line(line) for line in letter.text.strip().split("\n"))
    return Note(clean_line(letter.subject), lines, (), made)
