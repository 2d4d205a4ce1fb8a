"""Before the view for two people: what will be shown, point by point, and that nobody is given anything."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from seen_online.note.supervision import Supervision, narrowed, stays
from seen_online.ui.theme import GAP
from seen_online.ui.widgets.roomy import RoomyRows
from seen_online.ui.widgets.text import body


class SupervisionStart(QDialog):
    """`accepted` where the person chose to show it. Points can only be left out here; more comes only by the note."""

    def __init__(self, talk: Supervision, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Show it in supervision"))
        self._talk = talk
        self.points = QListWidget()
        self.points.setAccessibleName(self.tr("What will be shown"))
        self.points.setWordWrap(True)
        self.points.setItemDelegate(RoomyRows(self.points))
        for number, point in enumerate(talk.points, start=1):
            row = QListWidgetItem(f"{number}.  {point.title}")
            row.setCheckState(Qt.CheckState.Checked)
            if stays(point):
                row.setText(self.tr("{point} (always shown)").format(point=row.text()))
                row.setFlags(row.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            self.points.addItem(row)
        self.points.itemChanged.connect(self._ticked)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.show_button = buttons.addButton(self.tr("Show it"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.show_button.setObjectName("primary")
        self.show_button.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        for sentence in (
            self.tr(
                "You and your manager look at this screen together, one point at a time. Untick what to leave out."
            ),
            self.tr("This program never gives your employer anything by itself. You decide what to show and to save."),
        ):
            column.addWidget(body(sentence))
        column.insertWidget(1, self.points, 1)
        column.addWidget(body(self.tr("Press Esc at any time to hide it all, and Esc again to go on.")))
        column.addWidget(buttons)
        self._ticked()
        room = self.screen().availableSize()
        self.resize(min(720, room.width() - 80), min(560, room.height() - 80))

    def talk(self) -> Supervision:
        """Return the talk with the ticked points alone."""
        rows = (self.points.item(number) for number in range(self.points.count()))
        ticked = [row.checkState() is Qt.CheckState.Checked for row in rows]
        return narrowed(self._talk, {point.id for point, on in zip(self._talk.points, ticked, strict=True) if on})

    def _ticked(self) -> None:
        count = len(self.talk().points)
        self.show_button.setText(self.tr("Show %n point(s)", "", count) if count else self.tr("Show it"))
        self.show_button.setEnabled(bool(count))
