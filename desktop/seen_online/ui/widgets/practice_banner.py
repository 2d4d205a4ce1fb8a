"""The line over the journey that says that this is practice, with the way out of it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from seen_online.ui.theme import FILL
from seen_online.ui.widgets.page import small_button
from seen_online.ui.widgets.text import body


class PracticeBanner(QFrame):
    """Hidden unless somebody practises; `leave_button` ends it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.leave_button = small_button(self.tr("Leave practice"))
        row = QHBoxLayout(self)
        row.addWidget(body(self.tr("Practice: a made-up person and a made-up web, on this computer only.")), FILL)
        row.addStretch(1)
        row.addWidget(self.leave_button)
        self.hide()
