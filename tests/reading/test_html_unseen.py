"""What is there but unseen: each kind in a part of its own."""

from __future__ import annotations

import pytest

from seen_online.reading import read
from support.parts import part


def unseen(html: str, where: str) -> list[str]:
    return part(read(f"<html><body>{html}<p>The page itself.</body></html>".encode()), where).split("\n")


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<a href='mailto:jane%40example.org?subject=Hi'>Write to me</a>", "Write to me → jane@example.org"),
        ("<a href='MAILTO:jane@example.org'>Jane@Example.org</a>", "jane@example.org"),
        ("<a href='mailto:?cc=ann@example.org&subject=x'>Share</a>", "Share → ann@example.org"),
        ("<a href='mailto:jane@example.org,ann@example.org'>Us</a>", "Us → jane@example.org,ann@example.org"),
        ("<a href='&#109;ailto&#58;jane&#64;example.org'>x</a>", "x → jane@example.org"),
        ("<a href='tel:+44-1632-960123'>Call <b>me</b></a>", "Call me → +44-1632-960123"),
        ("<a href='sms:07700900123;body=hi'>Text me</a>", "Text me → 07700900123"),
        ("<a href='https://wa.me/447700900123?text=x'>WhatsApp</a>", "WhatsApp → +447700900123"),
        ("<a href='skype:jane.fell?call'>Skype</a>", "Skype → skype: jane.fell"),
        ("<a href='https://www.facebook.com/jane.fell'>f</a>", "f → https://www.facebook.com/jane.fell"),
        ("<a href='//uk.linkedin.com/in/jane-fell'>in</a>", "in → //uk.linkedin.com/in/jane-fell"),
        ("<a rel='nofollow me' href='https://social.example/@jane'>m</a>", "m → https://social.example/@jane"),
        ("<a href='https://www.google.com/maps/@54.8950,-2.9336,15z'>Map</a>", "Map → 54.8950, -2.9336"),
        ("<a href='https://maps.google.co.uk/?q=54.8950,-2.9336'>Map</a>", "Map → 54.8950, -2.9336"),
        (
            "<iframe src='https://www.google.com/maps/embed?pb=!1m2!2d-2.9336!3d54.895'></iframe>",
            "Map → 54.895, -2.9336",
        ),
        ("<a href='mailto:jane(at)example.org'>m</a>", "m → jane(at)example.org"),
        ("<a href='geo:54.895,-2.933'>Here</a>", "Here → 54.895, -2.933"),
        ("<a href='/cdn-cgi/l/email-protection#CODE'>x</a>", "x → jane@example.org"),
    ],
)
def test_links_that_give_somebody_away_are_read(html: str, line: str) -> None:
    html = html.replace("CODE", keyed("jane@example.org"))
    assert unseen(html, "link") == [line]


@pytest.mark.parametrize(
    "href",
    ["/about", "https://example.org/", "https://www.facebook.com/", "https://www.facebook.com/sharer/sharer.php?u=x",
     "https://twitter.com/intent/tweet?text=x", "javascript:void(0)", "#top", "mailto:", "http://[broken", "tel:"],
)  # fmt: skip
def test_the_many_other_links_are_passed_over(href: str) -> None:
    assert unseen(f"<a href='{href}'>x</a>", "link") == [""]


def keyed(address: str, key: int = 0x42) -> str:
    return bytes([key, *(byte ^ key for byte in address.encode())]).hex()


def test_a_protected_address_is_read_in_place() -> None:
    span = f"<span class=__cf_email__ data-cfemail='{keyed('jane@example.org')}'>[email&nbsp;protected]</span>"
    html = f"<p>Write to {span}!"
    assert part(read(html.encode(), "text/html"), "text") == "Write to jane@example.org!"


@pytest.mark.parametrize("code", ["", "zz", "00", "4228", "42" * 500, "422823272c"])
def test_a_protected_address_that_is_none_leaves_the_text(code: str) -> None:
    html = f"<p><span data-cfemail='{code}'>[hidden]</span>"
    assert part(read(html.encode(), "text/html"), "text") == "[hidden]"


PERSON = ["Person", "name: Jane Fell", "birthDate: 1985-03-12", "telephone: 01632 960123",
          "address: 1 High Street, Carlisle, CA1 2AB", "worksFor name: Larch House"]  # fmt: skip


@pytest.mark.parametrize(
    "html",
    [
        """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Person", "name": "Jane Fell",
        "birthDate": "1985-03-12", "telephone": "tel:01632 960123", "image": "https://example.org/j.jpg",
        "address": {"@type": "PostalAddress", "streetAddress": "1 High Street", "addressLocality": "Carlisle",
        "postalCode": "CA1 2AB"}, "worksFor": {"@type": "Organization", "name": "Larch House"}}</script>""",
        """<div itemscope itemtype="https://schema.org/Person"><b itemprop=name>Jane <i>Fell</i></b>
        <time itemprop=birthDate datetime=1985-03-12>12 March</time>
        <a itemprop=telephone href="tel:01632 960123">call</a>
        <p itemprop=address itemscope itemtype="https://schema.org/PostalAddress">
        <span itemprop=streetAddress>1 High Street</span><span itemprop=addressLocality>Carlisle</span>
        <meta itemprop=postalCode content="CA1 2AB"></p>
        <p itemprop=worksFor itemscope itemtype="https://schema.org/Organization"><span itemprop=name>Larch House</span>
        </div>""",
        """<div vocab="https://schema.org/" typeof="Person"><b property=name>Jane <i>Fell</i></b>
        <span property=birthDate content=1985-03-12>12 March</span><span property="schema:telephone">01632 960123</span>
        <p property=address typeof=PostalAddress><span property=streetAddress>1 High Street</span>
        <span property=addressLocality>Carlisle</span> <span property=postalCode>CA1 2AB</span></p>
        <p property=worksFor typeof=Organization><span property=name>Larch House</span></p></div>""",
    ],
    ids=["JSON-LD", "microdata", "RDFa"],
)  # fmt: skip
def test_a_person_described_for_machines_reads_the_same_in_every_notation(html: str) -> None:
    assert unseen(html, "data")[: len(PERSON)] == PERSON


@pytest.mark.parametrize(
    "html",
    [
        """<div class="h-card"><a class="p-name u-url" href="https://jane.example/">Jane Fell</a>
        <time class="dt-bday" datetime="1985-03-12">12 March</time>
        <a class="u-email" href="mailto:jane@example.org">x</a>
        <div class="p-adr h-adr"><span class="p-street-address">1 High Street</span>
        <span class="p-postal-code">CA1 2AB</span></div><span class="p-tel">01632 960123</span></div>""",
        """<div class="vcard"><a class="fn url" href="https://jane.example/">Jane Fell</a>
        <abbr class="bday" title="1985-03-12">12 March</abbr><a class="email" href="mailto:jane@example.org">x</a>
        <div class="adr"><span class="street-address">1 High Street</span><span class="postal-code">CA1 2AB</span></div>
        <span class="tel">01632 960123</span></div>""",
    ],
    ids=["h-card", "hCard"],
)
def test_cards_are_read_in_the_same_words(html: str) -> None:
    assert set(unseen(html, "data")) >= {
        "name: Jane Fell", "url: https://jane.example/", "birthDate: 1985-03-12", "email: jane@example.org",
        "address: 1 High Street, CA1 2AB", "telephone: 01632 960123",
    }  # fmt: skip


@pytest.mark.parametrize(
    "json",
    [
        '<!-- {"@type": "Person", "name": "Jane Fell",} -->',
        '//<![CDATA[\n{"@type": "Person", "name": "Jane\nFell"}\n//]]>',
        '[{"@graph": [{"@type": ["Person", "Thing"], "name": {"@value": "Jane &amp;  Fell"}}]}]',
    ],
)
def test_json_ld_that_is_nearly_json_is_read(json: str) -> None:
    assert unseen(f'<script type="application/ld+json">{json}</script>', "data")[0] == "Person"


def test_json_ld_that_is_no_json_is_kept_as_it_stands() -> None:
    html = '<script type="application/ld+json">{name: jane@example.org</script>'
    assert unseen(html, "data") == ["{name: jane@example.org"]


def test_a_place_described_for_machines_is_one_line() -> None:
    metas = '<meta itemprop=latitude content="54.895"><meta itemprop=longitude content="-2.933">'
    html = f"<div itemscope itemprop=geo>{metas}</div>"
    assert "geo: 54.895, -2.933" in unseen(html, "data")


@pytest.mark.parametrize(
    ("script", "line"),
    [
        ("document.write('<a href=\"mailto:jane@example.org\">mail</a>')", "jane@example.org"),
        ("var a = 'jane'; var b = 'example.org'; document.write(a + '@' + b);", "jane@example.org"),
        ("var u='ja'+'ne'\nu += '&#64;'\nu = u + 'example' + '.org'", "jane@example.org"),
        ('x = "jane\\u0040example\\x2eorg"', "jane@example.org"),
        ("e = 'jane' + String.fromCharCode(64) + \"example.org\"", "jane@example.org"),
        ("document.write(unescape('jane%40example.org'))", "jane@example.org"),
        ("obfuscate('example.org','jane')", "obfuscate('example.org','jane')"),
        ("linkTo_UnCryptMailto('pdlowr-mdqhChadpsoh1ruj')", "jane@example.org"),
        ("d.write('<n uers=\"znvygb:wnar@rknzcyr.bet\">'.replace(/[a-zA-Z]/g, rot13))", "jane@example.org"),
    ],
)
def test_an_address_that_a_script_puts_together_is_read(script: str, line: str) -> None:
    assert line in unseen(f"<script>{script}</script>", "data")
    quoted = script.replace("&", "&amp;").replace('"', "&quot;")
    assert line in unseen(f'<a href="#" onclick="{quoted}">x</a>', "data")


def test_other_scripts_give_nothing() -> None:
    assert unseen("<script>var a = 'x'; track('UA-12345', a + 1); // jane</script>", "data") == [""]


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<a data-user=jane data-domain=example.org>x</a>", "email: jane@example.org"),
        ("<a data-name=jane data-domain=example data-tld=org>x</a>", "email: jane@example.org"),
        ("<div data-lat=54.895 data-lng=-2.933></div>", "geo: 54.895, -2.933"),
        ("<span data-phone='01632 960123'></span>", "phone: 01632 960123"),
    ],
)
def test_attributes_that_hold_an_address_for_a_script_are_read(html: str, line: str) -> None:
    assert unseen(html, "data") == [line]


def test_meta_tags_about_people_are_read_and_those_for_machines_are_not() -> None:
    page = read(
        b"<meta name=description content='Jane writes'><meta property=og:title content='Jane Fell'>"
        b"<meta name=geo.position content='54.895;-2.933'><meta name=viewport content='width=1'>"
        b"<meta http-equiv=reply-to content=jane@example.org><meta name=author content=' '>"
        b"<meta name=google-site-verification content=0123456789><p>Hello"
    )
    assert part(page, "meta").split("\n") == [
        "description: Jane writes", "og:title: Jane Fell", "geo.position: 54.895;-2.933", "reply-to: jane@example.org",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "html",
    [
        "<p hidden>Jane</p>", "<p style='color:red; DISPLAY : none'>Jane</p>", "<noscript>Jane</noscript>",
        "<template><p>Jane</template>", "<input type=hidden value=Jane>", "<p style='visibility:hidden'>Jane</p>",
        "<style>.gone,.x{font-size:0}</style><p class='y gone'>Jane</p>", "<select><option>Jane</select>",
        "<dialog>Jane</dialog>",
    ],
)  # fmt: skip
def test_hidden_text_is_read_as_hidden(html: str) -> None:
    page = read(f"<p>Seen{html}".encode(), "text/html")
    assert (part(page, "text"), part(page, "hidden")) == ("Seen", "Jane")


def test_alternative_texts_and_comments_are_read() -> None:
    html = "<img alt='Jane  at work'><a title='About Jane' aria-label='Jane' href=/>x</a>"
    html += "<!-- old: <b>01632 960123</b> -->"
    assert unseen(html, "alt") == ["Jane at work", "About Jane", "Jane"]
    assert unseen(html, "comment") == ["old: 01632 960123"]


def test_comments_for_old_browsers_say_nothing() -> None:
    assert unseen("<!--[if IE]><p>old</p><![endif]--><!--<![endif]-->", "comment") == [""]


def test_every_part_lies_where_it_says() -> None:
    html = "<title>T</title><p>seen<p hidden>gone<!-- note --><img alt=picture><a href=mailto:j@example.org>m</a>"
    page = read(html.encode())
    for p in page.parts:
        assert page.where(p.start) == page.where(p.end - 1) == p.where
        assert page.text[p.start : p.end].strip() == page.text[p.start : p.end]
    assert page.parts[-1].end == len(page.text)


@pytest.mark.parametrize(
    ("html", "where", "line"),
    [
        ("<style>.m::after { content: 'jane@example.org' }</style><p class=m>", "alt", "jane@example.org"),
        ('<style>.m:before{content:"jane\\40 example.org"}</style>', "alt", "jane@example.org"),
        ("<style>.m:before{content:'07700 900123'}</style>", "alt", "07700 900123"),
        ("<style>.m:before{content:'Read more'}</style>", "alt", ""),
        ("<form action='mailto:jane@example.org'><input></form>", "link", "jane@example.org"),
        ("<button formaction='MAILTO:jane@example.org?subject=x'>Go</button>", "link", "jane@example.org"),
        ("<form action='/search'><input></form>", "link", ""),
        ("<select><option value='jane@example.org'>Jane</option></select>", "data", "jane@example.org"),
        ("<select><option value='12'>Twelve</option></select>", "data", ""),
        ('<script type=\'application/json\'>{"email": "jane@example.org"}</script>', "data", "jane@example.org"),
    ],
)
def test_what_styles_forms_and_data_for_programs_hold(html: str, where: str, line: str) -> None:
    assert unseen(html, where) == [line]
