"""The things to consider: what the person answered, and their remarks where they want them shown."""

from __future__ import annotations

from seen_online.checklist.answer import Choice
from seen_online.checklist.guided import concerns
from seen_online.checklist.item import Item
from seen_online.note.case import Case, Chosen, phrase
from seen_online.note.clean import clean_lines
from seen_online.note.model import NoteSection, Paragraph, Table
from seen_online.note.offered import Chapter, Offer, offer_id
from seen_online.note.veil import Text
from seen_online.words import say


def offers(case: Case) -> list[Offer]:
    """Offer how many were answered, each answer, and each remark, which is private and so not ticked."""
    me = case.check.me  # what was not asked of them is not counted; what they answered before they said so is
    asked = [i for i in case.checklist.items if i.kind == "question" and (concerns(i, me) or _choice(case, i))]
    answered = [item for item in asked if _choice(case, item)]
    if not any(item.id in case.check.answers for item in case.checklist.items):
        return []
    count = say("Answered: {number} of {total}.", number=len(answered), total=len(asked))
    found = [Offer(offer_id(Chapter.CONSIDERED), Chapter.CONSIDERED, (say("How many I answered"),), ((count,),))]
    for item in case.checklist.items:
        title = case.over(item.title)
        choice = _choice(case, item)
        own = offer_id(Chapter.CONSIDERED, item.id)
        if choice:
            found.append(Offer(own, Chapter.CONSIDERED, title, rows=((title, (choice_name(choice),)),)))
        answer = case.check.answers.get(item.id)
        if answer is not None and answer.note.strip():
            found.append(
                case.offer(
                    Offer(
                        offer_id(Chapter.CONSIDERED, "note", item.id),
                        Chapter.CONSIDERED,
                        phrase("My note about “{title}”", title=title),
                        tuple(case.over(line) for line in clean_lines(answer.note)),
                        rows=((title,),),
                        ticked=False,
                        parent=own,
                    )
                )
            )
    return found


def write(chosen: list[Offer], shown: Chosen) -> NoteSection:
    """Write the section: a row for each thing, with the remark beside the answer where both are chosen."""
    blocks = [Paragraph(shown(o.body[0])) for o in chosen if o.id == offer_id(Chapter.CONSIDERED)]
    rows: dict[str, tuple[Text, Text]] = {}
    remarks: dict[str, str] = {}
    for offer in chosen:
        if offer.parent:
            rows.setdefault(offer.parent, (offer.rows[0][0], ()))
            remarks[offer.parent] = " ".join(shown(text) for text in offer.body)
        elif offer.rows:
            rows[offer.id] = (offer.rows[0][0], offer.rows[0][1])
    if not rows:
        return NoteSection(Chapter.CONSIDERED.heading, tuple(blocks))
    header = (say("Thing to consider"), say("My answer"))
    cells = [(shown(title), shown(answer)) for title, answer in rows.values()]
    if remarks:
        header = (*header, say("My note"))
        cells = [(*row, remarks.get(own, "")) for own, row in zip(rows, cells, strict=True)]
    return NoteSection(Chapter.CONSIDERED.heading, (*blocks, Table(header, tuple(cells))))


def choice_name(choice: Choice) -> str:
    """Return an answer as the person gave it."""
    return {
        Choice.DONE: say("Yes, done"),
        Choice.NEEDS_DOING: say("Needs doing"),
        Choice.NOT_FOR_ME: say("Not for me"),
        Choice.NOT_SURE: say("Not sure"),
    }[choice]


def _choice(case: Case, item: Item) -> Choice | None:
    answer = case.check.answers.get(item.id)
    return answer.choice if answer is not None else None
