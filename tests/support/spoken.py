"""What a screen reader is told of a window: each thing that takes the focus, by its role, its name and its description."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTabBar, QWidget

_WORD = re.compile(r"[^\W\d_]{2}")
_OF_QT = ("qt_spinbox_lineedit", "qt_scrollarea_viewport")  # within what has a name
_COMBO = "ComboBox"


class Spoken(NamedTuple):
    """How a thing is named. Of a combo box Qt says on Linux what is chosen in place of its name."""

    role: str
    name: str
    description: str
    within: str

    @property
    def has_word(self) -> bool:
        """Tell whether a person hears what it is for."""
        return bool(_WORD.search(self.description if self.role == _COMBO else self.name))


def spoken(widget: QWidget) -> Spoken:
    """Return what a screen reader is told of a widget."""
    told = QAccessible.queryAccessibleInterface(widget)
    name, description = told.text(QAccessible.Text.Name), told.text(QAccessible.Text.Description)
    if isinstance(widget, QTabBar):  # a reader goes by its tabs
        name = ", ".join(widget.tabText(index) for index in range(widget.count()))
    return Spoken(told.role().name, name, description, type(widget.parent()).__name__)


def takes_focus(top: QWidget) -> list[QWidget]:
    """Return all in a window that is shown and that the focus can come to."""
    return [
        widget
        for widget in top.findChildren(QWidget)
        if widget.isVisible()
        and widget.window() is top
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.objectName() not in _OF_QT
    ]


def faults(top: QWidget) -> list[str]:
    """Return what a person who hears the window would stumble over."""
    QApplication.processEvents()
    things = [spoken(widget) for widget in takes_focus(top)]
    assert things, "nothing takes the focus"
    said = [f"no word: {thing}" for thing in things if not thing.has_word]
    alike = Counter((thing.role, thing.name, thing.description) for thing in things)
    said += [f"{count} times: {thing}" for thing, count in alike.items() if count > 1]
    said += [f"no word over a column of {spoken(view).name}" for view in takes_focus(top) if _lacks_header(view)]
    return said


def _lacks_header(view: QWidget) -> bool:
    model = view.model() if isinstance(view, QAbstractItemView) else None
    if model is None or isinstance(model, QAbstractListModel) or model.columnCount() < 2:
        return False
    across = Qt.Orientation.Horizontal
    return not all(_WORD.search(str(model.headerData(n, across) or "")) for n in range(model.columnCount()))
