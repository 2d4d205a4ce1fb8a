"""The rail of six steps: any order, each with its state in an icon and a word."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from seen_online.ui.theme import line_width


class Rail(QListWidget):
    """The steps; `chosen` carries the index of the one the person goes to."""

    chosen = Signal(int)

    def __init__(self, steps: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Steps"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._steps = steps
        for number, step in enumerate(steps, start=1):
            item = QListWidgetItem(f"{number}  {step}")
            self.addItem(item)
        self.setFixedWidth(line_width(self, 30))
        self.currentRowChanged.connect(self.chosen)

    def set_state(self, index: int, state: str) -> None:
        """Show `state` (a few words, "" for none) under the step's name."""
        text = f"{index + 1}  {self._steps[index]}"
        item = self.item(index)
        item.setText(f"{text}\n    {state}" if state else text)
        spoken = self.tr("Step {number} of {all}: {name}. {state}").format(
            number=index + 1, all=len(self._steps), name=self._steps[index], state=state
        )
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setSizeHint(QSize())  # measured anew for the longer text
