"""Killed at any moment, the record opens, is whole, and holds everything that was acknowledged."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

SUPPORT = Path(__file__).parent.parent / "support"
KILLS = 300


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the harness forks")
def test_killed_at_random_moments(tmp_path: Path):
    seeds = [random.randrange(10**6) for _ in range(2)]  # two records at once: there are cores enough
    harnesses = [
        subprocess.Popen(
            [sys.executable, SUPPORT / "killing.py", tmp_path / f"kept{seed}", str(KILLS // 2), str(seed)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for seed in seeds
    ]
    kills = 0
    for seed, harness in zip(seeds, harnesses, strict=True):
        said, wrong = harness.communicate(timeout=600)
        assert harness.returncode == 0, f"seed {seed}: {wrong[-2000:]}"
        told = json.loads(said)
        assert told["steps"] > told["kills"]
        assert len(told["died"]) > 2, "it was killed in the middle of different things"
        kills += told["kills"]
    assert kills == KILLS


def test_the_window_is_killed_while_somebody_works_in_it(tmp_path: Path):
    seed = random.randrange(10**6)
    done = subprocess.run(
        [sys.executable, SUPPORT / "killing_window.py", tmp_path / "kept", "6", str(seed)],
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, f"seed {seed}: {done.stderr[-2000:]}"
    told = json.loads(done.stdout)
    assert told["kills"] == 6
    assert any(told["kept"].values())
    # How old the oldest thing is that is lost, the bench measures: here a busy machine alone would decide.
