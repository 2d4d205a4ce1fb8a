"""What an engine's answer means: the place where "nothing found" is kept from being said when it is not true."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from seen_online.outbox.reply import Reply
from seen_online.search.ddgs_rows import MAX_PAGE
from seen_online.search.engine import CONTROL_WORDS, Answer, Kind, blocked, failed, rows, unread
from seen_online.search.model import Hit
from seen_online.search.profiles import Profile
from seen_online.search.signs import Signs, read_blocks, read_signs
from seen_online.search.statuses import from_body, from_status, speaks_of_trouble
from seen_online.search.wall_words import INSTEAD
from seen_online.words import say

_FEW_WORDS = (
    60  # of a page that says "no results" and shows none; one with more is compared with that of a control query
)
_SPARE_LINKS = 2  # beside an engine's own "no results": a link to its app, to a donation


def judge(replies: Sequence[Reply], hits: tuple[Hit, ...], profile: Profile, words: str, *, puzzled: bool) -> Answer:
    """Judge the replies to one ask, redirects included.

    `puzzled` tells that the parser gave up, or saw rows that have no title or address. Rows (`hits`) speak for
    themselves, whatever else is on the page; without rows all has to be as it should before a page is believed.
    """
    whole = [reply for reply in replies if not 300 <= reply.status < 400]
    if not whole:
        return (from_status(replies[-1]) if replies else None) or unread()
    last = whole[-1]
    if hits:
        page = read_blocks(text_of(last), words) if words == CONTROL_WORDS and not profile.data else ()
        return rows(hits, _note(last, profile, puzzled=puzzled), page)
    for reply in whole:  # also what came before the page itself: a token page may hold the test for robots
        answer = from_status(reply)
        if answer is not None:
            return answer
    if any(len(reply.body) > MAX_PAGE for reply in whole):
        return failed(say("Its answer was far too long, so we did not read it."))
    signs: Signs | None = None
    for reply in whole:
        signs = None if _is_data(reply) else _signs(reply, words, profile)
        answer = _wall(reply, signs)
        if answer is not None:
            return answer
    problem = from_body(last, data=profile.data) or _elsewhere(last, profile)
    if problem is not None:
        return problem
    if profile.data:
        return _judge_data(last, profile)
    return _judge_page(signs, profile, puzzled=puzzled)


def _judge_page(signs: Signs | None, profile: Profile, *, puzzled: bool) -> Answer:
    if signs is None:
        return unread()
    if not signs.whole:
        return failed(say("Its answer was cut off."), again=True)
    if puzzled or signs.of_other_words or signs.sent_on or not (signs.asked_for or signs.says_nothing):
        return unread()
    few = sum(len(block.split()) for block in signs.blocks) <= _FEW_WORDS
    if signs.says_nothing and signs.asked_for and few and not signs.links_out:
        return Answer(Kind.NOTHING)
    # Beside much text or links to other sites it may be said of something else: "no results" in the news, above rows.
    spare = _SPARE_LINKS if signs.says_nothing else 0
    if signs.trouble or signs.links_out > profile.most_links + spare:
        return unread()
    return Answer(Kind.NO_ROWS, page=signs.blocks)


def _judge_data(last: Reply, profile: Profile) -> Answer:
    try:
        data: Any = json.loads(last.body)
    except (ValueError, RecursionError):
        return failed(say("It sent data that we could not read."), again=True)
    if profile.name == "wikipedia":
        return _judge_titles(data, profile)
    if isinstance(data, dict) and data.get("results") == [] and not speaks_of_trouble(data):
        return Answer(Kind.NO_ROWS)
    return unread()


def _judge_titles(data: Any, profile: Profile) -> Answer:
    """Judge Wikipedia's OpenSearch answer: [words, titles, texts, addresses]."""
    if not (isinstance(data, list) and len(data) == 4 and isinstance(data[1], list)):
        # The second request, for the article's text, came to nothing we know: the title is there, the text is not.
        return failed(
            say("It has an article or a list of that name, which we could not read."),
            say("Open it yourself."),
        )
    return unread() if data[1] else Answer(Kind.NOTHING, why=say("It was asked for titles only."))


def _is_data(reply: Reply) -> bool:
    return reply.body[:100_000].lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"["))


def _wall(reply: Reply, signs: Signs | None) -> Answer | None:
    """Return what stands between us and the results, if anything does."""
    if _is_data(reply):
        return None
    address = urlsplit(reply.url)
    if "captcha" in address.path.lower() or (signs is not None and signs.robot_test):
        return blocked(say("It wants to see that you are a person, not a program."))
    if signs is not None and signs.log_in:
        return blocked(say("It shows results only to people who sign in."))
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
    if any(sign.encode() in lower for sign in INSTEAD):
        return say("It may have searched for other words than yours.")
    return say("Some more rows could not be read.") if puzzled else ""
