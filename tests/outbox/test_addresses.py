"""Which addresses are on the public internet, in every spelling that a page may try."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seen_online.outbox.addresses import ascii_host, is_public, may_connect, refused_by_name

PUBLIC = [
    "8.8.8.8",
    "1.1.1.1",
    "185.60.216.35",
    "172.15.0.1",
    "172.32.0.1",
    "100.128.0.1",
    "2606:4700::1111",
    "2a00:1450:4009::1",
]
PRIVATE = [
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.7",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:8.8.8.8",
    "::ffff:127.0.0.1",
    "64:ff9b::8.8.8.8",
    "64:ff9b::127.0.0.1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:808:808::",
    "3fff::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "5f00::1",
]
ODD = [
    "0x7f.1",
    "2130706433",
    "0177.0.0.1",
    "127.1",
    "0x7f000001",
    "017700000001",
    "127.0.0.1.",
    "127.0.0.0x1",
    "134744072",
    "0x08080808",
    "8.8.2056",
    "010.8.8.8",
    "08.8.8.8",
    "256.1.1.1",
    "8.8.8.8.8",
    "1.2.3.4.5",
    "4294967296",
    "１２７.０.０.１",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
    "0x",
    "example.0x7f",
    "99999999999999999999",
]
LOCAL = [
    "localhost",
    "LOCALHOST",
    "localhost.",
    "a.localhost",
    "localhost.localdomain",
    "ip6-localhost",
    "router",
    "intranet",
    "printer.local",
    "db.internal",
    "nas.lan",
    "fritz.home",
    "gw.home.arpa",
    "1.0.0.127.in-addr.arpa",
    "x.corp",
]
NO_HOST = [
    "",
    ".",
    "..",
    "a..b",
    "a b",
    "a%2eb",
    "exa\tmple.org",
    "[::1",
    "::1]",
    "a/b",
    "a@b",
    "x" * 300,
    "x" * 64 + ".org",
]
NAMES = [
    "example.org",
    "www.example.org.",
    "EXAMPLE.org",
    "bücher.example",
    "xn--bcher-kva.example",
    "4.example.org",
    "a_b.example.org",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_public(address: str) -> None:
    assert is_public(address)
    assert may_connect(address)
    assert not refused_by_name(address)


@pytest.mark.parametrize("address", PRIVATE)
def test_not_public(address: str) -> None:
    assert not is_public(address)
    assert refused_by_name(address)


@pytest.mark.parametrize("host", ODD + LOCAL + NO_HOST)
def test_names_and_spellings_that_are_refused(host: str) -> None:
    assert refused_by_name(host)


@pytest.mark.parametrize("host", NAMES)
def test_names_that_are_looked_up(host: str) -> None:
    assert not refused_by_name(host)


def test_only_the_host_that_was_named_is_allowed() -> None:
    allowed = {ascii_host("Staff.Internal."), ascii_host("10.0.0.5"), ascii_host("::1")}
    assert not refused_by_name("staff.internal", allowed)
    assert not refused_by_name("10.0.0.5", allowed)
    assert not refused_by_name("::1", allowed)
    assert refused_by_name("other.internal", allowed)
    assert refused_by_name("a.staff.internal", allowed)
    assert refused_by_name("", allowed | {""})


def test_public_addresses_behind_nat64_are_reached_and_private_ones_not() -> None:
    assert may_connect("64:ff9b::808:808")
    assert not may_connect("64:ff9b::7f00:1")
    assert not may_connect("64:ff9b::a9fe:a9fe")
    assert not may_connect("not an address")


@given(st.ip_addresses(v=4))
@settings(max_examples=300)
def test_never_more_generous_than_python(address: ipaddress.IPv4Address) -> None:
    if is_public(address):
        assert address.is_global
        assert not address.is_multicast
        assert not address.is_private


@given(st.integers(0, 2**32 - 1), st.sampled_from(["{}", "{:#x}", "0{:o}"]))
@settings(max_examples=100)
def test_a_number_is_never_a_host(number: int, spelling: str) -> None:
    assert refused_by_name(spelling.format(number))


@given(st.text(max_size=40))
@settings(max_examples=300)
def test_any_text_is_a_host_or_none(text: str) -> None:
    host = ascii_host(text)
    assert host.isascii()
    assert ascii_host(host) == host, "writing it twice changes nothing"
