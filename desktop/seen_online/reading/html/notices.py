"""What the attributes of one element say: how it is shown, where it leads, what it stands for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from seen_online.reading.html import annotations, cfemail, head, links, scripts
from seen_online.reading.html.flow import APART, gist
from seen_online.reading.html.scopes import Scopes
from seen_online.reading.html.streams import Streams
from seen_online.reading.html.style import HIDDEN, TURNED, USUAL, look_of
from seen_online.reading.html.tags import HOLDERS
from seen_online.reading.items import Item
from seen_online.reading.plain import turned

Attributes = Mapping[str, str]

# A picture in the middle of an address: its text is read in place.
_ALTERNATIVES = frozenset(["alt", "title", "aria-label", "placeholder", "value"])
_GLYPHS = frozenset(["@", ".", "at", "dot", "(at)", "[at]", "(dot)", "[dot]", "-", "_"])
_SHOWN_VALUES = frozenset(["button", "submit", "reset", "text", "email", "tel", "search", "url", "date", "number", ""])
# hCard's urls and dates stand in attributes, its names in the text, often of the same element.
_BY_ATTRIBUTE = frozenset(["url", "email", "telephone", "birthDate", "latitude", "longitude"])


def notice(page: Streams, tag: str, attributes: Attributes) -> None:
    """Take note of all that an element's attributes say. Called at its start tag."""
    _show(page, tag, attributes)
    if tag == "meta":
        head.meta(page, attributes)
    elif not page.language and tag in ("html", "body"):
        page.language = attributes.get("lang") or attributes.get("xml:lang") or ""
    if "href" in attributes:
        _link(page, attributes)
    for name in ("action", "formaction"):
        if attributes.get(name, "")[:7].lower() == "mailto:":
            page.note(page.links, links.address_of(attributes[name]))
    if "onclick" in attributes:
        _script(page, attributes["onclick"])
    if not _ALTERNATIVES.isdisjoint(attributes):
        _alternatives(page, tag, attributes)
    if "itemprop" in attributes or "itemscope" in attributes:
        _describe(page, page.microdata, *annotations.microdata(attributes), annotations.value_of(tag, attributes))
    if "typeof" in attributes or ("property" in attributes and page.rdfa.inside):
        _describe(page, page.rdfa, *annotations.rdfa(attributes), annotations.value_of(tag, attributes))
    if "class" in attributes and (page.cards.inside or annotations.may_be_card(attributes["class"])):
        _card(page, tag, attributes)
    if not HOLDERS.isdisjoint(attributes):
        _held(page, attributes)


def _show(page: Streams, tag: str, attributes: Attributes) -> None:
    look = look_of(attributes["style"]) if "style" in attributes else USUAL
    if page.styles.rules:
        look |= page.styles.look(tag, attributes.get("class", ""), attributes.get("id", ""))
    if "hidden" in attributes or (tag == "input" and attributes.get("type", "").lower() == "hidden"):
        look |= HIDDEN
    if tag == "bdo" and attributes.get("dir", "").lower() == "rtl":
        look |= TURNED
    if look & HIDDEN and tag not in ("html", "body"):  # a body that waits for its script is seen in the end
        page.into(page.unseen)
    if look & TURNED and not page.turning:
        _turn(page)
    if "data-cfemail" in attributes and (address := cfemail.decode(attributes["data-cfemail"])):
        _instead(page, address)


def _turn(page: Streams) -> None:
    before, inside = page.sink, list[str]()
    page.sink, page.turning = inside, True

    def end() -> None:
        page.sink, page.turning = before, False
        before.extend(turned(piece) for piece in reversed(inside))

    page.at_end(end)


def _instead(page: Streams, text: str) -> None:
    """Read `text` in place of what the element holds ("[email protected]")."""
    before = page.sink
    before += [APART, text, APART]
    page.sink = []

    def end() -> None:
        page.sink = before

    page.at_end(end)


def _since(page: Streams) -> Callable[[], str]:
    sink, start = page.sink, len(page.sink)
    return lambda: gist(sink, start)


def _link(page: Streams, attributes: Attributes) -> None:
    href = attributes["href"]
    if href[:11].lower() == "javascript:":
        _script(page, href[11:])
    elif address := links.address_of(href, attributes.get("rel", "")):
        text = _since(page)
        page.at_end(lambda: page.note(page.links, links.link_line(text(), address)))


def _script(page: Streams, script: str) -> None:
    for line in scripts.addresses_in(script):
        page.note(page.data_lines, line)


def _alternatives(page: Streams, tag: str, attributes: Attributes) -> None:
    alt = attributes.get("alt", "")
    if alt.strip().lower() in _GLYPHS:
        page.sink.append(f" {alt} " if alt.strip().isalpha() else alt)  # a word, or it would run into its neighbours
    elif alt:
        page.note(page.alts, alt)
    for name in ("title", "aria-label", "placeholder"):
        text = attributes.get(name)
        if text and not (tag == "link" or text == alt):
            page.note(page.alts, text)
    if tag == "option" and "@" in attributes.get("value", ""):
        page.note(page.data_lines, attributes["value"])
    shows = attributes.get("type", "").lower() in _SHOWN_VALUES or page.sink is page.unseen
    if tag in ("input", "button") and attributes.get("value") and shows:
        page.sink.append(f" {attributes['value']} ")


def _describe(page: Streams, scopes: Scopes, kind: str | None, names: list[str], value: str | None) -> None:
    around = scopes.innermost()
    if kind is not None:
        scopes.begin(kind, names)
        page.at_end(scopes.end)
        if value and around is None:
            return
        if value and not names:
            scopes.say(scopes.innermost(), ["url"], value)
    elif names and around is not None:
        _say(page, scopes, around, names, value)


def _say(page: Streams, scopes: Scopes, item: Item, names: list[str], value: str | None) -> None:
    if value is not None:
        scopes.say(item, names, value)
    else:
        text = _since(page)
        page.at_end(lambda: scopes.say(item, names, text()))


def _card(page: Streams, tag: str, attributes: Attributes) -> None:
    cards = page.cards
    kind, names = annotations.h_card(attributes, inside=cards.inside)
    if kind is not None:
        cards.begin(kind, [name for name in names if name == "address"])
        page.at_end(cards.end)
        names = [name for name in names if name != "address"]
    item = cards.innermost()
    if not names or item is None:
        return
    value = annotations.value_of(tag, attributes)
    by_attribute = [name for name in names if name in _BY_ATTRIBUTE and value is not None]
    if by_attribute and value is not None:
        cards.say(item, by_attribute, value)
    if rest := [name for name in names if name not in by_attribute]:
        _say(page, cards, item, rest, attributes.get("title") if tag == "abbr" else None)


def _held(page: Streams, attributes: Attributes) -> None:
    held = {name[5:]: attributes[name] for name in attributes if name in HOLDERS and attributes[name]}
    user = held.get("user") or held.get("username") or held.get("name")
    domain = held.get("domain") or held.get("host")
    if user and domain and "@" not in user:
        end = held.get("tld", "")
        page.note(page.data_lines, f"email: {user}@{domain}{'.' if end and not end.startswith('.') else ''}{end}")
    latitude = held.get("lat") or held.get("latitude")
    longitude = held.get("lng") or held.get("lon") or held.get("longitude")
    if latitude and longitude:
        page.note(page.data_lines, f"geo: {latitude}, {longitude}")
    for name in ("email", "e-mail", "mail", "mailto", "contact", "phone", "tel", "telephone", "mobile", "address"):
        if name in held:
            page.note(page.data_lines, f"{name}: {held[name]}")
