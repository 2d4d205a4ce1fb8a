"""Untrusted text is plain text: set once, here, for every label, tooltip and message box of the program.

Qt guesses whether a string is rich text, so a page title such as `<img src=...>` would be rendered, and could reach
the network. One event filter on the application turns the guess off wherever Qt makes it.
"""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QToolTip, QWidget


class PlainText(QObject):
    """An application-wide event filter that keeps all text plain."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Set labels to plain text before they are first painted; show tooltips as plain text."""
        kind = event.type()
        if kind == QEvent.Type.Polish and isinstance(watched, QLabel):
            if watched.textFormat() == Qt.TextFormat.AutoText:
                watched.setTextFormat(Qt.TextFormat.PlainText)
        elif kind == QEvent.Type.ToolTip and isinstance(watched, QWidget) and isinstance(event, QHelpEvent):
            tip = _tip_at(watched, event)
            if tip:
                # Within tags of ours the escaped text is surely rich text, so Qt has nothing left to guess.
                QToolTip.showText(event.globalPos(), f"<p>{html.escape(tip)}</p>", watched)
                return True
        return False


def _tip_at(widget: QWidget, event: QHelpEvent) -> str:
    view = widget.parent()
    if isinstance(view, QAbstractItemView) and view.viewport() is widget:
        tip = view.indexAt(event.pos()).data(Qt.ItemDataRole.ToolTipRole)
        return tip if isinstance(tip, str) else ""
    return widget.toolTip()


def keep_text_plain(app: QApplication) -> None:
    """Install the filter; it lives as long as the application."""
    app.installEventFilter(PlainText(app))
