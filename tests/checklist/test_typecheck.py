"""Our own checker names every fault, and finds one exactly where msgspec would."""

from __future__ import annotations

import copy
import random
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seen_online.checklist.files import folder
from seen_online.checklist.item import Checklist
from seen_online.checklist.kinds import KINDS, kind_of
from seen_online.checklist.site import Site
from seen_online.checklist.typecheck import faults_of
from seen_online.checklist.yamlfile import read_yaml

SHIPPED = [read_yaml(path).data for path in sorted(folder().rglob("*.yaml"))]
JUNK: list[Any] = ["", "x", "null", "true", "yes", "2026-13-01", "2026-05-01", "A B", "ftp://x", [], {}, ["x"], [[]]]
JUNK += ["20260501", "2026-W18-5", "2026-5-1", {"id": "x"}, "y" * 9000, "https://example.org/a"]


def test_every_fault_is_named_with_its_place() -> None:
    data = {
        "id": "Not An Id",
        "title": "Things",
        "sections": [
            {
                "id": "one",
                "title": "One",
                "items": [
                    {"id": "a", "title": "A", "qestion": "What?", "why": ["not", "text"]},
                    {"id": "b", "title": "B", "question": "?", "why": "W", "how": "one step", "kind": "qestion"},
                    {
                        "id": "c",
                        "title": "C",
                        "question": "?",
                        "why": "W",
                        "sources": [{"title": "S", "checked": "May 2026", "url": "example.org"}],
                    },
                    "not an item",
                ],
            }
        ],
        "replaces": "perhaps",
    }
    found = {place: mend for place, _what, mend in faults_of(data, Checklist)}
    item = ("sections", 0, "items")
    assert set(found) == {
        ("id",),
        ("replaces",),
        (*item, 0),
        (*item, 0, "qestion"),
        (*item, 0, "why"),
        (*item, 1, "how"),
        (*item, 1, "kind"),
        (*item, 2, "sources", 0, "checked"),
        (*item, 2, "sources", 0, "url"),
        (*item, 3),
    }
    assert "question" in found[*item, 0, "qestion"]
    assert "question" in found[*item, 1, "kind"]
    assert "2026-05-01" in found[*item, 2, "sources", 0, "checked"]
    assert "dash" in found[*item, 1, "how"]


@pytest.mark.parametrize("steps", ["", []])
def test_a_topic_needs_steps(steps: object) -> None:
    site = {"id": "a", "name": "A", "topics": [{"id": "security", "title": "T", "steps": steps}]}
    assert [place for place, _, _ in faults_of(site, Site)] == [("topics", 0, "steps")]


def _places(data: Any) -> list[tuple[Any, Any]]:
    """Return (container, key) for everything inside `data`."""
    pairs = list(data.items()) if isinstance(data, dict) else list(enumerate(data)) if isinstance(data, list) else []
    return [found for key, value in pairs for found in [(data, key), *_places(value)]]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 3))
def test_a_fault_is_found_exactly_where_msgspec_would(seed: int, times: int) -> None:
    pick = random.Random(seed)
    data = copy.deepcopy(pick.choice(SHIPPED))
    wanted = KINDS[kind_of(data)]
    for _ in range(times):
        container, key = pick.choice(_places(data))
        deed = pick.choice(["put", "remove", "add"])
        if deed == "put":
            container[key] = copy.deepcopy(pick.choice(JUNK))
        elif deed == "remove":
            del container[key]
        elif isinstance(container, dict):
            container["extra"] = copy.deepcopy(pick.choice(JUNK))
    try:
        msgspec.convert(data, wanted, strict=False)
        good = True
    except msgspec.ValidationError:
        good = False
    assert (faults_of(data, wanted) == []) is good
