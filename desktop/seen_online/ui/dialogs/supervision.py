"""The view for two people at one screen: what was ticked, one point at a time, and what they agree on.

It is made of a talk alone and knows nothing of the check behind it, so that nothing else can come to light here.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut

from seen_online.note.model import Note
from seen_online.note.supervision import Supervision, agree, go_to, withdraw
from seen_online.trouble import Trouble
from seen_online.ui.ask_where import ask_where
from seen_online.ui.dialogs.question import QuestionDialog
from seen_online.ui.dialogs.supervision_finish import Finish
from seen_online.ui.dialogs.supervision_frame import NEUTRAL, TALK, SupervisionFrame
from seen_online.ui.dialogs.supervision_point import PointView
from seen_online.ui.files import Files
from seen_online.ui.widgets.agree import AgreePanel
from seen_online.ui.widgets.large import enlarge


class SupervisionWindow(SupervisionFrame):
    """A window of its own. `closed` when it is done with; `make_note` writes the note of the talk as it stands.

    `taken` carries the talk after each change, so that it can be kept; a talk that was kept is gone on with.
    """

    closed = Signal()
    taken = Signal(object)

    def __init__(
        self,
        talk: Supervision,
        make_note: Callable[[Supervision], Note],
        files: Files,
        *,
        practice: bool = False,
    ) -> None:
        super().__init__(practice=practice)
        self.talk = talk
        self._files = files
        self._practice = practice
        self._saved = self._saving = talk  # what needs no asking about before closing
        self._at_end = False
        self._kept = False
        self.point_view: PointView | None = None
        self.agree_panel = AgreePanel()
        self.agree_panel.added.connect(self._agree)
        self.agree_panel.removed.connect(lambda number: self._take(withdraw(self.talk, number)))
        self.finish = Finish(make_note)
        self.finish.changed.connect(lambda: self._take(self.finish.in_talk(self.talk)))
        self.column.insertWidget(0, self.agree_panel)
        self.column.insertWidget(1, self.finish)
        self.agree_panel.show_agreed(talk.agreed)
        self.finish.begin(talk)
        enlarge(self)
        self._keys()
        self._show()
        room = self.screen().availableSize()
        self.resize(min(1180, room.width() - 40), min(860, room.height() - 60))

    def _keys(self) -> None:
        self.hide_button.clicked.connect(self.hide_all)
        self.full_button.clicked.connect(self.full_screen)
        self.end_button.clicked.connect(self.close)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self._main)
        for keys, slot in (
            (("PgDown", "Right"), self.next),
            (("PgUp", "Left"), self.back),
            (("Esc",), self.hide_all),
            (("F11",), self.full_screen),
        ):
            for key in keys:
                QShortcut(QKeySequence(key), self, slot)

    @property
    def hidden(self) -> bool:
        """Tell whether the neutral screen is shown."""
        return self.stack.currentIndex() == NEUTRAL

    def hide_all(self) -> None:
        """Show the neutral screen; the same key again brings the talk back where it was."""
        self.stack.setCurrentIndex(TALK if self.hidden else NEUTRAL)
        if not self.hidden:
            self.area.setFocus()

    def full_screen(self) -> None:
        """Fill the screen, or go back to a window."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def next(self) -> None:
        """Go to the next point; behind the last one comes the end of the talk."""
        if self.hidden or self._at_end:
            return
        self._at_end = self.talk.at >= len(self.talk.points) - 1
        self._take(go_to(self.talk, self.talk.at + (0 if self._at_end else 1)))
        self._show()

    def back(self) -> None:
        """Go to the point before."""
        if self.hidden:
            return
        back = 0 if self._at_end else 1
        self._at_end = False
        self._take(go_to(self.talk, self.talk.at - back))
        self._show()

    def _main(self) -> None:
        if self._at_end:
            self._ask_where()
        else:
            self.next()

    def _show(self) -> None:
        """Show the point, or the end; what was on the screen before is thrown away, not hidden underneath."""
        if self.point_view is not None:
            self.column.removeWidget(self.point_view)
            self.point_view.hide()
            self.point_view.deleteLater()
            self.point_view = None
        point = self.talk.point
        if point is not None and not self._at_end:
            self.point_view = PointView(point, noted=point.id in self.talk.noted, practice=self._practice)
            enlarge(self.point_view)
            self.point_view.changed.connect(self._note_point)
            self.column.insertWidget(0, self.point_view)
        self.finish.setVisible(self._at_end)
        all_points = len(self.talk.points)
        self.where.setText(
            self.tr("The end of the talk")
            if self._at_end
            else self.tr("Point {number} of {all}").format(number=self.talk.at + 1, all=all_points)
        )
        self.next_button.setText(self.tr("Save the note of our talk …") if self._at_end else self.tr("Next"))
        self.back_button.setEnabled(self._at_end or self.talk.at > 0)
        self.notice.show_text("")
        self.area.verticalScrollBar().setValue(0)
        self.area.setFocus()

    def _take(self, talk: Supervision) -> None:
        """Take the talk as it stands now, and show what is agreed."""
        agreed = self.talk.agreed
        self.talk = talk
        if talk.agreed != agreed:
            self.agree_panel.show_agreed(talk.agreed)
        self.finish.show_note(talk)
        self.taken.emit(talk)

    def _agree(self, what: str, who: str, due: object) -> None:
        try:
            self._take(agree(self.talk, what, who, self.agree_panel.by.day if due is not None else None))
        except Trouble as trouble:
            self.notice.tell(trouble)
        else:
            self.notice.show_text("")
            self.agree_panel.clear()

    def _note_point(self) -> None:
        if self.point_view is not None:
            self._take(self.point_view.in_talk(self.talk))

    def _ask_where(self) -> None:
        if self.agree_panel.unfinished:
            self.notice.show_text(
                self.tr("One action is written but not agreed on. Press “We agree on this”, or empty the line."),
                "attention",
            )
            self.agree_panel.what.setFocus()
            return
        kinds = self.tr("Word (*.docx);;PDF (*.pdf);;Web page (*.html);;Markdown (*.md);;Text (*.txt);;Dates (*.ics)")
        if path := ask_where(self, self.tr("Save the note of our talk"), "supervision-note.docx", kinds):
            self.save(path)

    def save(self, path: Path) -> None:
        """Write the note of the talk to `path`, in the format of its suffix."""
        self._saving = self.talk
        note = self.finish.show_note(self.talk)  # what is saved is what stands there

        def task() -> Path:
            from seen_online.note.save import save

            save(note, path, replace=True)
            return path

        self._files.write(task, self.tr("The note of your talk is in {path}"), self.notice, self._written)

    def _written(self, _path: Path) -> None:
        self._saved = self._saving

    @property
    def _unsaved(self) -> bool:
        """Tell whether closing would lose something that the two wrote down; the point they are at is nothing."""
        return self.agree_panel.unfinished or msgspec.structs.replace(self.talk, at=0) != msgspec.structs.replace(
            self._saved, at=0
        )

    def put_away(self) -> None:
        """Close without a question, since what was agreed is kept and the record is about to be locked."""
        self._kept = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before what was agreed is lost."""
        if self._unsaved and not self._kept:
            event.ignore()
            question = QuestionDialog(
                self.tr("Close without saving?"),
                self.tr("What you agreed on is not saved. Save the note of your talk first if you want to have it."),
                self.tr("Close without saving"),
                self,
            )
            question.accepted.connect(self._close_now)
            question.open()
            return
        self.closed.emit()
        super().closeEvent(event)

    def _close_now(self) -> None:
        self._saved = self.talk
        self.agree_panel.what.clear()
        self.close()
