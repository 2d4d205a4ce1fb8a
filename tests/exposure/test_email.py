from __future__ import annotations

import pytest

from seen_online.exposure.finding import FindingKind
from support.exposed import found, values

EMAIL = FindingKind.EMAIL


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Write to jane.doe@example.org.", "jane.doe@example.org"),
        ("JANE@EXAMPLE.ORG", "jane@example.org"),
        ("<jane+shop@mail.example.co.uk>", "jane+shop@mail.example.co.uk"),
        ("mailto:jane@example.org?subject=Hi", "jane@example.org"),
        ("jane.o'neil@example.org", "jane.o'neil@example.org"),
        ("Thanks.jane@example.org.Please write", "thanks.jane@example.org"),
        ("ja\u00adne@exam\u200bple.org", "jane@example.org"),
        ("jane@NOSPAM.example.org", "jane@example.org"),
        ("ｊａｎｅ@example.org", "jane@example.org"),
        ("jane@example.NOSPAM.org", "jane@example.org"),
        ("jane@REMOVE-example.org", "jane@example.org"),
        ("jane@example.org.invalid", "jane@example.org"),
        ("jane@example.invalid", "jane@example.invalid"),
        ("jane@example.orgphone", "jane@example.org"),
    ],
)
def test_plain_addresses(text: str, value: str) -> None:
    assert values(EMAIL, text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "jane (at) example (dot) org",
        "jane[at]example[dot]org",
        "jane {at} example.org",
        "jane AT example DOT org",
        "jane at example dot org",
        "jane_at_example_dot_org",
        "jane @ example . org",
        "jane<at symbol>example.org",
        "jane at example;org, e-mail me",
        "jane&#64;example.org",
        "jane%40example.org",
        "E-mail: jane at example.org",
        "E-mail: jane at example org",
        "e-mail: jane WHERE example DOM org",
        "Jane, jane at example.org",
        "j-a-n-e-@-e-x-a-m-p-l-e-.-o-r-g",
        "gro.elpmaxe@enaj",
        'jane (followed by "@example.org")',
        "'jane' + '@' + 'example.org'",
        "obfuscate('example.org','jane')",
        "jane arroba example punto org",
        "jane-at-example-dot-org",
        "jane@<nospam>example.org",
        "jane at-sign example.org",
        "jane (@t) example.org",
        "jane :at: example.org",
        "jane\\@example.org",
        "E-mail\n\njane [at]\nexample.org",
        "e-mail jane at the domain example.org",
        "Write to jane # example.org (replace # with @)",
        "jane*example.org, where * is @",
        "janeXYZ@example.org (please remove XYZ)",
        "E-Mail: jane%example.org - ersetzen Sie % durch @",
        "e-mail: gro.elpmaxe@enaj (written backwards)",
        "Mail:jane@example.orgPhone:01632 960123",
        "jane@example dot org",
        "jane@example[.]org",
        "jane@example .org",
        "jane #at# example.org",
        "jane+at+example.org",
        "jane [a t] example [d o t] org",
        "jane (собака) example.org",
        "email me at jane at example.org",
        "Jane\n\njane\n@example.org\nLeeds",
        "Jane\tjane\t@example.org",
        "janeATexampleDOTorg",
        "['jane', 'example.org'].join('@')",
        "data-email: amFuZUBleGFtcGxlLm9yZw==",
        "/cdn-cgi/l/email-protection#1b717a757e5b7e637a766b777e3574697c",
    ],
)
def test_hidden_addresses(text: str) -> None:
    assert values(EMAIL, text) == ["jane@example.org"]


@pytest.mark.parametrize(
    "text",
    [
        "Look at example.org for more",
        "Meet at Example dot com HQ at noon",
        "Follow @janeroe; cc @example.org",
        "Available at example.com now",
        "We met at home dot it was fun",
        "icon@2x.png",
        "https://jane:secret@example.org/",
        "@jane wrote",
        "@jane@example.org",
        "jane@localhost",
        "call at 01632 960123, to",
        "Leeds @ St.Albans 3-1",
        '"first name"@',
        "a@b",
        "git@example.org:jane/notes.git",
        "Stay at home dot com was a boom",
        "he works at example dot com headquarters",
        "the sale at example.co.uk",
        "Read More. Get directions and more at AnyShop.com",
        "Article - The State's Politics @ AnyLibrary.com",
        "Twitter\n@example.org\n",
        "mail: amFuZSBEb2UgYW5kIGZyaWVuZHM=",
    ],
)
def test_not_addresses(text: str) -> None:
    assert values(EMAIL, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "jane (apestaart) example (punt) org",
        "jane snabel-a example punktum org",
        "jane (papaki) example.org",
        "jane собака example точка org",
        "jane [παπάκι] example.org",
        "jane\n(at)\nexample.org",
        "jane【at】example.org",
        "jane@exampleNOSPAM.org",
        "jane@antispam.example.org",
        "jane.remove@example.org (remove .remove)",
        "janeXX@example.org (remove the XX)",
        "jane#example.org (# = @)",
        "e-mail: jane (at example.org)",
        "jane @t example.org, my e-mail address",
        "jane(@at)example.org",
        "jane(nospam)@example.org",
        "jane[remove this]@example.org",
        "jane\\u0040example.org",
        "jane\\x40example\\x2eorg",
        "'jane'.concat('@','example.org')",
        '["jane", "@", "example.org"].join("")',
        "'jane' + String.fromCharCode(64) + 'example.org'",
        "'jane'+'&#64;'+'example.org'",
        "mailTo('jane','example','org')",
        "user: jane\ndomain: example.org",
        "e-mail: jane at example dot org / 01632 960123",
    ],
)
def test_addresses_hidden_in_other_tongues_and_scripts(text: str) -> None:
    assert values(EMAIL, text) == ["jane@example.org"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("jane underscore doe at example dot org", "jane_doe@example.org"),
        ("jane (dash) doe (at) example (dot) org", "jane-doe@example.org"),
        ("Email: jan.d at gmail", "jan.d@gmail.com"),  # shorter than any mailbox there
        ("jan.d (at) gmail", "jan.d@gmail.com"),
        ("Jane.Doe at Example.org", "jane.doe@example.org"),
        ("janeDOTdoeATexampleDOTorg", "jane.doe@example.org"),
        ("jane.doe at example dot co dot uk", "jane.doe@example.co.uk"),
        ("Email: jane at gmail dot example dot org", "jane@gmail.example.org"),
    ],
)
def test_what_is_spelled_out_besides(text: str, value: str) -> None:
    assert values(EMAIL, text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The notes are hosted at example dot org, he said",
        "There is more info at example dot org, he said",
        "Find Jane at example dot com slash jane",
        "Read of items (a) first.in order (b) second",
        "user: see domain: example",
        "works at gmail",
        "['jane', 'example.org', 'other']",
    ],
)
def test_sites_and_lists_are_no_addresses(text: str) -> None:
    assert values(EMAIL, text) == []


def test_an_address_turned_by_thirteen_letters() -> None:
    assert values(EMAIL, "wnar@rknzcyr.pbz") == ["jane@example.com"]
    assert values(EMAIL, "wnar@rknzcyr.com") == ["wnar@rknzcyr.com"]


def test_shown_and_offsets_are_those_of_the_text() -> None:
    text = "Mail: jäne (at) example (dot) org!"
    (finding,) = found(EMAIL, text)
    assert text[finding.start : finding.end] == finding.shown == "jäne (at) example (dot) org"
    assert finding.value == "jane@example.org"
    assert finding.sure < 1


def test_a_domain_that_lies_deep_alone_on_its_line() -> None:
    assert values(EMAIL, "Jane\n\njroe at wards.hospital.example\n\nRoom 12") == ["jroe@wards.hospital.example"]
    assert values(EMAIL, "Jobs at wards.hospital.example\n") == []
    assert values(EMAIL, "shop at www.hospital.example\n") == []


def test_several_names_before_one_domain() -> None:
    both = ["jane@example.org", "john@example.org"]
    for text in ("{jane, john}@example.org", "{jane|john} at example dot org", "(jane and john) @ example.org"):
        assert values(EMAIL, text) == both
    assert values(EMAIL, "{jane: 1, john: 2}@example.org") == []
    assert values(EMAIL, "(see the notes, and more) at example.org") == []


def test_the_accents_of_a_domain_are_kept() -> None:
    assert values(EMAIL, "jane@exämple.org") == ["jane@exämple.org"]
    assert values(EMAIL, "jane@exa\u0308mple.org") == ["jane@exämple.org"]


def test_two_addresses_side_by_side_are_two() -> None:
    assert values(EMAIL, "a@example.org,b@example.org;c@example.org") == [
        "a@example.org",
        "b@example.org",
        "c@example.org",
    ]
