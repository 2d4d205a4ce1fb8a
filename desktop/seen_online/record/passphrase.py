"""From a passphrase to bytes: slow on purpose, so that guessing is slow too."""

from __future__ import annotations

import hashlib
import unicodedata

import msgspec

from seen_online.record.troubles import NotARecord, WeakPassphrase
from seen_online.record.weak import guessable
from seen_online.words import say

SHORTEST = 10  # characters; four short words make twenty
LONGEST = 1_000
_MOST_MEMORY = 512 * 1024 * 1024  # bytes that a file from elsewhere may make us use


class Cost(msgspec.Struct, frozen=True):
    """What one try of a passphrase costs (scrypt, RFC 7914): memory is 128 · n · r bytes, p how often it is done.

    The default takes 128 MB and about half a second on a small computer (OWASP's first choice).
    """

    n: int = 2**17
    r: int = 8
    p: int = 1

    @property
    def sane(self) -> bool:
        """Tell whether a cost that stands in a file may be carried out."""
        power_of_two = self.n > 1 and self.n & (self.n - 1) == 0
        return power_of_two and self.r > 0 and 0 < self.p <= 16 and 128 * self.n * self.r * self.p <= _MOST_MEMORY


def check_new(passphrase: str) -> None:
    """Look whether a passphrase that is being chosen will do. Raises WeakPassphrase."""
    plain = _plain(passphrase)
    if len(plain) < SHORTEST:
        raise WeakPassphrase(
            say("This passphrase is too short."), say("Use {least} characters or more.", least=SHORTEST)
        )
    if len(plain) > LONGEST:
        raise WeakPassphrase(say("This passphrase is too long."), say("Use {most} characters or fewer.", most=LONGEST))
    if guessable(plain):
        raise WeakPassphrase(
            say("This passphrase is too easy to guess."), say("Use three or four words that you can remember.")
        )


def stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Return 64 bytes that only this passphrase gives with this salt. Raises NotARecord for a cost beyond reason."""
    if not cost.sane:
        raise NotARecord
    most = 128 * cost.r * (cost.n + cost.p + 2) + 1024 * 1024
    text = _plain(passphrase[: LONGEST * 4]).encode("utf-8", "surrogatepass")
    return hashlib.scrypt(text, salt=salt, n=cost.n, r=cost.r, p=cost.p, maxmem=most, dklen=64)


def _plain(passphrase: str) -> str:
    # The same letters come composed from one keyboard and decomposed from another.
    return unicodedata.normalize("NFC", passphrase)
