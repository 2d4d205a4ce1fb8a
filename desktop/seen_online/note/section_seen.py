"""What they can see: each page with what the person thinks of it and what it gives away."""

from __future__ import annotations

from seen_online.exposure.finding import Finding, FindingKind, Whose
from seen_online.note.case import Case, Chosen, joined, page_name, phrase, result_id
from seen_online.note.clean import clean_lines
from seen_online.note.kinds import kind_name
from seen_online.note.model import NoteSection, Paragraph, Part
from seen_online.note.offered import Chapter, Offer, offer_id
from seen_online.note.veil import Text, detail_text
from seen_online.reading.page import Page, PageOutcome
from seen_online.review.selfcheck import Feeling, Verdict, Who
from seen_online.search.model import Result
from seen_online.words import say


def offers(case: Case) -> list[Offer]:
    """Offer how many pages there are, then each page, judged ones first, each followed by the person's own remark.

    Ticked are the judged pages, but not those about somebody else. Where nothing was judged yet (a check in the
    terminal), the pages that show a detail of the person's are.
    """
    check = case.check
    if not check.results:
        return []
    judged = {result.key for result in check.results if _is_judged(check.verdicts.get(result.key))}
    count = say("Pages found: {number}. Pages I have judged: {judged}.", number=len(check.results), judged=len(judged))
    found = [Offer(offer_id(Chapter.SEEN), Chapter.SEEN, (say("How many pages"),), ((count,),))]
    for result in sorted(check.results, key=lambda r: r.key not in judged):
        verdict = check.verdicts.get(result.key, Verdict())
        if result.key in judged:
            ticked = verdict.who is not Who.NOT_ME
        else:
            ticked = not judged and any(_tells(finding) for finding in check.findings.get(result.key, ()))
        found.append(_page(case, result, verdict, ticked=ticked))
        if verdict.note.strip():
            found.append(_remark(case, result, verdict))
    return found


def write(chosen: list[Offer], shown: Chosen) -> NoteSection:
    """Write the section: a part for each page; a remark stands under its page, or alone where that is left out."""
    remarks = {offer.parent: offer for offer in chosen if offer.parent}
    pages = {offer.id for offer in chosen}
    blocks: list[Paragraph] = []
    parts: list[Part] = []
    for offer in chosen:
        lines = [Paragraph(shown(text)) for text in offer.body]
        if offer.id == offer_id(Chapter.SEEN):
            blocks += lines
        elif not offer.parent:
            remark = remarks.get(offer.id)
            if remark is not None:
                lines += [Paragraph(shown(phrase("My note: {text}", text=text))) for text in remark.body]
            parts.append(Part(shown(offer.head), tuple(lines)))
        elif offer.parent not in pages:
            parts.append(Part(say("My note about a page"), tuple(lines)))
    return NoteSection(Chapter.SEEN.heading, tuple(blocks), tuple(parts))


def _page(case: Case, result: Result, verdict: Verdict, *, ticked: bool) -> Offer:
    body: list[Text] = [(line,) for line in [_verdict(verdict)] if line]
    body.append(phrase("Address: {address}", address=case.over(result.url)))
    if result.snippet.strip():
        body.append(phrase("What the search shows: “{words}”", words=case.over(result.snippet)))
    details = _gives_away(case, case.check.findings.get(result.key, []))
    if details:
        body.append(phrase("It gives away: {details}", details=joined(details, "; ")))
    state = case.check.pages.get(result.key, Page())
    if state.outcome is not PageOutcome.READ:
        body.append((say(_STATE[state.outcome]),))
    return case.offer(
        Offer(result_id(result.key), Chapter.SEEN, case.over(page_name(result)), tuple(body), ticked=ticked)
    )


def _remark(case: Case, result: Result, verdict: Verdict) -> Offer:
    return case.offer(
        Offer(
            offer_id(Chapter.SEEN, "note", result.key),
            Chapter.SEEN,
            phrase("My note about “{page}”", page=case.over(page_name(result))),
            tuple(case.over(line) for line in clean_lines(verdict.note)),
            ticked=False,
            parent=result_id(result.key),
        )
    )


def _gives_away(case: Case, findings: list[Finding]) -> list[Text]:
    """Return each detail of a page once, but neither the name itself nor what is other people's."""
    told: dict[tuple[str, str], Text] = {}
    for finding in findings:
        if finding.whose is Whose.OTHER or finding.kind is FindingKind.NAME:
            continue
        secret = case.secrets.of_finding(finding)
        value = detail_text(secret, finding.shown) if secret else case.over(finding.shown)
        template = "{kind}: {detail}" if finding.whose is Whose.YOURS else "{kind} near my name: {detail}"
        text = phrase(template, kind=(kind_name(finding.kind),), detail=value)
        told.setdefault((finding.kind.value, secret.value if secret else finding.value), text)
    return list(told.values())


def _is_judged(verdict: Verdict | None) -> bool:
    return verdict is not None and (verdict.who is not None or verdict.feeling is not None)


def _tells(finding: Finding) -> bool:
    return finding.whose is Whose.YOURS and finding.kind is not FindingKind.NAME


def _verdict(verdict: Verdict) -> str:
    if not _is_judged(verdict):
        return say("I have not judged this page yet.")
    who = {
        Who.ME: say("This is about me."),
        Who.NOT_ME: say("This is about somebody else."),
        Who.NOT_SURE: say("I am not sure that this is about me."),
    }
    feeling = {
        Feeling.HAPPY: say("I am happy with what it shows."),
        Feeling.NOT_HAPPY: say("I am not happy with what it shows."),
    }
    words = [who[verdict.who]] if verdict.who else []
    words += [feeling[verdict.feeling]] if verdict.feeling else []
    return " ".join(words)


_STATE = {
    PageOutcome.NOT_READ: "This page was not opened. Only what the search shows of it was looked at.",
    PageOutcome.PARTLY: "Only a part of this page could be read.",
    PageOutcome.NEEDS_YOU: "This page could not be checked: it asks you to sign in, or keeps programs out.",
    PageOutcome.GONE: "This page is gone, though a search still shows it.",
    PageOutcome.REFUSED: "This page could not be checked: opening it was not safe.",
    PageOutcome.FAILED: "This page could not be checked: it did not answer, or could not be understood.",
}
