"""The employer's own documents and contacts that go with a thing to consider or a piece of advice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from seen_online.checklist.age import may_have_moved
from seen_online.checklist.fields import Slot
from seen_online.checklist.item import Source
from seen_online.checklist.organisation import Contact, Organisation, OwnDocument
from seen_online.ui.plain import tip
from seen_online.ui.theme import GAP
from seen_online.ui.widgets.page import small_button
from seen_online.ui.widgets.text import body, heading, quiet


class OwnDocuments(QWidget):
    """Hidden where the employer has filled in none of the slots."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self.hide()

    def show_slots(self, slots: Sequence[Slot], organisation: Organisation) -> None:
        """Show what the employer has for these slots; an address is opened in the person's own browser."""
        while (old := self._column.takeAt(0)) is not None:
            if widget := old.widget():
                widget.hide()
                widget.deleteLater()
        documents = [document for slot in slots if (document := organisation.document(slot)) is not None]
        contacts = organisation.ask if "ask" in slots else ()
        if documents or contacts:
            name = organisation.name or self.tr("your employer")
            self._column.addWidget(heading(self.tr("At {employer}").format(employer=name)))
        for document in documents:
            self._show_document(document)
        for contact in contacts:
            self._column.addWidget(body(self._contact(contact)))
        if any(document.url for document in documents) and self._old(organisation):
            dated = organisation.checked is not None and organisation.checked <= date.today()
            said = (
                self.tr("These addresses were checked more than a year ago. They may have moved.")
                if dated
                else self.tr("We don't know when these addresses were checked. They may have moved.")
            )
            self._column.addWidget(quiet(said))
        self.setVisible(bool(documents or contacts))

    def _show_document(self, document: OwnDocument) -> None:
        self._column.addWidget(body(f"{document.title}\n{document.where}" if document.where else document.title))
        if document.url:
            button = small_button(self.tr("Open it in my browser"))
            button.setAccessibleName(self.tr("Open in my browser: {title}").format(title=document.title))
            button.setToolTip(tip(document.url))
            button.clicked.connect(lambda _=False, url=document.url: QDesktopServices.openUrl(QUrl(url)))
            self._column.addWidget(button)

    def _contact(self, contact: Contact) -> str:
        whom = f"{contact.name} ({contact.about})" if contact.about else contact.name
        reach = ", ".join(part for part in (contact.phone, contact.email) if part)
        ask = self.tr("Ask: {whom}").format(whom=whom)
        return f"{ask}\n{reach}" if reach else ask

    def _old(self, organisation: Organisation) -> bool:
        return may_have_moved(Source(organisation.name or "-", checked=organisation.checked), date.today())
