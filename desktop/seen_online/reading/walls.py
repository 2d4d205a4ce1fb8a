"""Answers that are no page: gone, kept for members, kept from programs, in trouble."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from msgspec.structs import replace

from seen_online.outbox.post import Reply
from seen_online.reading.page import Page, PageOutcome
from seen_online.search import wall_words
from seen_online.words import say

# A part of a path that is one of these is the way in, not the page. Where the person's link had it too, it is theirs.
_DOORS = re.compile(
    r"/(?:log-?in|sign-?in|sign-?up|authwall|checkpoint|log_in|sign_in|uas|auth|sso|oauth2?|saml)(?:[/.?]|$)",
    re.IGNORECASE,
)
_DOOR_HOSTS = ("login.", "signin.", "accounts.", "auth.", "sso.", "consent.")
_PASSWORD = re.compile(rb"type\s{0,5}=\s{0,5}[\"']?password", re.IGNORECASE)  # a first look, which costs nothing
_MOST_OF_A_FORM = 500_000  # bytes of a page in which its form is looked for
_DOOR_TITLE = re.compile(r"\b(?:log|sign)[ -]?(?:in|up|on)\b", re.IGNORECASE)
_WAY_IN_TITLE = re.compile(r"\b(?:log|sign)[ -]?(?:in|on)\b", re.IGNORECASE)
_FIELD = re.compile(rb"<(?:input|button|form)[\s>]", re.IGNORECASE)
_FEW_WORDS = 120  # a page with a form to log in and no more words than this is a form to log in
_FEW_WORDS_OF_A_DOOR = 60
_VAGUE = ("a human", "slow down", "rate limit", "security check")  # said of other things too
_DOOR_WORDS = (
    *(sign for sign in (*wall_words.ROBOT, *wall_words.CONSENT) if " " in sign and sign not in _VAGUE),
    "not a robot", "are you a robot", "kein roboter", "pas un robot", "members only", "sign in to", "log in to",
    "you must be logged in", "you need to be logged in", "please sign in", "please log in", "have been blocked",
)  # fmt: skip
_MORE_WORDS = 500  # the same where the title says so: such pages list languages and the firm's other services


def behind_status(reply: Reply) -> Page | None:
    """Return the Page for an answer whose status says that it is no page, else None."""
    host = urlsplit(reply.url).hostname or reply.url
    status = reply.status
    if status in (404, 410):
        return _page(reply, PageOutcome.GONE, say("{host} says that there is no such page.", host=host))
    if status in (401, 402, 403, 407, 999) or reply.headers.get("cf-mitigated", "").lower() == "challenge":
        return needs_you(reply.url)
    if status == 429:
        what = say("{host} asked us to slow down. Try again later, or open it yourself.", host=host)
    elif status == 451:
        what = say("{host} may not show this page here.", host=host)
    elif status >= 500:
        what = say("{host} is in trouble just now. Try again later, or open it yourself.", host=host)
    elif status != 200 and status != 203:
        what = say("{host} gave no page (code {status}). Open it yourself.", host=host, status=status)
    elif not reply.body.strip():
        what = say("{host} sent an empty page. Open it yourself.", host=host)
    else:
        return None
    return _page(reply, PageOutcome.FAILED, what)


def behind_door(reply: Reply, asked: str) -> Page | None:
    """Return the Page for an answer that led us from `asked` to a log-in page, else None."""
    if not reply.redirects:
        return None
    there, here = urlsplit(reply.url), urlsplit(asked)
    host, asked_host = there.hostname or "", here.hostname or ""
    to_the_door = _DOORS.search(there.path) and not _DOORS.search(here.path)
    to_its_house = host != asked_host and host.startswith(_DOOR_HOSTS)
    return needs_you(reply.url) if to_the_door or to_its_house else None


def behind_form(reply: Reply, page: Page) -> bool:
    """Tell whether what was read is a form to log in instead of a page."""
    asks = asks_for_password(reply.body)
    # Some ask for the name first and for the password on the next page.
    if not asks and not (_WAY_IN_TITLE.search(page.title) and _FIELD.search(reply.body)):
        return False
    shown = [part for part in page.parts if part.where in ("text", "link")]
    text = " ".join(page.text[part.start : part.end] for part in shown) if shown else page.text
    words = len(text.split())
    return words <= _FEW_WORDS or (asks and words <= _MORE_WORDS and _DOOR_TITLE.search(page.title) is not None)


def in_doubt(page: Page) -> Page:
    """Return the Page, marked as read in part where its few words ask for something first.

    Tests for robots, questions about cookies and hints that only members see more come with status 200, as if they were
    the page. What they say stays: it may be the page all the same.
    """
    words = page.text.casefold().split()
    if page.outcome is not PageOutcome.READ or len(words) > _FEW_WORDS_OF_A_DOOR:
        return page
    said = " ".join(words)
    if not any(sign in said for sign in _DOOR_WORDS):
        return page
    detail = say("This may not be the page itself: it asks for something first.")
    return replace(page, outcome=PageOutcome.PARTLY, detail=f"{detail} {what_to_do()}")


def asks_for_password(body: bytes) -> bool:
    """Tell whether a page has a field for a password: a field, not words about one in a script or a comment."""
    if not _PASSWORD.search(body):
        return False
    from bs4 import BeautifulSoup
    from bs4.filter import SoupStrainer

    # Python's own parser: it is linear where a hostile page has a hundred thousand attributes. Only the names of tags
    # and types matter here, so the bytes need no guess of their charset; XML's first line would only draw a warning.
    text = body[:_MOST_OF_A_FORM].decode("latin-1").lstrip()
    text = text.partition("?>")[2] if text.startswith("<?xml") else text
    fields = BeautifulSoup(text, "html.parser", parse_only=SoupStrainer("input")).find_all("input")
    return any(str(field.get("type", "")).strip().lower() == "password" for field in fields)


def needs_you(url: str) -> Page:
    """Return the Page of a site that lets only people in, or only those who are signed in."""
    host = urlsplit(url).hostname or url
    detail = say("{host} shows this only to people who sign in, or keeps programs out.", host=host)
    return Page(outcome=PageOutcome.NEEDS_YOU, detail=f"{detail} {what_to_do()}", url=url)


def keeps_programs_out(url: str) -> Page:
    """Return the Page of a site whose robots.txt asks programs to stay away."""
    host = urlsplit(url).hostname or url
    detail = say("{host} asks programs not to read this page.", host=host)
    return Page(outcome=PageOutcome.NEEDS_YOU, detail=f"{detail} {what_to_do()}", url=url)


def too_long(page: Page) -> Page:
    """Return the Page of an answer that was cut at our limit. PDF and Word can't be read without their end."""
    if page.text:
        detail = say("This page is very long. We read the first part of it.")
        return replace(page, outcome=PageOutcome.PARTLY, detail=f"{detail} {what_to_do()}")
    detail = say("This is too long for us to fetch.")
    return replace(page, outcome=PageOutcome.NEEDS_YOU, detail=f"{detail} {what_to_do()}")


def what_to_do() -> str:
    """Say what the person can do about a page that we could not see."""
    return say("Open it yourself, save it, then drop it here.")


def _page(reply: Reply, outcome: PageOutcome, detail: str) -> Page:
    return Page(outcome=outcome, detail=detail, url=reply.url)
