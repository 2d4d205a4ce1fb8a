"""The note: ticked line by line, previewed exactly, saved or printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QTextBrowser, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from seen_online.ui.ask_where import ask_where
from seen_online.ui.background import Tell
from seen_online.ui.changes.following import Following
from seen_online.ui.desk import Desk
from seen_online.ui.plain import tip
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.sides import Sides
from seen_online.ui.widgets.text import quiet
from seen_online.ui.widgets.wrapped import WrappedRows

if TYPE_CHECKING:  # the note's rooms are loaded when the person comes here, not at the start
    from seen_online.note.model import Note
    from seen_online.note.offered import Offer
    from seen_online.note.supervision import Supervision

SHORT = 90  # characters of a tick box
BETWEEN = " · "  # as an offer's lines have it between the cells of a row
TICKS = "note_ticks"  # the setting's name
OFFER, SECRET = "offer", "secret"
TABLE = (
    "th { text-align: left; } th, td { padding: 2px 12px 2px 0; } h1 { font-size: large; } h2 { font-size: medium; } "
    "h2, h3 { margin-top: 16px !important; margin-bottom: 6px !important; }"
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


def _label(each: Offer) -> str:
    """Return what a tick box says: the thing's name, with its one line where that is short enough to stand there.

    What the name says already is not said again.
    """
    if len(each.lines) != 1:
        return each.heading
    cells = each.lines[0].split(BETWEEN)
    more = BETWEEN.join(cell for cell in cells if cell not in each.heading)
    label = f"{each.heading}{': ' if len(cells) == 1 else BETWEEN}{more}"
    return label if more and len(label) < SHORT else each.heading


class NoteTab(QWidget):
    """On the left what may stand in the note, on the right the note itself."""

    def __init__(self, desk: Desk, following: Following, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._following = following
        self._changes: list[str] = []
        self._notice = notice
        self._ticks: dict[str, bool] = {}
        self._unmasked: set[str] = set()
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("What the note holds"))
        self.tree.setHeaderHidden(True)
        self.tree.setItemDelegate(WrappedRows(self.tree))
        self.tree.itemChanged.connect(self._ticked)
        self.preview = Preview()
        column = QVBoxLayout(self)
        column.addWidget(
            quiet(self.tr("Tick what may stand in the note. Details are masked unless you tick “show in full”."))
        )
        column.addWidget(Sides(self.tree, self.preview, (54, 62)), 1)
        desk.check_replaced.connect(self._start_over)
        following.changed.connect(self._compared)

    def _start_over(self) -> None:
        kept = self._desk.recall(TICKS)
        self._ticks = {k: v for k, v in kept.items() if isinstance(v, bool)} if isinstance(kept, dict) else {}
        self._unmasked.clear()  # masked again each time: to show a detail is decided for one note

    def refresh(self) -> None:
        """Offer what the check holds now; ticks that the person set stay."""
        from seen_online.note.offer import offer

        self._made = self._desk.now()
        self._changes = self._since_last_check()
        self._offers = offer(self._desk.check, self._desk.checklist, self._made.date(), self._changes)
        self.tree.blockSignals(True)
        self.tree.clear()
        sections: dict[str, QTreeWidgetItem] = {}
        for each in self._offers:
            if each.section not in sections:
                top = QTreeWidgetItem([each.section.heading])
                top.setFlags(top.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
                self.tree.addTopLevelItem(top)
                top.setExpanded(True)
                sections[each.section] = top
            sections[each.section].addChild(self._row(each))
        self.tree.blockSignals(False)
        self._show()

    def _compared(self) -> None:
        """Offer what changed since the last check as soon as it is known."""
        if self.isVisible() and self._since_last_check() != self._changes:
            self.refresh()

    def _since_last_check(self) -> list[str]:
        from seen_online.note.section_changes import change_lines

        comparison = self._following.comparison
        return change_lines(comparison) if comparison is not None else []

    def _row(self, each: Offer) -> QTreeWidgetItem:
        row = QTreeWidgetItem([_label(each)])
        row.setToolTip(0, tip(each.heading))
        row.setData(0, Qt.ItemDataRole.UserRole, (OFFER, each.id))
        ticked = each.fixed or self._ticks.get(each.id, self._usual(each))
        if each.fixed:
            row.setFlags(row.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        row.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        for secret in each.details:
            child = QTreeWidgetItem([self.tr("Show in full: {masked}").format(masked=secret.label)])
            child.setData(0, Qt.ItemDataRole.UserRole, (SECRET, secret.id))
            shown = secret.id in self._unmasked
            child.setCheckState(0, Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
            row.addChild(child)
        return row

    def _ticked(self, row: QTreeWidgetItem, _column: int) -> None:
        data = row.data(0, Qt.ItemDataRole.UserRole)
        on = row.checkState(0) is Qt.CheckState.Checked
        if isinstance(data, tuple) and data[0] == OFFER:
            self._ticks[data[1]] = on
            self._desk.remember(TICKS, dict(self._ticks))
        elif isinstance(data, tuple):
            (self._unmasked.add if on else self._unmasked.discard)(data[1])
        self._show()

    def note(self) -> Note:
        """Return the note as it stands: what is ticked, nothing else."""
        from seen_online.note.build import build, made_up

        note = build(self._offers, self._chosen(), self._unmasked, self._made)
        return made_up(note) if self._desk.practice else note

    def talk(self) -> Supervision:
        """Return a talk over what is ticked, nothing else."""
        from seen_online.note.supervision import supervision

        return supervision(self._offers, self._chosen(), self._unmasked)

    @property
    def unmasked(self) -> frozenset[str]:
        """Return the ids of the details to show in full."""
        return frozenset(self._unmasked)

    def _chosen(self) -> set[str]:
        return {o.id for o in self._offers if o.fixed or self._ticks.get(o.id, self._usual(o))}

    def _usual(self, each: Offer) -> bool:
        """Tell whether a thing is ticked before the person chooses: here no page is that they have not judged."""
        from seen_online.note.offered import Chapter

        judged = any(verdict.who is not None for verdict in self._desk.check.verdicts.values())
        return each.ticked and (judged or each.section is not Chapter.SEEN)

    def _show(self) -> None:
        from seen_online.note.html import write_html

        bar = self.preview.verticalScrollBar()
        place = bar.value()
        self.preview.setHtml(write_html(self.note()).decode())
        bar.setValue(place)

    def ask_where(self) -> None:
        """Ask where to save, then save in the background."""
        name = "practice-note.docx" if self._desk.practice else "seen-online-note.docx"
        kinds = self.tr("Word (*.docx);;PDF (*.pdf);;Web page (*.html);;Markdown (*.md);;Text (*.txt);;Dates (*.ics)")
        if path := ask_where(self, self.tr("Save the note"), name, kinds):
            self.save(path)

    def save(self, path: Path) -> None:
        """Write the note to `path`, in the format of its suffix; the dialog has asked about replacing already."""
        note = self.note()

        def task(_stop: object, _tell: Tell) -> Path:
            from seen_online.note.save import save

            save(note, path, replace=True)
            return path

        self._desk.background.run(task, self._saved, failed=self._notice.tell)

    def _saved(self, path: Path) -> None:
        self._notice.show_text(self.tr("The note is in {path}").format(path=path), "good")

    def print_note(self) -> None:
        """Print the note through the system's own dialog."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: self.print_to(printer))
        dialog.setModal(True)
        dialog.show()

    def print_to(self, printer: QPrinter) -> None:
        """Print the note to this printer."""
        from seen_online.note.html import write_html

        document = QTextDocument()
        font = QFont(self.font())
        font.setPointSize(PAPER)
        document.setDefaultFont(font)
        document.setDefaultStyleSheet(TABLE)
        document.setHtml(write_html(self.note()).decode())
        document.print_(printer)
