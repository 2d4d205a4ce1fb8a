"""E-mail addresses, user names, postcodes and street addresses, with any marks or none between their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from seen_online.note.fold import compact
from seen_online.note.secrets import Secret
from seen_online.note.span import Span
from seen_online.note.streets import WORD, long_form, telling_parts

_GLUED = 10  # letters; a shorter address could by chance stand inside a longer word
_MOST_GLUED = 50  # spellings; a person has a few addresses, and each is looked for in every text
_HANDLE_MARKS = frozenset("._-")
_BEFORE_HANDLE = "@/=:~"
_SHORTEST_HANDLE = 4  # characters
_LEAST_SPELLING = 4  # letters and digits; fewer (a house number) stand in every text

# Whatever stands behind a plus arrives in the same box: nia+shop@example.org is nia@example.org.
_PLUS = re.compile(r"([\w.%-]{1,64})\+[\w.%+-]{0,64}@([\w.-]{1,255}\w)")

_Word = tuple[str, int, int]


class WordSpotter:
    """Finds all of `secrets` that are words in folded texts."""

    def __init__(self, secrets: Iterable[Secret]) -> None:
        self._anywhere = _Joined()
        self._addresses = _Joined()
        self._handles = _Joined()
        self._glued: dict[str, Secret] = {}
        self._boxes: dict[str, Secret] = {}
        for secret in secrets:
            if secret.kind == "username":
                for shown in (secret.value, *secret.shown):
                    self._handles.add(compact(shown), secret)
                continue
            if secret.kind == "email":
                self._boxes[secret.value.lower()] = secret
            for key in _spellings(secret):
                self._anywhere.add(key, secret)
                if secret.own and secret.kind == "email" and len(key) >= _GLUED and len(self._glued) < _MOST_GLUED:
                    self._glued[key] = secret
            if secret.kind == "address":
                for shown in secret.shown:
                    for key in telling_parts(shown):
                        self._addresses.add(key, secret)

    def spans(self, text: str) -> Iterator[Span]:
        """Return where the words of the secrets stand in a folded text."""
        words: list[_Word] = [(match[0], match.start(), match.end()) for match in WORD.finditer(text)]
        yield from self._anywhere.spans(words, lambda _gap: True, text)
        yield from self._handles.spans(words, lambda gap: set(gap) <= _HANDLE_MARKS, text)
        if self._addresses:
            yield from self._addresses.spans([(long_form(w), s, e) for w, s, e in words], lambda _gap: True, text)
        for match in _PLUS.finditer(text) if self._boxes else ():
            if secret := self._boxes.get(f"{match[1]}@{match[2]}"):
                yield Span(match.start(), match.end(), secret, secret.masked_in_text)
        if self._glued:
            yield from self._stuck_to_others(words)

    def _stuck_to_others(self, words: list[_Word]) -> Iterator[Span]:
        """Find the person's own e-mail address where the spaces around it were lost."""
        letters = "".join(word for word, _, _ in words)
        places = [place for _, start, end in words for place in range(start, end)]
        for key, secret in self._glued.items():
            at = letters.find(key)
            while at >= 0:
                yield Span(places[at], places[at + len(key) - 1] + 1, secret, secret.masked_in_text)
                at = letters.find(key, at + len(key))


class _Joined:
    """Keys without gaps, looked up over runs of whole words. Work grows with the text, not with the keys."""

    def __init__(self) -> None:
        self._secrets: dict[str, Secret] = {}
        self._longest: dict[str, int] = {}

    def __bool__(self) -> bool:
        return bool(self._secrets)

    def add(self, key: str, secret: Secret) -> None:
        if key:
            self._secrets.setdefault(key, secret)
            self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def spans(self, words: list[_Word], joins: Callable[[str], bool], text: str) -> Iterator[Span]:
        for number, (first, start, _) in enumerate(words):
            most = self._longest.get(first[0], 0)
            joined, before, found = "", start, None
            for word, word_start, end in words[number:]:
                joined += word
                if len(joined) > most or not joins(text[before:word_start]):
                    break
                before = end
                secret = self._secrets.get(joined)
                if secret is not None and (secret.kind != "username" or _may_be_handle(secret, text, start)):
                    found = Span(start, end, secret, secret.masked_in_text)
            if found is not None:
                yield found


def _may_be_handle(secret: Secret, text: str, start: int) -> bool:
    """Tell whether a word is meant as a user name: one that is also a name or very short needs a sign of it."""
    if secret.weak or len(secret.value) < _SHORTEST_HANDLE:
        return start > 0 and text[start - 1] in _BEFORE_HANDLE
    return True


def _spellings(secret: Secret) -> Iterator[str]:
    """Return the keys of a secret: as typed, as seen, and an e-mail address as people hide it from robots."""
    if secret.kind == "email":
        local, _, domain = secret.value.rpartition("@")
        for at in ("", "at"):
            for dot in ("", "dot"):
                yield compact(f"{local.replace('.', dot)}{at}{domain.replace('.', dot)}")
            yield compact(f"{local}{at}{domain.replace('.', 'dot')}")
    # Of a date the year alone is no secret where the rest is masked, and it stands in many a text.
    least = _LEAST_SPELLING + (secret.kind == "date_of_birth")
    for shown in (secret.value, *secret.shown):
        key = compact(shown)
        if len(key) >= least:
            yield key
