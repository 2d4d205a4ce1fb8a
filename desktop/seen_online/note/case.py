"""What the sections of a note are made from, and the small tools they share."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from string import Formatter

import msgspec

from seen_online.checklist.item import Checklist
from seen_online.note.kinds import kind_name
from seen_online.note.offered import Chapter, Maskable, Offer, offer_id
from seen_online.note.secrets import Secrets
from seen_online.note.veil import Hidden, Text, Veil, as_shown
from seen_online.review.selfcheck import SelfCheck
from seen_online.search.model import Result
from seen_online.words import say


class Case:
    """A check with its checklist and the day it is looked at; the private values of it are known."""

    def __init__(self, check: SelfCheck, checklist: Checklist, today: date) -> None:
        self.check = check
        self.checklist = checklist
        self.today = today
        self.secrets = Secrets(check.person, check.findings)
        self.veil = Veil(self.secrets.all)
        self.page_names = {result.key: page_name(result) for result in check.results}
        self._veiled: dict[str, Text] = {}
        self._by_id = {secret.id: secret for secret in self.secrets.all}

    def over(self, text: str) -> Text:
        """Return a text from outside, or the person's own, with its private stretches set apart."""
        veiled = self._veiled.get(text)
        if veiled is None:
            veiled = self._veiled[text] = self.veil.over(text)
        return veiled

    def offer(self, offer: Offer) -> Offer:
        """Return `offer` with the list of the details that its texts hold."""
        texts = [offer.head, *offer.body, *(cell for row in offer.rows for cell in row)]
        texts += [text for _, text in offer.places]
        return msgspec.structs.replace(offer, details=tuple(self._maskable(texts)))

    def _maskable(self, texts: Iterable[Text]) -> Iterable[Maskable]:
        ids = [need for text in texts for part in text if isinstance(part, Hidden) for need in part.needs]
        for detail_id in dict.fromkeys(ids):
            secret = self._by_id[detail_id]
            label = say("{kind}: {detail}", kind=kind_name(secret.kind), detail=secret.masked)
            yield Maskable(detail_id, secret.kind, label)


class Chosen:
    """What the person ticked: which offers, and which details in clear."""

    def __init__(self, ids: Iterable[str], unmasked: Collection[str]) -> None:
        self.ids = frozenset(ids)
        self._unmasked = frozenset(unmasked)

    def __call__(self, text: Text) -> str:
        """Return a text as it will stand in the note."""
        return as_shown(text, self._unmasked)

    def places(self, offer: Offer) -> list[str]:
        """Return those places of an offer that may be named since they are chosen themselves."""
        return list(dict.fromkeys(self(text) for need, text in offer.places if need in self.ids))


def phrase(template: str, /, **texts: Text) -> Text:
    """Translate `template` and fill its {places} with veiled texts."""
    parts: list[str | Hidden] = []
    for literal, field, _, _ in Formatter().parse(say(template)):
        parts.append(literal)
        if field is not None:
            parts += texts[field]
    return tuple(part for part in parts if part)


def joined(texts: Iterable[Text], between: str = ", ") -> Text:
    """Join texts with the same words between them."""
    parts: list[str | Hidden] = []
    for text in texts:
        parts += [between, *text] if parts else text
    return tuple(parts)


def result_id(key: str) -> str:
    """Return the id of the offer for the result with this key."""
    return offer_id(Chapter.SEEN, key)


def page_name(result: Result) -> str:
    """Return what to call a page: its title, or its address where it has none."""
    return result.title.strip() or result.url
