"""Accounts on sites where people have a page of their own, and pages that list many people of one name."""

from __future__ import annotations

import re

from seen_online.people.address import Address
from seen_online.people.tokens import fold

# site: what stands before the account's name in the path. One letter a kind of site would not do: each has its own way.
_SITES: dict[str, tuple[str, ...]] = {
    "facebook.com": ("",),
    "instagram.com": ("",),
    "threads.net": ("",),
    "twitter.com": ("",),
    "x.com": ("",),
    "tiktok.com": ("",),
    "linkedin.com": ("in/", "pub/"),
    "xing.com": ("profile/",),
    "youtube.com": ("@", "c/", "user/", "channel/"),
    "pinterest.com": ("",),
    "pinterest.co.uk": ("",),
    "flickr.com": ("photos/", "people/"),
    "github.com": ("",),
    "gitlab.com": ("",),
    "medium.com": ("@",),
    "reddit.com": ("user/", "u/"),
    "soundcloud.com": ("",),
    "vimeo.com": ("",),
    "twitch.tv": ("",),
    "myspace.com": ("",),
    "strava.com": ("athletes/",),
    "ebay.co.uk": ("usr/",),
    "ebay.com": ("usr/",),
    "vk.com": ("",),
    "bsky.app": ("profile/",),
    "researchgate.net": ("profile/",),
}
# First parts of a path that are the site's own pages.
_OWN_PAGES = frozenset(
    """
    about ads business careers directory events explore groups hashtag help home i in intent jobs legal login
    marketplace media p pages people photo photo.php photos posts privacy profile.php pub public reel search settings
    share status stories story.php terms topics video videos watch
    """.split()  # noqa: SIM905
)
_HANDLE = re.compile(r"@?([^\s/?#]{2,60})")
_MANY = re.compile(
    r"(?<!\d)(\d{1,3}(?:,\d{3})*)\+? (?:other |public |matching )?"
    r"(?:people|profiles|professionals|persons|records|matches|results|users|individuals|addresses)(?![a-z])"
)
_LISTS = re.compile(
    r"(?:people|others|everyone|anyone) (?:named|called)|(?:people|person) (?:search|finder)|find people|"
    r"(?:profiles|people) on (?:facebook|linkedin|instagram)|(?:surname|last name|family name) (?:meaning|index|list)"
)
_LIST_PATHS = re.compile(r"/(?:pub/)?dir/|/people-?search|/find-?people|/people/[a-z]/?$|/public/[^/]+$")
FEW = 2  # a page that speaks of so many people or fewer is no list


def account(address: Address) -> tuple[str, str] | None:
    """Return (site, account name) where the address is one account's own, or anything below it; else None."""
    site, path = _site(address.host), address.path.lstrip("/")
    for before in sorted(_SITES.get(site, ()), key=len, reverse=True):
        if path.startswith(before):
            match = _HANDLE.match(path[len(before) :])
            name = match[1].removesuffix("/") if match else ""
            if not name or name in _OWN_PAGES:
                return None
            return ("x.com" if site == "twitter.com" else site), name
    return None


def lists_people(title: str, snippet: str, address: Address) -> bool:
    """Tell whether a page lists many people of one name ("25 people named ..."), so that it is about none of them."""
    shown = fold(f"{title[:300]} {snippet[:1000]}")
    if _LIST_PATHS.search(address.path) and _site(address.host) in _SITES:
        return True
    if any(int(match[1].replace(",", "")) > FEW for match in _MANY.finditer(shown)):
        return bool(_LISTS.search(shown)) or _MANY.search(fold(title[:300])) is not None
    return _LISTS.search(fold(title[:300])) is not None


def _site(host: str) -> str:
    """Return the known site that a host belongs to (uk.linkedin.com, m.facebook.com), else the host."""
    labels = host.split(".")
    for count in (2, 3):
        if ".".join(labels[-count:]) in _SITES:
            return ".".join(labels[-count:])
    return host
