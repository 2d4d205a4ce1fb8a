"""The spellings in which phone numbers, e-mail and postal addresses stand on the web."""

from __future__ import annotations

import re

_POSTCODE = re.compile(r"\b([A-Z]{1,2}[0-9][0-9A-Z]?) ?([0-9][A-Z]{2})\b", re.IGNORECASE)
_STREETS = {
    "road": "Rd",
    "street": "St",
    "avenue": "Ave",
    "lane": "Ln",
    "drive": "Dr",
    "close": "Cl",
    "court": "Ct",
    "crescent": "Cres",
    "gardens": "Gdns",
    "place": "Pl",
    "square": "Sq",
    "terrace": "Terr",
    "grove": "Gr",
    "park": "Pk",
}


def phone_spellings(number: str, region: str) -> list[str]:
    """Return a phone number as people write it, the usual way first: 07700 900123, 07700900123, +44 7700 900123."""
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return [number]
    forms = phonenumbers.PhoneNumberFormat
    national = phonenumbers.format_number(parsed, forms.NATIONAL)
    abroad = phonenumbers.format_number(parsed, forms.INTERNATIONAL)
    plain = re.sub(r"[()-]", "", national)
    spelled = [" ".join(plain.split()), re.sub(r"\D", "", national), abroad, abroad.replace(" ", "")]
    if region == "GB" and parsed.country_code == 44:
        digits = re.sub(r"\D", "", national)
        rest = abroad.partition(" ")[2]
        spelled += [f"+44 (0){rest}", f"0044 {rest}"]
        if len(digits) == 11:
            spelled.append(f"{digits[:5]} {digits[5:8]} {digits[8:]}")
    return list(dict.fromkeys(spelled))


def email_spellings(email: str) -> list[str]:
    """Return an e-mail address as it is, and as people write it to hide it from machines."""
    email = email.lower()
    name, _, domain = email.partition("@")
    return [email, f"{name} at {domain.replace('.', ' dot ')}", f"{name} [at] {domain}"]


def address_spellings(address: str) -> list[str]:
    """Return searches for a postal address: house and street (with the usual short form), and the postcode."""
    postcode = _POSTCODE.search(address)
    rest = (address[: postcode.start()] + address[postcode.end() :] if postcode else address).strip(" ,")
    parts = [part.strip() for part in rest.split(",") if part.strip()]
    found: list[str] = []
    rooms = [part for part in parts if re.match(r"(?:flat|unit|apt|apartment|room)\b", part, re.IGNORECASE)]
    places = [part for part in parts if part not in rooms]
    street = next((part for part in places if part[0].isdigit()), places[0] if len(places) > 1 else "")
    towns = [part for part in places if part != street]
    if street:
        town = f" {towns[-1]}" if towns else ""
        found.extend(f'"{form}"{town}' for form in dict.fromkeys([street, _other_way(street)]))
    elif rest:
        found.append(f'"{rest}"')
    if postcode:
        house = f" {street.split()[0]}" if street[:1].isdigit() else ""
        found += [f'"{postcode[1]}{gap}{postcode[2]}"'.upper() + house for gap in (" ", "")]
    return found


def _other_way(street: str) -> str:
    """Write the last word short where it is long, and long where it is short."""
    *before, last = street.split()
    short = {written.lower(): word.capitalize() for word, written in _STREETS.items()}
    return " ".join([*before, (_STREETS | short).get(last.lower().rstrip("."), last)])
