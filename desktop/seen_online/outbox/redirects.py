"""Where an answer sends us on to, decided by us and not by a library."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, unquote, urljoin, urlsplit, urlunsplit

from seen_online.outbox.addresses import ascii_host
from seen_online.outbox.failures import bad_address
from seen_online.words import say

STATUSES = (301, 302, 303, 307, 308)
_KEPT = "%/:=&?~#+!$,;'@()*[]"  # what may stand in an address as it is
MAX_ADDRESS = 8_192  # characters; browsers and servers give up around here


def checked(url: str) -> str:
    """Return `url` fit to be sent: http or https, a host, no password in it, no fragment. Raises SendTrouble."""
    if len(url) > MAX_ADDRESS:
        raise bad_address(say("This address is too long."))
    # Python strips tabs and line ends inside an address; what is checked must be what is sent.
    if any(ord(c) <= 32 or ord(c) == 127 for c in url.strip()) or "\\" in url:
        raise bad_address(say("This address holds a character that does not belong there."))
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        host = ascii_host(parts.hostname or "")
    except ValueError:
        raise bad_address(say("This is not a web address.")) from None
    if parts.scheme not in ("http", "https"):
        raise bad_address(say("We only open web pages, with http or https."))
    if parts.username is not None or parts.password is not None:
        raise bad_address(say("This address holds a user name or a password, so we did not open it."))
    if not host or port == 0:
        raise bad_address(say("This is not a web address."))
    place = (f"[{host}]" if ":" in host else host) + (f":{port}" if port else "")
    return urlunsplit((parts.scheme, place, quote(parts.path or "/", safe=_KEPT), quote(parts.query, safe=_KEPT), ""))


def next_address(status: int, location: str, url: str) -> str | None:
    """Return the checked address that an answer from `url` sends us to, or None. Raises SendTrouble."""
    if status not in STATUSES or not location:
        return None
    # Servers write addresses with raw spaces and letters in them; `checked` would refuse the first.
    return checked(urljoin(url, quote(location.strip(), safe=_KEPT)))


def next_method(status: int, method: str) -> str:
    """Return the method for the next request, as browsers do: a form becomes a plain GET, save with 307 and 308."""
    if status in (307, 308) or method == "HEAD":
        return method
    return "GET"


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
