"""A full disk and a folder that may not be written to: said plainly, and nothing that was kept is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.checks import full_check
from support.records import database_of, new_record, opened_again
from support.small_disk import ALLOWED, on_small_disk, read_only

apart = pytest.mark.skipif(not ALLOWED, reason="this system gives no process a disk of its own")

BEGIN = """
import sys
from datetime import timedelta
from pathlib import Path
from seen_online.checklist.answer import Answer, Choice
from seen_online.reading.page import Page, PageOutcome
from seen_online.record import shelf
from seen_online.record.change import set_passphrase
from seen_online.record.erase import erase_everything
from seen_online.record.export import export
from seen_online.record.lock import hold
from seen_online.record.troubles import DiskFull, ReadOnly
from support.checks import full_check
from support.records import CHEAP, PASSPHRASE, new_record, only_id, opened_again
home = Path(sys.argv[1])
"""

FULL = (
    BEGIN
    + """
import os
record = new_record(home)
check = full_check()
record.begin(check)
filler = home / "filler"
def fill():
    with filler.open("wb") as file:
        try:
            while True:
                file.write(b"x" * 512); file.flush()
        except OSError:
            pass
        try:
            file.close()
        except OSError:
            pass
fill()
check.answers["public"] = Answer(Choice.DONE)
check.pages["k"] = Page(os.urandom(200_000).hex(), PageOutcome.READ)
for attempt in (
    lambda: record.save(check),
    lambda: record.save(check),
    lambda: record.set("draft", os.urandom(100_000).hex()),
    lambda: record.back_up_if_due(timedelta(0)),
    lambda: export(record, home / "copy.sealed", PASSPHRASE, cost=CHEAP),
    lambda: set_passphrase(record, "purple lantern on friday", cost=CHEAP),
):
    try:
        attempt()
        print("written")
    except DiskFull as trouble:
        print("full", trouble.mend)
assert sorted(p.name for p in (home / "backups").iterdir()) == []
assert not (home / "copy.sealed").exists()
filler.unlink()
assert record.save(check) == 2, "the change that did not fit is tried again"
record.close()
again = opened_again(home)
assert again.latest() == check
again.close()
fill()
try:
    opened_again(home).close()
    print("opened")
except DiskFull:
    print("full")
filler.unlink()
try:
    fill()
    new_record(home)
except DiskFull:
    print("full, none made")
filler.unlink()
assert len(shelf.records(home)) == 1
again = opened_again(home)
assert again.latest() == check
again.close()
"""
)

READ_ONLY = (
    BEGIN
    + """
for attempt in (
    lambda: opened_again(home),
    lambda: new_record(home),
    lambda: hold(home),
    lambda: erase_everything(home),
):
    try:
        attempt()
        print("done")
    except ReadOnly as trouble:
        print("read only", trouble.where.startswith(str(home)))
"""
)


@apart
def test_a_full_disk(tmp_path: Path):
    told = on_small_disk(tmp_path / "kept", 600, FULL).splitlines()
    assert len(told) == 8
    assert all(line.startswith("full Make some room") for line in told[:6])
    assert told[6] in ("full", "opened")
    assert told[7] == "full, none made"


@apart
def test_a_folder_that_may_only_be_read(tmp_path: Path):
    home = tmp_path / "kept"
    record = new_record(home)
    record.begin(full_check())
    record.close()
    before = database_of(home).read_bytes()

    assert read_only(home, READ_ONLY).splitlines() == ["read only True"] * 4

    assert database_of(home).read_bytes() == before
    again = opened_again(home)
    assert again.latest() == full_check()
    again.close()


def test_a_record_that_reached_a_limit_goes_on_after_it(tmp_path: Path):
    from seen_online.checklist.answer import Answer, Choice
    from seen_online.reading.page import Page
    from seen_online.record.troubles import DiskFull

    record = new_record(tmp_path)
    check = full_check()
    record.begin(check)
    with record.held() as opened:
        pages = opened.connection.execute("PRAGMA page_count").fetchone()[0]
        opened.connection.execute(f"PRAGMA max_page_count = {pages}")
    check.answers["public"] = Answer(Choice.DONE)
    check.pages["k"] = Page("".join(chr(0x4E00 + n * 7919 % 20000) for n in range(50_000)))
    with pytest.raises(DiskFull):
        record.save(check)
    assert record.load(1) == full_check()
    with record.held() as opened:
        opened.connection.execute("PRAGMA max_page_count = 1000000")
    assert record.save(check) == 2
    assert record.load(1) == check
    record.close()
