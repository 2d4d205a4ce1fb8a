"""The JSON Schema of each kind of file, made from the types, so that an editor completes and checks while typing.

The files in checklists/schema are written by `python -m seen_online.checklist.schema`; a test holds them to the types.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from seen_online.checklist.files import folder
from seen_online.checklist.hints import HINTS
from seen_online.checklist.kinds import KINDS
from seen_online.checklist.translation import TEXTS

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """Return each schema by its file name: one a kind, and one for the translations of that kind."""
    made: dict[str, dict[str, Any]] = {}
    for kind, wanted in KINDS.items():
        (_,), parts = msgspec.json.schema_components([wanted], ref_template="#/$defs/{name}")
        _explain(parts)
        top = parts[wanted.__name__]
        top["required"] = sorted({*top.get("required", ()), "kind"})  # an editor has no folder to tell the kind by
        made[f"{kind}.schema.json"] = _whole(wanted.__name__, parts)
        if kind != "organisation":  # an employer writes that one itself, in its own language
            made[f"{kind}.translation.schema.json"] = _whole(wanted.__name__, _for_translation(parts))
    return made


def write(place: Path) -> None:
    """Write the schemas into a folder."""
    place.mkdir(exist_ok=True)
    for name, schema in schemas().items():
        text = json.dumps(schema, indent=2, ensure_ascii=False)
        (place / name).write_text(text + "\n", encoding="utf-8")


def _whole(name: str, parts: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": DRAFT, "title": name, "$ref": f"#/$defs/{name}", "$defs": parts}


def _explain(parts: dict[str, Any]) -> None:
    """Put our hints into the fields, and into each part the first line of what its type says of itself."""
    for name, part in parts.items():
        part["description"] = part.get("description", name).partition("\n")[0]
        for key, field in part["properties"].items():
            hint = HINTS.get(f"{name}.{key}")
            if hint:
                field["description"] = hint


def _for_translation(parts: dict[str, Any]) -> dict[str, Any]:
    """Keep what a translation may hold: the names of things and their texts, all of them as one likes."""
    kept: dict[str, Any] = {}
    for name, part in parts.items():
        fields = {
            key: field
            for key, field in part["properties"].items()
            if key in TEXTS or key in ("id", "name", "kind", "language") or _holds_things(field) or key == "url"
        }
        fields.pop("sources", None)
        required = [key for key in ("id",) if key in fields]
        kept[name] = {**part, "properties": fields, "required": required}
    return kept


def _holds_things(field: dict[str, Any]) -> bool:
    return "$ref" in field.get("items", {})


if __name__ == "__main__":
    write(folder() / "schema")
