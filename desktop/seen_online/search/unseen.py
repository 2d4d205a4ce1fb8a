"""The parts of a page that nobody sees, or that may be unseen."""

from __future__ import annotations

import re
from typing import Any

_NEVER = ("script", "style", "template", "noscript", "head", "svg", "option")
_NO_SPACES = "translate(@style, 'DISPLAYNOEVBHU ', 'displaynoevbhu')"
# What may be shown after all (on a wide screen, by a script) and may not be: no proof of anything.
_CLASSES = (
    "hidden", "is-hidden", "hide", "invisible", "d-none", "visually-hidden", "visuallyhidden", "sr-only",
    "screen-reader-text", "display-none", "js-hidden", "u-hidden",
)  # fmt: skip
_HIDING = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)
_SIMPLE = re.compile(r"[a-zA-Z]*([.#])([\w-]+)\Z")
_MOST_CSS, _MOST_RULES = 300_000, 3_000  # characters, rules


def drop_unseen(tree: Any) -> None:
    """Take out of a page what is surely not shown: scripts, templates, what carries the mark of the hidden."""
    styled = f"contains({_NO_SPACES}, 'display:none') or contains({_NO_SPACES}, 'visibility:hidden')"
    _drop(tree.xpath(f"//comment() | //{' | //'.join(_NEVER)} | //*[@hidden or {styled}]"))


def drop_what_may_be_unseen(tree: Any, names: frozenset[str]) -> None:
    """Take out also what is hidden by its classes, by the page's own style sheet (`names`), or from some readers."""
    _drop(
        [
            node
            for node in tree.iter("*")
            if not names.isdisjoint(f".{name}" for name in (node.get("class") or "").split())
            or f"#{node.get('id')}" in names
            or node.get("aria-hidden") == "true"
            or (node.tag in ("dialog", "details") and node.get("open") is None)
        ]
    )


def hiding_names(tree: Any) -> frozenset[str]:
    """Return the classes (".x") and ids ("#x") that hide what has them. To be read before styles are dropped."""
    names = {f".{name}" for name in _CLASSES}
    css = "\n".join(tree.xpath("//style/text()"))[:_MOST_CSS]
    for rule in css.split("}")[:_MOST_RULES]:
        selectors, _, body = rule.rpartition("{")
        if _HIDING.search(body):
            names.update(f"{m[1]}{m[2]}" for each in selectors.split(",") if (m := _SIMPLE.fullmatch(each.strip())))
    return frozenset(names)


def _drop(nodes: list[Any]) -> None:
    for node in nodes:
        if node.getparent() is not None:
            node.drop_tree()
