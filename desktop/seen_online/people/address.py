"""What a web address says about whom its page is about."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

import msgspec

_WORD = re.compile(r"[a-z]{3,24}|\d{4,12}")
_MOST = 500  # characters of an address that are looked at


class Address(msgspec.Struct, frozen=True):
    """An address taken apart: `host` without www, `folder` the path without its last part, `words` of host and path."""

    host: str = ""
    folder: str = ""
    path: str = ""
    words: tuple[str, ...] = ()


def read_address(url: str) -> Address:
    """Take an address apart; what is no address gives an empty one."""
    try:
        parts = urlsplit(url[:_MOST])
        host = (parts.hostname or "").lower()
    except ValueError:
        return Address()
    host = re.sub(r"^www\d?\.", "", host)
    path = unquote(parts.path).rstrip("/").lower()
    labels = host.split(".")[:-1]
    words = [*_WORD.findall(" ".join(labels)), *_WORD.findall(path)]
    return Address(host, path.rpartition("/")[0], path, tuple(dict.fromkeys(words)))
