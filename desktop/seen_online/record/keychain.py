"""The system's own keyring: Windows Credential Locker, macOS Keychain, Secret Service or KWallet, and nothing else."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from seen_online.record.troubles import KeyringLocked, KeyringMissing

T = TypeVar("T")

SERVICE = "seen-online"
PATIENCE = 120.0  # seconds; the person may be typing the keyring's password into the system's own window
# keyring finds other back-ends too: plain files, none at all, command-line programs that ask on a terminal.
_KEEPING = tuple(f"keyring.backends.{name}." for name in ("SecretService", "Windows", "macOS", "kwallet", "libsecret"))


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
    """Return this computer's keyring, None where there is none that keeps a secret. May take a moment."""
    try:
        import keyring
        from keyring.backends import chainer

        backend = keyring.get_keyring()
        chained = backend.backends if isinstance(backend, chainer.ChainerBackend) else [backend]
    except Exception:  # noqa: BLE001 (a back-end's own import may fail in any way)
        return None
    keeping = [b for b in chained if f"{type(b).__module__}.".startswith(_KEEPING)]
    return Keychain(keeping[0], patience) if keeping else None


def _kind(error: BaseException) -> Exception:
    from keyring import errors

    if isinstance(error, errors.KeyringLocked):
        return KeyringLocked()
    # The system says why in its own words, which may name the person: they are not passed on.
    denied = any(word in str(error).casefold() for word in ("locked", "denied", "dismiss", "cancel"))
    return KeyringLocked() if denied else KeyringMissing()
