"""Phone numbers of any country."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.exposure.clues import Clues
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.plain import Plain
from seen_online.exposure.spot import Spot

_RUN = re.compile(r"(?<![\w.,/$£€@%-])(?:\+[ ]?|\()?\d(?:[ ]{0,2}[().-]{0,2}[ ]?\d){6,15}(?![\w%]|[.,/-]\d)")
_CUE = re.compile(r"(?:tel|phone|fax|mobile|mob|cell|call|ring)\w{0,6}[.:]{0,2}[ ]{0,3}$")


def spots(plain: Plain, clues: Clues) -> Iterator[Spot]:
    """Find phone numbers."""
    import phonenumbers

    for match in _RUN.finditer(plain.low):
        written = match[0]
        cued = bool(_CUE.search(plain.low, max(0, match.start() - 20), match.start()))
        for region in ("ZZ",) if written.startswith("+") else (*clues.regions, "US"):
            try:
                number = phonenumbers.parse(written, None if region == "ZZ" else region)
            except phonenumbers.NumberParseException:
                continue
            national = str(number.national_number)
            drama = number.country_code == 44 and national.startswith(("7700900", "1632960"))
            if not drama and not phonenumbers.is_valid_number(number):
                continue
            if written.isdigit() and not cued and not written.startswith("0"):
                continue
            value = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
            yield Spot(FindingKind.PHONE, value, match.start(), match.end(), 0.9)
            break
