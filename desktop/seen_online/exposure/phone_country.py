"""Which country a number is dialled in, and whether it exists there."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import msgspec

from seen_online.exposure.phone_run import Run

# Numbers that Ofcom keeps for drama: real in form, given to nobody, refused as invalid by phonenumbers.
_DRAMA = re.compile(
    r"(?:7700900|1632960)\d{3}|(?:11[3-8]|121|131|141|151|161)496\d{4}|191498\d{4}|2079460\d{3}|(?:2890180|2896496|2920180)\d{3}"
    r"|3069990\d{3}|808157\d{4}|909879\d{4}"
)
# The form that all of the North American plan has: no 0 or 1 in front, nothing like 911 or 411.
_NANP = re.compile(r"1?[2-9](?!11|9\d)\d\d[2-9](?!11)\d{6}")
# Where no page tells a country: many people, many spellings, a leading 0.
_WIDE_WORDS = (
    "GB DE FR IT NL BE AT CH SE IE AU NZ ZA IN JP KR CN TW TR RO BG HR RS UA IL EG TH MY ID PH VN BR AR FI NG KE PK"
)
_WIDE = tuple(_WIDE_WORDS.split())


class Reading(msgspec.Struct, frozen=True):
    """A number read under one country. `fits` tells that it is grouped as that country groups it."""

    value: str
    region: str
    fits: bool


def international(run: Run, *, lenient: bool = False) -> Reading | None:
    """Read a run that names its country: +44…, 0044…, 011 44…. With `lenient` a right length is enough."""
    for written in filter(None, (_without_inner_zero(run), run.digits)):
        digits = written.removeprefix("00") if run.plus else re.sub(r"\A(?:00|011)", "", written)
        if found := _read(f"+{digits}", None, run, lenient=lenient):
            return found
    return None


def _without_inner_zero(run: Run) -> str:
    """Return the digits of a run without what only those at home dial, +36 (06) 20 123 4567, or "" where none is."""
    for place in range(1, min(3, len(run.groups) - 1)):
        inner = run.groups[place] in ("0", "06", "8")
        if inner and "(" in run.gaps[place] and ")" in run.gaps[place + 1]:
            return "".join(run.groups[:place] + run.groups[place + 1 :])
    return ""


def foreign(run: Run) -> Reading | None:
    """Read a run with + and a country that doesn't exist, where a label calls it a phone: people mistype codes."""
    digits = run.digits.removeprefix("00")
    return Reading(f"+{digits}", "", False) if 8 <= len(digits) <= 15 else None


def north_american(run: Run, *, any_grouping: bool = False) -> Reading | None:
    """Read a run as a number of the North American plan, which is grouped 3-3-4 the continent over."""
    if not _NANP.fullmatch(run.digits):
        return None
    if any_grouping:
        return Reading(f"+1{run.digits[-10:]}", "US", False)
    for groups in (run.groups, run.marked_groups):
        sizes = [len(group) for group in groups]
        if sizes[:1] == [1]:
            sizes = sizes[1:]
        if sizes == [3, 3, 4] or (sizes == [3, 7] and ")" in "".join(run.gaps)):
            return Reading(f"+1{run.digits[-10:]}", "US", True)
    return None


def local_american(run: Run, area: str) -> Reading | None:
    """Read seven digits under the area code of the number before them: (202) 555-0143 or 555-0144."""
    if [len(group) for group in run.groups] != [3, 4] or not _NANP.fullmatch(area + run.digits):
        return None
    return Reading(f"+1{area}{run.digits}", "US", True)


def national(run: Run, region: str, *, trunkless: bool = False) -> Reading | None:
    """Read a run as it is dialled inside `region`, with the leading 0 where that country writes one.

    With `trunkless` that 0 may be left out where the rest is grouped as usual or not at all: 98765 43210 for
    098765 43210, and what a spreadsheet makes of it, 9876543210.
    """
    if not trunkless and run.digits[0] != "0" and _writes_zero(region):
        return None
    return _read(run.digits, region, run, trunkless=trunkless)


def anywhere(run: Run, *, any_grouping: bool) -> Reading | None:
    """Read a run that starts with 0 under the first country whose way of grouping it fits.

    With `any_grouping` the first country where it exists will do when none groups it so.
    """
    readings = [found for region in _WIDE if (found := national(run, region))]
    fitting = [found for found in readings if found.fits]
    return next(iter(fitting or (readings if any_grouping else ())), None)


@lru_cache(maxsize=1)
def _library() -> Any:  # slow to load, so its type isn't named
    """Return the phonenumbers library, told to keep the patterns of the countries it has met."""
    import phonenumbers

    keep = getattr(phonenumbers, "enable_pattern_cache", None)  # a switch that older releases don't have
    if keep:
        keep()
    return phonenumbers


@lru_cache(maxsize=64)
def _writes_zero(region: str) -> bool:
    """Tell whether every number of a country is written with a 0 in front at home: it spares reading those without."""
    known = _library().PhoneMetadata.metadata_for_region(region)
    rules = [form.national_prefix_formatting_rule or "" for form in known.number_format] if known else []
    return bool(rules) and all(rule.lstrip("(").startswith("0") for rule in rules)


def _read(
    digits: str, region: str | None, run: Run, *, lenient: bool = False, trunkless: bool = False
) -> Reading | None:
    phonenumbers = _library()
    try:
        number = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return None
    drama = number.country_code == 44 and _DRAMA.fullmatch(str(number.national_number))
    exists = phonenumbers.is_possible_number if lenient else phonenumbers.is_valid_number
    if not drama and not exists(number):
        return None
    usual = re.findall(r"\d+", phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL))
    without = bool(region and usual and usual[0].startswith("0") and not run.digits.startswith("0"))
    if without:
        usual[0] = usual[0].removeprefix("0")
        if not trunkless or len(usual) < 2 or list(run.groups) not in (usual, ["".join(usual)]):
            return None
    value = f"+{number.country_code}{phonenumbers.national_significant_number(number)}"
    code = region or phonenumbers.region_code_for_number(number) or "GB"
    return Reading(value, "GB" if drama else code, without or _fits(usual, str(number.country_code), run))


def _fits(usual: list[str], country: str, run: Run) -> bool:
    """Tell whether a run is grouped as its country usually groups it, with or without the country in front."""
    groups = list(run.groups)
    if len(groups) < 2:
        return False
    if groups[0] == country:
        groups = groups[1:]
        if groups and usual and usual[0] == "0" + groups[0]:
            groups[0] = usual[0]
    return groups == usual
