from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from seen_online.exposure.plain import make_plain, places


def test_accents_odd_spaces_and_dashes_become_plain() -> None:
    plain = make_plain("Zoë Müller\u00a0–\u2009‘Łódź’ ١٢")
    assert plain.text == "Zoe Muller - 'Lodz' 12"
    assert plain.low == "zoe muller - 'lodz' 12"


def test_letters_that_grow_when_made_small_keep_their_place() -> None:
    plain = make_plain("İSTANBUL 7")
    assert len(plain.low) == len(plain.text)


def test_unseen_characters_are_left_out_and_offsets_still_fit() -> None:
    text = "a\u200bb\u00adc\u202edef"
    plain = make_plain(text)
    assert plain.text == "abcdef"
    start, end = plain.text.index("c"), plain.text.index("c") + 1
    assert text[plain.original(start) : plain.original(end, end=True)] == "c"


def test_numbers_are_listed_with_their_places() -> None:
    assert make_plain("a 12 b 345").numbers == ((2, 4), (7, 10))


def test_places_finds_each_without_overlap() -> None:
    assert list(places("aaaa", "aa")) == [0, 2]


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60))
def test_every_plain_character_comes_from_its_place(text: str) -> None:
    plain = make_plain(text)
    assert len(plain.text) == len(plain.low) == len(text) - len(plain.gone)
    last = -1
    for offset in range(len(plain.text)):
        place = plain.original(offset)
        assert last < place < len(text)
        assert plain.original(offset + 1, end=True) == place + 1
        last = place
