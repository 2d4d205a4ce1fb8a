"""How microdata, RDFa and h-card mark an element: as a thing, as a property of one, with which value."""

from __future__ import annotations

from collections.abc import Mapping

from seen_online.reading.items import short_name

# What an element says by an attribute instead of by its text.
_BY_TAG = {
    "a": "href", "area": "href", "link": "href", "img": "src", "audio": "src", "video": "src", "iframe": "src",
    "embed": "src", "source": "src", "object": "data", "data": "value", "meter": "value", "time": "datetime",
    "input": "value",
}  # fmt: skip
_HREF_OF_TEXT = ("mailto:", "tel:")

_CARD_WORDS = {
    "name": "name", "fn": "name", "given-name": "givenName", "additional-name": "additionalName",
    "family-name": "familyName", "honorific-prefix": "honorificPrefix", "honorific-suffix": "honorificSuffix",
    "nickname": "alternateName", "email": "email", "tel": "telephone", "bday": "birthDate", "org": "worksFor",
    "organization-name": "worksFor", "organization-unit": "department", "job-title": "jobTitle", "title": "jobTitle",
    "role": "jobTitle", "url": "url", "note": "description", "street-address": "streetAddress",
    "extended-address": "extendedAddress", "post-office-box": "postOfficeBoxNumber", "locality": "addressLocality",
    "region": "addressRegion", "postal-code": "postalCode", "country-name": "addressCountry", "label": "address",
    "latitude": "latitude", "longitude": "longitude", "geo": "geo", "gender-identity": "gender", "impp": "url",
}  # fmt: skip
_CARDS = frozenset(["h-card", "vcard", "hcard"])
_ADDRESSES = frozenset(["adr", "p-adr", "h-adr"])


def microdata(attributes: Mapping[str, str]) -> tuple[str | None, list[str]]:
    """Return (type of the thing that begins here, or None, and the properties that the element is)."""
    names = [short_name(name) for name in attributes.get("itemprop", "").split()]
    if "itemscope" in attributes:
        return short_name((attributes.get("itemtype", "").split() or [""])[0]), names
    return None, names


def rdfa(attributes: Mapping[str, str]) -> tuple[str | None, list[str]]:
    """Return the same for RDFa."""
    names = [short_name(name) for name in attributes.get("property", "").split()]
    if "typeof" in attributes:
        return short_name((attributes["typeof"].split() or [""])[0]), names
    return None, names


def may_be_card(classes: str) -> bool:
    """Tell quickly whether a class attribute could begin a card or an address."""
    return "card" in classes or "adr" in classes


def h_card(attributes: Mapping[str, str], *, inside: bool) -> tuple[str | None, list[str]]:
    """Return the same for h-card and the older hCard, whose class names count only inside a card."""
    classes = attributes.get("class", "").split()[:30]
    names: list[str] = []
    kind = None
    for name in classes:
        if name in _CARDS:
            kind = "Person"
        elif name in _ADDRESSES:
            kind = kind or "PostalAddress"
            names.append("address")
        elif inside or kind:
            bare = name.partition("-")[2] if name[:2] in ("p-", "u-", "e-") or name[:3] == "dt-" else name
            if bare in _CARD_WORDS:
                names.append(_CARD_WORDS[bare])
    return kind, names


def value_of(tag: str, attributes: Mapping[str, str]) -> str | None:
    """Return what an element says by an attribute, or None where its text says it."""
    if "content" in attributes:
        return attributes["content"]
    if tag == "abbr" and "title" in attributes:
        return attributes["title"]
    value = attributes.get(_BY_TAG.get(tag, ""))
    if value is not None and value[:7].lower().startswith(_HREF_OF_TEXT):
        return value.partition(":")[2].partition("?")[0]
    return value
