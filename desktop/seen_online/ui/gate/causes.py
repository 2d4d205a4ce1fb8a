"""What keeps a record shut, in words for its page, and which ways lead on from there."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from seen_online.record.troubles import (
    Damaged,
    DiskFull,
    InUse,
    KeyGone,
    KeyringLocked,
    KeyringMissing,
    ReadOnly,
    TooNew,
    Unreadable,
)
from seen_online.trouble import Trouble
from seen_online.words import mark, say


class Way(Enum):
    """What a person can do instead."""

    AGAIN = auto()
    COPY = auto()  # open a sealed copy
    NEW = auto()  # start a new record beside this one
    FORGET = auto()  # use the program without keeping anything
    OTHERS = auto()  # see the other records
    ERASE = auto()  # give this record up
    QUIT = auto()


WAYS = {
    Way.AGAIN: (mark("Try again"), mark("Was the disk or the memory stick out for a moment?")),
    Way.COPY: (mark("Open a sealed copy …"), mark("Did you save a copy, here or on a memory stick?")),
    Way.NEW: (mark("Start a new record"), mark("It stands beside the old one, which stays as it is.")),
    Way.FORGET: (
        mark("Go on without keeping anything"),
        mark("You can use all of Seen Online. Once you close it, this check is forgotten."),
    ),
    Way.OTHERS: (mark("Not you?"), mark("Shows the other records, or begins your own.")),
    Way.ERASE: (mark("Erase this record …"), mark("You are asked once more. Then it is gone for ever.")),
    Way.QUIT: (mark("Close Seen Online"), ""),
}


class Cause(NamedTuple):
    """A page: its title, what happened, what to do next, and the ways on beside *Try again*."""

    title: str
    what: str
    mend: str
    ways: tuple[Way, ...]


def cause_of(trouble: Trouble) -> Cause:
    """Return the page for what keeps a record from being opened or made."""
    what, mend = trouble.what, trouble.mend
    rest = (Way.FORGET, Way.QUIT)
    match trouble:
        case KeyringLocked():
            return Cause(say("The keyring is locked"), what, mend, (Way.OTHERS, Way.NEW, *rest))
        case KeyringMissing():
            return Cause(say("The keyring does not answer"), what, mend, (Way.OTHERS, Way.COPY, Way.NEW, *rest))
        case KeyGone():
            ways = (Way.COPY, Way.NEW, Way.ERASE, Way.OTHERS, *rest)
            return Cause(say("The key to your record is gone"), what, mend, ways)
        case Damaged():
            what = say("It can't be read any more. We have left it as it is.")
            ways = (Way.COPY, Way.NEW, Way.ERASE, Way.OTHERS, *rest)
            return Cause(say("The file of your record is damaged"), what, mend, ways)
        case TooNew():
            return Cause(say("Your record needs a newer program"), what, mend, (Way.NEW, Way.OTHERS, *rest))
        case DiskFull():
            # Its own words are about a change that could not be saved.
            what = say("There is no room left on this computer's disk. What your record holds is safe.")
            return Cause(say("The disk is full"), what, say("Make some room, then try again."), rest)
        case ReadOnly():
            return Cause(say("Nothing can be written here"), what, mend, rest)
        case InUse():
            what = say("Another window has your record open, on this computer or on another one.")
            return Cause(say("Your record is in use"), what, say("Close it there, then try again."), rest)
        case Unreadable():
            return Cause(say("Your record can't be read"), what, mend, rest)
    return Cause(say("Your record did not open"), what, mend, rest)
