"""Sentences that were put together where nobody knows the person's language, to be said where somebody does."""

from __future__ import annotations

from typing import Any

import msgspec

from seen_online.words import say


class Said(msgspec.Struct, frozen=True):
    """A sentence's template and what fills its places; what fills them may be such a sentence itself."""

    template: str
    values: dict[str, Said | str] = {}

    def again(self) -> str:
        """Say it in the person's language."""
        return say(self.template, **{k: v.again() if isinstance(v, Said) else v for k, v in self.values.items()})


class Unsaid(str):
    """A sentence in English that remembers how it was put together; to be handed to `words.use_translator`."""

    __slots__ = ("said",)
    said: Said

    def __init__(self, template: str) -> None:
        self.said = Said(template)

    def format(self, *_: Any, **values: Any) -> str:
        """Fill the places."""
        filled = Unsaid(str.format(str(self), **values))
        filled.said = Said(str(self), {name: said(value) for name, value in values.items()})
        return filled


def said(value: object) -> Said | str:
    """Return how a value was put together where it is an `Unsaid`, else its text."""
    return value.said if isinstance(value, Unsaid) else str(value)
