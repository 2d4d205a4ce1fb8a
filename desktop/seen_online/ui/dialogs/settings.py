"""Search services and connection: who may be asked, and how this computer reaches the web; each can be tried out."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from seen_online.outbox import Network, Planned
from seen_online.outbox.post import Post
from seen_online.trouble import Trouble
from seen_online.ui.background import Tell
from seen_online.ui.desk import Desk
from seen_online.ui.dialogs.consent import ConsentDialog
from seen_online.ui.theme import line_width
from seen_online.ui.widgets.connection_settings import ConnectionSettings
from seen_online.ui.widgets.engine_settings import EngineSettings
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.sheet import Sheet

WIDE, HIGH = 110, 42  # characters and lines, where the screen has as many


class SettingsDialog(QDialog):
    """Settings of this run; `saved` once they hold."""

    saved = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Search services and connection"))
        self._desk = desk
        self.notice = Notice()
        self.engines = EngineSettings(desk.offered, desk.keys, self.notice)
        self.engines.trial_wanted.connect(self._try_engine)
        self.connection = ConnectionSettings(desk.network)
        self.connection.trial_wanted.connect(self._try_connection)
        tabs = QTabWidget()
        tabs.setAccessibleName(self.windowTitle())
        for part, name in ((self.engines, self.tr("&Search services")), (self.connection, self.tr("&Connection"))):
            sheet = Sheet()  # in large type, or on a small screen, it scrolls
            sheet.column.setContentsMargins(0, 0, 0, 0)
            sheet.column.addWidget(part)
            tabs.addTab(sheet, name)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.save)
        buttons.rejected.connect(self.reject)
        save = buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setObjectName("primary")
        column = QVBoxLayout(self)
        column.addWidget(self.notice)
        column.addWidget(tabs, 1)
        column.addWidget(buttons)
        room, height = self.screen().availableSize(), HIGH * self.fontMetrics().lineSpacing()
        self.resize(min(line_width(self, WIDE), room.width() - 80), min(height, room.height() - 80))

    def save(self) -> None:
        """Check the settings and take them over, or say what is wrong."""
        network = self._network()
        if network is not None:
            self._desk.take_settings(self.engines.offered(), network)
            if self.engines.keys_changed:
                self._desk.take_keys(self.engines.keys)
            self.saved.emit()
            self.accept()

    def _network(self) -> Network | None:
        try:
            return self.connection.network()
        except Trouble as trouble:
            self.notice.tell(trouble)
            return None

    def _try_connection(self) -> None:
        from seen_online.outbox.trial import plan_trial, try_connection

        def attempt(post: Post, stop: threading.Event) -> tuple[bool, str]:
            done = try_connection(post, stop=stop)
            return done.works, done.sentence

        self._ask(
            self.tr("Try the connection?"), self.tr("The connection"), self.tr("What is tried"), [plan_trial()], attempt
        )

    def _try_engine(self, name: str) -> None:
        from seen_online.search.catalogue import engine
        from seen_online.search.run import run, trial

        try:
            chosen = engine(name)
            planned = trial(chosen)
        except Trouble as trouble:
            self.notice.tell(trouble)
            return

        def attempt(post: Post, stop: threading.Event) -> tuple[bool, str]:
            (ask,) = run([planned], post, lambda _ask: None, stop)
            return ask.outcome.checked, f"{ask.detail} {ask.next_step}".strip()

        self._ask(self.tr("Try this service?"), chosen.label, self.tr("Search service"), planned.requests, attempt)

    def _ask(
        self,
        heading: str,
        label: str,
        kind: str,
        requests: Sequence[Planned],
        attempt: Callable[[Post, threading.Event], tuple[bool, str]],
    ) -> None:
        """Ask before anything leaves; then try it out with the settings as they stand, and say how it went."""
        network = self._network()
        if network is None:
            return
        dialog = ConsentDialog(
            heading,
            self.tr("One harmless question shows whether it works."),
            [(label, requests)],
            (kind, self.tr("What is sent")),
            self,
        )

        def agreed(_chosen: object) -> None:
            self._desk.outbox.agree(requests)
            post = Post(self._desk.outbox, network, keys=self.engines.keys.copy())

            def task(stop: threading.Event, _tell: Tell) -> tuple[bool, str]:
                return attempt(post, stop)

            self.notice.show_text(self.tr("Trying …"))
            self._desk.background.run(task, self._tried, failed=self.notice.tell)

        dialog.agreed.connect(agreed)
        dialog.open()

    def _tried(self, told: tuple[bool, str]) -> None:
        works, sentence = told
        self.notice.show_text(sentence, "good" if works else "attention")
