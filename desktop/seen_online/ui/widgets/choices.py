"""A row of choices of which one holds at a time: a button each, with its key, and free to be taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from seen_online.ui.theme import GAP
from seen_online.ui.widgets.flow import Flow


class Choices(QWidget):
    """Buttons that exclude each other; pressing the one that holds takes it back.

    `chosen` carries the value, or None.
    """

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[object, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.buttons: dict[object, QPushButton] = {}
        row = Flow(self, GAP)
        for value, text in choices:
            button = QPushButton(text)
            button.setCheckable(True)
            button.setAccessibleName(f"{name} {text}".replace("&", ""))  # the mark of a key is not read out
            button.clicked.connect(lambda on, v=value: self.choose(v if on else None))
            self.buttons[value] = button
            row.addWidget(button)

    @property
    def value(self) -> object | None:
        """Return the value that holds, or None."""
        return next((value for value, button in self.buttons.items() if button.isChecked()), None)

    def show_value(self, value: object | None) -> None:
        """Show a value without telling anyone."""
        for each, button in self.buttons.items():
            button.setChecked(each == value)

    def choose(self, value: object | None) -> None:
        """Set a value as the person does; the one that holds already is taken back."""
        self.show_value(value)
        self.chosen.emit(value)
