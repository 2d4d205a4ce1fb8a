"""The JSON Schemas agree with the types: made from them, and of one mind on good and broken files."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
import yaml

from seen_online.checklist.files import folder
from seen_online.checklist.hints import HINTS
from seen_online.checklist.kinds import KINDS, kind_of
from seen_online.checklist.schema import schemas, write
from seen_online.checklist.typecheck import faults_of
from seen_online.checklist.yamlfile import read_yaml

SHIPPED = sorted(path for path in folder().rglob("*.yaml"))


def _as_an_editor_sees_it(path: Path) -> Any:
    """Load a file as YAML 1.2 does: dates are text, true and false are truth values."""

    class Core(yaml.SafeLoader):
        pass

    Core.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in rules if not tag.endswith(":timestamp")]
        for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(path.read_text(encoding="utf-8"), Loader=Core)


def _validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((folder() / "schema" / name).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def test_the_files_are_those_the_types_make(tmp_path: Path) -> None:
    made = tmp_path / "schema"
    write(made)
    ours = {path.name: path.read_text(encoding="utf-8") for path in (folder() / "schema").iterdir()}
    assert ours == {path.name: path.read_text(encoding="utf-8") for path in made.iterdir()}


def test_there_is_a_schema_for_every_kind() -> None:
    assert {name.split(".")[0] for name in schemas()} == set(KINDS)


def test_every_hint_has_its_key() -> None:
    for hint in HINTS:
        name, key = hint.split(".")
        described = [schema["$defs"][name]["properties"] for schema in schemas().values() if name in schema["$defs"]]
        assert any(fields.get(key, {}).get("description") == HINTS[hint] for fields in described), hint


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_shipped_file_is_good_by_its_schema(path: Path) -> None:
    data = _as_an_editor_sees_it(path)
    _validator(f"{data['kind']}.schema.json").validate(data)


def _broken() -> list[tuple[str, Any, Any]]:
    """Return (kind, place, junk): what both have to refuse."""
    item = ("sections", 0, "items", 0)
    return [
        ("checklist", ("id",), "Not An Id"),
        ("checklist", ("title",), ""),
        ("checklist", ("sections",), "none"),
        ("checklist", ("colour",), "red"),
        ("checklist", (*item, "why"), None),
        ("checklist", (*item, "question"), ["a", "list"]),
        ("checklist", (*item, "kind"), "riddle"),
        ("checklist", (*item, "how"), "one step"),
        ("checklist", (*item, "how"), ["x" * 3000]),
        ("checklist", (*item, "concerns"), ["everybody"]),
        ("checklist", (*item, "slots"), ["canteen"]),
        ("checklist", (*item, "sources"), [{"title": "A", "url": "javascript:alert(1)"}]),
        ("checklist", (*item, "sources"), [{"title": "A", "url": "https://bank.example@evil.example/"}]),
        ("checklist", (*item, "sources"), [{"title": "A", "checked": "May 2026"}]),
        ("checklist", (*item, "sources"), [{"url": "https://example.org/"}]),
        ("site", ("hosts",), ["www example"]),
        ("site", ("topics", 0, "steps"), []),
        ("site", ("facts",), [{"id": "a", "text": "A fact from nowhere.", "sources": []}]),
        ("site", ("closed",), "2016"),
        ("letter", ("blanks",), [{"name": "Your Name", "label": "x"}]),
        ("letter", ("cases",), ["revenge"]),
        ("letter", ("text",), None),
        ("people-finders", ("region",), "UK of GB"),
        ("people-finders", ("finders", 0, "how"), []),
        ("next-steps", ("steps", 0, "cases"), []),
        ("organisation", ("ask",), "the boss"),
        ("organisation", ("complaints_procedure",), "on the shelf"),
        ("organisation", ("complaints_procedure",), {"url": "https://intranet.example.org/"}),
    ]


@pytest.mark.parametrize(("kind", "place", "junk"), _broken(), ids=lambda value: str(value)[:40])
def test_broken_files_are_refused_by_both(kind: str, place: tuple[Any, ...], junk: Any) -> None:
    path = next(path for path in SHIPPED if read_yaml(path).data["kind"] == kind)
    for data, refuses in (
        (_as_an_editor_sees_it(path), lambda data: not _validator(f"{kind}.schema.json").is_valid(data)),
        (copy.deepcopy(read_yaml(path).data), _refused_here),
    ):
        assert not refuses(data)
        around = data
        for step in place[:-1]:
            around = around[step]
        if junk is None:
            del around[place[-1]]
        else:
            around[place[-1]] = junk
        assert refuses(data)


def _refused_here(data: Any) -> bool:
    wanted = KINDS[kind_of(data)]
    try:
        msgspec.convert(data, wanted, strict=False)
    except msgspec.ValidationError:
        return bool(faults_of(data, wanted))
    return False


def test_a_translation_has_a_schema_of_its_own() -> None:
    schema = _validator("checklist.translation.schema.json")
    welsh = {"kind": "checklist", "id": "things", "language": "cy", "sections": [{"id": "a", "items": [{"id": "b"}]}]}
    schema.validate(welsh)
    assert not schema.is_valid({**welsh, "replaces": True})
    assert not schema.is_valid({**welsh, "sections": [{"items": [{"id": "b", "sites": "search"}]}]})
