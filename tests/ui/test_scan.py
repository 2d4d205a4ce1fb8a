"""Files dropped on the window: read here, shown with what they give away, stopped at any time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from seen_online.person import DetailKind, detail
from seen_online.reading.page import Page, PageOutcome
from seen_online.search.model import Ask, Hit, Outcome, Query
from seen_online.ui.desk import Desk
from seen_online.ui.dialogs.scan import ScanDialog
from seen_online.ui.widgets.tree import top_rows
from seen_online.ui.window import MainWindow
from support import documents

PATIENCE = 30_000  # milliseconds
PAGE = "<title>Club</title><p>Nia Ashworth, 07700 900123. <b>&lt;img src=x&gt;</b></p>"


@pytest.fixture
def nia(desk: Desk) -> Desk:
    desk.set_details([detail(DetailKind.NAME, "Nia Ashworth"), detail(DetailKind.PHONE, "+44 7700 900123")], "GB")
    return desk


def drop(window: MainWindow, *urls: QUrl) -> ScanDialog | None:
    mime = QMimeData()
    mime.setUrls(list(urls))
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys))
    return window.findChild(ScanDialog)


def test_a_dropped_file_shows_what_it_gives_away(window: MainWindow, nia: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    page = tmp_path / "club.html"
    page.write_text(PAGE, encoding="utf-8")
    dialog = drop(window, QUrl.fromLocalFile(str(page)))
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.notice.text != "", timeout=PATIENCE)
    (top,) = top_rows(dialog.table)
    assert top.text(0) == "club.html"
    details = {(top.child(i).text(0), top.child(i).text(2)) for i in range(top.childCount())}
    assert ("! Phone", "yours") in details
    assert nia.outbox.sent == [], "nothing leaves"
    assert "All of it was read" in dialog.notice.text


def test_a_single_file_opens_to_what_it_shows_of_others_too(
    window: MainWindow, nia: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = tmp_path / "others.html"
    page.write_text("<p>Ring the club on 01632 960123 or write to club@example.org.</p>", encoding="utf-8")
    dialog = drop(window, QUrl.fromLocalFile(str(page)))
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.notice.text != "", timeout=PATIENCE)
    (top,) = top_rows(dialog.table)
    assert top.childCount() == 2
    assert top.isExpanded(), "nobody has to find out that there is more inside"
    dialog.table.clear()
    more = tmp_path / "more.html"
    more.write_text(page.read_text(encoding="utf-8"), encoding="utf-8")
    dialog.scan([page, more])
    qtbot.waitUntil(lambda: dialog._job is None, timeout=PATIENCE)
    assert [row.isExpanded() for row in top_rows(dialog.table)] == [False, False], "of several, what is yours"


def test_what_could_not_be_read_is_said_so(window: MainWindow, nia: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnot really")
    dialog = drop(window, QUrl.fromLocalFile(str(broken)))
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.notice.text != "", timeout=PATIENCE)
    assert "Not all of it could be seen" in dialog.notice.text
    assert "✓" not in top_rows(dialog.table)[0].text(1)


def test_an_address_that_is_dropped_is_not_fetched(window: MainWindow, nia: Desk) -> None:
    dialog = drop(window, QUrl("https://example.org/page"))
    assert dialog is not None
    assert dialog._job is None
    assert "Save the page, then drop the file" in dialog.notice.text
    assert nia.outbox.sent == []


def read_all(window: MainWindow, qtbot: QtBot, *paths: Path) -> ScanDialog:
    dialog = drop(window, *(QUrl.fromLocalFile(str(path)) for path in paths))
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.notice.text != "", timeout=PATIENCE)
    return dialog


def test_files_of_an_archive_are_told_by_where_they_lie_in_it(
    window: MainWindow, nia: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    pack = tmp_path / "download.zip"
    photo = documents.jpeg(documents.tiff_exif())
    odd = {"../notes\u202egpj.txt": "x" * 50, "<b>bold.txt": "<p>x"}
    pack.write_bytes(documents.zipped({"inbox/ann/1.html": PAGE, "inbox/bob/1.html": PAGE, "me.jpg": photo, **odd}))
    rows = {row.text(0).replace("\u200b", ""): row for row in top_rows(read_all(window, qtbot, pack).table)}
    assert list(rows) == ["inbox/ann/1.html", "inbox/bob/1.html", "me.jpg", "notes\ufffdgpj.txt", "<b>bold.txt"]
    assert rows["me.jpg"].text(1).startswith("1 detail seen. We read the details stored with the picture")
    assert rows["<b>bold.txt"].text(1).startswith("✓ We saw no contact details")
    assert "&lt;b&gt;" in rows["<b>bold.txt"].toolTip(0)


def test_what_is_not_read_says_so_in_words_for_files(
    window: MainWindow, nia: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "film.mp4").write_bytes(b"\0\0\0\x18ftypisom")
    (tmp_path / "half.xml").write_text("<?xml version='1.0'?><a><b>07700 900123")
    (tmp_path / "empty.txt").touch()
    dialog = read_all(window, qtbot, *sorted(tmp_path.glob("*.*")))
    said = {row.text(0): row.text(1) for row in top_rows(dialog.table)}
    assert said["film.mp4"].startswith("– Not read. We don't read films")
    assert said["half.xml"].startswith("! Read in part. 1 detail seen. Some of this file is damaged.")
    assert said["empty.txt"].startswith("! Could not be read. It is empty.")


def test_of_files_that_give_nothing_away_not_each_has_its_row(
    window: MainWindow, nia: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("seen_online.ui.dialogs.scan_rows.MOST_QUIET", 5)
    monkeypatch.setattr("seen_online.ui.dialogs.scan_rows.MOST_FILES", 8)
    files = {f"{n:02}.txt": "nothing" for n in range(20)} | {f"{n}.html": PAGE for n in range(6)}
    (tmp_path / "a.zip").write_bytes(documents.zipped(files))
    dialog = read_all(window, qtbot, tmp_path / "a.zip")
    rows = [(row.text(0), row.text(1)) for row in top_rows(dialog.table)]
    assert [name for name, _ in rows[:8]] == [
        "00.txt",
        "01.txt",
        "02.txt",
        "03.txt",
        "04.txt",
        "0.html",
        "1.html",
        "2.html",
    ]
    assert rows[8][0] == "And 15 more files"
    assert rows[8][1].startswith("✓ We saw no")
    assert rows[9][0] == "And 3 more files"
    assert "too many to show" in rows[9][1]
    assert "All of it was read" in dialog.notice.text


def test_reading_a_large_archive_stops_at_once(window: MainWindow, nia: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    large = json.dumps([{"name": f"Ann {n}", "text": "hello " * 20} for n in range(100_000)])
    (tmp_path / "a.zip").write_bytes(documents.zipped({"first.txt": "x", **{f"{n}.json": large for n in range(30)}}))
    dialog = drop(window, QUrl.fromLocalFile(str(tmp_path / "a.zip")))
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.table.topLevelItemCount() > 0, timeout=PATIENCE)
    assert (dialog.bar.isVisible(), dialog.bar.maximum(), dialog.stop_button.isVisible()) == (True, 31, True)
    dialog.scan([tmp_path / "a.zip"])
    assert "still reading" in dialog.notice.text
    dialog.stop_button.click()
    listed = dialog.table.topLevelItemCount()
    assert 0 < listed < 31
    assert "You stopped. Only what is listed here" in dialog.notice.text
    assert not dialog.stop_button.isVisible()
    qtbot.waitUntil(lambda: not nia.background.working, timeout=PATIENCE)
    assert dialog.table.topLevelItemCount() == listed, "nothing arrives any more"
    assert "You stopped" in dialog.notice.text
    dialog.scan([tmp_path / "nowhere"])
    qtbot.waitUntil(lambda: "Not all of it" in dialog.notice.text, timeout=PATIENCE)


@pytest.fixture
def wall(window: MainWindow, nia: Desk, qtbot: QtBot) -> str:
    """The key of a result whose page asks to sign in, and which is chosen."""
    hit = Hit("Club", "https://club.example/members", "Members only", "duckduckgo", "Nia", 1)
    ask = Ask(Query("Nia", "your name"), "duckduckgo", Outcome.ANSWERED, "1 page.", hits=(hit,))
    from seen_online.review.perform import merged

    nia.ask_came(ask, merged([ask]))
    (result,) = nia.check.results
    nia.page_came(result.key, Page(outcome=PageOutcome.NEEDS_YOU, detail="It asks you to sign in."))
    window.go_to(3)
    qtbot.waitUntil(lambda: window.results.judge.key == result.key, timeout=PATIENCE)
    return result.key


def test_a_page_that_needs_you_is_read_from_the_copy_you_saved(
    window: MainWindow, nia: Desk, wall: str, qtbot: QtBot, tmp_path: Path
) -> None:
    judge = window.results.judge
    assert judge.saved_button.isVisible()
    saved = tmp_path / "members.html"
    saved.write_text(PAGE, encoding="utf-8")
    judge.read_saved(saved)
    assert window.results.notice.text == "We are reading the copy you saved."
    qtbot.waitUntil(lambda: nia.check.pages[wall].outcome is PageOutcome.READ, timeout=PATIENCE)
    assert window.results.notice.text == "We have read the copy you saved."
    qtbot.waitUntil(lambda: any(f.value == "+447700900123" for f in nia.check.findings.get(wall, [])), timeout=PATIENCE)
    assert not judge.saved_button.isVisible()


def test_a_saved_copy_that_cannot_be_read_is_told(
    window: MainWindow, nia: Desk, wall: str, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notice = window.results.notice
    window.results.judge.read_saved(tmp_path / "gone.html")
    qtbot.waitUntil(lambda: nia.check.pages[wall].outcome is PageOutcome.FAILED, timeout=PATIENCE)
    assert notice.text == f"We could not read the copy you saved. {nia.check.pages[wall].detail}"

    def stumbles(*_: object) -> None:
        raise KeyError("a fault of ours")

    monkeypatch.setattr("seen_online.reading.scan.read_files", stumbles)
    window.results.judge.read_saved(tmp_path / "gone.html")
    qtbot.waitUntil(lambda: "we did not expect" in notice.text, timeout=PATIENCE)
