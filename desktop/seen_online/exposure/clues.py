"""What a page itself tells about the country it is from."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

import msgspec

from seen_online.exposure.language import guess
from seen_online.exposure.plain import Plain, places
from seen_online.exposure.postcode_places import postcode_places
from seen_online.person import Person
from seen_online.reading.page import Page

# A language that is spoken mainly in these countries; English says nothing.
_LANGUAGE_REGIONS = {
    "ar": ("SA", "EG", "AE"), "az": ("AZ",), "be": ("BY",), "bg": ("BG",), "bn": ("BD", "IN"), "bs": ("BA",),
    "ca": ("ES",), "cs": ("CZ",), "cy": ("GB",), "da": ("DK",), "de": ("DE", "AT", "CH"), "el": ("GR",),
    "es": ("ES", "MX", "AR"), "et": ("EE",), "eu": ("ES",), "fa": ("IR",), "fi": ("FI",), "fil": ("PH",),
    "fr": ("FR", "BE", "CH"), "ga": ("IE",), "gd": ("GB",), "gl": ("ES",), "he": ("IL",), "hi": ("IN",),
    "hr": ("HR",), "hu": ("HU",), "hy": ("AM",), "id": ("ID",), "is": ("IS",), "it": ("IT", "CH"), "ja": ("JP",),
    "ka": ("GE",), "kk": ("KZ",), "ko": ("KR",), "lt": ("LT",), "lv": ("LV",), "mk": ("MK",), "ms": ("MY",),
    "mt": ("MT",), "nb": ("NO",), "ne": ("NP",), "nl": ("NL", "BE"), "nn": ("NO",), "no": ("NO",), "pl": ("PL",),
    "pt": ("PT", "BR"), "ro": ("RO",), "ru": ("RU", "BY"), "sk": ("SK",), "sl": ("SI",), "sq": ("AL",),
    "sr": ("RS",), "sv": ("SE", "FI"), "sw": ("KE", "TZ"), "ta": ("IN", "LK"), "th": ("TH",), "tl": ("PH",),
    "tr": ("TR",), "uk": ("UA",), "ur": ("PK",), "vi": ("VN",), "zh": ("CN", "TW", "HK"),
}  # fmt: skip
# Top-level domains that are sold to the whole world though they belong to a country.
_SOLD_WORDS = "ai cc co fm gg io la me ly to tv ws"
_SOLD = frozenset(_SOLD_WORDS.split())
_AMERICAN = frozenset({"edu", "gov", "mil"})
_HOST = re.compile(r"[a-z0-9.-]{1,80}\.([a-z]{2})(?![\w.-])")


class Clues(msgspec.Struct, frozen=True):
    """Hints for reading numbers and dates.

    `regions` holds ISO 3166 codes, the likeliest first: the page's address, then its language, then the person's
    own. `page_regions` holds those that the page itself gives. `links` holds where reading wrote down what links hold:
    a number there was behind a tel: link. `home` is the person's own region. `postcodes` holds where UK
    postcodes begin.
    """

    page_regions: tuple[str, ...] = ()
    regions: tuple[str, ...] = ("GB",)
    home: str = "GB"
    links: tuple[tuple[int, int], ...] = ()
    postcodes: tuple[int, ...] = ()

    def in_link(self, offset: int) -> bool:
        """Tell whether the character at `offset` of the plain text stands in what reading wrote down of links."""
        return any(start <= offset < end for start, end in self.links)


def read_clues(page: Page, plain: Plain, person: Person | None) -> Clues:
    """Gather the hints that a page and the person give."""
    found = [*_of_address(page.url), *_of_language(page.language or guess(plain.low)), *_of_addresses_in(plain.low)]
    home = person.region if person else "GB"
    # Parts count characters of the page; where some were dropped from the plain text the two no longer agree.
    links = () if plain.gone else tuple((part.start, part.end) for part in page.parts if part.where == "link")[:50]
    return Clues(tuple(dict.fromkeys(found)), tuple(dict.fromkeys([*found, home])), home, links, postcode_places(plain))


def _of_address(url: str) -> list[str]:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return []
    end = host.rpartition(".")[2]
    if end in _AMERICAN:
        return ["US"]
    if end == "uk":
        return ["GB"]
    return [end.upper()] if re.fullmatch(r"[a-z]{2}", end) and end not in _SOLD else []


def _of_addresses_in(low: str) -> list[str]:
    """Return the countries of the e-mail and web addresses in the text, the commonest first."""
    ends: Counter[str] = Counter()
    for mark in ("@", "www."):
        for place in places(low, mark):
            if match := _HOST.match(low, place + len(mark)):
                ends[match[1]] += 1
    return [region for end, _ in ends.most_common(3) for region in _of_address(f"http://x.{end}")]


def _of_language(language: str) -> list[str]:
    parts = re.split(r"[-_]", language)
    regions = [part.upper() for part in parts[1:] if re.fullmatch(r"[A-Za-z]{2}", part)]
    return regions + list(_LANGUAGE_REGIONS.get(parts[0].lower(), ()))
