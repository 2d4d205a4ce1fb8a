"""The checklists read at an age of ten to twelve, measured over every text a person reads.

The Automated Readability Index and that of Coleman and Liau give a school grade (UK reading age is about five years
more) from the lengths of words and sentences alone. The grades by syllable need a dictionary that textstat fetches
from the web. The employer's example is left out: it holds little but the names of an employer's documents.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import textstat

from seen_online.checklist.files import folder, read_thing
from seen_online.checklist.texts import texts_of

WHOLE = 6.0  # grade of all text, and of every file: age eleven
ENTRY = 7.5  # of one entry, whose few sentences swing more: age twelve and a half
SHORT = ("title", "label", "hint", "to", "subject", "action")
FEW = 40  # words; below that a grade says nothing

HARD = (
    "Notwithstanding the aforementioned obligations, employees demonstrating inappropriate behaviours in contravention "
    "of organisational confidentiality requirements may consequently be subjected to disciplinary proceedings."
)


def _files() -> list[str]:
    ours = folder()
    return sorted(str(path.relative_to(ours)) for path in ours.rglob("*.yaml") if path.stem != "organisation.example")


def _entries(name: str, *, short: bool = True) -> Iterator[tuple[str, str]]:
    """Yield each entry's text; without the `short` ones, which count as sentences and so make all look easier."""
    thing, problems = read_thing(folder() / name)
    assert thing is not None, problems
    texts: dict[str, list[str]] = {}
    for entry, field, text in texts_of(thing):
        if field in SHORT and not short:
            continue
        # A title or a label is read as a sentence; an arrow between two menus as a comma.
        sentence = " ".join(text.replace("→", ",").split())
        texts.setdefault(entry, []).append(sentence if sentence[-1] in ".?!:" else sentence + ".")
    for entry, sentences in texts.items():
        yield entry, " ".join(sentences)


def _grade(text: str) -> float:
    return textstat.automated_readability_index(text)


@pytest.mark.parametrize("short", [True, False], ids=["with titles", "sentences alone"])
def test_all_of_it(*, short: bool) -> None:
    text = " ".join(text for name in _files() for _, text in _entries(name, short=short))
    assert len(text.split()) > 5000
    assert _grade(text) <= WHOLE
    assert textstat.coleman_liau_index(text) <= WHOLE


@pytest.mark.parametrize("name", _files())
def test_each_file(name: str) -> None:
    assert _grade(" ".join(text for _, text in _entries(name))) <= WHOLE


@pytest.mark.parametrize("name", _files())
def test_each_entry(name: str) -> None:
    graded = {entry: _grade(text) for entry, text in _entries(name) if len(text.split()) >= FEW}
    assert {entry: round(grade, 1) for entry, grade in graded.items() if grade > ENTRY} == {}


def test_the_measure_tells_hard_from_plain() -> None:
    assert _grade(HARD) > 2 * ENTRY
    assert _grade("Take your phone number off the page. Then sign out and look again.") < WHOLE


def test_no_scare_words() -> None:
    text = " ".join(text for name in _files() for _, text in _entries(name)).casefold()
    scary = ("sacked", "dismissed", "disciplinary", "criminals", "predator", "hackers", "warning", "danger", "victim")
    assert [word for word in scary if word in text] == []
