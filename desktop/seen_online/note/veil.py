"""A text with its private stretches set apart, so that each can be shown masked or, if the person says so, in clear."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec

from seen_online.note.clean import clean_line, inert
from seen_online.note.fold import fold
from seen_online.note.secrets import Secret
from seen_online.note.span import Span
from seen_online.note.spot_date import DateSpotter
from seen_online.note.spot_phone import PhoneSpotter
from seen_online.note.spot_words import WordSpotter


class Hidden(msgspec.Struct, frozen=True):
    """A private stretch: `clear` is shown only when all of `needs` (ids of details) are unmasked."""

    needs: tuple[str, ...]
    masked: str
    clear: str


Text = tuple[str | Hidden, ...]


class Veil:
    """Sets the private values among `secrets` apart in any text. Made once for a check, then used for each text."""

    def __init__(self, secrets: Iterable[Secret]) -> None:
        self.secrets = tuple(secrets)
        self._spotters = (PhoneSpotter(self.secrets), DateSpotter(self.secrets), WordSpotter(self.secrets))

    def over(self, text: str) -> Text:
        """Return `text`, made clean, with every stretch that says a secret in whatever spelling set apart."""
        line = clean_line(text)
        folded = fold(line)
        spans = [span for spotter in self._spotters for span in spotter.spans(folded.text)]
        parts: list[str | Hidden] = []
        done = 0
        for group in _groups(spans):
            start, _ = folded.span(group[0].start, group[0].end)
            end = max(folded.span(span.start, span.end)[1] for span in group)
            if start < done:
                continue
            widest = max(group, key=lambda span: span.end - span.start)
            needs = tuple(dict.fromkeys(span.secret.id for span in group))
            parts += [line[done:start], Hidden(needs, clean_line(widest.masked), line[start:end])]
            done = end
        parts.append(line[done:])
        return tuple(part for part in parts if part)


def detail_text(secret: Secret, clear: str) -> Text:
    """Return a detail by itself, as a table names it; `clear` is how it reads unmasked."""
    return (Hidden((secret.id,), secret.masked, clean_line(clear)),)


def as_shown(text: Text, unmasked: Collection[str] = ()) -> str:
    """Return a text as it will stand in the note, harmless also for a spreadsheet."""
    parts = []
    for part in text:
        if isinstance(part, Hidden):
            part = part.clear if all(need in unmasked for need in part.needs) else part.masked
        parts.append(part)
    return inert(clean_line("".join(parts)))


def _groups(spans: list[Span]) -> list[list[Span]]:
    """Sort spans into groups that overlap; one that lies within another is dropped, the other says it all."""
    groups: list[list[Span]] = []
    reach = 0
    for span in sorted(spans, key=lambda s: (s.start, -s.end, not s.secret.own)):
        if groups and span.start < reach:
            if span.end > reach:
                groups[-1].append(span)
        else:
            groups.append([span])
        reach = max(reach, span.end)
    return groups
