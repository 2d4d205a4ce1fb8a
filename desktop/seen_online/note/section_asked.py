"""What was looked at: each search, who was asked, and how it ended."""

from __future__ import annotations

from seen_online.note.case import Case, Chosen, phrase
from seen_online.note.clean import clean_line
from seen_online.note.fold import compact
from seen_online.note.model import Block, NoteSection, Paragraph, Table
from seen_online.note.offered import Chapter, Offer, offer_id
from seen_online.note.veil import Text
from seen_online.note.when import long_date
from seen_online.person import DetailKind
from seen_online.search.model import Ask, Outcome
from seen_online.search.outcomes import why_not
from seen_online.search.profiles import profile
from seen_online.words import say


def offers(case: Case) -> list[Offer]:
    """Offer the day of the check, and each search with the engines it was put to."""
    when = say("I looked on {date}.", date=long_date(case.check.started))
    if not any(ask.outcome is not Outcome.NOT_ASKED for ask in case.check.asks):
        return []  # nobody looked
    found = [Offer(offer_id(Chapter.ASKED, "when"), Chapter.ASKED, (say("When I looked"),), ((when,),))]
    asks: dict[str, list[Ask]] = {}
    for ask in case.check.asks:
        asks.setdefault(ask.query.words, []).append(ask)
    former = [compact(name) for name in case.check.person.values(DetailKind.OTHER_NAME)]
    for words, same in asks.items():
        key = compact(words)
        veiled = case.over(words)
        found.append(
            case.offer(
                Offer(
                    offer_id(Chapter.ASKED, words),
                    Chapter.ASKED,
                    phrase("Search: {words}", words=veiled),
                    rows=tuple((veiled, case.over(engine_name(ask.engine)), _ended(case, ask)) for ask in same),
                    # A search for a former name would tell that name.
                    ticked=not any(name in key for name in former if name),
                )
            )
        )
    return found


def write(chosen: list[Offer], shown: Chosen) -> NoteSection:
    """Write the section."""
    blocks: list[Block] = [Paragraph(shown(text)) for offer in chosen for text in offer.body]
    rows = tuple(tuple(shown(cell) for cell in row) for offer in chosen for row in offer.rows)
    if rows:
        blocks.append(Table((say("Words searched"), say("Asked"), say("How it ended")), rows))
    return NoteSection(Chapter.ASKED.heading, tuple(blocks))


def engine_name(engine: str) -> str:
    """Return what people call an engine. Of a SearXNG not its address, which may name a computer of the house."""
    name, _, _ = clean_line(engine).partition("=")
    if name == "searxng":
        return "SearXNG"
    known = profile(name)
    return known.label if known else name


def _ended(case: Case, ask: Ask) -> Text:
    match ask.outcome:
        case Outcome.ANSWERED:
            pages = len(ask.hits)
            return (say("1 page found") if pages == 1 else say("{number} pages found", number=pages),)
        case Outcome.NOTHING_FOUND:
            return (say("Answered: nothing found"),)
        case Outcome.NOT_ASKED:
            return (say("Not checked: it was not asked"),)
        case _:
            return phrase("Could not check. {why}", why=case.over(why_not(ask.detail)))
