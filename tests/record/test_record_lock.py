"""A second start finds the first, and asks it to come forward."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from seen_online.record import lock, shelf
from seen_online.record.lock import hold
from seen_online.record.troubles import InUse
from support.records import PASSPHRASE, new_record, only_id, opened_again

SECOND = """
import sys
from pathlib import Path
from seen_online.record.lock import hold
from seen_online.record.troubles import InUse
try:
    held = hold(Path(sys.argv[1]))
except InUse as trouble:
    print("in use", trouble.mend, flush=True)
    raise SystemExit
print("mine", flush=True)
sys.stdin.read()
"""


def second_start(home: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SECOND, str(home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def test_a_second_start_asks_the_first_to_come_forward(tmp_path: Path):
    held = hold(tmp_path)
    assert not held.asked_to_front()
    out, _ = second_start(tmp_path).communicate(timeout=30)
    assert "in use" in out and "window that is open" in out
    assert held.asked_to_front()
    assert not held.asked_to_front()
    held.let_go()
    held.let_go()
    hold(tmp_path).let_go()


def test_what_another_window_removes_as_it_lets_go_is_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    home = tmp_path / "home"
    first, real = hold(home), lock._lock

    def lets_go_at_that_moment(handle: int) -> bool:
        first.let_go()
        return real(handle)

    monkeypatch.setattr(lock, "_lock", lets_go_at_that_moment)
    second = hold(home)
    with pytest.raises(InUse):
        hold(home)
    assert second.asked_to_front()
    second.let_go()
    assert not home.exists()


def test_one_that_was_killed_holds_nothing(tmp_path: Path):
    first = second_start(tmp_path)
    assert first.stdout is not None and first.stdin is not None
    assert first.stdout.readline() == "mine\n"
    with pytest.raises(InUse):
        hold(tmp_path)
    first.kill()
    first.wait()
    first.stdout.close()
    first.stdin.close()
    held = hold(tmp_path)
    assert not held.asked_to_front()  # it was asked of somebody who is gone
    held.let_go()


def test_a_record_that_is_open_is_not_opened_twice(tmp_path: Path):
    first = new_record(tmp_path)
    with pytest.raises(InUse):
        opened_again(tmp_path)
    first.close()
    shelf.open_record(tmp_path, only_id(tmp_path), passphrase=PASSPHRASE).close()
