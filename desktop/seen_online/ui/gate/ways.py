"""A page with other ways to go on, chosen by what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from seen_online.ui.gate.causes import WAYS, Way
from seen_online.ui.gate.page import GatePage
from seen_online.words import say


class WaysPage(GatePage):
    """`way` carries the Way that was chosen."""

    way = Signal(object)

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(heading, parent=parent)
        self.intro.show()
        self.ways: dict[Way, QPushButton] = {}

    def offer(self, ways: tuple[Way, ...]) -> None:
        """Show these ways and no others."""
        self.clear_ways()
        self.ways.clear()
        for way in ways:
            text, why = WAYS[way]
            button = self.add_way(say(text), say(why) if why else "")
            button.clicked.connect(lambda _=False, w=way: self.way.emit(w))
            self.ways[way] = button
        self.end()
