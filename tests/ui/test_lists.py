"""Lists and tables: rows show all of their words, and long lists stay quick."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from seen_online.exposure.finding import Finding, FindingKind, Whose
from seen_online.person import DetailKind, detail
from seen_online.review.perform import merged
from seen_online.review.selfcheck import Who
from seen_online.search.model import Ask, Hit, Outcome, Query
from seen_online.ui.desk import Desk
from seen_online.ui.text_size import TextSize
from seen_online.ui.widgets.breakable import LONG as LONGEST
from seen_online.ui.widgets.breakable import MAY_BREAK, breakable
from seen_online.ui.widgets.text import Words
from seen_online.ui.widgets.tree import LOOKED_AT, table, top_rows
from seen_online.ui.widgets.wrapped import WrappedRows
from seen_online.ui.window import MainWindow

LONG = "Somebody who knows your name can read here in which street you live and when you are at work."


def shown(qtbot: QtBot, *, wraps: bool, rows: int = 1) -> QTreeWidget:
    tree = table("Rows", ["Which", "What", "Whose"], wide=(0, 1), nested=True, wraps=wraps)
    qtbot.addWidget(tree)
    tree.addTopLevelItems([QTreeWidgetItem([f"Row {n}", LONG, "yours"]) for n in range(rows)])
    tree.resize(500, 400)
    tree.show()
    qtbot.waitExposed(tree)
    return tree


def lines(tree: QTreeWidget, row: int = 0) -> float:
    item = tree.topLevelItem(row)
    assert item is not None
    return tree.visualItemRect(item).height() / tree.fontMetrics().lineSpacing()


def test_long_words_go_on_in_the_next_line(qtbot: QtBot) -> None:
    assert lines(shown(qtbot, wraps=False)) < 2
    tree = shown(qtbot, wraps=True)
    wide = lines(tree)
    assert wide > 2
    tree.resize(360, 400)
    qtbot.waitUntil(lambda: lines(tree) > wide)  # measured anew at the new width
    assert tree.textElideMode().name == "ElideNone"


def test_an_address_without_a_space_is_broken_and_nothing_of_it_cut(qtbot: QtBot) -> None:
    address = "https://people.example.org/staff/" + "x" * 90 + "/index_of_everybody.html?name=nia"
    tree = shown(qtbot, wraps=True)
    top = tree.topLevelItem(0)
    assert top is not None
    top.setText(1, address)
    qtbot.waitUntil(lambda: lines(tree) > 3)
    assert top.text(1) == address, "what is copied or read out is the address itself"


@pytest.mark.parametrize("text", ["", "short words stay as they are", "Llanfairpwllgwyngyll", "1.2.3.4", "a" * 23])
def test_short_words_are_left_alone(text: str) -> None:
    assert breakable(text) == text


@pytest.mark.parametrize(
    "text", ["www.example.org", "https://www.example.org/a_long_path/with-words.html", "x" * 500, "-" * 60, "/" * 60]
)
def test_long_words_can_be_broken_every_few_letters(text: str) -> None:
    broken = breakable(f"see {text} now")
    assert broken.replace(MAY_BREAK, "") == f"see {text} now"
    assert max(map(len, broken.replace(" ", MAY_BREAK).split(MAY_BREAK))) <= LONGEST


def test_rows_inside_a_row_have_less_room_and_more_lines(qtbot: QtBot) -> None:
    tree = shown(qtbot, wraps=True)
    top = tree.topLevelItem(0)
    assert top is not None
    inner = QTreeWidgetItem([LONG, "", ""])
    top.addChild(inner)
    tree.addTopLevelItem(QTreeWidgetItem([LONG, "", ""]))
    top.setExpanded(True)
    tree.setColumnWidth(0, 200)
    qtbot.waitUntil(lambda: tree.visualItemRect(inner).height() > 0)
    assert tree.visualItemRect(inner).height() >= tree.visualItemRect(top).height()
    assert lines(tree, 1) > 1


def test_a_long_list_is_measured_where_it_is_seen(qtbot: QtBot) -> None:
    measured: set[int] = set()

    class Counting(WrappedRows):
        def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
            measured.add(index.row())
            return super().sizeHint(option, index)

    tree = shown(qtbot, wraps=True)
    tree.setItemDelegate(Counting(tree))
    tree.addTopLevelItems([QTreeWidgetItem([f"Row {n}", LONG, "yours"]) for n in range(3000)])
    QApplication.processEvents()
    assert measured
    assert len(measured) <= LOOKED_AT + 100, "not every row of thousands"
    tree.resize(400, 300)
    QApplication.processEvents()
    assert len(measured) <= LOOKED_AT + 100


@pytest.fixture
def found(window: MainWindow, desk: Desk) -> list[str]:
    """Three pages with details beside the person's name; return their keys."""
    desk.check.person = desk.check.person.__class__((detail(DetailKind.NAME, "Nia Ashworth"),))
    hits = tuple(
        Hit(f"Page {n}", f"https://site{n}.example/", "Nia Ashworth", "duckduckgo", "Nia", n) for n in (1, 2, 3)
    )
    ask = Ask(Query("Nia", "your name"), "duckduckgo", Outcome.ANSWERED, "3 pages.", hits=hits)
    desk.check.asks, desk.check.results = [ask], merged([ask])
    keys = [result.key for result in desk.check.results]
    rows = (
        (FindingKind.PHONE, "+447700900123"), (FindingKind.EMAIL, "nia@example.org"),
        (FindingKind.DATE_OF_BIRTH, "1985-03-12"), (FindingKind.ADDRESS, "12 High Street"),
        (FindingKind.WORKPLACE, "Example Home"),
    )  # fmt: skip
    for key in keys:
        desk.check.findings[key] = [
            Finding(kind, value, value, 0, len(value), value, Whose.NEAR_YOUR_NAME) for kind, value in rows
        ]
    window.go_to(4)
    return keys


def test_the_worst_that_details_make_possible_comes_first_and_the_rest_on_request(
    window: MainWindow, found: list[str], qtbot: QtBot
) -> None:
    together = window.details.together
    assert together.isVisible()
    assert len(together.lines) == 3
    assert "pretend to be you" in together.lines[0].text()
    said = " ".join(words.text() for words in together.findChildren(Words))
    assert "If one of the three is gone" in said, "what would end it"
    assert "Seen on site1.example, site2.example, site3.example." in said, "and where it stands"
    all_of_them = together.all_button.text()
    together.all_button.setFocus()
    qtbot.keyClick(together.all_button, Qt.Key.Key_Space)
    assert not together.all_button.isVisible()
    assert f"Show all {len(together.lines)}" == all_of_them
    assert len(together.lines) > 3
    focus = QApplication.focusWidget()
    assert focus is None or focus.isVisible(), "the focus does not go with the button"


def test_a_page_about_somebody_else_says_nothing_about_you(window: MainWindow, desk: Desk, found: list[str]) -> None:
    page = window.details
    assert {row.text(3) for row in top_rows(page.tree)} == {"3"}
    for key in found[:2]:
        desk.change_verdict(key, who=Who.NOT_ME)
    page.arrive()
    assert len(page.together.lines) == 3, "the third page still says it"
    desk.change_verdict(found[2], who=Who.NOT_ME)
    page.arrive()
    assert not page.together.isVisible()
    assert top_rows(page.tree) == []
    page.others.setChecked(True)
    assert {row.text(2) for row in top_rows(page.tree)} == {"somebody else's"}


def test_details_that_come_in_leave_the_person_where_they_are(window: MainWindow, desk: Desk, found: list[str]) -> None:
    tree = window.details.tree
    second = top_rows(tree)[1]
    tree.setCurrentItem(second)
    second.setExpanded(True)
    name = second.text(0)
    more = Finding(FindingKind.DATE_OF_BIRTH, "1986", "1986", 0, 4, "1986", Whose.YOURS)
    desk.check.findings[found[0]] = [more, *desk.check.findings[found[0]]]
    window.details.refresh()
    assert top_rows(tree)[0].text(1) == "1986", "a new row came above"
    current = tree.currentItem()
    assert current is not None
    assert current.text(0) == name
    assert current.isExpanded()


@pytest.mark.parametrize("percent", [100, 200])
def test_rows_with_ticks_have_room_for_all_of_their_words_at_every_width(
    qapp: QApplication, qtbot: QtBot, percent: int
) -> None:
    size = TextSize(qapp)
    size.choose(percent)  # ticks grow with the text
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    delegate = WrappedRows(tree)
    tree.setItemDelegate(delegate)
    qtbot.addWidget(tree)
    top = QTreeWidgetItem(["What I looked at"])
    row = QTreeWidgetItem(["Workplace: Larch Howe Day Centre"])
    tree.addTopLevelItem(top)
    top.addChild(row)
    for each in (top, row):
        each.setCheckState(0, Qt.CheckState.Checked)
    top.setExpanded(True)
    tree.show()
    cut = []
    for width in range(180, 900, 7):
        tree.resize(width, 400)
        tree.doItemsLayout()
        option = QStyleOptionViewItem()
        tree.initViewItemOption(option)
        delegate.initStyleOption(option, tree.indexFromItem(row))
        option.rect = tree.visualItemRect(row)
        option.showDecorationSelected = True
        room = tree.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, tree).adjusted(3, 0, -3, 0)
        needed = tree.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, row.text(0))
        if needed.height() > option.rect.height():
            cut.append(width)
    size.usual()
    assert cut == []


def test_no_table_of_a_page_ends_its_words_in_dots(window: MainWindow) -> None:
    trees = window.findChildren(QTreeWidget)
    assert len(trees) >= 5
    assert [tree.accessibleName() for tree in trees if tree.textElideMode() is not Qt.TextElideMode.ElideNone] == []


def test_no_step_of_the_rail_moves_as_the_states_of_others_come(window: MainWindow, qtbot: QtBot) -> None:
    rail = window.rail
    states = ("✓ filled in", "1 of 20 answered", "✓ all answered", "0 of 62 judged", "9 of yours seen", "1 to do")
    places = []
    for said in (states, [""] * len(states), states):
        for index, state in enumerate(said):
            rail.set_state(index, state)
        rail.doItemsLayout()
        places.append([rail.visualItemRect(rail.item(index)) for index in range(rail.count())])
    assert places[0] == places[1] == places[2]
