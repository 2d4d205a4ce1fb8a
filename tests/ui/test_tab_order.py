"""By keyboard alone: Tab reaches all that can be used on a page, in the order in which it stands there."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from seen_online.exposure.finding import Finding, FindingKind, Whose
from seen_online.person import DetailKind
from seen_online.review.perform import merged
from seen_online.search.model import Ask, Hit, Outcome, Query
from seen_online.ui.window import MainWindow


@pytest.fixture
def full(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window in practice with a page found, and details on it of the person and of others."""
    window.start_practice()
    desk = window.desk
    hit = Hit("Page", "https://site.example/", "Rebecca", "duckduckgo", "Rebecca", 1)
    ask = Ask(Query("Rebecca", "your name"), "duckduckgo", Outcome.ANSWERED, "1 page.", hits=(hit,))
    desk.check.asks, desk.check.results = [ask], merged([ask])
    desk.check.findings[desk.check.results[0].key] = [
        Finding(kind, "1985-03-12", "x", 0, 1, "x", whose)
        for kind in (FindingKind.DATE_OF_BIRTH, FindingKind.ADDRESS, FindingKind.PHONE, FindingKind.EMAIL)
        for whose in (Whose.YOURS, Whose.OTHER)
    ] + [Finding(FindingKind.WORKPLACE, "x", "x", 0, 1, "x", Whose.YOURS)]
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return window


def usable(window: MainWindow) -> set[QWidget]:
    """All that takes the focus by Tab now."""
    return {
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and widget.window() is window
        and widget.focusProxy() is None
        and widget.objectName() != "qt_spinbox_lineedit"
    }


def ring(window: MainWindow) -> list[QWidget]:
    """All that Tab goes through, from where the focus is until it is back there."""
    start = QApplication.focusWidget()
    assert start is not None
    gone = [start]
    for _ in range(300):
        window.focusNextChild()
        now = QApplication.focusWidget()
        assert now is not None
        if now is start:
            return gone
        assert now not in gone, "Tab goes round in a part of the page"
        gone.append(now)
    raise AssertionError("Tab never came back")


@pytest.mark.parametrize("step", range(6))
def test_tab_reaches_everything(full: MainWindow, step: int) -> None:
    full.go_to(step)
    QApplication.processEvents()
    reached = ring(full)
    missed = [(type(w).__name__, w.accessibleName()) for w in usable(full) - set(reached)]
    assert missed == []


def corner(window: MainWindow, widget: QWidget) -> QPoint:
    return widget.mapTo(window, QPoint(0, 0))


def in_reading_order(window: MainWindow, widgets: list[QWidget]) -> None:
    for one, other in pairwise(widgets):
        a, b = corner(window, one), corner(window, other)
        same_line = abs(a.y() - b.y()) < one.height() / 2 + 4
        assert (a.x() < b.x()) if same_line else (a.y() < b.y()), (one.accessibleName(), other.accessibleName())


def test_tab_goes_through_about_you_as_it_is_read(full: MainWindow) -> None:
    page = full.about_you
    full.go_to(0)
    phones = next(group for group in page.groups if group.kind is DetailKind.PHONE)
    phones.add_button.click()
    phones.lines[-1].edit.setText("01632 960123")
    phones._remove(phones.lines[0])
    page.groups[1].add_button.click()
    QApplication.processEvents()
    page.setFocus()
    inside = [widget for widget in ring(full) if page.area.isAncestorOf(widget)]
    assert len(inside) > 40
    in_reading_order(full, inside)


@pytest.mark.parametrize("step", [2, 3, 4])
def test_tab_goes_through_a_page_as_it_is_read(full: MainWindow, step: int, qtbot: QtBot) -> None:
    full.go_to(step)
    QApplication.processEvents()
    page = full.pages[step]
    full.rail.setFocus()
    stops = [widget for widget in ring(full) if page.isAncestorOf(widget)]
    if step != 3:  # there the list and what is chosen stand side by side
        in_reading_order(full, stops)
    assert stops[-1] is page.primary, "the main button comes last, as it stands"


def test_the_first_thing_to_do_has_the_focus(full: MainWindow) -> None:
    for step, page in enumerate(full.pages):
        full.go_to(step)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert page.isAncestorOf(focus)
        assert focus.isVisible()
    full.about_you.groups[0]._remove(full.about_you.groups[0].lines[0])
    full.go_to(0)
    assert QApplication.focusWidget() is full.about_you.groups[0].lines[0].edit
