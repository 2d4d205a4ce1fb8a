"""Links that give somebody away: to write to, to call, to find on a map, or to their profiles."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

from seen_online.reading.html import cfemail

MAX_ADDRESS = 500  # characters
_SCHEME = re.compile(r"[\s\x00-\x1f]*+([A-Za-z][A-Za-z0-9+.-]{1,20}):")
_CALLS = frozenset(["tel", "callto", "sms", "fax", "whatsapp", "viber"])
_NAMED = frozenset(["skype", "xmpp", "sip", "sips", "matrix", "geo", "telegram", "tg"])
# Where people have pages of their own, known by the end of the host's name.
PROFILE_HOSTS = (
    "facebook.com", "fb.com", "fb.me", "messenger.com", "m.me", "instagram.com", "instagr.am", "threads.net",
    "threads.com", "twitter.com", "x.com", "t.co", "linkedin.com", "lnkd.in", "youtube.com", "tiktok.com",
    "snapchat.com", "pinterest.com", "pinterest.co.uk", "pin.it", "reddit.com", "tumblr.com", "flickr.com",
    "vimeo.com", "twitch.tv", "discord.gg", "discord.com", "t.me", "telegram.me", "wa.me", "api.whatsapp.com",
    "bsky.app", "mastodon.social", "medium.com", "substack.com", "github.com", "gitlab.com", "keybase.io",
    "about.me", "linktr.ee", "gravatar.com", "myspace.com", "soundcloud.com", "bandcamp.com", "last.fm",
    "spotify.com", "goodreads.com", "strava.com", "parkrun.org.uk", "etsy.com", "ebay.co.uk", "vinted.co.uk",
    "justgiving.com", "gofundme.com", "patreon.com", "ko-fi.com", "paypal.me", "onlyfans.com", "vk.com", "ok.ru",
    "xing.com", "researchgate.net", "academia.edu", "orcid.org", "scholar.google.com", "steamcommunity.com",
    "ancestry.co.uk", "nextdoor.co.uk", "mumsnet.com", "quora.com", "imdb.com", "letterboxd.com",
)  # fmt: skip
_HOSTS = frozenset(PROFILE_HOSTS)
# Buttons for passing the page on, not anybody's profile.
_SHARES = re.compile(r"/(?:sharer|share|intent|dialog|sharing|submit|pin/create|shareArticle|sharearticle|plugins)\b")
_MAPS = re.compile(r"(?:^|\.)(?:google\.[a-z.]{2,6}|openstreetmap\.org|bing\.com|maps\.apple\.com|goo\.gl)$")
_PLACE = re.compile(
    r"(?:@|[?&#](?:q|ll|sll|center|query|destination|daddr|loc|cp)=(?:loc:)?)"
    r"(-?\d{1,2}\.\d{2,12})(?:,|%2[Cc]|~)(-?\d{1,3}\.\d{2,12})"
)
_EMBEDDED = re.compile(r"!2d(-?\d{1,3}\.\d{2,16})!3d(-?\d{1,2}\.\d{2,16})")  # longitude first
_MARKER = re.compile(r"mlat=(-?\d{1,2}\.\d{2,12})&mlon=(-?\d{1,3}\.\d{2,12})")


def address_of(href: str, rel: str = "") -> str:
    """Return what a link gives away, written plainly, or "" for the many links that give nobody away.

    "mailto:jane%40example.org?subject=Hello" is "jane@example.org", "tel:+44-1632-960123" is "+44-1632-960123",
    a map's address is "54.895000, -2.933600", and a profile's address stays as it is.
    """
    href = href[: MAX_ADDRESS * 4].strip()
    if cfemail.MARK in href:
        return cfemail.decode(href.partition("#")[2])
    match = _SCHEME.match(href)
    scheme = match[1].lower() if match else ("https" if href.startswith("//") else "")
    if scheme in ("http", "https"):
        return _web_address(href, rel)
    if not match:
        return ""
    rest = unquote(href[match.end() :])
    if scheme == "mailto":
        to, _, more = rest.partition("?")
        asked = parse_qs(more, max_num_fields=50) if more.count("&") < 50 else {}
        all_to = [to, *(one for key in ("to", "cc", "bcc") for one in asked.get(key, []))]
        return ", ".join(part.strip() for part in all_to if part.strip())[:MAX_ADDRESS]
    if scheme in _CALLS:
        return rest.partition("?")[0].partition(";")[0].lstrip("/ ")[:MAX_ADDRESS]
    if scheme in _NAMED:
        return f"{scheme}: {rest.partition('?')[0].lstrip('/ ')}"[:MAX_ADDRESS] if scheme != "geo" else _geo(rest)
    return ""


def _geo(rest: str) -> str:
    parts = re.split(r"[,;?]", rest)
    return ", ".join(parts[:2])[:MAX_ADDRESS]


def _web_address(href: str, rel: str) -> str:
    try:
        parts = urlsplit(href)
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return ""
    if host in ("wa.me", "api.whatsapp.com"):
        number = re.search(r"(?:wa\.me/|phone=)\+?(\d{7,15})", href)
        return f"+{number[1]}" if number else ""
    if _MAPS.search(host):
        return place_of(href)
    if "me" in rel.lower().split():
        return href[:MAX_ADDRESS]
    if not _is_profile_host(host) or _SHARES.search(parts.path) or len(parts.path.strip("/")) + len(parts.query) < 2:
        return ""
    return href[:MAX_ADDRESS]


def place_of(href: str) -> str:
    """Return the place that a map's address shows, as "latitude, longitude", or ""."""
    if place := _PLACE.search(href) or _MARKER.search(href):
        return f"{place[1]}, {place[2]}"
    embedded = _EMBEDDED.search(href)
    return f"{embedded[2]}, {embedded[1]}" if embedded else ""


def _is_profile_host(host: str) -> bool:
    """Tell whether the host or what it belongs to is known: uk.linkedin.com, jane.tumblr.com."""
    labels = host.split(".")
    return any(".".join(labels[start:]) in _HOSTS for start in range(max(0, len(labels) - 4), len(labels) - 1))


def link_line(text: str, address: str) -> str:
    """Return "text → address", or the address alone where the text says nothing else."""
    text = " ".join(text.split())
    return f"{text} → {address}" if text and text.casefold() != address.casefold() else address
