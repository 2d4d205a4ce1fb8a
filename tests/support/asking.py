"""Asking engines in a test: agreed to, without pauses, and without a window."""

from __future__ import annotations

import contextlib
import io
import json
import threading
from collections.abc import Sequence

from seen_online.checklist.load import load_things_to_consider
from seen_online.cli.summary import print_summary
from seen_online.note.build import build
from seen_online.note.markdown import write_markdown
from seen_online.note.offer import offer
from seen_online.outbox.post import Post
from seen_online.person import DetailKind, Person, detail
from seen_online.review.report import check_as_json
from seen_online.review.selfcheck import SelfCheck
from seen_online.search.catalogue import engine
from seen_online.search.model import Ask, PlannedAsk, Query
from seen_online.search.pace import Pace
from seen_online.search.run import plan, run

COMFORT = (
    "nothing found", "nothing_found", "found nothing", "nothing was found", "no results", "none found", "no page",
    "none of yours", "(0)", "0 pages",
)  # fmt: skip
AT_ONCE = Pace(first=0, step=0, most=0, retry=0, patience=0.5)


def agreed_plan(post: Post, names: Sequence[str], words: Sequence[str]) -> list[PlannedAsk]:
    planned = plan([Query(w, "a test") for w in words], [engine(name) for name in names])
    for item in planned:
        post.outbox.agree(item.requests)
    return planned


def ask_all(post: Post, name: str, words: Sequence[str], *, pace: Pace = AT_ONCE, pages: int = 1) -> list[Ask]:
    planned = agreed_plan(post, [name], words)
    return run(planned, post, lambda ask: None, threading.Event(), pace=lambda _: pace, pages=pages)


def assert_not_checked(ask: Ask, outcome: str, said: str) -> None:
    """The one promise of all failures: it says what happened, what to do, and never that nothing is there."""
    assert ask.outcome == outcome, ask.detail
    assert not ask.outcome.checked
    assert ask.hits == ()
    assert ask.detail.startswith("We could not check")
    assert said in ask.detail, ask.detail
    assert "yourself" in ask.next_step
    assert ask.open_url.startswith(("https://", "http://"))
    for implied in ("nothing", "no result", "no hit", "not found", "0 results"):
        assert implied not in f"{ask.detail} {ask.next_step}".lower()
    summary, as_json, note = told_of(ask)
    for told in (summary, as_json, note):
        for comfort in COMFORT:
            assert comfort not in told.lower()
    assert "Could not check" in summary
    assert ask.open_url in summary
    assert f'"outcome": "{outcome}"' in as_json
    assert "What could not be checked" in note


def told_of(ask: Ask) -> tuple[str, str, str]:
    """Return all that the terminal, its JSON and the note say of a check that is this one ask."""
    check = SelfCheck(person=Person((detail(DetailKind.NAME, "Anna Example"),)), asks=[ask])
    summary = io.StringIO()
    with contextlib.redirect_stdout(summary):
        print_summary(check, pages=True)
    offers = offer(check, load_things_to_consider(), check.started.date())
    note = build(offers, {each.id for each in offers if each.ticked}, set(), check.started)
    return summary.getvalue(), json.dumps(check_as_json(check)), write_markdown(note).decode()
