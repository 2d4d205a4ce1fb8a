"""What can be chosen for a note: every thing once, masked, with the ticks that protect the person."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

from msgspec.structs import replace

from seen_online.checklist.answer import Answer, Choice
from seen_online.note.case import result_id
from seen_online.note.offer import offer, usual_choice
from seen_online.note.offered import Chapter, Offer
from seen_online.reading.page import Page, PageOutcome
from seen_online.review.selfcheck import Action, SelfCheck, Verdict, Who
from seen_online.search.model import Outcome
from support.checks import CLUB, FORUM, NAMESAKE, PAPER, TODAY, checklist, full_check


def offers(check: SelfCheck | None = None, changes: tuple[str, ...] = ()) -> list[Offer]:
    return offer(check or full_check(), checklist(), TODAY, changes)


def of(chapter: Chapter, found: list[Offer]) -> list[Offer]:
    return [o for o in found if o.section is chapter]


def everything_said(found: list[Offer]) -> str:
    return "\n".join(line for o in found for line in (o.heading, *o.lines, *(d.label for d in o.details)))


def test_every_section_has_its_offers_in_order() -> None:
    found = offers(changes=("One page is new.",))
    assert list(dict.fromkeys(o.section for o in found)) == list(Chapter)
    assert len({o.id for o in found}) == len(found)


def test_ids_stay_the_same_from_look_to_look() -> None:
    assert [o.id for o in offers()] == [o.id for o in offers()]


def test_nothing_private_is_in_what_the_window_shows() -> None:
    said = everything_said(offers(changes=("07700 900123 is new",))).lower()
    for private in (
        "900123",
        "900 123",
        "ashworth@",
        "ashworth [at]",
        "12 march",
        "mill",
        "ca11",
        "nia_runs",
        "960 456",
    ):
        assert private not in said


def test_each_detail_of_an_offer_can_be_unmasked_by_itself() -> None:
    club = next(o for o in offers() if o.id == result_id(CLUB))
    assert [d.label for d in club.details] == ["Phone: 07•••• •••123", "E-mail: n•••@e•••.org"]
    assert len({d.id for o in offers() for d in o.details}) == 7


def test_remarks_former_names_and_somebody_elses_pages_start_unticked() -> None:
    found = offers()
    unticked = {o.heading for o in found if not o.ticked}
    assert {"Other name", "My note about “Fell Harriers: members”", "My note about “Your settings”"} <= unticked
    ticks = {o.id: o.ticked for o in found}
    assert ticks[result_id(CLUB)]
    assert ticks[result_id(PAPER)]
    assert ticks[result_id(FORUM)]
    assert not ticks[result_id(NAMESAKE)]
    assert usual_choice(found) == {o.id for o in found if o.ticked}


def test_a_search_for_a_former_name_starts_unticked() -> None:
    check = full_check()
    ask = check.asks[0]
    check.asks.append(replace(ask, query=replace(ask.query, words='"Nia  PELL" Penrith')))
    ticks = {o.heading: o.ticked for o in of(Chapter.ASKED, offers(check))}
    assert ticks['Search: "Nia PELL" Penrith'] is False
    assert ticks['Search: "Nia Ashworth"'] is True


def test_what_could_not_be_checked_cannot_be_unticked_and_names_no_search() -> None:
    (gap,) = of(Chapter.UNCHECKED, offers())
    assert gap.fixed
    assert gap.ticked
    assert "DuckDuckGo kept us out: 1 of 3 searches. What it would have shown is not known." in gap.lines
    assert "Pages not opened: 1 of 4. Only what the search showed of them was looked at." in gap.lines
    assert not any("Ashworth" in line or "Penrith" in line for line in gap.lines)


def test_an_unasked_search_is_a_gap_too() -> None:
    check = full_check()
    check.asks = [replace(check.asks[0], outcome=Outcome.NOT_ASKED)]
    (gap,) = of(Chapter.UNCHECKED, offers(check))
    assert gap.fixed
    assert gap.lines[0] == "DuckDuckGo was not asked: 1 of 1 searches."


def test_where_all_was_checked_there_is_nothing_fixed() -> None:
    check = full_check()
    check.asks = [ask for ask in check.asks if ask.outcome.checked]
    check.pages = {r.key: Page("words", PageOutcome.READ) for r in check.results}
    check.pages[PAPER] = Page("", PageOutcome.GONE)
    (said,) = of(Chapter.UNCHECKED, offers(check))
    assert not said.fixed
    assert said.lines == ("Every search was answered, and every page that was found could be read.",)


def test_no_search_at_all_is_said() -> None:
    (gap,) = of(Chapter.UNCHECKED, offer(SelfCheck(), checklist(), TODAY))
    assert gap.fixed
    assert gap.lines == ("No search was made.",)


def test_a_detail_that_was_not_seen_is_said_in_words_that_promise_no_more() -> None:
    def where(check: SelfCheck) -> str:
        phone = next(o for o in of(Chapter.DETAILS, offers(check)) if o.heading.startswith("Phone: 07"))
        return phone.lines[0].split(" · ")[1]

    check = full_check()
    assert where(check) == "Seen online"
    check.findings = {}
    assert where(check) == "Not seen, but not all could be checked"
    check.asks = [ask for ask in check.asks if ask.outcome.checked]
    check.pages = {r.key: Page("words", PageOutcome.READ) for r in check.results}
    assert where(check) == "Not seen in this check"
    assert where(SelfCheck(person=check.person)) == "Not checked"


def test_a_number_on_a_namesakes_page_is_no_row_of_mine() -> None:
    assert not any("near my name" in o.heading for o in offers())
    check = full_check()
    check.verdicts[NAMESAKE] = Verdict(Who.NOT_SURE)
    (row,) = (o for o in offers(check) if o.heading.startswith("Phone near my name"))
    assert not row.ticked
    check.verdicts[NAMESAKE] = Verdict(Who.ME)
    (row,) = (o for o in offers(check) if o.heading.startswith("Phone near my name"))
    assert row.ticked


def test_pages_nobody_judged_yet_are_offered_and_ticked_only_where_none_is_judged() -> None:
    check = full_check()
    check.verdicts = {}
    ticks = {o.id: o.ticked for o in offers(check)}
    assert ticks[result_id(CLUB)]
    assert not ticks[result_id(NAMESAKE)]
    check.verdicts = {PAPER: Verdict(Who.ME)}
    ticks = {o.id: o.ticked for o in offers(check)}
    assert ticks[result_id(PAPER)]
    assert not ticks[result_id(CLUB)]


def test_actions_come_by_date_and_a_day_that_has_passed_is_said() -> None:
    check = full_check()
    check.answers["settings"] = Answer(Choice.NEEDS_DOING, action="Look at my settings", due=date(2026, 3, 1))
    actions = of(Chapter.ACTIONS, offers(check))
    assert [o.rows[0][1][0] for o in actions[:2]] == ["1 March 2026 (this day has passed)", "20 March 2026"]


def test_two_like_actions_are_two_offers() -> None:
    check = full_check()
    for key in (CLUB, PAPER):
        check.verdicts[key] = Verdict(Who.ME, action=Action("Ask them"))
    ids = [o.id for o in of(Chapter.ACTIONS, offers(check))]
    assert len(set(ids)) == len(ids)


def test_engines_go_by_their_own_names_and_a_private_one_by_no_address() -> None:
    check = full_check()
    check.asks = [
        replace(check.asks[0], engine=name)
        for name in ("duckduckgo", "searxng=https://search.internal/", "mojeek", "odd")
    ]
    names = [row[1][0] for o in of(Chapter.ASKED, offers(check)) for row in o.rows]
    assert names == ["DuckDuckGo", "SearXNG", "Mojeek", "odd"]


def test_offering_and_building_load_no_large_library() -> None:
    code = (
        "import sys, seen_online.note.offer, seen_online.note.save, seen_online.note.supervision\n"
        "large = {'docx', 'typst', 'jinja2', 'icalendar', 'phonenumbers', 'lxml', 'PIL', 'requests', 'ddgs'}\n"
        "print(sorted(large & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"
