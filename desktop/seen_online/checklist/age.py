"""How old a fact is: settings move, so a fact older than a year is shown as "may have moved"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from seen_online.checklist.item import Source


def may_have_moved(source: Source, today: date) -> bool:
    """Tell whether the source was last checked more than a year before `today`, or on no day we can believe."""
    checked = source.checked
    if checked is None or checked > today:
        return True
    # A day of a year counts as reached when month and day are; 29 February needs no date of its own this way.
    return (today.year - checked.year, today.month, today.day) > (1, checked.month, checked.day)


def any_may_have_moved(sources: Iterable[Source], today: date) -> bool:
    """Tell whether the newest of these sources may have moved; steps with no source at all may have, too."""
    return all(may_have_moved(source, today) for source in sources)
