"""The system's own keyring: Windows Credential Locker, macOS Keychain, Secret Service or KWallet, and nothing else."""

from __future__ import annotations

import threading
from collections.abc import Callable
from importlib import import_module
from typing import Any, TypeVar

from seen_online.record.troubles import KeyringLocked, KeyringMissing

T = TypeVar("T")

SERVICE = "seen-online"
PATIENCE = 120.0  # seconds; the person may be typing the keyring's password into the system's own window
# keyring finds other back-ends too: plain files, none at all, command-line programs that ask on a terminal.
_KEEPING = {
    "SecretService": "Keyring",
    "Windows": "WinVaultKeyring",
    "macOS": "Keyring",
    "kwallet": "DBusKeyring",
    "libsecret": "Keyring",
}


def services_entry(record_id: str) -> str:
    """Return the name under which the keys of a record's search services lie."""
    return f"{record_id}_services"


class Keychain:
    """A keyring that keeps secrets. `backend` is one of the keyring library's; `patience` is in seconds."""

    def __init__(self, backend: Any, patience: float = PATIENCE) -> None:
        self._backend = backend
        self._patience = patience

    def get(self, entry: str) -> bytes | None:
        """Return the key under this name, or None. Raises KeyringLocked, KeyringMissing."""
        text = self._ask(lambda: self._backend.get_password(SERVICE, entry))
        try:
            return bytes.fromhex(text) if text else None
        except ValueError:
            return None

    def put(self, entry: str, key: bytes) -> None:
        """Keep a key, and see that it is really kept. Raises KeyringLocked, KeyringMissing."""
        self._ask(lambda: self._backend.set_password(SERVICE, entry, key.hex()))
        if self.get(entry) != key:
            raise KeyringMissing

    def remove(self, entry: str) -> None:
        """Remove a key; one that is not there is no error. Raises KeyringLocked, KeyringMissing."""
        from keyring.errors import PasswordDeleteError

        def delete() -> None:
            try:
                self._backend.delete_password(SERVICE, entry)
            except PasswordDeleteError:
                if self._backend.get_password(SERVICE, entry) is not None:
                    raise

        self._ask(delete)

    def _ask(self, question: Callable[[], T]) -> T:
        """Carry a call out beside, since a locked keyring asks the person and may wait for ever."""
        answers: list[T] = []
        errors: list[BaseException] = []

        def work() -> None:
            try:
                answers.append(question())
            except BaseException as error:  # noqa: BLE001 (told apart below, in the thread that asked)
                errors.append(error)

        worker = threading.Thread(target=work, name="keyring", daemon=True)
        worker.start()
        worker.join(self._patience)
        if answers:
            return answers[0]
        if not errors:
            raise KeyringLocked
        raise _kind(errors[0]) from None


def system_keychain(patience: float = PATIENCE) -> Keychain | None:
    """Return this computer's keyring, None where there is none that keeps a secret. May take a moment.

    It is looked for anew each time: the keyring's daemon may have come up since.
    """
    try:
        from keyring import core

        chosen = core.load_env() or core.load_config()  # somebody who switched keyrings off means it
    except Exception:  # noqa: BLE001 (a back-end's own import may fail in any way)
        return None
    if chosen is not None:
        ours = f"{type(chosen).__module__}.".startswith(tuple(f"keyring.backends.{name}." for name in _KEEPING))
        return Keychain(chosen, patience) if ours else None
    found = sorted(filter(None, map(_backend, _KEEPING)), key=lambda pair: pair[0], reverse=True)
    return Keychain(found[0][1], patience) if found else None


def _backend(name: str) -> tuple[float, Any] | None:
    """Return a back-end of the keyring library with its priority, None where it is of no use on this computer."""
    try:
        kind = getattr(import_module(f"keyring.backends.{name}"), _KEEPING[name])
        return float(kind.priority), kind()
    except Exception:  # noqa: BLE001 (it says so in any way: RuntimeError, what D-Bus raises, a missing library)
        return None


def _kind(error: BaseException) -> Exception:
    from keyring import errors

    if isinstance(error, errors.KeyringLocked):
        return KeyringLocked()
    # The system says why in its own words, which may name the person: they are not passed on.
    denied = any(word in str(error).casefold() for word in ("locked", "denied", "dismiss", "cancel"))
    return KeyringLocked() if denied else KeyringMissing()
