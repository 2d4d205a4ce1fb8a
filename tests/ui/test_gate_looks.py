"""Every page of the gate at 100 and 200 %: nothing is cut off, everything has a name, one main button, all words plain."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListWidget, QPushButton, QRadioButton, QWidget
from pytestqt.exceptions import TimeoutError as QtTimeoutError
from pytestqt.qtbot import QtBot

from seen_online.record import troubles
from seen_online.record.header import Locked
from seen_online.record.shelf import OnShelf
from seen_online.ui.gate.page import GatePage
from seen_online.ui.text_size import TextSize
from seen_online.ui.widgets.sheet import Sheet
from seen_online.ui.widgets.text import Words
from support.gates import GateUser, gate_user

COPY = troubles.BackupFile(Path("copy"), datetime(2026, 3, 12, 14, 5, tzinfo=UTC))
RECORDS = (OnShelf("a" * 16, 1, Locked.PASSPHRASE), OnShelf("b" * 16, 2, Locked.KEYRING), OnShelf("c" * 16, 0, None))
TROUBLES = (
    troubles.KeyringLocked(), troubles.KeyringMissing(opening=True), troubles.KeyGone(), troubles.Damaged(looked=True),
    troubles.TooNew(), troubles.ReadOnly("/a/very/long/path/that/leads/to/the/folder/of/all/records"),
    troubles.DiskFull(), troubles.InUse(), troubles.Unreadable("Input/output error"),
)  # fmt: skip


@pytest.fixture(params=[100, 200])
def user(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[GateUser]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    size = TextSize(app)
    size.choose(request.param)
    with gate_user(qtbot) as user:
        user.gate.resize(900, 640)
        yield user
    size.usual()


def each_page(user: GateUser) -> Iterator[GatePage]:
    """Show every page as it is when it says most."""
    pages = user.pages
    shows: list[tuple[GatePage, Callable[[], object]]] = [
        (pages.first, lambda: pages.first.show_others(True)),
        (pages.new, lambda: (pages.new.offer(keyring=True, number=2), pages.new._make())),
        (pages.new, lambda: (pages.new.offer(keyring=False, number=1), pages.new._make())),
        (pages.who, lambda: pages.who.show_records(RECORDS)),
        (
            pages.unlock,
            lambda: (pages.unlock.show_record("Record 2"), pages.unlock.tell(troubles.WrongPassphrase(700))),
        ),
        (pages.locked, lambda: None),
        (pages.forgotten, lambda: None),
        (pages.damaged, lambda: pages.damaged.show_copy(COPY, passphrase=True)),
        (pages.copy, lambda: (pages.copy.offer(keyring=True, shared=True), pages.copy._take_over())),
        (pages.waiting, lambda: (pages.waiting.begin(may_stop=True), pages.waiting._show_hint())),
        *((pages.trouble, lambda t=trouble: pages.trouble.show_trouble(t)) for trouble in TROUBLES),
    ]
    for page, fill in shows:
        fill()
        user.gate._stage.show_page(page)
        user.qtbot.wait(20)
        yield page


def visible(page: QWidget, kind: type) -> list:
    return [widget for widget in page.findChildren(kind) if widget.isVisible()]


def cut_off(page: GatePage) -> list[str]:
    return [words.text() for words in visible(page, Words) if words.height() < words.heightForWidth(words.width())]


def test_no_words_are_cut_off(user: GateUser) -> None:
    for page in each_page(user):
        (sheet,) = page.findChildren(Sheet)
        with contextlib.suppress(QtTimeoutError):  # a busy machine takes its time until all has its place
            user.qtbot.waitUntil(lambda page=page: cut_off(page) == [])
        assert cut_off(page) == [], page
        assert sheet.horizontalScrollBar().maximum() == 0, page
        for words in visible(page, Words):
            assert words.textFormat() is Qt.TextFormat.PlainText
            assert words.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        for button in visible(page, QPushButton):
            assert button.width() >= button.sizeHint().width(), (page, button.text())


def test_everything_has_a_name_and_one_button_leads_on(user: GateUser) -> None:
    for page in each_page(user):
        for kind in (QAbstractButton, QLineEdit, QListWidget):
            for widget in visible(page, kind):
                if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not isinstance(widget.parent(), QLineEdit):
                    name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
                    assert name, (page, widget)
        main = [button for button in visible(page, QPushButton) if button.objectName() == "primary"]
        assert len(main) == (0 if page is user.pages.waiting else 1), page
        assert page.accessibleName(), "a screen reader hears where it is"


def test_what_has_the_focus_says_so_and_nothing_around_it_does(user: GateUser) -> None:
    for page in each_page(user):
        first = QApplication.focusWidget()
        assert first is not None, page
        assert page is first or page.isAncestorOf(first)
        said = [
            widget
            for widget in (user.gate, *user.gate.findChildren(QWidget))
            if widget.isVisible()
            and widget.objectName() != "qt_scrollarea_viewport"  # of Qt itself, beside its list
            and QAccessible.queryAccessibleInterface(widget).state().focused
        ]
        assert said == [first], page
        if page.primary is not None:
            assert first.focusPolicy() & Qt.FocusPolicy.TabFocus, page


def test_tab_goes_through_all_that_can_be_used(user: GateUser) -> None:
    for page in each_page(user):
        usable = [
            widget
            for widget in page.findChildren(QWidget)
            if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        radios = [widget for widget in usable if isinstance(widget, QRadioButton)]
        gone: list[QWidget | None] = []
        for _ in range(2 * len(usable) + 2):
            gone.append(QApplication.focusWidget())
            user.gate.focusNextChild()
        left = [widget for widget in usable if widget not in gone and widget not in radios]  # arrows go through those
        assert left == [], page
