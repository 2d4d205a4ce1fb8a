"""The run itself: order, side by side, manners, second tries, stopping, and what is told on the way."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from seen_online.outbox import Network, Outbox, Purpose, Sent
from seen_online.outbox.post import Limits, Post
from seen_online.search.catalogue import engine
from seen_online.search.engine import Answer as EngineAnswer
from seen_online.search.engine import Kind, blocked
from seen_online.search.model import Ask, Outcome, Query
from seen_online.search.pace import GENTLE, OWN, Pace, usual_pace
from seen_online.search.queries import budget
from seen_online.search.rests import Rests
from seen_online.search.run import missing, plan, run, trial
from support import searxng
from support.asking import AT_ONCE, agreed_plan, ask_all
from support.duckduckgo import DuckDuckGo, Found
from support.engine_proxy import EngineWeb
from support.servers import Answer, Asked, Site

WORDS = ["one", "two", "three", "four"]
ROWS = [Found("Anna", "https://example.org/")]


def post() -> Post:
    return Post(Outbox(), Network(), Limits())


class Searx(Site):
    """A SearXNG whose answers a test chooses by the words asked; it remembers when they came."""

    def __init__(self, says: Callable[[str], Answer] | None = None) -> None:
        super().__init__(self._speak)
        self.says = says or (lambda words: searxng.data(words, ROWS))
        self.at: list[float] = []

    @property
    def name(self) -> str:
        return f"searxng={self.url}"

    @property
    def words(self) -> list[str]:
        return [searxng.fields(asked)["q"] for asked in self.asked]

    def _speak(self, asked: Asked) -> Answer:
        self.at.append(time.monotonic())
        return self.says(searxng.fields(asked)["q"])


def outcomes(asks: list[Ask]) -> list[str]:
    return [ask.outcome.value for ask in asks]


def test_asks_come_back_in_the_order_of_the_plan() -> None:
    with Searx() as one, Searx() as other:
        sender = post()
        planned = agreed_plan(sender, [one.name, other.name], WORDS)
        asks = run(planned, sender, lambda ask: None, threading.Event())
    assert [(a.query.words, a.engine) for a in asks] == [(w, e.name) for w in WORDS for e in (one, other)]
    assert outcomes(asks) == ["answered"] * 8
    assert one.words == other.words == WORDS


def test_what_is_told_on_the_way() -> None:
    told: list[Ask] = []
    with Searx() as site:
        sender = post()
        asks = run(agreed_plan(sender, [site.name], WORDS[:2]), sender, told.append, threading.Event())
    assert [(a.query.words, a.running) for a in told] == [("one", True), ("one", False), ("two", True), ("two", False)]
    assert "Asking" in told[0].detail
    assert [a for a in told if not a.running] == asks


def test_engines_are_asked_side_by_side_and_each_one_after_the_other() -> None:
    together = threading.Barrier(2, timeout=25)  # breaks unless both engines are being asked at the same time
    busy = {"one": 0, "other": 0}

    def says(who: str) -> Callable[[str], Answer]:
        def answer(words: str) -> Answer:
            busy[who] += 1
            assert busy[who] == 1
            together.wait()
            busy[who] -= 1
            return searxng.data(words, ROWS)

        return answer

    with Searx(says("one")) as one, Searx(says("other")) as other:
        sender = post()
        asks = run(agreed_plan(sender, [one.name, other.name], WORDS), sender, lambda ask: None, threading.Event())
    assert outcomes(asks) == ["answered"] * 8


def test_a_pause_lies_between_two_asks_and_grows_after_a_block() -> None:
    waited: list[float] = []

    class Watched(Pace, frozen=True):
        def pause(self, asked: int, blocks: int = 0) -> float:
            waited.append(super().pause(asked, blocks))
            return 0.0

    with Searx(lambda words: Answer(429) if words == "two" else searxng.data(words, ROWS)) as site:
        ask_all(post(), site.name, WORDS, pace=Watched(first=1.0, step=0.5, most=3.0, after_block=4.0))
    assert waited == [0.0, 1.0, 6.0, 2.0]


def test_the_pause_is_really_waited_for() -> None:
    with Searx() as site:
        ask_all(post(), site.name, WORDS[:3], pace=Pace(first=0.15, step=0.1))
    assert site.at[1] - site.at[0] >= 0.15
    assert site.at[2] - site.at[1] >= 0.25


def test_a_pause_grows_only_to_its_limit() -> None:
    assert [GENTLE.pause(n) for n in (0, 1, 2, 3, 50)] == [0.0, 1.5, 2.0, 2.5, 6.0]
    assert GENTLE.pause(1, blocks=1) == 6.0
    assert OWN.pause(9, blocks=1) == 0.0


def test_whose_engine_is_asked_at_which_pace() -> None:
    assert usual_pace(engine("duckduckgo")) == GENTLE
    assert usual_pace(engine("searxng=https://searx.be")) == GENTLE
    assert usual_pace(engine("searxng=http://127.0.0.1:8080")) == OWN


def test_an_engine_that_blocks_twice_is_left_alone_and_gets_no_more_details() -> None:
    with Searx(lambda words: Answer(429)) as site:
        asks = ask_all(post(), site.name, WORDS)
    assert outcomes(asks) == ["blocked", "blocked", "not_asked", "not_asked"]
    assert site.words == ["one", "two"]
    assert "We did not ask" in asks[2].detail and "slow down" in asks[2].detail
    assert "ten minutes" in asks[2].next_step and "yourself" in asks[2].next_step


def test_an_engine_that_answers_between_blocks_is_asked_on() -> None:
    with Searx(lambda words: Answer(429) if words in ("one", "three") else searxng.data(words, ROWS)) as site:
        asks = ask_all(post(), site.name, WORDS)
    assert outcomes(asks) == ["blocked", "answered", "blocked", "answered"]


def test_an_engine_whose_answers_tell_nothing_gets_no_more_details_after_the_third() -> None:
    with Searx(lambda words: Answer(body="{}", headers=searxng.HEADERS)) as site:
        asks = ask_all(post(), site.name, [*WORDS, "five"])
    assert outcomes(asks) == ["failed"] * 3 + ["not_asked"] * 2
    assert site.words == WORDS[:3]


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_problem_of_the_moment_gets_a_second_try(status: int) -> None:
    answers = [Answer(status), searxng.data("one", ROWS)]
    with Searx(lambda words: answers.pop(0)) as site:
        asks = ask_all(post(), site.name, ["one"])
    assert outcomes(asks) == ["answered"]


@pytest.mark.parametrize("answer", [Answer(403), Answer(418), Answer(404), Answer(200, body="{}"), Answer(429)])
def test_what_does_not_mend_itself_gets_no_second_try(answer: Answer) -> None:
    with Searx(lambda words: answer) as site:
        ask_all(post(), site.name, ["one"])
    assert len(site.asked) == 1


def test_a_short_retry_after_is_waited_for() -> None:
    answers = [Answer(429, {"Retry-After": "1"}), searxng.data("one", ROWS)]
    with Searx(lambda words: answers.pop(0)) as site:
        asks = ask_all(post(), site.name, ["one"], pace=Pace(retry=0, patience=5))
    assert outcomes(asks) == ["answered"]
    assert site.at[1] - site.at[0] >= 1.0


def test_a_long_retry_after_ends_the_asks_of_that_engine_and_is_told() -> None:
    with Searx(lambda words: Answer(429, {"Retry-After": "600"})) as site, Searx() as other:
        sender = post()
        planned = agreed_plan(sender, [site.name, other.name], WORDS[:2])
        asks = run(planned, sender, lambda ask: None, threading.Event(), pace=lambda _: AT_ONCE)
    assert outcomes(asks) == ["blocked", "answered", "not_asked", "answered"]
    assert len(site.asked) == 1
    assert "10 minutes" in asks[0].next_step
    assert "10 minutes" in asks[2].next_step


def again(site: Searx, sender: Post, rests: Rests, pace: Pace = AT_ONCE) -> list[Ask]:
    planned = agreed_plan(sender, [site.name], WORDS[:2])
    return run(planned, sender, lambda ask: None, threading.Event(), pace=lambda _: pace, rests=rests)


def test_a_second_search_honours_what_the_engine_said_in_the_first() -> None:
    with Searx(lambda words: Answer(429, {"Retry-After": "600"})) as site:
        sender, rests = post(), Rests()
        assert outcomes(again(site, sender, rests)) == ["blocked", "not_asked"]
        site.says = lambda words: searxng.data(words, ROWS)
        asks = again(site, sender, rests)
        assert outcomes(asks) == ["not_asked", "not_asked"]
        assert site.words == ["one"]
        assert "slow down" in asks[0].detail
        assert "10 minutes" in asks[0].next_step
        assert outcomes(again(site, sender, Rests())) == ["answered", "answered"], "it is forgotten with the program"


def test_a_short_rest_that_is_not_over_is_waited_for() -> None:
    with Searx(lambda words: Answer(429, {"Retry-After": "1"})) as site:
        sender, rests = post(), Rests()
        pace = Pace(first=0, step=0, most=0, retry=0, patience=5, blocks=1)
        began = time.monotonic()
        again(site, sender, rests, pace)
        site.says = lambda words: searxng.data(words, ROWS)
        site.at.clear()
        assert outcomes(again(site, sender, rests, pace)) == ["answered", "answered"]
        assert site.at[0] - began >= 0.95
        assert rests.left(site.name) is None, "it answers again"


def test_nobody_is_left_alone_for_longer_than_an_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    rests = Rests()
    rests.note("x", blocked("", 80_000.0))
    left = rests.left("x")
    assert left is not None
    assert left[0] <= 3_600
    rests.note("x", EngineAnswer(Kind.STOPPED))
    assert rests.left("x") is not None, "a stop says nothing of the engine"
    later = time.monotonic() + 3_601
    monkeypatch.setattr(time, "monotonic", lambda: later)
    assert rests.left("x") is None


def test_a_long_retry_after_of_the_test_word_counts_as_well() -> None:
    def says(words: str) -> Answer:
        return Answer(429, {"Retry-After": "600"}) if words == "weather" else searxng.data(words, [], None)

    with Searx(says) as site:
        asks = ask_all(post(), site.name, WORDS[:2])
    assert outcomes(asks) == ["blocked", "not_asked"]
    assert site.words == ["one", "weather"]
    assert "10 minutes" in asks[0].next_step
    assert "10 minutes" in asks[1].next_step


def test_a_stop_keeps_what_came_and_leaves_the_rest() -> None:
    stop, held = threading.Event(), threading.Event()

    def says(words: str) -> Answer:
        if words == "two":
            stop.set()
            held.wait(30)
        return searxng.data(words, ROWS)

    with Searx(says) as site:
        sender = post()
        asks = run(agreed_plan(sender, [site.name], WORDS), sender, lambda ask: None, stop)
        held.set()
    assert outcomes(asks) == ["answered", "not_asked", "not_asked", "not_asked"]
    assert site.words == ["one", "two"]
    assert all("stopped" in ask.detail and "yourself" in ask.next_step for ask in asks[1:])


def test_a_stop_ends_a_pause_and_a_wait_at_once() -> None:
    stop = threading.Event()

    def listens(entry: Sent) -> None:
        if entry.status == 429:  # its answer is here: from now on there is a wait to end
            threading.Timer(0.3, stop.set).start()

    with Searx(lambda w: Answer(429, {"Retry-After": "20"}) if w == "one" else searxng.data(w, ROWS)) as site:
        sender = post()
        sender.outbox.on_change = listens
        planned = agreed_plan(sender, [site.name], WORDS)
        asks = run(planned, sender, lambda ask: None, stop, pace=lambda _: Pace(first=60))
        assert site.words == ["one"]
    assert outcomes(asks) == ["blocked", "not_asked", "not_asked", "not_asked"]


def test_a_stop_before_the_start_asks_nothing() -> None:
    stop = threading.Event()
    stop.set()
    with Searx() as site:
        sender = post()
        asks = run(agreed_plan(sender, [site.name], WORDS), sender, lambda ask: None, stop)
        assert not site.asked
    assert outcomes(asks) == ["not_asked"] * 4


def test_nothing_is_told_after_the_end() -> None:
    told: list[Ask] = []
    stop, held = threading.Event(), threading.Event()
    with Searx(lambda words: (stop.set(), held.wait(30), searxng.data(words, ROWS))[-1]) as site:
        sender = post()
        run(agreed_plan(sender, [site.name], WORDS), sender, told.append, stop)
        before = len(told)
        held.set()
        time.sleep(0.1)
    assert len(told) == before


def test_an_error_of_the_one_who_listens_ends_the_run() -> None:
    def listens(ask: Ask) -> None:
        raise RuntimeError("the window is gone")

    with Searx() as site:
        sender = post()
        with pytest.raises(RuntimeError, match="window"):
            run(agreed_plan(sender, [site.name], WORDS), sender, listens, threading.Event())
    assert len(site.asked) <= 1


def test_an_engine_that_is_gone_by_then_fails_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    from ddgs.engines import ENGINES

    with Searx() as site:
        sender = post()
        planned = agreed_plan(sender, ["mojeek", "duckduckgo", site.name], ["one"])
        monkeypatch.setitem(ENGINES, "text", {})
        asks = run(planned, sender, lambda ask: None, threading.Event())
    assert outcomes(asks) == ["failed", "failed", "answered"]
    assert "can't ask Mojeek" in asks[0].detail
    assert "can't ask DuckDuckGo" in asks[1].detail
    assert not [s for s in sender.outbox.sent if "searxng" not in s.receiver.lower()]


def test_a_mistake_of_ours_costs_one_answer_and_not_all(monkeypatch: pytest.MonkeyPatch) -> None:
    from seen_online.search import searxng as ours

    judged = ours.judge_searxng
    monkeypatch.setattr(
        ours, "judge_searxng", lambda reply, eng, words: 1 / 0 if words == "two" else judged(reply, eng, words)
    )
    with Searx() as site:
        asks = ask_all(post(), site.name, WORDS[:3])
    assert outcomes(asks) == ["answered", "failed", "answered"]


def test_only_what_is_missing_is_asked_again() -> None:
    with Searx(lambda words: Answer(403) if words == "two" else searxng.data(words, [])) as site:
        sender = post()
        planned = agreed_plan(sender, [site.name], WORDS[:3])
        first = run(planned, sender, lambda ask: None, threading.Event())
        assert outcomes(first) == ["nothing_found", "blocked", "nothing_found"]
        left = missing(planned, first)
        assert [p.ask.query.words for p in left] == ["two"]
        site.says = lambda words: searxng.data(words, ROWS)
        assert outcomes(run(left, sender, lambda ask: None, threading.Event())) == ["answered"]


def test_the_plan_names_all_that_may_be_sent_and_asks_nothing_twice() -> None:
    queries = [
        Query('"Anna Example"', "name"),
        Query('"anna example"', "the same"),
        Query('"Anna Example" Penrith', "place"),
        Query('"07700 900123"', "phone", private=True, ticked=False),
    ]
    planned = plan(queries, [engine("duckduckgo"), engine("wikipedia"), engine("duckduckgo")])
    assert [(p.ask.engine, p.ask.query.words) for p in planned] == [
        ("duckduckgo", '"Anna Example"'),
        ("wikipedia", "Anna Example"),
        ("duckduckgo", '"Anna Example" Penrith'),
        ("duckduckgo", '"07700 900123"'),
        ("wikipedia", "07700 900123"),
    ]
    search, control = planned[0].requests
    assert (search.purpose, search.hosts, search.words) == (Purpose.SEARCH, ("html.duckduckgo.com",), '"Anna Example"')
    assert (control.purpose, control.words, control.private) == (Purpose.CONTROL, "weather", False)
    assert [p.requests[0].private for p in planned] == [False, False, False, True, True]
    assert all(p.ask.outcome is Outcome.NOT_ASKED and p.ask.open_url for p in planned)


def test_an_engine_is_tried_out_with_the_harmless_word() -> None:
    with Searx() as site:
        sender = post()
        item = trial(engine(site.name))
        sender.outbox.agree(item.requests)
        (ask,) = run([item], sender, lambda ask: None, threading.Event())
    assert [(p.purpose, p.words) for p in item.requests] == [(Purpose.SEARCH, "weather")]
    assert ask.outcome is Outcome.ANSWERED
    assert site.words == ["weather"]


def test_an_engine_that_has_nothing_for_the_harmless_word_does_not_work() -> None:
    with Searx(lambda words: searxng.data(words, [], None)) as site:
        sender = post()
        item = trial(engine(site.name))
        sender.outbox.agree(item.requests)
        (ask,) = run([item], sender, lambda ask: None, threading.Event())
    assert ask.outcome is Outcome.FAILED
    assert "no answer to the test word" in ask.detail
    assert site.words == ["weather"], "asked once is enough"


def test_an_engine_for_titles_gets_one_query_all_the_same() -> None:
    planned = plan([Query('"Anna Example" Penrith', "place")], [engine("wikipedia")])
    assert [p.ask.query.words for p in planned] == ['"Anna Example" Penrith']


def test_the_budget_counts_the_longest_engine() -> None:
    queries = [Query(str(n), "x") for n in range(12)]
    count, seconds = budget(plan(queries, [engine("duckduckgo")]))
    assert count == 12
    assert 45 <= seconds <= 120
    both = budget(plan(queries, [engine("duckduckgo"), engine("mojeek")]))
    assert both == (24, seconds)
    assert budget(plan(queries, [engine("searxng=http://127.0.0.1:1")]))[1] < seconds / 2
    assert budget([]) == (0, 0)


def test_a_session_keeps_its_looks_through_all_asks(tmp_path: Path) -> None:
    with EngineWeb(tmp_path, DuckDuckGo(lambda words: ROWS).hosts()) as web:
        ask_all(web.post(), "duckduckgo", WORDS)
        assert len({asked.headers["user-agent"] for asked in web.asked}) == 1
        assert len(web.asked) == 4
