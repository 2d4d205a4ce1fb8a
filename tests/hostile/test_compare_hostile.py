"""Comparing checks whose pages were made to be hard to tell apart, or hard to read."""

from __future__ import annotations

from seen_online.review.carry import carry, next_check
from seen_online.review.compare import ChangeKind, change_sentences, compare
from seen_online.review.selfcheck import Feeling, Verdict, Who
from support.second_check import PHONE, SECOND, WORDS, show, two

MANY = 400


def test_a_thousand_pages_that_all_look_alike_are_not_taken_for_each_other():
    first, second = two()
    for number in range(MANY):
        key = show(first, f"https://farm.example/a{number}/nia-ashworth-care", PHONE, text=WORDS * 3)
        first.verdicts[key] = Verdict(Who.NOT_ME)
        show(second, f"https://farm.example/b{number}/nia-ashworth-care", PHONE, text=WORDS * 3)
    comparison = compare(first, second)
    assert len(comparison.of(ChangeKind.NEW)) == len(comparison.of(ChangeKind.GONE)) == MANY
    later = next_check(first, SECOND)
    later.asks, later.results, later.pages, later.findings = second.asks, second.results, second.pages, second.findings
    carry(first, later, (), comparison)
    assert later.verdicts == {}  # else a page that is new would count as judged


def test_a_page_can_not_inherit_a_verdict_by_copying_another():
    first, second = two()
    judged = show(first, "https://harriers.example/nia", PHONE, text=WORDS)
    first.verdicts[judged] = Verdict(Who.ME, Feeling.HAPPY)
    later = next_check(first, SECOND)
    later.asks = second.asks
    show(later, "https://harriers.example/nia", PHONE, text=WORDS)
    copy = show(later, "https://copies.example/nia", PHONE, text=WORDS)
    carry(first, later)
    assert set(later.verdicts) == {judged} and copy not in later.verdicts


def test_odd_words_and_addresses():
    first, second = two()
    odd = [
        ("https://a.example/" + "x" * 7_000, "t" * 100_000),
        ("https://b.example/%ff%fe%00", "\u202e{title} %s <b>\x00"),
        ("https://[::1]/a", " | - | - | " * 5_000),
        ("https://xn--nxasmq6b.example/", ""),
        ("https://c.example/" + "a-" * 3_000, "\ud800 half a character"),
    ]
    for url, title in odd:
        show(first, url, PHONE, title=title, text=f"{title} " * 3)
        show(second, f"{url}1", PHONE, title=title, text=f"{title} " * 3)
    told = change_sentences(compare(first, second))
    assert len(told) >= len(odd)
    assert all(len(sentence) < 8_500 for sentence in told)
    assert any("{title} %s <b>" in sentence for sentence in told)
