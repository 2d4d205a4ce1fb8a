"""What the person answered to one thing to consider."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec


class Choice(StrEnum):
    """The four answers."""

    DONE = "done"  # Yes, done
    NEEDS_DOING = "needs_doing"
    NOT_FOR_ME = "not_for_me"
    NOT_SURE = "not_sure"


class ActionState(StrEnum):
    """Where an action stands."""

    TO_DO = "to_do"
    DONE = "done"
    CAME_BACK = "came_back"


class Answer(msgspec.Struct, frozen=True):
    """An answer with its note; `action`, `due` and `state` where it needs doing."""

    choice: Choice | None = None
    note: str = ""
    action: str = ""
    due: date | None = None
    state: ActionState = ActionState.TO_DO
