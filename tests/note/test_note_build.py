"""Promise 5: the note holds what was ticked and nothing else, and what could not be checked in any case."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seen_online.checklist.answer import Answer, Choice
from seen_online.note.build import build
from seen_online.note.case import result_id
from seen_online.note.offer import offer, usual_choice
from seen_online.note.offered import Chapter, Offer
from seen_online.review.selfcheck import SelfCheck
from support.checks import CLUB, FORUM, MADE, PAPER, TODAY, checklist, full_check
from support.notes import said

OFFERS = offer(full_check(), checklist(), TODAY, ("One page is new.",))
ALL = {o.id for o in OFFERS}
DETAILS = {d.label: d.id for o in OFFERS for d in o.details}
# Words that only the offer named says, wherever in the note it stands.
ONLY = {
    "Fell Harriers": result_id(CLUB),
    "Care award": result_id(PAPER),
    "forum.example": result_id(FORUM),
    "Ask Jo.": next(o.id for o in OFFERS if o.heading == "My note about “Fell Harriers: members”"),
    "Nia Pell": next(o.id for o in OFFERS if o.heading == "Other name"),
    "Set to friends only": next(o.id for o in OFFERS if o.heading == "My note about “Your settings”"),
    '"Nia Ashworth" Penrith': next(o.id for o in OFFERS if o.heading == 'Search: "Nia Ashworth" Penrith'),
    "Ask the club": next(o.id for o in OFFERS if o.section is Chapter.ACTIONS and "club to" in o.heading),
    "One page is new.": next(o.id for o in OFFERS if o.section is Chapter.CHANGES),
}


def note_says(chosen: set[str], unmasked: set[str] = frozenset()) -> str:
    return "\n".join(said(build(OFFERS, chosen, unmasked, MADE)))


@pytest.mark.parametrize("words", ONLY)
def test_what_is_unticked_is_nowhere(words: str) -> None:
    assert words in note_says(ALL)
    assert words not in note_says(ALL - {ONLY[words]})


@settings(max_examples=60)
@given(st.sets(st.sampled_from(sorted(ALL))))
def test_any_choice_holds_what_was_ticked_and_nothing_else(chosen: set[str]) -> None:
    text = note_says(chosen)
    for words, own in ONLY.items():
        assert (words in text) == (own in chosen), words
    assert "DuckDuckGo kept us out: 1 of 3 searches" in text


def test_a_page_is_named_by_a_detail_or_action_only_where_it_is_in_the_note_itself() -> None:
    without = note_says(ALL - {result_id(CLUB)})
    assert "Fell Harriers" not in without
    assert "Phone: 07•••• •••123\nSeen online" in without
    assert "Phone: 07•••• •••123\nFell Harriers: members" in note_says(ALL)


def test_an_empty_choice_gives_a_short_honest_note() -> None:
    note = build(OFFERS, set(), set(), MADE)
    assert note.intro[1] == "Nothing was chosen for this note. It says nothing about what can be seen."
    assert [section.heading for section in note.sections] == ["What could not be checked"]
    assert note.actions == ()


def test_a_note_of_nothing_at_all() -> None:
    note = build(offer(SelfCheck(), checklist(), TODAY), set(), set(), MADE)
    assert said(note)[-1] == "No search was made."


def test_it_says_when_it_was_made_what_was_asked_and_what_could_not_be_checked() -> None:
    text = note_says(usual_choice(OFFERS))
    assert "Made on 5 March 2026 at 14:30 with Seen Online." in text
    assert '"Nia Ashworth"\nSearXNG\nCould not check. It did not answer.' in text
    assert '"07•••• •••123"\nDuckDuckGo\nAnswered: nothing found' in text
    assert "Pages that ask you to sign in, or keep programs out: 1 of 4." in text


def test_only_what_is_asked_of_the_person_counts_as_left_to_answer() -> None:
    check, things = full_check(), checklist()
    first, *others = things.sections
    leads = msgspec.structs.replace(first.items[0], id="leads", concerns=("managers",))
    things = msgspec.structs.replace(
        things, sections=(msgspec.structs.replace(first, items=(*first.items, leads)), *others)
    )

    def counted() -> str:
        made = build(offers := offer(check, things, TODAY), usual_choice(offers), set(), MADE)
        return next(line for line in said(made) if line.startswith("Answered: ") and " of " in line)

    assert counted() == "Answered: 3 of 3."
    check.managers = True
    assert counted() == "Answered: 3 of 4."
    check.answers["leads"] = Answer(Choice.DONE)
    assert counted() == "Answered: 4 of 4."
    check.managers = False
    assert counted() == "Answered: 4 of 4.", "an answer that stands in the note is counted"


def test_everything_private_is_masked_until_it_is_unmasked() -> None:
    text = note_says(ALL).lower()
    for private in ("900123", "900 123", "900 123", "ashworth@", "12 march", "mill l", "ca11", "nia_runs", "960 456"):
        assert private not in text


def test_unmasking_one_detail_shows_it_everywhere_and_no_other() -> None:
    text = note_says(ALL, {DETAILS["Phone: 07•••• •••123"]})
    assert "Phone: 07700 900123" in text
    assert "ring 07700-900 123 or n•••@e•••.org" in text
    assert "https://forum.example/u/n•••?tel=07700900123" in text
    assert "My number is 0770 0900123!" in text
    assert "•••123" not in text
    assert "CA11" not in text


def test_a_date_of_birth_in_full_reads_as_people_write_it() -> None:
    assert "Date of birth: born 12 March 1985" in note_says(ALL, {DETAILS["Date of birth: born ••/••/1985"]})


def test_dots_are_explained_only_where_there_are_any() -> None:
    line = "Dots stand for private details that I chose not to show in full."
    assert line in note_says(ALL)
    assert line not in note_says(ALL, set(DETAILS.values()))


def test_a_remark_stands_under_its_page_or_alone_without_the_name_of_it() -> None:
    remark = ONLY["Ask Jo."]
    both = build(OFFERS, {result_id(CLUB), remark}, set(), MADE)
    (part,) = next(s for s in both.sections if s.heading == "What they can see").parts
    assert [block.text for block in part.blocks][-2:] == ["My note: Ask Jo.", "My note: My number is 07•••• •••123!"]
    alone = build(OFFERS, {remark}, set(), MADE)
    (part,) = next(s for s in alone.sections if s.heading == "What they can see").parts
    assert part.heading == "My note about a page"
    assert "Harriers" not in "\n".join(said(alone))


def test_ids_that_are_offered_no_more_are_passed_over() -> None:
    assert build(OFFERS, {"seen-gone"}, {"phone-gone"}, MADE) == build(OFFERS, set(), set(), MADE)


def test_the_order_of_the_ticks_makes_no_difference() -> None:
    assert build(OFFERS, sorted(ALL), [], MADE) == build(OFFERS, sorted(ALL, reverse=True), [], MADE)


def test_one_thing_chosen_makes_one_section_beside_what_could_not_be_checked() -> None:
    def headings(one: Offer) -> list[str]:
        return [section.heading for section in build(OFFERS, {one.id}, set(), MADE).sections]

    for one in OFFERS:
        assert set(headings(one)) == {Chapter.UNCHECKED.heading, one.section.heading}
