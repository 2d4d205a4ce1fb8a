"""The settings of the connection: from the person, else from the usual environment; checked at the door."""

from __future__ import annotations

from pathlib import Path

import pytest

from seen_online.outbox import Network
from seen_online.outbox.network import network_from
from seen_online.trouble import Trouble
from support.servers import Authority


@pytest.mark.parametrize(
    ("proxy", "kept"),
    [
        ("http://proxy.example.org:3128", "http://proxy.example.org:3128"),
        ("proxy.example.org:3128", "http://proxy.example.org:3128"),
        ("https://nia:secret@proxy.example.org", "https://nia:secret@proxy.example.org"),
        ("socks5://127.0.0.1:9050", "socks5h://127.0.0.1:9050"),
        ("socks5h://127.0.0.1:9050", "socks5h://127.0.0.1:9050"),
        (" http://proxy.example.org:3128 ", "http://proxy.example.org:3128"),
    ],
)
def test_a_proxy_looks_names_up_itself(proxy: str, kept: str) -> None:
    assert network_from(proxy, environment={}).proxy == kept


@pytest.mark.parametrize(
    "proxy",
    [
        "ftp://proxy.example.org", "http://", "http://proxy.example.org:0", "http://proxy.example.org:99999", "socks4://x",
        "http://[::1", "http://proxy example.org", "http://proxy.example.org:3128/a path", "file:///etc/passwd",
    ],
)  # fmt: skip
def test_what_is_no_proxy_is_refused_with_a_mend(proxy: str) -> None:
    with pytest.raises(Trouble) as caught:
        network_from(proxy, environment={})
    assert caught.value.where == "--proxy"
    assert "http://" in caught.value.mend


@pytest.mark.parametrize("name", ["https_proxy", "HTTPS_PROXY", "ALL_PROXY", "http_proxy"])
def test_the_usual_environment_is_taken_where_the_person_says_nothing(name: str, tmp_path: Path) -> None:
    pem = str(Authority(tmp_path).pem)
    environment = {name: "http://proxy.example.org:3128", "SSL_CERT_FILE": pem, "no_proxy": "*"}
    assert network_from(environment=environment) == Network("http://proxy.example.org:3128", pem)
    assert network_from("http://mine.example.org:1", environment=environment).proxy == "http://mine.example.org:1"
    assert network_from(environment={}) == Network()


@pytest.mark.parametrize(
    ("name", "value"),
    [("HTTPS_PROXY", "gopher://x"), ("all_proxy", "http://"), ("REQUESTS_CA_BUNDLE", "/no/such.pem")],
)
def test_a_bad_variable_is_named(name: str, value: str) -> None:
    with pytest.raises(Trouble) as caught:
        network_from(environment={name: value})
    assert caught.value.where == name.upper()


@pytest.mark.parametrize(
    "content", [None, b"", b"hello", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"]
)
def test_a_file_that_holds_no_certificate(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "council.pem"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Trouble) as caught:
        network_from(ca_file=str(path), environment={})
    assert caught.value.where == "--ca-file"


def test_a_certificate_is_taken(tmp_path: Path) -> None:
    pem = str(Authority(tmp_path).pem)
    assert network_from(ca_file=pem, environment={}).ca_file == pem


def test_hosts_are_written_in_one_way() -> None:
    network = network_from(allow_hosts=(" Staff.Internal. ", "", "10.0.0.5"), environment={})
    assert network.allowed == {"staff.internal", "10.0.0.5"}


def test_the_proxy_of_the_system_is_taken_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr("urllib.request.getproxies", lambda: {"https": "http://system.example.org:8080"})
    assert network_from().proxy == "http://system.example.org:8080"
    assert network_from(environment={}).proxy == "", "what the person cleared does not come back"
    monkeypatch.setenv("HTTPS_PROXY", "http://environment.example.org:8080")
    assert network_from().proxy == "http://environment.example.org:8080"
