"""What a change is called: signs, headings and sentences; details stand masked, as in the note."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from seen_online.checklist.answer import ActionState
from seen_online.exposure.finding import Finding, FindingKind
from seen_online.review.compare import Change, ChangeKind, Comparison, own_details
from seen_online.review.plan import PlanRow
from seen_online.review.seen import nearest_first
from seen_online.review.selfcheck import SelfCheck, Who
from seen_online.ui.words_for import feeling_words, kind_words, who_words
from seen_online.words import say

ORDER = (ChangeKind.NEW, ChangeKind.CHANGED, ChangeKind.GONE, ChangeKind.COULD_NOT_CHECK, ChangeKind.SAME)
SIGNS = {
    ChangeKind.NEW: "+",
    ChangeKind.CHANGED: "≠",
    ChangeKind.GONE: "–",
    ChangeKind.COULD_NOT_CHECK: "?",
    ChangeKind.SAME: "=",
}
MOST = 12  # details named of one page; one with more is a list of many people


def about_them(comparison: Comparison, kind: ChangeKind) -> list[Change]:
    """Return the pages that stand like this, without those about somebody else; what tells most comes first."""
    changes = [change for change in comparison.of(kind) if change.who is not Who.NOT_ME]
    return sorted(changes, key=lambda c: (not (c.added or c.removed), c.who is not Who.ME))


def kind_heading(kind: ChangeKind) -> str:
    """Return the heading of a group of pages."""
    return {
        ChangeKind.NEW: say("New"),
        ChangeKind.CHANGED: say("Changed"),
        ChangeKind.GONE: say("No longer found"),
        ChangeKind.COULD_NOT_CHECK: say("Could not check this time"),
        ChangeKind.SAME: say("The same as last time"),
    }[kind]


def counts(comparison: Comparison) -> str:
    """Return one sentence that counts all five groups."""
    new, changed, gone, unsure, same = (len(about_them(comparison, kind)) for kind in ORDER)
    return say(
        "{new} new, {changed} changed, {gone} no longer found, {unsure} that could not be checked, {same} the same.",
        new=new,
        changed=changed,
        gone=gone,
        unsure=unsure,
        same=same,
    )


def beside_result(change: Change | None) -> str:
    """Return the word that stands beside a page in the list of results, "" where there is nothing to say."""
    if change is None or change.who is Who.NOT_ME:
        return ""
    if change.kind is ChangeKind.NEW:
        return say("+ new since last time") if change.asked_before else say("+ not seen last time")
    return say("≠ changed since last time") if change.kind is ChangeKind.CHANGED else ""


def site_of(url: str) -> str:
    """Return the name of the site an address belongs to, "" where it has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def in_short(change: Change) -> str:
    """Return the few words of a row."""
    parts = []
    if change.added:
        is_news = change.kind is not ChangeKind.NEW and change.read_before
        now = say("Now shows: {details}") if is_news else say("Shows: {details}")
        parts.append(now.format(details=kinds(change.added)))
    if change.removed and change.kind is not ChangeKind.GONE:
        parts.append(say("No longer shows: {details}", details=kinds(change.removed)))
    if change.unsure:
        parts.append(say("Not looked for: {details}", details=kinds(change.unsure)))
    if not parts and change.moved:
        parts.append(say("At another address"))
    return ". ".join(parts) or change.why


def in_full(change: Change) -> list[str]:
    """Return the sentences on one page: what it shows now, no more, what could not be looked for, and why."""
    lines = []
    if change.kind is ChangeKind.NEW and not change.asked_before:
        lines.append(say("It may have been there before: last time nobody asked for it."))
    if change.moved:
        lines.append(say("It stands at another address than last time."))
    if change.added:
        is_news = change.kind is not ChangeKind.NEW and change.read_before
        shows = say("It now shows: {details}.") if is_news else say("It shows: {details}.")
        lines.append(shows.format(details=masked(change.added)))
    if not change.read_before:
        lines.append(say("It may have shown that before: last time not all of it was read."))
    if change.removed:
        gone = change.kind is ChangeKind.GONE
        lost = say("Last time it showed: {details}.") if gone else say("It no longer shows: {details}.")
        lines.append(lost.format(details=masked(change.removed)))
    if change.unsure:
        lines.append(say("We could not look again for: {details}.", details=masked(change.unsure)))
    if change.why:
        lines.append(change.why)
    if change.kind is ChangeKind.SAME:
        lines.append(say("It gives away the same as last time. Its other words may have changed."))
    if change.kind is ChangeKind.NEW and not change.added:
        lines.append(say("We saw none of your details in it."))
    return lines


def said_of(check: SelfCheck, earlier: SelfCheck | None, change: Change) -> str:
    """Return what the person said of the page, in this check or the last."""
    verdict = check.verdicts.get(change.key)
    if verdict is None and earlier is not None:
        verdict = earlier.verdicts.get(change.earlier_key)
    if verdict is None or verdict.who is None:
        return ""
    words = [who_words(verdict.who), feeling_words(verdict.feeling)]
    return say("You said: {words}.", words=", ".join(word for word in words if word))


def in_plan(row: PlanRow, change: Change | None, check: SelfCheck, earlier: SelfCheck | None, seen: object) -> str:
    """Return what the last check has to do with a line of the plan, "" where nothing.

    Args:
        row: the line.
        change: how its page stands, None for a thing to consider.
        check: this check.
        earlier: the one before.
        seen: what was found that opens the thing to consider again; something, or nothing.
    """
    if earlier is None:
        return ""
    back = row.action.state is ActionState.CAME_BACK
    if row.from_item:
        return say("It came back: you had done this, and this check found such details again.") if back and seen else ""
    if change is None:
        return ""
    if back:
        before = {(f.kind, f.value) for f in own_details(earlier.findings.get(change.earlier_key, []))}
        now = own_details(check.findings.get(change.key, []))
        still = [f for f in now if (f.kind, f.value) in before]
        if still:
            return say("It came back: you had done this, but the page still shows: {details}.", details=masked(still))
        return say("It came back: you had done this, but the page was found again.")
    match change.kind:
        case ChangeKind.GONE:
            return " ".join((say("No longer found."), change.why, say("If that settles it, mark it as done.")))
        case ChangeKind.COULD_NOT_CHECK:
            return " ".join((say("Could not check this time."), change.why))
        case ChangeKind.CHANGED:
            return " ".join(in_full(change))
        case ChangeKind.SAME:
            return say("The page gives away the same as last time.")
    return ""


def kinds(findings: Iterable[Finding]) -> str:
    """Return the kinds of details, each once."""
    return ", ".join(dict.fromkeys(kind_words(finding.kind) for finding in nearest_first(list(findings))))


def masked(findings: Iterable[Finding]) -> str:
    """Return details with their kind, masked as in the note."""
    from seen_online.note.masks import mask

    named = []
    for finding in nearest_first(list(findings)):
        value = finding.shown if finding.kind is FindingKind.ADDRESS else finding.value
        named.append(say("{kind} {detail}", kind=kind_words(finding.kind), detail=mask(finding.kind.value, value)))
    named = list(dict.fromkeys(named))
    more = [say("and {n} more", n=len(named) - MOST)] if len(named) > MOST else []
    return ", ".join([*named[:MOST], *more])
