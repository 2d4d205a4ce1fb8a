"""Reading a YAML file from outside: plain lists, mappings and text, with the line each stands on.

Every value stays text, as it was typed (a step called `On` is not a truth value, `1.10` is not 1.1); the types of the
file decide later what it is. Size, depth, number of values and what aliases unfold to are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
import yaml

from seen_online.checklist.compose import Composer, Place, TooMuch
from seen_online.checklist.problem import Problem
from seen_online.words import say

MAX_FILE = 1_000_000  # bytes; the largest public checklist we know has 95,000


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser is ten times as fast
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ufffe\uffff]")


class Read(msgspec.Struct, frozen=True):
    """What a file holds: `data` (None where it could not be read) and the line of each place in it."""

    file: str
    data: Any = None
    lines: dict[Place, int] = {}
    problems: tuple[Problem, ...] = ()

    def line(self, place: Place) -> int:
        """Return the line of a place, or of the nearest place around it that has one."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def item(self, place: Place) -> str:
        """Name the item that a place is in: the id, name or title of the nearest thing around it that has one."""
        around: list[Any] = [self.data]
        for step in place:
            inner = around[-1]
            try:
                around.append(inner[step])
            except (KeyError, IndexError, TypeError):
                break
        things = [thing for thing in reversed(around[1:]) if isinstance(thing, dict)]
        # A source in an item has a title too, but it is the item that somebody looks for.
        for keys in (("id", "point", "name", "slug"), ("title",)):
            for name in (thing.get(key) for thing in things for key in keys):
                if isinstance(name, str) and name:
                    return name[:80]
        return ""

    def problem(self, place: Place, what: str, mend: str) -> Problem:
        """Make the problem at a place of this file."""
        return Problem(what, mend, self.file, self.line(place), self.item(place))

    def named(self, faults: Iterable[tuple[Place, str, str]]) -> tuple[Problem, ...]:
        """Make the problems of faults (place, what, mend), in the order of their lines."""
        return tuple(sorted((self.problem(*fault) for fault in faults), key=lambda problem: problem.line))


def read_yaml(path: Path, name: str = "") -> Read:
    """Read a file; never raises for what is in it. `name` is how problems call it, else its own name."""
    name = name or path.name
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_FILE + 1)
    except OSError as error:
        why = error.strerror or "unknown"
        return _broken(name, say("We could not open this file ({why}).", why=why), say("Check its name and place."))
    if len(raw) > MAX_FILE:
        return _broken(name, say("This file is far too large for a checklist."), say("Split it into smaller ones."))
    try:
        return parse_yaml(raw.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return _broken(name, say("This file is not plain text in UTF-8."), say("Save it as UTF-8."), line)


def parse_yaml(text: str, name: str) -> Read:
    """Read YAML text; never raises for what is in it."""
    unseen = _UNSEEN.search(text)
    if unseen:
        line = text.count("\n", 0, unseen.start()) + 1
        return _broken(name, say("This line holds a character that can't be seen."), say("Type the line again."), line)
    composer = Composer()
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            composer.take(event)
    except TooMuch as error:
        return _broken(name, error.what, error.mend, error.line)
    except yaml.YAMLError as error:
        return _broken(name, *_syntax(error))
    read = Read(name, composer.data, composer.lines)
    faults = tuple(Problem(what, mend, name, line, read.item(place)) for place, line, what, mend in composer.faults)
    if composer.data is None and not faults:
        return _broken(name, say("This file is empty."), say("Start with one of our own files, and change it."))
    return msgspec.structs.replace(read, problems=faults)


def _broken(name: str, what: str, mend: str, line: int = 0) -> Read:
    return Read(name, problems=(Problem(what, mend, name, line),))


def _syntax(error: yaml.YAMLError) -> tuple[str, str, int]:
    """Put what the parser says into plain words: what, mend and line."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 0
    said = f"{getattr(error, 'problem', '')} {getattr(error, 'context', '')}"
    what = say("This line is not YAML.")
    if "cannot start any token" in said:
        return what, say("Put the text in quotation marks; indent with spaces, not with tabs."), line
    if "mapping values are not allowed" in said:
        return what, say("Put text that has a colon in it in quotation marks, and check the spaces before it."), line
    if "quoted scalar" in said:
        return what, say("Close the quotation mark."), line
    if "alias" in said or "anchor" in said:
        return what, say("Put text that starts with * or & in quotation marks."), line
    if "could not find expected ':'" in said:
        return what, say("Put a colon and a space after the key; check the line before it, too."), line
    if "flow" in said:
        return what, say("Close the bracket, or put the text in quotation marks."), line
    return what, say("Check the colons, the dashes and the spaces at the start of this line and the one before."), line
