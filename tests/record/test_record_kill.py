"""Killed at any moment, the record opens, is whole, and holds everything that was acknowledged."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

HARNESS = Path(__file__).parent.parent / "support" / "killing.py"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the harness forks")
def test_killed_at_random_moments(tmp_path: Path):
    seed = random.randrange(10**6)
    done = subprocess.run(
        [sys.executable, str(HARNESS), str(tmp_path / "kept"), "25", str(seed)],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, f"seed {seed}: {done.stderr[-2000:]}"
    told = json.loads(done.stdout)
    assert told["kills"] == 25 and told["steps"] > 25
