"""Lines in which the person types the details of one kind, each with how it may be used."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from seen_online.person import USUAL_USE, Detail, DetailKind, Use, detail
from seen_online.trouble import Trouble
from seen_online.ui.theme import GAP
from seen_online.ui.widgets.announce import announce
from seen_online.ui.widgets.flow import Flow
from seen_online.ui.widgets.page import small_button
from seen_online.ui.widgets.steady import ChoiceBox
from seen_online.ui.widgets.tab_order import before
from seen_online.ui.widgets.text import Words, heading, quiet

SHOWN = 30  # letters of a removed line on the button that puts it back


class DetailLine(QWidget):
    """One detail: what it is, how it may be used, and a button to take it away."""

    changed = Signal()
    removed = Signal()

    def __init__(self, kind: DetailKind, name: str, example: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(example)
        self.use = ChoiceBox()
        self.use.addItem(self.tr("Only compared here"), Use.COMPARE)
        # A date of birth has no business in a search engine; nobody is offered to send it.
        if kind is not DetailKind.DATE_OF_BIRTH:
            self.use.insertItem(0, self.tr("May be searched"), Use.SEARCH)
        self.use.setCurrentIndex(self.use.findData(USUAL_USE[kind]))
        self.use.setAccessibleName(self.tr("How we may use this: {name}").format(name=name))
        self.remove = QPushButton(self.tr("Remove"))
        self.remove.setAccessibleName(self.tr("Remove this line: {name}").format(name=name))
        self.problem = Words("", "problem")
        self.problem.hide()
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.edit, 1)
        row.addWidget(self.use)
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.problem)
        self.edit.textEdited.connect(self._edited)
        self.edit.editingFinished.connect(self.check)
        self.use.currentIndexChanged.connect(self.changed)
        self.remove.clicked.connect(self.removed)

    def detail(self) -> Detail | None:
        """Return the detail, or None where the line is empty or can't be understood."""
        if not self.edit.text().strip():
            return None
        try:
            return detail(self.kind, self.edit.text(), Use(self.use.currentData()))  # Qt hands back a plain string
        except Trouble:
            return None

    def show_detail(self, shown: Detail) -> None:
        """Put a detail into the line."""
        with QSignalBlocker(self.use):
            self.use.setCurrentIndex(max(0, self.use.findData(shown.use)))
        self.edit.setText(_as_typed(shown))

    def check(self) -> None:
        """Say what is wrong, once the person has left the line."""
        trouble = ""
        if self.edit.text().strip():
            try:
                detail(self.kind, self.edit.text())
            except Trouble as error:
                trouble = f"{error.what} {error.mend}"
        gone_on = self.isVisible() and not self.edit.hasFocus()
        if gone_on and trouble != self.problem.text():  # who has gone on would not hear of it
            announce(self, f"{self.edit.accessibleName()}: {trouble}" if trouble else "")
        self.problem.setText(trouble)
        self.problem.setVisible(bool(trouble))
        self.edit.setAccessibleDescription(trouble)

    def _edited(self) -> None:
        if not self.problem.isHidden():
            self.check()
        self.changed.emit()


def _as_typed(shown: Detail) -> str:
    """Return a detail as people here write it: a whole date of birth day first."""
    if shown.kind is DetailKind.DATE_OF_BIRTH and len(parts := shown.value.split("-")) == 3 and all(parts):
        return "/".join(reversed(parts))
    return shown.value


class DetailLines(QWidget):
    """All details of one kind, with "Add another", and a way back for the line that was removed last."""

    changed = Signal()

    def __init__(
        self, kind: DetailKind, name: str, hint: str, example: str, *, many: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self._name = name
        self._example = example
        self.lines: list[DetailLine] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(heading(name))
        if hint:
            column.addWidget(quiet(hint))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GAP // 2)
        column.addLayout(self._rows)
        self.add_button = QPushButton(self.tr("Add another"))
        self.add_button.setAccessibleName(self.tr("Add another: {name}").format(name=name))
        self.add_button.clicked.connect(self._add_and_go)
        self.add_button.setVisible(many)
        self._removed: tuple[int, str, Use] | None = None  # place, words, use
        self.back_button = small_button(self.tr("Put back"))
        self.back_button.clicked.connect(self._put_back)
        self.back_button.hide()
        below = Flow(gap=GAP)
        below.addWidget(self.add_button)
        below.addWidget(self.back_button)
        column.addLayout(below)
        self._add()

    def details(self) -> list[Detail]:
        """Return what can be understood of what was typed."""
        return [made for made in (line.detail() for line in self.lines) if made is not None]

    def show_details(self, shown: list[Detail]) -> None:
        """Replace the lines by these details."""
        self._offer_back(None)
        while len(self.lines) > max(1, len(shown)):
            self._take_away(self.lines[-1])
        while len(self.lines) < len(shown):
            self._add()
        for line in self.lines[len(shown) :]:
            line.edit.clear()
        for line, one in zip(self.lines, shown, strict=False):
            line.show_detail(one)
            line.check()

    def _add(self) -> DetailLine:
        name = self._name if not self.lines else f"{self._name} {len(self.lines) + 1}"
        line = DetailLine(self.kind, name, self._example)
        line.changed.connect(self.changed)
        line.removed.connect(lambda: self._remove(line))
        self.lines.append(line)
        self._rows.addWidget(line)
        self._show_removers()
        return line

    def _add_and_go(self) -> None:
        self._add().edit.setFocus()

    def _remove(self, line: DetailLine) -> None:
        if line.edit.text().strip():
            self._offer_back((self.lines.index(line), line.edit.text(), Use(line.use.currentData())))
        if len(self.lines) == 1:
            line.edit.clear()
            line.check()
        else:
            place = self.lines.index(line)
            self._take_away(line)
            self.lines[max(0, place - 1)].edit.setFocus()
        self.changed.emit()

    def _offer_back(self, removed: tuple[int, str, Use] | None) -> None:
        self._removed = removed
        words = removed[1] if removed is not None else ""
        shown = words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
        self.back_button.setText(self.tr("Put back: {words}").format(words=shown.replace("&", "&&")))
        self.back_button.setVisible(removed is not None)
        self._in_order()

    def _put_back(self) -> None:
        if self._removed is None:
            return
        place, words, use = self._removed
        line = self.lines[0] if not self.lines[0].edit.text().strip() else self._add()
        self._rows.removeWidget(line)
        self._rows.insertWidget(place, line)
        self.lines.remove(line)
        self.lines.insert(place, line)
        self._in_order()
        line.edit.setText(words)
        line.use.setCurrentIndex(line.use.findData(use))
        line.check()
        line.edit.setFocus()
        self._offer_back(None)
        self.changed.emit()

    def _take_away(self, line: DetailLine) -> None:
        self.lines.remove(line)
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._show_removers()

    def _in_order(self) -> None:
        """Let Tab go through the group as it is read: a new line is at the end of everything else."""
        here = before(self)
        parts = [part for line in self.lines for part in (line.edit, line.use, line.remove)]
        for part in (*parts, self.add_button, self.back_button):
            if part.isHidden():
                continue  # Qt gives it no place
            if here is not None:
                QWidget.setTabOrder(here, part)
            here = part

    def _show_removers(self) -> None:
        for line in self.lines:
            line.remove.setVisible(len(self.lines) > 1)
        self._in_order()
