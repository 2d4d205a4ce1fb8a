"""Addresses: which ones we open at all, and what they say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from seen_online.outbox.addresses import ascii_host
from seen_online.outbox.failures import bad_address, not_an_address
from seen_online.words import say

_USUAL_PORT = {"http": 80, "https": 443}
_KEPT = "%/:=&?~#+!$,;'@()*[]"  # what may stand in an address as it is
MAX_ADDRESS = 8_192  # characters; browsers and servers give up around here


def checked(url: str) -> str:
    """Return `url` fit to be sent: http or https, a host, no password in it, no fragment. Raises SendTrouble.

    One address has one spelling here: the host in lower case, and a port only where it is not the usual one.
    """
    if len(url) > MAX_ADDRESS:
        raise bad_address(say("This address is too long."))
    # Python strips tabs and line ends inside an address; what is checked must be what is sent.
    if any(ord(c) <= 32 or ord(c) == 127 or 0xD800 <= ord(c) < 0xE000 for c in url.strip()) or "\\" in url:
        raise bad_address(say("This address holds a character that does not belong there."))
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        host = ascii_host(parts.hostname or "")
    except ValueError:
        raise not_an_address() from None
    if parts.scheme not in ("http", "https"):
        raise bad_address(say("We only open web pages, with http or https."))
    if parts.username is not None or parts.password is not None:
        raise bad_address(say("This address holds a user name or a password, so we did not open it."))
    if not host or port == 0:
        raise not_an_address()
    port = None if port == _USUAL_PORT[parts.scheme] else port
    place = (f"[{host}]" if ":" in host else host) + (f":{port}" if port else "")
    return urlunsplit((parts.scheme, place, quote(parts.path or "/", safe=_KEPT), quote(parts.query, safe=_KEPT), ""))


def with_params(url: str, params: Mapping[str, Any] | None) -> str:
    """Return `url` with these parameters: what is recorded is the very address that is sent."""
    if not params:
        return url
    parts = urlsplit(url)
    added = urlencode({key: str(value) for key, value in params.items() if value is not None})
    return urlunsplit(parts._replace(query=f"{parts.query}&{added}" if parts.query else added))


def host_of(url: str) -> str:
    """Return the host of `url` as it is looked up, "" where there is none."""
    try:
        return ascii_host(urlsplit(url).hostname or "")
    except ValueError:
        return ""


def holds(words: str, url: str, form: object = None) -> bool:
    """Tell whether a request to `url` with these form fields says `words`."""
    if not words or words == url or words in unquote(url):
        return True
    fields = [value for _, value in parse_qsl(urlsplit(url).query, keep_blank_values=True)]
    if isinstance(form, dict):
        fields += [str(value) for value in form.values()]
    elif isinstance(form, (str, bytes)):
        fields.append(form if isinstance(form, str) else form.decode("utf-8", "replace"))
    return any(words in field for field in fields)
