"""One page of the comparison in full."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from seen_online.review.compare import Change
from seen_online.ui.changes.words import SIGNS, in_full, kind_heading, said_of
from seen_online.ui.desk import Desk
from seen_online.ui.theme import GAP, WIDE
from seen_online.ui.widgets.page import small_button
from seen_online.ui.widgets.text import Words, body, heading, quiet


class ChangeCard(QScrollArea):
    """Title, address, what it gives away now, no more, or could not be looked for, and the way to step 4."""

    result_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.change: Change | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title: Words = heading("")
        self.address: Words = quiet("")
        self.text: Words = body("")
        self.result_button = small_button(self.tr("Look at it in step 4"))
        self.result_button.clicked.connect(self._want_result)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, GAP, WIDE, GAP)
        column.setSpacing(GAP)
        for widget in (self.title, self.address, self.text, self.result_button):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(self._inside)
        for ground in (self.viewport(), self._inside):
            ground.setAutoFillBackground(False)  # the tab's own shows through

    def show_change(self, change: Change | None) -> None:
        """Show another page, or none."""
        self.change = change
        self._inside.setVisible(change is not None)
        if change is None:
            for words in (self.title, self.address, self.text):
                words.setText("")  # nothing of it is left where nobody sees it
            return
        sign, kind = SIGNS[change.kind], kind_heading(change.kind)
        self.title.setText(f"{sign} {kind}: {change.title or change.url}")
        self.address.setText(change.url)
        said = said_of(self._desk.check, self._desk.earlier, change)
        here = self._desk.result(change.key) is not None
        lines = [*in_full(change), said]
        if not here:
            lines.append(self.tr("Step 4 lists only what this check has found, so it is not there."))
        self.text.setText("\n".join(line for line in lines if line))
        self.result_button.setVisible(here)
        self.verticalScrollBar().setValue(0)

    def _want_result(self) -> None:
        if self.change is not None:
            self.result_wanted.emit(self.change.key)
