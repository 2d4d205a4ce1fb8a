"""Killed at any moment, the record opens, is whole, and holds everything that was acknowledged."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SUPPORT = Path(__file__).parent.parent / "support"
KILLS = 300


def killed(harness: str, home: Path, kills: int, at_once: int) -> list[dict[str, Any]]:
    """Kill so many times in all, with so many records at once: each child has its moment, and they mostly wait."""
    seeds = random.sample(range(10**6), at_once)
    under_way = [
        subprocess.Popen(
            [sys.executable, SUPPORT / harness, home / f"kept{seed}", str(kills // at_once), str(seed)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for seed in seeds
    ]
    told = []
    for seed, each in zip(seeds, under_way, strict=True):
        said, wrong = each.communicate(timeout=600)
        assert each.returncode == 0, f"seed {seed}: {wrong[-2000:]}"
        told.append(json.loads(said))
    assert sum(each["kills"] for each in told) == kills
    return told


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the harness forks")
def test_killed_at_random_moments(tmp_path: Path):
    told = killed("killing.py", tmp_path, KILLS, 4)
    assert all(each["steps"] > each["kills"] for each in told)
    died = set[str]().union(*(each["died"] for each in told))
    assert len(died) > 2, "they were killed in the middle of different things"


def test_the_window_is_killed_while_somebody_works_in_it(tmp_path: Path):
    told = killed("killing_window.py", tmp_path, 6, 2)
    assert any(count for each in told for count in each["kept"].values())
    # How old the oldest thing is that is lost, the bench measures: here a busy machine alone would decide.
