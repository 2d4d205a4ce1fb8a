"""How this computer reaches the web: proxy, extra certificate, hosts that may be read though private."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from seen_online.outbox.addresses import ascii_host
from seen_online.trouble import Trouble
from seen_online.words import say

PROXY_SCHEMES = ("http", "https", "socks5", "socks5h")


class Network(msgspec.Struct, frozen=True):
    """Settings of the connection, the same for every request.

    `proxy` is "" or an address (http://proxy.example.org:3128, socks5h://127.0.0.1:9050); `ca_file` is "" or a
    PEM file with the certificate of an inspecting proxy, trusted beside the usual ones; `allow_hosts` are host
    names that may be read though their address is private.
    """

    proxy: str = ""
    ca_file: str = ""
    allow_hosts: tuple[str, ...] = ()

    @property
    def proxy_address(self) -> str:
        """Return the proxy such that it looks names up itself.

        Through Tor a look-up made here would tell the provider who is being searched for.
        """
        return self.proxy.replace("socks5://", "socks5h://", 1) if self.proxy.startswith("socks5:") else self.proxy

    @property
    def allowed(self) -> frozenset[str]:
        """Return the hosts that may be read though private, as they are looked up."""
        return frozenset(ascii_host(host) for host in self.allow_hosts)


def network_from(
    proxy: str = "",
    ca_file: str = "",
    allow_hosts: tuple[str, ...] = (),
    environment: Mapping[str, str] | None = None,
) -> Network:
    """Check the settings; an empty one is taken from the usual environment variables. Raises Trouble.

    On Windows and macOS, where a council's proxy stands in the settings of the system, it is taken from there last.
    """
    usual = {key.lower(): value for key, value in (os.environ if environment is None else environment).items() if value}
    if environment is None:
        usual = {**_of_the_system(), **usual}
    proxy, of_proxy = _first(proxy, "--proxy", usual, ("https_proxy", "all_proxy", "http_proxy"))
    ca_file, of_file = _first(ca_file, "--ca-file", usual, ("requests_ca_bundle", "ssl_cert_file"))
    if proxy:
        proxy = _checked_proxy(proxy, of_proxy)
    if ca_file:
        _check_ca_file(Path(ca_file), of_file)
    return Network(proxy, ca_file, tuple(host.strip().lower() for host in allow_hosts if host.strip()))


def _first(given: str, option: str, usual: Mapping[str, str], names: tuple[str, ...]) -> tuple[str, str]:
    """Return a setting and where it was made: what the person gave, else the first of these variables, else ""."""
    places = [(given, option), *((usual.get(name, ""), name.upper()) for name in names)]
    return next(((value, where) for value, where in places if value), ("", option))


def _of_the_system() -> dict[str, str]:
    if sys.platform not in ("win32", "darwin"):
        return {}
    from urllib.request import getproxies

    return {f"{scheme}_proxy": address for scheme, address in getproxies().items()}


def _checked_proxy(proxy: str, where: str) -> str:
    trouble = Trouble(
        say("This is not the address of a proxy."), say("Write it as http://proxy.example.org:3128."), where
    )
    proxy = proxy.strip()
    try:
        parts = urlsplit(proxy if "//" in proxy else f"http://{proxy}")
        port = parts.port
    except ValueError:
        raise trouble from None
    known = parts.scheme in PROXY_SCHEMES and ascii_host(parts.hostname or "")
    if not known or port == 0 or parts.path not in ("", "/") or parts.query or parts.fragment:
        raise trouble
    return Network(f"{parts.scheme}://{parts.netloc}").proxy_address


def _check_ca_file(path: Path, where: str) -> None:
    import ssl  # takes a while to load, and is only needed where there is such a file

    try:
        ssl.create_default_context().load_verify_locations(cafile=path)
    except (OSError, ssl.SSLError):
        raise Trouble(
            say("This file holds no certificate we can use."), say("Choose a PEM file, from your IT team."), where
        ) from None
