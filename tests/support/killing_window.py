"""The window is killed at random moments while somebody answers, judges and types in it; how much was not safe yet?

    python tests/support/killing_window.py HOME KILLS SEED

Each child opens the record in a real window (of Qt's own screen, that nobody sees) and does one thing after the other
in it, as a person does, telling each to a pipe. What was done can be counted in the record afterwards: letters come in
the order of the alphabet, answers and verdicts in the order of their lists.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from seen_online.checklist.answer import Choice
from seen_online.checklist.load import load_things_to_consider
from seen_online.record import database
from seen_online.review.selfcheck import SelfCheck, Who
from seen_online.search.model import Hit, Result
from support.records import PASSPHRASE, new_record, opened_again

PACE = 25  # milliseconds from one thing to the next
LONGEST = 3.0  # seconds that a child lives once its window is open, at most
PATIENCE = 120.0  # seconds until its window is open
KEYS = [f"https://site{number}.example/" for number in range(400)]
ITEMS = [item.id for item in load_things_to_consider().items if item.kind == "question"]
KINDS = ("note", "page note", "verdicts", "answers")


def letters(count: int) -> str:
    return "".join(chr(ord("a") + number % 26) for number in range(count))


def counts(check: SelfCheck) -> dict[str, int]:
    """Return how much was done of each kind; fails where something is there that comes after what is not."""
    note = check.answers[ITEMS[0]].note if ITEMS[0] in check.answers else ""
    page_note = check.verdicts[KEYS[0]].note if KEYS[0] in check.verdicts else ""
    judged = [key for key in KEYS[1:] if key in check.verdicts and check.verdicts[key].who is Who.ME]
    answered = [item for item in ITEMS[1:] if item in check.answers and check.answers[item].choice is Choice.DONE]
    whole = (
        (note, page_note) == (letters(len(note)), letters(len(page_note)))
        and judged == KEYS[1 : 1 + len(judged)]
        and answered == ITEMS[1 : 1 + len(answered)]
    )
    if not whole:
        raise SystemExit("something in the middle was lost")
    return {"note": len(note), "page note": len(page_note), "verdicts": len(judged), "answers": len(answered)}


def work(home: Path, kind: str) -> None:
    """Be the child: open the record in the window, then do things of one kind until killed."""
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest

    from seen_online.ui.app import application
    from seen_online.ui.desk import Desk
    from seen_online.ui.window import MainWindow

    app = application(["seen-online"])
    window = MainWindow(Desk(load_things_to_consider()))
    window.show()
    window.open_home(home)
    page = window.keeping.gate.pages.unlock
    _until(page.isVisible)
    page.line.edit.setText(PASSPHRASE)
    page.open_button.click()
    _until(window.journey.isVisible)
    done = counts(window.desk.check)
    consider, results = window.consider, window.results

    def row(item_id: str) -> int:
        return [item.id for item in consider._items].index(item_id)

    def type_into(text) -> None:
        QTest.keyClicks(text, letters(done[kind] + 1)[-1])

    def do() -> None:
        match kind:
            case "note":
                type_into(consider.panel.note)
            case "page note":
                type_into(results.judge.note)
            case "verdicts":
                results.choose(KEYS[1 + done[kind]])
                results.judge.judge_by_key(Who.ME)
            case _ if done[kind] + 1 == len(ITEMS):
                return
            case _:
                consider.list.setCurrentRow(row(ITEMS[1 + done[kind]]))
                consider.panel.choices.buttons[Choice.DONE].click()
        done[kind] += 1
        os.write(1, f"{done[kind]}\n".encode())

    if kind in ("note", "answers"):
        window.go_to(1)
        consider.list.setCurrentRow(row(ITEMS[0]))
        consider.panel.note.moveCursor(consider.panel.note.textCursor().MoveOperation.End)
    else:
        window.go_to(3)
        results.choose(KEYS[0])
        results.judge.note.moveCursor(results.judge.note.textCursor().MoveOperation.End)
    os.write(1, f"{done[kind]}\n".encode())
    timer = QTimer(app, interval=PACE)
    timer.timeout.connect(do)
    timer.start()
    app.exec()


def _until(true: Callable[[], bool]) -> None:
    from PySide6.QtTest import QTest

    until = time.monotonic() + PATIENCE
    while not true() and time.monotonic() < until:
        QTest.qWait(10)


def kill_one(home: Path, before: dict[str, int], rng: random.Random) -> tuple[dict[str, int], str, float]:
    """Let a child work for a moment and kill it.

    Returns what the record holds then, what the child did, and how long ago the oldest thing was done that is lost
    (seconds, 0 where all of it is there).
    """
    kind = rng.choice(KINDS)
    child = subprocess.Popen(
        [sys.executable, __file__, str(home), "--child", kind], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert child.stdout is not None
    began = child.stdout.readline()
    if not began:
        wrong = child.communicate()[1].decode()[-2000:]
        raise SystemExit(f"the window did not open ({child.returncode}): {wrong}")
    told: list[tuple[int, float]] = []
    ear = threading.Thread(target=lambda: told.extend((int(line), time.monotonic()) for line in child.stdout or ()))
    ear.start()
    time.sleep(rng.uniform(0, LONGEST))
    if child.poll() is not None:
        raise SystemExit(f"the window ended by itself: {child.communicate()[1].decode()[-2000:]}")
    child.kill()
    killed = time.monotonic()
    child.wait()
    ear.join(30)
    after = look(home)
    if {**after, kind: 0} != {**before, kind: 0}:
        raise SystemExit(f"what nobody touched has changed, while doing {kind}")
    lost = [when for count, when in told if count > after[kind]]
    if after[kind] < int(began):
        raise SystemExit(f"what an earlier window had saved is lost: {kind}")
    return after, kind, killed - lost[0] if lost else 0.0


def look(home: Path) -> dict[str, int]:
    """Open the record, see that it is whole, and count what it holds."""
    record = opened_again(home)
    try:
        with record.held() as held:
            database.try_whole(held.connection, thorough=True)
        check = record.latest()
        if check is None:
            raise SystemExit("the check is gone")
        return counts(check)
    finally:
        record.close()


def main(home: Path, kills: int, seed: int) -> None:
    rng, done = random.Random(seed), Counter[str]()
    record = new_record(home)
    hit = Hit("A page", "", "with some words", "duckduckgo", "words", 1)
    record.begin(SelfCheck(results=[Result(key, key, hit.title, hit.snippet, (hit,)) for key in KEYS]))
    record.close()
    held, oldest = look(home), 0.0
    for _ in range(kills):
        held, kind, ago = kill_one(home, held, rng)
        done[kind] += 1
        oldest = max(oldest, ago)
    told = {"kills": kills, "while": dict(done), "kept": held, "oldest lost": round(oldest, 3)}
    print(json.dumps(told))


if __name__ == "__main__":
    if sys.argv[2] == "--child":
        work(Path(sys.argv[1]), sys.argv[3])
    else:
        main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
