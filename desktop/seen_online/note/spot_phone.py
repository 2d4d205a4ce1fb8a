"""Phone numbers in any spelling: spaces, dots, dashes, brackets, +44 or 0, the letter O for a nought."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from seen_online.note.secrets import Secret
from seen_online.note.span import Span

_RUN = re.compile(r"[0-9](?:[\W_]{0,3}[0-9])*+")
_TIGHT = re.compile(r"[0-9](?:[ .-]?[0-9])*+")
_LOOKALIKE = re.compile(r"[ol]*[0-9][0-9ol]*")
_LOCAL = range(6, 10)  # digits that are dialled within one town; fewer say nothing
_BEFORE = "+("


class PhoneSpotter:
    """Finds the phone numbers among `secrets` in folded texts."""

    def __init__(self, secrets: Iterable[Secret]) -> None:
        self._whole: dict[str, Secret] = {}
        self._local: dict[str, Secret] = {}
        self._prefixes: dict[str, tuple[str, ...]] = {}
        for secret in secrets:
            if secret.kind != "phone":
                continue
            code, number = _parts(secret.value)
            if not number:
                continue
            self._whole.setdefault(number, secret)
            self._prefixes[number] = _prefixes(code)
            for length in _LOCAL:
                if length < len(number):
                    self._local.setdefault(number[-length:], secret)
        self._lengths = sorted({len(number) for number in self._whole}, reverse=True)

    def spans(self, text: str) -> Iterator[Span]:
        """Return where the numbers stand in a folded text."""
        if not self._whole:
            return
        text = _LOOKALIKE.sub(lambda m: m[0].replace("o", "0").replace("l", "1"), text)
        for run in _RUN.finditer(text):
            places = [place for place in range(run.start(), run.end()) if text[place].isdigit()]
            yield from self._in_run(text, places)
        for run in _TIGHT.finditer(text):
            digits = "".join(c for c in run[0] if c.isdigit())
            secret = self._local.get(digits)
            if secret is not None:
                yield Span(run.start(), run.end(), secret, secret.masked_in_text)

    def _in_run(self, text: str, places: list[int]) -> Iterator[Span]:
        digits = "".join(text[place] for place in places)
        at = 0
        while at < len(digits):
            number = next((n for size in self._lengths if (n := digits[at : at + size]) in self._whole), None)
            if number is None or not self._fits(number, digits, at):
                at += 1
                continue
            prefix = next((p for p in self._prefixes[number] if digits[:at].endswith(p)), "")
            start = places[at - len(prefix)]
            while start and text[start - 1] in _BEFORE:
                start -= 1
            yield Span(start, places[at + len(number) - 1] + 1, self._whole[number], self._whole[number].masked_in_text)
            at += len(number)

    def _fits(self, number: str, digits: str, at: int) -> bool:
        """Tell whether the match may stand: a very short number only where nothing but a 0 is beside it."""
        return len(number) >= _LOCAL.start or (at + len(number) == len(digits) and digits[:at] in ("", "0"))


def _parts(value: str) -> tuple[str, str]:
    """Return calling code and national number, digits only."""
    import phonenumbers

    try:
        number = phonenumbers.parse(value, None)
    except phonenumbers.NumberParseException:
        return "", "".join(c for c in value if c.isdigit()).lstrip("0")
    return str(number.country_code), phonenumbers.national_significant_number(number)


def _prefixes(code: str) -> tuple[str, ...]:
    """Return what may stand before the national number, the longest first."""
    return (f"011{code}", f"00{code}0", f"00{code}", f"{code}0", code, "0") if code else ("0",)
