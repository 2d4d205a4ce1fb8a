"""The little of CSS that decides whether, and which way round, a text is seen."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

MAX_CSS = 300_000  # characters of style sheets looked at
MAX_RULES = 3_000
FEW_DIGITS = 6  # no phone number or date has fewer


# How an element's text is shown: bits of an int, since every element is asked.
USUAL = 0
HIDDEN = 1
TURNED = 2  # from right to left, though its letters run from left to right

_HIDDEN = re.compile(
    r"(?:^|[;{\s])(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse)"
    r"|font-size\s{0,9}:\s{0,9}0(?:px|em|rem|pt|%)?\s{0,9}(?:[;!}]|$))"
)
_OVERRIDE = re.compile(r"unicode-bidi\s{0,9}:\s{0,9}(?:isolate-)?(?:bidi-)?override")
_FROM_RIGHT = re.compile(r"direction\s{0,9}:\s{0,9}rtl")
_WRITTEN = re.compile(r"content\s{0,9}:\s{0,9}(?:\"([^\"\n]{5,200})\"|'([^'\n]{5,200})')")
_ESCAPED = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*+(?:\*/)?")
_BRACE = re.compile(r"([{}])")
_MARK = re.compile("[.#]")
_SIMPLE = re.compile(r"(?:[a-z][a-z0-9]*+)?[.#][\w-]+|span|bdo")


def written_in(css: str) -> Iterator[str]:
    """Yield the texts that a style sheet itself puts on the page, where they may be an address or a number."""
    for text in _WRITTEN.finditer(css, 0, MAX_CSS):
        plain = _ESCAPED.sub(lambda code: chr(min(int(code[1], 16), 0x10FFFF)), text[1] or text[2])
        if "@" in plain or sum(map(str.isdigit, plain)) >= FEW_DIGITS:
            yield plain


def look_of(declarations: str) -> int:
    """Tell how CSS declarations (a style attribute, or a rule's body) show a text."""
    low = declarations.lower()
    look = USUAL
    if _HIDDEN.search(low):
        look |= HIDDEN
    if "rtl" in low and _OVERRIDE.search(low) and _FROM_RIGHT.search(low):
        look |= TURNED
    return look


class Styles(msgspec.Struct):
    """The rules of a page's own style sheets that hide or turn a text, by simple selector (".x", "#x", "span.x")."""

    rules: dict[str, int] = {}
    marks: set[str] = set()  # the classes and ids that some rule names
    seen: int = 0

    def add(self, css: str) -> None:
        """Read one style sheet. Rules inside @media and the like hold only sometimes and are left out."""
        room = MAX_CSS - self.seen
        self.seen += len(css)
        if room <= 0 or not any(word in css.lower() for word in ("none", "hidden", "override", "font-size")):
            return
        depth = 0
        selector = ""
        pieces = _BRACE.split(_COMMENT.sub(" ", css[:room]))
        for before, brace in zip(pieces[0::2], pieces[1::2], strict=False):
            if brace == "{":
                depth += 1
                if depth == 1:
                    selector = before.strip()
            else:
                if depth == 1 and not selector.startswith("@"):
                    self._rule(selector.rpartition(";")[2], before)
                depth = max(0, depth - 1)

    def _rule(self, selectors: str, body: str) -> None:
        look = look_of(body)
        if not look or len(self.rules) >= MAX_RULES:
            return
        for selector in selectors.lower().split(","):
            simple = selector.strip()
            if _SIMPLE.fullmatch(simple):
                self.rules[simple] = self.rules.get(simple, USUAL) | look
                self.marks.update(_MARK.split(simple)[1:])

    def look(self, tag: str, classes: str, name: str) -> int:
        """Tell how an element is shown by its tag, its class attribute and its id."""
        rules = self.rules
        look = rules.get(tag, USUAL)
        for one in classes.lower().split(None, 20) if classes else ():
            if one in self.marks:
                look |= rules.get(f".{one}", USUAL) | rules.get(f"{tag}.{one}", USUAL)
        if name and (one := name.lower()) in self.marks:
            look |= rules.get(f"#{one}", USUAL) | rules.get(f"{tag}#{one}", USUAL)
        return look
