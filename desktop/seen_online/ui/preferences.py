"""What the person set once and wants to find again: the size of the text, light or dark, the employer's folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from seen_online.checklist.shelf import Shelf, load_shelf
from seen_online.record.keeper import Keeper
from seen_online.trouble import Trouble
from seen_online.ui.background import Tell
from seen_online.ui.desk import Desk
from seen_online.ui.text_size import TextSize
from seen_online.ui.theme import choose_scheme
from seen_online.ui.widgets.notice import Notice
from seen_online.words import say

TEXT_SIZE, APPEARANCE = "text_size", "appearance"
FOLDER, FILES = "organisation_folder", "organisation_files"
SCHEMES = {"": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


class Preferences(QObject):
    """Keeps them with the record, and takes them up when a record is opened. `notice` says what could not be found."""

    appearance_changed = Signal(str)

    def __init__(self, desk: Desk, text_size: TextSize, notice: Notice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._text_size = text_size
        self._notice = notice
        self.appearance = ""
        self._keeper: Keeper | None = None  # whose preferences hold now
        self._followed: tuple[str, tuple[str, ...]] = ("", ())  # the folder and files that were last taken up or kept
        self._unkept: dict[str, object] = {}  # chosen while no record was open: it goes into the next one
        text_size.changed.connect(lambda percent: self._keep(TEXT_SIZE, percent))
        desk.check_replaced.connect(self.take_up)
        desk.shelf_changed.connect(self._keep_folder)

    def choose_appearance(self, name: str) -> None:
        """Go light, dark or ("") as the computer is set, and keep that."""
        self._show_appearance(name)
        self._keep(APPEARANCE, name)

    def _keep(self, name: str, value: object) -> None:
        if self._keeper is not None and self._keeper.keeps:
            self._desk.remember(name, value)  # not in practice
        else:
            self._unkept[name] = value

    def take_up(self) -> None:
        """Set all as the record that is open has it; without a record, and in practice, all stays as it is."""
        keeper = self._desk.keeper
        if self._desk.practice or keeper is self._keeper:
            return
        self._keeper = keeper
        if not keeper.keeps:
            return
        for name, value in self._unkept.items():
            self._desk.remember(name, value)
        self._unkept.clear()
        percent = self._desk.recall(TEXT_SIZE)
        if isinstance(percent, int):
            self._text_size.choose(percent)
        name = self._desk.recall(APPEARANCE)
        if name in SCHEMES:
            self._show_appearance(name)
        self._take_up_folder()

    def _show_appearance(self, name: str) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication) and name in SCHEMES and name != self.appearance:
            self.appearance = name
            choose_scheme(app, SCHEMES[name])
            self.appearance_changed.emit(name)

    def _take_up_folder(self) -> None:
        folder, files = self._desk.recall(FOLDER, ""), self._desk.recall(FILES, [])
        if not isinstance(folder, str) or not isinstance(files, list):
            return
        wanted = (folder, tuple(str(file) for file in files))
        if wanted == self._followed or wanted == ("", ()):
            return
        place = Path(folder) if folder else None
        there = tuple(path for path in map(Path, wanted[1]) if path.is_file())
        gone = [str(place)] if place is not None and not place.is_dir() else []
        gone += [str(path) for path in map(Path, wanted[1]) if path not in there]
        if gone:
            self._notice.tell(
                Trouble(
                    say("Your employer's checklists are not there any more: {places}.", places=", ".join(gone)),
                    say(
                        "You use what came with the program. If the folder was moved, choose it again in the menu "
                        "Settings, Your employer's checklist folder."
                    ),
                )
            )
            place = None if place is not None and not place.is_dir() else place
        if place is None and not there:
            return
        self._followed = wanted
        language = self._desk.language

        def task(_stop: object, _tell: Tell) -> Shelf:
            return load_shelf(place, there, language)

        self._desk.background.run(task, self._came, failed=self._notice.tell)

    def _came(self, shelf: Shelf) -> None:
        self._desk.use_shelf(shelf)
        if shelf.problems:
            self._notice.show_text(
                say("Some of your employer's files could not be used. See Settings, Your employer's checklist folder."),
                "attention",
            )

    def _keep_folder(self) -> None:
        """Keep which folder and files are in use; a folder that was gone for once is not forgotten by itself."""
        shelf = self._desk.shelf
        now = (str(shelf.folder) if shelf.folder is not None else "", tuple(str(file) for file in shelf.files))
        if now == self._followed:
            return
        self._followed = now
        self._desk.remember(FOLDER, now[0])
        self._desk.remember(FILES, list(now[1]))
