"""Pages of which one is shown, without a detour of the focus from one to the next."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget


class Stack(QStackedWidget):
    """Whoever shows another page gives it the focus.

    Left to itself, Qt hands the focus of a page that goes to whatever comes next in the window, and a screen reader
    reads that out before what was meant.
    """

    def setCurrentIndex(self, index: int) -> None:
        """Show the page with this index; nothing has the focus then that had it on the last one."""
        if index != self.currentIndex():
            self._let_go()
        super().setCurrentIndex(index)

    def setCurrentWidget(self, page: QWidget) -> None:
        """Show this page; nothing has the focus then that had it on the last one."""
        if page is not self.currentWidget():
            self._let_go()
        super().setCurrentWidget(page)

    def _let_go(self) -> None:
        focus = self.window().focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            focus.clearFocus()
