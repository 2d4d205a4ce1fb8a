"""The frame of a window that is read or filled in from top to bottom: a sheet that scrolls, the way out below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from seen_online.ui.theme import GAP, WIDE
from seen_online.ui.widgets.sheet import Sheet, let_copy

_AROUND = 80  # pixels of the screen that no window takes


class SheetDialog(QDialog):
    """Subclasses fill `column`, then call `fit` once. `between` is for what stands above the buttons and stays."""

    def __init__(
        self,
        parent: QWidget | None = None,
        way_out: QDialogButtonBox.StandardButton = QDialogButtonBox.StandardButton.Close,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sheet = Sheet()
        self.column = self.sheet.column
        self.column.setContentsMargins(0, 0, WIDE, 0)
        self.column.setSpacing(GAP)
        self.buttons = QDialogButtonBox(way_out)
        self.buttons.rejected.connect(self.reject)
        self.between = QVBoxLayout()
        outer = QVBoxLayout(self)
        outer.setSpacing(GAP)
        outer.addWidget(self.sheet, 1)
        outer.addLayout(self.between)
        outer.addWidget(self.buttons)

    def fit(self, width: int, height: int) -> None:
        """Put the rest of the room below, let all words be copied, and take a size in pixels that the screen has."""
        self.column.addStretch(1)
        let_copy(self)
        room = self.screen().availableSize()
        self.resize(min(width, room.width() - _AROUND), min(height, room.height() - _AROUND))
