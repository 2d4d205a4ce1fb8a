"""A record is written to by a process that is killed at random moments, over and over; is everything still there?

    python tests/support/killing.py HOME KILLS SEED

Each child opens the record and changes it step by step, and writes a step's number to a pipe once the record has
acknowledged it. What a check looks like after step n follows from n alone, so the whole of it is compared.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from seen_online.checklist.answer import Answer, Choice
from seen_online.exposure.finding import FindingKind
from seen_online.person import Detail, DetailKind, Person, Use
from seen_online.reading.page import Page, PageOutcome
from seen_online.record import database, shelf
from seen_online.record.change import set_passphrase
from seen_online.record.store import Record
from seen_online.record.tries import forget_tries
from seen_online.record.troubles import WrongPassphrase
from seen_online.review.selfcheck import Action, Feeling, SelfCheck, Verdict, Who
from seen_online.search.model import Ask, Hit, Outcome, Query, Result
from support.checks import finding
from support.records import CHEAP, PASSPHRASE, new_record, only_id

SLOTS, STEPS = 12, 60  # a step changes one slot; so many steps a check, then the next one begins
RELOCK = 45  # at this step of each check the passphrase changes
OTHER = "purple lantern on friday"
FIRST = datetime(2026, 1, 1, tzinfo=UTC)
LIVES = (0.03, 0.1, 0.3, 0.8)  # seconds that a child lives at most, one of these each time


def started(step: int) -> datetime:
    return FIRST + timedelta(days=step // STEPS)


def passphrase_after(step: int) -> str:
    return (PASSPHRASE, OTHER)[((step - RELOCK) // STEPS + 1) % 2]


def change(check: SelfCheck, step: int) -> None:
    """Do what a step does: some of it small (a key typed), some large (a page)."""
    slot, key = step % SLOTS, f"https://site{step % SLOTS}.example/"
    match slot:
        case 0:
            check.person = Person((Detail(DetailKind.NAME, f"Made Up {step}", Use.SEARCH),))
        case 1 | 2 | 3:
            check.answers[f"item{slot}"] = Answer(Choice.NEEDS_DOING, "n" * (step % 500), due=date(2026, 5, 1))
        case 4 | 5:
            check.verdicts[key] = Verdict(Who.ME, Feeling.NOT_HAPPY, f"{step}", Action(f"Ask {step}", key))
        case 6 | 7:
            check.pages[key] = Page(f"word{step} " * 20_000, PageOutcome.READ, url=key)
        case 8:
            check.findings[key] = [finding(FindingKind.PHONE, f"{step}", f"{n}") for n in range(step % 40)]
        case 9:
            check.asks = [ask(step, n) for n in range(step % 5)]
        case 10:
            check.results = [Result(hit.url, hit.url, hit.title, hit.snippet, (hit,)) for hit in hits(step, 30)]
        case 11:
            check.managers = step % 2 == 0


def hits(step: int, most: int) -> list[Hit]:
    return [Hit(f"Title {step}", f"https://e{n}.example/", "s" * 200, "e", "q", n) for n in range(most)]


def ask(step: int, number: int) -> Ask:
    return Ask(Query(f"words {number}", "why"), "e", Outcome.ANSWERED, f"{step}", hits=tuple(hits(step, 10)))


def after(step: int) -> SelfCheck:
    """Return the check as it is after a step."""
    check = SelfCheck(started=started(step))
    begin = step - step % STEPS
    for each in range(max(begin, step - 2 * SLOTS), step + 1):
        change(check, each)
    return check


def work(home: Path, step: int, passphrases: tuple[str, str], acknowledged: int) -> None:
    """Be the child: go on from the step that the record holds, for ever."""
    record = opened(home, passphrases)
    check = record.latest()
    while True:
        step += 1
        if step % STEPS == RELOCK:
            set_passphrase(record, passphrase_after(step), cost=CHEAP)
        if check is None or step % STEPS == 0:
            check = SelfCheck(started=started(step))
            change(check, step)
            record.begin(check)
        else:
            change(check, step)
            record.save(check)
        os.write(acknowledged, f"{step}\n".encode())


def opened(home: Path, passphrases: tuple[str, str]) -> Record:
    try:
        return shelf.open_record(home, only_id(home), passphrase=passphrases[0])
    except WrongPassphrase:  # killed after a change of passphrase that nobody was told of
        forget_tries(shelf.Places(home, only_id(home)).tries)
        return shelf.open_record(home, only_id(home), passphrase=passphrases[1])


def kill_one(home: Path, step: int, rng: random.Random) -> tuple[int, int, str]:
    """Let a child work for a moment and kill it; return the last step acknowledged, that found, and where it died."""
    passphrases = (passphrase_after(step), passphrase_after(step + 1))
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            work(home, step, passphrases, writer)
        finally:
            os._exit(3)  # it never ends by itself: an error, which the parent notices
    os.close(writer)
    time.sleep(rng.uniform(0, rng.choice(LIVES)))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise SystemExit(f"a child ended by itself after step {step}")
    with os.fdopen(reader) as pipe:
        told = [int(line) for line in pipe.read().splitlines()]
    last = told[-1] if told else step
    left = {path.suffix for path in home.rglob("*") if path.is_file()}
    died = "half-made copy" if ".part" in left else "changes waiting" if ".db-wal" in left else "quiet"
    if len(list((home / "records").glob("*.db"))) > 1:
        died = "change of passphrase"
    return last, look(home, last, (passphrase_after(last), passphrase_after(last + 1))), died


def look(home: Path, last: int, passphrases: tuple[str, str]) -> int:
    """Open the record and return the step it holds; everything acknowledged must be there, and all of it whole."""
    record = opened(home, passphrases)
    try:
        with record.held() as held:
            database.try_whole(held.connection, thorough=True)
        check = record.latest()
        if check is None and last < 0:
            return last
        for step in (last, last + 1):  # one more may have been saved that nobody could be told of
            if step >= 0 and check == after(step):
                earlier = record.checks()[:-1]
                if earlier and record.load(earlier[-1].id) != after(step - step % STEPS - 1):
                    raise SystemExit(f"an earlier check is not what it was, at step {step}")
                return step
        raise SystemExit(f"what was acknowledged at step {last} is not there")
    finally:
        record.close()


def main(home: Path, kills: int, seed: int) -> None:
    rng, died, step = random.Random(seed), Counter[str](), -1
    new_record(home).close()
    began = time.monotonic()
    ahead = 0
    for _ in range(kills):
        last, step, where = kill_one(home, step, rng)
        ahead += step > last
        died[where] += 1
    seconds = round(time.monotonic() - began, 1)
    print(json.dumps({"kills": kills, "steps": step + 1, "ahead": ahead, "seconds": seconds, "died": dict(died)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
