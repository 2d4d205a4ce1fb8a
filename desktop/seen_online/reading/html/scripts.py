"""E-mail addresses that a page's own small scripts put together: var a = 'jane'; document.write(a + '@' + b).

Nothing is run. Strings that are joined with "+" are joined here; names stand for what was last put in them.
"""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

from seen_online.reading.html import ciphers

MAX_SCRIPT = 200_000  # characters of one script
MAX_VALUE = 2_000  # characters of one joined string: a = a + a must not grow for ever
MAX_NAMES = 2_000
MAX_LINES = 200

_TOKEN = re.compile(
    r"'(?P<single>(?:[^'\\\n]|\\.)*+)'?|\"(?P<double>(?:[^\"\\\n]|\\.)*+)\"?|`(?P<back>(?:[^`\\]|\\.)*+)`?"
    r"|(?P<codes>fromCharCode\s{0,9}\([\d\s,x]{0,2000}+\))|(?P<name>[A-Za-z_$][\w$]{0,60})"
    r"|//[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/)?|(?P<mark>\+=|==+|=>|[=+();,{}\[\].\n:?<>])",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_PLAIN_ESCAPES = {"n": "\n", "t": "\t", "r": " ", "b": "", "f": "", "v": "", "0": ""}
_ADDRESS = re.compile(r"[^\s@]@[^\s@]")
_TAG = re.compile(r"<[^<>]{0,500}+>")
_HREF = re.compile(r"mailto:\s{0,9}([^\"'<>\s?]{3,300})", re.IGNORECASE)
_CALL = re.compile(
    r"\b([A-Za-z_$][\w$]{0,40})\(\s{0,9}((['\"])[^'\"\n]{1,80}\3(?:\s{0,9},\s{0,9}['\"][^'\"\n]{0,80}['\"]){1,5})\s{0,9}\)"
)
_MAKES_ADDRESS = re.compile(r"mail|obfus|addr|contact|spam|crypt|hide|protect", re.IGNORECASE)
_WORTH_IT = re.compile(r"@|mail|%40|&#|\\x40|\\u0040|fromCharCode|obfus|spam|rot_?13|a-zA-Z", re.IGNORECASE)


def addresses_in(script: str) -> list[str]:
    """Return the texts with an "@" that a script puts together, and its calls that make an address of two texts.

    Takes time linear in the script's length, looks at its first `MAX_SCRIPT` characters, and gives at most
    `MAX_LINES` lines.
    """
    script = script[:MAX_SCRIPT]
    if not _WORTH_IT.search(script):
        return []
    lines = ciphers.shifted(script)
    if ciphers.turns_by_thirteen(script):
        return list(dict.fromkeys(lines + ciphers.turned_by_thirteen(script)))[:MAX_LINES]
    lines += [f"{m[1]}({m[2]})" for m in _CALL.finditer(script) if _MAKES_ADDRESS.search(m[1])]
    for text in _joined(script):
        lines += [unquote(m[1]) for m in _HREF.finditer(text)]
        bare = " ".join(_TAG.sub("", text).split())
        if _ADDRESS.search(bare):
            lines.append(bare)
        if len(lines) >= MAX_LINES:
            break
    return list(dict.fromkeys(lines))[:MAX_LINES]


def _joined(script: str) -> list[str]:
    """Return every string with an "@" that the script joins, the longest form of each."""
    values: dict[str, str] = {}
    found: list[str] = []
    target = last = ""
    pieces: list[str] = []
    size = 0
    adding = open_plus = False

    def finish() -> None:
        nonlocal target, pieces, size, adding
        joined = unescape("".join(pieces))[:MAX_VALUE] if pieces else ""
        if target and (pieces or adding) and (target in values or len(values) < MAX_NAMES):
            values[target] = (values.get(target, "") + joined)[:MAX_VALUE] if adding else joined
            joined = values[target]
        if "@" in joined and pieces:
            found.append(joined)
        target, pieces, size, adding = "", [], 0, False

    for token in _TOKEN.finditer(script):
        kind = token.lastgroup
        if kind is None:
            continue
        if kind == "mark":
            mark = token["mark"]
            if mark in ("=", "+="):
                finish()
                target, adding = last, mark == "+="
                pieces, size = [], 0
            elif mark in (";", ",", "{", "}", "[", "]", ":", "?") or (mark == "\n" and not open_plus):
                finish()
            open_plus = mark == "+" or (open_plus and mark in ("\n", "("))
            last = "" if mark != "." else last
            continue
        if kind == "name":
            name = last = token["name"]
            piece = values.get(name, "") if target or open_plus or pieces or name in values else ""
        else:
            piece = _codes(token["codes"]) if kind == "codes" else _unescaped(token[kind])
        if piece and size < MAX_VALUE:
            pieces.append(piece)
            size += len(piece)
        open_plus = False
    finish()
    return [text for text in found if len(text) >= 6]


def _codes(call: str) -> str:
    numbers = re.findall(r"0x[0-9a-fA-F]{1,6}|\d{1,7}", call)
    return "".join(chr(code) for n in numbers if (code := int(n, 0 if "x" in n else 10)) < 0x110000)


def _unescaped(text: str) -> str:
    if "\\" in text:
        text = _ESCAPE.sub(_one, text)
    return unquote(text) if "%" in text else text


def _one(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code:
        return chr(int(code, 16)) if int(code, 16) < 0x110000 else ""
    return _PLAIN_ESCAPES.get(match[4], match[4])
