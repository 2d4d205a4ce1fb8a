"""In forget mode not one file is written, by anything that the interface does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import os, sys
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
written = []
def watch(event, args):
    if event == "open" and isinstance(args[2], int) and args[2] & WRITES:
        written.append(str(args[0]))
    elif event in ("os.mkdir", "os.rename", "os.link", "os.symlink", "sqlite3.connect", "shutil.copyfile"):
        written.append(f"{event} {args[0]}")
sys.addaudithook(watch)
from datetime import timedelta
from msgspec.structs import replace
from seen_online.record.forgetful import Forgetful
from support.checks import full_check
written.clear()  # what importing a library does is not ours
keeper = Forgetful()
check = full_check()
keeper.begin(check)
check.managers = True
keeper.save(check)
keeper.set("draft", "text")
keeper.begin(replace(check, started=check.started + timedelta(days=1)))
keeper.latest(), keeper.load(1), keeper.checks(), keeper.over_time(), keeper.setting("draft")
keeper.close()
assert "sqlcipher3" not in sys.modules and "keyring" not in sys.modules
assert not written, written
open(sys.argv[1], "w").close()
assert written, "the watch sees nothing"
print("nothing written")
"""


def test_not_one_file_is_written(tmp_path: Path):
    tests = str(Path(__file__).parent.parent)
    probe = tmp_path / "probe"
    done = subprocess.run(
        [sys.executable, "-B", "-c", PROGRAM, str(probe)],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": tests},
    )
    assert done.stdout == "nothing written\n", done.stderr
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [probe]
