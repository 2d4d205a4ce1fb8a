"""Single sites worth a search of their own: those the person uses, and those that sell or list people's details."""

from __future__ import annotations

from collections.abc import Iterable

from seen_online.words import say

# The usual networks, by the ids that checklists use.
_HOSTS = {
    "facebook": "facebook.com",
    "instagram": "instagram.com",
    "x": "x.com",
    "twitter": "x.com",
    "youtube": "youtube.com",
    "tiktok": "tiktok.com",
    "linkedin": "linkedin.com",
    "snapchat": "snapchat.com",
    "myspace": "myspace.com",
    "pinterest": "pinterest.com",
    "reddit": "reddit.com",
    "threads": "threads.com",
    "bluesky": "bsky.app",
    "tumblr": "tumblr.com",
    "flickr": "flickr.com",
    "vimeo": "vimeo.com",
    "strava": "strava.com",
    "github": "github.com",
    "nextdoor": "nextdoor.co.uk",
    "mumsnet": "mumsnet.com",
    "justgiving": "justgiving.com",
}


def site_hosts(sites: Iterable[str]) -> list[str]:
    """Return the host names for sites given by id, name or host; what is not known as a web site is left out."""
    hosts: list[str] = []
    for site in sites:
        name = site.strip().lower()
        host = _HOSTS.get(name, name)
        host = host.removeprefix("https://").removeprefix("http://").removeprefix("www.").split("/")[0]
        if "." in host and all(c.isalnum() or c in ".-" for c in host):
            hosts.append(host)
    return list(dict.fromkeys(hosts))


def people_finders(region: str) -> list[tuple[str, str]]:
    """Return the people-finders and registers of a country, each with a sentence on what it is."""
    if region != "GB":
        return []
    return [
        ("192.com", say("your name on 192.com, which lists people and addresses")),
        ("ukphonebook.com", say("your name on ukphonebook.com, which lists people and phone numbers")),
        ("thephonebook.bt.com", say("your name in the BT phone book")),
        (
            "find-and-update.company-information.service.gov.uk",
            say("your name at Companies House, the register of companies"),
        ),
        ("thegazette.co.uk", say("your name in The Gazette, which prints official notices")),
    ]
