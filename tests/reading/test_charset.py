"""Letters from bytes, whatever is declared."""

from __future__ import annotations

import codecs

import pytest

from seen_online.reading import read
from seen_online.reading.charset import to_text

POLISH = "Zażółć gęślą jaźń, mówi Łucja Śliwińska z Łodzi. Gdzieś pośród źródeł żyją łabędzie."
RUSSIAN = "Меня зовут Анна Иванова, я живу в Карлайле и работаю в доме для пожилых людей."
GREEK = "Με λένε Ελένη Παπαδοπούλου και μένω στο Καρλάιλ εδώ και πολλά χρόνια."
JAPANESE = "私の名前は田中花子です。カーライルに住んでいて、介護施設で働いています。電話してください。"
CHINESE = "我叫王小明，住在卡莱尔，在一家养老院工作。请给我打电话或者写信。"
KOREAN = "제 이름은 김지영입니다. 저는 칼라일에 살고 있으며 요양원에서 일하고 있습니다."
WESTERN = "Renée Müller aus Zürich grüßt Señor Núñez – “très” bien, 5 €."


@pytest.mark.parametrize(
    ("text", "charset"),
    [(POLISH, "cp1250"), (POLISH, "iso8859_2"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (GREEK, "cp1253"),
     (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp"), (JAPANESE, "iso2022_jp"), (CHINESE, "gb18030"), (CHINESE, "gbk"),
     (KOREAN, "euc_kr"), (WESTERN, "cp1252"), (WESTERN, "utf-8"), (WESTERN, "utf-16"), (WESTERN, "utf-8-sig")],
)  # fmt: skip
def test_a_declared_charset_is_believed(text: str, charset: str) -> None:
    assert to_text(text.encode(charset), f"text/html; charset={charset}") == text
    html = f'<meta charset="{charset}"><p>{text}'
    if not charset.startswith("utf-16"):
        assert text in to_text(html.encode(charset))


@pytest.mark.parametrize(
    ("text", "charset"),
    [(RUSSIAN, "cp1251"), (GREEK, "cp1253"), (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp"), (CHINESE, "gb18030"),
     (KOREAN, "euc_kr"), (WESTERN, "cp1252"), (WESTERN, "utf-8"), ("Renée Fell", "cp1252"), ("x\xe9y", "cp1252")],
)  # fmt: skip
def test_an_undeclared_charset_is_found(text: str, charset: str) -> None:
    assert to_text(text.encode(charset)) == text


@pytest.mark.parametrize(
    ("text", "charset", "language"),
    [
        ("Łukasz Wójcik, Źródło", "cp1250", "pl"), ("Łukasz Wójcik, Źródło", "iso8859_2", "pl-PL"),
        ("Ayşe Yılmaz, İstanbul", "cp1254", "tr"), ("Мария Иванова, Москва", "cp1251", "ru"),
        ("Мария Иванова, Москва", "koi8_r", "RU"), ("דוד כהן תל אביב", "cp1255", "he"),
        ("محمد علي القاهرة", "cp1256", "ar-eg"), ("สมชาย ใจดี กรุงเทพ", "cp874", "th"),
        ("Γιώργος Παπαδόπουλος", "cp1253", "el"), ("請聯絡張偉，電話號碼", "big5", "zh-TW"),
        ("请联系张伟，电话号码", "gb18030", "zh-CN"), ("問い合わせは山田太郎まで", "euc_jp", "ja"),
        ("問い合わせは山田太郎まで", "shift_jis", "ja"), ("Renée Müller", "cp1252", "de"), ("Zoë Fell", "cp1252", "en-GB"),
    ],
)  # fmt: skip
def test_the_language_helps_where_no_charset_is_declared(text: str, charset: str, language: str) -> None:
    """So short a text tells no charset by itself."""
    page = f'<!doctype html><html class=x lang="{language}"><p>{text}'.encode(charset)
    assert text in to_text(page)


def test_japanese_in_ascii_alone_is_found() -> None:
    assert to_text(JAPANESE.encode("iso2022_jp")) == JAPANESE


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "us-ascii", "gbk", "utf-16", "nonsense", "utf-7"])
def test_utf8_is_seen_through_a_wrong_declaration(declared: str) -> None:
    assert to_text(WESTERN.encode(), f"text/html; charset={declared}") == WESTERN
    assert WESTERN in to_text(f"<meta charset={declared}>{WESTERN}".encode())


def test_windows_letters_behind_a_wrong_utf8_declaration_are_read() -> None:
    assert to_text(WESTERN.encode("cp1252"), "text/html; charset=utf-8") == WESTERN


def test_a_page_stuck_together_from_two_charsets_is_read() -> None:
    data = ("Grüße aus Zürich – “schön”. " * 3).encode() + "Renée".encode("cp1252") + " Müller".encode()
    assert to_text(data, "text/html; charset=utf-8").endswith("Renée Müller")


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_wide_letters_without_a_mark_are_read(charset: str) -> None:
    assert to_text("Jane Fell, 1 High Street".encode(charset)) == "Jane Fell, 1 High Street"


@pytest.mark.parametrize(
    "mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE]
)
def test_a_mark_alone_is_no_text(mark: bytes) -> None:
    assert to_text(mark) == ""
    assert read(mark).text == ""


@pytest.mark.parametrize("codec", ["rot13", "zlib", "base64", "hex", "idna", "punycode", "unicode_escape", "undefined"])
def test_what_is_no_charset_is_never_used(codec: str) -> None:
    assert to_text("Renée \\u0041".encode("cp1252"), f"text/plain; charset={codec}") == "Renée \\u0041"


def test_bytes_that_fit_nothing_still_give_a_text() -> None:
    assert to_text(b"jane \x81\x8d\x8f end", "text/plain; charset=utf-8").startswith("jane ")
    assert "\ufffd" in to_text(b"jane \xff", "text/plain; charset=euc-jp")
