"""Who is asking, and how each of their details may be used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec
import yaml

from seen_online.trouble import Trouble
from seen_online.words import say

MAX_VALUE = 300  # characters; a longer "name" is a mistake or an attack
MAX_FILE = 1_000_000  # bytes


_NAMES = "january february march april may june july august september october november december"
MONTHS = {
    short: number
    for number, name in enumerate(_NAMES.split(), start=1)
    for short in ((name, name[:3], "sept") if name == "september" else (name, name[:3]))
}


class Use(StrEnum):
    """How a detail may be used: put into a search, or only compared with what was found, here."""

    SEARCH = "search"
    COMPARE = "compare"


class DetailKind(StrEnum):
    """The kinds of detail, named as about.yaml names them (there in the plural)."""

    NAME = "name"
    OTHER_NAME = "other_name"
    PLACE = "place"
    WORKPLACE = "workplace"
    USERNAME = "username"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    DATE_OF_BIRTH = "date_of_birth"


# Private details are compared here; nothing but a tick on one query sends one out (promise 3).
USUAL_USE = {
    kind: Use.COMPARE
    if kind in (DetailKind.EMAIL, DetailKind.PHONE, DetailKind.ADDRESS, DetailKind.DATE_OF_BIRTH)
    else Use.SEARCH
    for kind in DetailKind
}

_KEYS = {
    "names": DetailKind.NAME,
    "other_names": DetailKind.OTHER_NAME,
    "places": DetailKind.PLACE,
    "workplaces": DetailKind.WORKPLACE,
    "usernames": DetailKind.USERNAME,
    "emails": DetailKind.EMAIL,
    "phones": DetailKind.PHONE,
    "addresses": DetailKind.ADDRESS,
    "date_of_birth": DetailKind.DATE_OF_BIRTH,
}


class Detail(msgspec.Struct, frozen=True):
    """One thing that is true of the person, as they typed it."""

    kind: DetailKind
    value: str
    use: Use


class Person(msgspec.Struct, frozen=True):
    """The one person a self-check is about: always the user themselves.

    `region` is an ISO 3166 country code ("GB") and tells how a national phone number is read.
    """

    details: tuple[Detail, ...] = ()
    region: str = "GB"

    def values(self, *kinds: DetailKind) -> tuple[str, ...]:
        """Return the values of these kinds, in the order the person gave them."""
        return tuple(d.value for d in self.details if d.kind in kinds)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the full names, present ones first, then former names and nicknames."""
        return self.values(DetailKind.NAME) + self.values(DetailKind.OTHER_NAME)

    @property
    def date_of_birth(self) -> str:
        """Return the date of birth as ISO 8601 (1985-03-12), or a part (1985, --03-12), or ""."""
        return next(iter(self.values(DetailKind.DATE_OF_BIRTH)), "")


def detail(kind: DetailKind, value: str, use: Use | None = None) -> Detail:
    """Make a Detail with the usual use of its kind, checked and tidied. Raises Trouble."""
    tidy = " ".join(value.split())
    if not tidy:
        raise Trouble(say("This is empty."), say("Type it, or remove the line."), kind.value)
    if len(tidy) > MAX_VALUE:
        raise Trouble(say("This is longer than {most} characters.", most=MAX_VALUE), say("Shorten it."), kind.value)
    if any(ord(c) < 32 or ord(c) == 127 for c in tidy):
        raise Trouble(say("This holds a character that can't be seen."), say("Type it again by hand."), kind.value)
    if kind is DetailKind.DATE_OF_BIRTH:
        tidy = iso_date(tidy)
    if kind is DetailKind.EMAIL and not re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@.]+", tidy):
        raise Trouble(
            say("This does not look like an e-mail address."), say("Write it as name@example.org."), kind.value
        )
    if kind is DetailKind.PHONE and len(re.findall(r"\d", tidy)) < 5:
        raise Trouble(say("This does not look like a phone number."), say("Write it with its digits."), kind.value)
    return Detail(kind, tidy, Use(use) if use else USUAL_USE[kind])


def iso_date(text: str) -> str:
    """Read a date of birth as the person types it (12/03/1985, 1985-03-12, 1985, --03-12) into ISO 8601.

    Day comes before month, as in the UK. Raises Trouble where it is no date.
    """
    trouble = Trouble(
        say("This is not a date we can read."), say("Write it as 12/03/1985, day first."), "date_of_birth"
    )
    if re.fullmatch(r"(19|20)\d\d", text) and int(text) <= date.today().year:
        return text
    year = month = day = ""
    if m := re.fullmatch(r"(\d{4}|-)-(\d{1,2})-(\d{1,2})", text):
        year, month, day = m.groups()
    elif m := re.fullmatch(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})", text):
        day, month, year = m.groups()
    elif m := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?(?:,?\s+(\d{4}))?", text.lower()):
        day, name, year = m.group(1), m.group(2), m.group(3) or "-"
        if name not in MONTHS:
            raise trouble
        month = str(MONTHS[name])
    else:
        raise trouble
    try:
        when = date(int(year) if year != "-" else 2000, int(month), int(day))
    except ValueError:
        raise trouble from None
    if year != "-" and not (when.year >= 1900 and when <= date.today()):
        raise trouble
    return when.isoformat() if year != "-" else f"--{when:%m-%d}"


def region_code(text: str) -> str:
    """Return the ISO 3166 code for `text`; "UK" is what people write for GB. Raises Trouble."""
    code = text.strip().upper()
    if not re.fullmatch(r"[A-Z]{2}", code):
        raise Trouble(say("This is not a country code."), say("Use two letters, such as GB."), "region")
    return "GB" if code == "UK" else code


def person_from_about(about: Mapping[str, Any], where: str = "about.yaml") -> Person:
    """Build a Person from the mapping that about.yaml holds. Raises Trouble naming key and mend."""
    details: list[Detail] = []
    unknown = [str(key) for key in about if key not in _KEYS and key != "region"]
    if unknown:
        raise Trouble(
            say("There is no key {key}.", key=unknown[0]),
            say("The keys are: {keys}.", keys=", ".join([*_KEYS, "region"])),
            where,
        )
    for key, kind in _KEYS.items():
        for number, value in enumerate(_listed(about.get(key)), start=1):
            if isinstance(value, (dict, list, bool)):
                raise Trouble(
                    say("This is not a text."), say("Put it in quotation marks."), f"{where}: {key}, entry {number}"
                )
            try:
                details.append(detail(kind, str(value)))
            except Trouble as t:
                raise Trouble(t.what, t.mend, f"{where}: {key}, entry {number}") from None
    if not any(d.kind is DetailKind.NAME for d in details):
        raise Trouble(say("There is no name."), say("Add names: and under it your own full name."), where)
    try:
        region = region_code(str(about.get("region") or "GB"))
    except Trouble as t:
        raise Trouble(t.what, t.mend, f"{where}: region") from None
    return Person(tuple(dict.fromkeys(details)), region)


def load_about(path: Path) -> Person:
    """Read about.yaml. Raises Trouble naming file, place and mend."""
    where = path.name
    try:
        if path.stat().st_size > MAX_FILE:
            raise Trouble(say("This file is far too large for a few details."), "", where)
        # BaseLoader keeps every value as it was typed: 0770012345 must not become an octal number.
        about = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=yaml.BaseLoader)  # noqa: S506
    except OSError as error:
        raise Trouble(
            say("We could not open this file ({why}).", why=error.strerror or "unknown"),
            say("Check the name and that you may read it."),
            where,
        ) from None
    except UnicodeDecodeError:
        raise Trouble(say("This file is not plain text in UTF-8."), say("Save it as UTF-8."), where) from None
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f"{where}, line {mark.line + 1}" if mark else where
        raise Trouble(
            say("This is not YAML."), say("Check the colons and the spaces at the start of the line."), line
        ) from None
    if not isinstance(about, dict):
        raise Trouble(say("This file holds no keys."), say("Start with names: and your name under it."), where)
    return person_from_about(about, where)


def _listed(value: Any) -> Iterable[Any]:
    if value is None or (isinstance(value, str) and value.strip().lower() in ("", "~", "null")):
        return []
    return value if isinstance(value, list) else [value]
