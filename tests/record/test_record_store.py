"""What is saved comes back exactly, piece by piece, and nothing else is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from seen_online.checklist.answer import Answer, Choice
from seen_online.exposure.finding import FindingKind
from seen_online.outbox import Purpose, Sent
from seen_online.reading.page import Page, PageOutcome
from seen_online.record.forgetful import Forgetful
from seen_online.record.keeper import Keeper
from seen_online.record.store import Record
from seen_online.review.perform import take_asks, take_page
from seen_online.review.selfcheck import Feeling, SelfCheck, Verdict, Who
from seen_online.search.model import Ask, Hit, Outcome, Query
from support.checks import CLUB, FORUM, PAPER, finding, full_check
from support.records import new_record, opened_again


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "kept"


@pytest.fixture
def record(home: Path) -> Iterator[Record]:
    record = new_record(home)
    yield record
    record.close()


def later(check: SelfCheck, days: int = 200) -> SelfCheck:
    return replace(check, started=check.started + timedelta(days=days))


def test_a_whole_check_comes_back(home: Path, record: Record):
    check = full_check()
    check.sent = [Sent("2026-03-03T09:05:00.000+00:00", Purpose.SEARCH, "DuckDuckGo", "GET", "https://e.example", "x")]
    check.service_users, check.managers = True, False
    take_page(check, CLUB, Page("A long text. " * 500, PageOutcome.READ, url=CLUB, title="Members"))
    check.findings[CLUB] = [finding(FindingKind.PHONE, "+447700900123", "07700 900123")]
    record.begin(check)
    record.close()

    again = opened_again(home)
    loaded = again.latest()
    again.close()

    assert loaded == check
    assert loaded is not check
    assert loaded.results[0].text == check.pages[CLUB].text


def test_only_what_changed_is_written(record: Record):
    check = full_check()
    record.begin(check)

    assert record.save(check) == 0
    check.answers["pictures"] = Answer(Choice.DONE, "Asked Jo")
    assert record.save(check) == 1
    check.verdicts[PAPER] = Verdict(Who.ME, Feeling.NOT_HAPPY)
    check.verdicts[FORUM] = Verdict(Who.NOT_ME)
    assert record.save(check) == 2
    assert record.save(check) == 0


CHANGES = {
    "an answer": lambda c: c.answers.update(public=Answer(Choice.NOT_FOR_ME)),
    "a note, key by key": lambda c: c.answers.update(settings=replace(c.answers["settings"], note="Set to frien")),
    "a verdict": lambda c: c.verdicts.update({FORUM: Verdict(Who.ME, Feeling.HAPPY, "Mine")}),
    "a verdict taken back": lambda c: c.verdicts.pop(PAPER),
    "a page": lambda c: take_page(c, FORUM, Page("Now it could be read", PageOutcome.READ, url=FORUM)),
    "a page that is another now": lambda c: take_page(c, CLUB, Page("Something else", PageOutcome.READ, url=CLUB)),
    "findings": lambda c: c.findings.update({FORUM: [finding(FindingKind.EMAIL, "a@example.org", "a@example.org")]}),
    "a finding more": lambda c: c.findings[FORUM].append(finding(FindingKind.NAME, "Nia Pell", "Nia Pell")),
    "findings in another order": lambda c: c.findings[CLUB].reverse(),
    "no findings any more": lambda c: c.findings.clear(),
    "an ask that came again": lambda c: take_asks(
        c,
        [
            Ask(
                Query('"Nia Ashworth" Penrith', "your name with Penrith"),
                "duckduckgo",
                Outcome.ANSWERED,
                hits=(Hit("New", "https://new.example/", "Nia", "duckduckgo", '"Nia Ashworth" Penrith', 1),),
            )
        ],
    ),
    "results in another order": lambda c: c.results.reverse(),
    "asks in another order": lambda c: c.asks.reverse(),
    "two asks alike": lambda c: c.asks.append(c.asks[0]),
    "the person": lambda c: setattr(c, "person", replace(c.person, region="IE")),
    "sites": lambda c: setattr(c, "sites", ()),
    "managers": lambda c: setattr(c, "managers", True),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_each_kind_of_change_is_kept(home: Path, record: Record, change):
    check = full_check()
    record.begin(check)

    change(check)
    assert record.save(check) > 0
    record.close()

    again = opened_again(home)
    assert again.latest() == check
    again.close()


def test_an_entry_of_the_outbox_that_grows_is_kept_as_it_ended(home: Path, record: Record):
    check = full_check()
    entry = Sent("2026-03-03T09:05:00.000+00:00", Purpose.PAGE, "club", "GET", CLUB, CLUB)
    check.sent = [entry]
    record.begin(check)

    entry.status, entry.bytes = 200, 4096  # the outbox fills in the same object
    assert record.save(check) == 1
    record.close()

    again = opened_again(home)
    loaded = again.latest()
    again.close()
    assert loaded is not None and loaded.sent == [entry] and loaded.sent[0].status == 200


def test_it_goes_on_saving_into_the_check_that_was_loaded(home: Path, record: Record):
    record.begin(full_check())
    record.close()

    again = opened_again(home)
    check = again.latest()
    assert check is not None
    assert again.save(check) == 0
    check.answers["public"] = Answer(Choice.DONE)
    assert again.save(check) == 1
    assert again.load(1) == check
    again.close()


def test_a_new_check_leaves_the_earlier_one_as_it_was(record: Record):
    first = full_check()
    record.begin(first)
    second = later(SelfCheck(started=first.started, person=first.person))
    record.begin(second)
    second.answers["settings"] = Answer(Choice.NOT_SURE)
    record.save(second)

    assert [line.started for line in record.checks()] == [first.started, second.started]
    assert record.load(1) == first
    assert record.load(2) == second
    assert record.latest() == second


@pytest.mark.parametrize("kind", ["sealed", "forgetful"])
def test_the_picture_over_time(home: Path, kind: str):
    keeper: Keeper = new_record(home) if kind == "sealed" else Forgetful()
    first = full_check()
    keeper.begin(first)
    second = later(SelfCheck(started=first.started, asks=first.asks[:1]))
    second.findings = {CLUB: first.findings[CLUB], FORUM: first.findings[CLUB]}
    keeper.begin(second)
    keeper.begin(later(SelfCheck(started=second.started)))

    tallies = keeper.over_time()

    assert [tally.started for tally in tallies] == [line.started for line in keeper.checks()]
    assert tallies[0].counts[FindingKind.ADDRESS] == 1 and not tallies[0].all_checked
    assert tallies[1].counts == {FindingKind.PHONE: 1, FindingKind.EMAIL: 1} and tallies[1].all_checked
    assert tallies[2].counts == {} and not tallies[2].all_checked
    keeper.close()


def test_another_check_is_not_written_over_the_open_one(record: Record):
    check = full_check()
    record.begin(check)

    with pytest.raises(ValueError, match="not the check"):
        record.save(later(check))
    assert record.load(1) == check


def test_an_unknown_check_is_refused(record: Record):
    with pytest.raises(KeyError):
        record.load(7)


@pytest.mark.parametrize("kind", ["sealed", "forgetful"])
def test_settings_and_texts(home: Path, kind: str):
    keeper: Keeper = new_record(home) if kind == "sealed" else Forgetful()
    draft = {"title": "For supervision", "ticked": ["a", "b"], "days": 180}

    assert keeper.setting("draft") is None
    assert keeper.setting("draft", "none yet") == "none yet"
    keeper.set("draft", draft)
    assert keeper.setting("draft") == draft
    keeper.set("draft", None)
    assert keeper.setting("draft") is None
    keeper.close()
    keeper.close()


def test_forget_mode_is_the_same_interface(home: Path):
    keeper: Keeper = Forgetful()
    check = full_check()

    assert not keeper.keeps and keeper.latest() is None
    keeper.begin(check)
    check.answers["public"] = Answer(Choice.DONE)
    assert keeper.save(check) > 0
    assert keeper.latest() is check and keeper.load(1) is check
    with pytest.raises(ValueError, match="not the check"):
        keeper.save(later(check))
    with pytest.raises(KeyError):
        keeper.load(2)
    keeper.begin(later(check))
    assert [line.id for line in keeper.checks()] == [1, 2]
    keeper.close()
    assert keeper.checks() == () and not home.exists()


def test_a_closed_record_takes_nothing(record: Record):
    check = full_check()
    record.begin(check)
    record.close()
    with pytest.raises(ValueError, match="closed"):
        record.save(check)
