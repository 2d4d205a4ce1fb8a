"""Before the view for two people: what will be shown, point by point, and that nobody is given anything."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from seen_online.note.supervision import Supervision
from seen_online.ui.theme import GAP
from seen_online.ui.widgets.text import body


class SupervisionStart(QDialog):
    """`accepted` where the person chose to show it."""

    def __init__(self, talk: Supervision, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Show it in supervision"))
        self.points = QListWidget()
        self.points.setAccessibleName(self.tr("What will be shown"))
        self.points.setWordWrap(True)
        for number, point in enumerate(talk.points, start=1):
            self.points.addItem(QListWidgetItem(f"{number}.  {point.title}"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.show_button = buttons.addButton(self.tr("Show it"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.show_button.setObjectName("primary")
        self.show_button.setDefault(True)
        self.show_button.setEnabled(bool(talk.points))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        for sentence in (
            self.tr("You and your manager look at this screen together. Only these points can be seen, one at a time:"),
            self.tr("This program never gives your employer anything by itself. You decide what to show and to save."),
        ):
            column.addWidget(body(sentence))
        column.insertWidget(1, self.points, 1)
        column.addWidget(body(self.tr("Press Esc at any time to hide it all, and Esc again to go on.")))
        column.addWidget(buttons)
        room = self.screen().availableSize()
        self.resize(min(720, room.width() - 80), min(560, room.height() - 80))
