"""An employer's checklists, letters and links, or the person's own: opened here, and every mistake in them named."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QPushButton, QWidget

from seen_online.checklist.fields import Slot
from seen_online.checklist.shelf import Shelf, load_shelf
from seen_online.ui.background import Job, Tell
from seen_online.ui.desk import Desk
from seen_online.ui.dialogs.sheet_dialog import SheetDialog
from seen_online.ui.theme import GAP, LIST
from seen_online.ui.widgets.flow import Flow
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.own_documents import OwnDocuments
from seen_online.ui.widgets.text import body, heading, quiet


class OrganisationDialog(SheetDialog):
    """Choose a folder or a file; what could be loaded holds at once. `loaded` once it does."""

    loaded = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Your employer's checklist folder"))
        self._desk = desk
        self._job: Job | None = None
        self.notice = Notice()
        self.name = heading("")
        self.intro = body("")
        self.what = quiet("")
        self.documents = OwnDocuments()
        self.problems_title = heading("")
        self.problems = QPlainTextEdit(readOnly=True)
        self.problems.setAccessibleName(self.tr("What to mend in these files"))
        self.problems.setTabChangesFocus(True)
        self.problems.setFixedHeight(LIST // 2)
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        column = self.column
        column.addWidget(
            body(
                self.tr(
                    "Your employer may have given you a folder with its own checklist, letters and links. "
                    "It joins ours. We only read it, and send nothing."
                )
            )
        )
        self.folder_button = QPushButton(self.tr("Choose a folder …"))
        self.folder_button.setObjectName("primary")
        self.folder_button.setDefault(True)
        self.folder_button.clicked.connect(self._ask_for_folder)
        self.file_button = QPushButton(self.tr("Add a single file …"))
        self.file_button.clicked.connect(self._ask_for_files)
        self.ours_button = QPushButton(self.tr("Use only what came with the program"))
        self.ours_button.clicked.connect(lambda: self.load(None, ()))
        buttons = Flow(gap=GAP)
        for button in (self.folder_button, self.file_button, self.ours_button):
            buttons.addWidget(button)
        column.addLayout(buttons)
        for widget in (
            self.notice, self.problems_title, self.problems, self.name, self.intro, self.what, self.documents,
        ):  # fmt: skip
            column.addWidget(widget)
        self.fit(760, 620)

    def _ask_for_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Choose the folder"))
        if folder:
            self.load(Path(folder), self._desk.shelf.files)

    def _ask_for_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Choose the files"), "", self.tr("Checklists (*.yaml *.yml)")
        )
        if paths:
            shelf = self._desk.shelf
            self.load(shelf.folder, tuple(dict.fromkeys((*shelf.files, *map(Path, paths)))))

    def load(self, folder: Path | None, files: tuple[Path, ...]) -> None:
        """Read a folder and files beside the window; an earlier reading that has not ended is dropped."""
        if self._job is not None:
            self._job.drop()

        language = self._desk.language

        def task(_stop: object, _tell: Tell) -> Shelf:
            return load_shelf(folder, files, language)

        self.notice.show_text(self.tr("Reading …"))
        self._job = self._desk.background.run(task, self._came, failed=self.notice.tell)

    def _came(self, shelf: Shelf) -> None:
        self._job = None
        self._desk.use_shelf(shelf)
        self._show()
        if shelf.problems:
            self.notice.show_text(self.tr("Some files could not be used. Everything else works."), "attention")
        elif shelf.folder is None and not shelf.files:
            self.notice.show_text(self.tr("Only what came with the program is used now."), "good")
        else:
            self.notice.show_text(self.tr("All of it could be used."), "good")
        self.loaded.emit()

    def _show(self) -> None:
        shelf = self._desk.shelf
        organisation = shelf.organisation
        self.problems_title.setText(self.tr("%n mistake(s) to mend", "", len(shelf.problems)))
        self.problems.setPlainText("\n\n".join(str(problem) for problem in shelf.problems))
        for widget in (self.problems_title, self.problems):
            widget.setVisible(bool(shelf.problems))
        self.name.setText(organisation.name)
        self.name.setVisible(bool(organisation.name))
        services = self.tr("Services: {names}").format(names=", ".join(organisation.services))
        words = "\n".join(part for part in (organisation.intro, services if organisation.services else "") if part)
        self.intro.setText(words)
        self.intro.setVisible(bool(words))
        self.what.setText("\n".join(self._sources(shelf)))
        self.documents.show_slots(get_args(Slot), organisation)
        self.ours_button.setEnabled(shelf.folder is not None or bool(shelf.files))

    def _sources(self, shelf: Shelf) -> list[str]:
        said = [self.tr("Folder: {path}").format(path=shelf.folder)] if shelf.folder is not None else []
        said += [self.tr("File: {path}").format(path=path) for path in shelf.files]
        said += [self.tr("Checklist beside ours: {title}").format(title=each.title) for each in shelf.lists[1:]]
        return said or [self.tr("No folder is chosen. You use what came with the program.")]
