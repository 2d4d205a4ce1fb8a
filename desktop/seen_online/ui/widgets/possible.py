"""What details make possible together: what somebody could do, what would end it, and where the parts stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayoutItem, QVBoxLayout, QWidget

from seen_online.ui.theme import FILL, GAP
from seen_online.ui.widgets.page import small_button
from seen_online.ui.widgets.text import Words, body, heading, quiet

if TYPE_CHECKING:
    from seen_online.exposure.combination import Possibility

FIRST = 3  # the worst are shown at first; the others come on request
NAMED = 3  # sites named as places


class Together(QWidget):
    """A paragraph for each possibility, hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Words] = []  # the sentences, for whoever looks
        self._all = False
        self._found: Sequence[Possibility] = ()
        self._site: Callable[[str], str] = str
        self.all_button = small_button(self.tr("Show all"))
        self.all_button.clicked.connect(self._show_all)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(heading(self.tr("What somebody could do with them")))
        column.addLayout(self._rows)
        column.addWidget(self.all_button)
        self.hide()

    def start_over(self) -> None:
        """Show only the first few again."""
        self._all = False

    def show_possibilities(self, found: Sequence[Possibility], site: Callable[[str], str]) -> None:
        """Show what is possible, the worst first; `site` names the place of a page by its key."""
        self._site = site
        if list(found) == list(self._found) and self.lines:
            return  # nothing moves under the eyes of who reads
        self._found = found
        self._fill()

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            _drop(item)
        self.lines.clear()
        for possible in self._found if self._all else self._found[:FIRST]:
            row = QHBoxLayout()
            row.setSpacing(GAP)
            row.addWidget(body("!"), 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(2)
            self.lines.append(body(possible.sentence))
            words.addWidget(self.lines[-1])
            words.addWidget(quiet(f"{possible.mend} {self._where(possible)}".strip()))
            row.addLayout(words, FILL)
            row.addStretch(1)
            self._rows.addLayout(row)
        self.setVisible(bool(self._found))
        self.all_button.setVisible(len(self._found) > FIRST and not self._all)
        self.all_button.setText(self.tr("Show all {count}").format(count=len(self._found)))

    def _where(self, possible: Possibility) -> str:
        sites = list(dict.fromkeys(self._site(key) for key in possible.pages))
        if not sites:
            return ""
        named = ", ".join(sites[:NAMED])
        if len(sites) > NAMED:
            return self.tr("Seen on {sites} and %n more.", "", len(sites) - NAMED).format(sites=named)
        return self.tr("Seen on {sites}.").format(sites=named)

    def _show_all(self) -> None:
        self._all = True
        self._fill()
        self.focusNextPrevChild(True)  # the button that had the focus is gone


def _drop(item: QLayoutItem) -> None:
    """Take away all that a row holds."""
    if (widget := item.widget()) is not None:
        widget.hide()
        widget.deleteLater()
    elif (layout := item.layout()) is not None:
        while (inner := layout.takeAt(0)) is not None:
            _drop(inner)
        layout.deleteLater()
