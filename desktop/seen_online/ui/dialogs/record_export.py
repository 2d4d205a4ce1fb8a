"""Saving one sealed copy, to take to another computer or to keep in a drawer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from seen_online.record.export import SUFFIX
from seen_online.record.store import Record
from seen_online.record.troubles import ReadOnly, WeakPassphrase
from seen_online.trouble import Trouble
from seen_online.ui.background import Background
from seen_online.ui.dialogs.record_form import RecordForm
from seen_online.ui.widgets.new_passphrase import NewPassphrase
from seen_online.words import say

_HEIGHT = 520  # pixels
_NAME = "seen-online" + SUFFIX


def saved_in(path: Path) -> str:
    """Return what is said of a copy that is saved."""
    return say("The sealed copy is in {path}. Keep its passphrase somewhere else.", path=path)


class RecordExportDialog(RecordForm):
    """`saved` carries the file's path."""

    saved = Signal(object)

    def __init__(self, background: Background, record: Record, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self.setWindowTitle(self.tr("Save a sealed copy"))
        self.intro.setText(
            self.tr(
                "All of your record goes into one file that opens on any computer with Seen Online. It opens only with"
                " the passphrase that you choose here."
            )
        )
        self.do_it.setText(self.tr("Save the copy …"))
        self._record = record
        self.new = NewPassphrase(self.tr("A passphrase for the copy"))
        self.new.submitted.connect(self.go)
        self.column.addWidget(self.new)
        self.end(_HEIGHT)
        self.new.setFocus()

    def go(self) -> None:
        """Ask where the copy goes."""
        if self.new.chosen():
            folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            kinds = self.tr("Sealed copies (*{suffix})").format(suffix=SUFFIX)
            start = str(Path(folder or Path.home()) / _NAME)
            path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the copy"), start, kinds)
            if path:
                self.save(Path(path))

    def save(self, path: Path) -> None:
        """Write the copy; the dialog has asked about replacing already."""
        passphrase = self.new.chosen()
        if not passphrase:
            return
        path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
        record = self._record

        def task() -> Path:
            from seen_online.record.export import export

            export(record, path, passphrase)
            return path

        self.run(self.tr("Saving the copy …"), task, self._is_saved, saved_in)

    def _is_saved(self, path: Path) -> None:
        self.accept()
        self.saved.emit(path)

    def failed(self, trouble: Trouble) -> None:
        """Say what is wrong, beside the place where it is."""
        if isinstance(trouble, WeakPassphrase):
            self.new.tell(trouble)
        elif isinstance(trouble, ReadOnly):
            super().failed(Trouble(say("Nothing can be written there."), say("Choose another folder."), trouble.where))
        else:
            super().failed(trouble)
