"""Masking: what stands in a note in place of a private detail, and in any text that says one."""

from __future__ import annotations

from collections.abc import Iterable

from seen_online.note.masks import is_private, mask
from seen_online.note.secrets import Secret, secrets_of
from seen_online.note.veil import Veil, as_shown

__all__ = ["Secret", "is_private", "mask", "mask_text", "secrets_of"]


def mask_text(text: str, secrets: Iterable[Secret]) -> str:
    """Return `text` on one line with every spelling of every secret masked.

    For many texts make one Veil and ask it, since it prepares the secrets once.
    """
    return as_shown(Veil(secrets).over(text))
