"""Step two in the window: evidence, the step that does a thing, what is good to know, and how old it is."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from seen_online.checklist.answer import Answer, Choice
from seen_online.checklist.item import Source
from seen_online.exposure.finding import FindingKind
from seen_online.ui.dialogs.letter import LetterDialog
from seen_online.ui.window import MainWindow
from seen_online.ui.words_for import STEPS, source_words, step_words
from support.second_check import check as empty_check
from support.second_check import finding, show

LEFT = Qt.MouseButton.LeftButton
OLD = date(2020, 5, 1)


def words(window: MainWindow) -> str:
    QApplication.processEvents()  # what was just added comes into sight with the next event
    return "\n".join(label.text() for label in window.consider.panel.findChildren(QLabel) if not label.isHidden())


def at(window: MainWindow, item_id: str) -> None:
    window.go_to(1)
    window.consider.list.setCurrentRow([item.id for item in window.consider._items].index(item_id))


def sites(window: MainWindow, *ids: str) -> None:
    for each in ids:
        window.about_you.usage.boxes[each].setChecked(True)
    window.about_you.take_over()


def test_the_steps_are_called_as_the_pages_are(window: MainWindow) -> None:
    assert [step_words(step) for step in STEPS] == [page.title.text() for page in window.pages]


def test_a_search_that_is_not_done_shows_and_leads_there(window: MainWindow, qtbot: QtBot) -> None:
    at(window, "search-your-name")
    panel = window.consider.panel
    assert "not done this yet" in panel.again.text
    assert panel.step_button.text() == "Go to “Search your name”"
    qtbot.mouseClick(panel.step_button, LEFT)
    assert window.rail.currentRow() == 2
    at(window, "friend-requests")
    assert panel.step_button.isHidden()


def test_evidence_of_each_kind_comes_before_more_of_the_same(window: MainWindow, qtbot: QtBot) -> None:
    check = empty_check()
    mails = [finding(FindingKind.EMAIL, f"n{n}@example.org", f"n{n}@example.org") for n in range(4)]
    show(check, "https://one.example/", *mails)
    show(check, "https://two.example/", finding(FindingKind.PHONE, "+447700900123", "07700 900123"), title="My advert")
    window.desk.check = check
    window.desk.check_replaced.emit()
    window.desk.answer("contact-details", Answer(Choice.DONE))
    at(window, "contact-details")
    said = window.consider.panel.again.text.splitlines()
    assert len(said) == 3
    assert said[0].startswith("Found: E-mail n0@example.org")
    assert said[1] == "Found: Phone 07700 900123, on “My advert”."
    row = window.consider.list.currentItem().text()
    assert "Look again" in row


def test_every_fact_of_a_site_is_said_with_its_source_and_day(window: MainWindow) -> None:
    sites(window, *window.about_you.usage.boxes)
    window.go_to(1)
    seen = []
    for row in range(window.consider.list.count()):
        window.consider.list.setCurrentRow(row)
        seen.append(words(window))
    for site in window.desk.sites:
        for fact in site.facts:
            places = [said for said in seen if f"Good to know: {fact.text}" in said]
            assert places, f"{site.id}: {fact.id}"
            for source in fact.sources:
                assert all(f"{source.title} (checked {source.checked:%d/%m/%Y}" in said for said in places)


def test_what_is_older_than_a_year_may_have_moved_wherever_it_is_said(window: MainWindow) -> None:
    fresh, old = Source("A guide", checked=date(2026, 5, 1)), Source("An old guide", checked=OLD)
    today = date(2026, 11, 22)
    assert source_words([fresh, old, Source("A rumour")], today) == (
        "Where this comes from: A guide (checked 01/05/2026); An old guide (checked 01/05/2020, may have moved); "
        "A rumour (may have moved)"
    )
    assert source_words([], today) == ""
    aged = tuple(msgspec.structs.replace(site, sources=(old,)) for site in window.desk.shelf.sites)
    window.desk.use_shelf(msgspec.structs.replace(window.desk.shelf, sites=aged))
    sites(window, "facebook")
    at(window, "check-settings")
    said = words(window)
    assert "An old guide (checked 01/05/2020, may have moved)" in said
    assert "We checked this more than a year ago. It may have moved." in said


def test_a_letter_says_where_its_law_comes_from(window: MainWindow) -> None:
    letter = window.desk.shelf.letter("uk-gdpr-erasure")
    assert letter is not None
    dialog = LetterDialog(window.desk, letter, "", window)
    assert source_words(letter.sources) in [label.text() for label in dialog.findChildren(QLabel)]
    dialog.close()


def test_a_button_opens_the_right_page_and_says_which(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def note_it(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note_it)  # the person's own browser, outside the program
    sites(window, "facebook", "whatsapp", "x")
    at(window, "contact-details")
    buttons = [b for b in window.consider.panel.how.findChildren(QPushButton) if not b.isHidden()]
    assert [button.text() for button in buttons] == [
        "Open in my browser: Facebook, All settings",
        "Open in my browser: WhatsApp, Help on privacy settings",
        "Open in my browser: X, Privacy and safety",
    ]
    for button in buttons:
        qtbot.mouseClick(button, LEFT)
    assert opened == [
        "https://www.facebook.com/settings",
        "https://faq.whatsapp.com/3307102709559968",
        "https://x.com/settings/privacy_and_safety",
    ]


def test_sites_are_named_as_people_know_them(window: MainWindow) -> None:
    boxes = window.about_you.usage.boxes
    assert boxes["x"].text() == "X (was Twitter)"
    assert boxes["friends-reunited"].text() == "Friends Reunited (closed in 2016)"
    sites(window, "friends-reunited")
    at(window, "search-your-name")
    assert "On Friends Reunited: Traces that may be left" in words(window)


def test_what_needs_doing_has_a_date_that_can_be_taken_out_and_stays_out(window: MainWindow, qtbot: QtBot) -> None:
    at(window, "friend-requests")
    panel = window.consider.panel
    qtbot.mouseClick(panel.choices.buttons[Choice.NEEDS_DOING], LEFT)
    due = window.desk.check.answers["friend-requests"].due
    assert due == date.today() + timedelta(days=7)
    panel.action.dated.setChecked(False)
    at(window, "bullying")
    assert window.desk.check.answers["friend-requests"].due is None
    at(window, "friend-requests")
    assert not panel.action.dated.isChecked()
    window.consider.take_over()
    assert window.desk.check.answers["friend-requests"].due is None
