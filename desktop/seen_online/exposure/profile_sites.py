"""The sites where people have a page of their own, and how its address holds their user name."""

from __future__ import annotations

import re

_NAME = r"@?([a-z0-9][a-z0-9_.~-]{1,50})"
_FLAT = rf"/{_NAME}/?"
# Host → what the path looks like. A host also stands for its own subdomains (uk.linkedin.com).
PATHS = {
    "facebook.com": rf"/(?:people/[^/\s]{{1,60}}/|(?:profile\.php\?id=))?{_NAME}/?",
    "fb.com": _FLAT, "m.me": _FLAT, "instagram.com": _FLAT, "threads.net": _FLAT, "threads.com": _FLAT,
    "twitter.com": _FLAT, "x.com": _FLAT, "tiktok.com": r"/@([a-z0-9_.]{2,30})/?",
    "linkedin.com": rf"/(?:in|pub)/{_NAME}/?[\w/]{{0,60}}+",
    "youtube.com": rf"/(?:@|user/|c/){_NAME[2:]}/?", "snapchat.com": rf"/add/{_NAME}/?", "pinterest.com": _FLAT,
    "pinterest.co.uk": _FLAT, "reddit.com": rf"/(?:u|user)/{_NAME}/?", "flickr.com": rf"/(?:photos|people)/{_NAME}/?",
    "twitch.tv": _FLAT, "t.me": _FLAT, "telegram.me": _FLAT, "bsky.app": rf"/profile/{_NAME}/?",
    "medium.com": r"/@([a-z0-9_.]{2,40})/?",
    "github.com": _FLAT, "gitlab.com": _FLAT, "keybase.io": _FLAT, "about.me": _FLAT, "linktr.ee": _FLAT,
    "myspace.com": _FLAT,
    "soundcloud.com": _FLAT, "last.fm": rf"/user/{_NAME}/?", "strava.com": rf"/athletes/{_NAME}/?",
    "goodreads.com": rf"/user/show/{_NAME}/?",
    "etsy.com": rf"/people/{_NAME}/?", "ebay.co.uk": rf"/usr/{_NAME}/?",
    "vimeo.com": _FLAT, "patreon.com": _FLAT, "ko-fi.com": _FLAT,
    "paypal.me": _FLAT, "onlyfans.com": _FLAT, "vk.com": _FLAT, "xing.com": rf"/profile/{_NAME}/?",
    "researchgate.net": rf"/profile/{_NAME}/?",
    "steamcommunity.com": rf"/id/{_NAME}/?", "quora.com": rf"/profile/{_NAME}/?",
    "mastodon.social": r"/@([a-z0-9_.]{2,30})/?",
    "justgiving.com": rf"/fundraising/{_NAME}/?", "gravatar.com": _FLAT, "letterboxd.com": _FLAT, "tumblr.com": _FLAT,
}  # fmt: skip
# Sites where the user name stands in front: jane.tumblr.com
IN_FRONT = (
    "tumblr.com",
    "blogspot.com",
    "blogspot.co.uk",
    "wordpress.com",
    "livejournal.com",
    "substack.com",
    "bandcamp.com",
    "deviantart.com",
    "github.io",
)
# First parts of a path that are the site's own pages.
_SITES_OWN_WORDS = (
    "about account accounts ads advertise app apps blog business careers channel contact discover download embed en "
    "events explore feed feeds features gaming groups hashtag help home i images img intent jobs js legal live login "
    "logout me media messages music news notifications p pages people pin pg photo photo.php photos places playlist "
    "plugins policies post posts press pricing privacy profile profile.php public r reel reels register results "
    "search settings share sharer sharer.php shop shorts signin signup sites stories story store support tag tags "
    "terms topics tr trending tv user users v video videos watch web whatsnew widgets wp-content"
)
_SITES_OWN = frozenset(_SITES_OWN_WORDS.split())
_FULL = {host: re.compile(path) for host, path in PATHS.items()}
_ENDS = re.compile(r"[\s\"'<>()\[\]{}|,;]|\Z")


def name_in_address(host: str, low: str, path_start: int) -> re.Match[str] | None:
    """Return the match whose first group is the user name, for a path on `host` that begins at `path_start`.

    Args:
        host: the host's name without "www.", in small letters.
        low: the text, in small letters.
        path_start: where the "/" after the host stands.
    """
    labels = host.split(".")
    for first in range(len(labels) - 1):
        pattern = _FULL.get(".".join(labels[first:]))
        if pattern:
            match = pattern.match(low, path_start)
            if not match or match[1].strip("._-") in _SITES_OWN:
                return None
            rest = low[match.end() : match.end() + 1]
            return match if not rest or rest in "?#" or _ENDS.match(rest) or rest in ".:!" else None
    return None
