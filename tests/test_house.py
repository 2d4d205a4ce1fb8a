"""The house stays in order: small files, no address of a registry, versions and lists stated once."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

SOURCES = sorted((ROOT / "desktop").rglob("*.py"))


def test_there_is_a_house() -> None:
    assert len(SOURCES) > 50


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_file_has_two_subjects(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def test_lock_files_hold_hashes_and_no_addresses() -> None:
    for name in ("run", "dev", "build"):
        text = (ROOT / "packaging" / "lock" / f"{name}.txt").read_text(encoding="utf-8")
        pinned = re.findall(r"^([a-z0-9][\w.-]*)==", text, re.MULTILINE)
        assert pinned
        assert not re.search(r"https?://|file:|--index|--find-links", text)
        for block in re.split(r"(?m)^(?=[a-z0-9])", text):
            if block.strip() and not block.startswith("#"):
                assert "--hash=sha256:" in block, block.splitlines()[0]


def test_what_runs_is_what_is_tested() -> None:
    def pins(name: str) -> set[tuple[str, str]]:
        text = (ROOT / "packaging" / "lock" / f"{name}.txt").read_text(encoding="utf-8")
        return set(re.findall(r"^([a-z0-9][\w.-]*)==([^ ;\\]+)", text, re.MULTILINE))

    run, dev = pins("run"), pins("dev")
    assert run
    assert run <= dev


def test_system_packages_are_well_formed() -> None:
    lines = (ROOT / "packaging" / "linux" / "system-packages.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    assert rows
    for row in rows:
        assert len(row) == 3, row
        assert row[0] in ("run", "test")
        assert re.fullmatch(r"(lib|cmd|py|font):\S+", row[1])


@pytest.mark.parametrize("module", ["PySide6", "phonenumbers", "ddgs", "primp", "lxml", "typst", "docx", "PIL", "bs4"])
def test_the_door_opens_without_heavy_libraries(module: str) -> None:
    code = f"import sys, seen_online.cli.check, seen_online.practice.server; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
