"""The list of pages: its lines can be read and stay inside, whatever a page calls itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from seen_online.reading.page import Page, PageOutcome
from seen_online.review.perform import merged
from seen_online.search.model import Ask, Hit, Outcome, Query
from seen_online.ui.desk import Desk
from seen_online.ui.text_size import TextSize
from seen_online.ui.theme import GAP, line_width
from seen_online.ui.widgets.result_rows import _broken, title_lines
from seen_online.ui.window import MainWindow

LATE = "Nia Example from Penrith, 😀 whom everybody knows - Harriers"
TITLES = ("A page", "W" * 400, "2 < 3 & more", "عنوان", "", LATE)


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


def test_every_row_has_its_lines_and_a_long_title_two(found: MainWindow, qtbot: QtBot) -> None:
    pages = found.results.list
    line = pages.fontMetrics().lineSpacing()
    assert title_lines(pages) == 2
    for row, title in enumerate(TITLES):
        image = picture(found, row)
        assert image.height() >= 4 * line, "all rows have one height"
        for number in range(4 if len(title) > 40 else 3):
            assert ink(image, range(8 + number * line, 8 + (number + 1) * line - 2)) > 0, (row, number)


def test_a_title_goes_on_in_the_second_line_and_loses_nothing() -> None:
    font, letters = QFont(), QFontMetrics(QFont())
    for title in TITLES:
        width = max(60, letters.horizontalAdvance(title) * 2 // 3)
        broken = _broken(title, font, width, 2)
        assert "".join(broken).replace(" ", "") == title.replace(" ", "")
        assert len(broken) == (2 if letters.horizontalAdvance(title) > width else 1)
        assert all(letters.horizontalAdvance(words.rstrip()) <= width for words in broken[:-1])


def test_in_a_wide_list_a_title_has_one_line(found: MainWindow, qtbot: QtBot) -> None:
    pages = found.results.list
    high = pages.visualRect(found.results.model.index(0)).height()
    found.results.splitter.setSizes([line_width(pages, 80), 100])
    qtbot.waitUntil(lambda: title_lines(pages) == 1)
    line = pages.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: pages.visualRect(found.results.model.index(0)).height() == high - line)


def test_rows_fit_their_lines_after_the_text_has_grown_and_shrunk(
    found: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    pages, size = found.results.list, TextSize(qapp)

    def fits() -> bool:
        lines = (title_lines(pages) + 2) * pages.fontMetrics().lineSpacing()
        return pages.visualRect(found.results.model.index(0)).height() == lines + 2 * GAP

    for steps in ((125, 150, 200), (150, 125, 100), (200, 150), (100,), (200, 100)):
        for percent in steps:
            size.choose(percent)
        qtbot.waitUntil(fits)


def test_what_is_chosen_stays_in_sight_as_the_list_becomes_lower(found: MainWindow, qtbot: QtBot) -> None:
    pages = found.results.list
    last = found.results.model.index(len(TITLES) - 1)
    pages.setCurrentIndex(last)
    found.resize(1180, 420)
    qtbot.waitUntil(lambda: pages.viewport().rect().intersects(pages.visualRect(last)))
    assert pages.verticalScrollBar().maximum() > 0


@pytest.mark.parametrize("outcome", PageOutcome)
def test_the_list_says_which_pages_could_not_be_read(found: MainWindow, desk: Desk, outcome: PageOutcome) -> None:
    key = desk.check.results[0].key
    desk.page_came(key, Page(outcome=outcome))
    index = found.results.model.index(0)
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        assert ("! not read" in index.data(role)) is (
            outcome in (PageOutcome.NEEDS_YOU, PageOutcome.FAILED, PageOutcome.REFUSED)
        )
        assert ("! read in part" in index.data(role)) is (outcome is PageOutcome.PARTLY)


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
