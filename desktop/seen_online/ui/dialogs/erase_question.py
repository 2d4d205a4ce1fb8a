"""The one question before a record is erased: exactly what goes, and what stays."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from seen_online.ui.dialogs.question import QuestionDialog
from seen_online.words import say


def erase_question(name: str = "", parent: QWidget | None = None) -> QuestionDialog:
    """Return the dialog; `name` tells which record it is, where there are several."""
    what = say(
        "This goes for ever: all your checks, answers and drafts of notes, your settings, the key, and the sealed"
        " copies that Seen Online made by itself. Nobody can bring it back."
    )
    stays = say(
        "This stays: notes, letters and sealed copies that you saved yourself. Delete those where you saved them."
    )
    heading = say("Erase {record}?", record=name) if name else say("Erase your record?")
    return QuestionDialog(heading, f"{heading}\n\n{what}\n\n{stays}", say("Erase it for ever"), parent)
