"""The search page: what it says of a search with several engines, and what it opens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ddgs.engines import ENGINES
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from seen_online.exposure.finding import Finding
from seen_online.person import DetailKind, Person, detail
from seen_online.reading.page import PageOutcome
from seen_online.review.thinking.thinker import Thinker
from seen_online.search.model import Hit, Outcome
from seen_online.ui.desk import Desk
from seen_online.ui.pages import search as page
from seen_online.ui.pages.search import Search
from seen_online.ui.search_work import planned_asks

PATIENCE = 30_000  # milliseconds
OFFERED = ["duckduckgo", "mojeek"]


@pytest.fixture
def search(desk: Desk, qtbot: QtBot) -> Search:
    desk.check.person = Person((detail(DetailKind.NAME, "Nia Ashworth"),))
    desk.offered = desk.engines = list(OFFERED)
    made = Search(desk)
    qtbot.addWidget(made)
    made.show()
    made.arrive()
    return made


def come(search: Search, *outcomes: Outcome) -> None:
    planned, _ = planned_asks(search._desk, search.queries.ticked_queries())
    search._desk.expect(each.ask for each in planned)
    for each, outcome in zip(planned, outcomes, strict=True):
        said = f"{each.ask.engine} {outcome.value}"
        search._desk.ask_came(replace(each.ask, outcome=outcome, detail=said, next_step="Or open it yourself."), [])
    search._show_outcomes()
    search.queries.go_to(planned[0].ask.query)


@pytest.mark.parametrize(
    ("outcomes", "opens"),
    [
        ((Outcome.ANSWERED, Outcome.BLOCKED), "mojeek"),
        ((Outcome.NOTHING_FOUND, Outcome.FAILED), "mojeek"),
        ((Outcome.FAILED, Outcome.ANSWERED), "duckduckgo"),
        ((Outcome.ANSWERED, Outcome.ANSWERED), "duckduckgo"),
    ],
)
def test_open_it_yourself_opens_the_engine_that_is_spoken_of(
    search: Search, monkeypatch: pytest.MonkeyPatch, outcomes: tuple[Outcome, Outcome], opens: str
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(page.QDesktopServices, "openUrl", lambda url: opened.append(url.host()))
    come(search, *outcomes)
    assert search.notice.text.startswith(opens)
    search.open_button.click()
    assert len(opened) == 1
    assert opens in opened[0]


def test_what_comes_just_as_the_search_is_stopped_is_not_lost(search: Search) -> None:
    """The run counts it, but its news comes too late to be told on the way."""
    planned, _ = planned_asks(search._desk, search.queries.ticked_queries())
    search._desk.expect(each.ask for each in planned)
    hit = Hit("Nia Ashworth", "https://club.example/nia", "Ring 01632 960123", "duckduckgo", "words", 1)
    search._ended([replace(planned[0].ask, outcome=Outcome.ANSWERED, hits=(hit,))])
    assert [result.url for result in search._desk.check.results] == [hit.url]


def test_a_fault_of_ours_while_details_are_looked_for_ends_and_is_no_comfort(
    search: Search, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[int] = []

    def falls(_self: Thinker, texts: list[str], *_: object) -> Iterator[tuple[int, list[list[Finding]]]]:
        tries.append(len(texts))
        yield 0, [[]]
        raise LookupError

    monkeypatch.setattr(Thinker, "look", falls)
    urls = [f"https://club.example/{number}" for number in range(3)]
    hits = tuple(Hit("Nia", url, "", "duckduckgo", "words", place) for place, url in enumerate(urls))
    (first, *_), _ = planned_asks(search._desk, search.queries.ticked_queries())
    search._desk.ask_came(replace(first.ask, outcome=Outcome.ANSWERED, hits=hits))
    check = search._desk.check
    qtbot.waitUntil(lambda: len(check.findings) == 3 and not search._desk.finding.busy, timeout=PATIENCE)
    assert tries == [3]
    assert [check.pages[r.key].outcome for r in check.results[1:]] == [PageOutcome.FAILED] * 2
    assert check.results[0].key not in check.pages


def test_while_the_page_is_out_of_sight_nothing_is_drawn_and_on_arrival_all_is_there(
    search: Search, qtbot: QtBot
) -> None:
    search.hide()
    planned, _ = planned_asks(search._desk, search.queries.ticked_queries())
    search._job = search._desk.background.run(lambda stop, _tell: stop.wait(20))
    search._desk.expect(each.ask for each in planned)
    for each in planned:
        search._desk.ask_came(replace(each.ask, outcome=Outcome.BLOCKED, detail="It did not."), [])
    qtbot.wait(2 * page.OFTEN)
    row = search.queries.tree.topLevelItem(0)
    assert row is not None
    assert row.text(2) == ""
    search.show()
    search.arrive()
    assert row.text(2).count("Could not check") == 2
    search._job.cancel()
    search._job = None


def test_an_engine_that_can_not_be_asked_any_more_is_told_of_and_costs_no_other(
    search: Search, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = {key: kind for key, kind in ENGINES["text"].items() if key != "mojeek"}
    monkeypatch.setitem(ENGINES, "text", left)
    search._plan()
    assert "can't ask Mojeek now" in search.notice.text
    assert {each.ask.engine for each in search._leaving} == {"duckduckgo"}
    assert search.send_button.isEnabled()
    search._desk.tick_engines(["mojeek"])
    search._plan()
    assert search._leaving == []
    assert "can't ask Mojeek now" in search.notice.text
    assert not search.send_button.isEnabled()


def test_a_name_alone_is_told_that_a_place_would_help(search: Search) -> None:
    assert "Add a place" in search.notice.text
    search._desk.check.person = Person((detail(DetailKind.NAME, "Nia Ashworth"), detail(DetailKind.PLACE, "Penrith")))
    search.arrive()
    assert search.notice.text == ""
