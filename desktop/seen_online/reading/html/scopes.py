"""Items that are open while a page's tags go by: the part that microdata, RDFa and h-card have in common."""

from __future__ import annotations

from seen_online.reading.items import MAX_DEPTH, Item

MAX_ITEMS = 1_000
MAX_FACTS = 20_000


class Scopes:
    """Things under description, the innermost last, and those that are done.

    Attributes:
        found: the outermost things, in the page's order.
        cut: whether there was more than we keep.
    """

    def __init__(self) -> None:
        self.found: list[Item] = []
        self.cut = False
        self._open: list[Item] = []
        self._facts = 0

    @property
    def inside(self) -> bool:
        """Tell whether a thing is being described here."""
        return bool(self._open)

    def begin(self, kind: str, names: list[str]) -> None:
        """Open a thing; `names` are the properties of the thing around it that it is the value of."""
        item = Item(kind)
        if self._open and names and len(self._open) < MAX_DEPTH:
            for name in names[:3]:
                self._open[-1].add(name, item)
        elif len(self.found) < MAX_ITEMS:
            self.found.append(item)
        else:
            self.cut = True
        self._open.append(item)

    def end(self) -> None:
        """Close the innermost thing."""
        if self._open:
            self._open.pop()

    def innermost(self) -> Item | None:
        """Return the thing that a property met now belongs to."""
        return self._open[-1] if self._open else None

    def say(self, item: Item | None, names: list[str], value: str) -> None:
        """Note a property of `item`, under each of its names."""
        if item is None:
            return
        for name in names[:5]:
            if self._facts >= MAX_FACTS:
                self.cut = True
                return
            self._facts += 1
            item.add(name, value)
