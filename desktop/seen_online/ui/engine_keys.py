"""Keys of search services: in this computer's keyring where a record is kept, else in memory alone."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping

import msgspec

from seen_online.outbox.keys import Keys
from seen_online.record.keeper import Keeper
from seen_online.record.keychain import Keychain, services_entry
from seen_online.record.store import Record
from seen_online.record.troubles import KeyringMissing, RecordTrouble
from seen_online.trouble import Trouble
from seen_online.words import say

Keyring = Callable[[], Keychain | None]
SETTING = "keyed"  # which services have a key; the record holds no more than that


def kept_keys(keeper: Keeper, keyring: Keyring) -> Keys:
    """Return the keys that belong to a record. The keyring is asked when one of them is needed, not before."""
    entry = entry_of(keeper)
    if not entry:
        return Keys()
    services = keeper.setting(SETTING)
    known = [each for each in services if isinstance(each, str)] if isinstance(services, list) else []
    return Keys(elsewhere=known, fetch=lambda: _fetched(entry, keyring))


def entry_of(keeper: Keeper) -> str:
    """Return the name under which a record's keys lie in the keyring, "" where nothing is kept."""
    return services_entry(keeper.header.id) if isinstance(keeper, Record) else ""


def keep(keys: Keys, entry: str, keyring: Keyring) -> None:
    """Put all keys into the keyring, or clear it of them where there are none; it may ask. Raises Trouble."""
    try:
        known, chain = keys.all(), keyring()
        if known and chain is None:
            raise KeyringMissing
        if known and chain is not None:
            chain.put(entry, msgspec.json.encode(known))
        elif chain is not None:
            chain.remove(entry)
    except RecordTrouble:
        raise _not_kept() if keys.services else _not_removed() from None


def _fetched(entry: str, keyring: Keyring) -> Mapping[str, str]:
    chain = keyring()
    if chain is None:
        raise KeyringMissing
    kept = chain.get(entry)
    with contextlib.suppress(msgspec.MsgspecError):
        return msgspec.json.decode(kept, type=dict[str, str]) if kept else {}
    return {}


def _not_kept() -> Trouble:
    return Trouble(
        say("This computer's keyring did not take the key of your search service."),
        say("It works until you close this window. Next time, type it again."),
    )


def _not_removed() -> Trouble:
    return Trouble(
        say("The key of your search service still lies in this computer's keyring."),
        say("Unlock the keyring with the password of this computer, add the key again, then take it away."),
    )
