"""One question before something is lost: what happens, and two buttons that say what they do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from seen_online.ui.widgets.text import body


class QuestionDialog(QDialog):
    """`accepted` only where the person chose to do it; Escape and Enter keep things as they are."""

    def __init__(self, heading: str, question: str, do_it: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(heading)
        buttons = QDialogButtonBox()
        self.do_it = buttons.addButton(do_it, QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep = buttons.addButton(self.tr("Go back"), QDialogButtonBox.ButtonRole.RejectRole)
        self.keep.setObjectName("primary")
        self.keep.setDefault(True)
        self.keep.setFocus()
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(body(question))
        column.addWidget(buttons)
