"""Which sites the person uses, and whom they work with: so that only what concerns them is asked."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from seen_online.checklist.guided import Me
from seen_online.checklist.site import Site
from seen_online.ui.theme import GAP
from seen_online.ui.widgets.choices import Choices
from seen_online.ui.widgets.text import heading, quiet

COLUMNS = 3


class Usage(QWidget):
    """Tick boxes for the sites, yes or no for the rest. `changed` whenever the person changes one."""

    changed = Signal()

    def __init__(self, sites: tuple[Site, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        self._grid = QGridLayout()
        self.show_sites(sites)
        self.none = QCheckBox(self.tr("I use none of these"))
        self.none.toggled.connect(self._none)
        answers = [(True, self.tr("Yes")), (False, self.tr("No"))]
        self.service_users = Choices(self.tr("Do you work with people who use a service?"), answers)
        self.managers = Choices(self.tr("Do you lead other staff?"), answers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(heading(self.tr("Sites you use, or used once")))
        column.addWidget(quiet(self.tr("So that the steps we show are those of your own sites.")))
        column.addLayout(self._grid)
        column.addWidget(self.none)
        for question in (self.service_users, self.managers):
            column.addSpacing(GAP)
            column.addWidget(heading(question.accessibleName()))
            column.addWidget(question)
            question.chosen.connect(self.changed)

    def show_sites(self, sites: tuple[Site, ...]) -> None:
        """Offer these sites; what was ticked stays ticked."""
        ticked = {site for site, box in self.boxes.items() if box.isChecked()}
        for box in self.boxes.values():
            self._grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for number, site in enumerate(sites):
            box = QCheckBox(self._called(site))
            box.setChecked(site.id in ticked)
            box.toggled.connect(self.changed)
            self.boxes[site.id] = box
            self._grid.addWidget(box, number // COLUMNS, number % COLUMNS)

    def _called(self, site: Site) -> str:
        """Return a site's name as people may know it; one that closed may have left traces, so it is asked too."""
        if site.closed is not None:
            return self.tr("{site} (closed in {year})").format(site=site.name, year=site.closed.year)
        return (
            self.tr("{site} (was {names})").format(site=site.name, names=", ".join(site.also))
            if site.also
            else site.name
        )

    def me(self) -> Me:
        """Return what was ticked; sites are None as long as nothing was said about them."""
        ticked = frozenset(site for site, box in self.boxes.items() if box.isChecked())
        said = bool(ticked) or self.none.isChecked()
        return Me(ticked if said else None, _yes(self.service_users), _yes(self.managers))

    def show_me(self, me: Me) -> None:
        """Show what the person said before."""
        for site, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(me.sites is not None and site in me.sites)
        with QSignalBlocker(self.none):
            self.none.setChecked(me.sites is not None and not me.sites)
        self.service_users.show_value(me.service_users)
        self.managers.show_value(me.managers)

    def _none(self, on: bool) -> None:
        if on:
            for box in self.boxes.values():
                with QSignalBlocker(box):
                    box.setChecked(False)
        self.changed.emit()


def _yes(choices: Choices) -> bool | None:
    return choices.value if isinstance(choices.value, bool) else None
