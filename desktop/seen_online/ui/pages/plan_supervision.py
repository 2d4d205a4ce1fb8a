"""Showing the note in supervision: the view for two takes the window's place until it is closed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from seen_online.ui.desk import Desk
from seen_online.words import say

if TYPE_CHECKING:  # the note's rooms are loaded when they are needed, not at the start
    from seen_online.note.model import Note
    from seen_online.note.supervision import Supervision
    from seen_online.ui.dialogs.supervision import SupervisionWindow
    from seen_online.ui.draft import Draft


class Showing(QObject):
    """Starts the view and puts the main window away meanwhile, so that nothing of the check is a key press away."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self.view: SupervisionWindow | None = None
        self._came_from: QWidget | None = None  # what had the focus, and gets it again
        self._draft: Draft | None = None
        self._put_away = False

    def offer(self, talk: Supervision, unmasked: Collection[str]) -> None:
        """Say what will be shown, and show it if the person wants to."""
        from seen_online.ui.dialogs.supervision_start import SupervisionStart

        self._came_from = self._page.window().focusWidget()
        dialog = SupervisionStart(talk, self._page)
        dialog.accepted.connect(lambda: self.start(dialog.talk(), unmasked))
        dialog.open()

    def start(self, talk: Supervision, unmasked: Collection[str]) -> None:
        """Open the view in place of the main window."""
        from seen_online.ui.dialogs.supervision import SupervisionWindow
        from seen_online.ui.draft import Draft
        from seen_online.ui.pages.plan_talk import LINE, gone_on_with, keep

        practice = self._desk.practice
        talk = gone_on_with(self._desk, talk)
        view = SupervisionWindow(talk, self._writer(frozenset(unmasked)), self._desk.files, practice=practice)
        view.taken.connect(lambda talk: keep(self._desk, talk))
        lines = {"what": view.agree_panel.what, "who": view.agree_panel.who}
        self._draft = Draft(self._desk, LINE, lines, view)
        self._put_away = False
        view.closed.connect(self._end)
        self.view = view
        view.show()
        self._page.window().hide()

    def put_away(self) -> None:
        """End the view, since the record is about to be locked; the talk goes on at the next time."""
        if self.view is not None and self._draft is not None:
            self._draft.keep()
            self._put_away = True
            self.view.put_away()

    def _writer(self, unmasked: frozenset[str]) -> Callable[[Supervision], Note]:
        """Return what writes the note of the talk: details that are typed there are masked as in the first note."""
        from seen_online.note.secrets import secrets_of
        from seen_online.note.supervision import supervision_note

        check, practice = self._desk.check, self._desk.practice
        secrets = secrets_of(check.person, check.findings)

        def write(talk: Supervision) -> Note:
            note = supervision_note(talk, self._desk.now(), secrets, unmasked)
            if practice:
                made_up = say("This was practice: the person and all that was found are made up.")
                note = replace(note, intro=(made_up, *note.intro))
            return note

        return write

    def _end(self) -> None:
        """Bring the main window back; what was kept of a talk that has come to its end is kept no longer."""
        if not self._put_away:
            from seen_online.ui.pages.plan_talk import forget

            forget(self._desk)
        window = self._page.window()
        window.show()
        window.activateWindow()
        came_from = self._came_from if self._came_from is not None and isValid(self._came_from) else self._page
        came_from.setFocus()
        if self.view is not None:
            self.view.deleteLater()
            self.view = None
