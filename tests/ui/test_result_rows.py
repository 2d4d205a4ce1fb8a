"""The list of pages: its three lines can be read and stay inside, whatever a page calls itself."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from seen_online.review.perform import merged
from seen_online.search.model import Ask, Hit, Outcome, Query
from seen_online.ui.desk import Desk
from seen_online.ui.window import MainWindow

TITLES = ("A page", "W" * 400, "2 < 3 & more", "عنوان", "")


@pytest.fixture
def found(window: MainWindow, desk: Desk) -> MainWindow:
    hits = tuple(Hit(t, f"https://s{n}.example/", "words", "duckduckgo", "Nia", n) for n, t in enumerate(TITLES, 1))
    ask = Ask(Query("Nia", "your name"), "duckduckgo", Outcome.ANSWERED, "5 pages.", hits=hits)
    desk.check.asks, desk.check.results = [ask], merged([ask])
    window.resize(1180, 860)
    window.go_to(3)
    window.results.list.setCurrentIndex(window.results.model.index(4))
    QApplication.processEvents()
    return window


def picture(window: MainWindow, row: int) -> QImage:
    pages = window.results.list
    place = pages.visualRect(window.results.model.index(row))
    return pages.viewport().grab(place).toImage()


def ink(image: QImage, lines: range) -> int:
    ground = image.pixelColor(1, 1)
    return sum(image.pixelColor(x, y) != ground for x in range(image.width()) for y in lines)


def test_every_row_has_its_three_lines(found: MainWindow, qtbot: QtBot) -> None:
    pages = found.results.list
    line = pages.fontMetrics().lineSpacing()
    for row in range(len(TITLES)):
        image = picture(found, row)
        assert image.height() >= 3 * line
        for number in range(3):
            assert ink(image, range(8 + number * line, 8 + (number + 1) * line - 2)) > 0, (row, number)


def test_a_title_without_end_stays_in_its_row(found: MainWindow) -> None:
    image = picture(found, 1)
    ground = image.pixelColor(1, 1)
    edge = range(image.width() - 6, image.width())
    assert all(image.pixelColor(x, y) == ground for x in edge for y in range(image.height()))


def test_what_is_chosen_is_written_in_its_own_colour(found: MainWindow) -> None:
    pages = found.results.list
    pages.setCurrentIndex(found.results.model.index(0))
    QApplication.processEvents()
    image = picture(found, 0)
    wanted: QColor = pages.palette().color(QPalette.ColorRole.HighlightedText)
    assert any(image.pixelColor(x, y) == wanted for x in range(image.width()) for y in range(image.height()))
