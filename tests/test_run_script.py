"""`make run` where there is no screen: the practice check runs in the terminal, and says where its note lies."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from conftest import ROOT

SCRIPT = ROOT / "packaging" / "linux" / "run.sh"


def test_without_a_screen_it_practises_in_the_terminal_and_says_where_the_note_is(own_home: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run([str(SCRIPT)], env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    first, *_, last = done.stdout.splitlines()
    assert first.startswith("There is no screen here")
    assert "could not be checked" in done.stdout, "what could not be read is said here, too"
    note = Path(last.removeprefix("The made-up person's note is in "))
    assert note == ROOT / "build" / "practice-note.html"
    assert "Practice: What can be seen about me online" in note.read_text(encoding="utf-8")
