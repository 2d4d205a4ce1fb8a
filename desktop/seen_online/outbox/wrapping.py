"""Whether a compressed answer came to its end.

An answer that is cut in the middle of its compression, with a length that fits or with none, looks whole to requests:
urllib3 gives out what it could unpack and says nothing of the rest.
"""

from __future__ import annotations

from typing import Any


def breaks_off(raw: Any) -> bool:
    """Tell whether the body of `raw` was compressed and is not whole. It is urllib3's response, read to its end."""
    decoder = getattr(raw, "_decoder", None)
    if decoder is None or not raw.tell():
        return False
    return not all(_is_whole(each) for each in getattr(decoder, "_decoders", [decoder]))


def _is_whole(decoder: Any) -> bool:
    if getattr(decoder, "_state", 0):
        return True  # one whole gzip file, and something behind it
    inner: Any = getattr(decoder, "_obj", None)
    if hasattr(inner, "is_finished"):
        return bool(inner.is_finished())
    return bool(getattr(inner, "eof", True))
