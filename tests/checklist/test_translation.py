"""A translation lies beside its original and falls back to it item by item."""

from __future__ import annotations

from pathlib import Path

import pytest

from seen_online.checklist.files import folder, load, read_thing
from seen_online.checklist.item import Checklist
from seen_online.checklist.kinds import translation_of
from seen_online.checklist.letter import Letter
from seen_online.checklist.load import load_letters, load_sites, load_things_to_consider
from seen_online.checklist.site import Site
from seen_online.checklist.validate import validate
from support.checklist_files import write

ORIGINAL = """\
    kind: checklist
    id: at-fellside
    title: At Fellside
    language: en
    sections:
      - id: page
        title: The staff page
        items:
          - id: staff-page
            title: The staff page
            question: Are you happy with it?
            why: It names you.
            how: [Look., Ask.]
            sites: security
          - id: rota
            title: The rota
            question: Is it out of sight?
            why: It names others.
            action: Take it down
    """

WELSH = """\
    id: at-fellside
    language: cy
    title: Yn Fellside
    sections:
      - id: page
        title: Tudalen y staff
        items:
          - id: staff-page
            title: Tudalen y staff
            question: Ydych chi'n hapus?
            why: Mae'n eich enwi.
            how: [Edrychwch.]
          - id: rota
            title: Y rota
    """


def _both(tmp_path: Path, welsh: str = WELSH) -> Path:
    write(tmp_path / "things.cy.yaml", welsh)
    return write(tmp_path / "things.yaml", ORIGINAL)


def _read(original: Path) -> Checklist:
    thing, _ = read_thing(original, translations=(original.with_name("things.cy.yaml"),))
    assert isinstance(thing, Checklist)
    return thing


def test_what_is_whole_is_taken_and_the_rest_stays(tmp_path: Path) -> None:
    merged = _read(_both(tmp_path))
    page, rota = merged.items
    assert (page.question, page.how, page.language) == ("Ydych chi'n hapus?", ("Edrychwch.",), "cy")
    assert page.sites == "security"
    assert (rota.title, rota.question, rota.language) == ("The rota", "Is it out of sight?", "en")
    assert (merged.title, merged.language) == ("Yn Fellside", "cy")
    assert merged.sections[0].language == "cy"


def test_what_is_missing_is_named_with_its_line(tmp_path: Path) -> None:
    _both(tmp_path)
    (problem,) = validate(tmp_path / "things.cy.yaml")
    assert (problem.line, problem.item) == (13, "rota")
    assert problem.mend == "Add action, question, why."


@pytest.mark.parametrize(
    ("was", "becomes", "line", "word"),
    [
        ("id: rota", "id: rotas", 13, "rotas"),
        ("how: [Edrychwch.]", "how: Edrychwch.", 12, "how"),
        ("how: [Edrychwch.]", "how: [Edrychwch.]\n            sites: search", 13, "sites"),
        ("language: cy", "language: pl", 2, "another language"),
        ("title: Y rota", "title: Y rota\n          - id: staff-page", 15, "twice"),
        ("id: rota\n", "id: rota\n            xyz: a\n", 14, "xyz"),
        ("title: Yn Fellside\n", "title: [Yn]\n", 3, "title"),
        ("title: Yn Fellside\n", 'title: ""\n', 3, "empty"),
    ],
)
def test_mistakes_in_a_translation(tmp_path: Path, was: str, becomes: str, line: int, word: str) -> None:
    assert WELSH.count(was) == 1
    original = _both(tmp_path, WELSH.replace(was, becomes))
    said = [(problem.line, problem.what) for problem in validate(tmp_path / "things.cy.yaml")]
    assert any(at == line and word in what for at, what in said), said
    # The original stands whatever its translation is like.
    assert len(_read(original).items) == 2


def test_a_translation_that_is_not_even_yaml(tmp_path: Path) -> None:
    original = _both(tmp_path, "title: [\n")
    assert _read(original) == load(original)
    assert validate(tmp_path / "things.cy.yaml")[0].mend


def test_a_translation_without_its_original(tmp_path: Path) -> None:
    (problem,) = validate(write(tmp_path / "nothing.cy.yaml", WELSH))
    assert "nothing.yaml" in problem.what
    write(tmp_path / "things.yaml", "kind: [\n")
    (problem,) = validate(write(tmp_path / "things.cy.yaml", WELSH))
    assert "things.yaml" in problem.what


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("things-to-consider.cy.yaml", ("things-to-consider.yaml", "cy")),
        ("a.pt-BR.yml", ("a.yml", "pt-BR")),
        ("organisation.example.yaml", None),
        ("things-to-consider.yaml", None),
        (".cy.yaml", None),
    ],
)
def test_names_of_translations(name: str, found: tuple[str, str] | None) -> None:
    assert translation_of(Path(name)) == found


def test_an_organisation_can_translate_ours(tmp_path: Path) -> None:
    welsh = """\
        id: things-to-consider
        sections:
          - id: concerns
            items:
              - id: like-any-complaint
                title: Fel unrhyw gwyn arall
                question: A wyddoch chi?
                why: Yr un drefn. I bawb.
                how: [Disgwyliwch yr un camau.]
        """
    write(tmp_path / "things-to-consider.cy.yaml", welsh)
    assert validate(tmp_path / "things-to-consider.cy.yaml") == []
    ours = load_things_to_consider()
    for language in ("cy", "cy-GB"):
        merged = load_things_to_consider(tmp_path, language)
        translated = [item.id for item in merged.items if item.language == "cy"]
        assert translated == ["like-any-complaint"]
        assert [item.id for item in merged.items] == [item.id for item in ours.items]
        assert {item.language for item in merged.items} == {"cy", "en"}
    assert load_things_to_consider(tmp_path, "pl") == ours


def test_the_more_exact_language_comes_last(tmp_path: Path) -> None:
    for language, title in (("pt", "Rota"), ("pt-BR", "Escala")):
        texts = f"title: {title}\nwhen: x\nto: x\nsubject: x\ntext: x\n"
        write(tmp_path / "letters" / f"a.{language}.yaml", "id: a\n" + texts)
    write(tmp_path / "letters" / "a.yaml", "id: a\ntitle: A\nwhen: w\nto: t\nsubject: s\ntext: t\n")
    found = {tag: load_letters(tmp_path, tag).get("a") for tag in ("pt", "pt-BR", "pt-PT", "cy")}
    assert {tag: letter and letter.title for tag, letter in found.items()} == {
        "pt": "Rota",
        "pt-BR": "Escala",
        "pt-PT": "Rota",
        "cy": "A",
    }


def test_sites_topic_by_topic(tmp_path: Path) -> None:
    write(
        tmp_path / "sites" / "snapchat.cy.yaml",
        "id: snapchat\ntopics:\n  - id: requests\n    title: Ceisiadau\n    steps: [Nid oes rhaid i chi.]\n",
    )
    site = load_sites(tmp_path, "cy").get("snapchat")
    assert isinstance(site, Site)
    requests = site.topic("requests")
    assert requests is not None
    assert (requests.title, requests.language) == ("Ceisiadau", "cy")
    assert {topic.language for topic in site.topics} == {"cy", "en"}
    assert (site.name, site.language) == ("Snapchat", "en")


def test_a_letter_is_translated_whole_with_its_labels(tmp_path: Path) -> None:
    lines = ["id: open-register-opt-out", "title: T", "when: W", "to: I", "subject: S", "after: [Arhoswch.]"]
    lines += ["text: '{today} {council} {your_name} {your_address}'", "blanks:", "  - {name: council, label: Cyngor}"]
    path = write(tmp_path / "letters" / "open-register-opt-out.cy.yaml", "\n".join(lines) + "\n")
    assert validate(path) == []
    letter = load_letters(tmp_path, "cy").get("open-register-opt-out")
    assert isinstance(letter, Letter)
    assert (letter.language, letter.title) == ("cy", "T")
    assert letter.blanks[0].label == "Cyngor"
    assert letter.blanks[0].name == "council"
    write(path, "\n".join(lines).replace("{council}", "{cyngor}"))
    broken = load_letters(tmp_path, "cy")
    assert broken.get("open-register-opt-out") == load_letters().get("open-register-opt-out")
    assert any("cyngor" in problem.what for problem in broken.problems)


def test_ours_are_whole_in_any_language() -> None:
    assert len(load_things_to_consider(language="cy").items) == len(load(folder() / "things-to-consider.yaml").items)
