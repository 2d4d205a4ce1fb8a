"""Dates and times as people say them."""

from __future__ import annotations

from datetime import UTC, date, datetime

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


def in_utc(moment: datetime) -> datetime:
    """Return a moment in UTC; one without a zone is taken as UTC, since the machine's own zone is nobody's business."""
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
