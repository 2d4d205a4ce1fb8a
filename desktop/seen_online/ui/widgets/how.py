"""How to do a thing: the steps in general, and those of the person's own sites with a button to their settings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from seen_online.checklist.guided import SiteSteps
from seen_online.ui.plain import tip
from seen_online.ui.theme import GAP
from seen_online.ui.widgets.page import small_button
from seen_online.ui.widgets.steps import Steps
from seen_online.ui.widgets.text import body, quiet, section
from seen_online.ui.words_for import source_words


class How(QWidget):
    """A block for the general steps, then one for each site."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._blocks: list[QWidget] = []

    def show_steps(self, general: Sequence[str], sites: Iterable[SiteSteps]) -> None:
        """Show the steps; a site's page is opened in the person's own browser."""
        for block in self._blocks:
            self._column.removeWidget(block)
            block.hide()
            block.deleteLater()
        self._blocks = []
        if general:
            self._add(section(self.tr("How")))
            self._add(Steps(general))
        for site in sites:
            self._add(section(self.tr("On {site}: {title}").format(site=site.name, title=site.title)))
            self._add(Steps(site.steps))
            if site.page:
                self._add(self._opener(site))
            for fact in site.facts:
                self._add(body(self.tr("Good to know: {fact}").format(fact=fact)))
            if sources := source_words(site.sources):
                self._add(quiet(sources))
            if site.may_have_moved:
                self._add(quiet(self.tr("We checked this more than a year ago. It may have moved.")))
        self.setVisible(bool(self._blocks))

    def _opener(self, site: SiteSteps) -> QWidget:
        # What opens is often a page of help: the button is called as the page is, and promises no more.
        named = self.tr("Open in my browser: {site}, {page}").format(site=site.name, page=site.page_title)
        usual = self.tr("Open {site}'s settings in my browser").format(site=site.name)
        button = small_button(named if site.page_title else usual)
        button.setToolTip(tip(site.page))
        button.clicked.connect(lambda _=False, page=site.page: QDesktopServices.openUrl(QUrl(page)))
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(button)
        layout.addStretch(1)
        return row

    def _add(self, block: QWidget) -> None:
        self._blocks.append(block)
        self._column.addWidget(block)
