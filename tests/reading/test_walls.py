"""What is a field for a password, and what only speaks of one."""

from __future__ import annotations

import pytest

from seen_online.reading.walls import asks_for_password


@pytest.mark.parametrize(
    ("page", "asks"),
    [
        (b"<form><input name=q><input TYPE = 'password' name=p></form>", True),
        (b"<?xml version='1.0'?><html><body><input type='password'/></body></html>", True),
        (b"<form><input type=text name=q></form>", False),
        (b"<p>Write type=password into the form.</p>", False),
        (b"<script>field.innerHTML = '<b type=password>'</script>", False),
        (b"<!-- <input type=password> --><p>Hello</p>", False),
        (b"type=password", False),
        (b"<input type=password " + b"a=1 " * 50_000 + b">", True),
    ],
)
def test_a_field_for_a_password(page: bytes, asks: bool) -> None:
    assert asks_for_password(page) is asks
