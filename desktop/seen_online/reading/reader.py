"""Read one document: tell what it is, then read it here or, where its parser could come to harm, apart."""

from __future__ import annotations

import msgspec

from seen_online.reading.kinds import APART, Kind, tell
from seen_online.reading.page import Page, PageOutcome
from seen_online.reading.parsers import UNREAD, parse_guarded
from seen_online.reading.sheet import Reading, Sheet, unread
from seen_online.reading.why import Why

IN_PROCESS = 5_300_000  # bytes of a page or a text: all that is fetched; more could take more memory than it may
IN_PROCESS_DATA = 1_000_000  # bytes of the others: each byte of JSON can become a hundred


def read(data: bytes, media_type: str | None = None, url: str = "") -> Page:
    """Return the text of a page or a file: what is seen first, then what is there but unseen.

    Args:
        data: its bytes.
        media_type: what it was said to be (a Content-Type, with its charset if any). What the bytes say counts more.
        url: its address or file name; it tells the kind where nothing else does.

    Returns:
        A Page. Never raises: what can't be read has the outcome FAILED, REFUSED or NOT_READ and a plain sentence,
        what was read in part PARTLY. In `text`, blocks are separated by line feeds, the cells of a row by a tab. An
        archive gives the texts of all its files, each after a line with its name.
    """
    said = media_type or ""
    if not data:
        return unread(Why.EMPTY, said).page(url)
    kind = tell(data, said, url)
    if kind in UNREAD:
        return unread(UNREAD[kind], kind.value).page(url)
    if not is_read_here(kind, len(data)):
        return _apart(data, kind, said, url).page(url)
    return parse_guarded(kind, data, said).page(url)


def is_read_here(kind: Kind, size: int) -> bool:
    """Tell whether a document is read in the program's own process, by its kind and its size in bytes."""
    most = IN_PROCESS if kind in (Kind.HTML, Kind.TEXT) else IN_PROCESS_DATA
    return kind not in APART and size <= most


def _apart(data: bytes, kind: Kind, media_type: str, url: str) -> Reading:
    from seen_online.reading.apart import Apart
    from seen_online.reading.frames import Done, End, Job

    done: list[Done] = []
    last: Reading | None = None
    with Apart() as apart:
        for told in apart.read(Job(size=len(data), name=url, media_type=media_type), data):
            if isinstance(told, Done):
                done.append(told)
            elif isinstance(told, End):
                last = told.reading
    if len(done) == 1 and not done[0].name and last is None:
        return done[0].reading
    if not done and last is not None:
        return msgspec.structs.replace(last, media_type=kind.value)
    sheet = Sheet()
    for one in done:
        sheet.add("properties", one.name)
        sheet.add_reading(one.reading)
    if last is not None:
        sheet.fell_short(last.why, last.value)
    if missed := sum(one.reading.outcome is not PageOutcome.READ for one in done):
        sheet.fell_short(Why.MEMBERS, str(missed))
    return sheet.reading(kind.value)
