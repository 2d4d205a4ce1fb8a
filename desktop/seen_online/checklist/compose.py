"""From YAML's events to lists, mappings and text, within bounds.

PyYAML's own composer calls itself for each level and unfolds aliases without a bound, so a small hostile file can
end the program or fill the memory. This one keeps a list of open containers and counts what it builds.
"""

from __future__ import annotations

from typing import Any

import yaml

from seen_online.words import say

MAX_DEPTH = 16
MAX_VALUES = 50_000  # aliases counted as often as they are used

Place = tuple[str | int, ...]  # keys and positions from the top of the file


class TooMuch(Exception):
    """The file is deeper or larger than any checklist; `line` counts from 1."""

    def __init__(self, line: int, what: str, mend: str) -> None:
        super().__init__(what)
        self.line = line
        self.what = what
        self.mend = mend


class _Open:
    """A list or mapping whose end has not come yet.

    `key` is the key whose value comes next, None where a key comes next; with `drop` that value is thrown away.
    """

    __slots__ = ("anchor", "before", "drop", "key", "line", "place", "value")

    def __init__(self, value: dict[str, Any] | list[Any], place: Place, line: int, before: int, anchor: str) -> None:
        self.value = value
        self.place = place
        self.line = line
        self.before = before  # how many values had been counted when it began
        self.anchor = anchor
        self.key: str | None = None
        self.drop = False


class Composer:
    """Takes events one by one; afterwards `data`, `lines` by place, and `faults` (place, line, what, mend)."""

    def __init__(self) -> None:
        self.data: Any = None
        self.lines: dict[Place, int] = {}
        self.faults: list[tuple[Place, int, str, str]] = []
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._count = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Take the next event. Raises TooMuch."""
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line)
        elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            self._start(event, line)
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            done = self._open.pop()
            if done.anchor:
                self._anchors[done.anchor] = (done.value, self._count - done.before)
            self._put(done.value, done.line)
        elif isinstance(event, yaml.AliasEvent):
            known = self._anchors.get(event.anchor)
            if known is None and any(one.anchor == event.anchor for one in self._open):
                raise TooMuch(line, say("This stands for something that holds itself."), say("Write it out instead."))
            if known is None:
                what = say("This stands for something that is not there.")
                raise TooMuch(line, what, say("Put text that starts with * in quotation marks."))
            self._more(known[1], line)
            self._put(known[0], line)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents == 2:
                self.faults.append(((), line, say("A second file begins here."), say("Remove the line with ---.")))

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        self._more(1, line)
        self._no_tag(event.tag, line)
        # A key with nothing behind its colon is as if it were not there.
        empty = not event.style and event.value in ("", "~", "null")
        value = None if empty else event.value
        if event.anchor:
            self._anchors[event.anchor] = (value, 1)
        self._put(value, line)

    def _start(self, event: Any, line: int) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise TooMuch(line, say("This is indented far too deeply."), say("Move it to the left."))
        before = self._count
        self._more(1, line)
        self._no_tag(event.tag, line)
        place = self._place()
        self.lines.setdefault(place, line)
        value: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._open.append(_Open(value, place, line, before, event.anchor or ""))

    def _place(self) -> Place:
        """Return the place of the value that comes next."""
        if not self._open:
            return ()
        around = self._open[-1]
        if isinstance(around.value, list):
            return (*around.place, len(around.value))
        return around.place if around.key is None else (*around.place, around.key)

    def _put(self, value: Any, line: int) -> None:
        if not self._open:
            if self._documents < 2:
                self.data = value
            return
        around = self._open[-1]
        if isinstance(around.value, list):
            if value is None:
                self._fault(line, say("This row is empty."), say("Write something behind the dash, or remove it."))
                return
            self.lines.setdefault((*around.place, len(around.value)), line)
            around.value.append(value)
        elif around.key is None:
            self._key(around, value, line)
        else:
            if value is not None and not around.drop:
                around.value[around.key] = value
            around.key, around.drop = None, False

    def _key(self, around: _Open, key: Any, line: int) -> None:
        place = (*around.place, key) if isinstance(key, str) else around.place
        around.key = key if isinstance(key, str) else ""
        # What is thrown away gets a place that no key can have, so that its own keys don't seem to stand there twice.
        nowhere = f"{around.key}\0{line}"
        if not isinstance(key, str):
            around.key, around.drop = nowhere, True
            self._fault(line, say("This key is not plain text."), say("Write a word, a colon and a space."))
        elif place in self.lines:
            around.key, around.drop = nowhere, True
            first = self.lines[place]
            self._fault(
                line,
                say("The key {key} stands here twice.", key=key),
                say("Remove one of the two; the first is in line {line}.", line=first),
            )
        else:
            self.lines[place] = line

    def _more(self, count: int, line: int) -> None:
        self._count += count
        if self._count > MAX_VALUES:
            raise TooMuch(line, say("This file is far too large for a checklist."), say("Split it into smaller ones."))

    def _no_tag(self, tag: str | None, line: int) -> None:
        if tag:
            self._fault(line, say("This has a tag ({tag}).", tag=tag), say("Remove the tag; plain text will do."))

    def _fault(self, line: int, what: str, mend: str) -> None:
        self.faults.append((self._open[-1].place if self._open else (), line, what, mend))
