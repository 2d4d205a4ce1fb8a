"""One value masked: enough of it to be recognised by its owner, too little for anybody else, and no length."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seen_online.note.masking import mask


@pytest.mark.parametrize(
    ("kind", "value", "masked"),
    [
        ("phone", "07700 900123", "07•••• •••123"),
        ("phone", "+447700900123", "07•••• •••123"),
        ("phone", "+44 (0)7700 900123", "07•••• •••123"),
        ("phone", "0044 7700 900123", "07•••• •••123"),
        ("phone", "01632 960456", "01•••• •••456"),
        ("phone", "+33 6 12 34 56 78", "+33 •••• •••678"),
        ("phone", "+353 86 123 4567", "+353 •••• •••567"),
        ("phone", "+1 202 555 0123", "+1 •••• •••123"),
        ("phone", "٠٧٧٠٠ ٩٠٠١٢٣", "07•••• •••123"),
        ("phone", "123456", "•••• ••••"),
        ("phone", "none", "•••• ••••"),
        ("phone", "", "•••• ••••"),
        ("email", "nia.ashworth@example.org", "n•••@e•••.org"),
        ("email", "Nia@mail.example.co.uk", "N•••@m•••.uk"),
        ("email", "ab@cd.example", "•••@•••.example"),
        ("email", "żółw@łódź.example", "ż•••@ł•••.example"),
        ("email", "nia@localhost", "n•••@•••"),
        ("email", "not an address", "•••"),
        ("email", "@", "•••"),
        ("date_of_birth", "1985-03-12", "born ••/••/1985"),
        ("date_of_birth", "12 March 1985", "born ••/••/1985"),
        ("date_of_birth", "--03-12", "born ••/••"),
        ("date_of_birth", "1985-03", "born ••/1985"),
        ("date_of_birth", "1985", "born 19••"),
        ("date_of_birth", "in spring", "born ••/••"),
        ("postcode", "CA11 4ZX", "CA•• •••"),
        ("postcode", "m11ae", "M•• •••"),
        ("postcode", "12345", "•• •••"),
        ("address", "4 Mill Lane, Penrith", "•• M•••"),
        ("address", "12", "•• •••"),
        ("username", "@nia_runs", "n•••"),
        ("username", "ab", "•••"),
        ("location", "54.6641, -2.7527", "•••"),
        ("location", "Penrith", "Penrith"),
        ("workplace", "Fellside Care", "Fellside Care"),
        ("place", "Penrith", "Penrith"),
        ("name", "Nia Ashworth", "Nia Ashworth"),
        ("other_name", "Nia Pell", "Nia Pell"),
        ("a kind of tomorrow", "secret", "•••"),
    ],
)
def test_a_mask_shows_what_its_owner_needs(kind: str, value: str, masked: str) -> None:
    assert mask(kind, value) == masked


@pytest.mark.parametrize(
    ("kind", "short", "long"),
    [
        ("phone", "+44123456789", "+441234567890123456789"),
        ("email", "nia@example.org", "nia.ashworth.of.penrith@example-of-a-long-name.org"),
        ("address", "4 Mill Lane", "4 Mill Lane, Little Saltholme, near Penrith, Cumbria"),
        ("username", "nia", "nia_runs_up_every_fell_there_is"),
    ],
)
def test_a_mask_does_not_tell_how_long_the_value_is(kind: str, short: str, long: str) -> None:
    assert len(mask(kind, short)) == len(mask(kind, long))


@settings(max_examples=150)
@given(st.sampled_from(["phone", "email", "date_of_birth", "postcode", "address", "username"]), st.text(max_size=60))
def test_a_mask_of_anything_gives_away_at_most_a_few_characters(kind: str, value: str) -> None:
    masked = mask(kind, value)
    assert "•" in masked
    assert "\n" not in masked
    if kind != "email":  # its last label stays, whatever it is
        assert len(masked) <= len("born ••/••/1985")
