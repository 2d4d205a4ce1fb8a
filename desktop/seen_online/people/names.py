"""The person's name in a text: which form of it stands there, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import lru_cache

import msgspec

from seen_online.people.tokens import Token, words_of
from seen_online.person import Person

_SUFFIXES = {
    **dict.fromkeys(("jr", "jnr", "junior"), "jr"),
    **dict.fromkeys(("sr", "snr", "senior"), "sr"),
    **{number: number for number in ("ii", "iii", "iv")},
}
_TITLES = frozenset(
    """
    mr mrs ms miss dr prof professor sir dame lord lady rev revd reverend father sister nurse phd md mbe obe
    """.split()  # noqa: SIM905
)
_PARTICLES = frozenset("van von der den de la le du di da dos del el al bin ibn ap mac mc st o".split())  # noqa: SIM905
_BETWEEN = 3  # words at most between first and last name


class Form(IntEnum):
    """How much of the name stands there, least first."""

    NONE = 0
    OTHER = 1  # the last name after somebody else's first name
    FAMILY = 2  # the last name alone
    INITIAL = 3
    NICK = 4  # a short form of the first name
    FULL = 5


class Names(msgspec.Struct, frozen=True):
    """The person's own names, taken apart; `usual` holds first names that stand for theirs (Sally for Sarah)."""

    givens: frozenset[str] = frozenset()
    usual: frozenset[str] = frozenset()
    families: frozenset[str] = frozenset()
    middles: frozenset[str] = frozenset()
    whole: tuple[str, ...] = ()

    @property
    def words(self) -> frozenset[str]:
        """Return every word of the names, which tells nobody apart from a namesake."""
        return self.givens | self.families | self.middles


class Mention(msgspec.Struct, frozen=True):
    """One place at which the name stands: tokens `start` to `end` (exclusive).

    `middles` are the words between first and last name, `suffix` is jr, sr, ii, iii, iv or "", `before` another first
    name that stands in front ("Martha Sarah Miller"), `after` a capitalised word behind ("Sarah Miller Quaid").
    """

    start: int
    end: int
    form: Form
    given: str = ""
    middles: tuple[str, ...] = ()
    suffix: str = ""
    before: str = ""
    after: str = ""


def own_names(person: Person) -> Names:
    """Take the person's names apart."""
    givens: set[str] = set()
    families: set[str] = set()
    middles: set[str] = set()
    whole: list[str] = []
    for name in person.names:
        words = [word for word in words_of(name) if word not in _TITLES and word not in _SUFFIXES]
        if not words:
            continue
        whole.append(" ".join(words))
        families.add(words[-1])
        if len(words) > 1:
            givens.add(words[0])
        middles.update(word for word in words[1:-1] if word not in _PARTICLES)
    usual = {other for given in givens for other in _related().get(given, ())}
    return Names(
        frozenset(givens),
        frozenset((usual | middles) - givens - families),
        frozenset(families),
        frozenset(middles - families),
        tuple(whole),
    )


def mentions(tokens: Sequence[Token], names: Names) -> list[Mention]:
    """Find the name in a text that was taken apart, every form of it."""
    found: list[Mention] = []
    for place, token in enumerate(tokens):
        if token.word in names.families:
            found.append(
                _backwards(tokens, place, names) or _turned(tokens, place, names) or _lone(tokens, place, names)
            )
    return found


def is_first_name(word: str) -> bool:
    """Tell whether a folded word is known as a first name."""
    return word in _related()


def clash(one: Iterable[str], other: Iterable[str]) -> bool:
    """Tell whether two sets of middle names can't belong to one person; an initial goes with its name."""
    ours, theirs = list(one), list(other)
    if not ours or not theirs:
        return False
    return not any(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a in ours for b in theirs)


def _backwards(tokens: Sequence[Token], place: int, names: Names) -> Mention | None:
    """Read "Sarah J. Miller": from the last name back to the first."""
    middles: list[str] = []
    at = place
    while at > 0 and tokens[at].joined and len(middles) <= _BETWEEN:
        at -= 1
        word = tokens[at].word
        form = _form(word, names)
        if form is not Form.NONE and not _more_in_front(tokens, at, form, names):
            suffix, after = _behind(tokens, place)
            before = ""
            if at > 0 and tokens[at].joined and tokens[at - 1].capital and is_first_name(tokens[at - 1].word):
                before = tokens[at - 1].word
            return Mention(at, place + 1, form, word, tuple(middles), suffix, before, after)
        if not tokens[at].capital:
            break
        if word not in _PARTICLES:
            middles.insert(0, word)
    return None


def _turned(tokens: Sequence[Token], place: int, names: Names) -> Mention | None:
    """Read "Miller, Sarah J.": the last name first."""
    first = place + 1
    if first >= len(tokens) or not tokens[first].comma:
        return None
    form = _form(tokens[first].word, names)
    if form < Form.INITIAL:
        return None
    end = first + 1
    middles: list[str] = []
    while end < len(tokens) and tokens[end].joined and tokens[end].capital and len(middles) < _BETWEEN:
        if len(tokens[end].word) > 1 and not is_first_name(tokens[end].word):
            break
        middles.append(tokens[end].word)
        end += 1
    return Mention(place, end, form, tokens[first].word, tuple(middles))


def _lone(tokens: Sequence[Token], place: int, names: Names) -> Mention:
    if not names.givens:
        return Mention(place, place + 1, Form.FULL)
    if place > 0 and tokens[place].joined and tokens[place - 1].capital and is_first_name(tokens[place - 1].word):
        return Mention(place - 1, place + 1, Form.OTHER, tokens[place - 1].word)
    return Mention(place, place + 1, Form.FAMILY)


def _form(word: str, names: Names) -> Form:
    if word in names.givens:
        return Form.FULL
    if word in names.usual:
        return Form.NICK
    if len(word) == 1 and any(given[0] == word for given in names.givens):
        return Form.INITIAL
    return Form.NONE


def _more_in_front(tokens: Sequence[Token], at: int, form: Form, names: Names) -> bool:
    """Tell whether a fuller form stands in front of this one, which then is a middle name ("Sarah S. Miller")."""
    return at > 0 and tokens[at].joined and _form(tokens[at - 1].word, names) > form


def _behind(tokens: Sequence[Token], place: int) -> tuple[str, str]:
    if place + 1 >= len(tokens):
        return "", ""
    behind = tokens[place + 1]
    if behind.word in _SUFFIXES and (behind.joined or behind.comma):
        return _SUFFIXES[behind.word], ""
    return "", behind.word if behind.joined and behind.capital else ""


@lru_cache(maxsize=1)
def _related() -> dict[str, frozenset[str]]:
    """Return every known first name with the names that stand for it; read once, at the first call."""
    from nicknames import NickNamer

    namer = NickNamer()
    short, full = namer.nickname_lookup, namer.canonical_lookup
    return {name: frozenset(short.get(name, ())) | frozenset(full.get(name, ())) for name in {*short, *full}}
