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
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from seen_online.exposure.finding import Finding
from seen_online.reading.page import PageOutcome
from seen_online.review.seen import nearest_first, telling
from seen_online.trouble import Trouble
from seen_online.ui.background import Job, Tell
from seen_online.ui.desk import Desk
from seen_online.ui.plain import tip
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.page import small_button
from seen_online.ui.widgets.text import body
from seen_online.ui.widgets.tree import table
from seen_online.ui.words_for import kind_words, page_words, part_words, whose_words

MOST = 60  # details shown of one file
News = tuple[str, PageOutcome, str, list[Finding], int, int]  # path, outcome, detail, findings, done, total


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
        self.notice = Notice()
        columns = [self.tr("File or detail"), self.tr("What it shows"), self.tr("Whose")]
        self.table = table(self.tr("Files and what they give away"), columns, wide=(0, 1), nested=True, wraps=True)
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
            body(self.tr("Drop a saved page, a picture, a document or a download of your data here. Nothing leaves."))
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
        if self._job is not None or not paths:
            return
        person = self._desk.check.person

        def task(stop: threading.Event, tell: Tell) -> None:
            from seen_online.exposure import find
            from seen_online.reading.scan import each_file

            for path, page, done, total in each_file(paths, stop):
                found = nearest_first(find(page, person)) if page.text else []
                tell((path, page.outcome, page.detail, found, done, total))

        self._whole = True
        self.notice.show_text("")
        self._job = self._desk.background.run(task, self._ended, self._came, self._broke)
        self._show_running(True)

    def stop(self) -> None:
        """Stop reading; what was read stays."""
        if self._job is not None:
            self._job.cancel()
            self._whole = False

    def _came(self, news: News) -> None:
        path, outcome, detail, found, done, total = news
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        sign, words = page_words(outcome)
        self._whole = self._whole and outcome is PageOutcome.READ
        # A detail goes with what was not seen of a file, also of one that was read: a picture's own content, say.
        self._whole = self._whole and not detail
        said = f"{sign} {words}. {detail}" if detail or outcome is not PageOutcome.READ else self._summary(found)
        top = QTreeWidgetItem([Path(path).name, said, ""])
        top.setToolTip(0, tip(path))
        top.setToolTip(1, tip(said))
        for finding in found[:MOST]:
            mark = "!" if telling([finding]) else "–"
            shown = f"{' '.join(finding.shown.split())}   ({part_words(finding.where)})"
            child = QTreeWidgetItem([f"{mark} {kind_words(finding.kind)}", shown, whose_words(finding.whose)])
            child.setToolTip(1, tip(" ".join(finding.context.split())))
            top.addChild(child)
        if len(found) > MOST:
            top.addChild(QTreeWidgetItem([self.tr("And %n more.", "", len(found) - MOST)]))
        self.table.addTopLevelItem(top)
        top.setExpanded(bool(telling(found)) or total == 1)

    def _summary(self, found: Sequence[Finding]) -> str:
        if not found:
            return self.tr("✓ We saw no contact details, places or dates of birth in it.")
        return self.tr("%n detail(s) seen", "", len(found))

    def _ended(self, _answer: object) -> None:
        self._job = None
        self._show_running(False)
        if self._whole:
            self.notice.show_text(self.tr("All of it was read."), "good")
        else:
            self.notice.show_text(self.tr("Not all of it could be seen. Look at those files yourself."), "attention")

    def _broke(self, trouble: Trouble) -> None:
        self._job = None
        self._show_running(False)
        self.notice.tell(trouble)

    def _show_running(self, running: bool) -> None:
        self.bar.setRange(0, 0)
        self.bar.setVisible(running)
        self.stop_button.setVisible(running)
        self.files_button.setEnabled(not running)
        self.folder_button.setEnabled(not running)

    def _choose_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose files"))
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
