"""What changed since the last check, in sentences for the note and the window."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from seen_online.exposure.finding import Finding, FindingKind
from seen_online.review.comparison import Change, ChangeKind, Comparison
from seen_online.review.selfcheck import Who
from seen_online.words import say

_MOST = 80  # characters of a title


def change_sentences(comparison: Comparison) -> list[str]:
    """Return what changed, a sentence or two a page: new first, then changed, gone, and what could not be checked.

    No sentence holds a detail, only its kind. Pages about somebody else are left out.
    """
    mine = [change for change in comparison.changes if change.who is not Who.NOT_ME]
    told = [
        _sentence(change)
        for kind in ChangeKind
        if kind is not ChangeKind.SAME
        for change in mine
        if change.kind is kind
    ]
    same = sum(change.kind is ChangeKind.SAME for change in mine)
    if same:
        told.append(say("Pages that show the same as last time: {count}.", count=same))
    return told


def _sentence(change: Change) -> str:
    page = _page(change)
    match change.kind:
        case ChangeKind.NEW:
            parts = [say("New: {page}.", page=page)]
            if change.added:
                parts.append(say("It shows: {kinds}.", kinds=_kinds(change.added)))
            if not change.asked_before:
                parts.append(say("It may have been there before: last time nobody asked for it."))
        case ChangeKind.CHANGED:
            parts = [say("Changed: {page}.", page=page)]
            if change.removed:
                parts.append(say("It no longer shows: {kinds}.", kinds=_kinds(change.removed)))
            if change.added and change.read_before:
                parts.append(say("It now shows: {kinds}.", kinds=_kinds(change.added)))
            elif change.added:
                parts.append(say("It shows: {kinds}.", kinds=_kinds(change.added)))
                parts.append(say("It may have shown that before: last time not all of it was read."))
            if change.unsure:
                parts.append(say("We could not look again for: {kinds}.", kinds=_kinds(change.unsure)))
            parts.append(change.why)
        case ChangeKind.GONE:
            parts = [say("No longer found: {page}.", page=page), change.why]
        case _:
            parts = [say("Could not check this time: {page}.", page=page), change.why]
    return " ".join(part for part in parts if part)


def _page(change: Change) -> str:
    try:
        site = (urlsplit(change.url).hostname or "").removeprefix("www.")
    except ValueError:
        site = ""
    title = " ".join(change.title.split()) or site or change.url
    title = title if len(title) <= _MOST else f"{title[: _MOST - 1].rstrip()}…"
    return say("“{title}” ({site})", title=title, site=site) if site and site != title else title


def _kinds(findings: Iterable[Finding]) -> str:
    return ", ".join(dict.fromkeys(_kind(finding.kind) for finding in findings))


def _kind(kind: FindingKind) -> str:
    match kind:
        case FindingKind.EMAIL:
            return say("e-mail address")
        case FindingKind.PHONE:
            return say("phone number")
        case FindingKind.DATE_OF_BIRTH:
            return say("date of birth")
        case FindingKind.POSTCODE:
            return say("postcode")
        case FindingKind.ADDRESS:
            return say("address")
        case FindingKind.LOCATION:
            return say("where you live")
        case FindingKind.WORKPLACE:
            return say("where you work")
        case FindingKind.USERNAME:
            return say("user name")
        case FindingKind.NAME:
            return say("name")
