"""What is too easy to guess is said to be so, and what is not is taken."""

from __future__ import annotations

import pytest

from seen_online.record.passphrase import check_new
from seen_online.record.troubles import WeakPassphrase

TOO_EASY = (
    "1234567890", "12345678910", "password123", "Password2026!", "P@ssword1234", "qwertyuiop", "abcdefghijkl",
    "aaaaaaaaaaaa", "ababababab", "12/03/1985 12/03/1985", "07700 900123", "summer2026", "Liverpool1985", "seenonline2026",
    "passwordpassword", "letmein12345", "too small", "December 2026",
)  # fmt: skip
GOOD = (
    "copper kettle tuesday moss", "purple lantern on friday", "four wet dogs", "made up person only", "kedves öreg bicikli",
    "тихий синій ставок", "静かな青い池のほとりで泳ぐ", "J7#kq0Lw!z2", "my password is a wet badger",
)  # fmt: skip


@pytest.mark.parametrize("passphrase", TOO_EASY)
def test_what_everybody_tries_first_is_refused(passphrase: str):
    with pytest.raises(WeakPassphrase) as caught:
        check_new(passphrase)
    assert caught.value.mend
    assert passphrase not in str(caught.value)


@pytest.mark.parametrize("passphrase", GOOD)
def test_a_few_words_of_one_s_own_are_taken(passphrase: str):
    check_new(passphrase)
