"""What is to be found in the practice web, as written down in expected.yaml."""

from __future__ import annotations

from pathlib import Path

import msgspec

from seen_online.exposure.finding import FindingKind, Whose
from seen_online.reading.page import PageOutcome

EXPECTED_FILE = Path(__file__).parent / "expected.yaml"


class ExpectedFinding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One detail on a page.

    `value` is normalised as in `Finding.value`; `shown` is as it stands there, where that is not plain to see;
    `of` names whose it truly is (her, baker, academic, footballer, ancestor, or "" for anybody else); `hard` marks
    what a careful reader may miss: spelled to hide it, only in the page's source, or with other words between.
    """

    kind: FindingKind
    value: str
    whose: Whose
    of: str = ""
    shown: str = ""
    hard: bool = False


class ExpectedPage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One page of the practice web.

    `about` names who it is about (of the five above; empty for a page about none of them); `reading` how reading
    it must end, with `why` where it is not read; `names` are her full names that stand on it, whoever is meant.
    """

    url: str
    about: tuple[str, ...] = ()
    reading: PageOutcome = PageOutcome.READ
    why: str = ""
    names: tuple[str, ...] = ()
    findings: tuple[ExpectedFinding, ...] = ()


def expected_pages(file: Path = EXPECTED_FILE) -> tuple[ExpectedPage, ...]:
    """Return what is written down for every page, in the file's order."""
    return msgspec.yaml.decode(file.read_bytes(), type=tuple[ExpectedPage, ...])
