"""Word, Excel and PowerPoint documents, and OpenDocument: text, comments, what was deleted, and who wrote it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping

from seen_online.reading.files.office_flow import OfficeFlow
from seen_online.reading.files.packed import Unreadable, unpack, unpack_named
from seen_online.reading.files.picture import picture_lines
from seen_online.reading.files.sheets import read_cells
from seen_online.reading.html.links import address_of
from seen_online.reading.kinds import Kind
from seen_online.reading.sheet import Sheet
from seen_online.reading.why import Why
from seen_online.reading.xml_events import feed_xml

MAX_XML = 24_000_000  # bytes of one file inside
MAX_FILES = 2_000  # files inside that are looked at
MAX_PICTURES = 60
MAX_PICTURE = 24_000_000  # bytes
# Some writers number what others don't (word/document2.xml). Drawn charts and diagrams hold their own texts, and what
# stands on every slide stands in its layout or master.
_STORY = re.compile(
    r"word/(?:document|header|footer|footnotes|endnotes)\d*+\.xml|content\.xml|styles\.xml|xl/drawings/\w++\.xml|"
    r"ppt/(?:slides|notesSlides|slideLayouts|slideMasters)/\w++\.xml|"
    r"(?:word|xl|ppt)/(?:diagrams/data\w*+|charts/chart\w*+)\.xml"
)
# Without one of these nothing was read of what the document shows.
_HEART = re.compile(
    r"word/document\d*+\.xml|content\.xml|xl/worksheets/[^/]++(?<=\.xml)|ppt/(?:presentation|slides/\w++)\d*+\.xml"
)
_NOTES = re.compile(
    r"(?:word|xl|ppt)/(?:comments\w*+|people|persons/person\w*+|threadedComments/\w++|comments/\w++|commentAuthors)\.xml"
)
_RELATIONS = re.compile(r"(?:word|xl|ppt)/(?:\w++/)?_rels/[\w.]{1,200}\.rels")
_PROPERTIES = re.compile(r"docProps/(?:core|app|custom)\.xml|meta\.xml")
_PICTURES = re.compile(r"(?:word|xl|ppt)/media/\S+|Pictures/\S+")
_INSIDE = re.compile(r"(?:word|xl|ppt)/embeddings/.+|Object \d++/content\.xml|(?:word|xl|ppt)/vbaProject\.bin")
_OPEN = (
    (b"application/vnd.oasis.opendocument.spreadsheet", Kind.ODS),
    (b"application/vnd.oasis.opendocument.presentation", Kind.ODP),
    (b"application/vnd.oasis.opendocument", Kind.ODT),  # drawings and forms too: they read the same
)
_TOLD = {
    "creator": "Author", "initial-creator": "First author", "lastModifiedBy": "Last changed by", "title": "Title",
    "subject": "Subject", "description": "Description", "keywords": "Keywords", "keyword": "Keywords",
    "category": "Category", "Company": "Company", "Manager": "Manager", "printed-by": "Printed by",
    "lpwstr": "Note", "user-defined": "Note", "HyperlinkBase": "Address",
}  # fmt: skip


class _Properties:
    """Writes "Author: Jane" for the properties that tell something of people."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.title = ""
        self.language = ""
        self._tag = ""
        self._text: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take a start tag."""
        self._tag, self._text = tag, []

    def end(self, tag: str) -> None:
        """Take an end tag."""
        text = " ".join("".join(self._text).split())
        if tag == self._tag and text:
            if tag == "title":
                self.title = text
            elif tag == "language":
                self.language = text
            if tag in _TOLD:
                self.lines.append(f"{_TOLD[tag]}: {text}")
        self._tag = ""

    def data(self, text: str) -> None:
        """Take text."""
        self._text.append(text)


class _Targets:
    """Collects where a document's links lead."""

    def __init__(self) -> None:
        self.links: dict[str, None] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take a start tag."""
        if attributes.get("TargetMode") == "External" and (address := address_of(attributes.get("Target", ""))):
            self.links[address] = None

    def end(self, tag: str) -> None:
        """Take an end tag."""

    def data(self, text: str) -> None:
        """Take text."""


def office_kind(pack: zipfile.ZipFile) -> Kind | None:
    """Tell which kind of Office document a ZIP file is, None where it is none."""
    names = pack.NameToInfo
    if "Index.zip" in names or any(name.startswith("Index/") and name.endswith(".iwa") for name in names):
        return Kind.IWORK
    if "mimetype" in names:
        try:
            mimetype = unpack_named(pack, "mimetype", 200)
        except Unreadable:
            return None
        return next((kind for begin, kind in _OPEN if mimetype.startswith(begin)), None)
    if "[Content_Types].xml" not in names:
        return None
    for name, kind in (("word/", Kind.DOCX), ("xl/", Kind.XLSX), ("ppt/", Kind.PPTX)):
        if any(one.startswith(name) for one in names):
            return kind
    return None


def read_office(pack: zipfile.ZipFile, kind: Kind, sheet: Sheet) -> None:
    """Write an Office document on `sheet`."""
    if kind is Kind.IWORK:
        raise Unreadable(Why.IWORK)
    if "xl/workbook.bin" in pack.NameToInfo:
        raise Unreadable(Why.OLD_OFFICE)
    if b"encryption-data" in unpack_named(pack, "META-INF/manifest.xml"):
        raise Unreadable(Why.LOCKED)
    if not any(_HEART.fullmatch(name) for name in pack.NameToInfo):
        raise Unreadable(Why.BROKEN)
    flow = OfficeFlow(open_format=kind in (Kind.ODT, Kind.ODS, Kind.ODP))
    properties, targets = _Properties(), _Targets()
    pictures: list[str] = []
    if kind is Kind.XLSX:
        read_cells(pack, sheet)
    for info in _in_order(pack, sheet):
        name = info.filename
        if _PICTURES.fullmatch(name):
            pictures.append(name)
            continue
        if _INSIDE.fullmatch(name):
            sheet.fell_short(Why.HOLDS_FILES)
            continue
        taker = _taker(name, flow, properties, targets)
        if taker is None:
            continue
        data, whole = unpack(pack, info, MAX_XML)
        if not whole:
            sheet.fell_short(Why.LONG)
        if not feed_xml(data, taker):
            sheet.fell_short(Why.PARTLY_BROKEN)
    _write(sheet, flow, properties, {**flow.links, **targets.links})
    _read_pictures(pack, pictures, sheet)


def _in_order(pack: zipfile.ZipFile, sheet: Sheet) -> Iterator[zipfile.ZipInfo]:
    """Yield the files, the document itself first, slides by their number."""
    infos = sorted(pack.infolist(), key=lambda i: (not _STORY.fullmatch(i.filename), _natural(i.filename)))
    if len(infos) > MAX_FILES:
        sheet.fell_short(Why.LONG)
    yield from infos[:MAX_FILES]


def _natural(name: str) -> tuple[bool, str, int, str]:
    number = re.search(r"\d{1,9}", name)
    front = not name.startswith(("word/document", "content", "ppt/slides/"))
    return front, name[: number.start()] if number else name, int(number[0]) if number else 0, name


def _taker(
    name: str, flow: OfficeFlow, properties: _Properties, targets: _Targets
) -> OfficeFlow | _Properties | _Targets | None:
    if _STORY.fullmatch(name) or _NOTES.fullmatch(name):
        return flow
    if _PROPERTIES.fullmatch(name):
        return properties
    return targets if _RELATIONS.fullmatch(name) else None


def _write(sheet: Sheet, flow: OfficeFlow, properties: _Properties, links: Mapping[str, None]) -> None:
    sheet.title, sheet.language = properties.title, properties.language
    sheet.add("text", flow.text())
    sheet.add_lines("link", links)
    sheet.add_lines("alt", flow.alts)
    sheet.add("comment", flow.notes())
    sheet.add("hidden", flow.gone())
    lines = dict.fromkeys(properties.lines)
    told = {line.partition(": ")[2] for line in lines}
    sheet.add_lines("properties", [*lines, *(f"Written by: {name}" for name in flow.people if name not in told)])
    if flow.cut:
        sheet.fell_short(Why.LONG)
    if flow.inside:
        sheet.fell_short(Why.HOLDS_FILES)


def _read_pictures(pack: zipfile.ZipFile, names: list[str], sheet: Sheet) -> None:
    """Read what is stored with the pictures inside: a photo put into a letter still tells where it was taken."""
    if len(names) > MAX_PICTURES:
        sheet.fell_short(Why.HOLDS_FILES)
    for name in names[:MAX_PICTURES]:
        try:
            data = unpack_named(pack, name, MAX_PICTURE)
        except Unreadable as reason:
            sheet.fell_short(Why.BOMB if reason.why is Why.BOMB else Why.PARTLY_BROKEN)
            continue
        sheet.add_lines("picture", picture_lines(data) or [])
