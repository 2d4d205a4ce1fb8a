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


def trainer_prompts(chapter: Chapter) -> tuple[str, ...]:
    """Return what a trainer tells a room about a point of this section in practice: what is made up, and a task."""
    return {
        Chapter.ABOUT: (
            say("Made up: the person, her names, her work and her details."),
            say("For the room: which of your own names would you search for?"),
        ),
        Chapter.ASKED: (
            say("Made up: the search service. It runs on this computer, and nothing was sent."),
            say("For the room: which words would find you?"),
        ),
        Chapter.UNCHECKED: (
            say("Made up: what went wrong. Real sites turn programs away in the same ways."),
            say("For the room: what does “could not be checked” tell you, and what does it not?"),
        ),
        Chapter.SEEN: (
            say("Made up: the page, and everyone who is named on it."),
            say("For the room: who decides whether this is fine?"),
        ),
        Chapter.DETAILS: (
            say("Made up: the detail, and the pages that show it. The phone numbers belong to nobody."),
            say("For the room: what could a stranger do with this, and who put it there?"),
        ),
        Chapter.CONSIDERED: (
            say("Real: the things to consider. Made up: the answers."),
            say("For the room: which of these would you answer in another way?"),
        ),
        Chapter.ACTIONS: (
            say("Made up: the page that this is about. Real: what can be done."),
            say("For the room: what is the gentlest step that would do?"),
        ),
        Chapter.CHANGES: (say("Made up: what changed."),),
    }[chapter]
