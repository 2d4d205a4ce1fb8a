"""Two checks side by side: new, gone, changed, same, and above all what could not be checked."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from seen_online.exposure.finding import FindingKind, Whose
from seen_online.reading.page import PageOutcome
from seen_online.review.compare import Change, ChangeKind, Comparison, change_sentences, compare
from seen_online.review.selfcheck import SelfCheck, Verdict, Who
from seen_online.search.model import Hit, Outcome
from support.checks import finding, full_check
from support.second_check import ALSO_ASKED, ASKED, EMAIL, NAME, PHONE, THEIRS, WORDS, show, two

CLUB = "https://harriers.example/members/nia"


def the_change(comparison: Comparison) -> Change:
    (change,) = comparison.changes
    return change


def test_a_check_beside_itself_is_the_same():
    check = full_check()
    changes = compare(check, check).changes
    assert len(changes) == len(check.results)
    assert {change.kind for change in changes} == {ChangeKind.SAME}


def test_a_page_that_was_not_there_is_new():
    first, second = two()
    show(second, CLUB, PHONE, NAME, THEIRS)
    change = the_change(compare(first, second))
    assert (change.kind, change.added, change.asked_before) == (ChangeKind.NEW, (PHONE,), True)


def test_a_page_that_nobody_asked_for_last_time_may_have_been_there():
    first, second = two({ASKED: Outcome.ANSWERED, ALSO_ASKED: Outcome.ANSWERED})
    first.asks = first.asks[:1]
    show(second, CLUB, words=ALSO_ASKED)
    change = the_change(compare(first, second))
    assert change.kind is ChangeKind.NEW and not change.asked_before
    assert "nobody asked" in change_sentences(compare(first, second))[0]


def test_a_page_that_is_shown_no_more_is_gone():
    first, second = two()
    show(first, CLUB, PHONE)
    change = the_change(compare(first, second))
    assert (change.kind, change.removed) == (ChangeKind.GONE, (PHONE,))
    assert "may still be there" in change_sentences(compare(first, second))[0]


@pytest.mark.parametrize("outcome", [Outcome.BLOCKED, Outcome.FAILED, Outcome.NOT_ASKED])
def test_a_page_is_never_gone_where_its_question_was_not_answered(outcome: Outcome):
    first, second = two({ASKED: outcome})
    show(first, CLUB, PHONE)
    change = the_change(compare(first, second))
    assert (change.kind, change.removed, change.unsure) == (ChangeKind.COULD_NOT_CHECK, (), (PHONE,))
    (sentence,) = change_sentences(compare(first, second))
    assert sentence.startswith("Could not check this time") and "No longer" not in sentence


@pytest.mark.parametrize(
    ("rows_before", "rows_now", "rank", "kind"),
    [
        (30, 10, 25, ChangeKind.COULD_NOT_CHECK),  # one page of results this time, three last time
        (30, 10, 8, ChangeKind.GONE),
        (30, 29, 30, ChangeKind.GONE),
        (30, 4, 25, ChangeKind.GONE),  # less than a page: there is no more to see
    ],
)
def test_a_page_is_never_gone_where_we_did_not_look_as_far_down(rows_before: int, rows_now: int, rank: int, kind):
    first, second = two()
    for one, rows in ((first, rows_before), (second, rows_now)):
        hits = tuple(Hit(f"{n}", f"https://a.example/{n}", "", "duckduckgo", ASKED, n + 1) for n in range(rows))
        one.asks = [replace(one.asks[0], hits=hits)]
    key = show(first, CLUB, PHONE)
    first.results = [replace(r, hits=tuple(replace(h, rank=rank) for h in r.hits)) for r in first.results]
    change = the_change(compare(first, second))
    assert (change.key, change.kind) == (key, kind)
    assert ("further down" in change.why) is (kind is ChangeKind.COULD_NOT_CHECK)


def test_a_page_elsewhere_is_settled_once_the_old_address_was_asked_for_again():
    for outcome, settled in ((Outcome.ANSWERED, True), (Outcome.BLOCKED, False)):
        first, second = two({ASKED: outcome, ALSO_ASKED: Outcome.ANSWERED})
        show(first, "https://harriers.example/members-nia-ashworth")
        show(second, "https://harriers.example/club/people/members-nia-ashworth", words=ALSO_ASKED)
        change = the_change(compare(first, second))
        assert change.moved and change.settled is settled
    show(second, "https://a.example/", led_to="https://harriers.example/members-nia-ashworth", words=ALSO_ASKED)
    second.results = second.results[1:]
    change = the_change(compare(first, second))
    assert change.moved and change.settled, "its address leads there"


def test_nothing_found_is_an_answer():
    first, second = two({ASKED: Outcome.NOTHING_FOUND})
    show(first, CLUB)
    assert the_change(compare(first, second)).kind is ChangeKind.GONE


def test_a_question_that_was_not_put_again_tells_nothing():
    first, second = two()
    show(first, CLUB)
    second.asks.clear()
    assert the_change(compare(first, second)).kind is ChangeKind.COULD_NOT_CHECK


def test_all_who_showed_it_must_have_answered():
    first, second = two({ASKED: Outcome.ANSWERED, ALSO_ASKED: Outcome.BLOCKED})
    key = show(first, CLUB)
    show(first, CLUB, words=ALSO_ASKED)
    both = first.results.pop()
    first.results[0] = type(both)(key, CLUB, "t", "s", first.results[0].hits + both.hits)
    assert the_change(compare(first, second)).kind is ChangeKind.COULD_NOT_CHECK


UNREAD = [PageOutcome.NEEDS_YOU, PageOutcome.REFUSED, PageOutcome.FAILED, PageOutcome.NOT_READ]


@pytest.mark.parametrize("outcome", UNREAD)
def test_a_page_that_could_not_be_read_again_was_not_checked(outcome: PageOutcome):
    for shown in ((), (PHONE,)):
        first, second = two()
        show(first, CLUB, *shown)
        show(second, CLUB, read=outcome)
        change = the_change(compare(first, second))
        assert (change.kind, change.removed, change.unsure) == (ChangeKind.COULD_NOT_CHECK, (), shown)
        assert change.why


@pytest.mark.parametrize("outcome", [*UNREAD, PageOutcome.PARTLY])
def test_what_its_row_shows_new_is_told_all_the_same(outcome: PageOutcome):
    first, second = two()
    show(first, CLUB, PHONE)
    show(second, CLUB, EMAIL, read=outcome)
    change = the_change(compare(first, second))
    assert (change.kind, change.added, change.removed, change.unsure) == (ChangeKind.CHANGED, (EMAIL,), (), (PHONE,))


def test_a_page_that_was_read_by_half_may_show_it_still():
    first, second = two()
    show(first, CLUB, PHONE)
    show(second, CLUB, read=PageOutcome.PARTLY)
    assert the_change(compare(first, second)).kind is ChangeKind.COULD_NOT_CHECK


def test_a_snippet_that_shows_less_says_nothing_of_the_page():
    first, second = two()
    show(first, CLUB, PHONE, read=PageOutcome.NOT_READ)
    show(second, CLUB, read=PageOutcome.NOT_READ)
    assert the_change(compare(first, second)).kind is ChangeKind.COULD_NOT_CHECK


def test_findings_that_are_still_to_come_are_not_missed():
    first, second = two()
    show(first, CLUB, PHONE)
    key = show(second, CLUB)
    del second.findings[key]
    assert the_change(compare(first, second)).kind is ChangeKind.COULD_NOT_CHECK


def test_a_detail_that_was_taken_out():
    first, second = two()
    show(first, CLUB, PHONE, EMAIL, PHONE)
    show(second, CLUB, EMAIL)
    change = the_change(compare(first, second))
    assert (change.kind, change.added, change.removed) == (ChangeKind.CHANGED, (), (PHONE,))


def test_what_only_its_row_shows_is_neither_new_nor_gone_because_the_page_was_read_once():
    user_name = finding(FindingKind.USERNAME, "nia_runs", "nia_runs")
    for read_first in (True, False):
        first, second = two()
        for check, read in ((first, read_first), (second, not read_first)):
            outcome = PageOutcome.READ if read else PageOutcome.NOT_READ
            show(check, "https://nia_runs.example/", *([] if read else [user_name]), read=outcome)
        change = the_change(compare(first, second))
        assert (change.added, change.removed, change.unsure) == ((), (), ())
        assert change.kind is (ChangeKind.COULD_NOT_CHECK if read_first else ChangeKind.SAME)


@pytest.mark.parametrize("before", [PageOutcome.NOT_READ, PageOutcome.FAILED, PageOutcome.PARTLY])
def test_what_a_page_shows_that_was_not_read_last_time_may_have_been_there(before: PageOutcome):
    first, second = two()
    show(first, "https://club.example/", read=before)
    show(second, "https://club.example/", PHONE)
    comparison = compare(first, second)
    change = the_change(comparison)
    assert (change.kind, change.added, change.read_before) == (ChangeKind.CHANGED, (PHONE,), False)
    (said,) = change_sentences(comparison)
    assert "It shows: phone number. It may have shown that before" in said
    first.pages[change.key] = second.pages[change.key]
    assert the_change(compare(first, second)).read_before


def test_another_wording_is_no_change():
    first, second = two()
    show(first, CLUB, PHONE, title="Members", text="Ring Nia on 07700 900123")
    show(second, CLUB, PHONE, NAME, THEIRS, title="Our members", text="Something else altogether, 07700 900123")
    assert the_change(compare(first, second)).kind is ChangeKind.SAME


def test_a_detail_that_the_person_only_now_calls_theirs_is_not_new():
    first, second = two()
    show(first, CLUB, THEIRS)
    show(second, CLUB, replace(THEIRS, whose=Whose.YOURS))
    assert the_change(compare(first, second)).kind is ChangeKind.SAME


def test_a_page_that_its_site_calls_gone():
    first, second = two()
    show(first, CLUB, PHONE)
    show(second, CLUB, read=PageOutcome.GONE)
    change = the_change(compare(first, second))
    assert (change.kind, change.removed) == (ChangeKind.GONE, (PHONE,))
    second.findings[change.key] = [PHONE]  # the search still shows the old words
    assert the_change(compare(first, second)).kind is ChangeKind.CHANGED


# An address that changed, and what the page says there: is it the same page?
PARAGRAPH = f"{WORDS}. {WORDS[::-1]}"
OTHER_PARAGRAPH = "Cakes and buns by a baker who shares the name and nothing else at all with anybody from up there"
MOVES = [
    ("https://paper.example/a/care-award-penrith", "https://paper.example/news/2026/care-award-penrith", {}, True),
    ("https://paper.example/care-award-penrith.html", "https://news.paper.example/care-award-penrith", {}, True),
    ("https://club.example/old", "https://club.example/new", {"led_to": "https://club.example/old"}, True),
    ("https://club.example/p?id=31", "https://club.example/runner/nia", {"text": PARAGRAPH}, True),
    ("https://old.example/nia", "https://brandnew.example/x", {"text": PARAGRAPH}, True),
    # the same name on the same site, but a page about somebody else
    ("https://paper.example/a/nia-ashworth", "https://paper.example/b/nia-ashworth", {"text": OTHER_PARAGRAPH}, False),
    ("https://social.example/nia-ashworth-1a2b", "https://social.example/nia-ashworth-9z8y", {}, False),
    ("https://social.example/u/1234", "https://social.example/u/5678", {}, False),
    ("https://social.example/profile?id=1", "https://social.example/profile?id=2", {}, False),
    ("https://a.example/care-award-penrith", "https://b.example/care-award-penrith", {}, False),
    ("https://club.example/about", "https://club.example/old/about", {}, False),
]


@pytest.mark.parametrize(("was", "now", "fields", "same"), MOVES, ids=lambda value: str(value)[:48])
def test_a_page_is_known_again_where_it_moved(was: str, now: str, fields: dict[str, str], same: bool):
    first, second = two()
    show(first, was, PHONE, text="" if fields.get("text") == OTHER_PARAGRAPH else fields.get("text", ""))
    show(second, now, PHONE, **fields)
    kinds = {change.kind: change for change in compare(first, second).changes}
    if same:
        assert set(kinds) == {ChangeKind.SAME} and kinds[ChangeKind.SAME].moved
    else:
        assert set(kinds) == {ChangeKind.NEW, ChangeKind.GONE}


def test_a_copy_elsewhere_is_no_move_while_the_first_may_be_there():
    first, second = two({ASKED: Outcome.BLOCKED, ALSO_ASKED: Outcome.ANSWERED})
    show(first, "https://old.example/nia", text=PARAGRAPH)
    show(second, "https://copy.example/nia", text=PARAGRAPH, words=ALSO_ASKED)
    assert {c.kind for c in compare(first, second).changes} == {ChangeKind.NEW, ChangeKind.COULD_NOT_CHECK}


def test_where_two_pages_fit_none_is_chosen():
    first, second = two()
    show(first, "https://paper.example/a/care-award-penrith", PHONE)
    show(second, "https://paper.example/b/care-award-penrith", PHONE)
    show(second, "https://paper.example/c/care-award-penrith", PHONE)
    assert [c.kind for c in compare(first, second).changes] == [ChangeKind.NEW, ChangeKind.NEW, ChangeKind.GONE]


def test_sentences_hold_no_detail_and_leave_others_out():
    first, second = two()
    show(first, "https://a.example/gone", PHONE, title="Members")
    show(first, "https://b.example/x", PHONE, title="Paper")
    show(second, "https://b.example/x", EMAIL, title="Paper")
    show(second, "https://c.example/y", PHONE, title="Long " * 60)
    namesake = show(second, "https://d.example/z", PHONE, title="Somebody else")
    second.verdicts[namesake] = Verdict(Who.NOT_ME)
    show(first, "https://e.example/same", title="As ever")
    show(second, "https://e.example/same", title="As ever")

    told = change_sentences(compare(first, second))

    assert [sentence.partition(":")[0] for sentence in told] == [
        "New",
        "Changed",
        "No longer found",
        "Pages that show the same as last time",
    ]
    assert "no longer shows: phone number. It now shows: e-mail address." in told[1]
    assert "“Members” (a.example)" in told[2]
    assert all(len(sentence) < 250 for sentence in told)
    assert not any(word in " ".join(told) for word in ("07700", "nia@example", "Somebody else"))


outcomes = st.sampled_from(list(Outcome))
pages = st.sampled_from(list(PageOutcome))
urls = st.integers(0, 6).map(lambda n: f"https://site{n % 3}.example/page-number-{n}")


@settings(max_examples=60, deadline=None)
@given(
    before=st.lists(st.tuples(urls, pages, st.booleans()), max_size=6, unique_by=lambda row: row[0]),
    after=st.lists(st.tuples(urls, pages, st.booleans()), max_size=6, unique_by=lambda row: row[0]),
    outcome=outcomes,
)
def test_whatever_happens_every_page_is_told_once_and_none_is_gone_without_proof(before, after, outcome: Outcome):
    first, second = two({ASKED: outcome})
    for check, rows in ((first, before), (second, after)):
        for url, read, shows in rows:
            show(check, url, *([PHONE] if shows else []), read=read)
    changes = compare(first, second).changes

    assert sorted(c.key for c in changes if c.key in _keys(second)) == sorted(_keys(second))
    assert {c.earlier_key for c in changes if c.earlier_key} == _keys(first)
    for change in changes:
        read = second.pages[change.key].outcome if change.key in second.pages else None
        if change.kind is ChangeKind.GONE:
            assert read is PageOutcome.GONE or (change.key not in _keys(second) and outcome.checked)
        if change.removed:
            assert change.kind in (ChangeKind.GONE, ChangeKind.CHANGED)
            assert read in (PageOutcome.READ, PageOutcome.GONE) or change.kind is ChangeKind.GONE
    assert change_sentences(compare(first, second)) or not changes


def _keys(check: SelfCheck) -> set[str]:
    return {result.key for result in check.results}
