"""What is known of single sites: which of their addresses lead to the same page."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

Query = list[tuple[str, str]]
Rule = Callable[[str, Query], tuple[str, Query]]

# Hosts that show the very pages of another one.
SAME_HOST = {
    "fb.com": "facebook.com",
    "www.fb.com": "facebook.com",
    "touch.facebook.com": "facebook.com",
    "mbasic.facebook.com": "facebook.com",
    "web.facebook.com": "facebook.com",
    "free.facebook.com": "facebook.com",
    "x.com": "twitter.com",
    "mobile.twitter.com": "twitter.com",
    "mobile.x.com": "twitter.com",
    "instagr.am": "instagram.com",
    "old.reddit.com": "reddit.com",
    "new.reddit.com": "reddit.com",
    "np.reddit.com": "reddit.com",
    "i.reddit.com": "reddit.com",
    "youtube-nocookie.com": "youtube.com",
    "threads.net": "threads.com",
    "telegram.me": "t.me",
}

# One site under many names; those of other countries may be anybody's.
_PINTEREST = re.compile(r"pinterest\.(?:at|ca|ch|cl|co\.kr|co\.uk|com\.au|com\.mx|de|dk|es|fr|ie|it|jp|nz|ph|pt|ru|se)")
_COUNTRY_VIEWS = ("linkedin.com", "pinterest.com", "facebook.com")  # uk.linkedin.com shows what www. does


def site_rules(host: str, path: str, query: Query) -> tuple[str, str, Query]:
    """Return host, path and query as the site itself would write them for that page."""
    sub, _, rest = host.partition(".")
    if rest in _COUNTRY_VIEWS and _is_country_or_language(sub):
        host = rest
    if _PINTEREST.fullmatch(host):
        host = "pinterest.com"
    if host == "youtu.be" and len(path) > 1:
        return "youtube.com", "/watch", [("v", path.strip("/").split("/")[0])]
    if ".m." in host and host.endswith((".wikipedia.org", ".wiktionary.org", ".wikidata.org", ".wikimedia.org")):
        host = host.replace(".m.", ".", 1)
    rule = _RULES.get(host) or next((rule for ending, rule in _ENDINGS.items() if host.endswith(ending)), None)
    if rule is not None:
        path, query = rule(path, query)
    return host, path, query


# Who sent the reader, in which language, over which app: never which page.
_FACEBOOK_NOISE = """
    _rdc comment_tracking eav extid fref hc_location hc_ref locale mibextid paipv pnref rc ref refid refsrc wtsid
"""


def _is_country_or_language(label: str) -> bool:
    return (len(label) == 2 and label.isalpha()) or (len(label) == 5 and label[2] == "-" and label[:2].isalpha())


def _without(query: Query, *names: str) -> Query:
    return [(k, v) for k, v in query if k.lower() not in names]


def _segments(path: str) -> list[str]:
    return [s for s in path.split("/") if s]


def _profile_lower(path: str) -> str:
    """Lower-case a path that is a user name only; deeper ones may hold ids, in which case matters."""
    return path.lower() if len(_segments(path)) == 1 else path


def _facebook(path: str, query: Query) -> tuple[str, Query]:
    query = [(k, v) for k, v in query if not k.startswith(("__", "notif_")) and k not in _FACEBOOK_NOISE.split()]
    segments = _segments(path)
    if len(segments) == 3 and segments[0] == "people" and segments[2].isdigit():
        return "/profile.php", [("id", segments[2])]
    if path == "/profile.php":
        return path, [(k, v) for k, v in query if k in ("id", "sk")]  # who, and which part of the profile
    return _profile_lower(path), query


def _twitter(path: str, query: Query) -> tuple[str, Query]:
    segments = _segments(path)
    if len(segments) >= 3 and segments[1] in ("status", "statuses"):
        # The number alone names a post; the name before it may be any.
        return f"/i/status/{segments[2]}", []
    if len(segments) == 1:
        return path.lower().replace("/@", "/"), _without(query, "lang", "s", "t", "ref_src", "ref_url", "mx")
    return path, _without(query, "lang", "s", "t", "ref_src", "ref_url")


def _instagram(path: str, query: Query) -> tuple[str, Query]:
    segments = _segments(path)
    kind = next((at for at in (0, 1) if segments[at : at + 1] in (["p"], ["reel"], ["tv"])), None)
    if kind is not None and len(segments) == kind + 2:
        path = f"/p/{segments[kind + 1]}"  # a film is a post, and a post is the same with or without its author
    return _profile_lower(path), _without(query, "hl", "img_index", "utm_source")


def _linkedin(path: str, query: Query) -> tuple[str, Query]:
    segments = _segments(path)
    query = _without(
        query, "trk", "trkinfo", "originalsubdomain", "lipi", "midtoken", "refid", "trackingid", "locale", "rcm"
    )
    if len(segments) >= 2 and segments[0] == "in":
        # /in/name/en and /in/name/de are one profile in two languages.
        tail = segments[2:] if segments[2:] and not _is_country_or_language(segments[2]) else []
        return "/" + "/".join(["in", segments[1].lower(), *tail]), query
    return path, query


def _youtube(path: str, query: Query) -> tuple[str, Query]:
    segments = _segments(path)
    if len(segments) == 2 and segments[0] in ("shorts", "embed", "live", "v"):
        return "/watch", [("v", segments[1])]
    if path == "/watch":
        return path, [(k, v) for k, v in query if k == "v"]
    if len(segments) >= 1 and segments[0].startswith("@"):
        tail = segments[1:] if segments[1:] != ["featured"] else []
        return "/" + "/".join([segments[0].lower(), *tail]), _without(query, "si", "feature", "app")
    if len(segments) >= 2 and segments[0] in ("user", "c", "channel"):
        who = segments[1] if segments[0] == "channel" else segments[1].lower()  # a channel's name is a number
        tail = segments[2:] if segments[2:] != ["featured"] else []
        path = "/" + "/".join([segments[0], who, *tail])
    return path, _without(query, "si", "feature", "app", "pp")


def _reddit(path: str, query: Query) -> tuple[str, Query]:
    segments = _segments(path)
    if segments and segments[0] in ("u", "user"):
        return "/" + "/".join(["user", *(s.lower() for s in segments[1:2]), *segments[2:]]), query
    if len(segments) >= 4 and segments[0] == "r" and segments[2] == "comments":
        # Only the thread's id counts; a single comment is a page of its own.
        comment = ["_", *segments[5:6]] if len(segments) > 5 else []
        return "/" + "/".join(["r", segments[1].lower(), "comments", segments[3], *comment]), []
    return path, _without(query, "context", "share_id", "rdt")


def _tiktok(path: str, query: Query) -> tuple[str, Query]:
    segments = _segments(path)
    if segments and segments[0].startswith("@"):
        path = "/" + "/".join([segments[0].lower(), *segments[1:]])
    return path, _without(query, "lang", "is_from_webapp", "sender_device", "is_copy_url", "_r", "_t", "web_id")


def _name_only(*drop: str) -> Rule:
    def rule(path: str, query: Query) -> tuple[str, Query]:
        return _profile_lower(path), _without(query, *drop)

    return rule


def _wiki(path: str, query: Query) -> tuple[str, Query]:
    query = _without(query, "oldformat", "useskin")
    if path in ("/w/index.php", "/") and [k for k, _ in query] == ["title"]:
        title = query[0][1]
        return "/wiki/" + quote(title.replace(" ", "_"), safe="/~:@!$&'()*+,;="), []
    return path.replace("%20", "_"), query


def _wikipedia(path: str, query: Query) -> tuple[str, Query]:
    path, query = _wiki(path, query)
    title = path.removeprefix("/wiki/")
    # The first letter of a title has no case there (in a dictionary it has).
    return (f"/wiki/{title[0].upper()}{title[1:]}" if title != path and title else path), query


def _amazon(path: str, query: Query) -> tuple[str, Query]:
    segments = _segments(path)
    for at, segment in enumerate(segments[:-1]):
        if segment == "dp" or (segment == "product" and segments[at - 1 : at] == ["gp"]):
            return f"/dp/{segments[at + 1]}", []
    return path, query


def _bluesky(path: str, query: Query) -> tuple[str, Query]:
    segments = _segments(path)
    if len(segments) > 1 and segments[0] == "profile":
        path = "/" + "/".join(["profile", segments[1].lower(), *segments[2:]])  # a host name, or an id in small letters
    return path, query


def _flickr(path: str, query: Query) -> tuple[str, Query]:
    segments = _segments(path)
    # In whose album or stream a picture was opened does not change it.
    return ("/" + "/".join(segments[:3]) if segments[:1] == ["photos"] and segments[3:4] == ["in"] else path), query


def _guardian(path: str, query: Query) -> tuple[str, Query]:
    return path, _without(query, "cmp")


def _imdb(path: str, query: Query) -> tuple[str, Query]:
    return path, _without(query, "ref_")


_RULES: dict[str, Rule] = {
    "facebook.com": _facebook,
    "twitter.com": _twitter,
    "instagram.com": _instagram,
    "threads.com": _name_only("hl", "xmt"),
    "linkedin.com": _linkedin,
    "youtube.com": _youtube,
    "reddit.com": _reddit,
    "tiktok.com": _tiktok,
    "bsky.app": _bluesky,
    "flickr.com": _flickr,
    "theguardian.com": _guardian,
    "pinterest.com": _name_only("lp", "mt"),
    "github.com": _name_only(),
    "imdb.com": _imdb,
    "amazon.co.uk": _amazon,
    "amazon.com": _amazon,
}
_ENDINGS: dict[str, Rule] = {".wikipedia.org": _wikipedia, ".wiktionary.org": _wiki}
