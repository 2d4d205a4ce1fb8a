"""Texts made to slow a pattern down: what almost matches, over and over."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType

import seen_online.exposure
import seen_online.reading

ROOMS = (seen_online.exposure, seen_online.reading)
CALLS = {
    f"re.{name}" for name in ("compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")
}

# Each is repeated to the size that is asked for. They come near to every kind of detail without being one.
PIECES = (
    "a", "1", "A", " ", "\n", ".", "@", "-", "(", "a.", "a@", "@a", "a@a.", ".a@", "1 ", "1-", "(1", "+1 ", "00 ",
    "07700 ", "0 0", "1.1.", "1,1,",
    "A ", "Aa ", "Aa Aa, ", "St ", "St. ", "12 Aa ", "12 St ", "1 A St ", "12 Aa St Suite ", "Suite 1 ",
    "rue de la ", "Via A ", "12, rue ", "po box ",
    "at ", " at at", "a at a ", "a at a dot ", "dot dot ", "(at)", "a-", "a-@-", "[at] ", "mail A WHERE B ", "'a'+",
    "'@'+", "&#64;", "%40", "x('a','b",
    "born ", "born in Aa, ", "born (", "b. ", "12 march ", "march 12 ", "12/03/", "1985-03-", "1985 ", "(1985 - ",
    "birthday ", "happy birthday ",
    "turned 40 ", "aged 40 ", "years old ", "40 years old in ", "ca1 2a", "ca1 2ab ", "ca1 2ab\n1 a ", "12.345",
    "12.3456, ", "1°1'1\"n ", "lives in A",
    "lives in Aa ", "location: Aa\n", "works at Aa ", "nurse at Aa ", "role: Aa ", "@a_b ", "a.com/",
    "facebook.com/a", "facebook.com/", "user: a", ": a",
    "jane ", "doe ", "jane doe ", "jane jane ", "doe, ", "doe jane ", "Jane Doe\n", "J. D. ", "é", "e\u0301",
    "\u200b", "\u202e", "\x00", "ÅåÄä ", "٣", "한국 ",
    "Ltd ", "Aa Care Home ", "of the and ", "tel ", "tel: 1", "isbn ", "no. 1", "1-800-A", "12 high street ",
    "12 march 1985 ", "07700 900123 ", "zero ", "double oh seven ", "user: a domain: ", "a_at_", "(nospam)@",
    "jane@example.org ", "sunrise care ", "carlisle ", "janed85 ",
)  # fmt: skip


def baits(size: int) -> Iterator[tuple[str, str]]:
    """Return (the piece, the bait) for each piece; a bait has `size` characters."""
    for piece in PIECES:
        yield piece, (piece * (size // len(piece) + 1))[:size]


def patterns() -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    """Return (where it stands, the pattern) for every pattern of both rooms, none of them listed by hand.

    Those that a module holds, also in tuples and tables, and those written inside a function; what is only known at
    run time stands in these as an "x".
    """
    for room in ROOMS:
        for info in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            module = importlib.import_module(info.name)
            for name, value in vars(module).items():
                for number, one in enumerate(_held(value)):
                    yield f"{info.name.removeprefix('seen_online.')}.{name}{number or ''}", one
            yield from _inside(module)


def _held(value: object) -> Iterator[re.Pattern[str] | re.Pattern[bytes]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from _held(tuple(value.values()))
    elif isinstance(value, (tuple, list, frozenset, set)):
        for one in value:
            yield from _held(one)


def _inside(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    """Return the patterns that a module's functions write where they use them."""
    short = module.__name__.removeprefix("seen_online.")
    for function in ast.walk(ast.parse(inspect.getsource(module))):
        if not isinstance(function, (ast.FunctionDef, ast.Lambda)):
            continue
        for call in ast.walk(function):
            if isinstance(call, ast.Call) and ast.unparse(call.func) in CALLS and call.args:
                text = _text(call.args[0])
                if text:
                    yield f"{short}:{call.lineno}", re.compile(text)


def _text(node: ast.expr) -> str | bytes:
    """Return a pattern as it is written, "x" for what is filled in; "" for one that is only a name."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, (str, bytes)) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(_text(part)) if isinstance(part, ast.Constant) else "x" for part in node.values)
    if isinstance(node, ast.BinOp):
        left, right = _text(node.left) or "x", _text(node.right) or "x"
        return left + right if isinstance(left, str) and isinstance(right, str) else ""
    return ""
