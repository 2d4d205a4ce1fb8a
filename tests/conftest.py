"""Every test has its own home, reaches no computer but this one, and writes nowhere else."""

from __future__ import annotations

import os
import re
import socket
import sys
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no fault of the code: time is measured by `make bench`, and fails no test.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"  # Qt warns of any other that is not there, and warnings fail

ROOT = Path(__file__).resolve().parent.parent
LOOPBACK = re.compile(r"(127(\.\d+){1,3}|::1|localhost|0\.0\.0\.0|::)\Z")
# Written by the tools themselves, ignored by git.
TOOLS_OWN = (".pytest_cache", ".hypothesis", "__pycache__", ".import_linter_cache", ".ruff_cache", "build")

_guarding = False  # only while a test runs: pytest's own files are its business
_writable: list[Path] = [Path(tempfile.gettempdir()).resolve(), Path("/dev"), Path("/proc/self")]


class OutsideError(BaseException):
    """A test touched what is not its own. Not an Exception, so that no code under test can swallow it."""


def _guard(event: str, args: tuple[object, ...]) -> None:
    if not _guarding:
        return
    if event in ("socket.connect", "socket.sendto"):
        _, address = args
        if isinstance(address, tuple) and not LOOPBACK.match(str(address[0])):
            raise OutsideError(f"a test tried to connect to {address[0]!r}")
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = args[0]
        name = host.decode() if isinstance(host, bytes) else str(host or "")
        if name and not LOOPBACK.match(name) and not _is_address(name):
            raise OutsideError(f"a test asked the name service for {name!r}")
    elif event == "open":
        path, _mode, flags = args
        writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if writes and isinstance(path, (str, bytes)) and not _may_write(Path(os.fsdecode(path))):
            raise OutsideError(f"a test wrote to {path!r}")


def _is_address(name: str) -> bool:
    for family in (socket.AF_INET, socket.AF_INET6):
        try:
            socket.inet_pton(family, name)
        except OSError:
            continue
        return True
    return False


def _may_write(path: Path) -> bool:
    path = Path(os.path.abspath(path))  # noqa: PTH100 (resolve would ask the disk inside an audit hook)
    return any(path.is_relative_to(root) for root in _writable) or any(part in TOOLS_OWN for part in path.parts)


sys.addaudithook(_guard)


@pytest.hookimpl(wrapper=True, optionalhook=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """Have one worker more than there are cores: who waits for a process or for a time leaves its core to another."""
    return (yield) + 1


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name no test by bytes: packed ones hold the time, and processes side by side must collect the same tests."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of its own for each test, with no proxy or certificate setting of this machine."""
    home = tmp_path / "home"
    temporary = tmp_path / "tmp"
    for folder in (home, temporary):
        folder.mkdir()
    for name in list(os.environ):
        of_this_machine = name.lower().endswith(("_proxy", "_ca_bundle")) or name.startswith(("XDG_", "SSL_CERT"))
        if of_this_machine or (name.startswith("SEEN_ONLINE_") and name != "SEEN_ONLINE_EVAL_DATA"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for name, folder in (("DATA", ".local/share"), ("CONFIG", ".config"), ("CACHE", ".cache"), ("STATE", ".state")):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / folder))
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("SEEN_ONLINE_HOME", str(home / "seen-online"))
    global _guarding
    _guarding = True
    yield home
    _guarding = False
