"""What a person typed into the practice engine: phrases, words, site:, and what must not stand there."""

from __future__ import annotations

import msgspec

MAX_QUERY = 500  # characters
MAX_TERMS = 40


class Asked(msgspec.Struct, frozen=True):
    """A query, taken apart. `phrases` must stand on a page as they are; `words` anywhere on it.

    `sites` are hosts, perhaps with the start of a path; `without` holds what was marked with a minus.
    """

    phrases: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing to look for."""
        return not (self.phrases or self.words or self.sites)


def take_apart(query: str) -> Asked:
    """Read a query as engines do; what makes no sense is left out, never an error."""
    phrases: list[str] = []
    words: list[str] = []
    sites: list[str] = []
    without: list[str] = []
    for term, quoted in _terms(query[:MAX_QUERY])[:MAX_TERMS]:
        if quoted and term.startswith("-"):
            without.append(term[1:])
        elif quoted:
            phrases.append(term)
        elif term.lower().startswith("site:"):
            sites.append(term[5:].lower().removeprefix("http://").removeprefix("https://").strip("/"))
        elif term.startswith("-"):
            without.append(term[1:])
        else:
            words.append(term)
    return Asked(_meant(phrases), _meant(words), _meant(sites), _meant(without))


def _meant(terms: list[str]) -> tuple[str, ...]:
    """Drop what holds neither letter nor digit: an engine finds nothing by it."""
    return tuple(term for term in terms if any(c.isalnum() for c in term))


def _terms(query: str) -> list[tuple[str, bool]]:
    """Split at spaces outside quotation marks; an open quotation runs to the end. The bool tells of quotation."""
    terms: list[tuple[str, bool]] = []
    for number, piece in enumerate(query.translate(_STRAIGHT).split('"')):
        if number % 2:
            minus = "-" if terms and terms[-1] == ("-", False) else ""
            if minus:
                terms.pop()
            terms.append((minus + piece, True))
        else:
            terms.extend((word, False) for word in piece.split())
    return terms


# Word processors and telephones write curly quotation marks; control characters mean nothing here.
_STRAIGHT = {ord(c): '"' for c in "“”„«»"} | dict.fromkeys(range(32), " ")
