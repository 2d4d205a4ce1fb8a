"""Asking where to save a file, in the system's own way, so that no name is left without its ending."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_SUFFIX = re.compile(r"\*\.(\w+)")


def ask_where(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Ask for the place of a new file, first in the person's documents; None where they think better of it.

    A name typed without an ending gets that of the chosen kind, and only then is asked about a file of that name.

    Args:
        parent: the window that asks.
        title: what is asked.
        name: the name that is offered.
        kinds: what can be saved, as Qt's file dialogs have it: "Word (*.docx);;Text (*.txt)".
    """
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, title, documents or str(Path.home()), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)

    def follow(kind: str) -> None:
        if suffix := _SUFFIX.search(kind):
            dialog.setDefaultSuffix(suffix[1])

    follow(kinds)
    dialog.filterSelected.connect(follow)
    dialog.selectFile(name)
    agreed = dialog.exec() == QFileDialog.DialogCode.Accepted
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if agreed and chosen else None
