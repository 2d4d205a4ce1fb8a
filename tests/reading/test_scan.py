"""Files, folders and archives that a person names or drops."""

from __future__ import annotations

import os
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from seen_online.reading import read
from seen_online.reading.page import Page, PageOutcome
from seen_online.reading.scan import _found, each_file, read_files
from support import documents
from support.parts import part


def scan(*paths: Path) -> dict[str, Page]:
    stop = threading.Event()
    told: list[tuple[str, Page]] = []
    pages = read_files(paths, lambda path, page: told.append((path, page)), stop)
    assert pages == told
    return dict(pages)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    return folder


def test_each_file_of_a_folder_in_order(folder: Path) -> None:
    (folder / "b").mkdir()
    (folder / "b" / "page.html").write_text("<p>jane@example.org")
    (folder / "a.txt").write_text("Jane Fell")
    (folder / "photo.jpg").write_bytes(documents.jpeg(documents.tiff_exif()))
    (folder / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    pages = scan(folder)
    assert [Path(path).relative_to(folder).as_posix() for path in pages] == ["a.txt", "photo.jpg", "b/page.html"]
    assert {page.outcome for page in pages.values()} == {PageOutcome.READ}
    assert pages[str(folder / "photo.jpg")].text.startswith("GPS position")
    assert pages[str(folder / "b" / "page.html")].media_type == "text/html"


def test_an_archive_from_a_network(folder: Path) -> None:
    path = folder / "facebook-jane.zip"
    path.write_bytes(
        documents.zipped(
            {
                "personal_information/profile.json": '{"birthday": {"year": 1985, "month": 3, "day": 12}}',
                "messages/inbox/1.html": "<p>Ring me: 01632 960123",
                "data/account.js": 'window.YTD.account.part0 = [{"account": {"email": "jane@example.org"}}]',
                "Profile.csv": "First Name,Last Name\nJane,Fell\n",
                "letters/cv.docx": documents.docx("<w:p><w:r><w:t>My CV</w:t></w:r></w:p>"),
                "photos/1.jpg": documents.jpeg(documents.tiff_exif()),
                "videos/1.mp4": b"\0\0\0\x18ftypisom\0\0\0\0mp42",
                "more.zip": documents.zipped({"a.txt": "b"}),
                "photos/": "",
                "__MACOSX/x": "clutter",
            }
        )
    )
    pages = {name.removeprefix(f"{path}/"): page for name, page in scan(path).items()}
    assert {name: page.outcome.value for name, page in pages.items()} == {
        "personal_information/profile.json": "read", "messages/inbox/1.html": "read", "data/account.js": "read",
        "Profile.csv": "read", "letters/cv.docx": "read", "photos/1.jpg": "read", "videos/1.mp4": "not_read",
        "more.zip": "not_read",
    }  # fmt: skip
    assert pages["personal_information/profile.json"].text == "birthday: 1985-03-12"
    assert pages["Profile.csv"].text.startswith("name: Jane Fell")
    assert pages["letters/cv.docx"].media_type.endswith("wordprocessingml.document")
    assert "inside an archive" in pages["more.zip"].detail


def test_progress_counts_the_files_of_archives(folder: Path) -> None:
    (folder / "a.zip").write_bytes(documents.zipped({f"{n}.txt": "x" for n in range(3)}))
    (folder / "b.txt").write_text("x")
    steps = [(step.done, step.total) for step in each_file([folder], threading.Event())]
    assert steps == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_an_archive_that_was_read_whole_has_no_row_of_its_own(folder: Path) -> None:
    (folder / "a.zip").write_bytes(documents.zipped({"x.txt": "x"}))
    assert list(scan(folder)) == [f"{folder}/a.zip/x.txt"]


def test_stopping_leaves_the_rest_unread(folder: Path) -> None:
    (folder / "a.zip").write_bytes(documents.zipped({f"{n}.txt": "x" for n in range(2000)}))
    (folder / "b.txt").write_text("x")
    stop = threading.Event()
    pages = read_files([folder], lambda path, page: stop.set(), stop)
    assert [page.outcome for _, page in pages] == [PageOutcome.READ, PageOutcome.NOT_READ]
    assert pages[-1][0] == f"{folder}/a.zip"
    assert "stopped" in pages[-1][1].detail


def test_stopping_before_the_start_reads_nothing(folder: Path) -> None:
    (folder / "b.txt").write_text("x")
    stop = threading.Event()
    stop.set()
    assert read_files([folder], lambda path, page: None, stop) == []


def test_what_is_no_file_is_told(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    (folder / "round").symlink_to(folder)
    pages = scan(folder, folder / "missing.txt")
    assert {Path(path).name: page.outcome for path, page in pages.items()} == {
        "pipe": PageOutcome.NOT_READ, "gone.txt": PageOutcome.FAILED, "missing.txt": PageOutcome.FAILED,
        "round": PageOutcome.NOT_READ,
    }  # fmt: skip
    assert "not there any more" in pages[str(folder / "missing.txt")].detail
    assert "points to another place" in pages[str(folder / "round")].detail


def test_what_is_closed_to_us_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests may run as an administrator, whom no permission stops; so the system's answer is put in its place."""
    (folder / "closed").mkdir()
    (folder / "closed" / "a.txt").write_text("x")
    (folder / "open.txt").write_text("x")
    (folder / "mine.txt").write_text("x")
    walk, open_file = os.scandir, Path.open

    def scandir(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return walk(path)

    def opened(path: Path, *more: str) -> object:
        if path.name == "mine.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return open_file(path, *more)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(Path, "open", opened)
    pages = {Path(path).name: page for path, page in scan(folder).items()}
    assert {name: page.outcome.value for name, page in pages.items()} == {
        "open.txt": "read", "mine.txt": "failed", "closed": "failed",
    }  # fmt: skip
    assert pages["closed"].detail == pages["mine.txt"].detail
    assert "does not let us open it. Copy it" in pages["closed"].detail


def test_a_file_that_goes_away_before_its_turn(folder: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (folder / name).write_bytes(documents.pdf())
    told: list[Page] = []

    def on_page(path: str, page: Page) -> None:
        told.append(page)
        (folder / "b.pdf").unlink(missing_ok=True)

    read_files([folder], on_page, threading.Event())
    assert [page.outcome.value for page in told] == ["read", "failed"]
    assert "not there any more" in told[1].detail


@pytest.mark.parametrize(
    "files", [{}, {"a/": "", "a/b/": ""}, {"__MACOSX/x": "clutter"}], ids=["", "folders", "clutter"]
)
def test_an_archive_without_files_is_told(files: dict[str, str], folder: Path) -> None:
    (folder / "a.zip").write_bytes(documents.zipped(files))
    (page,) = scan(folder).values()
    assert (page.outcome, page.detail) == (PageOutcome.FAILED, "There are no files in this. Choose another one.")


def test_a_folder_without_files_is_told(folder: Path) -> None:
    (folder / "empty").mkdir()
    (page,) = scan(folder).values()
    assert (page.outcome, page.detail) == (PageOutcome.FAILED, "There are no files in this. Choose another one.")


def test_more_files_than_we_read_are_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seen_online.reading.scan.MAX_FILES", 3)
    for number in range(6):
        (folder / f"{number}.txt").write_text("x")
    pages = list(scan(folder).values())
    assert [page.outcome.value for page in pages] == ["read", "read", "read", "refused"]
    assert "too many files" in pages[-1].detail


def test_stopping_while_folders_are_looked_through(folder: Path) -> None:
    stop = threading.Event()
    (folder / "a.txt").write_text("x")

    def paths() -> Iterator[Path]:
        yield folder
        stop.set()
        yield folder

    assert list(_found(paths(), stop)) == [(folder / "a.txt", None)]


def test_names_that_mislead_are_shown_neutralised(folder: Path) -> None:
    (folder / "photo\u202egpj.txt").write_text("x")
    pack = folder / "a.zip"
    with zipfile.ZipFile(pack, "w") as out:
        out.writestr("../../up\u202e.txt", "y")
    assert list(scan(folder)) == [f"{pack}/up\ufffd.txt", f"{folder}/photo\ufffdgpj.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_a_name_that_is_no_text(folder: Path) -> None:
    for name in (b"caf\xe9.pdf", b"caf\xe9.zip", b"caf\xe9.txt"):
        data = documents.zipped({"a.txt": "x"}) if name.endswith(b"zip") else documents.pdf()
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(data)
    pages = scan(folder)
    assert [path.removeprefix(f"{folder}/") for path in pages] == [
        "caf\ufffd.pdf",
        "caf\ufffd.txt",
        "caf\ufffd.zip/a.txt",
    ]
    assert {page.outcome for page in pages.values()} == {PageOutcome.READ}
    for page in pages.values():
        page.url.encode("utf-8")


def test_an_address_that_is_no_text_is_read_at_once() -> None:
    assert (
        read(documents.pdf(), "application/pdf; x=\udcff", "http://example.org/\udcff.pdf").outcome is PageOutcome.READ
    )


def test_a_large_text_is_read_apart_and_told_as_cut(folder: Path) -> None:
    (folder / "log.txt").write_bytes(b"Jane Fell, 01632 960123\n" * 500_000)
    page = scan(folder)[str(folder / "log.txt")]
    assert (page.outcome, page.text[:9]) == (PageOutcome.PARTLY, "Jane Fell")
    assert len(page.text) <= 5_000_000


def test_an_archive_as_one_page() -> None:
    page = read(
        documents.zipped(
            {"a.txt": "Jane Fell", "b/c.html": "<title>T</title><p>01632 960123", "d.mp4": b"\0\0\0\x18ftypisom"}
        )
    )
    assert part(page, "properties").split("\n\n") == ["a.txt", "b/c.html", "d.mp4"]
    assert part(page, "text") == "Jane Fell\n\n01632 960123"
    assert (page.outcome, page.media_type) == (PageOutcome.PARTLY, "application/zip")
    assert "1 not read" in page.detail
