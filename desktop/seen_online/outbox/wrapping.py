"""Whether a compressed answer came to its end.

An answer that is cut in the middle of its compression, with a length that fits or with none, looks whole to requests:
urllib3 gives out what it could unpack and says nothing of the rest. Only what unpacked it knows, and urllib3 keeps that
to itself. So where it isn't found by the name we know, the answer is not proved whole, and counts as broken off.
"""

from __future__ import annotations

from typing import Any


def breaks_off(raw: Any) -> bool:
    """Tell whether the body of `raw` was compressed and is not whole. It is urllib3's response, read to its end."""
    packings = {each.strip() for each in raw.headers.get("content-encoding", "").lower().split(",")}
    if packings.isdisjoint(raw.CONTENT_DECODERS) or not raw.tell():
        return False
    decoder = getattr(raw, "_decoder", None)
    return not all(_is_whole(each) for each in getattr(decoder, "_decoders", [decoder]))


def _is_whole(decoder: Any) -> bool:
    if getattr(decoder, "_state", 0):
        return True  # one whole gzip file, and something behind it
    inner: Any = getattr(decoder, "_obj", None)
    if hasattr(inner, "is_finished"):
        return bool(inner.is_finished())
    return bool(getattr(inner, "eof", False))
