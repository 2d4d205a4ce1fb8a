"""JSON, CSV, vCards, XML and saved e-mails, and what networks put into the archives that they give."""

from __future__ import annotations

import base64
import json
import plistlib

import pytest

from seen_online.reading import read
from seen_online.reading.page import PageOutcome
from support.parts import part


def lines(data: str | bytes, name: str = "") -> list[str]:
    return read(data if isinstance(data, bytes) else data.encode(), None, name).text.split("\n")


def test_facebooks_letters_are_put_right() -> None:
    # Facebook writes each byte of UTF-8 as a character of its own.
    assert lines('{"name": "Ren\\u00c3\\u00a9e", "note": "\\u00f0\\u009f\\u0098\\u0080"}') == [
        "name: Renée",
        "note: 😀",
    ]


def test_letters_that_are_right_stay() -> None:
    assert lines(json.dumps({"name": "Renée Ã¶", "place": "Zürich"})) == ["name: Renée Ã¶", "place: Zürich"]


def test_facebooks_profile() -> None:
    profile = {
        "profile_v2": {
            "name": {"full_name": "Jane Fell"},
            "emails": {"emails": ["jane@example.org"], "previous_emails": []},
            "birthday": {"year": 1985, "month": 3, "day": 12},
            "phone_numbers": [{"phone_type": "Mobile", "phone_number": "+447700900123", "verified": True}],
            "registration_timestamp": 1199145600,
        }
    }
    assert lines(json.dumps(profile)) == [
        "name full name: Jane Fell", "emails emails: jane@example.org", "profile v2 birthday: 1985-03-12", "",
        "phone numbers phone type: Mobile", "phone numbers phone number: +447700900123",
        "profile v2 registration timestamp: 2008-01-01 00:00",
    ]  # fmt: skip


def test_instagrams_personal_information() -> None:
    information = {
        "profile_user": [
            {
                "title": "",
                "string_map_data": {
                    "Email": {"href": "", "value": "jane@example.org", "timestamp": 0},
                    "Date of birth": {"href": "", "value": "1985-03-12", "timestamp": 0},
                },
            }
        ]
    }
    assert lines(json.dumps(information))[-2:] == ["Email: jane@example.org", "Date of birth: 1985-03-12"]


def test_xs_account_script() -> None:
    script = 'window.YTD.account.part0 = [ {"account" : {"email" : "jane@example.org", "createdAt": "2010-01-01"}} ];'
    assert lines(script, "account.js") == ["account email: jane@example.org", "account createdAt: 2010-01-01"]


def test_a_place_in_json_is_one_line() -> None:
    assert lines('{"spot": {"latitude": 54.895, "longitude": -2.9336, "name": "Home"}}') == [
        "spot: 54.895000, -2.933600", "spot name: Home",
    ]  # fmt: skip


def test_a_place_of_x_in_either_order() -> None:
    for key, pair in (("geo", ["54.895", "-2.9336"]), ("coordinates", [-2.9336, 54.895])):
        script = {"tweet": {key: {"type": "Point", "coordinates": pair}}}
        assert lines("window.YTD.tweets.part0 = " + json.dumps([script])) == [
            f"tweet {key}: 54.895000, -2.933600", f"{key} type: Point",
        ]  # fmt: skip


@pytest.mark.parametrize("pair", [[200, 0], ["x", "y"], [1, 2, 3], None, [True, False], ["nan", "inf"]])
def test_what_is_no_place(pair: object) -> None:
    assert ", " not in read(json.dumps({"a": {"type": "Point", "coordinates": pair}}).encode()).text


def test_a_birthday_without_its_year() -> None:
    assert lines('{"birthday": {"month": 3, "day": 12}}') == ["birthday: --03-12"]


def test_numbers_that_are_times_do_not_look_like_phone_numbers() -> None:
    assert lines('{"timestamp_ms": 1199145600000, "created_at": 1199145600, "phone": 447700900123}') == [
        "timestamp ms: 2008-01-01 00:00", "created at: 2008-01-01 00:00", "phone: 447700900123",
    ]  # fmt: skip


def test_one_json_document_a_line() -> None:
    assert lines('{"a": "x"}\n{"a": "y"}\n') == ["a: x", "", "a: y"]


@pytest.mark.parametrize("text", ["[12/03/2024, 10:11:12] Jane: hello", "{not json}", '{"a": 1', "[" * 100_000])
def test_what_only_looks_like_json_is_read_as_text(text: str) -> None:
    page = read(text.encode())
    assert (page.text, page.media_type, page.outcome) == (text, "text/plain", PageOutcome.READ)


def test_linkedins_connections_with_their_notes_above() -> None:
    table = (
        'Notes:\n"When exporting your connections, some are missing."\n\n'
        "First Name,Last Name,Email Address\nJane,Fell,jane@example.org\nAnn,,\n"
    )
    assert lines(table, "Connections.csv") == [
        "Notes:", "When exporting your connections, some are missing.", "", "name: Jane Fell", "First Name: Jane",
        "Last Name: Fell", "Email Address: jane@example.org", "", "First Name: Ann",
    ]  # fmt: skip


@pytest.mark.parametrize("mark", [";", "\t"])
def test_tables_with_other_separators(mark: str) -> None:
    table = f"Name{mark}Birth Date\nJane{mark}12 March\n"
    assert read(table.encode(), "text/csv").text == "Name: Jane\nBirth Date: 12 March"


def test_a_cell_larger_than_any_cell_is_read_as_text() -> None:
    text = 'a,b\n"' + "x" * 200_000
    assert read(text.encode(), "text/csv").text == text


CARD = """BEGIN:VCARD
VERSION:3.0
N:Fell;Jane;;Ms;
FN:Jane Fell
item1.TEL;TYPE="home,voice":+44 1632 960123
EMAIL;TYPE=work:jane@example.org
ADR;TYPE=home:;;1 High Street;Carlisle;Cumbria;CA1 2AB;United Kingdom
BDAY:19850312
ORG:Larch House;Care
NOTE:Likes\\, long walks\\nand a line that is
  folded
PHOTO;ENCODING=b:QUJD
 QUJD
END:VCARD
"""


def test_a_vcard_reads_in_the_same_words_as_a_page() -> None:
    assert lines(CARD) == [
        "Person", "familyName: Fell", "givenName: Jane", "honorificPrefix: Ms", "name: Jane Fell",
        "telephone: +44 1632 960123", "email: jane@example.org",
        "address: 1 High Street, Carlisle, Cumbria, CA1 2AB, United Kingdom", "birthDate: 1985-03-12",
        "worksFor: Larch House, Care", "description: Likes, long walks and a line that is folded",
    ]  # fmt: skip


def test_an_old_vcard_with_quoted_letters() -> None:
    name = "FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Ren=E9=\r\ne Fell"
    card = f"BEGIN:VCARD\r\nVERSION:2.1\r\n{name}\r\nBDAY:--0312\r\nEND:VCARD"
    assert lines(card) == ["Person", "name: Renée Fell", "birthDate: --03-12"]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [("19850312T000000Z", "1985-03-12"), ("1985-03-12", "1985-03-12"), ("--0312", "--03-12"), ("1604-03-12", "--03-12"),
     ("1985", "1985"), ("circa 1985", "circa 1985")],
)  # fmt: skip
def test_birthdays_of_cards(written: str, read_as: str) -> None:
    assert lines(f"BEGIN:VCARD\nVERSION:4.0\nFN:Jane\nBDAY:{written}\nEND:VCARD")[-1] == f"birthDate: {read_as}"


def test_many_cards_in_one_file() -> None:
    assert lines("BEGIN:VCARD\nFN:Jane\nEND:VCARD\nBEGIN:VCARD\nFN:Ann\nEND:VCARD\n") == [
        "Person", "name: Jane", "", "Person", "name: Ann",
    ]  # fmt: skip


def test_a_track_of_a_run_shows_where_it_began() -> None:
    track = '<?xml version="1.0"?><gpx><trkpt lat="54.895" lon="-2.933"><name>Home</name></trkpt></gpx>'
    assert lines(track) == ["geo: 54.895, -2.933", "name: Home"]


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "iso-8859-1"])
def test_xml_in_any_charset(charset: str) -> None:
    assert lines(f'<?xml version="1.0" encoding="{charset}"?><a><b>Renée</b></a>'.encode(charset)) == ["b: Renée"]


def test_damaged_xml_is_read_as_far_as_it_goes() -> None:
    page = read(b'<?xml version="1.0"?><a><b>Jane</b><c>Fell')
    assert (page.text, page.outcome) == ("b: Jane\nc: Fell", PageOutcome.PARTLY)


MAIL = b"""From: =?utf-8?q?Ren=C3=A9e?= <renee@example.org>
To: jane@example.org
Subject: Hello
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=edge

--edge
Content-Type: text/html; charset=iso-8859-1

<p>Gr\xfc\xdfe, <b>Ren\xe9e</b></p>
--edge
Content-Type: application/pdf
Content-Disposition: attachment; filename=cv.pdf

x
--edge--
"""


def test_a_saved_mail_is_read_and_its_files_are_told() -> None:
    page = read(MAIL, None, "mail.eml")
    assert part(page, "meta").split("\n") == [
        "From: Renée <renee@example.org>",
        "To: jane@example.org",
        "Subject: Hello",
    ]
    assert part(page, "text") == "Grüße, Renée"
    assert page.outcome is PageOutcome.PARTLY
    assert "files inside" in page.detail


def test_a_page_saved_as_one_file_is_read_as_the_page() -> None:
    saved = MAIL.replace(b"multipart/mixed", b"multipart/related").replace(
        b"From:", b"Snapshot-Content-Location: x\nFrom:"
    )
    page = read(saved, None, "page.mhtml")
    assert (page.text, page.outcome) == ("Grüße, Renée", PageOutcome.READ)


def test_a_page_saved_by_safari_is_read_with_its_frames() -> None:
    page = {
        "WebResourceData": "<title>T</title><p>Renée".encode("latin-1"),
        "WebResourceTextEncodingName": "iso-8859-1",
    }
    frame = {"WebMainResource": {"WebResourceData": b"<p>01632 960123"}}
    saved = plistlib.dumps({"WebMainResource": page, "WebSubframeArchives": [frame]}, fmt=plistlib.FMT_BINARY)
    read_page = read(saved)
    assert (part(read_page, "text"), read_page.outcome) == ("Renée\n\n01632 960123", PageOutcome.READ)


def test_another_property_list_is_no_page() -> None:
    assert read(plistlib.dumps({"a": [1]}, fmt=plistlib.FMT_BINARY)).outcome is PageOutcome.FAILED


@pytest.mark.parametrize(
    ("limit", "data", "text"),
    [
        ("json_text.MAX_LINES", b'{"a": "x", "b": "y", "c": "z"}', "a: x"),
        ("vcard.MAX_CARDS", b"BEGIN:VCARD\nFN:x\nEND:VCARD\n" * 3, "Person\nname: x\n\nPerson\nname: x"),
        (
            "html.jsonld.MAX_ITEMS",
            b'<script type="application/ld+json">[{"name": "x"}, {"name": "y"}]</script><p>' + b"z" * 99,
            "",
        ),
    ],
)
def test_what_is_more_than_we_take_is_told(limit: str, data: bytes, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"seen_online.reading.{limit}", 2)
    if "MAX_ITEMS" in limit:
        monkeypatch.setattr("seen_online.reading.html.target.MAX_ITEMS", 2)
    page = read(data)
    assert (page.outcome, page.text.startswith(text)) == (PageOutcome.PARTLY, True)
    assert "first part" in page.detail


@pytest.mark.parametrize("size", [3_000, 30_000_000])
def test_a_mail_with_a_large_file_is_read_beside_it(size: int) -> None:
    lines = base64.encodebytes(bytes(size)).replace(b"\n", b"\r\n")
    page = read(
        MAIL.replace(b"filename=cv.pdf\n", b"filename=cv.pdf\nContent-Transfer-Encoding: base64\n").replace(
            b"x\n--edge--", lines + b"--edge--"
        ),
        None,
        "mail.eml",
    )
    assert part(page, "text") == "Grüße, Renée"
    assert "Save them" in page.detail


def test_a_mail_whose_own_text_is_left_out_is_told() -> None:
    lines = base64.encodebytes(b"<p>07700 900123" + bytes(30_000_000))
    page = read(b"From: a@example.org\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n" + lines)
    assert (page.outcome, "first part" in page.detail) == (PageOutcome.PARTLY, True)


def test_a_large_table_is_told_as_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seen_online.reading.csv_text.MAX_ROWS", 3)
    page = read(b"a,b\n" + b"x,y\n" * 20, None, "t.csv")
    assert (page.text, page.outcome) == ("\n\n".join(["a: x\nb: y"] * 3), PageOutcome.PARTLY)


@pytest.mark.parametrize("size", [120_000, 500_000])
def test_json_too_long_to_be_taken_whole_is_read_in_its_first_part(size: int) -> None:
    rows = [
        {"sender_name": "Ren\u00c3\u00a9e", "timestamp_ms": 1199145600000, "n": [n, 'two \\ "lines"']}
        for n in range(size)
    ]
    page = read(json.dumps({"messages": rows, "phone": "07700 900123"}).encode())
    assert (page.outcome, page.media_type) == (PageOutcome.PARTLY, "application/json")
    assert page.text.startswith(
        'sender name: Renée\ntimestamp ms: 2008-01-01 00:00\nn: 0\nn: two \\ "lines"\n\nsender name: Renée'
    )
    assert "first part" in page.detail


def test_large_json_is_read_apart_and_reads_the_same() -> None:
    rows = [{"name": f"Jane {n}", "email": f"jane{n}@example.org"} for n in range(30_000)]
    page = read(json.dumps(rows).encode())
    assert page.text == "\n\n".join(f"name: {row['name']}\nemail: {row['email']}" for row in rows)
    assert (page.outcome, page.media_type) == (PageOutcome.READ, "application/json")
