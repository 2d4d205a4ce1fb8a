"""Dates and times as people say them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from seen_online.words import say


def long_date(day: date) -> str:
    """Return a date such as "5 March 2026", which reads the same on both sides of an ocean."""
    months = (
        say("January"),
        say("February"),
        say("March"),
        say("April"),
        say("May"),
        say("June"),
        say("July"),
        say("August"),
        say("September"),
        say("October"),
        say("November"),
        say("December"),
    )
    return say("{day} {month} {year}", day=day.day, month=months[day.month - 1], year=day.year)


def date_and_time(moment: datetime) -> str:
    """Return a moment such as "5 March 2026 at 14:30", in its own time zone."""
    return say("{date} at {time}", date=long_date(moment), time=f"{moment:%H:%M}")


def time_here_and_utc(moment: datetime) -> str:
    """Return a time such as "15:30:05 BST (UTC+1), which is 14:30:05 UTC (world time)", to the second.

    It is that of the moment's own zone, then of UTC, there with the day where that is another one.
    """
    world = in_utc(moment)
    clock, name = f"{moment:%H:%M:%S}", _short_name(moment)
    if not moment.utcoffset():
        if name in ("", "UTC"):
            return say("{time} UTC (world time)", time=clock)
        return say("{time} {zone}, which is also UTC (world time)", time=clock, zone=name)
    away = _away(moment)
    zone = f"{name} ({away})" if name else away
    there = f"{world:%H:%M:%S}"
    if world.date() != moment.date():
        there = say("{date} at {time}", date=long_date(world), time=there)
    return say("{time} {zone}, which is {there} UTC (world time)", time=clock, zone=zone, there=there)


def _away(moment: datetime) -> str:
    """Return how far the zone is from UTC, such as "UTC+1" or "UTC-3:30"."""
    minutes = round((moment.utcoffset() or timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '-'}{hours}{f':{rest:02}' if rest else ''}"


def _short_name(moment: datetime) -> str:
    """Return the zone's short name; "" where it has none, or one at length in the system's language, as in Windows."""
    name = moment.tzname() or ""
    return name if name.isascii() and name.isalpha() and len(name) <= 5 else ""


def in_utc(moment: datetime) -> datetime:
    """Return a moment in UTC; one without a zone is taken as UTC, since the machine's own zone is nobody's business."""
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
