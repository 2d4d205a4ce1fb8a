"""What files give away before they are posted or sent: a page, a picture, a document, a network's download."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from seen_online.reading.page import PageOutcome
from seen_online.reading.plain import seen_name
from seen_online.review.seen import nearest_first
from seen_online.trouble import Trouble
from seen_online.ui.background import Job, Soon, Tell
from seen_online.ui.desk import Desk
from seen_online.ui.dialogs.scan_rows import FileNews, FileRows
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.page import small_button
from seen_online.ui.widgets.text import body
from seen_online.ui.widgets.tree import table

PAUSE = 150  # milliseconds between two looks at what came


class ScanDialog(QDialog):
    """Reads files here, in processes of their own, and shows what each gives away. Nothing leaves."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What a file gives away"))
        self.setAcceptDrops(True)
        self._desk = desk
        self._job: Job | None = None
        self._whole = True
        self._waiting: list[FileNews] = []
        self._soon = Soon(self, PAUSE, self._show_waiting, first_at_once=True)
        self.notice = Notice()
        columns = [self.tr("File or detail"), self.tr("What it shows"), self.tr("Whose")]
        self.table = table(self.tr("Files and what they give away"), columns, wide=(0, 1), nested=True, wraps=True)
        self._rows = FileRows(self.table)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress of reading"))
        self.bar.hide()
        self.files_button = small_button(self.tr("Choose files …"))
        self.files_button.clicked.connect(self._choose_files)
        self.folder_button = small_button(self.tr("Choose a folder …"))
        self.folder_button.clicked.connect(self._choose_folder)
        self.stop_button = small_button(self.tr("Stop"))
        self.stop_button.clicked.connect(self.stop)
        self.stop_button.hide()
        row = QHBoxLayout()
        for button in (self.files_button, self.folder_button, self.stop_button):
            row.addWidget(button)
        row.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(
            body(
                self.tr(
                    "Drop a saved page, a picture, a document or a download of your data here. Nothing leaves this "
                    "computer."
                )
            )
        )
        column.addWidget(self.notice)
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        room = self.screen().availableSize()
        self.resize(min(860, room.width() - 80), min(560, room.height() - 80))

    def scan(self, paths: Sequence[Path]) -> None:
        """Read these files and folders, beside what was read before."""
        if self._job is not None:
            self.notice.show_text(self.tr("We are still reading. Drop it again when this is done."), "attention")
            return
        if not paths:
            self.notice.show_text(self.tr("We only read files here. Save the page, then drop the file."), "attention")
            return
        person = self._desk.check.person

        def task(stop: threading.Event, tell: Tell) -> None:
            from seen_online.exposure import find
            from seen_online.reading.scan import MOST_PATH, each_file

            tops = [seen_name(str(path), MOST_PATH) for path in paths]
            for path, page, done, total in each_file(paths, stop):
                found = nearest_first(find(page, person)) if page.text else []
                tell(FileNews(path, name_below(path, tops), page.outcome, page.detail, found, done, total))

        self._whole = True
        self._rows.begin()
        self.notice.show_text("")
        self._job = self._desk.background.run(task, self._ended, self._came, self._broke)
        self._show_running(True)

    def stop(self) -> None:
        """Stop reading, at once; what was read stays. The file under way is given up, however long it would take."""
        if self._job is not None:
            self._job.drop()
            self._finish()
            self.notice.show_text(self.tr("You stopped. Only what is listed here was read."), "attention")

    def _came(self, news: FileNews) -> None:
        self._waiting.append(news)
        self._soon.please()

    def _show_waiting(self) -> None:
        news, self._waiting = self._waiting, []
        if not news:
            return
        if self._job is not None:
            self.bar.setRange(0, news[-1].total)
            self.bar.setValue(news[-1].done)
        # A detail goes with what was not seen of a file, also of one that was read: a picture's own content, say.
        self._whole = self._whole and not any(one.detail or one.outcome is not PageOutcome.READ for one in news)
        self._rows.add(news)

    def _ended(self, _answer: object) -> None:
        self._finish()
        if self._whole:
            self.notice.show_text(self.tr("All of it was read."), "good")
        else:
            self.notice.show_text(self.tr("Not all of it could be seen. Look at those files yourself."), "attention")

    def _finish(self) -> None:
        self._job = None
        self._show_waiting()
        self._rows.end()
        self._show_running(False)

    def _broke(self, trouble: Trouble) -> None:
        self._finish()
        self.notice.tell(trouble)

    def _show_running(self, running: bool) -> None:
        self.bar.setRange(0, 0)
        self.bar.setVisible(running)
        self.stop_button.setVisible(running)
        self.files_button.setEnabled(not running)
        self.folder_button.setEnabled(not running)

    def _choose_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose files"))
        if paths:
            self.scan([Path(path) for path in paths])

    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"))
        if path:
            self.scan([Path(path)])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and nothing else."""
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        event.acceptProposedAction()
        self.scan(dropped_files(event))

    def reject(self) -> None:
        """Stop what runs before closing."""
        if self._job is not None:
            self._job.drop()
        super().reject()


def dropped_files(event: QDropEvent) -> list[Path]:
    """Return the files that are dropped; an address of the web among them is not fetched."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def name_below(path: str, tops: Sequence[str]) -> str:
    """Return what tells a file from the others: its path below the folder or archive that was dropped, or its name."""
    for top in tops:
        if path.startswith(top) and path[len(top) : len(top) + 1] in ("/", "\\"):
            return path[len(top) + 1 :].replace("\\", "/")
    return Path(path).name
