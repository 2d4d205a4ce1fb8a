"""Checking a file that somebody wrote, for `seen-online checklist validate`."""

from __future__ import annotations

from pathlib import Path

import msgspec

from seen_online.checklist.files import folder, read_thing
from seen_online.checklist.kinds import translation_of
from seen_online.checklist.problem import Problem
from seen_online.words import say


def validate(path: Path) -> list[Problem]:
    """Return every problem of a file of any of our kinds, in the order of its lines; none where it is good.

    A translation is checked against its original, which lies beside it or is one of ours.
    """
    translation = translation_of(path)
    if translation is None:
        _, problems = read_thing(path, name=str(path))
        return list(problems)
    original = _original(path, translation[0])
    if original is None:
        what = say("We can't find {name}, which this file translates.", name=translation[0])
        return [Problem(what, say("Put it beside this file, or correct the name of this one."), str(path))]
    _, without = read_thing(original)
    if without:
        what = say("{name}, which this file translates, has problems itself.", name=original.name)
        return [Problem(what, say("Check that file first."), str(path))]
    _, problems = read_thing(original, translations=(path,))
    return [msgspec.structs.replace(problem, file=str(path)) for problem in problems]


def _original(path: Path, name: str) -> Path | None:
    ours = folder()
    places = (path.parent, ours / path.parent.name, ours)
    return next((place / name for place in places if (place / name).is_file()), None)
