"""Which characters the PDF's fonts can draw, and words for those they can't."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

# Fonts come with the program, never from the computer: a note is the same on every machine, and the names of the
# fonts in a file would tell which kind of machine made it. Typst carries four; the packages carry an easily read one
# without serifs, the scripts of many more languages, emoji, and the signs of Chinese, Japanese and Korean.
_PACKAGES = ("manimgx_fonts", "manimgx_fonts_cjk")
# Arabic is drawn by DejaVu and not by Noto: Noto sets the dots of a letter by themselves, and whoever copies the text
# or has it read aloud gets that letter twice.
FAMILIES = ("Noto Sans", "Libertinus Serif", "DejaVu Sans Mono", "Noto Emoji", "Noto Sans CJK SC")

# One picture may take several characters: a base, signs that colour or widen it, others joined on, two for a flag.
_SIGN = "[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
_CLUSTER = re.compile(f"[\U0001f1e6-\U0001f1ff]{{2}}|.{_SIGN}*(?:\u200d.{_SIGN}*)*", re.DOTALL)
# Drawn by the fonts that Typst carries, measured with version 0.15: the letters of European languages and the marks
# that go with them. Anything else is tried.
_SURE = re.compile(
    "[\n\x20-\x7e\xa0-\xac\xae-\u017f\u0391-\u03a1\u03a3-\u03c9\u0410-\u044f\u2010\u2013-\u2015\u2018-\u201e\u2022\u2026\u20ac]*"
)
_MOST = 300  # different characters of one script that are tried; a note with more of them is not meant to be read
_SAMPLE = 6  # of which none can be drawn: then the fonts do not know the script
_UNSEEN = re.compile("[\u200c-\u200f\ufe00-\ufe0f\U000e0020-\U000e007f]")
_FLAG = "\U0001f3f4"


def font_folders() -> list[str]:
    """Return the folders of the fonts that come as packages; none of one that is not installed."""
    found = (find_spec(package) for package in _PACKAGES)
    return [str(Path(place)) for spec in found if spec for place in spec.submodule_search_locations or ()]


def in_words(texts: Iterable[str], draws: Callable[[str], bool]) -> dict[str, str]:
    """Return words for each character (or picture of several) in `texts` that can't be drawn.

    Args:
        texts: all that the file will say.
        draws: tells whether a text can be drawn. It is asked as rarely as possible.
    """
    found = dict.fromkeys(cluster for text in texts if not _SURE.fullmatch(text) for cluster in _CLUSTER.findall(text))
    scripts: dict[str, list[str]] = {}
    for cluster in found:
        if not _SURE.fullmatch(cluster):
            scripts.setdefault(_script(cluster[0]), []).append(cluster)
    return {cluster: _words(cluster) for script in scripts.values() for cluster in _not_drawn(script, draws)}


def pieces(text: str, size: int) -> list[str]:
    """Cut a text into pieces of `size` characters; a picture of several characters is never cut through."""
    clusters = _CLUSTER.findall(text)
    return ["".join(clusters[at : at + size]) for at in range(0, len(clusters), size)]


def put_in_words(text: str, words: dict[str, str]) -> str:
    """Return `text` with words in the place of what can't be drawn."""
    if not words or _SURE.fullmatch(text):
        return text
    return _CLUSTER.sub(lambda match: words.get(match[0], match[0]), text)


def _not_drawn(script: list[str], draws: Callable[[str], bool]) -> list[str]:
    """Return those of a script that can't be drawn; of a script that no font knows all, without trying each."""
    if len(script) > _SAMPLE:
        if _can_draw(script, draws):
            return []
        if len(_undrawn(script[:_SAMPLE], draws)) == _SAMPLE and _script(script[0]):
            return script
    return _undrawn(script[:_MOST], draws) + script[_MOST:]


def _undrawn(clusters: list[str], draws: Callable[[str], bool]) -> list[str]:
    if not clusters or _can_draw(clusters, draws):
        return []
    if len(clusters) == 1:
        return clusters
    half = len(clusters) // 2
    return _undrawn(clusters[:half], draws) + _undrawn(clusters[half:], draws)


def _can_draw(clusters: list[str], draws: Callable[[str], bool]) -> bool:
    # What can't be seen is left out of the trial: beside it Typst forgives a letter that no font has.
    return draws(" ".join(_UNSEEN.sub("", cluster) for cluster in clusters))


def _script(char: str) -> str:
    """Return the first word of a letter's name ("CJK", "HANGUL"), "" for what is no letter, such as emoji."""
    return unicodedata.name(char, "").partition(" ")[0] if unicodedata.category(char) == "Lo" else ""


@lru_cache(maxsize=4096)
def _words(cluster: str) -> str:
    """Return the name of a character in brackets: "[grinning face]", "[flag GB]", "[sign U+65E5]"."""
    first = cluster[0]
    if "\U0001f1e6" <= first <= "\U0001f1ff":
        return f"[flag {''.join(chr(ord(c) - 0x1F1E6 + 65) for c in cluster)}]"
    if first == _FLAG and len(cluster) > 1:
        return f"[flag {''.join(chr(ord(c) - 0xE0000) for c in cluster[1:-1]).upper()}]"
    if unicodedata.category(first) in ("Mn", "Me", "Mc", "Cf"):
        return ""
    name = unicodedata.name(first, "").lower()
    if not name or "ideograph" in name or "syllable" in name:
        return f"[sign U+{ord(first):04X}]"
    return f"[{name}]"
