"""Other ways in which a surname is written: without its apostrophe, as Mc for Mac, one half of a double name."""

from __future__ import annotations

import re

# Behind "Mac" in small letters only what is known to follow it: Macey and Machin are names of their own.
_CLANS = """
    adam alister allister alpine andrew arthur aulay bain beth bride caig callum cann carthy cartney clean cleod clure
    conachie connell corkindale cormack cormick crae culloch daid dermott diarmid donald donnell dougall dowell duff
    elroy ewan ewen fadden fadyen fall farlane fee ghee gill gillivray glashan gowan grath gregor grory guinness guire
    hugh innes intosh intyre isaac ivor kay kechnie kellar kenna kenzie kie kinlay kinley kinnon lachlan laren laughlin
    lay lean lellan lennan leod mahon manus master mahon millan morran namara naughton neil neill nicol nulty phail
    phee pherson quarrie queen quillan rae ritchie taggart tavish vey vicar vitie whinnie
"""
_MAC = re.compile(r"(mac|mc|m')\s?(\w[\w'-]*)", re.IGNORECASE)


def other_surnames(last: str, particles: frozenset[str]) -> list[str]:
    """Return the other spellings of a surname; none for most. `particles` belong to the name behind them."""
    forms = [*_macs(last), *_without_apostrophe(last), *_halves(last, particles)]
    if last.casefold().startswith(("st ", "st. ")):
        forms.append(f"Saint {last.split(maxsplit=1)[1]}")
    return [form for form in dict.fromkeys(forms) if form.casefold() != last.casefold()]


def _macs(last: str) -> list[str]:
    mac = _MAC.fullmatch(last)
    if mac is None:
        return []
    start, rest = mac.groups()
    if not (rest[0].isupper() or start.lower() != "mac" or rest.casefold() in _CLANS.split()):
        return []
    rest = rest[0].upper() + rest[1:]
    return [f"Mac{rest}", f"Mc{rest}"]


def _without_apostrophe(last: str) -> list[str]:
    forms = [last.replace("'", "")] if "'" in last else []
    if irish := re.fullmatch(r"(?:O|Ó) ?([A-ZÁÉÍÓÚ]\w+)", last):
        forms += [f"O'{irish[1]}", f"O{irish[1]}"]
    return forms


def _halves(last: str, particles: frozenset[str]) -> list[str]:
    """Return each half of a double-barrelled name; of one with a particle (Al-Rashid) its name, and both as a word."""
    parts = [part for part in re.split(r"[-‐‑–]", last) if part]
    if len(parts) != 2:
        return []
    if parts[0].casefold() in particles:
        return [parts[1], parts[0] + parts[1].lower()]
    return parts
