"""Erasing one's own record, for a thread beside the window; records of other people on the same computer stay."""

from __future__ import annotations

from pathlib import Path

from seen_online.record.erase import erase, erase_everything
from seen_online.record.shelf import records
from seen_online.record.troubles import KeyringLocked, KeyringMissing
from seen_online.trouble import Trouble
from seen_online.ui.record_work import Keyring
from seen_online.words import say


def erase_own(home: Path, record_id: str, keyring: Keyring) -> bool:
    """Erase a record that is closed; the settings and caches too, where it is the last one on this computer.

    Returns:
        Whether its key is left in the keyring. All files are gone then; the key opens nothing.

    Raises:
        RecordTrouble: some of its files are left.
    """
    others = [record for record in records(home) if record.id != record_id]
    try:
        if others:
            erase(home, record_id, keychain=keyring())
        else:
            erase_everything(home, keychain=keyring())
    except (KeyringLocked, KeyringMissing):
        return True
    return False


def left_over(trouble: Trouble) -> Trouble:
    """Return what to say where not all could be erased."""
    return Trouble(
        say("Not everything could be erased. {what}", what=trouble.what),
        say("Start Seen Online again and erase once more, or ask whoever looks after this computer."),
        trouble.where,
    )


def with_key(said: str, *, key_left: bool) -> str:
    """Return what to say once a record is erased, and that a key may be left where it is."""
    left = say("A key may be left in this computer's keyring. No record opens with it.")
    return f"{said} {left}" if key_left else said
