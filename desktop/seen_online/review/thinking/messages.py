"""What the program and its thinking process say to each other; frames as the reader's process has them.

After a `Look` follow its texts, after a `Guess` its results, each a frame of its own. Details pass through pipes alone:
none is in a command line, an environment or a file.
"""

from __future__ import annotations

import msgspec

from seen_online.exposure.finding import Finding
from seen_online.person import Person
from seen_online.reading.frames import Begun, End
from seen_online.reading.page import Page
from seen_online.review.thinking.said import Said

Text = Page | str


class Sent(msgspec.Struct, frozen=True):
    """A text to look for details in."""

    text: Text


class Look(msgspec.Struct, frozen=True, tag=True):
    """Find details in `count` texts; `one_by_one` tells of each at once, so that it is known which one did harm."""

    person: Person
    count: int
    one_by_one: bool = False


class Guess(msgspec.Struct, frozen=True, tag=True):
    """Tell which of `count` results are likely the person.

    `verdicts` are pairs (result key, "me" | "not_me" | "not_sure").
    """

    person: Person
    count: int
    verdicts: tuple[tuple[str, str], ...] = ()


Job = Look | Guess


class Found(msgspec.Struct, frozen=True, tag=True):
    """What the next texts give away, in their order; None for one that could not be searched."""

    findings: tuple[tuple[Finding, ...] | None, ...]


class Guessed(msgspec.Struct, frozen=True, tag=True):
    """How likely each result is the person (0 to 1), and the groups: the numbers of their results, and the reasons."""

    chances: tuple[float, ...]
    groups: tuple[tuple[tuple[int, ...], tuple[Said, ...]], ...]


Told = Begun | Found | Guessed | End
