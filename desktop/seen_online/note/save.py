"""Writing a note to a file: the suffix says which kind."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from seen_online.note.model import Note
from seen_online.trouble import Trouble
from seen_online.words import say

# The writers are loaded when one is needed: Word, PDF and calendar each bring a large library.
_WRITERS = {
    ".md": ("seen_online.note.markdown", "write_markdown"),
    ".html": ("seen_online.note.html", "write_html"),
    ".docx": ("seen_online.note.docx", "write_docx"),
    ".pdf": ("seen_online.note.pdf", "write_pdf"),
    ".txt": ("seen_online.note.text", "write_text"),
    ".ics": ("seen_online.note.calendar", "write_calendar"),
}
SUFFIXES = tuple(_WRITERS)


def note_as(note: Note, suffix: str) -> bytes:
    """Return the bytes of the file that the note is with this suffix (".md", ".PDF"). Raises Trouble."""
    return _writer(Path(f"note{suffix}"))(note)


def save(note: Note, path: str | Path, replace: bool = False) -> None:
    """Write the note to `path`, all of it or nothing.

    Args:
        note: the note.
        path: its suffix says which kind of file: one of SUFFIXES, in any case.
        replace: whether a file that is there already may be replaced.

    Raises:
        Trouble: the suffix is none of ours, the folder is not there or may not be written to, there is a file, or a
            calendar is asked for and there is no action.
    """
    target = Path(path)
    check_target(target, replace=replace)
    put(target, _writer(target)(note), replace=replace)


def check_target(path: str | Path, replace: bool = True) -> None:
    """Look whether a note can be written to `path`, before the work on it begins. Raises Trouble as `save` does."""
    target = Path(path)
    _writer(target)
    folder = target.parent
    if not folder.is_dir():
        raise Trouble(say("There is no such folder."), say("Make it, or choose another."), str(folder))
    if target.is_dir():
        raise Trouble(say("This is a folder."), say("Add a name for the file."), str(target))
    if target.exists() and not replace:
        raise Trouble(say("There is a file of this name already."), say("Choose another name."), str(target))
    if not os.access(folder, os.W_OK):
        raise Trouble(say("Nothing can be written there."), say("Choose another folder."), str(folder))


def _writer(path: Path) -> Callable[[Note], bytes]:
    place = _WRITERS.get(path.suffix.lower())
    if place is None:
        raise Trouble(
            say("A note can't be saved as this kind of file."),
            say("End the name with one of these: {suffixes}.", suffixes=", ".join(SUFFIXES)),
            path.name,
        )
    module, name = place
    return getattr(import_module(module), name)


def put(target: Path, data: bytes, *, replace: bool) -> None:
    """Write beside the target, then move it there, so that a file is never there by half. Raises Trouble."""
    written = ""
    try:
        # Made readable by its owner only, like every file of mkstemp: it says something about a person.
        handle, written = tempfile.mkstemp(dir=target.parent, prefix=".note-", suffix=target.suffix)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            Path(written).replace(target)
        else:
            _move_if_free(Path(written), target)
    except FileExistsError:
        raise Trouble(say("There is a file of this name already."), say("Choose another name."), str(target)) from None
    except PermissionError:
        raise Trouble(
            say("The note could not be written. Another program may have this file open, or it may be protected."),
            say("Close it there, or choose another name or place."),
            str(target),
        ) from None
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Trouble(
            say("The note could not be written ({why}).", why=why), say("Choose another place."), str(target)
        ) from None
    finally:
        if written:
            with contextlib.suppress(OSError):
                Path(written).unlink()


def _move_if_free(written: Path, target: Path) -> None:
    """Move a file to a name that nobody has taken meanwhile."""
    try:
        os.link(written, target)
    except FileExistsError:
        raise
    except OSError:  # a memory stick whose file system knows no links
        with target.open("xb"):
            pass
        written.replace(target)
