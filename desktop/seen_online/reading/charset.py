"""Bytes to letters, whatever the page says about them: marks first, then what fits, then what is declared."""

from __future__ import annotations

import codecs
import re

from w3lib.encoding import (
    html_body_declared_encoding,
    http_content_type_encoding,
    read_bom,
    resolve_encoding,
)

LOOKED_AT = 65_536  # bytes from the first letter beyond ASCII
SAMPLE = 4_096  # bytes that a guess looks at; it takes 20 ms a kilobyte
_HIGH = re.compile(rb"[\x80-\xff]+")
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_BROKEN = re.compile("[\udc80-\udcff]")
_LONG_ASCII = re.compile(rb"([\x00-\x7f])[\x00-\x7f]{100,}")  # the first may be the second half of a letter
# Those that pages are written in; more candidates make a guess worse, and slower. The first take two bytes a letter:
# other scripts hardly ever happen to be valid in them.
_DOUBLE = ["gb18030", "euc_jp", "cp932", "cp949", "big5hkscs"]
_SINGLE = ["cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp874"]
# Letters of these stand between ASCII letters; in other scripts runs of them make up the words.
_WESTERN_SHARE = 0.5
# Where nothing is declared but the language: what its pages were written in (after the HTML Standard, 13.2.3.2). Of
# several, the letters themselves tell which.
_BY_LANGUAGES = {
    "be bg kk ky mk ru sr tt uk": ("cp1251", "koi8_r"), "cs hu pl sk sl hr bs ro sq": ("iso8859_2", "cp1250"),
    "ar fa ur ug": ("cp1256",), "et lt lv": ("cp1257",), "tr az ku": ("cp1254",), "he yi": ("cp1255",),
    "el": ("cp1253",), "vi": ("cp1258",), "th": ("cp874",), "ja": ("cp932", "euc_jp"), "ko": ("cp949",),
    "zh zh-cn zh-sg": ("gb18030",), "zh-tw zh-hk zh-mo": ("big5hkscs",),
}  # fmt: skip
_BY_LANGUAGE = {language: charsets for all_of, charsets in _BY_LANGUAGES.items() for language in all_of.split()}
_LANGUAGE = re.compile(rb"<(?:html|body)\b[^<>]{0,200}?\blang\s{0,9}=\s{0,9}[\"']?([a-z]{2}(?:-[a-z]{2})?)\b", re.I)
_CONTROLS = re.compile(rb"[\x80-\x9f]")  # in an ISO charset; Windows has letters there
_NO_CHARSETS = frozenset(["idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "mbcs", "oem"])
_FEW = 20  # letters; a guess from so few is worth little


def to_text(data: bytes, media_type: str = "", *, markup: bool = True) -> str:
    """Return `data` as text. Never fails: what fits no charset becomes U+FFFD.

    Args:
        data: the bytes, with or without a byte order mark.
        media_type: the Content-Type as it was sent, with its charset if any.
        markup: whether a <meta> or an XML declaration inside may name the charset.
    """
    bom, mark = read_bom(data)
    if bom and mark:
        return _decode(data[len(mark) :], bom)
    if wide := _wide(data):
        return _decode(data, wide)
    declared = _text_codec(http_content_type_encoding(media_type))
    if not declared and markup:
        declared = _text_codec(html_body_declared_encoding(data[:4096]))
        if declared and declared.startswith(("utf-16", "utf-32")):
            declared = "utf-8"  # the declaration itself was just read as ASCII
    if not declared and b"\x1b$" in data and data.isascii():
        declared = "iso2022_jp"  # nothing else is written so
    if data.isascii():
        # Two Japanese and Chinese charsets are written in ASCII alone.
        return _decode(data, declared if declared and declared.startswith(("iso2022", "hz")) else "ascii")
    try:
        # Valid UTF-8 beyond ASCII is never an accident, whatever else is declared.
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared in (None, "utf-8"):
        language = _LANGUAGE.search(data, 0, 4096) if markup else None
        return _mostly_utf8(data) or _decode(data, _guess(data, language[1].decode().lower() if language else ""))
    return _decode(data, declared)


def _text_codec(name: str | None) -> str | None:
    """Return `name` where it is a charset: Python also has codecs that unpack or change things."""
    if not name:
        return None
    info = codecs.lookup(name)
    return None if info.name in _NO_CHARSETS or not getattr(info, "_is_text_encoding", True) else info.name


def _decode(data: bytes, charset: str) -> str:
    return data.decode(resolve_encoding(charset) or "utf-8", "replace")


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 that carries no mark by its NULs: every other byte of Latin text."""
    head = data[:400]
    if len(head) < 4 or head.count(0) * 3 < len(head) or head.count(0) * 3 > len(head) * 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 4 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 4 * odd else None


def _mostly_utf8(data: bytes) -> str | None:
    """Read UTF-8 with a few bytes of Windows-1252 in it, as pages stuck together from two sources have."""
    broken = data.decode("utf-8", "surrogateescape")
    bad = len(_BROKEN.findall(broken))
    if len(_MULTIBYTE.findall(data)) < 3 * bad:
        return None
    return _BROKEN.sub(lambda half: bytes([ord(half[0]) - 0xDC00]).decode("cp1252", "replace"), broken)


def _guess(data: bytes, language: str = "") -> str:
    """Guess the charset of bytes that are not UTF-8 and declare nothing true, but for their `language`."""
    first = _HIGH.search(data)
    start = first.start() if first else 0  # what stands before is ASCII, so no letter is cut in two
    sample = re.sub(rb"<[^<>]*+>", b" ", data[start : start + LOOKED_AT])
    sample = _LONG_ASCII.sub(rb"\1 ", sample)[:SAMPLE]
    usual = _BY_LANGUAGE.get(language) or _BY_LANGUAGE.get(language.partition("-")[0], ())
    if usual := [charset for charset in usual if _is_valid(sample, charset)]:
        return usual[0] if len(usual) == 1 or usual[0].startswith("iso") else _likeliest(sample, usual)
    high = sum(map(len, _HIGH.findall(sample)))
    letters = high + sum(map(len, re.findall(rb"[A-Za-z]+", sample)))
    if high < (_WESTERN_SHARE if letters > _FEW else 1.5 * _WESTERN_SHARE) * letters:
        return "cp1252"
    valid = [charset for charset in _DOUBLE if _is_valid(sample, charset)]
    return _likeliest(sample, valid or _SINGLE)


def _likeliest(sample: bytes, charsets: list[str]) -> str:
    import charset_normalizer

    best = charset_normalizer.from_bytes(sample, cp_isolation=charsets).best()
    return best.encoding if best else charsets[0] if len(charsets) < len(_SINGLE) else "cp1252"


def _is_valid(data: bytes, charset: str) -> bool:
    if charset.startswith("iso") and _CONTROLS.search(data):
        return False
    try:
        codecs.getincrementaldecoder(charset)().decode(data)  # not final: the sample may end inside a letter
    except UnicodeError:
        return False
    return True
