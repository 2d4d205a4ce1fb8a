"""Questions that help two people talk about a note."""

from __future__ import annotations

from seen_online.note.offered import Chapter
from seen_online.words import say


def prompts(chapter: Chapter) -> tuple[str, ...]:
    """Return questions for the talk about a point of this section. They are for both people, and none must be used."""
    return {
        Chapter.ABOUT: (say("Is there another name that people may know you by?"),),
        Chapter.ASKED: (say("Is there a search that is worth adding next time?"),),
        Chapter.UNCHECKED: (say("Who can look at this another way, and by when?"),),
        Chapter.SEEN: (
            say("Are you happy with what they can see?"),
            say("What might a service user or their family make of it?"),
            say("Is there something you want to change, or is it fine as it is?"),
        ),
        Chapter.DETAILS: (
            say("Do you want people to see this?"),
            say("Who put it there, and who can take it away?"),
        ),
        Chapter.CONSIDERED: (say("What would help you with this?"),),
        Chapter.ACTIONS: (say("Is this still right? Who can help, and by when?"),),
        Chapter.CHANGES: (say("Is this better or worse for you than before?"),),
    }[chapter]
