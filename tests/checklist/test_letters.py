"""Letters are filled as text and never given out with a blank in them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seen_online.checklist.letter import Blank, Letter
from seen_online.checklist.letters import blanks_left, fill, known_values, ready
from seen_online.checklist.load import load_letters
from seen_online.trouble import Trouble

LETTER = Letter(
    "a",
    "A letter",
    "Now and then.",
    "Somebody",
    "About {page}",
    "Dear {friend},\nplease look at {page}.\nNumber: {number}\n{friend}, thank you.\n",
    (
        Blank("friend", "Your friend's name", "Sam"),
        Blank("page", "The page", known="page.url"),
        Blank("number", "Number", optional=True),
    ),
)
FULL = {"friend": "Nia", "page": "https://club.example/team"}


def test_a_filled_letter_is_ready() -> None:
    whole = ready(fill(LETTER, FULL))
    assert whole.subject == "About https://club.example/team"
    assert whole.text == "Dear Nia,\nplease look at https://club.example/team.\nNia, thank you.\n"
    assert ready(fill(LETTER, {**FULL, "number": "12"})).text.splitlines()[2] == "Number: 12"


def test_it_is_refused_while_a_blank_is_left() -> None:
    filled = fill(LETTER, {"page": "https://club.example/"})
    assert [blank.name for blank in filled.left] == ["friend"]
    with pytest.raises(Trouble) as caught:
        ready(filled)
    assert "Your friend's name" in caught.value.mend
    assert caught.value.where == "A letter"


def test_the_preview_shows_where_a_blank_is() -> None:
    filled = fill(LETTER, {"page": "here"})
    assert [(piece.text, piece.blank) for piece in filled.text] == [
        ("Dear ", ""),
        ("", "friend"),
        (",\nplease look at here.\n", ""),
        ("", "friend"),
        (", thank you.\n", ""),
    ]


@pytest.mark.parametrize(
    "nothing",
    ["", "  \n", "XXXXXX", "xx", "...", "____", "-- --", "???", "[Your friend's name]", "your friend's name", "Sam",
     "<friend>", "{friend}", "\u200b\u200b", "\u202e"],
)  # fmt: skip
def test_what_says_nothing_fills_no_blank(nothing: str) -> None:
    values = {**FULL, "friend": nothing}
    assert [blank.name for blank in blanks_left(LETTER, values)] == ["friend"]
    with pytest.raises(Trouble):
        ready(fill(LETTER, values))


@pytest.mark.parametrize("name", ["Xi", "Łukasz Żak", "Siân", "محمد", "X Æ", "O'Neil-Smith", "👩‍⚕️ Nia"])
def test_real_names_fill_a_blank(name: str) -> None:
    assert name in ready(fill(LETTER, {**FULL, "friend": name})).text


def test_values_are_never_templates() -> None:
    values = {"friend": "{page} {friend.__class__} %s {{x}}", "page": "{number}"}
    text = ready(fill(LETTER, values)).text
    assert text.startswith("Dear {page} {friend.__class__} %s {{x}},\nplease look at {number}.\n")


def test_a_value_cannot_begin_a_header_in_the_subject() -> None:
    filled = ready(fill(LETTER, {**FULL, "page": "x\r\nBcc: all@example.org"}))
    assert filled.subject == "About x Bcc: all@example.org"
    assert "\r" not in filled.text


@pytest.mark.parametrize("values", [{}, {"nobody": "Nia"}])
def test_a_letter_whose_blank_is_not_listed_is_refused_too(values: dict[str, str]) -> None:
    letter = Letter("a", "A", "w", "t", "s", "Dear {nobody}")
    with pytest.raises(Trouble) as caught:
        ready(fill(letter, values))
    assert "nobody" in caught.value.mend


def test_known_values_are_offered() -> None:
    known = {"page.url": "https://club.example/", "person.name": "Nia Ashworth", "today": ""}
    assert known_values(LETTER, known) == {"page": "https://club.example/"}


@given(st.dictionaries(st.sampled_from(["friend", "page", "number"]), st.text(max_size=30)))
def test_no_letter_ever_leaves_with_a_blank(values: dict[str, str]) -> None:
    filled = fill(LETTER, values)
    if blanks_left(LETTER, values):
        with pytest.raises(Trouble):
            ready(filled)
        return
    whole = ready(filled)
    assert "\n" not in whole.subject
    given = "".join(values.values())
    for name in ("friend", "page", "number"):
        assert "{" + name + "}" not in whole.text or "{" in given


@pytest.mark.parametrize("letter", load_letters().values, ids=lambda letter: letter.id)
def test_our_letters_can_be_filled_whole(letter: Letter) -> None:
    with pytest.raises(Trouble):
        ready(fill(letter, {}))
    required = {blank.name: f"Value of {blank.name}" for blank in letter.blanks if not blank.optional}
    for name in required:
        assert blanks_left(letter, {**required, name: ""})
    whole = ready(fill(letter, required))
    assert all(value in whole.subject + whole.text for value in required.values())
    assert not re.search(r"[{}]", whole.subject + whole.text)
    assert not re.search(r"\n\n\n", whole.text)


def test_the_gdpr_letter_asks_for_an_answer_within_a_month() -> None:
    letter = load_letters().get("uk-gdpr-erasure")
    assert letter is not None
    assert "Article 17" in letter.text
    assert "within one month" in letter.text
    without = ready(fill(letter, {blank.name: "It" + blank.name for blank in letter.blanks if not blank.optional}))
    assert "My reference" not in without.text
