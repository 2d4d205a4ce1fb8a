"""The data files of the practice web: made up throughout, complete in themselves, and read as they are meant."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seen_online.person import DetailKind, Use
from seen_online.practice.pdf import pdf_from_text
from seen_online.practice.person import practice_person
from seen_online.practice.site import load_site
from seen_online.practice.words_of_page import words_of_page
from seen_online.trouble import Trouble

SITE = load_site()
HTML = [page for page in SITE.pages if page.media_type.startswith("text/html")]
UK_NUMBER = re.compile(r"(?<![\d/])(?:\+44 ?(?:\(0\))?|\(?0)[1-9]\d{3}\)?[ \xa0-]?\d{3}[ \xa0-]?\d{3}(?!\d)")
LINK = re.compile(r"""\s(?:href|src|action)=["']([^"']*)["']""", re.IGNORECASE)
# Owned by nobody (RFC 2606), with the names that pages' markup must carry.
NOBODYS = re.compile(r"(?:^|\.)(?:example|test)$|(?:^|\.)example\.(?:org|com|net)$")
MARKUP = {"schema.org", "ogp.me", "www.w3.org"}


def test_she_is_a_whole_person_whose_private_details_are_only_compared() -> None:
    person = practice_person()
    assert {d.kind for d in person.details} == set(DetailKind)
    compared = {d.kind for d in person.details if d.use is Use.COMPARE}
    assert compared == {DetailKind.EMAIL, DetailKind.PHONE, DetailKind.ADDRESS, DetailKind.DATE_OF_BIRTH}
    assert person.date_of_birth == "1986-04-17"


def test_every_link_leads_to_a_page_that_is_there() -> None:
    links = [(page.url, link) for page in HTML for link in LINK.findall(page.body.decode(page.served.charset))]
    assert len(links) > 60
    for url, link in links:
        if link.startswith(("#", "/cdn-cgi/", "mailto:", "&#109;")):  # in the page, or to write a mail
            continue
        parts = urlsplit(urljoin(url, link.replace("&amp;", "&")))
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        assert SITE.page(parts.hostname or "", target), (url, link)


def test_no_page_names_a_host_that_is_anybody_s() -> None:
    for page in SITE.pages:
        assert NOBODYS.search(urlsplit(page.url).hostname or "")
        text = page.body.decode(page.served.charset, errors="replace")
        hosts = set(re.findall(r"https?://([a-z0-9.-]+)", text)) | set(
            re.findall(r"@([a-z0-9-]+(?:\.[a-z0-9-]+)+)", text)
        )
        assert {host for host in hosts - MARKUP if not NOBODYS.search(host)} == set(), page.url


def test_no_number_on_a_page_can_ring() -> None:
    """UK numbers are Ofcom's for drama; Canadian ones lie in 555-0100 to 555-0199, kept for stories."""
    import phonenumbers

    written: list[str] = []
    for page in SITE.pages:
        for region in ("GB", "CA"):
            for match in phonenumbers.PhoneNumberMatcher(page.text, region, phonenumbers.Leniency.VALID):
                assert re.search(r"55501\d\d$", str(match.number.national_number)), (page.url, match.raw_string)
        written += UK_NUMBER.findall(page.text)
    assert len(written) > 30
    for number in written:
        assert re.search(r"(?:7700900|1632960)\d{3}$", re.sub(r"\D", "", number)), number


def test_every_page_has_a_title_and_words_of_its_own() -> None:
    for page in HTML:
        assert page.title
        assert len(page.text) > 30
    assert len({page.title for page in HTML}) == len(HTML)
    assert len({page.text for page in HTML}) == len(HTML)


def test_the_markup_is_as_mixed_as_on_the_web() -> None:
    source = {page.url: page.body.decode(page.served.charset) for page in HTML}
    for mark in (
        "application/ld+json",
        "itemscope",
        "h-card",
        "data-cfemail",
        "&#64;",
        "<!--",
        "<FONT",
        "bgcolor",
        "<dl",
        "<noscript>",
        "__VIEWSTATE",
        'lang="cy"',
        "charset=iso-8859-1",
    ):
        assert any(mark in text for text in source.values()), mark
    kinds = {page.media_type.partition(";")[0] for page in SITE.pages}
    assert kinds == {"text/html", "text/plain", "text/vcard", "application/pdf", "image/svg+xml"}


def test_a_wrong_line_in_served_yaml_is_named(tmp_path: Path) -> None:
    (tmp_path / "web" / "a.example").mkdir(parents=True)
    (tmp_path / "web" / "a.example" / "p.html").write_text("<title>t</title>x")
    served = tmp_path / "served.yaml"
    served.write_text("a.example/other.html: {answer: gone}")
    with pytest.raises(Trouble, match=r"other\.html"):
        load_site(tmp_path / "web", served)
    served.write_text("a.example/p.html: {answer: vanished}")
    with pytest.raises(Trouble, match="vanished"):
        load_site(tmp_path / "web", served)
    served.write_text("a.example/p.html: {path: /q, answer: gone}")
    assert [page.url for page in load_site(tmp_path / "web", served).pages] == ["http://a.example/q"]


def test_what_an_engine_takes_in_is_what_a_visitor_sees() -> None:
    title, text = words_of_page(
        "<title>A &amp; B</title><style>p{}</style><p>One<br>two</p><script>three</script><b>fo</b>ur"
        "<img alt='five'><svg><text>six</text></svg><td>seven</td><td>eight</td>"
    )
    assert title == "A & B"
    assert text == "One two four five seven eight"


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_taken_in(source: str) -> None:
    assert all(isinstance(part, str) for part in words_of_page(source))


@given(st.lists(st.text(st.characters(codec="cp1252", exclude_categories=["Cc"]), max_size=60), max_size=120))
@settings(max_examples=30, deadline=None)
def test_any_lines_make_a_pdf_that_opens(lines: list[str]) -> None:
    import io

    from pypdf import PdfReader

    text = "\n".join(lines)
    pages = PdfReader(io.BytesIO(pdf_from_text(text)), strict=True).pages
    assert len(pages) == max(1, -(-len(text.splitlines()) // 48))


def test_a_pdf_keeps_brackets_and_accents() -> None:
    import io

    from pypdf import PdfReader

    text = "née (50 % \\ half)\nline two"
    data = pdf_from_text(f"# {text}")
    assert data == pdf_from_text(f"# {text}")
    assert PdfReader(io.BytesIO(data), strict=True).pages[0].extract_text().strip() == text


def test_importing_practice_loads_no_server_and_no_database() -> None:
    """The window imports this room when it starts."""
    code = (
        "import sys, seen_online.practice.server, seen_online.practice.person;"
        "print(sorted({'http.server', 'sqlite3', 'html.parser', 'socketserver', 'requests'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"
