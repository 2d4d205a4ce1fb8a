"""Why a document was read in part or not at all, and the sentence that says so.

Parsers may run in another process, where nobody knows the person's language. They give a `Why`; the sentence is
said here, in the program's own process.
"""

from __future__ import annotations

import errno
from enum import StrEnum

from seen_online.words import say


class Why(StrEnum):
    """What kept a document from being read in full, or what to know about how it was read."""

    NOTHING = ""
    EMPTY = "empty"
    NO_FILES = "no_files"
    LONG = "long"
    LOCKED = "locked"
    BROKEN = "broken"
    PARTLY_BROKEN = "partly_broken"
    STRANGE = "strange"
    OTHER_ARCHIVE = "other_archive"
    OLD_OFFICE = "old_office"
    OUTLOOK = "outlook"
    IWORK = "iwork"
    FILM = "film"
    NESTED = "nested"
    BOMB = "bomb"
    MANY = "many"
    SLOW = "slow"
    MEMORY = "memory"
    STOPPED_READER = "stopped_reader"
    NO_READER = "no_reader"
    STOPPED = "stopped"
    CANNOT_OPEN = "cannot_open"
    MISSING = "missing"
    FORBIDDEN = "forbidden"
    NOT_A_FILE = "not_a_file"
    LINK = "link"
    SCAN = "scan"
    BUILT_BY_SCRIPT = "built_by_script"
    HOLDS_FILES = "holds_files"
    MEMBERS = "members"
    PICTURE = "picture"


def sentence(why: Why, value: str = "") -> str:
    """Say `why` in one or two plain sentences; `value` fills the place where the sentence has one."""
    match why:
        case Why.NOTHING:
            return ""
        case Why.EMPTY:
            return say("It is empty. Save or download it again, then try that.")
        case Why.NO_FILES:
            return say("There are no files in this. Choose another one.")
        case Why.LONG:
            return say("This is very long. We read the first part of it. Look at the rest yourself.")
        case Why.LOCKED:
            return say("This is locked with a password. Save it without the password, then try again.")
        case Why.BROKEN:
            return say("We could not understand this file. It may be damaged. Open it yourself to see what it shows.")
        case Why.PARTLY_BROKEN:
            return say("Some of this file is damaged. We read the rest. Look at it yourself.")
        case Why.STRANGE:
            return say("We can't read this kind of file. Save it as PDF, then drop that here.")
        case Why.OTHER_ARCHIVE:
            return say("We can only open ZIP archives. Unpack this one, then drop the folder here.")
        case Why.OLD_OFFICE:
            return say("This is an old kind of Office file. Save it as .docx or PDF, then try again.")
        case Why.OUTLOOK:
            return say("This is a mail from Outlook. Open it there, save it as text or PDF, then drop that here.")
        case Why.IWORK:
            return say("This is from Pages, Numbers or Keynote. Save it there as PDF, then drop that here.")
        case Why.FILM:
            return say("We don't read films or sound. Look at it or listen to it yourself.")
        case Why.NESTED:
            return say("This is an archive inside an archive. Unpack it, then drop it here.")
        case Why.BOMB:
            return say("This unpacks to far more than it should. We stopped, to keep your computer safe.")
        case Why.MANY:
            return say("This holds too many files for us. Drop a part of it here.")
        case Why.SLOW:
            return say("Reading this took too long, so we stopped. Open it yourself to see what it shows.")
        case Why.MEMORY:
            return say("Reading this needs too much memory, so we stopped. Open it yourself to see what it shows.")
        case Why.STOPPED_READER:
            return say("This file made our reader stop. Your other files are not affected. Open it yourself.")
        case Why.NO_READER:
            return say("We could not start our reader. Close Seen Online, open it again, then try once more.")
        case Why.STOPPED:
            return say("You stopped before this was read.")
        case Why.CANNOT_OPEN:
            return say("We could not open this ({why}). Copy it into a folder of your own, then try again.", why=value)
        case Why.MISSING:
            return say("It is not there any more. Look where it is now, then try again.")
        case Why.FORBIDDEN:
            return say(
                "This computer does not let us open it. Copy it into a folder of yours, then drop the copy here."
            )
        case Why.NOT_A_FILE:
            return say("This is not a file that can be read.")
        case Why.LINK:
            return say("This only points to another place. We did not follow it. Drop here what it points to.")
        case Why.SCAN:
            return say("Some of this is a picture of a page. We can't read words in pictures. Look at it yourself.")
        case Why.BUILT_BY_SCRIPT:
            return say("This page shows its words only in a web browser. Open it yourself, save it, then drop it here.")
        case Why.HOLDS_FILES:
            return say("This has other files inside it. We did not read those. Save them, then drop them here.")
        case Why.MEMBERS:
            return say("We could not read everything in this archive ({count} not read).", count=value)
        case Why.PICTURE:
            return say("We read the details stored with the picture, not what it shows.")


def why_closed(error: OSError | ValueError) -> tuple[Why, str]:
    """Return why a file or a folder could not be opened, and what fills the sentence."""
    number = getattr(error, "errno", None)
    if number in (errno.ENOENT, errno.ENOTDIR, errno.ESTALE):
        return Why.MISSING, ""
    if number in (errno.EACCES, errno.EPERM):
        return Why.FORBIDDEN, ""
    return Why.CANNOT_OPEN, getattr(error, "strerror", None) or "unknown"
