"""What a page without rows shows: a test for robots, a wall, results we can't read, or the engine's own "nothing".

Only structure and visible words count. A word in a script or in a hidden part says nothing about what a person would
see, and the words of the query itself, which most engines repeat on their page, say nothing about the engine.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any
from urllib.parse import urlsplit

import msgspec

from seen_online.search import wall_words
from seen_online.search.profiles import Profile
from seen_online.search.redirects import unwrap
from seen_online.search.unseen import drop_unseen, drop_what_may_be_unseen, hiding_names

_MOST_TEXT = 100_000  # characters of visible text looked at
_MOST_SCRIPT = 1_000_000  # characters of scripts looked at
_SCRIPTED_MOVE = re.compile(r"location(?:\.href|\.replace|\.assign)?\s{0,3}[=(]\s{0,3}[\"'`]([^\"'`]{1,300})")
_FEW_WORDS = 60  # a page with no more is a wall if its buttons are, wherever on it they stand
_ADVERT = re.compile(r"(?:^|[\s_-])(?:ads?|advert\w{0,9}|sponsored)(?:$|[\s_-])")
_UP = 4  # elements around a button in which the words that it answers to stand


class Signs(msgspec.Struct, frozen=True):
    """What was seen on a page without rows.

    `says_nothing`: the engine's own element or sentence for "no results". `asked_for`: it is a page of results, for it
    repeats our words in its search field or title, or has the element that holds the rows. `links_out`: how many
    other sites it links to, as results do. `whole`: the page was not cut off. `trouble`: it speaks of an error.
    `of_other_words`: it is the answer to other words than ours. `sent_on`: it sends its reader to another page by
    itself. `log_in`: it asks for a password. `blocks`: its words, in the pieces in which they stand, ours left out.
    """

    robot_test: bool
    consent: bool
    says_nothing: bool
    asked_for: bool
    links_out: int
    whole: bool
    trouble: bool = False
    of_other_words: bool = False
    sent_on: bool = False
    log_in: bool = False
    blocks: tuple[str, ...] = ()


def read_signs(text: str, words: str, profile: Profile) -> Signs:
    """Look at the page that an engine answered to `words`. Raises ValueError where the text is no page at all."""
    tree = _tree(text)
    own, lower = _squeezed(words), text.casefold()
    refreshes = _refreshes(tree)
    onward = [*refreshes, *_scripted_moves(tree)]
    to_a_door = any(sign in address for address in onward for sign in wall_words.DOORS)
    robot_test, consent_form = _has_challenge(tree) or to_a_door, _asks(tree)
    log_in = bool(tree.xpath("//input[translate(@type, 'PASWORD', 'pasword')='password']"))
    title, names = _squeezed(tree.findtext(".//title") or ""), hiding_names(tree)
    repeats = _repeats(tree, own)
    asked_for = repeats or (bool(own) and own in title) or _has_list(tree, profile.list_id)
    blocks = _blocks(tree, own)
    seen = f" {title} {' '.join(_visible(tree))}".replace(own or "\0", " ")
    consent = consent_form or _has_consent(tree, seen)
    links_out = _links_out(tree, profile.sites)
    drop_what_may_be_unseen(tree, names)
    return Signs(
        robot_test=robot_test or any(sign in seen for sign in wall_words.ROBOT),
        consent=consent,
        says_nothing=_says_nothing(tree, own, profile),
        asked_for=asked_for,
        links_out=links_out,
        whole="<html" not in lower or "</html" in lower,
        trouble=any(f" {sign}" in seen for sign in wall_words.TROUBLE),
        of_other_words=repeats is False or any(sign in seen for sign in wall_words.INSTEAD),
        sent_on=bool(refreshes),
        log_in=log_in,
        blocks=blocks,
    )


def read_blocks(text: str, words: str) -> tuple[str, ...]:
    """Return the words of a page, whatever is on it, in the pieces in which they stand; none where it is no page."""
    try:
        return _blocks(_tree(text), _squeezed(words))
    except ValueError:
        return ()


def _tree(text: str) -> Any:
    from lxml import html

    try:
        return html.document_fromstring(text.replace("\0", ""))
    except (html.etree.ParserError, html.etree.XMLSyntaxError) as error:
        raise ValueError(str(error)) from None


def _squeezed(text: str) -> str:
    return " ".join(text.casefold().split())


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _blocks(tree: Any, own: str) -> tuple[str, ...]:
    """Return the words that a person sees, also where scripts are switched off, without adverts.

    What is unseen is out of the tree then.
    """
    for_no_scripts = [_squeezed(node.text_content()) for node in tree.xpath("//noscript")]
    sold = {node for node in tree.xpath("//*[@class]") if _ADVERT.search(node.get("class").lower())}
    seen = [*_visible(tree, sold), *for_no_scripts]
    return tuple(block for text in seen if (block := text.replace(own or "\0", " ").strip()))


def _visible(tree: Any, without: Collection[Any] = ()) -> list[str]:
    """Take out of the tree what nobody sees and return the words that are left, piece by piece.

    Pages keep a hidden "no results" at hand for their own scripts; it must not be taken for theirs.
    """
    drop_unseen(tree)
    pieces: list[str] = []
    room = _MOST_TEXT
    for piece in _texts(tree, without):
        if room <= 0:
            break
        room -= len(piece)
        if squeezed := _squeezed(piece[:_MOST_TEXT]):
            pieces.append(squeezed)
    return pieces


def _texts(tree: Any, without: Collection[Any]) -> Iterator[str]:
    """Yield the texts of a tree but for some of its elements. A page may be deeper than Python may call itself."""
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    skipped = 0
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            skipped += node in without
            if node.text and not skipped:
                yield node.text
        else:
            skipped -= node in without
            if node.tail and not skipped:
                yield node.tail


def _says_nothing(tree: Any, own: str, profile: Profile) -> bool:
    if any(node.text_content().strip() for name in profile.nothing_classes for node in _of(tree, name)):
        return True
    seen = " ".join(_visible(tree)).replace(own or "\0", " ")
    return any(sentence in seen for sentence in profile.nothing_words)


def _has_challenge(tree: Any) -> bool:
    places = tree.xpath(
        "//form/@action | //form/@id | //iframe/@src | //script/@src | //img/@src | //div/@class | //div/@id"
    )
    if tree.xpath("//*[@data-sitekey]"):
        return True
    if any(sign in place.casefold() for place in places for sign in wall_words.CHALLENGES):
        return True
    scripts = "\n".join(tree.xpath("//script/text()"))[:_MOST_SCRIPT].casefold()
    return any(sign in scripts for sign in wall_words.CHALLENGE_SCRIPTS)


def _refreshes(tree: Any) -> list[str]:
    """Return the addresses to which the page sends its reader on after a moment."""
    told = tree.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh')='refresh']/@content")
    return [after.strip() for content in told if (after := content.casefold().partition("url=")[2].strip(" '\""))]


def _scripted_moves(tree: Any) -> list[str]:
    scripts = "\n".join(tree.xpath("//script/text()"))[:_MOST_SCRIPT]
    return [address.casefold() for address in _SCRIPTED_MOVE.findall(scripts)[:50]]


def _asks(tree: Any) -> bool:
    return any("consent" in action.casefold() for action in tree.xpath("//form/@action"))


def _has_consent(tree: Any, seen: str) -> bool:
    if any(sign in seen for sign in wall_words.CONSENT):
        return True
    short = len(seen.split()) <= _FEW_WORDS
    for button in tree.xpath("//button | //input[@type='submit' or @type='button'] | //*[@role='button']"):
        name = _squeezed(button.text_content() or button.get("value") or "")
        if name.startswith(wall_words.AGREE_TO_ALL):
            return True
        if name.startswith(wall_words.AGREE) and _is_about_cookies(button, seen if short else ""):
            return True
    return False


def _is_about_cookies(button: Any, page: str) -> bool:
    around = [node for node, _ in zip(button.iterancestors(), range(_UP), strict=False)]
    texts = [page, *(_squeezed(node.text_content()) for node in around if node.tag not in ("body", "html"))]
    return any(sign in text for text in texts for sign in wall_words.COOKIE)


def _repeats(tree: Any, own: str) -> bool | None:
    """Tell whether the search field holds our words; None where it is empty, or there is none."""
    fields = tree.xpath("//input[not(@type) or @type='text' or @type='search']/@value | //textarea//text()")
    filled = [field for field in map(_squeezed, fields) if field]
    if not filled or not own:
        return None
    return any(own in field or _letters(own) == _letters(field) for field in filled)


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
