"""What is said of a record: how it is kept, and which copies there are of it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QTime

from seen_online.record.backup import KEPT, backups
from seen_online.record.header import Locked
from seen_online.record.store import Record
from seen_online.words import say


def how_kept(record: Record | None, may_keep: bool) -> str:
    """Return how it is kept now; `may_keep` is False where the program was started so that it keeps nothing."""
    if record is None:
        said = say("Nothing of this check is kept on this computer. It is forgotten when you close the window.")
        return said if may_keep else f"{said} {say('Seen Online was started in that way.')}"
    header = record.header
    if header.locked is Locked.PASSPHRASE:
        said = say("Your record is kept on this computer, sealed. Your passphrase opens it.")
    else:
        said = say("Your record is kept on this computer, sealed. This computer's own keyring opens it.")
    return f"{said} {say('Here it is called record {number}.', number=header.number)}"


def copies(record: Record) -> str:
    """Return which sealed copies the program made by itself. Raises RecordTrouble."""
    with record.held() as opened:
        places = opened.places
    made = [when(backup.made) for backup in backups(places)]
    if not made:
        return say("Seen Online makes sealed copies by itself, in case the file is damaged. There is none yet.")
    return say(
        "Seen Online makes sealed copies by itself, in case the file is damaged, and keeps the last {kept}: {days}.",
        kept=KEPT,
        days="; ".join(made),
    )


def when(moment: datetime) -> str:
    """Return a day and a time in this computer's own way."""
    here, locale = moment.astimezone(), QLocale()
    day = locale.toString(QDate(here.year, here.month, here.day), QLocale.FormatType.ShortFormat)
    return f"{day} {locale.toString(QTime(here.hour, here.minute), QLocale.FormatType.ShortFormat)}"
