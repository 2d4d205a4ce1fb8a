"""Before anything leaves: every request, its exact words, who gets it; ticked, then agreed to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTreeWidgetItem, QVBoxLayout, QWidget

from seen_online.outbox import Planned
from seen_online.ui.plain import tip
from seen_online.ui.widgets.text import body
from seen_online.ui.widgets.tree import table, top_rows


class ConsentDialog(QDialog):
    """A list of choices, each with the requests it makes. `agreed` carries the indexes of the ticked ones."""

    agreed = Signal(list)

    def __init__(
        self,
        heading: str,
        intro: str,
        choices: Sequence[tuple[str, Sequence[Planned]]],
        columns: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """`columns` name what a choice is and what of it is sent; who gets it stands beside them in any case."""
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choices = list(choices)
        self.tree = table(heading, [*columns, self.tr("Who gets it")], wide=(0, 1, 2), wraps=True)
        for label, requests in self._choices:
            words = ", ".join(r.words for r in reversed(requests))  # the page itself before what clears the way to it
            hosts = ", ".join(dict.fromkeys(host for r in requests for host in r.hosts))
            row = QTreeWidgetItem([label, words, hosts])
            row.setToolTip(1, tip(words))
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(0, Qt.CheckState.Checked)
            self.tree.addTopLevelItem(row)
        self.tree.itemChanged.connect(self._count)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.agree_button = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.agree_button.setObjectName("primary")
        self.agree_button.setDefault(True)
        buttons.accepted.connect(self._agree)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(body(intro))
        column.addWidget(self.tree, 1)
        column.addWidget(buttons)
        self.resize(min(900, self.screen().availableSize().width() - 80), 480)
        self._count()
        for first in top_rows(self.tree)[:1]:
            self.tree.setCurrentItem(first)

    def chosen(self) -> list[int]:
        """Return the indexes of the ticked choices."""
        rows = enumerate(top_rows(self.tree))
        return [index for index, row in rows if row.checkState(0) is Qt.CheckState.Checked]

    def requests(self, chosen: Sequence[int]) -> list[Planned]:
        """Return all requests of the chosen ones, each once."""
        return list(dict.fromkeys(request for index in chosen for request in self._choices[index][1]))

    def _count(self, *_: object) -> None:
        count = len(self.requests(self.chosen()))
        self.agree_button.setText(self.tr("Agree and send these %n request(s)", "", count))
        self.agree_button.setEnabled(count > 0)

    def _agree(self) -> None:
        self.agreed.emit(self.chosen())
        self.accept()
