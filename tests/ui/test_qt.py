"""What we need of Qt for Python itself, where a version of it has failed us."""

from __future__ import annotations

import subprocess
import sys

EMIT = """
import sys
from PySide6.QtCore import QObject, Signal
class Bell(QObject):
    rung = Signal()
bell = Bell()
before = sys.getrefcount(True)
for _ in range(50):
    bell.rung.emit()
sys.exit(sys.getrefcount(True) < before - 25)
"""


def test_a_signal_does_not_give_away_what_is_not_its_own() -> None:
    """In a process of its own: where it fails, Python itself comes down."""
    assert subprocess.run([sys.executable, "-c", EMIT], check=False).returncode == 0
