"""All the text of a file that a person reads, with the entry it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from seen_online.checklist.translation import TEXTS


def texts_of(thing: msgspec.Struct, entry: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield (entry, field, text) for every text of a checklist, site, letter, ... that a person reads."""
    entry = str(getattr(thing, "id", "") or getattr(thing, "name", "") or entry)
    for field in msgspec.structs.fields(thing):
        value: Any = getattr(thing, field.name)
        if field.name == "sources":
            continue
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, msgspec.Struct):
                yield from texts_of(one, entry)
            elif isinstance(one, str) and one and field.name in TEXTS:
                yield entry, field.name, one
