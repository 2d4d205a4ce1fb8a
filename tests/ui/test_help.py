"""Help that is always at hand: the keys, what the program holds to, and a window that says where one is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from seen_online.ui.dialogs.about import AboutDialog
from seen_online.ui.dialogs.keys import KeysDialog, keys_of
from seen_online.ui.widgets.tree import top_rows
from seen_online.ui.window import MainWindow


def test_every_key_of_the_program_stands_in_one_list(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    assert dialog.isVisible()
    listed = {row.text(0): row.text(1) for row in top_rows(dialog.table)}
    for action in window.menus.actions:
        if not action.shortcut().isEmpty():
            assert action.shortcut().toString(action.shortcut().SequenceFormat.NativeText) in listed
    assert listed["Ctrl+3"] == "Search your name"
    assert {"M", "N", "S", "H", "U", "Ctrl+Z", "Tab", "Space"} <= set(listed)
    assert not any("&" in does for does in listed.values())
    assert len(listed) == len(top_rows(dialog.table)), "no key stands for two things"


def test_no_two_things_have_one_key(window: MainWindow) -> None:
    keys = [keys for keys, _ in keys_of(window.menus.actions)]
    assert len(keys) == len(set(keys))
    for menu in window.menuBar().actions():
        inside = menu.menu()
        marks = [a.text()[a.text().index("&") + 1].lower() for a in inside.actions() if "&" in a.text()]  # type: ignore[attr-defined]
        assert len(marks) == len(set(marks)), menu.text()


def test_what_the_program_holds_to_can_be_read_at_any_time(window: MainWindow) -> None:
    window.show_about()
    dialog = window.findChild(AboutDialog)
    assert dialog is not None
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    for promise in ("Nothing leaves this computer unseen", "could not check", "compared here", "Kept sealed"):
        assert promise in said
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel))


@pytest.mark.parametrize(("step", "name"), [(0, "About you"), (2, "Search your name"), (5, "Your plan and note")])
def test_the_window_is_named_after_its_page(window: MainWindow, step: int, name: str) -> None:
    window.go_to(step)
    assert window.windowTitle() == f"{name} – Seen Online"
    window.start_practice()
    window.go_to(step)
    assert window.windowTitle() == f"Practice: {name} – Seen Online"
    window._show_gate()
    assert window.windowTitle() == "Seen Online", "a locked record says nothing of itself"
