"""The PDF: PDF/UA-1 with tags, title, language and only the note's own date; letters no font has stand in words."""

from __future__ import annotations

import io

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from seen_online.note import glyphs
from seen_online.note.glyphs import in_words, put_in_words
from seen_online.note.model import Paragraph, Table
from seen_online.note.pdf import write_pdf
from support.golden_notes import full_note
from support.notes import note_of, pdf_roles, pdf_text, squeezed


def reader(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def test_it_says_that_it_is_pdf_ua_and_is_titled_tagged_and_has_its_language() -> None:
    pdf = reader(write_pdf(replace(full_note(), language="cy")))
    root = pdf.trailer["/Root"]
    assert root["/Lang"] == "cy"
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 (pypdf's own boolean)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert pdf.metadata.title == "What can be seen about me online"


def test_it_holds_the_notes_own_date_and_no_author() -> None:
    metadata = reader(write_pdf(full_note())).metadata
    assert metadata["/CreationDate"] == metadata["/ModDate"] == "D:20260305143000Z"
    assert set(metadata) == {"/Title", "/Creator", "/CreationDate", "/ModDate"}
    assert metadata["/Creator"].startswith("Typst")


def test_headings_lists_and_table_headers_are_tagged() -> None:
    roles = [role.strip() for role in pdf_roles(write_pdf(full_note()))]
    assert roles.count("Title") == 1
    assert roles.count("H1") == len(full_note().sections)
    assert roles.count("H2") == sum(len(section.parts) for section in full_note().sections)
    assert roles.count("Table") == roles.count("THead") == 4
    assert roles.count("TH") == 3 + 2 + 3 + 3
    assert "LBody" in roles


def test_fonts_are_in_the_file_and_none_is_of_this_computer() -> None:
    fonts = set()
    for page in reader(write_pdf(full_note())).pages:
        for font in page["/Resources"]["/Font"].values():
            fonts.add(font.get_object()["/BaseFont"].partition("+")[2].partition("-")[0])
    assert fonts <= {"LibertinusSerif", "DejaVuSansMono", "NotoSans", "NotoEmoji"}


NAMES = {
    "Welsh": "Siôn Ŵyn Llŷr o Dŷ-gwŷr",
    "Polish": "Zażółć gęślą jaźń, Łucja Świątek",
    "Arabic": "محمد علي",
    "Urdu": "عائشہ",
    "Hebrew": "שלום",
    "Hindi": "प्रिया शर्मा",
    "Bengali": "রহিমা",
    "Tamil": "தமிழ்",
    "Thai": "สมชาย",
    "Amharic": "ሰላም",
    "Vietnamese": "Nguyễn Thị Hồng",
    "Greek": "Ελένη",
    "Ukrainian": "Олександр Їжакевич",
    "Chinese": "王小明",
    "Japanese": "さくら",
    "Korean": "김민준",
    "emoji": "😀 👩🏽‍⚕️ 🇬🇧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ❤️",
}


@pytest.mark.parametrize("language", NAMES)
def test_names_of_many_languages_and_emoji_are_drawn_and_can_be_read_out(language: str) -> None:
    text = pdf_text(write_pdf(note_of(Paragraph(f"<{NAMES[language]}>"))))
    assert "in brackets" not in text, "nothing stands in words"
    # A reader puts the words of a line that runs from right to left into its own order.
    assert sorted(squeezed(text.partition("<")[2].partition(">")[0])) == sorted(squeezed(NAMES[language]))


def test_a_table_goes_on_over_pages() -> None:
    rows = tuple((f"row {number}", "words") for number in range(120))
    pdf = write_pdf(note_of(Table(("a", "b"), rows)))
    assert len(reader(pdf).pages) > 2
    assert [role.strip() for role in pdf_roles(pdf)].count("TR") == 121


def test_what_no_font_has_stands_in_words_and_the_file_says_so() -> None:
    text = pdf_text(write_pdf(note_of(Paragraph("Name: \U00012000 and \U000f0000x"))))
    assert "[cuneiform sign a] and [sign U+F0000]x" in text
    assert "stand in words, in brackets" in text
    assert "stand in words" not in pdf_text(write_pdf(note_of(Paragraph("Name: Łęcka"))))


def test_without_the_font_packages_emoji_stand_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "_PACKAGES", ("no_such_package",))
    text = pdf_text(write_pdf(note_of(Paragraph("a 😀 b 👩🏽‍⚕️ c 🇬🇧 d 🏴󠁧󠁢󠁷󠁬󠁳󠁿 e 日"))))
    assert squeezed("a [grinning face] b [woman] c [flag GB] d [flag GBWLS] e [sign U+65E5]") in squeezed(text)


def test_the_letters_taken_for_sure_are_in_the_fonts_that_typst_carries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "_PACKAGES", ("no_such_package",))
    sure = "".join(chr(code) for code in range(32, 0x2100) if glyphs._SURE.fullmatch(chr(code)))
    assert len(sure) > 400
    # As PDF/UA, Typst refuses a letter that no font has, so writing it is the test.
    assert "ŁłŃń" in squeezed(pdf_text(write_pdf(note_of(Paragraph(sure)))))


def test_drawing_is_tried_only_as_often_as_needed() -> None:
    asked: list[str] = []

    def draws(text: str) -> bool:
        asked.append(text)
        return not any("\u4e00" <= c <= "\u9fff" for c in text)

    words = in_words(["plain", "".join(chr(0x4E00 + n) for n in range(3000)), "ę ✓ 😀"], draws)
    assert len(words) == 3000
    assert len(asked) < 40
    assert in_words(["plain łódź"], lambda text: pytest.fail(f"asked for {text!r}")) == {}


def test_a_picture_of_several_characters_is_one() -> None:
    words = in_words(["x 👩🏽‍⚕️"], lambda text: text.isascii())
    assert words == {"👩🏽‍⚕️": "[woman]"}
    assert put_in_words("x 👩🏽‍⚕️ ł", words) == "x [woman] ł"


@pytest.mark.parametrize(("tag", "language"), [("en-GB", "en"), ("cy", "cy"), ("ar", "ar"), ("", "en"), ("x!", "en")])
def test_a_language_tag_of_any_kind_is_taken(tag: str, language: str) -> None:
    pdf = reader(write_pdf(replace(note_of(Paragraph("x")), language=tag)))
    assert pdf.trailer["/Root"]["/Lang"] == language
