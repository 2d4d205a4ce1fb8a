"""What an engine's answer means before its page is looked at: its status, its type, its size, its errors."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from seen_online.outbox.reply import Reply, SendTrouble
from seen_online.search.engine import Answer, Kind, blocked, failed
from seen_online.words import say

# Problems of a moment, where asking a second time can help and does not take half a minute more.
_PASSING = ("cut_off", "garbled")
_LONGEST_WAIT = 86_400.0  # seconds; an engine that says more is taken at a day


def from_trouble(trouble: SendTrouble) -> Answer:
    """Return what it means that no whole answer came."""
    if trouble.kind == "stopped":
        return Answer(Kind.STOPPED)
    why = trouble.what
    if "--ca-file" in trouble.mend:  # the way out must be in the sentence itself: the terminal prints nothing else
        why = f"{why} {trouble.mend}"
    return failed(why, _and_yourself(trouble.mend), again=trouble.kind in _PASSING)


def from_status(reply: Reply) -> Answer | None:
    """Return what a status means that is not 200, None for 200."""
    status, wait = reply.status, retry_after(reply.headers.get("retry-after", ""))
    if status == 200:
        return None
    if status in (202, 429):
        return blocked(say("It asked us to slow down (answer {status}).", status=status), wait)
    if status in (401, 403, 405, 406, 407, 418, 451) or (status == 503 and _is_challenge(reply)):
        return blocked(say("It turned us away, as engines do with programs (answer {status}).", status=status), wait)
    if status >= 500:
        return failed(say("It has a problem of its own (error {status}).", status=status), again=True, wait=wait)
    if 300 <= status < 400:
        return failed(say("It sent us on without saying where (answer {status}).", status=status))
    if 200 < status < 300:
        return failed(say("It answered without a page (answer {status}).", status=status))
    return failed(say("It did not understand us (error {status}).", status=status))


def from_body(reply: Reply, *, data: bool) -> Answer | None:
    """Return what is wrong with a body before it is read, None where nothing is; `data` asks for JSON, else a page."""
    if reply.cut:
        return failed(say("Its answer was far too long, so we stopped reading."))
    if not reply.body.strip():
        return failed(say("It sent an empty page."), again=True)
    media_type = reply.headers.get("content-type", "").split(";")[0].strip().lower()
    fits = ("json", "javascript", "text/plain") if data else ("text/html", "application/xhtml+xml")
    if media_type and not any(form in media_type for form in fits):
        return failed(say("It sent another kind of file than we asked for."))
    return None


def speaks_of_trouble(data: Mapping[str, Any]) -> bool:
    """Tell whether data that came instead of a page says that something went wrong."""
    return any(data.get(name) for name in ("error", "errors", "exception", "captcha", "challenge", "blocked"))


def retry_after(value: str, now: datetime | None = None) -> float | None:
    """Read a Retry-After header, seconds or a date, as seconds from now; None where it says nothing we understand."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return min(float(value), _LONGEST_WAIT) if len(value) < 12 else _LONGEST_WAIT
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return min(max(0.0, (when - (now or datetime.now(UTC))).total_seconds()), _LONGEST_WAIT)


def _is_challenge(reply: Reply) -> bool:
    return b"challenge" in reply.body[:100_000] or b"captcha" in reply.body[:100_000].lower()


def _and_yourself(mend: str) -> str:
    yourself = say("Or open it yourself.")
    return mend if "yourself" in mend else f"{mend} {yourself}".strip()
