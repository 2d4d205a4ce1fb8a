from __future__ import annotations

import subprocess
import sys

import pytest
from ddgs.engines import ENGINES

from seen_online.search.catalogue import DEFAULT, engine, engine_cards
from seen_online.search.model import Query
from seen_online.search.profiles import CATEGORIES, profiles
from seen_online.trouble import Trouble


class Strange:
    name = "strange"
    search_url = "https://www.strange.example/find"


def test_every_text_engine_of_ddgs_has_a_card_and_can_be_named() -> None:
    names = {card.name for card in engine_cards() if not card.gone}
    assert set(ENGINES["text"]) <= names
    assert {"duckduckgo-news", "duckduckgo-images"} <= names
    assert {f"{key}{CATEGORIES[c]}" for c in ("news", "images") for key in ENGINES[c]} <= names
    for name in names:
        assert engine(name).name == name


def test_the_default_stands_first_and_every_card_says_who_and_what() -> None:
    cards = engine_cards()
    assert cards[0] == engine(DEFAULT).card()
    assert cards[0].name == "duckduckgo"
    assert cards[0].hosts == ("html.duckduckgo.com",)
    for card in cards:
        assert card.label and card.hosts and card.run_by and card.learns and card.country


def test_the_table_agrees_with_the_addresses_that_ddgs_asks() -> None:
    for known in profiles():
        kind = ENGINES.get(known.category, {}).get(known.ddgs_key)
        if kind is not None:
            assert any(host in kind.search_url.replace("{lang}", "en") for host in known.hosts), known.name


@pytest.mark.parametrize("name", ["auto", "all", "", "duckduckgo,brave", "nosuch", "annasarchive", "searx=x", "videos"])
def test_a_name_that_ddgs_does_not_have_is_refused_and_never_auto(name: str) -> None:
    with pytest.raises(Trouble) as trouble:
        engine(name)
    assert "duckduckgo" in trouble.value.mend
    assert "searxng=URL" in trouble.value.mend


def test_names_may_be_written_with_capitals() -> None:
    assert engine(" DuckDuckGo ").name == "duckduckgo"
    assert engine("Mojeek").name == "mojeek"


def test_an_engine_that_ddgs_drops_is_reported_not_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    left = {key: kind for key, kind in ENGINES["text"].items() if key != "mojeek"}
    monkeypatch.setitem(ENGINES, "text", left)
    card = next(card for card in engine_cards() if card.name == "mojeek")
    assert card.gone
    assert "can't ask Mojeek" in card.learns
    with pytest.raises(Trouble, match="can't ask Mojeek"):
        engine("mojeek")


def test_engines_that_ddgs_has_switched_off_are_shown_as_gone() -> None:
    gone = {card.name for card in engine_cards() if card.gone}
    assert "google" in gone
    with pytest.raises(Trouble, match="can't ask Google"):
        engine("google")


def test_an_engine_we_know_nothing_of_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ENGINES, "text", {**ENGINES["text"], "strange": Strange})
    card = engine_cards()[-1]
    assert (card.name, card.hosts) == ("strange", ("www.strange.example",))
    assert "know nothing" in card.run_by
    assert engine("strange").hosts == ("www.strange.example",)


@pytest.mark.parametrize("broken", [None, [], {"text": None}, {}])
def test_a_ddgs_that_is_laid_out_in_another_way_costs_only_its_engines(
    monkeypatch: pytest.MonkeyPatch, broken: object
) -> None:
    monkeypatch.setattr("ddgs.engines.ENGINES", broken)
    assert {card.gone for card in engine_cards()} == {True}
    for name in ("mojeek", "strange"):
        with pytest.raises(Trouble) as trouble:
            engine(name)
        assert "searxng=URL" in trouble.value.mend
    assert engine("searxng=https://searx.example.org").hosts == ("searx.example.org",)


@pytest.mark.parametrize(
    "name",
    [
        "searxng=",
        "searxng=searx.example.org",
        "searxng=ftp://searx.example.org",
        "searxng=https://",
        "searxng=https://user:pw@searx.example.org",
        "searxng=https://searx.example.org:port",
        "searxng=https://searx example.org",
    ],
)
def test_a_searxng_needs_an_address(name: str) -> None:
    with pytest.raises(Trouble) as trouble:
        engine(name)
    assert "searxng=https://" in trouble.value.mend


@pytest.mark.parametrize(
    ("name", "opens"),
    [
        ("searxng=https://searx.example.org", "https://searx.example.org/search?q=Anna%20E"),
        ("searxng=https://searx.example.org/", "https://searx.example.org/search?q=Anna%20E"),
        ("searxng=http://127.0.0.1:8888/searx/search", "http://127.0.0.1:8888/searx/search?q=Anna%20E"),
        (
            "SearXNG=https://a.example/?categories=general,images",
            "https://a.example/search?q=Anna%20E&categories=general%2Cimages",
        ),
    ],
)
def test_where_a_person_can_ask_a_searxng_themselves(name: str, opens: str) -> None:
    assert engine(name).open_url("Anna E") == opens


@pytest.mark.parametrize(
    ("name", "host"),
    [
        ("searxng=https://Searx.Example.org.", "searx.example.org"),
        ("searxng=https://bücher.example/searx", "xn--bcher-kva.example"),
        ("searxng=http://[::1]:8888", "::1"),
    ],
)
def test_the_host_of_a_searxng_is_shown_as_it_is_sent(name: str, host: str) -> None:
    assert engine(name).hosts == (host,)


def test_whose_a_searxng_is() -> None:
    for name in (
        "http://127.0.0.1:8888",
        "http://localhost:8080",
        "http://searx.lan",
        "http://search.practice.example",
    ):
        assert engine(f"searxng={name}").own
    assert not engine("searxng=https://searx.be").own
    assert "not sealed" in engine("searxng=http://searx.be").card().learns
    assert "not sealed" not in engine("searxng=https://searx.be").card().learns


def test_where_a_person_can_ask_themselves() -> None:
    assert engine("duckduckgo").open_url('"Anna & co"') == "https://duckduckgo.com/?q=%22Anna%20%26%20co%22"


@pytest.mark.parametrize(
    ("words", "sent"),
    [
        ('"Anna Example"', "Anna Example"),
        ("Anna Example", "Anna Example"),
        ('"Anna Example" Penrith', ""),
        ('site:192.com "Anna Example"', ""),
        ('"annabakes"', "annabakes"),
    ],
)
def test_an_engine_that_knows_titles_gets_one_name_without_signs(words: str, sent: str) -> None:
    assert engine("wikipedia").words(Query(words, "why")) == sent
    assert engine("duckduckgo").words(Query(words, "why")) == words


def test_the_default_engine_needs_no_ddgs_before_it_is_asked() -> None:
    code = (
        "import sys; from seen_online.search.catalogue import engine;"
        "from seen_online.search.run import plan;"
        "from seen_online.search.model import Query; chosen = engine('duckduckgo'); chosen.card(); plan([Query('a', 'b')], [chosen]);"
        "assert not [m for m in sys.modules if m.split('.')[0] in ('ddgs', 'lxml', 'primp', 'nicknames')], sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
