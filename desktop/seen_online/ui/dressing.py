"""Putting the style sheet on the window without the work that Qt repeats for every step of a tree of widgets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget


def put_on(app: QApplication, sheet: str) -> None:
    """Let every widget take this style sheet, and the font and the palette as they are now.

    Left to itself Qt begins at each widget it has styled and goes down to all that it holds: a widget in ten others is
    done eleven times, and a full window stands still for more than a second. Here each is done once.
    """
    style = app.style()
    if not app.styleSheet():
        app.setStyleSheet(sheet)
        return
    style.unpolish(app)  # forgets what was worked out from the old sheet, and with it where Qt would begin
    app.setStyleSheet(sheet)
    style.polish(app)
    for top in QApplication.topLevelWidgets():
        if top.parent() is None:
            for widget in (top, *top.findChildren(QWidget)):  # the outer before the inner, which take after them
                style.polish(widget)
                QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


@contextmanager
def undressed() -> Iterator[None]:
    """Take the style sheet off while much is built, and put it on again.

    Under a sheet all that a widget holds is styled anew whenever it goes into another one, at each of ten levels.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication) or not (sheet := app.styleSheet()):
        yield
        return
    app.setStyleSheet("")
    try:
        yield
    finally:
        app.setStyleSheet(sheet)
