"""Runs a piece of Python in a process that sees a small disk of its own, or a folder that may only be read.

The process gets name spaces of its own (unshare), so nothing on this computer is mounted or changed; where the system
does not allow that, `ALLOWED` is False.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_UNSHARE = shutil.which("unshare")
_TESTS = str(Path(__file__).parent.parent)


def _in_own_space(shell: str) -> subprocess.CompletedProcess[str]:
    assert _UNSHARE
    command = [_UNSHARE, "--map-root-user", "--mount", "sh", "-ec", shell]
    path = os.pathsep.join(filter(None, (_TESTS, os.environ.get("PYTHONPATH", ""))))
    return subprocess.run(command, capture_output=True, text=True, timeout=120, env={**os.environ, "PYTHONPATH": path})


ALLOWED = bool(_UNSHARE) and _in_own_space("mount -t tmpfs none /mnt").returncode == 0


def on_small_disk(folder: Path, kilobytes: int, program: str) -> str:
    """Mount a disk of this size on `folder`, run `program` (Python) with the folder as its argument; return stdout."""
    folder.mkdir(parents=True, exist_ok=True)
    return _told(f"mount -t tmpfs -o size={kilobytes}k none '{folder}'", folder, program)


def read_only(folder: Path, program: str) -> str:
    """Let `folder` be read and nothing more, run `program` with it; return stdout."""
    return _told(f"mount --bind '{folder}' '{folder}'; mount -o remount,ro,bind '{folder}'", folder, program)


def _told(mount: str, folder: Path, program: str) -> str:
    code = folder.parent / f"{folder.name}-program.py"
    code.write_text(program, encoding="utf-8")
    done = _in_own_space(f"{mount}; exec '{sys.executable}' -W error '{code}' '{folder}'")
    if done.returncode:
        raise AssertionError(done.stderr[-3000:])
    return done.stdout
