"""The note: ticked line by line, previewed exactly, saved or printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from seen_online.trouble import Trouble
from seen_online.ui.ask_where import ask_where
from seen_online.ui.background import Job, Soon
from seen_online.ui.changes.following import Following
from seen_online.ui.desk import Desk
from seen_online.ui.pages.note_preview import Preview, ask_to_print, print_note
from seen_online.ui.pages.note_writing import Held, Line, lines_of, made_of
from seen_online.ui.plain import tip
from seen_online.ui.ticks import keep_ticks, kept_ticks
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.pause import Pause
from seen_online.ui.widgets.sides import Sides
from seen_online.ui.widgets.text import quiet
from seen_online.ui.widgets.wrapped import WrappedRows

if TYPE_CHECKING:  # the note's rooms are loaded when the person comes here, not at the start
    from seen_online.note.model import Note
    from seen_online.note.offered import Chapter
    from seen_online.note.supervision import Supervision

FEW = 100  # pages: a note of a check with as many is there in less than a tenth of a second
TICKS = "note_ticks"  # the setting's name
OFFER, SECRET = "offer", "secret"


class NoteTab(QWidget):
    """On the left what may stand in the note, on the right the note itself."""

    def __init__(self, desk: Desk, following: Following, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._following = following
        self._notice = notice
        self._ticks: dict[str, bool] = {}
        self._unmasked: set[str] = set()
        self._held: Held | None = None  # what the lines are made of, or are being made of
        self._lines: list[Line] = []
        self._made = desk.now()
        self._job: Job | None = None
        self._again = False  # something was ticked while the note was being written
        self._then: list[Callable[[], object]] = []
        self._soon = Soon(self, 0, self._after_ticks)  # all boxes of a section are ticked one after the other
        self.pause = Pause(self)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("What the note holds"))
        self.tree.setHeaderHidden(True)
        self.tree.setItemDelegate(WrappedRows(self.tree))
        self.tree.itemChanged.connect(self._ticked)
        self.preview = Preview()
        column = QVBoxLayout(self)
        column.addWidget(
            quiet(self.tr("Tick what may stand in the note. Dots hide your details unless you tick “show in full”."))
        )
        column.addWidget(self.pause)
        column.addWidget(Sides(self.tree, self.preview, (54, 62)), 1)
        desk.check_replaced.connect(self._start_over)
        following.changed.connect(self._compared)

    def _start_over(self) -> None:
        self.put_away()
        self._ticks = kept_ticks(self._desk, TICKS)
        if self.isVisible():
            self.refresh()

    def put_away(self) -> None:
        """Let go of the note and of all that it could hold."""
        self._stop()
        self._ticks = {}
        self._unmasked.clear()  # masked again each time: to show a detail is decided for one note
        self._held, self._lines = None, []
        self.tree.clear()
        self.preview.clear()

    def _stop(self) -> None:
        """Drop what is under way: its answer would be stale."""
        if self._job is not None:
            self._job.drop()
        self._job, self._again = None, False
        self._then.clear()
        self._soon.stop()
        self.pause.end()

    @property
    def at_work(self) -> bool:
        """Tell whether the preview is not yet what is ticked."""
        return self._job is not None or self._soon.isActive()

    def refresh(self) -> None:
        """Offer what the check holds now, where that is something new; ticks that the person set stay."""
        desk, now = self._desk, self._desk.now()
        held = Held(desk.check.still(), desk.checklist, now.date(), self._following.comparison, desk.practice)
        if held != self._held:
            then = list(self._then)
            self._stop()
            self._then += then
            self._held = held
            self.pause.begin(self.tr("Putting your note together …"))
            self._run(lambda: lines_of(held), self._offer)
        elif self._job is None and now.replace(second=0, microsecond=0) > self._made:
            self._made = now  # the note says when it was made, to the minute
            self._write()

    def ready(self, then: Callable[[], object]) -> None:
        """Call `then` once the note is what the check holds now, and the preview what is ticked."""
        self.take_over()
        self.refresh()
        if self.at_work:
            self._then.append(then)
        else:
            then()

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Do the work: at once where that takes no time that one would see, else beside the window."""
        if len(self._desk.check.results) <= FEW:
            done(work())
        else:
            self._job = self._desk.background.run(lambda _stop, _tell: work(), done, failed=self._gave_up)

    def _gave_up(self, trouble: Trouble) -> None:
        self._stop()
        self._held = None  # so that the next look tries again
        self._notice.tell(trouble)

    def _compared(self) -> None:
        """Offer what changed since the last check as soon as it is known."""
        if self.isVisible():
            self.refresh()

    def _offer(self, lines: list[Line]) -> None:
        self._job = None
        self._made = self._desk.now()
        self._lines = lines
        self.tree.blockSignals(True)
        self.tree.clear()
        sections: dict[Chapter, list[QTreeWidgetItem]] = {}
        for line in lines:
            sections.setdefault(line.offer.section, []).append(self._row(line))
        for section, rows in sections.items():
            top = QTreeWidgetItem([section.heading])
            top.setFlags(top.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
            top.addChildren(rows)
            self.tree.addTopLevelItem(top)
            top.setExpanded(True)
        self.tree.blockSignals(False)
        self.pause.end()
        self._write()

    def _row(self, line: Line) -> QTreeWidgetItem:
        each = line.offer
        row = QTreeWidgetItem([line.label])
        row.setToolTip(0, tip(line.heading))
        row.setData(0, Qt.ItemDataRole.UserRole, (OFFER, each.id))
        if each.fixed:
            row.setText(0, self.tr("{line} (always in the note)").format(line=line.label))
            row.setFlags(row.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        row.setCheckState(0, Qt.CheckState.Checked if self._is_chosen(line) else Qt.CheckState.Unchecked)
        for secret in each.details:
            child = QTreeWidgetItem([self.tr("Show in full: {masked}").format(masked=secret.label)])
            child.setData(0, Qt.ItemDataRole.UserRole, (SECRET, secret.id))
            shown = secret.id in self._unmasked
            child.setCheckState(0, Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
            row.addChild(child)
        return row

    def take_over(self) -> None:
        """Keep the last ticks."""
        if self._soon.isActive():
            self._soon.stop()
            self._after_ticks()

    def _ticked(self, row: QTreeWidgetItem, _column: int) -> None:
        data = row.data(0, Qt.ItemDataRole.UserRole)
        on = row.checkState(0) is Qt.CheckState.Checked
        if isinstance(data, tuple) and data[0] == OFFER:
            self._ticks[data[1]] = on
        elif isinstance(data, tuple):
            (self._unmasked.add if on else self._unmasked.discard)(data[1])
        self._soon.please()

    def _after_ticks(self) -> None:
        keep_ticks(self._desk, TICKS, self._ticks)
        if self._job is None:
            self._write()
        else:
            self._again = True

    def _note_now(self) -> Callable[[], Note]:
        """Return what makes the note as it stands, wherever and whenever that is called."""
        lines, made, practice = self._lines, self._made, self._desk.practice
        chosen, unmasked = self._chosen(), self.unmasked
        return lambda: made_of(lines, chosen, unmasked, made, practice=practice)

    def note(self) -> Note:
        """Return the note as it stands: what is ticked, nothing else."""
        return self._note_now()()

    def talk(self) -> Supervision:
        """Return a talk over what is ticked, nothing else."""
        from seen_online.note.supervision import supervision

        return supervision([line.offer for line in self._lines], self._chosen(), self._unmasked)

    @property
    def unmasked(self) -> frozenset[str]:
        """Return the ids of the details to show in full."""
        return frozenset(self._unmasked)

    def _is_chosen(self, line: Line) -> bool:
        return line.offer.fixed or self._ticks.get(line.offer.id, line.ticked)

    def _chosen(self) -> set[str]:
        return {line.offer.id for line in self._lines if self._is_chosen(line)}

    def _write(self) -> None:
        note = self._note_now()

        def task() -> str:
            from seen_online.note.html import write_html

            return write_html(note()).decode()

        self._run(task, self._show)

    def _show(self, written: str) -> None:
        self._job = None
        if self._again:  # this is not what is ticked any more
            self._again = False
            self._write()
            return
        self.preview.show_note(written)
        then, self._then = self._then, []
        for each in then:
            each()

    def ask_where(self) -> None:
        """Ask where to save, then save in the background."""
        self.ready(self._ask_where)

    def _ask_where(self) -> None:
        name = "practice-note.docx" if self._desk.practice else "seen-online-note.docx"
        kinds = self.tr("Word (*.docx);;PDF (*.pdf);;Web page (*.html);;Markdown (*.md);;Text (*.txt);;Dates (*.ics)")
        if path := ask_where(self, self.tr("Save the note"), name, kinds):
            self.save(path)

    def save(self, path: Path) -> None:
        """Write the note to `path`, in the format of its suffix; the dialog has asked about replacing already."""
        note = self._note_now()

        def task() -> Path:
            from seen_online.note.save import save

            save(note(), path, replace=True)
            return path

        self._desk.files.write(task, self.tr("The note is in {path}"), self._notice)

    def print_note(self) -> None:
        """Print the note through the system's own dialog."""
        self.ready(lambda: ask_to_print(self.print_to, self))

    def print_to(self, printer: QPrinter) -> None:
        """Print the note to this printer."""
        from seen_online.note.html import write_html

        print_note(write_html(self.note()).decode(), printer, self.font())
