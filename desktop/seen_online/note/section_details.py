"""Contact details and date of birth: which of them can be seen, and where."""

from __future__ import annotations

from datetime import date

import msgspec

from seen_online.exposure.finding import FindingKind, Whose
from seen_online.note.case import Case, Chosen, phrase, result_id
from seen_online.note.kinds import kind_name
from seen_online.note.model import NoteSection, Table
from seen_online.note.offered import Chapter, Offer, offer_id
from seen_online.note.secrets import Secret
from seen_online.note.veil import Text, detail_text
from seen_online.note.when import long_date
from seen_online.person import DetailKind
from seen_online.reading.page import Page, PageOutcome
from seen_online.review.selfcheck import Who
from seen_online.words import say

_KINDS = (
    FindingKind.DATE_OF_BIRTH,
    FindingKind.PHONE,
    FindingKind.EMAIL,
    FindingKind.ADDRESS,
    FindingKind.POSTCODE,
    FindingKind.LOCATION,
)


class _Row(msgspec.Struct):
    """A detail and the keys of the pages that show it."""

    secret: Secret
    clear: str
    whose: Whose
    keys: dict[str, None] = {}


def offers(case: Case) -> list[Offer]:
    """Offer a row for each of the person's own details, seen or not, and for each that stands near their name."""
    rows = _rows(case)
    order = sorted(rows, key=lambda row: (row.whose is not Whose.YOURS, _KINDS.index(FindingKind(row.secret.kind))))
    return [_offer(case, row) for row in order]


def write(chosen: list[Offer], shown: Chosen) -> NoteSection:
    """Write the section. A page is named only where it is in the note itself."""
    rows = []
    for offer in chosen:
        where = shown.places(offer)
        rows.append((shown(offer.rows[0][0]), "; ".join(where) if where else shown(offer.rows[0][1])))
    return NoteSection(Chapter.DETAILS.heading, (Table((say("Detail"), say("Where it was seen")), tuple(rows)),))


def _rows(case: Case) -> list[_Row]:
    rows: dict[str, _Row] = {}
    for detail in case.check.person.details:
        if detail.kind.value in _KINDS:
            secret = case.secrets.of(detail.kind.value, detail.value, yours=True)
            if secret is not None:
                rows.setdefault(secret.id, _Row(secret, _in_full(secret, detail.value), Whose.YOURS))
    for key, findings in case.check.findings.items():
        verdict = case.check.verdicts.get(key)
        not_me = verdict is not None and verdict.who is Who.NOT_ME
        for finding in findings:
            secret = case.secrets.of_finding(finding)
            if finding.kind not in _KINDS or finding.whose is Whose.OTHER or secret is None:
                continue
            if not_me and finding.whose is not Whose.YOURS:
                continue  # near the name, but of somebody else who bears it
            row = rows.setdefault(secret.id, _Row(secret, finding.shown, finding.whose))
            row.whose = Whose.YOURS if Whose.YOURS in (row.whose, finding.whose) else row.whose
            row.keys[key] = None
    return list(rows.values())


def _offer(case: Case, row: _Row) -> Offer:
    kind = (kind_name(row.secret.kind),)
    value = detail_text(row.secret, row.clear)
    template = "{kind}: {detail}" if row.whose is Whose.YOURS else "{kind} near my name: {detail}"
    label = phrase(template, kind=kind, detail=value)
    names = case.page_names
    places = tuple((result_id(key), case.over(names[key])) for key in row.keys if key in names)
    where: Text = (say("Seen online"),) if row.keys else (_not_seen(case),)
    mine = row.whose is Whose.YOURS or any(_is_me(case, key) for key in row.keys)
    return case.offer(
        Offer(
            offer_id(Chapter.DETAILS, row.secret.id),
            Chapter.DETAILS,
            label,
            rows=((label, where),),
            places=places,
            ticked=mine,
        )
    )


def _is_me(case: Case, key: str) -> bool:
    verdict = case.check.verdicts.get(key)
    return verdict is not None and verdict.who is Who.ME


def _not_seen(case: Case) -> str:
    """Say that a detail was not seen in words that promise no more than was looked at."""
    check = case.check
    if not check.results and not any(ask.outcome.checked for ask in check.asks):
        return say("Not checked")
    read = all(check.pages.get(r.key, Page()).outcome in (PageOutcome.READ, PageOutcome.GONE) for r in check.results)
    if read and all(ask.outcome.checked for ask in check.asks):
        return say("Not seen in this check")
    return say("Not seen, but not all could be checked")


def _in_full(secret: Secret, typed: str) -> str:
    """Return how a detail reads in clear; a whole date of birth as people write it."""
    if secret.kind == DetailKind.DATE_OF_BIRTH and len(secret.value) == len("1985-03-12"):
        return say("born {date}", date=long_date(date.fromisoformat(secret.value)))
    return typed
