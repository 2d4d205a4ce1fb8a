"""Engines and connection: read about, added, tried out over loopback, taken away; a mistake is named."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTabWidget
from pytestqt.qtbot import QtBot

from seen_online.practice.server import PracticeWeb
from seen_online.ui.desk import Desk
from seen_online.ui.dialogs.consent import ConsentDialog
from seen_online.ui.dialogs.settings import SettingsDialog
from seen_online.ui.text_size import TextSize
from seen_online.ui.theme import GAP

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 30_000  # milliseconds
SERVICE = "searxng=http://search.practice.example"


@pytest.fixture
def web() -> Iterator[PracticeWeb]:
    with PracticeWeb() as made:
        yield made


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> SettingsDialog:
    made = SettingsDialog(desk)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def agree(dialog: SettingsDialog, qtbot: QtBot) -> None:
    consent = dialog.findChild(ConsentDialog)
    assert consent is not None
    head = consent.tree.headerItem()
    assert head.text(0) in ("Search service", "What is tried")
    assert [head.text(1), head.text(2)] == ["What is sent", "Who gets it"]
    qtbot.mouseClick(consent.agree_button, LEFT)
    qtbot.waitUntil(lambda: dialog.notice.text not in ("", "Trying …"), timeout=PATIENCE)


def add(dialog: SettingsDialog, qtbot: QtBot, address: str) -> None:
    qtbot.keyClicks(dialog.engines.address, address)
    qtbot.mouseClick(dialog.engines.add_button, LEFT)


def test_every_engine_says_who_runs_it_and_duckduckgo_alone_is_ticked(dialog: SettingsDialog) -> None:
    rows = [dialog.engines.list.item(i).text() for i in range(dialog.engines.list.count())]
    assert len(rows) > 5
    assert all("internet address" in row or "can't ask" in row for row in rows), rows
    assert dialog.engines.offered() == ["duckduckgo"]


def test_a_service_is_added_tried_and_taken_away(
    dialog: SettingsDialog, desk: Desk, web: PracticeWeb, qtbot: QtBot
) -> None:
    dialog.connection.proxy.setText(web.network.proxy)
    add(dialog, qtbot, "http://search.practice.example")
    assert dialog.engines.offered() == ["duckduckgo", SERVICE]
    qtbot.mouseClick(dialog.engines.try_button, LEFT)
    assert desk.outbox.sent == [], "nothing leaves before the person agrees"
    agree(dialog, qtbot)
    assert {entry.sent for entry in desk.outbox.sent} == {"weather"}
    dialog.save()
    assert desk.offered == ["duckduckgo", SERVICE]
    assert desk.network.proxy == web.network.proxy
    qtbot.mouseClick(dialog.engines.remove_button, LEFT)
    assert dialog.engines.offered() == ["duckduckgo"]


def test_a_service_that_does_not_answer_is_said_to_be_so(
    dialog: SettingsDialog, web: PracticeWeb, qtbot: QtBot
) -> None:
    dialog.connection.proxy.setText(web.network.proxy)
    add(dialog, qtbot, "http://nobody.example")
    qtbot.mouseClick(dialog.engines.try_button, LEFT)
    agree(dialog, qtbot)
    assert "nothing found" not in dialog.notice.text.lower()
    assert "!" in [word.text() for word in dialog.notice.findChildren(type(dialog.notice._sign))]


def test_the_connection_is_tried_only_after_consent(
    dialog: SettingsDialog, desk: Desk, web: PracticeWeb, qtbot: QtBot
) -> None:
    dialog.connection.proxy.setText(web.network.proxy)
    qtbot.mouseClick(dialog.connection.try_button, LEFT)
    assert desk.outbox.sent == []
    agree(dialog, qtbot)
    assert desk.outbox.sent, "the practice web refuses the outside world, and says so"
    assert "works" not in dialog.notice.text


@pytest.mark.parametrize("address", ["ftp://search.example.org", "not an address", ""])
def test_a_bad_address_is_named(dialog: SettingsDialog, qtbot: QtBot, address: str) -> None:
    add(dialog, qtbot, address)
    assert dialog.notice.text
    assert dialog.engines.offered() == ["duckduckgo"]


@pytest.mark.parametrize(
    ("line", "wrong"), [("proxy", "gopher://x"), ("proxy", "http://"), ("ca_file", "/no/such/file.pem")]
)
def test_a_bad_setting_is_named_and_nothing_is_taken_over(
    dialog: SettingsDialog, desk: Desk, line: str, wrong: str
) -> None:
    before = desk.network
    getattr(dialog.connection, line).setText(wrong)
    dialog.save()
    assert dialog.isVisible()
    assert dialog.notice.text
    assert desk.network == before


@pytest.mark.parametrize("percent", [100, 200])
def test_in_large_type_nothing_in_the_settings_is_cut(
    desk: Desk, qtbot: QtBot, qapp: QApplication, percent: int
) -> None:
    size = TextSize(qapp)
    size.choose(percent)
    try:
        dialog = SettingsDialog(desk)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.resize(760, 560)  # a small screen
        tabs = dialog.findChild(QTabWidget)
        assert tabs is not None
        for tab in range(tabs.count()):
            tabs.setCurrentIndex(tab)
            qapp.processEvents()
            for line in tabs.widget(tab).findChildren(QLineEdit):
                room = line.width() - 2 * GAP - 4
                assert line.fontMetrics().horizontalAdvance(line.placeholderText()) <= room, line.accessibleName()
        pages = dialog.engines.list
        first = pages.visualItemRect(pages.item(0))
        assert first.height() < pages.viewport().height(), "the first service is seen whole, and that there are more"
    finally:
        size.choose(100)
