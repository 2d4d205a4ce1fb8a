"""What a visitor sees of a page, and in which lines."""

from __future__ import annotations

from html import escape

import pytest

from seen_online.reading import read
from seen_online.reading.page import PageOutcome
from support.parts import part


def seen(html: str) -> str:
    return part(read(html.encode(), "text/html"), "text")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>jane<b>@</b>exam<i>ple</i>.org", "jane@example.org"),
        ("<p>jane<!-- no spam -->@example.org", "jane@example.org"),
        ("<p>jane<wbr>@example&shy;.org", "jane@example.org"),
        ("<p>jane&#64;example&#x2e;org &amp; co", "jane@example.org & co"),
        ("<p>jane\u200b@\u2060example.org", "jane@example.org"),
        ("<p>jane<img src=at.png alt='@'>example.org", "jane@example.org"),
        ("<p>jane<img src=at.png alt=at>example<img src=dot.png alt='(dot)'>org", "jane at example(dot)org"),
        ("<p>jane<span style='display:none'>NOSPAM</span>@example.org", "jane@example.org"),
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("One<br>Two<br/>Three", "One\nTwo\nThree"),
        ("<ul><li>One<li>Two</ul>Three", "One\nTwo\nThree"),
        ("<p>a\n b\t\tc&nbsp;&nbsp;d", "a b c d"),
        ("<pre>one\n two</pre>", "one\ntwo"),
        ("<table><tr><td>Phone<td>01632 960123<tr><td>Fax</td><td></td></tr></table>", "Phone\t01632 960123\nFax"),
        ("<table><tr><td><p>Phone</p></td><td><div>01632 960123</div></td></tr></table>", "Phone\t01632 960123"),
        ("<table><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>", "a\nb"),
        ("<nav><a href=/>Home</a><a href=/us>About us</a></nav>", "Home About us"),
        ("<p>(<a href=/x>see</a>)", "(see)"),
        ("<select><option>Mr<option selected>Ms</select>", "Ms"),
        ("<input type=text value='07700 900123'><input type=password value=secret>", "07700 900123"),
        ("<textarea>Dear\nJane</textarea>", "Dear\nJane"),
        ("<p>a<script>var b = '<p>c</p>'</script><style>d{}</style>e", "ae"),
        ("<svg><text>hello</text></svg>", "hello"),
        ("<dialog open>hello</dialog>", "hello"),
        ("<div><template shadowrootmode=open><p>hello</template></div>", "hello"),
        ("<p>x&#0;y\x00z", "x\ufffdyz"),
        ("a < b and c > d", "a < b and c > d"),
        ("<p>un<b>closed <i>tags <p>and</b> more</div></p></table>", "unclosed tags\nand more"),
        ("<html><body><p>first</body></html><p>second", "first\nsecond"),
        ("<plaintext>a<b>c", "a<b>c"),
        ("<P CLASS=X>big</P >", "big"),
        ("<p title='a > b'>x", "x"),
    ],
)
def test_lines_and_words_are_those_that_a_visitor_sees(html: str, text: str) -> None:
    assert seen(html) == text


@pytest.mark.parametrize(
    "html",
    [
        "<span style='unicode-bidi: bidi-override; direction: rtl'>gro.elpmaxe@enaj</span>",
        "<style>.r { direction:rtl; unicode-bidi:bidi-override }</style><span class='x r'>gro.elpmaxe@enaj</span>",
        "<style>span.r{color:red} #m,.r{unicode-bidi:bidi-override;direction:rtl}</style><b id=m>gro.elpmaxe@enaj</b>",
        "<bdo dir=rtl>gro.elpmaxe<b>@</b>enaj</bdo>",
        "<bdo dir=rtl><bdo dir=rtl>gro.elpmaxe@enaj</bdo></bdo>",
        "&#8238;gro.elpmaxe@enaj&#8236;",
        "\u202egro.elpmaxe@enaj",
    ],
)
def test_text_that_is_shown_from_right_to_left_is_read_as_shown(html: str) -> None:
    assert seen(f"<p>{html}") == "jane@example.org"


def test_brackets_are_mirrored_where_the_direction_is_overridden() -> None:
    assert seen("<bdo dir=rtl>gro.elpmaxe (ta) enaj</bdo>") == "jane (at) example.org"


def test_hebrew_and_arabic_are_left_in_the_order_in_which_they_are_read() -> None:
    assert seen("<bdo dir=rtl>שלום</bdo> \u202eمرحبا\u202c") == "שלום مرحبا"


def test_a_style_for_print_hides_nothing_on_the_screen() -> None:
    style = "<style>@media print { .a { display: none } } .b { display:none }</style>"
    assert seen(f"{style}<p class=a>x<p class=b>y") == "x"


def test_a_style_for_browsers_without_scripts_hides_nothing() -> None:
    assert seen("<noscript><style>.a{display:none}</style></noscript><p class=a>x") == "x"


def test_a_body_that_waits_for_its_script_counts_as_seen() -> None:
    html = b"<style>.js{visibility:hidden}</style><body class=js style='display:none'><p>Jane Fell"
    page = read(html, "text/html")
    assert part(page, "text") == "Jane Fell"


def test_the_title_comes_first_and_is_a_part_of_its_own() -> None:
    page = read(b"<title>Jane\n Fell &amp; family</title><p>Hello")
    assert page.title == "Jane Fell & family"
    assert [p.where for p in page.parts] == ["title", "text"]
    assert page.text == "Jane Fell & family\n\nHello"


@pytest.mark.parametrize(
    ("html", "language"),
    [
        ("<html lang=en-GB>", "en-GB"),
        ("<html xml:lang='cy'>", "cy"),
        ("<html lang=de_AT>", "de-AT"),
        ("<meta http-equiv=content-language content=fr>", "fr"),
        ("<html lang='<script>'>", ""),
        ("<p lang=fr>", ""),
    ],
)
def test_the_language_is_a_tag_of_letters(html: str, language: str) -> None:
    assert read(f"{html}<p>x".encode(), "text/html").language == language


def test_a_page_of_nothing_but_scripts_is_not_called_read() -> None:
    page = read(b"<html><body><div id=root></div><script src=app.js></script><script>go()</script></body></html>")
    assert page.outcome is PageOutcome.PARTLY
    assert "browser" in page.detail


def test_a_short_page_without_scripts_is_read() -> None:
    assert read(b"<html><body><p>Jane</p></body></html>").outcome is PageOutcome.READ


def test_a_picture_written_into_a_page_is_passed_over() -> None:
    page = read(b"<p>before<img src='data:image/png;base64," + b"QUJD" * 5_000_000 + b"'>after</p>", "text/html")
    assert (page.outcome, part(page, "text")) == (PageOutcome.READ, "beforeafter")


def test_a_file_called_html_that_holds_no_tag_keeps_its_lines() -> None:
    assert read(b"Jane Fell\n01632 960123\n", "text/html").text == "Jane Fell\n01632 960123"


def test_a_page_that_stands_inside_is_read() -> None:
    inner = escape("<p>07700 900123<iframe srcdoc='" + escape("<b>jane@example.org</b>") + "'></iframe>")
    page = read(f'<title>T</title><p>Out<iframe srcdoc="{inner}"></iframe>'.encode(), "text/html")
    assert (page.outcome, page.title) == (PageOutcome.READ, "T")
    assert part(page, "text") == "Out\n\n07700 900123\n\njane@example.org"


def test_pages_inside_pages_without_end_are_told() -> None:
    html = "<p>07700 900123"
    for _ in range(9):
        html = f'<p>x<iframe srcdoc="{escape(html)}"></iframe>'
    page = read(html.encode(), "text/html")
    assert (page.outcome, "07700" in page.text) == (PageOutcome.PARTLY, False)


@pytest.mark.parametrize(
    "html",
    [
        "<frameset><frame src=main.html><frame src=menu.html></frameset>",
        "<p>Please wait<iframe src='https://www.example.org/cv'></iframe>",
        "<embed src=cv.pdf type='application/pdf'>",
        "<meta http-equiv=refresh content='0; url=/cv'><p>Moved",
    ],
)
def test_a_page_whose_words_stand_elsewhere_is_not_called_read(html: str) -> None:
    page = read(f"<html>{html}".encode(), "text/html")
    assert page.outcome is PageOutcome.PARTLY
    assert "Open it yourself" in page.detail


def test_a_page_with_a_film_beside_its_words_is_read() -> None:
    page = read(b"<html><p>" + b"word " * 20 + b"<iframe src='https://video.example.org/1'></iframe>", "text/html")
    assert page.outcome is PageOutcome.READ
