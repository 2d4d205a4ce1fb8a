"""Why a document was read in part or not at all, and the sentence that says so.

Parsers may run in another process, where nobody knows the person's language. They give a `Why`; the sentence is
said here, in the program's own process.
"""

from __future__ import annotations

from enum import StrEnum

from seen_online.words import say


class Why(StrEnum):
    """What kept a document from being read in full, or what to know about how it was read."""

    NOTHING = ""
    LONG = "long"
    LOCKED = "locked"
    BROKEN = "broken"
    PARTLY_BROKEN = "partly_broken"
    STRANGE = "strange"
    OTHER_ARCHIVE = "other_archive"
    OLD_OFFICE = "old_office"
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
        case Why.LONG:
            return say("This is very long. We read the first part of it.")
        case Why.LOCKED:
            return say("This is locked with a password. Save it without the password, then try again.")
        case Why.BROKEN:
            return say("We could not understand this file. It may be damaged.")
        case Why.PARTLY_BROKEN:
            return say("Some of this file is damaged. We read the rest.")
        case Why.STRANGE:
            return say("We can't read this kind of file.")
        case Why.OTHER_ARCHIVE:
            return say("We can only open ZIP archives. Unpack this one, then drop the folder here.")
        case Why.OLD_OFFICE:
            return say("This is an old kind of Office file. Save it as .docx or PDF, then try again.")
        case Why.FILM:
            return say("We don't read films or sound.")
        case Why.NESTED:
            return say("This is an archive inside an archive. Unpack it, then drop it here.")
        case Why.BOMB:
            return say("This unpacks to far more than it should. We stopped, to keep your computer safe.")
        case Why.MANY:
            return say("This holds too many files for us. Unpack it, then drop a part of it here.")
        case Why.SLOW:
            return say("Reading this took too long, so we stopped.")
        case Why.MEMORY:
            return say("Reading this needs too much memory, so we stopped.")
        case Why.STOPPED_READER:
            return say("This file made our reader stop. Your other files are not affected.")
        case Why.NO_READER:
            return say("We could not start our reader ({why}).", why=value)
        case Why.STOPPED:
            return say("You stopped before this was read.")
        case Why.CANNOT_OPEN:
            return say("We could not open this file ({why}).", why=value)
        case Why.NOT_A_FILE:
            return say("This is not a file that can be read.")
        case Why.LINK:
            return say("This only points to another place. We did not follow it.")
        case Why.SCAN:
            return say("Some of this is a picture of a page. We can't read words in pictures.")
        case Why.BUILT_BY_SCRIPT:
            return say("This page shows its words only in a web browser. Open it yourself, save it, then drop it here.")
        case Why.HOLDS_FILES:
            return say("This has other files inside it. We did not read those.")
        case Why.MEMBERS:
            return say("We could not read everything in this archive ({count} not read).", count=value)
        case Why.PICTURE:
            return say("We read the details stored with the picture, not what it shows.")
