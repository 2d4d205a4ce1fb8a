"""What there is to know about one result when it is compared with others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from seen_online.people.accounts import lists_people
from seen_online.people.address import Address, read_address
from seen_online.people.common import COMMON, LITTLE
from seen_online.people.context import pieces
from seen_online.people.details import Details, Own, read_details
from seen_online.people.names import Form, Mention, Names, is_first_name, mentions
from seen_online.people.tokens import Token, stem, tokens_of
from seen_online.person import Person
from seen_online.search.model import Result

MOST_TERMS = 120
_OF_OWN_PLACE = 0.25
_ENOUGH, _ENGLISH = 6, 0.2  # of so many small words, every fifth is a little word in English
_NEAR = 10  # words between a name and what stands beside it
# An e-mail address counts as a contact. What stands before its @ is nobody's word, and must not turn up in a reason;
# the ending of an address (.org) is nobody's either.
_LOCAL_PART = re.compile(r"[^\s@]{1,64}@")
_ENDING = re.compile(r"(?<=[a-z0-9])\.[a-z]{2,12}(?![a-z0-9.@-])")


class Traits(msgspec.Struct, frozen=True):
    """One result as it is compared.

    `words` maps distinctive words to how much they count (1 where they stand beside the name), `proper` are those of
    them that stand there with a capital; `pairs` are words
    that stand side by side, both with a capital; `people` are other people's names among them. `form` is the fullest
    form of the name, `middles`, `suffixes`, `before` and `after` what stands within and around it, and `plainly` that
    it also stands there without middle names. `listing` marks a page that lists many people, `foreign` one that is
    hardly in English, so that we do not know its little words.
    """

    words: dict[str, float]
    proper: frozenset[str]
    pairs: frozenset[str]
    people: frozenset[str]
    address: Address
    form: Form = Form.NONE
    middles: frozenset[str] = frozenset()
    suffixes: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    plainly: bool = False
    listing: bool = False
    foreign: bool = False
    details: Details = Details()


def read_traits(result: Result, names: Names, person: Person, own: Own) -> Traits:
    """Look at one result."""
    words: dict[str, float] = {}
    proper: set[str] = set()
    pairs: set[str] = set()
    people: set[str] = set()
    named: list[Mention] = []
    small: list[str] = []
    best = Form.NONE
    parts = pieces(result, names)
    for part in parts:
        tokens = tokens_of(_ENDING.sub(" ", _LOCAL_PART.sub(" ", part) if "@" in part else part))
        here = mentions(tokens, names)
        best = max([best, *(mention.form for mention in here)])
        small += [token.word for token in tokens if not token.capital and not token.word.isdigit()]
        named += [mention for mention in here if mention.form >= Form.INITIAL]
        _take_words(tokens, here, names, own, words, proper)
        _take_pairs(tokens, here, names, pairs, people)
    address = read_address(result.url)
    own_words = names.words
    for word in address.words:
        root = stem(word)
        if root not in COMMON and word not in own_words:
            words.setdefault(root, 0.5)
    return Traits(
        dict(list(words.items())[:MOST_TERMS]),
        frozenset(proper),
        frozenset(pairs),
        frozenset(people),
        address,
        best,
        frozenset(m for mention in named for m in mention.middles),
        frozenset(mention.suffix for mention in named if mention.suffix),
        frozenset(mention.before for mention in named if mention.before),
        frozenset(mention.after for mention in named if mention.after and mention.after not in COMMON),
        any(not mention.middles for mention in named),
        lists_people(result.title, result.snippet, address),
        len(small) >= _ENOUGH and sum(word in LITTLE for word in small) < _ENGLISH * len(small),
        read_details("\n".join(parts), address, person, own, names),
    )


def _take_words(
    tokens: Sequence[Token], here: Iterable[Mention], names: Names, own: Own, words: dict[str, float], proper: set[str]
) -> None:
    beside = {place for m in here if m.form >= Form.INITIAL for place in range(m.start - _NEAR, m.end + _NEAR)}
    name_words = names.words
    for place, token in enumerate(tokens):
        word = token.word
        if len(word) < 3 or word in name_words:
            continue
        root = stem(word)
        if root in COMMON or word in COMMON:
            continue
        counts = (1.0 if place in beside else 0.7) * (_OF_OWN_PLACE if root in own.words else 1.0)
        words[root] = max(words.get(root, 0.0), counts)
        if token.capital:
            proper.add(root)


def _take_pairs(
    tokens: Sequence[Token], here: Iterable[Mention], names: Names, pairs: set[str], people: set[str]
) -> None:
    own = {place for mention in here for place in range(mention.start, mention.end)}
    for place in range(1, len(tokens)):
        one, two = tokens[place - 1], tokens[place]
        if not (two.joined and one.capital and two.capital) or place in own or place - 1 in own:
            continue
        if one.word in COMMON or two.word in COMMON or len(two.word) < 2:
            continue
        pair = f"{one.word} {two.word}"
        if is_first_name(one.word):
            people.add(pair)
        pairs.add(pair)
