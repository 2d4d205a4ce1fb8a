"""All that the checklists say, gathered once: ours, an employer's folder and the person's own files beside them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from seen_online.checklist.finder import PeopleFinders
from seen_online.checklist.item import Checklist, Item, Section
from seen_online.checklist.kinds import PERSONAL_SECURITY, kind_of
from seen_online.checklist.letter import Letter
from seen_online.checklist.load import (
    load_checklists,
    load_letters,
    load_next_steps,
    load_organisation,
    load_people_finders,
    load_sites,
    organisation_in,
)
from seen_online.checklist.next_step import NextSteps
from seen_online.checklist.organisation import Organisation
from seen_online.checklist.problem import BrokenFile, Problem
from seen_online.checklist.site import Site
from seen_online.checklist.yamlfile import read_yaml


class Shelf(msgspec.Struct, frozen=True):
    """What is there to ask, to advise and to write.

    `lists` has the things to consider first, then the extra checklists; no two of their items share an id.
    `problems` are the faults in files that were left out, `folder` and `files` what was added to ours.
    """

    lists: tuple[Checklist, ...]
    sites: tuple[Site, ...]
    finders: tuple[PeopleFinders, ...]
    letters: tuple[Letter, ...]
    next_steps: tuple[NextSteps, ...]
    organisation: Organisation = Organisation()
    problems: tuple[Problem, ...] = ()
    folder: Path | None = None
    files: tuple[Path, ...] = ()

    @property
    def whole(self) -> Checklist:
        """Return all lists as one: what the plan and the note are made of."""
        sections = tuple(section for each in self.lists for section in each.sections)
        return msgspec.structs.replace(self.lists[0], sections=sections)

    def letter(self, letter_id: str) -> Letter | None:
        """Return the letter with this id, or None."""
        return next((letter for letter in self.letters if letter.id == letter_id), None)


def load_shelf(folder: Path | None = None, files: Sequence[Path] = (), language: str = "en") -> Shelf:
    """Load everything. A broken file is named in `problems` and left out; the others still load.

    Args:
        folder: an employer's or a person's own folder, built as `checklists/README.md` says.
        files: single files of any kind to be added.
        language: BCP 47 tag of the translations to lay over the originals.

    Raises:
        Trouble: our own checklists are missing or broken.
    """
    by_kind: dict[str, list[Path]] = {}
    for path in files:
        by_kind.setdefault(_kind(path), []).append(path)

    def own(kind: str) -> list[Path]:
        return by_kind.get(kind, [])

    lists = load_checklists(folder, language, own("checklist"))
    sites = load_sites(folder, language, own("site"))
    finders = load_people_finders(folder, language, own("people-finders"))
    letters = load_letters(folder, language, own("letter"))
    steps = load_next_steps(folder, language, own("next-steps"))
    theirs, unused = organisation_in(folder) if folder is not None else (None, ())
    organisation, problems = _organisation([*([theirs] if theirs is not None else []), *own("organisation")])
    problems += unused
    for loaded in (lists, sites, finders, letters, steps):
        problems += loaded.problems
    if lists.get("things-to-consider") is None:
        raise BrokenFile(problems)
    return Shelf(
        _apart(lists.values),
        sites.values,
        finders.values,
        letters.values,
        steps.values,
        organisation,
        tuple(dict.fromkeys(problems)),
        folder,
        tuple(files),
    )


def _kind(path: Path) -> str:
    """Return the kind a single file is loaded as; what can't be told is named as a broken checklist."""
    found = kind_of(read_yaml(path).data, path)
    return "checklist" if found in ("", PERSONAL_SECURITY) else found


def _organisation(places: Sequence[Path]) -> tuple[Organisation, tuple[Problem, ...]]:
    """Return the last of the organisations that can be read."""
    found, problems = Organisation(), ()
    for place in places:
        try:
            read = load_organisation(place)
        except BrokenFile as broken:
            problems += broken.problems
        else:
            found = read if read != Organisation() else found
    return found, problems


def _apart(lists: Sequence[Checklist]) -> tuple[Checklist, ...]:
    """Give an item whose id another list has already an id of its own, since answers are kept by it."""
    taken: set[str] = set()

    def named(item: Item, list_id: str) -> Item:
        own, number = item.id, 1
        while own in taken:
            own = f"{list_id}-{item.id}" if number == 1 else f"{list_id}-{item.id}-{number}"
            number += 1
        taken.add(own)
        return item if own == item.id else msgspec.structs.replace(item, id=own)

    def section(each: Section, list_id: str) -> Section:
        return msgspec.structs.replace(each, items=tuple(named(item, list_id) for item in each.items))

    return tuple(
        msgspec.structs.replace(each, sections=tuple(section(part, each.id) for part in each.sections))
        for each in lists
    )
