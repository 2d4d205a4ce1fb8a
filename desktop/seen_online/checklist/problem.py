"""What is wrong in a checklist file: where, what, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from seen_online.trouble import Trouble
from seen_online.words import say


class Problem(msgspec.Struct, frozen=True):
    """One fault in a file. `line` counts from 1, 0 where no line can be named; `item` is the nearest id or title."""

    what: str
    mend: str
    file: str
    line: int = 0
    item: str = ""

    @property
    def where(self) -> str:
        """Return the place in words: file, line, item."""
        parts = [self.file]
        if self.line:
            parts.append(say("line {line}", line=self.line))
        if self.item:
            parts.append(say("item {item}", item=self.item))
        return ", ".join(parts)

    def __str__(self) -> str:
        return f"{self.where}: {self.what} {self.mend}".rstrip()


class BrokenFile(Trouble):
    """A file that can't be used. Reads as its first problem; `problems` has all of them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first = problems[0]
        more = len(problems) - 1
        mend = f"{first.mend} {say('There are {more} more problems.', more=more)}" if more else first.mend
        super().__init__(first.what, mend, first.where)
        self.problems = tuple(problems)
