"""What this program is, and what it holds to: in plain words, where anyone can find them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from seen_online import __version__
from seen_online.ui.dialogs.sheet_dialog import SheetDialog
from seen_online.ui.theme import WIDE
from seen_online.ui.widgets.text import body, heading, quiet


class AboutDialog(SheetDialog):
    """A page to read; its words can be marked and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Seen Online"))
        sheet, column = self.sheet, self.column
        sheet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows scroll it
        sheet.setAccessibleName(self.tr("About Seen Online"))
        column.setContentsMargins(WIDE, 0, WIDE, 0)
        column.addWidget(heading(self.tr("Are you happy with what they can see?")))
        column.addWidget(
            body(
                self.tr(
                    "Seen Online helps you to see what strangers, service users and employers can find out about you "
                    "online, and to make a plan."
                )
            )
        )
        for name, said in self._promises():
            column.addWidget(heading(name))
            column.addWidget(body(said))
        column.addWidget(quiet(self.tr("Version {version}").format(version=__version__)))
        sheet.setAccessibleDescription(" ".join(f"{name}. {said}" for name, said in self._promises()))
        self.fit(680, 640)

    def _promises(self) -> list[tuple[str, str]]:
        return [
            (
                self.tr("Nothing leaves this computer unseen"),
                self.tr(
                    "You see the exact words and who gets them, and agree, before anything is sent. All that did leave "
                    "stands in the outbox, in the menu View. The program sends nothing about you or itself to us."
                ),
            ),
            (
                self.tr("“Nothing found” is said only when it is true"),
                self.tr("A search that was turned away or broke off is shown as “could not check”."),
            ),
            (
                self.tr("Private details are compared here"),
                self.tr(
                    "Phone numbers, e-mail, addresses and date of birth stay on this computer. They are part of a "
                    "search only where you tick that search."
                ),
            ),
            (
                self.tr("Kept sealed, or not kept"),
                self.tr("You choose. “Forget” writes nothing, “erase” leaves nothing. See Settings, Your record."),
            ),
            (
                self.tr("Nobody gets your note unless you give it to them"),
                self.tr("It holds what you tick and nothing else. Your employer is told nothing by this program."),
            ),
            (
                self.tr("Pages from the web can do nothing here"),
                self.tr("They are shown as plain words: no pictures, no scripts, and only links that you open."),
            ),
            (
                self.tr("It advises, it does not act"),
                self.tr("It never posts, deletes or signs in for you. It is for your own name only."),
            ),
        ]
