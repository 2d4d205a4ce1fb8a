"""Fuzzes the finders for as long as it is told. Whatever breaks a promise of `exposure.find` ends it with the input.

    python tests/benchmarks/fuzz_exposure.py [--minutes N] [--slow SECONDS] [--corpus DIR]

With atheris (pip install atheris, in an environment of its own) the inputs follow the code's branches; without it they
are random changes of made-up pages. An input's first byte tells whose check it is and where its text is cut in two:
the first part is what the person typed about themselves, the second the page.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.baits import PIECES
from seen_online.person import Detail, DetailKind, Person, Use

try:
    import atheris  # type: ignore[import-not-found]
except ImportError:
    atheris = None

with atheris.instrument_imports(include=["seen_online.exposure"]) if atheris else contextlib.nullcontext():
    import seen_online.exposure.finder
    import seen_online.exposure.own_elsewhere  # noqa: F401
    from seen_online.exposure import find
    from seen_online.exposure.combination import possibilities
    from seen_online.exposure.finding import FindingKind, Whose
    from seen_online.reading.page import Page, Part

JANE = Person(
    details=tuple(
        Detail(kind=kind, value=value, use=Use.COMPARE)
        for kind, value in (
            (DetailKind.NAME, "Jane Doe"),
            (DetailKind.OTHER_NAME, "Zoë O'Neill-Müller"),
            (DetailKind.DATE_OF_BIRTH, "1985-03-12"),
            (DetailKind.EMAIL, "jane.doe@example.org"),
            (DetailKind.PHONE, "07700 900123"),
            (DetailKind.ADDRESS, "12 High Street, Carlisle CA1 2AB"),
            (DetailKind.PLACE, "Carlisle, Cumbria"),
            (DetailKind.WORKPLACE, "Sunrise Care Home Ltd"),
            (DetailKind.USERNAME, "janed85"),
        )
    ),
)
SEEDS = (
    "Jane Doe, 12 High Street, Carlisle CA1 2AB. Tel 07700 900123 or +44 1632 960 123, jane (at) example dot org",
    "Born on 12 March 1985 in Leeds. DOB 12/03/85. Happy birthday! 1985-03-12 (12 March 1985 - ) aged 40 (as of 2025)",
    "Zoë Müller works at Sunrise Care Home as a nurse. www.facebook.com/jane.doe?x @janed85 user name: janed85",
    "document.write('jane'+'@'+'example.org') gro.elpmaxe@enaj j-a-n-e-@-e-x.o-r-g hide('example.org','jane')",
    "54.8951, -2.9382 54°53'42\"N 2°56'18\"W lives in Carlisle, Cumbria. location: Aldby\u202e 1-800-EXAMPLE\u0301",
    "45, rue Neuve 75001 Paris. Hauptstraße 5, 10115 Berlin. Via Roma 5, 00100 Roma. ul. Nowa 3/4, 00-001 Warszawa",
    "né le 12 mars 1985 · geboren am 12. März 1985 · nacido el 12 de marzo de 1985 · 生年月日 1985年3月12日",
)
_PARTS = ("text", "data", "link", "comment", "hidden")


def one(data: bytes, slow: float) -> None:
    """Find in one input; raise where a promise is broken."""
    if len(data) < 3:
        return
    how, cut = data[0], data[1]
    text = (
        data[2:].decode("utf-8", "surrogateescape" if how & 1 else "replace") if how & 2 else data[2:].decode("latin-1")
    )
    about, text = (text[:cut], text[cut:]) if how & 4 else ("", text)
    person = _person(about) if how & 4 else JANE if how & 8 else None
    middle = len(text) // 2
    page = Page(
        text=text,
        url=f"https://www.example.{'co.uk' if how & 16 else 'org'}/{about[:9]}",
        language=("", "de", "en-GB", about[:5])[how >> 5 & 3],
        parts=(Part(0, middle, _PARTS[how % 5]), Part(middle, len(text), _PARTS[cut % 5])) if how & 128 else (),
    )
    start = time.process_time()
    found = find(page, person)
    took = time.process_time() - start
    assert took < slow, f"{len(text)} characters took {took:.2f} s"
    last = 0
    for finding in found:
        assert 0 <= finding.start < finding.end <= len(text), "offsets"
        assert last <= finding.start, "order"
        assert finding.shown == text[finding.start : finding.end], "shown"
        assert finding.value, "no value"
        assert finding.kind in FindingKind
        assert 0 < finding.sure <= 1, "sure"
        assert person or finding.whose is Whose.OTHER, "whose"
        last = finding.start
    if person:
        possibilities({"a": found, "b": found[::2]}, person)


def _person(about: str) -> Person:
    """A person whose details are whatever the fuzzer typed."""
    kinds = list(DetailKind)
    typed = [word for word in about.split("\n") if word]
    details = tuple(
        Detail(kind=kinds[number % len(kinds)], value=value, use=Use.COMPARE) for number, value in enumerate(typed)
    )
    return Person(details)


def seeds() -> list[bytes]:
    """Return one input for each seed and each way to read it."""
    texts = [*SEEDS, *(f"{a}{b}{a}" for a, b in zip(PIECES, PIECES[7:], strict=False))]
    about = "Jane Doe\nDoe\nCarlisle\nSunrise Care\njaned85\njane@example.org\n07700 900123\n12 High Street CA1 2AB\n1985-03-12\n"
    made = [bytes([2 | 8, 0]) + text.encode() for text in texts]
    made += [bytes([2 | 4 | 128, len(about)]) + (about + text).encode() for text in SEEDS]
    return [*made, *(bytes([2 | 16 | 32, 0]) + text.encode() for text in SEEDS)]


def changed(data: bytes, chance: random.Random) -> bytes:
    """`data` with some changes: a bait put in, stretches doubled, left out, or taken from elsewhere."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 10)):
        at = chance.randrange(2, len(out) + 1)
        size = chance.choice((1, 1, 2, 5, 20, 120))
        match chance.randrange(6):
            case 0:
                out[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del out[at : at + size]
            case 2:
                out[at:at] = out[at : at + size] * chance.choice((1, 2, 40))
            case 3:
                out[at:at] = chance.choice(PIECES).encode() * chance.choice((1, 1, 3, 60))
            case 4:
                other = chance.choice(SEEDS).encode()
                start = chance.randrange(len(other))
                out[at:at] = other[start : start + size]
            case _:
                out[chance.randrange(2)] = chance.randrange(256)
    return bytes(out[:20_000])


def at_random(seconds: float, slow: float) -> None:
    """Find in random changes until the time is over."""
    number = random.SystemRandom().randrange(1 << 32)
    chance = random.Random(number)
    start, count, data, made = time.monotonic(), 0, b"", seeds()
    try:
        while time.monotonic() - start < seconds:
            data = changed(chance.choice(made), chance)
            one(data, slow)
            count += 1
    except Exception:
        kept = Path(tempfile.gettempdir(), "fuzz_exposure.input")
        kept.write_bytes(data)
        print(f"seed {number}, input {count}: kept as {kept}")
        raise
    print(f"{count} inputs in {seconds / 60:.1f} minutes (seed {number})")


def by_branches(seconds: float, slow: float, corpus: Path) -> None:
    """Let atheris choose the inputs."""
    for number, data in enumerate(seeds()):
        (corpus / f"seed-{number}").write_bytes(data)
    words = corpus.with_suffix(".dict")
    words.write_text("".join(f'"{_escaped(piece)}"\n' for piece in PIECES))
    chance = random.Random(1)

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        chance.seed(seed)
        grown = changed(data.ljust(3), chance) if chance.random() < 0.5 else atheris.Mutate(data, most)
        return grown[:most]

    limits = [f"-max_total_time={int(seconds)}", "-max_len=8000", "-timeout=30", "-rss_limit_mb=1500"]
    atheris.Setup(
        [sys.argv[0], str(corpus), f"-dict={words}", f"-artifact_prefix={corpus}-", *limits],
        lambda data: one(data, slow),
        custom_mutator=mutate,
    )
    atheris.Fuzz()


def _escaped(piece: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in piece.encode())


def main() -> None:
    """Fuzz."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--minutes", type=float, default=5)
    arguments.add_argument("--slow", type=float, default=2.0, help="seconds of computing that no input may take")
    arguments.add_argument("--corpus", type=Path, help="a folder to keep inputs in between runs")
    options = arguments.parse_args()
    if not atheris:
        at_random(options.minutes * 60, options.slow)
        return
    corpus = options.corpus or Path(tempfile.mkdtemp(prefix="fuzz-exposure-"))
    corpus.mkdir(exist_ok=True)
    by_branches(options.minutes * 60, options.slow, corpus)


if __name__ == "__main__":
    main()
