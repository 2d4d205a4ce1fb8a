"""Where the checklists lie, and reading one file of any kind."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import msgspec

from seen_online.checklist.item import Checklist
from seen_online.checklist.kinds import KINDS, PERSONAL_SECURITY, kind_of, translation_of
from seen_online.checklist.organisation import Organisation
from seen_online.checklist.personal_security import personal_security
from seen_online.checklist.problem import BrokenFile, Problem
from seen_online.checklist.rules import Thing, broken_rules
from seen_online.checklist.translation import place_in, translate
from seen_online.checklist.typecheck import Fault, faults_of
from seen_online.checklist.yamlfile import Read, read_yaml
from seen_online.trouble import Trouble
from seen_online.words import say

T = TypeVar("T", bound=Thing)


def folder() -> Path:
    """Return the folder with our checklists: inside the installed package, else in the checkout. Raises Trouble."""
    package = Path(__file__).resolve().parent.parent
    for place in (package / "_checklists", package.parent.parent / "checklists"):
        if (place / "things-to-consider.yaml").is_file():
            return place
    raise Trouble(say("Our checklists are missing."), say("Install the program again."), str(package))


def load(path: Path) -> Checklist:
    """Read one checklist, ours or in the personal-security form. Raises BrokenFile, a Trouble, with all problems."""
    thing, problems = read_thing(path)
    if isinstance(thing, Checklist) and not problems:
        return thing
    if not problems:
        problems = (Problem(say("This file is not a checklist."), say("Choose another file."), path.name),)
    raise BrokenFile(problems)


def load_organisation(path: Path | None = None) -> Organisation:
    """Read an employer's own slots from a file; without one, they are all empty. Raises BrokenFile, a Trouble."""
    if path is None:
        return Organisation()
    thing, problems = read_thing(path, kind="organisation")
    if isinstance(thing, Organisation) and not problems:
        return thing
    raise BrokenFile(problems)


def read_thing(
    path: Path, kind: str = "", translations: tuple[Path, ...] = (), name: str = ""
) -> tuple[Thing | None, tuple[Problem, ...]]:
    """Read one file of any of our kinds; never raises for what is in it.

    `kind` is the kind it must have, "" for the one it says; `translations` are laid over it, the best last. A
    problem in a translation leaves the original as it was. `name` is how problems call the file.
    """
    read = read_yaml(path, name)
    if read.problems:
        return None, read.problems
    found = kind_of(read.data, path)
    if not found or (kind and found not in (kind, PERSONAL_SECURITY if kind == "checklist" else kind)):
        return None, (_wrong_kind(read, kind if found else ""),)
    if found == PERSONAL_SECURITY:
        thing, faults = personal_security(read.data, path.stem)
        return thing, read.named(faults)
    thing, problems = _typed(read, KINDS[found])
    if thing is None:
        return None, problems
    for translation in translations:
        thing, more = _translated(thing, read, translation, KINDS[found])
        problems += more
    return thing, problems


def _typed(read: Read, wanted: type[T]) -> tuple[T | None, tuple[Problem, ...]]:
    thing, faults = _convert(read.data, wanted)
    return thing, read.named(faults)


def _convert(data: Any, wanted: type[T]) -> tuple[T | None, list[Fault]]:
    try:
        thing = msgspec.convert(data, wanted, strict=False)
    except msgspec.ValidationError as error:
        return None, faults_of(data, wanted) or [((), say("This file is not built as it should be."), str(error))]
    broken = list(broken_rules(thing))
    return (None if broken else thing), broken


def _translated(thing: T, original: Read, path: Path, wanted: type[T]) -> tuple[T, tuple[Problem, ...]]:
    other = read_yaml(path)
    if other.problems:
        return thing, other.problems
    merged, faults = translate(original.data, other.data, (translation_of(path) or ("", ""))[1])
    translated, more = _convert(merged, wanted)
    faults += [(place_in(other.data, merged, place), what, mend) for place, what, mend in more]
    return (thing if translated is None else translated), other.named(faults)


def _wrong_kind(read: Read, kind: str) -> Problem:
    if kind:
        return read.problem((), say("This file is not of the kind {kind}.", kind=kind), say("Choose another file."))
    if not isinstance(read.data, dict):
        return read.problem((), say("This file has no keys."), say("Start with one of our own files, and change it."))
    what = say("There is no such kind of file.") if "kind" in read.data else say("This file does not say its kind.")
    return read.problem(("kind",), what, say("Write kind: and one of {kinds}.", kinds=", ".join(KINDS)))
