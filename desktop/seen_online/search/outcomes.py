"""The end of an ask in plain words: what happened, and what the person can do next."""

from __future__ import annotations

import re

from msgspec.structs import replace

from seen_online.search.engine import CONTROL_WORDS, Answer, Engine, Kind
from seen_online.search.model import Ask, Outcome
from seen_online.words import say

_COULD_NOT = "We could not check {engine}. {why}"


def running(ask: Ask, label: str) -> Ask:
    """Return the ask as it is while the engine is being asked."""
    return replace(ask, running=True, detail=say("Asking {engine} …", engine=label), next_step="")


def not_put(ask: Ask, label: str) -> Ask:
    """Return an ask that was not put, or not waited for, since the person stopped the run."""
    return replace(
        ask,
        outcome=Outcome.NOT_ASKED,
        detail=say("You stopped the search before {engine} was asked this.", engine=label),
        next_step=say("Start the search again: only what is missing is asked. Or open it yourself."),
    )


def left_alone(ask: Ask, label: str, last: Answer) -> Ask:
    """Return an ask that was not put because the engine does not want to be asked now, or can't be reached."""
    return replace(
        ask,
        outcome=Outcome.NOT_ASKED,
        detail=say("We did not ask {engine} this. {why}", engine=label, why=last.why),
        next_step=_when(last) + " " + say("Then only what is missing is asked. Or open it yourself."),
    )


def end(ask: Ask, engine: Engine, answer: Answer, control: Answer | None) -> Ask:
    """Return the ask with its outcome. `control` is what came of the control query, where one was needed."""
    if answer.kind is Kind.ROWS:
        return _ended(ask, Outcome.ANSWERED, _counted(len(answer.hits), answer.why), _look(), hits=answer.hits)
    if answer.kind is Kind.NOTHING:
        return _ended(
            ask,
            Outcome.NOTHING_FOUND,
            f"{say('{engine} says that it has nothing for these words.', engine=engine.label)} {answer.why}".strip(),
            _another(),
        )
    if answer.kind is Kind.STOPPED:
        why = say("You stopped the search before {engine} had answered this.", engine=engine.label)
        return _ended(ask, Outcome.NOT_ASKED, why, not_put(ask, engine.label).next_step)
    if answer.kind is Kind.NO_ROWS:
        return _without_rows(ask, engine, control)
    outcome = Outcome.BLOCKED if answer.kind is Kind.BLOCKED else Outcome.FAILED
    return _ended(ask, outcome, _could_not(engine, answer.why), _mend(answer))


def _without_rows(ask: Ask, engine: Engine, control: Answer | None) -> Ask:
    if control is None or control.kind is Kind.STOPPED:
        return replace(
            not_put(ask, engine.label),
            detail=say("You stopped the search before we knew whether {engine} was answering.", engine=engine.label),
        )
    if control.kind is Kind.ROWS:
        return _ended(
            ask,
            Outcome.NOTHING_FOUND,
            say(
                "{engine} showed no results for these words, but did for the test word “{word}”.",
                engine=engine.label,
                word=CONTROL_WORDS,
            ),
            _another(),
        )
    if control.kind is Kind.BLOCKED:
        return _ended(ask, Outcome.BLOCKED, _could_not(engine, control.why), _mend(control))
    why = control.why or say("It had no answer to the test word “{word}” either, so we can't tell.", word=CONTROL_WORDS)
    return _ended(ask, Outcome.FAILED, _could_not(engine, why), say("Open it yourself."))


def _ended(ask: Ask, outcome: Outcome, detail: str, next_step: str, **more: object) -> Ask:
    return replace(ask, running=False, outcome=outcome, detail=detail, next_step=next_step, **more)


def why_not(detail: str) -> str:
    """Return why an engine could not be checked, for where its name and "could not check" are said already.

    `detail` is that of an ask. What does not begin with that sentence comes back as it is.
    """
    before, _, after = re.escape(say(_COULD_NOT)).partition(re.escape("{engine}"))
    found = re.fullmatch(f"{before}.+?{after.replace(re.escape('{why}'), '(.*)')}", f"{detail} ", re.DOTALL)
    return found[1].strip() if found else detail


def _could_not(engine: Engine, why: str) -> str:
    return say(_COULD_NOT, engine=engine.label, why=why).strip()


def _counted(count: int, note: str) -> str:
    said = say("1 result.") if count == 1 else say("{count} results.", count=count)
    return f"{said} {note}".strip()


def _look() -> str:
    return say("Look at what it shows.")


def _another() -> str:
    return say("Try another engine too: no engine knows all pages. Or open it yourself.")


def _mend(answer: Answer) -> str:
    return f"{_when(answer)} {say('Or open it yourself.')}" if answer.wait else answer.mend


def _when(answer: Answer) -> str:
    if answer.wait is None:
        return say("Try again in ten minutes.")
    minutes = max(1, round(answer.wait / 60 + 0.49))
    if minutes == 1:
        return say("Try again in a minute.")
    if minutes < 120:
        return say("Try again in {minutes} minutes.", minutes=minutes)
    return say("Try again in {hours} hours.", hours=round(minutes / 60))
