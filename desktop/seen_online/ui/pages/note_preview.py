"""The note on the screen, and on paper: our own HTML of it, in one look for both."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QTextBrowser, QWidget

TABLE = (
    "th { text-align: left; } th, td { padding: 2px 12px 2px 0; } h1 { font-size: large; } h2 { font-size: medium; } "
    "h2, h3 { margin-top: 16px !important; margin-bottom: 6px !important; } tbody th { font-weight: 400; }"
)
PAPER = 11  # points: as in the other files, however large the text on the screen is


class Preview(QTextBrowser):
    """Shows our own HTML of the note. It loads nothing and opens nothing."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        """Load nothing, whatever the document names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.document().setDefaultStyleSheet(TABLE)
        self.setAccessibleName(self.tr("The note, exactly as it will be written"))

    def show_note(self, written: str) -> None:
        """Show the note as it is written now, and stay where one reads."""
        bar = self.verticalScrollBar()
        place = bar.value()
        self.setHtml(written)
        bar.setValue(place)


def ask_to_print(print_to: Callable[[QPrinter], object], parent: QWidget) -> None:
    """Let the person choose a printer in the system's own dialog; `print_to` gets it where they do."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.accepted.connect(lambda: print_to(printer))
    dialog.setModal(True)
    dialog.show()


def print_note(written: str, printer: QPrinter, font: QFont) -> None:
    """Print our own HTML of a note in this font, in the size of the other files."""
    document = QTextDocument()
    font = QFont(font)
    font.setPointSize(PAPER)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(TABLE)
    document.setHtml(written)
    document.print_(printer)
