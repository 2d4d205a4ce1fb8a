"""An evidence sheet for a concern. It is made only when the person asks for one, and nothing here keeps a copy."""

from __future__ import annotations

import hashlib
from datetime import datetime

import msgspec

from seen_online.note.clean import clean_block, clean_line
from seen_online.note.model import Block, Bullets, Note, NoteSection, Paragraph, Quoted
from seen_online.note.when import date_and_time, long_date, time_here_and_utc
from seen_online.trouble import Trouble
from seen_online.words import say

_INDENT = "  "  # also keeps a line that starts with = from being run where it is pasted into a spreadsheet


class Evidence(msgspec.Struct, frozen=True):
    """What was seen: `text` exactly as reading the page gave it, `seen` when it was read, in the zone of the place."""

    address: str
    seen: datetime
    text: str
    title: str = ""

    @property
    def sha256(self) -> str:
        """Return the fingerprint of the text in UTF-8 as 64 hexadecimal digits. Another text gives another one."""
        return hashlib.sha256(self.text.encode("utf-8", errors="surrogatepass")).hexdigest()


def evidence(address: str, seen: datetime, text: str, title: str = "") -> Evidence:
    """Gather what is known of a page for an evidence sheet.

    Raises:
        Trouble: nothing was read there, or it is not known when; a sheet without that would prove nothing.
    """
    if not address.strip():
        raise Trouble(say("It is not known where this was seen."), say("Open the page and copy its address."))
    if not text.strip():
        raise Trouble(
            say("No text was read from this page."),
            say("Open it yourself, save it, and drop the saved page here."),
            clean_line(address),
        )
    if seen.tzinfo is None:
        raise Trouble(say("The time has no time zone."), say("Read the page again."), clean_line(address))
    return Evidence(address, seen, text, title)


def evidence_note(sheet: Evidence, made: datetime, procedure: str = "", language: str = "en") -> Note:
    """Return the sheet as a note, for any of the formats.

    Nothing in it is masked: it shows what was seen.

    Args:
        sheet: what was seen.
        made: when the sheet is made.
        procedure: where the employer's complaints procedure is, as the employer wrote it; "" where that is not known.
        language: BCP 47 tag of the language the sheet's own sentences are in.
    """
    advice = [
        say("Use the complaints procedure for this, as for any other complaint. Ask your manager where to find it."),
        say("Do not raise it on the site itself, and do not answer there."),
        say("Show this sheet only to the people who deal with it. It may hold details of other people."),
        say("Delete it when it is not needed any more."),
    ]
    if procedure.strip():
        advice.insert(1, say("The complaints procedure: {where}", where=clean_line(procedure)))
    return Note(
        say("Evidence for a concern"),
        (say("Made on {moment} with Seen Online.", moment=date_and_time(made)),),
        (
            NoteSection(say("What to do with it"), (Bullets(tuple(advice)),)),
            NoteSection(say("What was seen"), (Bullets(_facts(sheet)), *_fingerprint(sheet))),
            NoteSection(say("The text"), tuple(_text(sheet))),
        ),
        made,
        language,
    )


def _facts(sheet: Evidence) -> tuple[str, ...]:
    facts = [
        say("Address: {address}", address=clean_line(sheet.address)),
        say("Date: {date}", date=long_date(sheet.seen)),
        say("Time: {time}", time=time_here_and_utc(sheet.seen)),
    ]
    if sheet.title.strip():
        facts.insert(1, say("Title: {title}", title=clean_line(sheet.title)))
    return tuple(facts)


def _fingerprint(sheet: Evidence) -> tuple[Block, ...]:
    """Return the fingerprint on a line of its own, so that it can be copied whole from any kind of file."""
    return Paragraph(say("Fingerprint of the text (SHA-256):")), Paragraph(sheet.sha256)


def _text(sheet: Evidence) -> list[Block]:
    seen = clean_block(sheet.text)
    blocks: list[Block] = []
    if seen != sheet.text:
        blocks.append(
            Paragraph(
                say(
                    "Signs that can't be seen, or that turn text around, are left out below. "
                    "The fingerprint is of the text with them."
                )
            )
        )
    blocks.append(Quoted("\n".join(f"{_INDENT}{line}".rstrip() for line in seen.split("\n"))))
    return blocks
