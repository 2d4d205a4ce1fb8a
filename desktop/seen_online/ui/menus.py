"""The menus of the window, and their keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from seen_online.ui.keeping import Keeping
from seen_online.ui.text_size import STEPS, TextSize
from seen_online.ui.widgets.page import PageFrame

Shortcut = QKeySequence | QKeySequence.StandardKey


class Steered(Protocol):
    """What the menus can do: the window's own methods."""

    pages: list[PageFrame]
    keeping: Keeping

    def start_practice(self) -> None:
        """Begin practice."""

    def new_check(self) -> None:
        """Ask, then begin the next check."""

    def show_scan(self) -> object:
        """Show what files give away."""

    def press_primary(self) -> None:
        """Do the main thing of the page."""

    def on_note(self, *, print_it: bool) -> None:
        """Save or print the note."""

    def go_to(self, index: int) -> None:
        """Go to a step."""

    def show_outbox(self) -> None:
        """Show what left."""

    def show_settings(self) -> None:
        """Show search services and connection."""

    def show_organisation(self) -> None:
        """Show the employer's checklists."""

    def show_keys(self) -> None:
        """Show all keys."""

    def show_about(self) -> None:
        """Show what the program is and holds to."""

    def close(self) -> bool:
        """Close the window."""
        ...

    def show_record(self) -> None:
        """Show how the record is kept."""


class Menus(QObject):
    """All menus of a window. Those that show something of the check are off while its record is not open."""

    appearance_chosen = Signal(str)

    def __init__(self, window: QMainWindow, does: Steered) -> None:
        super().__init__(window)
        self._window = window
        self._does = does
        self._of_check: list[QAction] = []
        self.actions: list[QAction] = []  # all of them, in their order
        self._schemes: dict[str, QAction] = {}
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.text_size = TextSize(app, self)
        self._file()
        self._view()
        self._settings()
        self._help()
        self.text_size.changed.connect(self._show_text_size)
        self._show_text_size(self.text_size.percent)

    def _file(self) -> None:
        does, keys = self._does, QKeySequence.StandardKey
        menu = self._window.menuBar().addMenu(self.tr("&File"))
        self.practise = self._action(
            menu, self.tr("&Practise with a made-up person"), does.start_practice, of_check=False
        )
        self.new_check = self._action(menu, self.tr("Start a &new check …"), does.new_check)
        menu.addSeparator()
        self._action(menu, self.tr("What a &file gives away …"), does.show_scan, keys.Open)
        main_thing = self.tr("Do the &main thing of this page")
        self._action(menu, main_thing, does.press_primary, QKeySequence("Ctrl+Return"), of_check=False)
        menu.addSeparator()
        self._action(menu, self.tr("&Save the note …"), lambda: does.on_note(print_it=False), keys.Save)
        self._action(menu, self.tr("P&rint the note …"), lambda: does.on_note(print_it=True), keys.Print)
        menu.addSeparator()
        self.lock = self._action(menu, self.tr("&Lock now"), does.keeping.lock, QKeySequence("Ctrl+L"))
        self._action(menu, self.tr("&Quit"), does.close, keys.Quit, of_check=False)

    def _view(self) -> None:
        does = self._does
        menu = self._window.menuBar().addMenu(self.tr("&View"))
        for number, page in enumerate(does.pages):
            keys = QKeySequence(f"Ctrl+{number + 1}")
            self._action(menu, page.title.text(), lambda _=False, n=number: does.go_to(n), keys)
        menu.addSeparator()
        self._appearance(menu.addMenu(self.tr("&Appearance")))
        keys = QKeySequence.StandardKey
        size = self.text_size
        self.larger = self._action(menu, self.tr("Lar&ger text"), size.larger, keys.ZoomIn, of_check=False)
        self.larger.setShortcuts([*QKeySequence.keyBindings(keys.ZoomIn), QKeySequence("Ctrl+=")])
        self.smaller = self._action(menu, self.tr("S&maller text"), size.smaller, keys.ZoomOut, of_check=False)
        self.usual = self._action(menu, self.tr("&Usual text size"), size.usual, QKeySequence("Ctrl+0"), of_check=False)
        menu.addSeparator()
        self.outbox = self._action(menu, self.tr("&Outbox: what left this computer"), does.show_outbox)

    def _settings(self) -> None:
        does = self._does
        menu = self._window.menuBar().addMenu(self.tr("&Settings"))
        self.settings = self._action(menu, self.tr("Search s&ervices and connection …"), does.show_settings)
        self._action(menu, self.tr("Your employer's &checklist folder …"), does.show_organisation)
        self.record = self._action(menu, self.tr("Your &record: keep, lock, erase …"), does.show_record)

    def _help(self) -> None:
        does = self._does
        menu = self._window.menuBar().addMenu(self.tr("&Help"))
        keys = QKeySequence.StandardKey.HelpContents
        self.keys = self._action(menu, self.tr("&Keys …"), does.show_keys, keys, of_check=False)
        self._action(menu, self.tr("&About Seen Online …"), does.show_about, of_check=False)

    def _appearance(self, menu: QMenu) -> None:
        """Offer light and dark beside what the system says, for eyes and rooms that need the other one."""
        group = QActionGroup(self)
        for text, scheme in (
            (self.tr("&As this computer is set"), ""),
            (self.tr("&Light"), "light"),
            (self.tr("&Dark"), "dark"),
        ):
            action = self._action(menu, text, lambda _=False, s=scheme: self.appearance_chosen.emit(s), of_check=False)
            action.setCheckable(True)
            action.setChecked(not scheme)
            group.addAction(action)
            self._schemes[scheme] = action

    def show_appearance(self, scheme: str) -> None:
        """Mark the appearance that holds: "light", "dark" or "" (as the computer is set)."""
        self._schemes[scheme].setChecked(True)

    def _show_text_size(self, percent: int) -> None:
        self.larger.setEnabled(percent < STEPS[-1])
        self.smaller.setEnabled(percent > STEPS[0])
        self.usual.setEnabled(percent != STEPS[0])

    def _action(
        self,
        menu: QMenu,
        text: str,
        slot: Callable[..., object],
        shortcut: Shortcut | None = None,
        *,
        of_check: bool = True,
    ) -> QAction:
        action = QAction(text, self._window)
        if shortcut is not None:
            action.setShortcut(shortcut)
        action.triggered.connect(slot)
        menu.addAction(action)
        self.actions.append(action)
        if of_check:
            self._of_check.append(action)
        return action

    def follow(self, *, open_record: bool, practice: bool, locks: bool) -> None:
        """Offer what makes sense: with a record open or not, in practice, and where there is a lock at all."""
        for action in self._of_check:
            action.setEnabled(open_record)
        self.practise.setEnabled(not practice)
        self.settings.setEnabled(open_record and not practice)  # practice has a connection of its own
        self.record.setEnabled(open_record and not practice)
        self.lock.setEnabled(open_record and locks)
