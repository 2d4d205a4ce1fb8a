"""What can be chosen for a note: each thing once, masked, with a tick box of its own."""

from __future__ import annotations

import hashlib
from datetime import date
from enum import StrEnum

import msgspec

from seen_online.note.veil import Text, as_shown
from seen_online.review.selfcheck import ActionState
from seen_online.words import say


class Chapter(StrEnum):
    """The sections of a note, in their order."""

    ABOUT = "about"
    ASKED = "asked"
    UNCHECKED = "unchecked"
    SEEN = "seen"
    DETAILS = "details"
    CONSIDERED = "considered"
    ACTIONS = "actions"
    CHANGES = "changes"

    @property
    def heading(self) -> str:
        """Return the heading of the section."""
        return {
            Chapter.ABOUT: say("About me"),
            Chapter.ASKED: say("What I looked at"),
            Chapter.UNCHECKED: say("What could not be checked"),
            Chapter.SEEN: say("What they can see"),
            Chapter.DETAILS: say("Contact details and date of birth"),
            Chapter.CONSIDERED: say("Things to consider"),
            Chapter.ACTIONS: say("What I will do"),
            Chapter.CHANGES: say("What changed since my last check"),
        }[self]


class Maskable(msgspec.Struct, frozen=True):
    """A detail that can be shown in full: the id of its tick box, and its masked name ("Phone: 07•••• •••123")."""

    id: str
    kind: str
    label: str


class Doing(msgspec.Struct, frozen=True):
    """An action as the calendar needs it, with its words still veiled."""

    what: Text
    due: date | None
    state: ActionState


class Offer(msgspec.Struct, frozen=True):
    """One thing that can be chosen.

    What is meant for the window: `id`, `section`, `heading`, `lines` (both masked), `details`, `ticked` (the first
    suggestion) and `fixed` (it can't be unticked). The rest is what `build` makes the note of: `head` the name of the
    thing, `body` its sentences, `rows` its table rows, `places` what is named only where the offer with that id is
    chosen too, `parent` the id of the offer that this one belongs under.
    """

    id: str
    section: Chapter
    head: Text
    body: tuple[Text, ...] = ()
    rows: tuple[tuple[Text, ...], ...] = ()
    places: tuple[tuple[str, Text], ...] = ()
    details: tuple[Maskable, ...] = ()
    ticked: bool = True
    fixed: bool = False
    parent: str = ""
    doing: Doing | None = None

    @property
    def heading(self) -> str:
        """Return the name of the thing, masked."""
        return as_shown(self.head)

    @property
    def lines(self) -> tuple[str, ...]:
        """Return what the thing says, masked."""
        rows = (" · ".join(cell for cell in map(as_shown, row) if cell) for row in self.rows)
        return (*map(as_shown, self.body), *rows, *(as_shown(text) for _, text in self.places))


def offer_id(section: Chapter, *parts: str) -> str:
    """Return a name for a tick box that stays the same from one look to the next and gives nothing away."""
    words = chr(31).join(parts).encode("utf-8", errors="surrogatepass")
    return f"{section.value}-{hashlib.sha256(words).hexdigest()[:16]}"
