"""Asking in the terminal before anything leaves: every request, its exact words, and who gets them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from seen_online.cli.output import printable
from seen_online.outbox import Planned, Purpose

_PURPOSE = {
    Purpose.SEARCH: "search for",
    Purpose.CONTROL: "a harmless word,",
    Purpose.PAGE: "read",
    Purpose.TEST: "try out",
}


def agree_in_terminal(
    choices: Sequence[tuple[str, Sequence[Planned]]],
    *,
    yes: bool,
    budget: str = "",
    ask: Callable[[str], str] | None = None,
) -> list[int]:
    """List what each choice would send, then ask; return the indexes agreed to.

    `choices` are (label, requests) pairs. With `yes` the list is shown and all is agreed to. The answer may be y, n,
    or the numbers to send ("1 3-5"). No answer (end of input) is a no. `budget` says how long it would take.
    """
    if not choices:
        return []
    err = sys.stderr
    print("These requests would leave this computer:", file=err)
    for number, (label, requests) in enumerate(choices, start=1):
        print(f"{number:3}. {printable(label)}", file=err)
        for planned in requests:
            if planned.purpose is Purpose.CONTROL:
                continue  # the same for many: listed once, below
            mark = "  [private]" if planned.private else ""
            to = ", ".join(planned.hosts)
            print(f"       {_PURPOSE[planned.purpose]} {printable(planned.words)} → {to}{mark}", file=err)
    for planned in dict.fromkeys(r for _, requests in choices for r in requests if r.purpose is Purpose.CONTROL):
        to = ", ".join(planned.hosts)
        print(
            f"And {_PURPOSE[Purpose.CONTROL]} {printable(planned.words)} → {to}, only if a search there gives nothing: "
            "to see whether it answers at all.",
            file=err,
        )
    if budget:
        print(budget, file=err)
    if yes:
        return list(range(len(choices)))
    if ask is None:
        print("Send them? y for all, n for none, or the numbers (such as 1 3-5): ", end="", file=err, flush=True)
        answer = sys.stdin.readline()
    else:
        answer = ask("Send them?")
    chosen = chosen_numbers(answer, len(choices))
    if not chosen:
        print("None is sent.", file=err)
    return chosen


def in_words(asks: int, seconds: int) -> str:
    """Return the budget of a search as a sentence: how many asks, and about how long they take."""
    searches = "1 search" if asks == 1 else f"{asks} searches"
    number, unit = (max(1, seconds), "second") if seconds < 60 else (round(seconds / 60), "minute")
    return f"{searches}, about {number} {unit}{'' if number == 1 else 's'}."


def chosen_numbers(answer: str, most: int) -> list[int]:
    """Read "y", "n" or "1 3-5" into indexes from 0.

    Where anything in it is not understood, nothing is chosen: "all but 3" must not send the third.
    """
    answer = answer.strip().lower()
    if answer in ("y", "yes"):
        return list(range(most))
    chosen: set[int] = set()
    for piece in answer.replace(",", " ").replace("–", "-").split():
        first, to, last = piece.partition("-")
        if len(piece) > 20 or not first.isdecimal() or (to and not last.isdecimal()):
            return []
        chosen.update(range(int(first), min(int(last or first), most) + 1))
    return sorted(number - 1 for number in chosen if 1 <= number <= most)
