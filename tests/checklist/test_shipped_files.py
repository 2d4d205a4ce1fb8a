"""The files we ship: whole, dated, and in step with each other and with the rest of the program."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from seen_online.checklist.fields import Finding, Slot
from seen_online.checklist.files import folder, load_organisation
from seen_online.checklist.item import Item, Source
from seen_online.checklist.kinds import KINDS
from seen_online.checklist.letter import Known
from seen_online.checklist.load import (
    load_checklists,
    load_letters,
    load_next_steps,
    load_people_finders,
    load_sites,
    load_things_to_consider,
)
from seen_online.checklist.organisation import Organisation
from seen_online.checklist.site import Fact, Site, Topic
from seen_online.checklist.validate import validate
from seen_online.exposure.finding import FindingKind

SITES = {
    "facebook", "instagram", "x", "youtube", "tiktok", "linkedin", "whatsapp", "snapchat", "blogs-and-forums",
    "myspace", "friends-reunited",
}  # fmt: skip
LETTERS = {
    "ask-a-friend", "ask-the-site", "uk-gdpr-erasure", "search-engine-delisting", "open-register-opt-out",
    "people-finder-removal", "complaint-to-employer",
}  # fmt: skip


def _ours() -> list[Path]:
    return sorted(folder().rglob("*.yaml"))


@pytest.mark.parametrize("path", _ours(), ids=lambda path: path.name)
def test_every_file_is_good(path: Path) -> None:
    assert validate(path) == []
    first = path.read_text(encoding="utf-8").splitlines()[0]
    schema = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert schema, "an editor is not told the schema"
    assert (path.parent / schema[1]).is_file()
    assert f"kind: {Path(schema[1]).name.removesuffix('.schema.json')}\n" in path.read_text(encoding="utf-8")


def test_nothing_is_missing() -> None:
    assert {site.id for site in load_sites().values} == SITES
    assert {letter.id for letter in load_letters().values} == LETTERS
    assert [finders.region for finders in load_people_finders().values] == ["GB"]
    loaded = (load_checklists(), load_sites(), load_letters(), load_people_finders(), load_next_steps())
    assert [problem for one in loaded for problem in one.problems] == []


def test_every_id_is_its_file_name() -> None:
    for path in (*(folder() / "sites").glob("*.yaml"), *(folder() / "letters").glob("*.yaml")):
        assert f"\nid: {path.stem}\n" in path.read_text(encoding="utf-8")


def _sources(thing: Any) -> list[Source]:
    found: list[Source] = []
    for field in msgspec.structs.fields(thing):
        value = getattr(thing, field.name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Source):
                found.append(one)
            elif isinstance(one, msgspec.Struct):
                found += _sources(one)
    return found


def test_every_source_has_its_day() -> None:
    things = (
        load_things_to_consider(),
        *load_sites().values,
        *load_letters().values,
        *load_people_finders().values,
        *load_next_steps().values,
    )
    sources = [source for thing in things for source in _sources(thing)]
    assert len(sources) > 30
    assert [source.title for source in sources if source.checked is None or source.checked > date.today()] == []


def test_every_topic_of_a_site_has_a_source() -> None:
    bare = [(s.id, t.id) for s in load_sites().values for t in s.topics if not s.sources_of(t)]
    assert bare == []


def test_no_removal_form_is_linked_that_nobody_looked_at() -> None:
    (uk,) = load_people_finders().values
    official = {"www.gov.uk", "ico.org.uk"}
    linked = {finder.id: finder.page.split("/")[2] for finder in uk.finders if finder.page}
    assert set(linked.values()) <= official
    assert "192-com" not in linked


def test_settings_pages_are_the_platforms_own() -> None:
    known = {
        "youtube": ("support.google.com",),
        "instagram": ("accountscenter.instagram.com", "help.instagram.com"),
    }
    for site in load_sites().values:
        urls = [page.url for page in site.pages] + [topic.page for topic in site.topics if topic.page]
        for url in urls:
            host = url.split("/")[2].removeprefix("www.")
            own = any(host == one or host.endswith("." + one) for one in site.hosts)
            assert own or host in known.get(site.id, ()), url
            assert url.startswith("https://")


def test_items_name_topics_letters_and_slots_that_are_there() -> None:
    topics = {topic.id for site in load_sites().values for topic in site.topics}
    for item in load_things_to_consider().items:
        assert not item.sites or item.sites in topics, item.id
        assert set(item.letters) <= LETTERS, item.id
    for step in load_next_steps().values[0].steps:
        assert not step.letter or step.letter in LETTERS, step.id
    for finder in load_people_finders().values[0].finders:
        assert not finder.letter or finder.letter in LETTERS, finder.id


def test_every_topic_but_tagging_belongs_to_an_item() -> None:
    topics = {topic.id for site in load_sites().values for topic in site.topics}
    named = {item.sites for item in load_things_to_consider().items}
    assert topics - named == {"tagging"}


def test_every_letter_is_suggested_somewhere() -> None:
    suggested = {step.letter for step in load_next_steps().values[0].steps}
    assert suggested >= LETTERS


def test_items_are_built_alike() -> None:
    for item in load_things_to_consider().items:
        assert item.question.endswith("?"), item.id
        sentences = re.findall(r"[.?!](?:\s|$)", item.why)
        assert len(sentences) == 2, f"{item.id}: {len(sentences)} sentences"
        assert len(item.how) >= 2, item.id
        if item.kind == "question":
            assert item.action and not item.action.endswith("."), item.id


def test_our_words_for_findings_and_slots_are_those_of_the_program() -> None:
    assert set(get_args(Finding)) == {kind.value for kind in FindingKind}
    slots = {field.name for field in msgspec.structs.fields(Organisation)}
    assert set(get_args(Slot)) <= slots
    known = {name.partition(".")[2] for name in get_args(Known) if name.startswith("organisation.")}
    assert known <= slots


def test_contact_details_look_again_when_a_search_finds_some() -> None:
    item = load_things_to_consider().item("contact-details")
    assert item is not None
    assert {"phone", "email", "date_of_birth"} <= set(item.look_again)
    search = load_things_to_consider().item("search-your-name")
    assert search is not None
    assert search.step == "search"


def test_the_example_organisation_fills_every_slot() -> None:
    organisation = load_organisation(folder() / "organisation.example.yaml")
    assert organisation.name
    for slot in get_args(Slot):
        assert getattr(organisation, slot), slot
    text = (folder() / "organisation.example.yaml").read_text(encoding="utf-8")
    assert set(re.findall(r"https?://([^/\s]+)", text)) == {"intranet.example.org"}


def test_facebook_has_friend_lists_and_view_as() -> None:
    facebook = load_sites().get("facebook")
    assert facebook is not None
    lists = facebook.topic("friend-lists")
    assert lists is not None
    text = " ".join(lists.steps)
    assert "lists" in text
    assert "View As" in text


def test_friends_reunited_is_closed_and_comes_last() -> None:
    last = load_sites().values[-1]
    assert (last.id, last.closed) == ("friends-reunited", date(2016, 2, 26))


@pytest.mark.parametrize("told_by", ["id: staff-page", "kind: site"])
def test_the_readmes_own_examples_are_good(tmp_path: Path, told_by: str) -> None:
    readme = (folder() / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL)
    example = tmp_path / "example.yaml"
    example.write_text(next(block for block in blocks if told_by in block), encoding="utf-8")
    assert validate(example) == []


def test_the_readme_names_every_key_of_a_site() -> None:
    readme = (folder() / "README.md").read_text(encoding="utf-8")
    keys = {field.name for kind in (Site, Topic, Fact, Source) for field in msgspec.structs.fields(kind)}
    assert sorted(key for key in keys - {"intro", "language"} if f"{key}:" not in readme) == []


def test_the_readme_names_every_key_of_an_item_and_every_kind() -> None:
    readme = (folder() / "README.md").read_text(encoding="utf-8")
    keys = {field.name for field in msgspec.structs.fields(Item)} - {"priority", "language"}
    assert sorted(key for key in keys if f"`{key}`" not in readme and f" {key}:" not in readme) == []
    assert sorted(kind for kind in KINDS if f"`{kind}`" not in readme) == []
