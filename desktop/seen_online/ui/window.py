"""The window: the rail of steps, the page of the step, and a line that says when this is practice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from seen_online.practice.server import PracticeWeb
from seen_online.trouble import Trouble
from seen_online.ui.background import Soon
from seen_online.ui.desk import Desk
from seen_online.ui.dialogs.question import QuestionDialog
from seen_online.ui.dialogs.scan import ScanDialog, dropped_files
from seen_online.ui.pages.about_you import AboutYou
from seen_online.ui.pages.consider import Consider
from seen_online.ui.pages.details import Details
from seen_online.ui.pages.plan_note import PlanNote
from seen_online.ui.pages.results import Results
from seen_online.ui.pages.search import Search
from seen_online.ui.progress import step_states
from seen_online.ui.rail import Rail
from seen_online.ui.theme import FILL, WIDE, choose_scheme, restyle
from seen_online.ui.widgets.page import PageFrame, small_button
from seen_online.ui.widgets.text import body

SETTLE = 150  # milliseconds: details arrive in bursts, and the rail is read by people
Shortcut = QKeySequence | QKeySequence.StandardKey


class MainWindow(QMainWindow):
    """All six steps, in any order."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._practice_web: PracticeWeb | None = None
        self._own = desk.work()
        self._closing = False
        self._states = Soon(self, SETTLE, self._show_states)
        self.about_you = AboutYou(desk)
        self.consider = Consider(desk)
        self.search = Search(desk)
        self.results = Results(desk)
        self.details = Details(desk)
        self.plan_note = PlanNote(desk)
        self.pages: list[PageFrame] = [
            self.about_you, self.consider, self.search, self.results, self.details, self.plan_note,
        ]  # fmt: skip
        self.rail = Rail([page.title.text() for page in self.pages])
        self.stack = QStackedWidget()
        for page in self.pages:
            self.stack.addWidget(page)
        self._lay_out()
        self._menus()
        self._connect()
        self.setWindowTitle("Seen Online")
        self.setAcceptDrops(True)
        self._fit()
        self.rail.setCurrentRow(0)
        self.about_you.setFocus()

    def _lay_out(self) -> None:
        self.banner = QFrame()
        self.banner.setObjectName("banner")
        row = QHBoxLayout(self.banner)
        row.addWidget(body(self.tr("Practice: a made-up person and a made-up web, on this computer only.")), FILL)
        row.addStretch(1)
        self.leave_practice_button = small_button(self.tr("Leave practice"))
        self.leave_practice_button.clicked.connect(self.leave_practice)
        row.addWidget(self.leave_practice_button)
        self.banner.hide()
        middle = QHBoxLayout()
        middle.setContentsMargins(WIDE // 2, WIDE, 0, 0)
        middle.addWidget(self.rail)
        middle.addWidget(self.stack, 1)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addLayout(middle, 1)
        self.setCentralWidget(centre)

    def _menus(self) -> None:
        file = self.menuBar().addMenu(self.tr("&File"))
        keys = QKeySequence.StandardKey
        self.practise_action = self._action(file, self.tr("&Practise with a made-up person"), self.start_practice)
        file.addSeparator()
        self._action(file, self.tr("What a &file gives away …"), self.show_scan, QKeySequence.StandardKey.Open)
        self._action(file, self.tr("Do the &main thing of this page"), self._press_primary, QKeySequence("Ctrl+Return"))
        file.addSeparator()
        self._action(file, self.tr("&Save the note …"), lambda: self._on_note(print_it=False), keys.Save)
        self._action(file, self.tr("P&rint the note …"), lambda: self._on_note(print_it=True), keys.Print)
        file.addSeparator()
        self._action(file, self.tr("&Quit"), self.close, QKeySequence.StandardKey.Quit)
        view = self.menuBar().addMenu(self.tr("&View"))
        for number, page in enumerate(self.pages):
            self._action(
                view, page.title.text(), lambda _=False, n=number: self.go_to(n), QKeySequence(f"Ctrl+{number + 1}")
            )
        view.addSeparator()
        self._appearance(view.addMenu(self.tr("&Appearance")))
        self.outbox_action = self._action(view, self.tr("&Outbox: what left this computer"), self.show_outbox)
        settings = self.menuBar().addMenu(self.tr("&Settings"))
        self.settings_action = self._action(settings, self.tr("&Engines and connection"), self.show_settings)
        self._action(settings, self.tr("Your employer's &checklist folder …"), self.show_organisation)

    def _appearance(self, menu: QMenu) -> None:
        """Offer light and dark beside what the system says, for eyes and rooms that need the other one."""
        group = QActionGroup(self)
        for text, scheme in (
            (self.tr("&As this computer is set"), Qt.ColorScheme.Unknown),
            (self.tr("&Light"), Qt.ColorScheme.Light),
            (self.tr("&Dark"), Qt.ColorScheme.Dark),
        ):
            action = self._action(menu, text, lambda _=False, s=scheme: self._choose_scheme(s))
            action.setCheckable(True)
            action.setChecked(scheme is Qt.ColorScheme.Unknown)
            group.addAction(action)

    def _action(self, menu: QMenu, text: str, slot: Callable[..., object], shortcut: Shortcut | None = None) -> QAction:
        action = QAction(text, self)
        if shortcut is not None:
            action.setShortcut(shortcut)
        action.triggered.connect(slot)
        menu.addAction(action)
        return action

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
        style = QGuiApplication.styleHints()
        style.colorSchemeChanged.connect(self._restyle)

    def go_to(self, index: int) -> None:
        """Go to the step with this index, from 0."""
        self.rail.setCurrentRow(index)
        self.pages[index].setFocus()

    def _on_note(self, *, print_it: bool) -> None:
        self.go_to(len(self.pages) - 1)
        note = self.plan_note.note
        (note.print_note if print_it else note.ask_where)()

    def _press_primary(self) -> None:
        button = self.pages[self.stack.currentIndex()].primary
        if button is not None and button.isVisible():
            button.click()

    def show_result(self, key: str) -> None:
        """Show one result on the page of step four."""
        self.go_to(3)
        self.results.choose(key)

    def _show_page(self, index: int) -> None:
        self.stack.setCurrentIndex(index)
        self.pages[index].arrive()

    def _show_states(self) -> None:
        for index, state in enumerate(step_states(self.desk.check, self.desk.checklist, self.desk.lists[0])):
            self.rail.set_state(index, state)

    def take_over(self) -> None:
        """Take over what is being typed on any page, before the desk changes or the window closes."""
        for page in self.pages:
            page.take_over()

    def start_practice(self) -> None:
        """Lay the made-up person on the desk and put the made-up web on this computer's loopback."""
        from seen_online.practice.person import practice_person

        self.take_over()
        if not self.desk.practice:
            self._own = self.desk.work()  # waits untouched until practice is over
        web = PracticeWeb()
        try:
            web.start()
        except Trouble as trouble:
            self.about_you.show_trouble(trouble)
            return
        self._stop_practice_web()
        self._practice_web = web
        self.desk.begin(practice_person(), [web.engine_name], web.network, practice=True)
        self.desk.open_address = web.open_address
        self.practise_action.setEnabled(False)
        self.settings_action.setEnabled(False)  # practice has its own connection, which leads nowhere else
        self.banner.show()
        self.go_to(0)

    def leave_practice(self) -> None:
        """Clear the desk of practice and take up the person's own check where they left it."""
        self._stop_practice_web()
        self.desk.take_up(self._own, practice=False)
        self.desk.open_address = str
        self.practise_action.setEnabled(True)
        self.settings_action.setEnabled(True)
        self.banner.hide()
        self.go_to(0)

    def _stop_practice_web(self) -> None:
        if self._practice_web is not None:
            self._practice_web.stop()
            self._practice_web = None

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
        """Show engines and connection."""
        from seen_online.ui.dialogs.settings import SettingsDialog

        SettingsDialog(self.desk, self).open()

    def show_organisation(self) -> None:
        """Show the employer's own checklists, letters and links."""
        from seen_online.ui.dialogs.organisation import OrganisationDialog

        OrganisationDialog(self.desk, self).open()

    def shut(self) -> None:
        """End what is under way; called once the window is closed."""
        self.desk.background.close()
        self._stop_practice_web()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before what was typed and found is forgotten; then stop what runs."""
        self.take_over()
        if self._closing or not (self.desk.holds_something or self._own_waits):
            self._closing = True
            self.desk.background.close()
            super().closeEvent(event)
            return
        event.ignore()
        question = QuestionDialog(
            self.tr("Close and forget?"),
            self.tr("Nothing of this check is kept on this computer. Save your note first if you want to have it."),
            self.tr("Close and forget"),
            self,
        )
        question.accepted.connect(self._close_now)
        question.open()

    @property
    def _own_waits(self) -> bool:
        """Tell whether practice hides a check of the person's own."""
        return self.desk.practice and self._own.check.begun

    def _close_now(self) -> None:
        self._closing = True
        self.close()

    def _choose_scheme(self, scheme: Qt.ColorScheme) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            choose_scheme(app, scheme)

    def _restyle(self, _scheme: Qt.ColorScheme) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            restyle(app)

    def _fit(self) -> None:
        """Take a generous size, but never more than the screen has, also at 200 %."""
        room = self.screen().availableSize()
        self.resize(min(1180, room.width() - 40), min(860, room.height() - 60))
