"""Which addresses are on the public internet, so that a page cannot send us into a private network.

What is private, reserved or special is listed here after the registries of IANA (IPv4 and IPv6 Special-Purpose
Address Registry) instead of leaving it to `ipaddress`, whose answer changed between versions of Python and which
calls multicast addresses global.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections.abc import Collection

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NOT_PUBLIC_4 = tuple(
    ipaddress.IPv4Network(net)
    for net in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # shared behind a provider (CGNAT)
        "127.0.0.0/8",  # loopback
        "169.254.0.0/16",  # link-local, and the secrets of cloud machines
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # AMT
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
)
_PUBLIC_6 = ipaddress.IPv6Network("2000::/3")  # all that is handed out; loopback, private and link-local lie outside
_NOT_PUBLIC_6 = tuple(
    ipaddress.IPv6Network(net)
    for net in (
        "2001::/23",  # protocol assignments, Teredo among them
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: an IPv4 address in disguise
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
    )
)
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")

# Names that are only ever looked up inside a house, an office or a computer.
_LOCAL_ENDINGS = (
    "localhost", "localdomain", "local", "internal", "intranet", "private", "corp", "home", "lan", "home.arpa", "arpa",
)  # fmt: skip
_NAME = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){0,126}")
_QUAD = re.compile(r"(?:0|[1-9][0-9]{0,2})(?:\.(?:0|[1-9][0-9]{0,2})){3}")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")


def ascii_host(host: str) -> str:
    """Return `host` as it is looked up: lower case, no dot at the end, letters outside ASCII in their xn-- form.

    Returns "" for what can't be a host. Source for the mapping: UTS 46, as browsers and requests do it.
    """
    host = unicodedata.normalize("NFKC", host).lower().strip(".")
    if ":" in host:
        try:
            return str(ipaddress.IPv6Address(host))
        except ValueError:
            return ""
    if not host.isascii():
        import idna  # comes with requests, which encodes the same way

        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except (idna.IDNAError, UnicodeError):
            return ""
    return host if len(host) <= 253 and _NAME.fullmatch(host) else ""


def is_public(address: str | Address) -> bool:
    """Tell whether `address` (a literal) is one that is handed out on the public internet."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv4Address):
        return not any(ip in net for net in _NOT_PUBLIC_4)
    return not ip.scope_id and ip in _PUBLIC_6 and not any(ip in net for net in _NOT_PUBLIC_6)


def may_connect(address: str) -> bool:
    """Tell whether an address that the name service gave is public.

    In networks without IPv4 the name service wraps public IPv4 addresses (NAT64); what is wrapped decides there.
    """
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address) and not ip.scope_id and ip in _NAT64:
        return is_public(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return is_public(ip)


def refused_by_name(host: str, allowed: Collection[str] = ()) -> bool:
    """Tell whether `host` is refused before it is looked up: a private address, a local name, or no host at all.

    An IPv4 address in an odd spelling (0x7f.1, 2130706433, 0177.0.0.1) is refused whatever it means: nobody who
    publishes a page writes it so. `allowed` are hosts, as `ascii_host` writes them, that are never refused.
    """
    name = ascii_host(host)
    if not name:
        return True
    if name in allowed:
        return False
    if ":" in name:
        return not is_public(name)
    labels = name.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        return not (_QUAD.fullmatch(name) and is_public(name))
    return len(labels) == 1 or any(name == ending or name.endswith(f".{ending}") for ending in _LOCAL_ENDINGS)
