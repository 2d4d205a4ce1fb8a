"""The gate of the window for tests: with a keyring or none, on a page, and with whatever it opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from seen_online.record.keeper import Keeper
from seen_online.record.keychain import Keychain
from seen_online.ui.background import Background
from seen_online.ui.gate.gate import Gate
from seen_online.ui.gate.page import GatePage
from seen_online.ui.window import MainWindow
from support.records import PASSPHRASE

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 20_000  # milliseconds


class GateUser:
    """Somebody before the gate."""

    def __init__(self, qtbot: QtBot, gate: Gate, background: Background) -> None:
        self.qtbot, self.gate, self.pages, self.background = qtbot, gate, gate.pages, background
        self.opened: list[Keeper] = []
        gate.opened.connect(self.opened.append)

    def at(self, page: GatePage) -> GatePage:
        """Wait until this page stands and nothing is under way."""
        self.qtbot.waitUntil(lambda: self.pages.page is page and not page.pause.running, timeout=PATIENCE)
        return page

    def press(self, button: QPushButton | None) -> None:
        assert button is not None
        assert button.isEnabled(), button.text()
        assert button.isVisible(), button.text()
        self.qtbot.mouseClick(button, LEFT)

    def go_on(self) -> None:
        self.press(self.gate.primary)

    def open_with(self, passphrase: str = PASSPHRASE) -> None:
        self.at(self.pages.unlock)
        self.qtbot.keyClicks(self.pages.unlock.line.edit, passphrase)
        self.go_on()

    def choose_passphrase(self, passphrase: str = PASSPHRASE) -> None:
        self.at(self.pages.new)
        lock = self.pages.new.lock
        if lock.typed.isVisible():
            lock.typed.radio.click()
        for line in (lock.new.first, lock.new.second):
            self.qtbot.keyClicks(line.edit, passphrase)
        self.go_on()

    def until_opened(self) -> Keeper:
        """Wait for what the gate opened, and take it away."""
        self.qtbot.waitUntil(lambda: bool(self.opened), timeout=PATIENCE)
        return self.opened.pop()


@contextmanager
def gate_user(qtbot: QtBot, keychain: Callable[[], Keychain | None] = lambda: None) -> Iterator[GateUser]:
    background = Background()
    gate = Gate(background, keychain)
    qtbot.addWidget(gate)
    gate.resize(1000, 800)
    gate.show()
    user = GateUser(qtbot, gate, background)
    yield user
    for keeper in user.opened:
        keeper.close()
    background.close()


def unlock(window: MainWindow, qtbot: QtBot, passphrase: str = PASSPHRASE) -> None:
    """Open the record of the window with its passphrase."""
    page = window.keeping.gate.pages.unlock
    qtbot.waitUntil(page.isVisible, timeout=PATIENCE)
    qtbot.keyClicks(page.line.edit, passphrase)
    qtbot.mouseClick(page.open_button, LEFT)
    qtbot.waitUntil(window.journey.isVisible, timeout=PATIENCE)


def said_on(*tops: QWidget) -> str:
    """Return every text that these widgets and all in them hold, shown or not, also what undo would bring back."""
    said: list[str] = []
    for top in tops:
        for widget in (top, *top.findChildren(QWidget)):
            said += [widget.windowTitle(), widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
            if isinstance(widget, QLineEdit):
                said.append(widget.text())
                before = widget.echoMode()
                widget.setEchoMode(QLineEdit.EchoMode.Normal)
                widget.undo()
                said.append(widget.text())
                widget.setEchoMode(before)
            elif isinstance(widget, QLabel):
                said.append(widget.text())
            elif isinstance(widget, QPlainTextEdit):
                said.append(widget.toPlainText())
            elif isinstance(widget, QComboBox):
                said += [widget.itemText(row) for row in range(widget.count())]
            elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
                model = widget.model()
                said += [str(model.index(row, 0).data()) for row in range(model.rowCount())]
        said += [action.text() for action in top.findChildren(QAction)]
    return "\n".join(said)
