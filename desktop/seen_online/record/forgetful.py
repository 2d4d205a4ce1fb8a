"""*Forget when I close*: the interface of a record over memory alone. Not one file is written."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta
from typing import Any

from seen_online.record.keeper import CheckLine
from seen_online.record.pieces import own_row, take_apart
from seen_online.record.troubles import NotOpen
from seen_online.review.over_time import Tally, tally_of
from seen_online.review.selfcheck import SelfCheck


class Forgetful:
    """Keeps checks and settings until it is closed (see keeper.Keeper)."""

    def __init__(self) -> None:
        self._checks: list[SelfCheck] = []
        self._settings: dict[str, Any] = {}

    @property
    def keeps(self) -> bool:
        """Tell that nothing outlives the program."""
        return False

    def checks(self) -> tuple[CheckLine, ...]:
        """Return the checks of this run, oldest first."""
        return tuple(CheckLine(number, check.started) for number, check in enumerate(self._checks, start=1))

    def latest(self) -> SelfCheck | None:
        """Return the newest check of this run."""
        return self._checks[-1] if self._checks else None

    def load(self, check_id: int) -> SelfCheck:
        """Return an earlier check of this run. Raises KeyError."""
        if not 1 <= check_id <= len(self._checks):
            raise KeyError(check_id)
        return self._checks[check_id - 1]

    def begin(self, check: SelfCheck, *, copied: bool = False) -> None:
        """Hold this check from now on."""
        self._checks.append(check)

    def save(self, check: SelfCheck) -> int:
        """Hold on to the check; how many pieces it has is all there is to count. Raises NotOpen as a record does."""
        if not self._checks or self._checks[-1].started != check.started:
            raise NotOpen("this is not the check that was begun")
        self._checks[-1] = check
        return len(take_apart(check)) + len(own_row(check))

    def over_time(self) -> tuple[Tally, ...]:
        """Return how much was seen in each check of this run."""
        return tuple(tally_of(check) for check in self._checks)

    def setting(self, name: str, otherwise: Any = None) -> Any:
        """Return a setting of this run."""
        return self._settings.get(name, otherwise)

    def settings(self) -> dict[str, Any]:
        """Return all settings of this run."""
        return dict(self._settings)

    def set(self, name: str, value: Any) -> None:
        """Hold a setting until the program ends."""
        if value is None:
            self._settings.pop(name, None)
        else:
            self._settings[name] = value

    def back_up_if_due(self, every: timedelta = timedelta(days=1)) -> None:
        """Make no copy."""
        return

    def hurry(self) -> AbstractContextManager[None]:
        """Hinder nothing: nothing is copied."""
        return nullcontext()

    def close(self) -> None:
        """Forget everything."""
        self._checks.clear()
        self._settings.clear()
