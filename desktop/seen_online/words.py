"""Sentences that rooms below the window say to a person, ready for translation.

Rooms below the window know no Qt, yet what they say ("DuckDuckGo asked us to slow down") is read by people in
their own language. They write `say("... {engine} ...", engine=name)`; the window hands over its translator once.
"""

from __future__ import annotations

from collections.abc import Callable

_translate: Callable[[str], str] = str


def use_translator(translate: Callable[[str], str]) -> None:
    """Hand over the function that turns an English template into the person's language."""
    global _translate
    _translate = translate


def mark(template: str) -> str:
    """Return `template` as it is: a sentence of a table, that `say` will translate when it is said."""
    return template


def say(template: str, /, **values: object) -> str:
    """Translate `template`, then fill its {places} with `values`; values are never treated as templates."""
    sentence = _translate(template)
    return sentence.format(**values) if values else sentence
