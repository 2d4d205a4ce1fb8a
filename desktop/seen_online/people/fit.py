"""How well one result goes with what the person told us of themselves, in log odds."""

from __future__ import annotations

from seen_online.people.names import Form, Names, clash
from seen_online.people.traits import Traits
from seen_online.person import DetailKind

# Set by hand: how much likelier a detail stands on a page of the person's own than on a namesake's.
_DETAILS: dict[str, tuple[float, float]] = {  # whole, partly
    DetailKind.EMAIL: (5.0, 5.0),
    DetailKind.PHONE: (4.5, 4.5),
    DetailKind.USERNAME: (4.0, 4.0),
    DetailKind.DATE_OF_BIRTH: (4.0, 1.5),
    DetailKind.ADDRESS: (3.5, 3.5),
    DetailKind.WORKPLACE: (2.3, 1.6),
    DetailKind.PLACE: (2.0, 2.0),
}
_OTHER_BIRTH = -3.5
_FORMS = {
    Form.FULL: 0.0,
    Form.NICK: -0.5,
    Form.INITIAL: -0.8,
    Form.FAMILY: -1.8,
    Form.OTHER: -3.0,
    Form.NONE: -1.8,
}
_OTHER_MIDDLE, _SAME_MIDDLE, _MORE_NAMES = -2.5, 1.5, -0.7
_OTHER_BEFORE, _SUFFIX = -1.5, -0.7


def details_fit(traits: Traits) -> float:
    """Return the log odds that the details a result says make it the person's; 0 where it says none.

    Of each kind the most telling counts. A page that lists many people says nothing of any of them.
    """
    if traits.listing:
        return 0.0
    best: dict[str, float] = {}
    for match in traits.details.mine:
        whole, partly = _DETAILS.get(match.kind, (0.0, 0.0))
        best[match.kind] = max(best.get(match.kind, 0.0), partly if match.partly else whole)
    return sum(best.values()) + (_OTHER_BIRTH if traits.details.other_birth else 0.0)


def name_fit(traits: Traits, names: Names) -> float:
    """Return log odds: 0 where the name stands there as the person gave it, less where it may be another's."""
    fit = _FORMS[traits.form]
    if traits.middles and not traits.plainly:
        if not names.middles:
            fit += _MORE_NAMES
        else:
            fit += _OTHER_MIDDLE if clash(traits.middles, names.middles) else _SAME_MIDDLE
    if traits.before and not traits.before & (names.givens | names.usual):
        fit += _OTHER_BEFORE
    return fit + (_SUFFIX if traits.suffixes else 0.0)


def another_name(traits: Traits, names: Names) -> bool:
    """Tell whether the name there can't be the person's: another first name, or another middle name."""
    return traits.form is Form.OTHER or (not traits.plainly and clash(traits.middles, names.middles))
