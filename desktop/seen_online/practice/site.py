"""The pages of the practice web, read once from the data files in web/."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote, urlsplit

import msgspec

from seen_online.practice.pdf import pdf_from_text
from seen_online.practice.words_of_page import words_of_page
from seen_online.trouble import Trouble
from seen_online.words import say

T = TypeVar("T")
WEB = Path(__file__).parent / "web"
SERVED_FILE = Path(__file__).parent / "served.yaml"
LATER = Path(__file__).parent / "later"
LATER_FILE = Path(__file__).parent / "later.yaml"
MEDIA_TYPES = {
    ".html": "text/html",
    ".txt": "text/plain",
    ".vcf": "text/vcard",
    ".svg": "image/svg+xml",
    ".pdf": "application/pdf",
}
_PDF_SOURCE = ".pdf.txt"  # kept as text, served as the PDF that it makes


class Manner(StrEnum):
    """How a page answers one who asks for it."""

    PAGE = "page"
    SLOW = "slow"  # the page, after a second and a half
    MOVED = "moved"  # 301 to `to`
    GONE = "gone"  # 410; the engine still knows what once stood there
    MISSING = "missing"  # 404, likewise
    SIGN_IN = "sign_in"  # 302 to the log-in form
    SIGN_IN_HERE = "sign_in_here"  # 200, with the log-in form in place of the page
    PASSWORD = "password"  # noqa: S105 (401, the browser asks)
    WALL = "wall"  # 403 and "are you a person?"


class Served(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What served.yaml says of one file, where it is not plainly served under its own path."""

    path: str = ""
    answer: Manner = Manner.PAGE
    to: str = ""
    charset: str = "utf-8"
    category: str = "general"


class Later(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What later.yaml says: which files are there no more, and which are served in another manner."""

    removed: tuple[str, ...] = ()
    served: dict[str, Served] = {}


class WebPage(msgspec.Struct, frozen=True):
    """One page or picture: its address, its bytes as served, and what an engine knows of it.

    `title` and `text` are "" for what engines do not list (pictures, robots.txt).
    """

    url: str
    media_type: str
    body: bytes
    served: Served
    title: str = ""
    text: str = ""

    @property
    def listed(self) -> bool:
        """Tell whether a search engine lists this address."""
        return bool(self.title)


class Site:
    """All pages by address. A request is answered from memory, so no path can lead to a file of this computer."""

    def __init__(self, pages: tuple[WebPage, ...]) -> None:
        self.pages = pages
        self.hosts = frozenset((urlsplit(page.url).hostname or "") for page in pages)
        self._at: Mapping[tuple[str, str], WebPage] = {_key(page.url): page for page in pages}

    def page(self, host: str, target: str) -> WebPage | None:
        """Return the page for a path with or without query, or None. An unknown query is ignored, as sites do."""
        path, _, query = target.partition("?")
        path = unquote(path)
        path = path.removesuffix("index.html") if path.endswith("/index.html") else path
        with_query = f"{path}?{unquote(query)}" if query else path
        return self._at.get((host, with_query)) or self._at.get((host, path))


def _key(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.hostname or "", parts.path + (f"?{parts.query}" if parts.query else "")


def load_site(web: Path = WEB, served_file: Path = SERVED_FILE, *, later: bool = False) -> Site:
    """Read every page, as the web is, or as it is some months later. Raises Trouble where the files don't fit."""
    served = _decoded(served_file, dict[str, Served])
    files = _files(web)
    _known_names(served, files, served_file)
    if later:
        changed = _decoded(LATER_FILE, Later)
        _known_names((*changed.removed, *changed.served), files, LATER_FILE)
        served |= changed.served
        files = {name: file for name, file in files.items() if name not in changed.removed} | _files(LATER)
    return Site(tuple(_load(name, file, served.get(name, Served())) for name, file in files.items()))


def _files(folder: Path) -> dict[str, Path]:
    return {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*")) if file.is_file()}


def _known_names(names: Iterable[str], files: Mapping[str, Path], said_in: Path) -> None:
    if unknown := sorted(set(names) - files.keys()):
        raise Trouble(say("There is no practice page {page}.", page=unknown[0]), say("Mend its name."), said_in.name)


def _decoded(file: Path, kind: type[T]) -> T:
    try:
        return msgspec.yaml.decode(file.read_bytes(), type=kind)
    except msgspec.ValidationError as error:
        raise Trouble(say("This file is not as it should be: {why}.", why=error), "", file.name) from None


def _load(name: str, file: Path, served: Served) -> WebPage:
    host, _, rest = name.partition("/")
    body = file.read_bytes()
    shown = body.decode(served.charset)
    suffix = file.suffix
    if name.endswith(_PDF_SOURCE):
        body, suffix, rest = pdf_from_text(shown), ".pdf", rest.removesuffix(".txt")
    path = served.path or "/" + ("" if rest == "index.html" else rest.removesuffix("/index.html") + "/" * _folder(rest))
    media_type = MEDIA_TYPES[suffix]
    title, text = _known(rest, media_type, shown)
    if media_type.startswith("text/"):
        media_type += f"; charset={served.charset}"
    return WebPage(f"http://{host}{path}", media_type, body, served, title, text)


def _folder(rest: str) -> bool:
    return rest.endswith("/index.html")


def _known(rest: str, media_type: str, shown: str) -> tuple[str, str]:
    """Return title and words as an engine lists them; two empty strings where it lists nothing."""
    if media_type == "text/html":
        return words_of_page(shown)
    if rest == "robots.txt" or media_type.startswith("image/"):
        return "", ""
    lines = [line.lstrip("# ").strip() for line in shown.splitlines()]
    return rest.rpartition("/")[2] if media_type == "text/vcard" else lines[0], " ".join(" ".join(lines).split())
