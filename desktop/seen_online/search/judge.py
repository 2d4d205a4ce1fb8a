"""What an engine's answer means: the place where "nothing found" is kept from being said when it is not true."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from seen_online.outbox.reply import Reply
from seen_online.search.ddgs_rows import MAX_PAGE
from seen_online.search.engine import Answer, Kind, blocked, failed, rows
from seen_online.search.model import Hit
from seen_online.search.profiles import Profile
from seen_online.search.signs import Signs, read_signs
from seen_online.search.statuses import from_body, from_status
from seen_online.words import say

_SPARE_LINKS = 2  # beside an engine's own "no results": a link to its app, to a donation


def judge(replies: Sequence[Reply], hits: tuple[Hit, ...], profile: Profile, words: str, *, puzzled: bool) -> Answer:
    """Judge the replies to one ask, redirects included.

    `puzzled` tells that the parser gave up, or saw rows that have no title or address. Rows (`hits`) speak for
    themselves, whatever else is on the page; without rows all has to be as it should before a page is believed.
    """
    whole = [reply for reply in replies if not 300 <= reply.status < 400]
    if not whole:
        return (from_status(replies[-1]) if replies else None) or _unread(profile)
    last = whole[-1]
    if hits:
        return rows(hits, _note(last, profile, puzzled=puzzled))
    for reply in whole:  # also what came before the page itself: a token page may hold the test for robots
        answer = from_status(reply)
        if answer is not None:
            return answer
    if any(len(reply.body) > MAX_PAGE for reply in whole):
        return failed(say("Its answer was far too long, so we did not read it."))
    for reply in whole:
        answer = _wall(reply, words, profile)
        if answer is not None:
            return answer
    problem = from_body(last, data=profile.data) or _elsewhere(last, profile)
    if problem is not None:
        return problem
    if profile.data:
        return _judge_data(last, profile)
    return _judge_page(last, profile, words, puzzled=puzzled)


def _judge_page(last: Reply, profile: Profile, words: str, *, puzzled: bool) -> Answer:
    signs = _signs(last, words, profile)
    if signs is None:
        return _unread(profile)
    if not signs.whole:
        return failed(say("Its answer was cut off."), again=True)
    if signs.says_nothing and signs.links_out <= profile.most_links + _SPARE_LINKS:
        return Answer(Kind.NOTHING)
    if puzzled or signs.links_out > profile.most_links or not signs.asked_for:
        return _unread(profile)
    return Answer(Kind.NO_ROWS)


def _judge_data(last: Reply, profile: Profile) -> Answer:
    try:
        data: Any = json.loads(last.body)
    except (ValueError, RecursionError):
        return failed(say("It sent data that we could not read."), again=True)
    if profile.name == "wikipedia":
        return _judge_titles(data, profile)
    if isinstance(data, dict) and data.get("results") == []:
        return Answer(Kind.NO_ROWS)
    return _unread(profile)


def _judge_titles(data: Any, profile: Profile) -> Answer:
    """Judge Wikipedia's OpenSearch answer: [words, titles, texts, addresses]."""
    if not (isinstance(data, list) and len(data) == 4 and isinstance(data[1], list)):
        # The second request, for the article's text, came to nothing we know: the title is there, the text is not.
        return failed(
            say("It has an article or a list of that name, which we could not read."),
            say("Open it yourself."),
        )
    return _unread(profile) if data[1] else Answer(Kind.NOTHING, why=say("It was asked for titles only."))


def _wall(reply: Reply, words: str, profile: Profile) -> Answer | None:
    """Return what stands between us and the results, if anything does."""
    if not reply.body[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return None
    address = urlsplit(reply.url)
    signs = _signs(reply, words, profile)
    if "captcha" in address.path.lower() or (signs is not None and signs.robot_test):
        return blocked(say("It wants to see that you are a person, not a program."))
    host = address.hostname or ""
    if host.startswith(("consent.", "guce.")) or "consent" in address.path or (signs is not None and signs.consent):
        return Answer(
            Kind.BLOCKED,
            why=say("It wants an answer about its cookies before it shows anything."),
            mend=say("Open it yourself and answer there."),
        )
    return None


def _signs(reply: Reply, words: str, profile: Profile) -> Signs | None:
    try:
        return read_signs(text_of(reply), words, profile)
    except ValueError:
        return None


def text_of(reply: Reply) -> str:
    """Return a body as text, by the character set that its header names, else UTF-8."""
    _, _, named = reply.headers.get("content-type", "").partition("charset=")
    try:
        return reply.body.decode(named.split(";")[0].strip(" \"'") or "utf-8", "replace")
    except LookupError:
        return reply.body.decode("utf-8", "replace")


def _elsewhere(reply: Reply, profile: Profile) -> Answer | None:
    host = urlsplit(reply.url).hostname or ""
    homes = (*profile.sites, *profile.hosts)
    if not homes or any(host == home or host.endswith(f".{home}") for home in homes):
        return None
    return failed(say("It sent us to another site ({host}).", host=host))


def _note(last: Reply, profile: Profile, *, puzzled: bool) -> str:
    """Say what may be missing from rows that came."""
    lower = last.body.lower()
    if last.cut or (not profile.data and b"<html" in lower and b"</html" not in lower):
        return say("The page was cut off, so there may be more.")
    return say("Some more rows could not be read.") if puzzled else ""


def _unread(profile: Profile) -> Answer:
    return failed(
        say("Its page is not as we know it, so we could not read it."),
        say("Open it yourself, and look whether there is a newer version of this program."),
    )
