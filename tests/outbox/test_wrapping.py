"""An answer that was compressed counts as whole only where what unpacked it says so."""

from __future__ import annotations

import gzip
import io
import zlib

import brotli
import pytest
from urllib3 import HTTPResponse

from seen_online.outbox.wrapping import breaks_off

PAGE = b"<p>Nia Ashworth swims in Penrith on Fridays.</p>" * 40


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


PACKED = {
    "gzip": gzip.compress(PAGE),
    "x-gzip": gzip.compress(PAGE) * 2,
    "deflate": zlib.compress(PAGE),
    "Deflate": raw_deflate(PAGE),
    "br": brotli.compress(PAGE),
    "gzip, br": brotli.compress(gzip.compress(PAGE)),
}


def taken(encoding: str, body: bytes) -> HTTPResponse:
    headers = {"Content-Encoding": encoding} if encoding else {}
    raw = HTTPResponse(io.BytesIO(body), headers, status=200, preload_content=False)
    for _piece in raw.stream(64, decode_content=True):
        pass
    return raw


@pytest.mark.parametrize(("encoding", "body"), PACKED.items())
def test_whole_and_cut_in_the_middle(encoding: str, body: bytes) -> None:
    assert not breaks_off(taken(encoding, body))
    assert breaks_off(taken(encoding, body[: len(body) // 3]))


@pytest.mark.parametrize("encoding", ["", "identity", "rot13"])
def test_what_nobody_unpacks_has_no_end_to_miss(encoding: str) -> None:
    assert not breaks_off(taken(encoding, PAGE))


@pytest.mark.parametrize("encoding", PACKED)
def test_nothing_at_all_is_not_broken_off(encoding: str) -> None:
    assert not breaks_off(taken(encoding, b""))


@pytest.mark.parametrize(("encoding", "body"), PACKED.items())
def test_where_urllib3_calls_what_unpacks_by_another_name_nothing_packed_is_proved_whole(
    encoding: str, body: bytes
) -> None:
    raw = taken(encoding, body)
    inside = vars(raw).pop("_decoder")
    vars(raw)["_unpacker"] = inside
    assert breaks_off(raw)

    raw = taken(encoding, body)
    for each in vars(inside).get("_decoders", [inside]):
        vars(each)["_inner"] = vars(each).pop("_obj")
        vars(each).pop("_state", None)
    vars(raw)["_decoder"] = inside
    assert breaks_off(raw)

    plain = taken("", PAGE)
    del vars(plain)["_decoder"]
    assert not breaks_off(plain), "what came as it is needs no proof"
