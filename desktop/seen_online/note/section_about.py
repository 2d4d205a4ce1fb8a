"""Whose note it is: the names, places and workplaces that the person wants in it."""

from __future__ import annotations

from seen_online.note.case import Case, Chosen, phrase
from seen_online.note.kinds import kind_name
from seen_online.note.model import Bullets, NoteSection
from seen_online.note.offered import Chapter, Offer, offer_id
from seen_online.person import DetailKind

_KINDS = (DetailKind.NAME, DetailKind.OTHER_NAME, DetailKind.PLACE, DetailKind.WORKPLACE)


def offers(case: Case) -> list[Offer]:
    """Offer each name, place and workplace. Only the present name is ticked: a former one is nobody's business."""
    return [
        case.offer(
            Offer(
                offer_id(Chapter.ABOUT, detail.kind, detail.value),
                Chapter.ABOUT,
                (kind_name(detail.kind),),
                (case.over(detail.value),),
                ticked=detail.kind is DetailKind.NAME,
            )
        )
        for kind in _KINDS
        for detail in case.check.person.details
        if detail.kind is kind
    ]


def write(chosen: list[Offer], shown: Chosen) -> NoteSection:
    """Write the section."""
    items = (shown(phrase("{kind}: {detail}", kind=offer.head, detail=offer.body[0])) for offer in chosen)
    return NoteSection(Chapter.ABOUT.heading, (Bullets(tuple(items)),))
