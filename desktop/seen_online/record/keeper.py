"""The one interface to what is kept, sealed or not at all; the window has no special case for either."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Any, Protocol

import msgspec

from seen_online.record.troubles import BackupFile
from seen_online.review.over_time import Tally
from seen_online.review.selfcheck import SelfCheck


class CheckLine(msgspec.Struct, frozen=True):
    """One kept check, in a list: its number in the record and when it was started."""

    id: int
    started: datetime


class Keeper(Protocol):
    """What keeps self-checks: `store.Record` on the disk, `forgetful.Forgetful` in memory until the program ends."""

    @property
    def keeps(self) -> bool:
        """Tell whether anything outlives the program."""
        ...

    def checks(self) -> tuple[CheckLine, ...]:
        """Return the checks that are kept, oldest first."""
        ...

    def latest(self) -> SelfCheck | None:
        """Load the newest check and go on saving into it; None where there is none yet."""
        ...

    def load(self, check_id: int) -> SelfCheck:
        """Load an earlier check, to look at it or compare with it. Raises KeyError for an unknown number."""
        ...

    def begin(self, check: SelfCheck, *, copied: bool = False) -> None:
        """Keep this check from now on; the earlier ones stay as they are.

        A sealed copy of all there was is made before, which takes a moment, unless the caller has just had it `copied`.
        """
        ...

    def save(self, check: SelfCheck) -> int:
        """Save whatever changed in the check that was begun or loaded last; it is safe when this returns.

        Call it after every change (typing: half a second after the last key): it finds out by itself what is new, an
        answer, a verdict, an ask, a page …, and writes that alone. Returns how many pieces it wrote.

        Raises:
            DiskFull, ReadOnly: nothing of this call is kept, all earlier ones are; the next call tries again.
            Damaged: as it says.
            NotOpen: it is another check than the one that was begun or loaded last.
        """
        ...

    def over_time(self) -> tuple[Tally, ...]:
        """Return how much was seen in each check, oldest first, for a picture over time."""
        ...

    def setting(self, name: str, otherwise: Any = None) -> Any:
        """Return a setting or a text (a draft of a note), `otherwise` where there is none."""
        ...

    def settings(self) -> dict[str, Any]:
        """Return all settings and texts by name, to take them elsewhere."""
        ...

    def set(self, name: str, value: Any) -> None:
        """Keep a setting or a text: anything made of texts, numbers, lists and mappings. None removes it.

        Raises as `save`.
        """
        ...

    def back_up_if_due(self, every: timedelta = timedelta(days=1)) -> BackupFile | None:
        """Make a sealed copy where the latest is older than `every`; for a quiet moment, since saving waits meanwhile.

        Raises:
            Damaged: the record is not whole. DiskFull, ReadOnly: as they say. GivenUp: see `hurry`. No earlier copy is
            touched.
        """
        ...

    def hurry(self) -> AbstractContextManager[None]:
        """Let whatever copies what is kept give up, so that what is done in the block need not wait for it."""
        ...

    def close(self) -> None:
        """Let go of the record and its key. Closing twice is no error."""
        ...
