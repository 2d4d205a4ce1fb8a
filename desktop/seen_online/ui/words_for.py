"""What the window calls things: outcomes, kinds, choices, in plain words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from seen_online.checklist.answer import ActionState, Choice
from seen_online.checklist.guided import Standing
from seen_online.exposure.finding import FindingKind, Whose
from seen_online.reading.page import PageOutcome
from seen_online.review.selfcheck import Feeling, Who
from seen_online.search.model import Ask, Outcome


def _tr(text: str, **values: object) -> str:
    translated = QCoreApplication.translate("Words", text)
    return translated.format(**values) if values else translated


def outcome_words(ask: Ask) -> tuple[str, str]:
    """Return (sign, words) for how an ask ended."""
    if ask.running:
        return "…", _tr("Asking")
    match ask.outcome:
        case Outcome.ANSWERED:
            return "✓", QCoreApplication.translate("Words", "%n page(s) shown", "", len(ask.hits))
        case Outcome.NOTHING_FOUND:
            return "✓", _tr("Nothing found")
        case Outcome.BLOCKED:
            return "!", _tr("Could not check: turned away")
        case Outcome.FAILED:
            return "!", _tr("Could not check")
    return "–", _tr("Not asked")


def page_words(outcome: PageOutcome) -> tuple[str, str]:
    """Return (sign, words) for how reading a page ended."""
    return {
        PageOutcome.READ: ("✓", _tr("Page read")),
        PageOutcome.PARTLY: ("!", _tr("Read in part")),
        PageOutcome.NEEDS_YOU: ("!", _tr("Needs you: open it yourself")),
        PageOutcome.GONE: ("–", _tr("No longer there")),
        PageOutcome.REFUSED: ("!", _tr("We did not open it")),
        PageOutcome.FAILED: ("!", _tr("Could not be read")),
        PageOutcome.NOT_READ: ("–", _tr("Page not read yet")),
    }[outcome]


def kind_words(kind: FindingKind) -> str:
    """Return what a kind of detail is called."""
    return {
        FindingKind.EMAIL: _tr("E-mail"),
        FindingKind.PHONE: _tr("Phone"),
        FindingKind.DATE_OF_BIRTH: _tr("Date of birth"),
        FindingKind.POSTCODE: _tr("Postcode"),
        FindingKind.ADDRESS: _tr("Address"),
        FindingKind.LOCATION: _tr("Place"),
        FindingKind.WORKPLACE: _tr("Work"),
        FindingKind.USERNAME: _tr("User name"),
        FindingKind.NAME: _tr("Name"),
    }[kind]


def whose_words(whose: Whose) -> str:
    """Return whose a finding is."""
    return {
        Whose.YOURS: _tr("yours"),
        Whose.NEAR_YOUR_NAME: _tr("near your name"),
        Whose.OTHER: _tr("somebody's"),
    }[whose]


def part_words(where: str) -> str:
    """Return in which part of a page something stands."""
    return {
        "title": _tr("in the title"),
        "text": _tr("in the text"),
        "link": _tr("behind a link"),
        "hidden": _tr("there but not shown"),
        "meta": _tr("in the page's data, not shown"),
        "data": _tr("in the page's data, not shown"),
        "alt": _tr("in a picture's description"),
        "comment": _tr("in a comment, not shown"),
        "picture": _tr("inside a picture"),
        "properties": _tr("in the file's properties"),
    }.get(where, _tr("in the text"))


def choice_words(choice: Choice | None) -> tuple[str, str]:
    """Return (sign, words) for an answer."""
    return {
        Choice.DONE: ("✓", _tr("Yes, done")),
        Choice.NEEDS_DOING: ("!", _tr("Needs doing")),
        Choice.NOT_FOR_ME: ("–", _tr("Not for me")),
        Choice.NOT_SURE: ("?", _tr("Not sure")),
        None: ("·", _tr("Not answered yet")),
    }[choice]


def standing_words(stand: Standing) -> tuple[str, str]:
    """Return (sign, words) for how a thing to consider stands."""
    return {
        Standing.READ: ("i", _tr("To read")),
        Standing.LOOK_AGAIN: ("!", _tr("Look again")),
        Standing.OPEN: ("·", _tr("Not answered yet")),
        Standing.NOT_SURE: ("?", _tr("Not sure")),
        Standing.NEEDS_DOING: ("!", _tr("Needs doing")),
        Standing.DONE: ("✓", _tr("Done")),
        Standing.NOT_FOR_ME: ("–", _tr("Not for me")),
    }[stand]


def who_words(who: Who | None) -> str:
    """Return the first axis of a verdict."""
    return {
        Who.ME: _tr("me"),
        Who.NOT_ME: _tr("not me"),
        Who.NOT_SURE: _tr("not sure"),
        None: _tr("not judged"),
    }[who]


def feeling_words(feeling: Feeling | None) -> str:
    """Return the second axis of a verdict."""
    return {Feeling.HAPPY: _tr("happy"), Feeling.NOT_HAPPY: _tr("not happy"), None: ""}[feeling]


def state_words(state: ActionState) -> str:
    """Return where an action stands."""
    return {
        ActionState.TO_DO: _tr("To do"),
        ActionState.DONE: _tr("Done"),
        ActionState.CAME_BACK: _tr("Came back"),
    }[state]
