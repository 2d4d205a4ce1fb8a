"""The window: the rail of steps, the page of the step, and a line that says when this is practice."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from seen_online.ui.background import Soon
from seen_online.ui.changes.due import DueLine
from seen_online.ui.changes.following import Following
from seen_online.ui.changes.start import ask_for_new_check
from seen_online.ui.clipboard import ClipboardCare
from seen_online.ui.closing import Closing
from seen_online.ui.desk import Desk
from seen_online.ui.dialogs.scan import ScanDialog, dropped_files
from seen_online.ui.dressing import undressed
from seen_online.ui.forget_typing import forget_typing
from seen_online.ui.keeping import Keeping
from seen_online.ui.menus import Menus
from seen_online.ui.pages.about_you import AboutYou
from seen_online.ui.pages.consider import Consider
from seen_online.ui.pages.details import Details
from seen_online.ui.pages.plan_note import PlanNote
from seen_online.ui.pages.results import Results
from seen_online.ui.pages.search import Search
from seen_online.ui.practising import Practising
from seen_online.ui.preferences import Preferences
from seen_online.ui.progress import step_states
from seen_online.ui.rail import Rail
from seen_online.ui.theme import WIDE, restyle
from seen_online.ui.widgets.announce import announce, hush
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.page import PageFrame
from seen_online.ui.widgets.practice_banner import PracticeBanner
from seen_online.ui.widgets.stack import Stack

SETTLE = 150  # milliseconds: details arrive in bursts, and the rail is read by people


class MainWindow(QMainWindow):
    """All six steps, in any order."""

    @undressed()
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.practising = Practising(desk, self)
        self.keeping = Keeping(desk, self)
        self.closing = Closing(self, desk, self.keeping, self.practising)
        self.clipboard_care = ClipboardCare(self)
        self.following = Following(desk, self)
        self._states = Soon(self, SETTLE, self._show_states)
        self.about_you = AboutYou(desk)
        self.consider = Consider(desk)
        self.search = Search(desk)
        self.results = Results(desk, self.following)
        self.details = Details(desk)
        self.plan_note = PlanNote(desk, self.following)
        self.pages: list[PageFrame] = [
            self.about_you, self.consider, self.search, self.results, self.details, self.plan_note,
        ]  # fmt: skip
        self.rail = Rail([page.title.text() for page in self.pages])
        self.stack = Stack()
        for page in self.pages:
            self.stack.addWidget(page)
        self._lay_out()
        self.menus = Menus(self, self)
        self.preferences = Preferences(desk, self.menus.text_size, self.notice, self)
        self.menus.appearance_chosen.connect(self.preferences.choose_appearance)
        self.preferences.appearance_changed.connect(self.menus.show_appearance)
        self._connect()
        self._follow()
        self._fit()
        self.rail.setCurrentRow(0)
        self.about_you.setFocus()

    def _lay_out(self) -> None:
        self.banner = PracticeBanner()
        self.banner.leave_button.clicked.connect(self.practising.end)
        self.notice = Notice()
        self.due = DueLine(self.desk, self.go_to)
        middle = QHBoxLayout()
        middle.setContentsMargins(WIDE // 2, WIDE, WIDE // 2, 0)
        middle.addWidget(self.rail)
        middle.addWidget(self.stack, 1)
        self.journey = QWidget()
        column = QVBoxLayout(self.journey)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.due)
        column.addLayout(middle, 1)
        self.rail.stand_beside(middle)
        self.outer = Stack()
        self.outer.addWidget(self.journey)
        self.outer.addWidget(self.keeping.gate)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notice)
        column.addWidget(self.outer, 1)
        self.setCentralWidget(centre)

    def _connect(self) -> None:
        self.rail.chosen.connect(self._show_page)
        self.search.settings_wanted.connect(self.show_settings)
        self.details.show_result.connect(self.show_result)
        self.plan_note.result_wanted.connect(self.show_result)
        self.about_you.practise.connect(self.start_practice)
        for page in self.pages:
            page.go_to.connect(self.go_to)
        for number, page in enumerate(self.pages[:-1]):
            page.go_on.connect(lambda n=number: self.go_to(n + 1))
        desk = self.desk
        for signal in (
            desk.person_changed, desk.answers_changed, desk.asks_changed, desk.results_changed, desk.page_changed,
            desk.findings_changed, desk.verdict_changed, desk.check_replaced, desk.shelf_changed,
        ):  # fmt: skip
            signal.connect(self._states.please)
        self.practising.began.connect(self._practice_began)
        self.practising.ended.connect(self._practice_ended)
        self.practising.failed.connect(self.notice.tell)
        desk.keys_not_kept.connect(self.notice.tell)
        desk.files.told.connect(self.notice.show_text)
        keeping = self.keeping
        keeping.opened.connect(self._opened)
        keeping.shut_away.connect(self._show_gate)
        keeping.leaving.connect(self._leave)
        keeping.wanted.connect(self.come_forward)
        keeping.trouble.connect(self.notice.tell)
        keeping.saved.connect(lambda: self.notice.show_text(self.tr("Everything is saved again."), "good"))
        keeping.gate.practise.connect(self.start_practice)
        keeping.gate.quit_wanted.connect(self.close)
        style = QGuiApplication.styleHints()
        style.colorSchemeChanged.connect(self._restyle)

    def go_to(self, index: int) -> None:
        """Go to the step with this index, from 0."""
        self.rail.setCurrentRow(index)
        self.pages[index].setFocus()

    def new_check(self) -> None:
        """Ask, then begin the next check."""
        ask_for_new_check(self.desk, self, self.go_to)

    def on_note(self, *, print_it: bool) -> None:
        """Save or print the note, on the page that shows it."""
        self.go_to(len(self.pages) - 1)
        note = self.plan_note.note
        (note.print_note if print_it else note.ask_where)()

    def press_primary(self) -> None:
        """Do the main thing of the page that is shown."""
        at_gate = self.outer.currentWidget() is self.keeping.gate
        button = self.keeping.gate.primary if at_gate else self.pages[self.stack.currentIndex()].primary
        if button is not None and button.isVisible():
            button.click()

    def show_result(self, key: str) -> None:
        """Show one result on the page of step four."""
        self.go_to(3)
        self.results.choose(key)

    def _show_page(self, index: int) -> None:
        self.stack.setCurrentIndex(index)
        self._name()
        self.pages[index].arrive()

    def _show_states(self) -> None:
        for index, state in enumerate(step_states(self.desk.check, self.desk.checklist, self.desk.lists[0])):
            self.rail.set_state(index, state)

    def take_over(self) -> None:
        """Take over what is being typed on any page, before the desk changes or the window closes."""
        for page in self.pages:
            page.take_over()

    def start_practice(self) -> None:
        """Lay the made-up person on the desk; the person's own check waits untouched."""
        self.take_over()
        self.practising.start()

    def _practice_began(self) -> None:
        self.banner.show()
        self._show_journey()
        self.go_to(0)

    def _practice_ended(self) -> None:
        self.banner.hide()
        if self.keeping.is_open:
            self._show_journey()
            self.go_to(0)
        else:
            self.keeping.come_back()

    def open_home(self, home: Path) -> None:
        """Open the record in this folder, or ask first whether anything is to be kept. Raises InUse."""
        self.keeping.open_home(home)

    def _show_journey(self) -> None:
        self.keeping.gate.put_away()
        self.outer.setCurrentWidget(self.journey)
        self._follow()

    def _show_gate(self) -> None:
        self.notice.show_text("")
        for page in self.pages:
            page.put_away()
        forget_typing(self.journey)
        hush(self)
        self.outer.setCurrentWidget(self.keeping.gate)
        self.keeping.gate.setFocus()
        self._follow()

    def _follow(self) -> None:
        """Offer in the menus what can be done now."""
        in_journey = self.outer.currentWidget() is self.journey
        self._name()
        self.menus.follow(open_record=in_journey, practice=self.desk.practice, locks=self.keeping.locks)
        self.setAcceptDrops(in_journey)

    def _name(self) -> None:
        """Name the window after the page, for who hears it or picks it among others; never after the person."""
        name = "Seen Online"
        if self.outer.currentWidget() is self.journey:
            page = self.pages[self.stack.currentIndex()].title.text()
            name = f"{self.tr('Practice')}: {page} – {name}" if self.desk.practice else f"{page} – {name}"
        self.setWindowTitle(name)

    def _opened(self) -> None:
        self._show_journey()
        self.go_to(0)
        # A record that opens fills all pages at once, and in that flood a screen reader loses where one is.
        announce(self.about_you, f"{self.about_you.title.text()}. {self.about_you.intro.text()}")

    def _leave(self) -> None:
        """Take over what is being typed and close what stands open: the record is about to be locked."""
        self.take_over()
        self.clipboard_care.clear()
        self.plan_note.showing.put_away()
        QToolTip.hideText()  # one that is only closed keeps its words for ten seconds
        for other in QApplication.topLevelWidgets():
            if other is not self and other.isVisible():
                other.close()
        if self.desk.practice:
            self.practising.end()

    def come_forward(self) -> None:
        """Show this window before all others, since a second start asked for it."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)

    def show_scan(self) -> ScanDialog:
        """Show what files give away."""
        dialog = ScanDialog(self.desk, self)
        dialog.open()
        return dialog

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and nothing else."""
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped, here."""
        event.acceptProposedAction()
        self.show_scan().scan(dropped_files(event))

    def show_outbox(self) -> None:
        """Show all requests that left this computer."""
        from seen_online.ui.dialogs.outbox import OutboxDialog

        OutboxDialog(self.desk, self).open()

    def show_settings(self) -> None:
        """Show search services and connection."""
        from seen_online.ui.dialogs.settings import SettingsDialog

        SettingsDialog(self.desk, self).open()

    def show_organisation(self) -> None:
        """Show the employer's own checklists, letters and links."""
        from seen_online.ui.dialogs.organisation import OrganisationDialog

        OrganisationDialog(self.desk, self).open()

    def show_keys(self) -> None:
        """Show all keys of the program."""
        from seen_online.ui.dialogs.keys import KeysDialog

        KeysDialog(self.menus.actions, self).open()

    def show_about(self) -> None:
        """Show what the program is and what it holds to."""
        from seen_online.ui.dialogs.about import AboutDialog

        AboutDialog(self).open()

    def show_record(self) -> None:
        """Show how the record is kept, and all that can be done with it."""
        from seen_online.ui.dialogs.record import RecordDialog

        dialog = RecordDialog(self.desk, self.keeping.home, parent=self)
        dialog.keeper_changed.connect(self.keeping.change_keeper)
        dialog.erased.connect(self.keeping.erased)
        dialog.open_other.connect(self.keeping.open_other)
        dialog.finished.connect(self.keeping.lock_after)
        dialog.open()

    def shut(self) -> None:
        """End what is under way; called once the window is closed."""
        self.desk.background.close()
        self.practising.close()
        self.clipboard_care.clear()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take over what is being typed, then save, ask and let go (see `Closing`)."""
        self.take_over()
        self.closing.close(event)

    def _restyle(self, _scheme: Qt.ColorScheme) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            restyle(app)

    def _fit(self) -> None:
        """Take a generous size, but never more than the screen has, also at 200 %."""
        room = self.screen().availableSize()
        self.resize(min(1180, room.width() - 40), min(860, room.height() - 60))
