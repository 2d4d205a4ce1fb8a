"""Step one, *About you*: names and details, each with how it may be used. Nothing leaves from here."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from seen_online.person import DetailKind
from seen_online.trouble import Trouble
from seen_online.ui.desk import Desk
from seen_online.ui.theme import FILL, GAP
from seen_online.ui.widgets.details import DetailLines
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.page import PageFrame, small_button
from seen_online.ui.widgets.steady import ChoiceBox
from seen_online.ui.widgets.text import body, heading, quiet
from seen_online.ui.widgets.usage import Usage

SETTLE = 400  # milliseconds of no typing before what was typed is taken over
REGIONS = ("GB", "IE", "US", "CA", "AU", "NZ", "IN", "PL", "RO", "PH", "NG", "ZA", "ZW", "DE", "FR", "ES", "IT", "PT")


class AboutYou(PageFrame):
    """The form. `practise` asks to start over with the made-up person; `go_on` leads to the next step."""

    practise = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("About you"),
            self.tr(
                "Only your name is needed. Nothing is sent from this page. Beside each line you choose: it may be "
                "searched, or it never leaves this computer and is only compared here."
            ),
            parent=parent,
        )
        self._desk = desk
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self.take_over)
        self.notice = Notice()
        self.body.addWidget(self.notice)
        self.practice_card = self._practice_card()
        self.body.addWidget(self.practice_card)
        self.groups = [DetailLines(*row, many=row[0] is not DetailKind.DATE_OF_BIRTH) for row in self._rows()]
        for group in self.groups:
            group.changed.connect(self._settle.start)
            self.body.addWidget(group)
        self.body.addLayout(self._region_row())
        self.usage = Usage(desk.sites)
        self.usage.changed.connect(self._settle.start)
        desk.shelf_changed.connect(lambda: self.usage.show_sites(desk.sites))
        self.body.addWidget(self.usage)
        self.body.addStretch(1)
        self.add_primary(self.tr("Go on to things to consider")).clicked.connect(self._leave)
        desk.check_replaced.connect(self._show_person)
        self._show_person()

    def _rows(self) -> list[tuple[DetailKind, str, str, str]]:
        return [
            (DetailKind.NAME, self.tr("Your full name"), "", self.tr("as you use it now")),
            (
                DetailKind.OTHER_NAME,
                self.tr("Former names and nicknames"),
                self.tr("A name from before a marriage, a short form, a name at school."),
                "",
            ),
            (DetailKind.PLACE, self.tr("Places you live or lived"), "", self.tr("such as Penrith")),
            (
                DetailKind.WORKPLACE,
                self.tr("Work and school"),
                self.tr("Employers, schools, your profession: what may stand beside your name."),
                "",
            ),
            (DetailKind.USERNAME, self.tr("User names"), self.tr("The names you use on forums and sites."), ""),
            (
                DetailKind.EMAIL,
                self.tr("E-mail addresses"),
                self.tr("These and the ones below stay on this computer, unless you choose otherwise beside them."),
                "",
            ),
            (DetailKind.PHONE, self.tr("Phone numbers"), "", ""),
            (DetailKind.ADDRESS, self.tr("Home addresses"), "", self.tr("house and street, town, postcode")),
            (DetailKind.DATE_OF_BIRTH, self.tr("Date of birth"), "", self.tr("such as 12/03/1985, day first")),
        ]

    def _practice_card(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        self.practise_button = small_button(self.tr("Practise first"))
        self.practise_button.clicked.connect(self.practise)
        words = QVBoxLayout()
        words.addWidget(heading(self.tr("New here?")))
        words.addWidget(body(self.tr("Try it all with a made-up person. Nothing leaves this computer.")))
        row = QHBoxLayout(card)
        row.addLayout(words, FILL)
        row.addStretch(1)
        row.addWidget(self.practise_button)
        return card

    def _region_row(self) -> QVBoxLayout:
        from PySide6.QtCore import QLocale

        self.region = ChoiceBox()
        self.region.setAccessibleName(self.tr("Country your phone numbers belong to"))
        for code in REGIONS:
            self.region.addItem(QLocale.territoryToString(QLocale.codeToTerritory(code)), code)
        self.region.currentIndexChanged.connect(self._settle.start)
        row = QHBoxLayout()
        row.addWidget(self.region)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(GAP // 2)
        column.addWidget(heading(self.tr("Country")))
        column.addWidget(quiet(self.tr("So that we read phone numbers as you write them.")))
        column.addLayout(row)
        return column

    def show_trouble(self, trouble: Trouble) -> None:
        """Say why practice could not begin."""
        self.notice.tell(trouble)

    def start(self) -> QWidget:
        """Return where one starts."""
        return self.groups[0].lines[0].edit

    def take_over(self) -> None:
        """Take what was typed into the check."""
        self._settle.stop()
        self._desk.set_details(
            [one for group in self.groups for one in group.details()], self.region.currentData() or "GB"
        )
        self._desk.set_usage(self.usage.me())

    def _leave(self) -> None:
        self.take_over()
        self.go_on.emit()

    def _show_person(self) -> None:
        person = self._desk.check.person
        for group in self.groups:
            group.show_details([d for d in person.details if d.kind is group.kind])
        if self.region.findData(person.region) < 0:
            self.region.addItem(person.region, person.region)
        self.region.setCurrentIndex(self.region.findData(person.region))
        self.usage.show_me(self._desk.check.me)
        self._settle.stop()
        self.notice.show_text("")
        self.practice_card.setVisible(not self._desk.practice and not self._desk.check.begun)  # they know by now
