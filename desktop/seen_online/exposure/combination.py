"""What the findings of all pages make possible together, in plain words and without alarm."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain

import msgspec

from seen_online.exposure.finding import Finding, FindingKind, Whose
from seen_online.person import Person
from seen_online.words import say

_NAME, _BIRTH, _ADDRESS = FindingKind.NAME, FindingKind.DATE_OF_BIRTH, FindingKind.ADDRESS
_POSTCODE, _PHONE, _EMAIL = FindingKind.POSTCODE, FindingKind.PHONE, FindingKind.EMAIL
_WORK, _PLACE, _USER = FindingKind.WORKPLACE, FindingKind.LOCATION, FindingKind.USERNAME
_Pages = dict[FindingKind, dict[str, list[str]]]  # by kind and value: the keys of pages
SURE_ENOUGH = 0.5  # a finding that is less sure is no ground for a sentence


class Possibility(msgspec.Struct, frozen=True):
    """Something that details make possible when they are put together.

    `key` names it for programs; `sentence` says what is possible and `mend` what would end it, in plain words;
    `kinds` are the details it takes; `pages` the keys of the pages they stand on, a page that holds all of them first.
    """

    key: str
    sentence: str
    mend: str
    kinds: tuple[FindingKind, ...]
    pages: tuple[str, ...]


class _Seen(msgspec.Struct, frozen=True):
    """The person's details by kind: which values stand on which pages."""

    pages: _Pages

    def on(self, *kinds: FindingKind) -> tuple[str, ...]:
        """Return the pages on which one of these kinds stands, in order."""
        found = chain.from_iterable(chain.from_iterable(self.pages.get(kind, {}).values()) for kind in kinds)
        return tuple(dict.fromkeys(found))

    def all_of(self, *kinds: FindingKind) -> bool:
        """Tell whether every one of these kinds stands somewhere."""
        return all(kind in self.pages for kind in kinds)


def possibilities(found: Mapping[str, Sequence[Finding]], person: Person) -> list[Possibility]:
    """Return what the person's details make possible together, the weightiest first.

    Args:
        found: the findings of each page, by the page's key. Leave out pages that the person says aren't about them.
        person: whose self-check this is; their name counts as known where a page shows their details.

    Returns:
        One Possibility for each combination that is complete. The person's own details count; what only stands near
        their name, and may be a namesake's, counts where none of that kind is known to be theirs.
    """
    seen = _seen(found, person)
    if person.names and seen.pages:
        seen.pages.setdefault(_NAME, {person.names[0]: []})
    return [made for rule in _RULES if (made := rule(seen))]


def _seen(found: Mapping[str, Sequence[Finding]], person: Person) -> _Seen:
    own: _Pages = {}
    near: _Pages = {}
    for key, findings in found.items():
        for finding in findings:
            if finding.whose is Whose.OTHER or finding.sure < SURE_ENOUGH:
                continue
            pages = own if finding.whose is Whose.YOURS else near
            on = pages.setdefault(finding.kind, {}).setdefault(finding.value, [])
            if key not in on:
                on.append(key)
    if person.date_of_birth:
        near.pop(_BIRTH, None)  # there is only one, and this one is another
    return _Seen({**near, **own})


def _made(seen: _Seen, key: str, sentence: str, mend: str, *kinds: FindingKind) -> Possibility:
    """Make a Possibility from the pages that hold a part of it; the name alone is no part worth naming a page for."""
    parts = [kind for kind in kinds if kind is not _NAME]
    pages = seen.on(*parts)
    of_each = [set(seen.on(kind)) for kind in parts]
    whole = [page for page in pages if all(page in each for each in of_each)]
    return Possibility(key, sentence, mend, kinds, tuple(dict.fromkeys([*whole, *pages])))


def birth_is_whole(values: Sequence[str]) -> bool:
    """Tell whether dates of birth, or parts of one, add up to day, month and year."""
    if any(len(value) == 10 for value in values):
        return True
    return any(value.startswith("--") for value in values) and any(not value.startswith("--") for value in values)


def _pose_as_you(seen: _Seen) -> Possibility | None:
    if not seen.all_of(_NAME, _BIRTH, _ADDRESS) or not birth_is_whole(list(seen.pages[_BIRTH])):
        return None
    return _made(
        seen,
        "pose_as_you",
        say(
            "Your name, your full date of birth and your address can be put together. "
            "These three are what someone needs to pretend to be you, for example to a bank."
        ),
        say("If one of the three is gone, the other two are worth much less. The date of birth is often the easiest."),
        _NAME,
        _BIRTH,
        _ADDRESS,
    )


def _reset_password(seen: _Seen) -> Possibility | None:
    if not seen.all_of(_EMAIL, _BIRTH):
        return None
    return _made(
        seen,
        "reset_password",
        say(
            "Your e-mail address and your date of birth can be put together. "
            "Some sites ask for just these two when someone says they forgot a password."
        ),
        say("Hide the date of birth, and turn on two-step sign-in for your e-mail."),
        _EMAIL,
        _BIRTH,
    )


def _find_your_home(seen: _Seen) -> Possibility | None:
    home = _ADDRESS if _ADDRESS in seen.pages else _POSTCODE
    if not seen.all_of(_NAME, home):
        return None
    sentence = (
        say("Someone who knows your name can find the street and house where you live.")
        if home is _ADDRESS
        else say("Someone who knows your name can find your postcode. A postcode is often only about fifteen homes.")
    )
    mend = say("Ask the page to take the address away. You can also leave the open register.")
    return _made(seen, "find_your_home", sentence, mend, _NAME, home)


def _home_and_work(seen: _Seen) -> Possibility | None:
    home = next((kind for kind in (_ADDRESS, _POSTCODE, _PLACE) if kind in seen.pages), None)
    if home is None or not seen.all_of(_NAME, _WORK):
        return None
    return _made(
        seen,
        "home_and_work",
        say("Someone can see both where you work and where you live, and so guess where you are and when."),
        say("Keep the place where you live off the pages that name your work."),
        _NAME,
        _WORK,
        home,
    )


def _work_and_private(seen: _Seen) -> Possibility | None:
    private = tuple(kind for kind in (_PHONE, _EMAIL, _USER) if kind in seen.pages)
    if not private or not seen.all_of(_NAME, _WORK):
        return None
    return _made(
        seen,
        "work_and_private",
        say(
            "People who know you from work, such as service users, can get from your name and workplace "
            "to your own phone, e-mail or profiles."
        ),
        say("Keep work and private apart: no workplace on private profiles, no private contact details on work pages."),
        _NAME,
        _WORK,
        *private,
    )


def _reach_you(seen: _Seen) -> Possibility | None:
    if not seen.all_of(_NAME, _PHONE):
        return None
    return _made(
        seen,
        "reach_you",
        say(
            "Someone who knows your name can call or text you. "
            "Some apps also show the profile and picture that belong to a phone number."
        ),
        say("Take the number off the page, and turn off 'find me by phone number' in your apps."),
        _NAME,
        _PHONE,
    )


def _joined_profiles(seen: _Seen) -> Possibility | None:
    same = {value: pages for value, pages in seen.pages.get(_USER, {}).items() if len(pages) > 1}
    if not same:
        return None
    pages = tuple(dict.fromkeys(chain.from_iterable(same.values())))
    return Possibility(
        "joined_profiles",
        say(
            "You use the user name {name} in more than one place. Someone who sees one of them can find the others.",
            name=next(iter(same)),
        ),
        say("Use another user name where you don't want to be linked."),
        (_USER,),
        pages,
    )


_RULES: tuple[Callable[[_Seen], Possibility | None], ...] = (
    _pose_as_you,
    _reset_password,
    _find_your_home,
    _home_and_work,
    _work_and_private,
    _reach_you,
    _joined_profiles,
)
