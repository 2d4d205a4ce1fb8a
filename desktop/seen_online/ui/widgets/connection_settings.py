"""How this computer reaches the web: proxy, extra certificate, hosts that may be read though private."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from seen_online.outbox import Network
from seen_online.outbox.network import network_from
from seen_online.ui.widgets.page import small_button
from seen_online.ui.widgets.text import heading, quiet


class ConnectionSettings(QWidget):
    """Three lines and a button to try them out."""

    trial_wanted = Signal()

    def __init__(self, network: Network, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.addWidget(quiet(self.tr("Most people leave this empty. Your IT team knows what belongs here.")))
        self.proxy = self._line(
            column, self.tr("Way to the web (proxy)"), self.tr("such as http://proxy.example.org:3128")
        )
        inside = self.tr("The proxy looks up where each page lies, so it must keep us out of your own network.")
        column.addWidget(quiet(inside))
        choose = QPushButton(self.tr("Choose …"))
        choose.setAccessibleName(self.tr("Choose the certificate file"))
        choose.clicked.connect(self._choose_file)
        self.ca_file = self._line(column, self.tr("Your employer's certificate (PEM file)"), "", choose)
        private = self.tr("Sites inside your employer's network that may be read")
        self.allow_hosts = self._line(column, private, self.tr("such as staff.example.org, with commas between"))
        self.try_button = small_button(self.tr("Try the connection …"))
        self.try_button.clicked.connect(self.trial_wanted)
        column.addWidget(self.try_button)
        column.addStretch(1)
        self.proxy.setText(network.proxy)
        self.ca_file.setText(network.ca_file)
        self.allow_hosts.setText(", ".join(network.allow_hosts))

    def _line(self, column: QVBoxLayout, name: str, example: str, button: QPushButton | None = None) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setPlaceholderText(example)
        column.addWidget(heading(name))
        row = QHBoxLayout()
        row.addWidget(line, 1)
        if button is not None:
            row.addWidget(button)
        column.addLayout(row)
        return line

    def network(self) -> Network:
        """Return the settings as they stand. Raises Trouble that says what is wrong with them."""
        hosts = tuple(part for part in self.allow_hosts.text().replace(",", " ").split() if part)
        # No environment: what the person cleared here must not come back by another way.
        return network_from(self.proxy.text().strip(), self.ca_file.text().strip(), hosts, environment={})

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose the certificate file"))
        if path:
            self.ca_file.setText(path)
