"""Larger text, light or dark, the employer's folder and the language: set once, found again, none of them in the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QStyle
from pytestqt.qtbot import QtBot

from seen_online.checklist.load import load_things_to_consider
from seen_online.ui.desk import Desk
from seen_online.ui.language import system_language
from seen_online.ui.text_size import STEPS
from seen_online.ui.theme import choose_scheme, line_width
from seen_online.ui.widgets.text import Words
from seen_online.ui.window import MainWindow
from support.checklist_files import write
from support.records import new_record, opened_again


@pytest.fixture(autouse=True)
def usual_again(window: MainWindow, qapp: QApplication) -> Iterator[None]:
    yield
    window.menus.text_size.usual()
    if window.preferences.appearance:
        choose_scheme(qapp, Qt.ColorScheme.Unknown)


def test_text_grows_by_keys_as_in_a_browser(window: MainWindow, qtbot: QtBot) -> None:
    menus, label = window.menus, window.about_you.intro
    usual, title = label.font().pointSizeF(), window.about_you.title.font().pointSizeF()
    control = Qt.KeyboardModifier.ControlModifier
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Plus, Qt.Key.Key_Plus):
        qtbot.keyClick(window, key, control)
    assert menus.text_size.percent == STEPS[-1]
    assert not menus.larger.isEnabled()
    assert label.font().pointSizeF() == pytest.approx(2 * usual)
    assert window.about_you.title.font().pointSizeF() == pytest.approx(2 * title)
    assert window.search.send_button.font().pointSizeF() == pytest.approx(2 * usual)
    assert label.maximumWidth() == line_width(label)
    qtbot.keyClick(window, Qt.Key.Key_Minus, control)
    assert menus.text_size.percent == STEPS[-2]
    qtbot.keyClick(window, Qt.Key.Key_0, control)
    assert label.font().pointSizeF() == usual
    assert not menus.smaller.isEnabled()


def test_words_stay_as_large_where_it_goes_dark_and_light_again(window: MainWindow) -> None:
    words = (window.about_you.title, window.about_you.findChildren(Words)[2], window.about_you.intro)
    window.menus.text_size.choose(STEPS[-1])
    large = [each.font().pointSizeF() for each in words]
    for appearance in ("dark", "light"):
        window.preferences.choose_appearance(appearance)
        assert [each.font().pointSizeF() for each in words] == large


def test_a_narrow_window_puts_the_steps_above_the_page_and_the_list_above_what_is_chosen(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1180, 860)
    qtbot.waitUntil(lambda: not window.rail.strip)
    assert window.rail.geometry().right() < window.stack.geometry().left()
    window.resize(620, 440)
    qtbot.waitUntil(lambda: window.rail.strip)
    window.go_to(1)
    qtbot.waitUntil(lambda: window.rail.geometry().bottom() <= window.stack.geometry().top())
    consider = window.consider
    qtbot.waitUntil(lambda: consider.list.geometry().bottom() < consider.panel.geometry().top())
    assert consider.panel.verticalScrollBar().maximum() == 0, "only the page scrolls"
    assert consider.area.verticalScrollBar().maximum() > 0
    assert consider.area.horizontalScrollBar().maximum() == 0
    assert window.rail.count() == len(window.pages)
    qtbot.keyClick(window.rail, Qt.Key.Key_Right)
    assert window.stack.currentWidget() is window.search


def test_nothing_is_cut_off_at_200_per_cent(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1180, 860)
    window.start_practice()
    window.menus.text_size.choose(200)
    for page, shown in enumerate(window.pages):
        window.go_to(page)
        qtbot.wait(50)
        assert window.width() <= 1180, "no page asks for a wider window"
        assert shown.area.horizontalScrollBar().maximum() == 0
        assert shown.primary is not None
        assert shown.rect().contains(shown.primary.geometry())


def test_they_are_found_again_with_the_record(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    desk, home, theirs = window.desk, tmp_path / "home", tmp_path / "theirs"
    write(theirs / "ours.yaml")
    desk.take_keeper(new_record(home))
    window.menus.text_size.choose(150)
    window.menus.appearance_chosen.emit("dark")
    dialog = _organisation(window)
    with qtbot.waitSignal(dialog.loaded):
        dialog.load(theirs, ())
    dialog.reject()
    desk.leave_keeper()
    other = Desk(load_things_to_consider())
    second = MainWindow(other)
    qtbot.addWidget(second)
    second.menus.text_size.usual()
    with qtbot.waitSignal(other.shelf_changed):
        other.take_keeper(opened_again(home))
    assert second.menus.text_size.percent == 150
    assert second.preferences.appearance == "dark"
    assert other.shelf.folder == theirs
    assert [each.title for each in other.lists][1:] == ["At Fellside"]
    other.leave_keeper()
    second.menus.text_size.usual()
    second.shut()


def test_a_folder_that_is_gone_is_named_and_ours_is_used(window: MainWindow, tmp_path: Path) -> None:
    desk, gone = window.desk, tmp_path / "moved away"
    record = new_record(tmp_path / "home")
    record.set("organisation_folder", str(gone))
    desk.take_keeper(record)
    assert str(gone) in window.notice.text
    assert "choose it again" in window.notice.text
    assert desk.shelf.folder is None
    assert desk.recall("organisation_folder") == str(gone), "a drive that is not there today may be there tomorrow"
    desk.leave_keeper()


def test_what_is_chosen_before_a_record_is_open_goes_into_it(window: MainWindow, tmp_path: Path) -> None:
    window.menus.text_size.choose(200)
    window.preferences.choose_appearance("dark")
    window.desk.take_keeper(new_record(tmp_path))
    assert window.menus.text_size.percent == 200, "what was made readable at the gate stays readable"
    assert (window.desk.recall("text_size"), window.desk.recall("appearance")) == (200, "dark")
    window.desk.leave_keeper()
    window.menus.text_size.usual()
    window.menus.text_size.choose(150)
    window.desk.take_keeper(opened_again(tmp_path))
    assert window.menus.text_size.percent == 150, "the last choice holds"
    window.desk.leave_keeper()


def test_practice_changes_nothing_that_is_kept(window: MainWindow, tmp_path: Path) -> None:
    window.desk.take_keeper(new_record(tmp_path))
    window.start_practice()
    window.menus.text_size.choose(200)
    window.practising.end()
    assert window.desk.recall("text_size") is None
    assert window.menus.text_size.percent == 200, "and nothing shrinks under somebody's eyes"
    window.desk.leave_keeper()


def test_the_language_is_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    for wanted, found in ((["cy-GB", "cy"], "cy-GB"), (["pl"], "pl"), (["C"], "en"), ([], "en")):
        monkeypatch.setattr(QLocale, "uiLanguages", lambda _self, *_, wanted=wanted: wanted)
        assert system_language() == found


def test_translations_beside_the_originals_are_used_item_by_item(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        tmp_path / "things-to-consider.cy.yaml",
        """\
        kind: checklist
        id: things-to-consider
        language: cy
        sections:
          - id: {section}
            items:
              - id: {item}
                title: Mae'r hyn a bostiwch yn gyhoeddus
                question: Ydych chi'n postio fel petai pawb yn darllen?
                action: Edrych drwy fy hen negeseuon
                why: Gall unrhyw un ei gopïo. Mae'n aros.
                how: [Meddyliwch cyn postio.]
        """.format(**_first()),
    )
    desk = Desk(load_things_to_consider(language="cy-GB"), language="cy-GB")
    window = MainWindow(desk)
    qtbot.addWidget(window)
    dialog = _organisation(window)
    with qtbot.waitSignal(dialog.loaded):
        dialog.load(tmp_path, ())
    dialog.reject()
    window.go_to(1)
    titles = [item.title for item in window.consider._items]
    assert titles[0] == "Mae'r hyn a bostiwch yn gyhoeddus"
    assert titles[1:] == [item.title for item in load_things_to_consider().items][1 : len(titles)]
    assert desk.shelf.problems == ()
    window.shut()


def _first() -> dict[str, str]:
    (section, *_) = load_things_to_consider().sections
    return {"section": section.id, "item": section.items[0].id}


def _organisation(window: MainWindow):
    from seen_online.ui.dialogs.organisation import OrganisationDialog

    window.show_organisation()
    dialog = window.findChild(OrganisationDialog)
    assert dialog is not None
    return dialog


def test_what_is_first_shown_after_the_text_grew_is_as_large(qtbot: QtBot, desk: Desk) -> None:
    fresh = MainWindow(desk)
    qtbot.addWidget(fresh)
    usual = fresh.about_you.intro.font().pointSizeF()
    fresh.menus.text_size.choose(200)
    try:
        fresh.show()
        fresh.go_to(2)
        fresh.search.notice.show_text("Said late")
        assert fresh.search.notice.isVisible()
        assert fresh.search.notice._words.font().pointSizeF() == pytest.approx(2 * usual)
    finally:
        fresh.menus.text_size.usual()
        fresh.shut()


def test_ticks_grow_with_the_words_beside_them(window: MainWindow, qtbot: QtBot) -> None:
    def side() -> int:
        box = window.search.engines.boxes[0]
        return box.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, box)

    window.go_to(2)
    usual = side()
    window.menus.text_size.choose(200)
    assert side() == pytest.approx(2 * usual, abs=4)
    tree = window.search.queries.tree
    assert tree.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, tree) == side()


def test_what_an_engine_learns_stands_below_its_name_where_it_is_narrow(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1180, 860)
    window.go_to(2)
    ((box, learns),) = window.search.engines._rows
    qtbot.waitUntil(lambda: learns.x() > box.x())
    window.menus.text_size.choose(200)
    window.resize(900, 700)
    qtbot.waitUntil(lambda: learns.y() >= box.y() + box.height())
