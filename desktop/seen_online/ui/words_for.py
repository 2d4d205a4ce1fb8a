"""What the window calls things: outcomes, kinds, choices, in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from seen_online.checklist.age import may_have_moved
from seen_online.checklist.answer import ActionState, Choice
from seen_online.checklist.guided import Standing
from seen_online.checklist.item import Source
from seen_online.exposure.finding import FindingKind, Whose
from seen_online.reading.page import PageOutcome
from seen_online.review.selfcheck import Feeling, Who
from seen_online.search.model import Ask, Outcome
from seen_online.words import mark, say

_KINDS = {
    FindingKind.EMAIL: mark("E-mail"),
    FindingKind.PHONE: mark("Phone"),
    FindingKind.DATE_OF_BIRTH: mark("Date of birth"),
    FindingKind.POSTCODE: mark("Postcode"),
    FindingKind.ADDRESS: mark("Address"),
    FindingKind.LOCATION: mark("Place"),
    FindingKind.WORKPLACE: mark("Work"),
    FindingKind.USERNAME: mark("User name"),
    FindingKind.NAME: mark("Name"),
}
_STEPS = {
    "about": mark("About you"),
    "things": mark("Things to consider"),
    "search": mark("Search your name"),
    "results": mark("What they can see"),
    "details": mark("Contact details and date of birth"),
    "plan": mark("Your plan and note"),
}
STEPS = tuple(_STEPS)  # as checklists name the steps of the journey, in order
SEARCH_STEP = STEPS.index("search")
_WHOSE = {
    Whose.YOURS: mark("yours"),
    Whose.NEAR_YOUR_NAME: mark("near your name"),
    Whose.OTHER: mark("somebody else's"),
}
_PARTS = {
    "title": mark("in the title"),
    "text": mark("in the text"),
    "link": mark("behind a link"),
    "hidden": mark("there but not shown"),
    "meta": mark("in the page's data, not shown"),
    "data": mark("in the page's data, not shown"),
    "alt": mark("in a picture's description"),
    "comment": mark("in a comment, not shown"),
    "picture": mark("inside a picture"),
    "properties": mark("in the file's properties"),
}
COULD_NOT_READ = (PageOutcome.NEEDS_YOU, PageOutcome.FAILED, PageOutcome.REFUSED, PageOutcome.PARTLY)
LIKELY, LIKELY_NOT = 0.7, 0.2  # chances above and below which a guess is worth saying


def outcome_words(ask: Ask) -> tuple[str, str]:
    """Return (sign, words) for how an ask ended."""
    if ask.running:
        return "…", say("Asking")
    match ask.outcome:
        case Outcome.ANSWERED:
            return "✓", say("Answered")
        case Outcome.NOTHING_FOUND:
            return "✓", say("Nothing found")
        case Outcome.BLOCKED:
            return "!", say("Could not check: turned away")
        case Outcome.FAILED:
            return "!", say("Could not check")
    return "–", say("Not asked")


def page_words(outcome: PageOutcome) -> tuple[str, str]:
    """Return (sign, words) for how reading a page ended."""
    return {
        PageOutcome.READ: ("✓", say("Page read")),
        PageOutcome.PARTLY: ("!", say("Read in part")),
        PageOutcome.NEEDS_YOU: ("!", say("Needs you: open it yourself")),
        PageOutcome.GONE: ("–", say("No longer there")),
        PageOutcome.REFUSED: ("!", say("We did not open it")),
        PageOutcome.FAILED: ("!", say("Could not be read")),
        PageOutcome.NOT_READ: ("–", say("Page not read yet")),
    }[outcome]


def unread_words(outcome: PageOutcome) -> str:
    """Return a mark for the row of a page that was asked for and not read as a whole, "" for all others."""
    if outcome is PageOutcome.PARTLY:
        return say("! read in part")
    return say("! not read") if outcome in COULD_NOT_READ else ""


def kind_words(kind: FindingKind) -> str:
    """Return what a kind of detail is called."""
    return say(_KINDS[kind])


def whose_words(whose: Whose) -> str:
    """Return whose a finding is."""
    return say(_WHOSE[whose])


def part_words(where: str) -> str:
    """Return in which part of a page something stands."""
    return say(_PARTS.get(where, _PARTS["text"]))


def choice_words(choice: Choice | None) -> tuple[str, str]:
    """Return (sign, words) for an answer."""
    return {
        Choice.DONE: ("✓", say("Yes, done")),
        Choice.NEEDS_DOING: ("!", say("Needs doing")),
        Choice.NOT_FOR_ME: ("–", say("Not for me")),
        Choice.NOT_SURE: ("?", say("Not sure")),
        None: ("·", say("Not answered yet")),
    }[choice]


def standing_words(stand: Standing) -> tuple[str, str]:
    """Return (sign, words) for how a thing to consider stands."""
    return {
        Standing.READ: ("i", say("To read")),
        Standing.LOOK_AGAIN: ("!", say("Look again")),
        Standing.OPEN: ("·", say("Not answered yet")),
        Standing.NOT_SURE: ("?", say("Not sure")),
        Standing.NEEDS_DOING: ("!", say("Needs doing")),
        Standing.DONE: ("✓", say("Done")),
        Standing.NOT_FOR_ME: ("–", say("Not for me")),
    }[stand]


def step_words(step: str) -> str:
    """Return what a step of the journey is called, "" for none."""
    return say(_STEPS[step]) if step else ""


def source_words(sources: Iterable[Source], today: date | None = None) -> str:
    """Return where something comes from and when that was checked, "" where there is nothing to name."""
    said = []
    for source in sources:
        day = say("checked {day}", day=f"{source.checked:%d/%m/%Y}") if source.checked else ""
        moved = say("may have moved") if may_have_moved(source, today or date.today()) else ""
        aside = ", ".join(part for part in (day, moved) if part)
        said.append(f"{source.title} ({aside})" if aside else source.title)
    return say("Where this comes from: {sources}", sources="; ".join(said)) if said else ""


def who_words(who: Who | None) -> str:
    """Return the first axis of a verdict."""
    return {
        Who.ME: say("me"),
        Who.NOT_ME: say("not me"),
        Who.NOT_SURE: say("not sure"),
        None: say("not judged"),
    }[who]


def likely_words(chance: float | None, *, shows_yours: bool = False) -> str:
    """Return how likely a page is about the person, as a guess; "" where there is nothing to go by.

    A page that shows a detail of theirs is never said to be somebody else's.
    """
    if chance is None or LIKELY_NOT < chance < LIKELY or (shows_yours and chance <= LIKELY_NOT):
        return ""
    return say("· likely you") if chance >= LIKELY else say("· likely somebody else")


def feeling_words(feeling: Feeling | None) -> str:
    """Return the second axis of a verdict."""
    return {Feeling.HAPPY: say("happy"), Feeling.NOT_HAPPY: say("not happy"), None: ""}[feeling]


def state_words(state: ActionState) -> str:
    """Return where an action stands."""
    return {
        ActionState.TO_DO: say("To do"),
        ActionState.DONE: say("Done"),
        ActionState.CAME_BACK: say("Came back"),
    }[state]
