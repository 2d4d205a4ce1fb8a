"""Engines and connection: who may be asked, and how this computer reaches the web."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from seen_online.outbox.network import network_from
from seen_online.trouble import Trouble
from seen_online.ui.desk import Desk
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.text import heading, quiet


class SettingsDialog(QDialog):
    """Settings of this run; `saved` once they hold."""

    saved = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Engines and connection"))
        self._desk = desk
        self.notice = Notice()
        self.engines = QListWidget()
        self.engines.setAccessibleName(self.tr("Search services on offer"))
        self.engines.setWordWrap(True)
        self.searxng = self._line(self.tr("SearXNG address"), self.tr("such as https://search.example.org"))
        self.proxy = self._line(self.tr("Proxy"), self.tr("such as http://proxy.example.org:3128"))
        self.ca_file = self._line(self.tr("Extra certificate (PEM file)"), "")
        self.allow = self._line(
            self.tr("Hosts that may be read though private"), self.tr("such as staff.example.org, with commas between")
        )
        self._lay_out()
        self._fill()

    def _line(self, name: str, example: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setPlaceholderText(example)
        return line

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self.notice)
        column.addWidget(heading(self.tr("Search services on offer")))
        column.addWidget(quiet(self.tr("DuckDuckGo alone is used unless you tick more.")))
        column.addWidget(self.engines, 1)
        add = QPushButton(self.tr("Add"))
        add.setAccessibleName(self.tr("Add this SearXNG address"))
        add.clicked.connect(self._add_searxng)
        self._row(column, self.tr("A SearXNG service of your own or your employer's"), self.searxng, add)
        self._row(column, self.tr("Proxy"), self.proxy)
        choose = QPushButton(self.tr("Choose …"))
        choose.setAccessibleName(self.tr("Choose the certificate file"))
        choose.clicked.connect(self._choose_file)
        self._row(column, self.tr("Extra certificate (PEM file)"), self.ca_file, choose)
        self._row(column, self.tr("Hosts that may be read though private"), self.allow)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.save)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        room = self.screen().availableSize()
        self.resize(min(760, room.width() - 80), min(680, room.height() - 80))

    def _row(self, column: QVBoxLayout, label: str, line: QLineEdit, button: QPushButton | None = None) -> None:
        column.addWidget(heading(label))
        row = QHBoxLayout()
        row.addWidget(line, 1)
        if button is not None:
            row.addWidget(button)
        column.addLayout(row)

    def _fill(self) -> None:
        from seen_online.search.catalogue import engine_cards

        for card in engine_cards():
            who = (
                self.tr("Run by {who}, {country}.").format(who=card.run_by, country=card.country) if card.run_by else ""
            )
            self._offer(card.name, f"{card.label}. {who} {card.learns}")
        for name in self._desk.offered:
            if name.startswith("searxng="):
                self._offer(name, name.removeprefix("searxng="))
        network = self._desk.network
        self.proxy.setText(network.proxy)
        self.ca_file.setText(network.ca_file)
        self.allow.setText(", ".join(network.allow_hosts))

    def _offer(self, name: str, text: str) -> None:
        row = QListWidgetItem(text)
        row.setData(Qt.ItemDataRole.UserRole, name)
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        on = name in self._desk.offered
        row.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.engines.addItem(row)

    def _add_searxng(self) -> None:
        from seen_online.search.catalogue import engine

        name = f"searxng={self.searxng.text().strip()}"
        try:
            engine(name)
        except Trouble as trouble:
            self.notice.tell(trouble)
            return
        self._offer(name, name.removeprefix("searxng="))
        self.engines.item(self.engines.count() - 1).setCheckState(Qt.CheckState.Checked)
        self.searxng.clear()

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose the certificate file"))
        if path:
            self.ca_file.setText(path)

    def save(self) -> None:
        """Check the settings and take them over, or say what is wrong."""
        hosts = tuple(part for part in self.allow.text().replace(",", " ").split() if part)
        try:
            # {}: what the person cleared here must not come back from the environment.
            network = network_from(self.proxy.text().strip(), self.ca_file.text().strip(), hosts, environment={})
        except Trouble as trouble:
            self.notice.tell(trouble)
            return
        rows = [self.engines.item(i) for i in range(self.engines.count())]
        offered = [r.data(Qt.ItemDataRole.UserRole) for r in rows if r.checkState() is Qt.CheckState.Checked]
        self._desk.take_settings(offered, network)
        self.saved.emit()
        self.accept()
