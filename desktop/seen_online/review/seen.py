"""The table *detail × where seen*: each detail once, with the pages that show it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import msgspec

from seen_online.exposure.finding import Finding, FindingKind, Whose

# What a stranger could misuse comes first.
_ORDER = (
    FindingKind.DATE_OF_BIRTH,
    FindingKind.ADDRESS,
    FindingKind.POSTCODE,
    FindingKind.PHONE,
    FindingKind.EMAIL,
    FindingKind.LOCATION,
    FindingKind.WORKPLACE,
    FindingKind.USERNAME,
    FindingKind.NAME,
)
# A page about someone names them: their name gives nothing away, nor does where they work or live in so many words.
_TELLING = frozenset(_ORDER) - {FindingKind.NAME, FindingKind.WORKPLACE, FindingKind.LOCATION}
_NEAREST = (Whose.YOURS, Whose.NEAR_YOUR_NAME, Whose.OTHER)


class Place(msgspec.Struct, frozen=True):
    """One page on which a detail was seen: its result key, and the finding there."""

    key: str
    finding: Finding


class SeenDetail(msgspec.Struct, frozen=True):
    """One detail with every page that shows it. `whose` is the nearest that any of the pages says."""

    kind: FindingKind
    value: str
    whose: Whose
    places: tuple[Place, ...]

    @property
    def pages(self) -> tuple[str, ...]:
        """Return the keys of the pages, each once, in order."""
        return tuple(dict.fromkeys(place.key for place in self.places))


def telling(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings that are the person's own contact details, date of birth or user name."""
    return [f for f in findings if f.whose is Whose.YOURS and f.kind in _TELLING]


def nearest_first(findings: Sequence[Finding]) -> list[Finding]:
    """Return each detail of one page once, the person's own first, then by kind."""
    once = {(finding.kind, finding.value): finding for finding in reversed(findings)}
    return sorted(once.values(), key=lambda f: (_NEAREST.index(f.whose), _ORDER.index(f.kind), f.start))


def words_around(finding: Finding) -> str:
    """Return a finding's context on one line, cut at whole words, with … where it was cut."""
    words = finding.context.split()
    shown = " ".join(finding.shown.split())
    whole = " ".join(words)
    before, found, after = whole.partition(shown)
    if not found:
        return whole
    _, gap, kept = before.partition(" ")
    before = f"… {kept}" if gap else before
    kept, gap, _ = after.rpartition(" ")
    return f"{before}{shown}{kept} …" if gap else f"{before}{shown}{after}"


def seen_details(found: Mapping[str, Sequence[Finding]], not_mine: Collection[str] = ()) -> list[SeenDetail]:
    """Gather findings by detail: the person's own first, then by kind, then by how many pages show it.

    `found` maps result keys to the findings on that page; `not_mine` are the keys of pages about somebody else of that
    name, by the person's own word: what stands near the name there is the other's.
    """
    places: dict[tuple[FindingKind, str], list[Place]] = {}
    for key, findings in found.items():
        for finding in findings:
            if finding.whose is Whose.NEAR_YOUR_NAME and key in not_mine:
                finding = msgspec.structs.replace(finding, whose=Whose.OTHER)
            places.setdefault((finding.kind, finding.value), []).append(Place(key, finding))
    rows = [
        SeenDetail(kind, value, min((p.finding.whose for p in seen), key=_NEAREST.index), tuple(seen))
        for (kind, value), seen in places.items()
    ]
    return sorted(rows, key=lambda r: (_NEAREST.index(r.whose), _ORDER.index(r.kind), -len(r.pages), r.value))
