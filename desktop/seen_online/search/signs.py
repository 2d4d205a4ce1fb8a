"""What a page without rows shows: a test for robots, a wall, results we can't read, or the engine's own "nothing".

Only structure and visible words count. A word in a script or in a hidden part says nothing about what a person would
see, and the words of the query itself, which most engines repeat on their page, say nothing about the engine.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import msgspec

from seen_online.search.profiles import Profile
from seen_online.search.redirects import unwrap

_MOST_TEXT = 100_000  # characters of visible text looked at
_UNSEEN = ("script", "style", "template", "noscript", "head", "svg", "option")
_CHALLENGES = (
    "captcha", "challenge", "anomaly", "turnstile", "hcaptcha", "recaptcha", "arkoselabs", "funcaptcha",
    "captcha-delivery", "cdn-cgi/challenge", "px-cloud", "botdetect",
)  # fmt: skip
_ROBOT_WORDS = (
    "bots use duckduckgo", "unusual traffic", "are you a robot", "not a robot", "are you human", "you are human",
    "verify you are", "verify that you", "confirm this search was made by a human", "automated queries",
    "automated requests", "automated access", "automated tool", "suspicious activity", "security check",
    "checking your browser", "just a moment", "attention required", "too many requests", "rate limit",
    "slow down", "access denied", "access to this page has been denied", "request blocked", "temporarily blocked",
    "ip address has been", "enable javascript and cookies", "solve the puzzle", "complete the challenge",
    "complete the following challenge", "pardon our interruption",
)  # fmt: skip
_CONSENT_WORDS = (
    "before you continue", "accept all cookies", "reject all cookies", "we value your privacy",
    "manage privacy settings", "cookies and your privacy", "we, yahoo, are part of",
)  # fmt: skip
_CONSENT_BUTTONS = ("accept all", "reject all", "i agree", "agree", "agree to all")


class Signs(msgspec.Struct, frozen=True):
    """What was seen on a page without rows.

    `says_nothing`: the engine's own element or sentence for "no results". `asked_for`: it is a page of results, for it
    repeats our words in its search field or title, or has the element that holds the rows. `links_out`: how many
    other sites it links to, as results do. `whole`: the page was not cut off.
    """

    robot_test: bool
    consent: bool
    says_nothing: bool
    asked_for: bool
    links_out: int
    whole: bool


def read_signs(text: str, words: str, profile: Profile) -> Signs:
    """Look at the page that an engine answered to `words`. Raises ValueError where the text is no page at all."""
    from lxml import html

    try:
        tree = html.fromstring(text)
    except (html.etree.ParserError, html.etree.XMLSyntaxError) as error:
        raise ValueError(str(error)) from None
    own, lower = _squeezed(words), text.casefold()
    robot_test, consent_form = _has_challenge(tree), _asks(tree)
    asked_for = (bool(own) and own in _search_fields(tree)) or _has_list(tree, profile.list_id)
    seen = _squeezed(tree.findtext(".//title") or "") + " " + _visible(tree)
    if own:
        seen = seen.replace(own, " ")
    return Signs(
        robot_test=robot_test or any(sign in seen for sign in _ROBOT_WORDS),
        consent=consent_form or _has_consent(tree, seen),
        says_nothing=any(node.text_content().strip() for name in profile.nothing_classes for node in _of(tree, name))
        or any(sentence in seen for sentence in profile.nothing_words),
        asked_for=asked_for,
        links_out=_links_out(tree, profile.sites),
        whole="<html" not in lower or "</html" in lower,
    )


def _squeezed(text: str) -> str:
    return " ".join(text.casefold().split())


def _visible(tree: Any) -> str:
    """Take out of the tree what nobody sees and return the words that are left.

    Pages keep a hidden "no results" at hand for their own scripts; it must not be taken for theirs.
    """
    hidden = "//*[@hidden or contains(translate(@style, 'DISPLAYNOE ', 'displaynoe'), 'display:none')]"
    for node in tree.xpath(f"//comment() | //{' | //'.join(_UNSEEN)} | {hidden}"):
        if node.getparent() is not None:
            node.drop_tree()
    return _squeezed(" ".join(tree.itertext())[:_MOST_TEXT])


def _has_challenge(tree: Any) -> bool:
    places = tree.xpath("//form/@action | //form/@id | //iframe/@src | //script/@src | //div/@class | //div/@id")
    return bool(tree.xpath("//*[@data-sitekey]")) or any(
        sign in place.casefold() for place in places for sign in _CHALLENGES
    )


def _asks(tree: Any) -> bool:
    return any("consent" in action.casefold() for action in tree.xpath("//form/@action"))


def _has_consent(tree: Any, seen: str) -> bool:
    if any(sign in seen for sign in _CONSENT_WORDS):
        return True
    buttons = tree.xpath("//button | //input[@type='submit']")
    names = [_squeezed(button.text_content() or button.get("value") or "") for button in buttons]
    return "cookie" in seen and any(name.startswith(sign) for name in names for sign in _CONSENT_BUTTONS)


def _search_fields(tree: Any) -> str:
    fields = tree.xpath("//input[not(@type='hidden')]/@value | //textarea//text() | //title//text()")
    return _squeezed(" \n ".join(fields))


def _has_list(tree: Any, list_id: str) -> bool:
    return bool(list_id) and bool(tree.xpath("//*[@id=$name]", name=list_id))


def _of(tree: Any, name: str) -> list[Any]:
    return tree.xpath("//*[contains(concat(' ', normalize-space(@class), ' '), $name)]", name=f" {name} ")


def _links_out(tree: Any, own_sites: tuple[str, ...]) -> int:
    """Count the sites that the page links to, other than the engine's own; a footer's links are no results."""
    links = tree.xpath("//a[not(ancestor::footer) and not(ancestor::nav) and not(ancestor::header)]/@href")
    sites: set[str] = set()
    for link in links[:2_000]:
        try:
            host = urlsplit(unwrap(link.strip())).hostname or ""
        except ValueError:
            continue
        if host and not any(host == site or host.endswith(f".{site}") for site in own_sites):
            sites.add(host)
    return len(sites)
