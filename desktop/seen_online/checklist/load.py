"""The door to the checklists: loading our files of a kind, with those of an organisation or a person beside them.

A broken file is named and left out; the others still load.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from seen_online.checklist.files import folder, load, load_organisation, read_thing
from seen_online.checklist.finder import PeopleFinders
from seen_online.checklist.item import Checklist
from seen_online.checklist.joining import join_by_id
from seen_online.checklist.kinds import PERSONAL_SECURITY, kind_of, translation_of
from seen_online.checklist.letter import Letter
from seen_online.checklist.next_step import NextSteps
from seen_online.checklist.problem import BrokenFile, Problem
from seen_online.checklist.rules import Thing
from seen_online.checklist.site import Site
from seen_online.checklist.yamlfile import read_yaml
from seen_online.words import say

__all__ = [
    "Loaded",
    "folder",
    "load",
    "load_checklists",
    "load_letters",
    "load_next_steps",
    "load_organisation",
    "load_people_finders",
    "load_sites",
    "load_things_to_consider",
    "organisation_in",
]

T = TypeVar("T", bound=Thing)
MOST_FILES = 200  # in somebody else's folder, a kind


class Loaded(msgspec.Struct, Generic[T], frozen=True):
    """What could be loaded, and what is wrong with the rest."""

    values: tuple[T, ...]
    problems: tuple[Problem, ...] = ()

    def get(self, thing_id: str) -> T | None:
        """Return the thing with this id, or None."""
        return next((value for value in self.values if getattr(value, "id", "") == thing_id), None)


def load_things_to_consider(extra_folder: Path | None = None, language: str = "en") -> Checklist:
    """Return our things to consider, joined or replaced by an organisation's. Raises BrokenFile, a Trouble.

    What is wrong with the organisation's own files, and its other checklists, are in `load_checklists`.
    """
    loaded = load_checklists(extra_folder, language)
    found = loaded.get("things-to-consider")
    if found is None:
        raise BrokenFile(loaded.problems)
    return found


def load_checklists(
    extra_folder: Path | None = None, language: str = "en", extra_files: Sequence[Path] = ()
) -> Loaded[Checklist]:
    """Return our things to consider first, joined or replaced by the extra ones, then all other extra checklists."""
    ours = [folder() / "things-to-consider.yaml"]
    return _load(Checklist, "checklist", ours, extra_folder, "", extra_files, language)


def load_sites(
    extra_folder: Path | None = None, language: str = "en", extra_files: Sequence[Path] = ()
) -> Loaded[Site]:
    """Return the networks by name, those that closed last."""
    loaded = _load_folder(Site, "site", "sites", extra_folder, extra_files, language)
    in_order = sorted(loaded.values, key=lambda site: (site.closed is not None, site.name.casefold()))
    return msgspec.structs.replace(loaded, values=tuple(in_order))


def load_people_finders(
    extra_folder: Path | None = None, language: str = "en", extra_files: Sequence[Path] = ()
) -> Loaded[PeopleFinders]:
    """Return the people-finders, a list a country."""
    return _load_folder(PeopleFinders, "people-finders", "people-finders", extra_folder, extra_files, language)


def load_letters(
    extra_folder: Path | None = None, language: str = "en", extra_files: Sequence[Path] = ()
) -> Loaded[Letter]:
    """Return the letters."""
    return _load_folder(Letter, "letter", "letters", extra_folder, extra_files, language)


def load_next_steps(
    extra_folder: Path | None = None, language: str = "en", extra_files: Sequence[Path] = ()
) -> Loaded[NextSteps]:
    """Return what can be done about a page; an organisation's own list comes after ours or takes its place."""
    ours = [folder() / "next-steps.yaml"]
    return _load(NextSteps, "next-steps", ours, extra_folder, "", extra_files, language)


def organisation_in(place: Path) -> tuple[Path | None, tuple[Problem, ...]]:
    """Return which file of a folder has the employer's slots, whatever it is called, and name those beside it."""
    theirs = [path for path in _yaml_in(place) if kind_of(read_yaml(path).data, path) == "organisation"]
    theirs = [path for path in theirs if ".example" not in path.suffixes]
    if not theirs:
        return None, ()
    chosen = next((path for path in theirs if path.stem == "organisation"), theirs[0])
    what = say("This file is not used: {name} has the employer's slots.", name=chosen.name)
    mend = say("Put all of them into one file, and take the other one out of the folder.")
    return chosen, tuple(Problem(what, mend, path.name) for path in theirs if path != chosen)


def _load_folder(
    wanted: type[T], kind: str, name: str, extra_folder: Path | None, files: Sequence[Path], language: str
) -> Loaded[T]:
    ours = sorted(path for path in (folder() / name).glob("*.yaml") if not translation_of(path))
    return _load(wanted, kind, ours, extra_folder, name, files, language)


def _load(
    wanted: type[T],
    kind: str,
    ours: Iterable[Path],
    extra_folder: Path | None,
    name: str,
    files: Iterable[Path],
    language: str,
) -> Loaded[T]:
    things: list[T] = []
    problems: list[Problem] = []
    beside = [extra_folder, extra_folder / name] if extra_folder else []
    for path in (*ours, *_theirs(extra_folder, name, kind), *files):
        thing, broken = read_thing(path, kind, tuple(_translations(path, language, beside)))
        problems += broken
        if isinstance(thing, wanted):
            things.append(thing)
    return Loaded(join_by_id(things), tuple(problems))


def _theirs(extra_folder: Path | None, name: str, kind: str) -> Iterator[Path]:
    """Yield somebody else's files of a kind: those in the folder of that kind, and those beside it that say so."""
    if extra_folder is None:
        return
    for path in _yaml_in(extra_folder):
        found = kind_of(read_yaml(path).data, path)
        # A file that can't be read at all is named once, with the checklists.
        if ("checklist" if found in ("", PERSONAL_SECURITY) else found) == kind:
            yield path
    if name:
        yield from _yaml_in(extra_folder / name)


def _yaml_in(place: Path) -> list[Path]:
    found = [path for path in place.glob("*.y*ml") if path.suffix in (".yaml", ".yml") and not translation_of(path)]
    return sorted(found)[:MOST_FILES]


def _translations(path: Path, language: str, beside: Sequence[Path]) -> Iterator[Path]:
    """Yield the translations of a file, the less exact first: cy, then cy-GB; an organisation's after ours."""
    parts = language.split("-")
    for place in dict.fromkeys((path.parent, *beside)):
        for count in range(1, len(parts) + 1):
            found = place / f"{path.stem}.{'-'.join(parts[:count])}{path.suffix}"
            if found.is_file():
                yield found
