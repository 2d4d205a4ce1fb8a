"""PDF, Office documents and pictures: text, properties, and what is stored without being seen."""

from __future__ import annotations

import io
import zlib

import docx as python_docx
import pypdf
import pytest

from seen_online.reading.files.document import read_guarded
from seen_online.reading.kinds import tell
from seen_online.reading.page import Page, PageOutcome
from support import documents
from support.parts import part


def read(data: bytes) -> Page:
    """Read here, in this process: tests/reading/test_apart.py reads apart."""
    return read_guarded(io.BytesIO(data), tell(data)).page()


class TestPdf:
    def test_text_and_properties(self) -> None:
        page = read(documents.pdf())
        assert (page.outcome, page.title, page.media_type) == (PageOutcome.READ, "My CV", "application/pdf")
        assert part(page, "text") == "jane@example.org 01632 960123"
        assert part(page, "properties") == "Title: My CV\nAuthor: Jane Fell"

    def test_links_notes_and_filled_fields(self) -> None:
        page = read(
            documents.pdf(
                page=b"/Annots [7 0 R 8 0 R 9 0 R] ",
                more=(
                    b"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] "
                    b"/A << /S /URI /URI (mailto:jane@example.org) >> >>",
                    b"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /T (Ann) /Contents (Please check) >>",
                    b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (phone) /V (07700 900123) /Rect [0 0 9 9] >>",
                ),
            )
        )
        assert part(page, "link") == "jane@example.org"
        assert part(page, "comment") == "Ann: Please check\nphone: 07700 900123"

    def test_its_xmp(self) -> None:
        packet = documents.xmp("<dc:creator><rdf:Seq><rdf:li>Renée Fell</rdf:li></rdf:Seq></dc:creator>")
        stream = b"<< /Type /Metadata /Subtype /XML /Length %d >>\nstream\n%b\nendstream" % (len(packet), packet)
        page = read(documents.pdf(catalog=b"/Metadata 7 0 R ", more=(stream,)))
        assert "Author: Renée Fell" in part(page, "properties")

    def test_a_password(self) -> None:
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(documents.pdf()))
        writer.encrypt("secret", algorithm="AES-256")
        out = io.BytesIO()
        writer.write(out)
        page = read(out.getvalue())
        assert (page.outcome, page.text) == (PageOutcome.FAILED, "")
        assert "password" in page.detail

    def test_a_file_inside(self) -> None:
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(documents.pdf()))
        writer.add_attachment("cv.txt", b"hello")
        out = io.BytesIO()
        writer.write(out)
        page = read(out.getvalue())
        assert (page.outcome, part(page, "text")) == (PageOutcome.PARTLY, "jane@example.org 01632 960123")

    def test_a_scan_is_not_called_read(self) -> None:
        picture = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
        page = read(
            documents.pdf(
                content=b"q 600 0 0 800 0 0 cm /X Do Q",
                page=b"/Resources << /XObject << /X 7 0 R >> >> ",
                more=(picture + b"/Length 1 >>\nstream\n0\nendstream",),
            )
        )
        assert page.outcome is PageOutcome.PARTLY
        assert "picture of a page" in page.detail

    @pytest.mark.parametrize(
        ("content", "font"),
        [
            (b"0 0 m 9 9 l 9 5 l h f " * 40, b""),
            (
                b"BT /F1 12 Tf <0001000200030004> Tj ET",
                b"<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+X /Encoding /Identity-H /DescendantFonts [8 0 R] >>",
            ),
            (
                b"BT /F1 12 Tf (abcd) Tj ET",
                b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << >> "
                b"/Encoding << /Differences [97 /g1 /g2 /g3 /g4] >> /FirstChar 97 /LastChar 100 /Widths [1 1 1 1] >>",
            ),
        ],
        ids=["drawn letters", "letters that map to nothing", "letters by numbers of their own"],
    )
    def test_letters_that_only_a_person_can_read_are_told(self, content: bytes, font: bytes) -> None:
        system = b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        page = read(
            documents.pdf(
                content=content,
                page=b"/Resources << /Font << /F1 7 0 R >> >> " if font else b"",
                more=(font, b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo " + system + b" >>"),
            )
        )
        assert page.outcome is PageOutcome.PARTLY
        assert "Look at it yourself" in page.detail

    def test_a_page_with_a_line_on_it_is_read(self) -> None:
        assert read(documents.pdf(content=b"0 0 m 9 9 l S")).outcome is PageOutcome.READ

    def test_what_this_house_writes_reads_as_text(self) -> None:
        import typst

        page = read(typst.compile(b"= My note\nRing 07700 900123, said Zo\xc3\xab."))
        assert (page.outcome, "Ring 07700 900123, said Zoë." in page.text) == (PageOutcome.READ, True)

    def test_a_very_long_note_is_read(self) -> None:
        note = b"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (" + b"long " * 50_000 + b"07700 900123) >>"
        assert "07700 900123" in read(documents.pdf(page=b"/Annots [7 0 R] ", more=(note,))).text

    def test_an_empty_page_is_read(self) -> None:
        assert read(documents.pdf(content=b" ")).outcome is PageOutcome.READ


def word(text: str, more: str = "") -> str:
    return f"<w:p><w:r>{more}<w:t>{text}</w:t></w:r></w:p>"


class TestOffice:
    def test_what_a_real_writer_writes(self) -> None:
        document = python_docx.Document()
        document.core_properties.author = "Jane Fell"
        document.core_properties.title = "A letter"
        paragraph = document.add_paragraph("Write to jane@")
        paragraph.add_run("example.org").bold = True
        paragraph.add_run(" secret").font.hidden = True
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Phone", "01632 960123"
        document.add_comment(paragraph.runs[0], "Is this hers?", author="Ann Dale", initials="AD")
        document.sections[0].header.paragraphs[0].text = "Larch House"
        document.add_picture(io.BytesIO(documents.png((b"eXIf", documents.tiff_exif()))))
        out = io.BytesIO()
        document.save(out)
        page = read(out.getvalue())
        assert (page.outcome, page.title) == (PageOutcome.READ, "A letter")
        assert page.media_type.endswith("wordprocessingml.document")
        assert part(page, "text") == "Write to jane@example.org\nPhone\t01632 960123\nLarch House"
        assert (part(page, "hidden"), part(page, "comment")) == ("secret", "Is this hers?")
        assert {"Author: Jane Fell", "Written by: Ann Dale"} <= set(part(page, "properties").split("\n"))
        assert part(page, "picture").startswith("GPS position: 54.895000, -2.933611\nAuthor: Jane Fell")

    def test_deleted_text_and_who_deleted_it(self) -> None:
        deleted = '<w:p><w:del w:author="Ann Dale"><w:r><w:delText>01632 960123</w:delText></w:r></w:del></w:p>'
        page = read(documents.docx(word("Kept") + deleted))
        assert (part(page, "text"), part(page, "hidden")) == ("Kept", "01632 960123")
        assert part(page, "properties") == "Written by: Ann Dale"

    @pytest.mark.parametrize("off", ["0", "false"])
    def test_text_that_is_expressly_not_hidden(self, off: str) -> None:
        page = read(documents.docx(word("Seen", f'<w:rPr><w:vanish w:val="{off}"/></w:rPr>')))
        assert part(page, "text") == "Seen"

    def test_links_in_fields_and_in_relations(self) -> None:
        field = '<w:p><w:r><w:instrText> HYPERLINK "mailto:jane@example.org" </w:instrText></w:r></w:p>'
        relations = (
            '<R><Relationship TargetMode="External" Target="tel:01632960123"/>'
            '<Relationship Target="mailto:other@example.org"/></R>'
        )
        page = read(documents.docx(field, {"word/_rels/document.xml.rels": relations}))
        assert part(page, "link") == "jane@example.org\n01632960123"

    def test_what_is_said_of_pictures_and_hyphens_that_hold(self) -> None:
        drawing = '<w:p><w:r><w:drawing><wp:docPr xmlns:wp="x" descr="Nia, nia@example.org"/></w:drawing></w:r></w:p>'
        page = read(documents.docx(word("07700</w:t><w:noBreakHyphen/><w:t>900123") + drawing))
        assert (part(page, "text"), part(page, "alt")) == ("07700-900123", "Nia, nia@example.org")
        frame = (
            "<draw:frame xmlns:draw='d'><svg:title xmlns:svg='s'>Nia</svg:title><svg:desc xmlns:svg='s'>x</svg:desc>"
        )
        assert part(read(documents.odt(f"{frame}</draw:frame>")), "text") == "Nia\nx"

    def test_a_page_that_a_letter_shows_from_inside_is_told(self) -> None:
        page = read(documents.docx(word("x") + "<w:altChunk/>", {"word/afchunk.htm": "<p>07700 900123"}))
        assert page.outcome is PageOutcome.PARTLY

    def test_a_file_inside_is_told(self) -> None:
        page = read(documents.docx(word("x"), {"word/embeddings/sheet.xlsx": b"PK"}))
        assert page.outcome is PageOutcome.PARTLY

    def test_opendocument(self) -> None:
        body = (
            "<text:tracked-changes><text:changed-region><text:deletion><dc:creator>Ann Dale</dc:creator>"
            "<text:p>01632 960999</text:p></text:deletion></text:changed-region></text:tracked-changes>"
            "<text:h>Jane<text:s/>Fell</text:h><text:p>jane@<text:span>example.org</text:span>"
            "<office:annotation><dc:creator>Ann Dale</dc:creator><text:p>Hers?</text:p></office:annotation></text:p>"
            "<table:table><table:table-row><table:table-cell><text:p>Phone</text:p></table:table-cell>"
            "<table:table-cell><text:p>01632 960123</text:p></table:table-cell></table:table-row></table:table>"
            '<text:a xlink:href="mailto:jane@example.org">m</text:a>'
        )
        page = read(
            documents.odt(body, "<dc:title>A letter</dc:title><meta:initial-creator>Jane</meta:initial-creator>")
        )
        assert part(page, "text").split("\n") == ["Jane Fell", "jane@example.org", "Phone\t01632 960123", "m"]
        assert (part(page, "hidden"), part(page, "comment")) == ("01632 960999", "Hers?")
        assert part(page, "link") == "jane@example.org"
        assert part(page, "properties").split("\n") == ["Title: A letter", "First author: Jane", "Written by: Ann Dale"]

    def test_a_table_of_cells(self) -> None:
        strings = "<sst><si><t>Phone</t></si><si><r><t>Ja</t></r><r><t>ne</t></r></si></sst>"
        rows = (
            '<worksheet><row><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row><row><c><v>1632960123</v></c>'
            '<c t="inlineStr"><is><t>x</t></is></c><c t="s"><v>99</v></c></row></worksheet>'
        )
        files = {"[Content_Types].xml": "<Types/>", "xl/sharedStrings.xml": strings, "xl/worksheets/sheet1.xml": rows}
        page = read(documents.zipped(files))
        assert part(page, "text") == "Jane\tPhone\n1632960123\tx"

    def test_a_table_of_cells_from_another_writer(self) -> None:
        sheet = '<worksheet><row><c t="inlineStr"><is><t>07700 900123</t></is></c></row></worksheet>'
        page = read(documents.zipped({"[Content_Types].xml": "<T/>", "xl/worksheets/Rota.xml": sheet}))
        assert (page.outcome, part(page, "text")) == (PageOutcome.READ, "07700 900123")

    @pytest.mark.parametrize(
        ("style", "serial", "shown"),
        [
            ("1", "31118", "1985-03-12"), ("2", "31118.5", "1985-03-12"), ("3", "31118", "31118"),
            ("4", "31118", "31118"), ("0", "31118", "31118"), ("9", "31118", "31118"), ("1", "59", "1900-02-28"),
            ("1", "99999999", "99999999"), ("1", "-3", "-3"), ("1", "1e999", "1e999"), ("x", "31118", "31118"),
        ],
    )  # fmt: skip
    def test_a_date_of_birth_in_a_table_of_cells(self, style: str, serial: str, shown: str) -> None:
        styles = (
            '<s><numFmts><numFmt numFmtId="164" formatCode="[$-809]dd mmm yyyy"/><numFmt numFmtId="165" '
            'formatCode="&quot;Day &quot;0.00"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>'
            '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs></s>'
        )
        rows = f'<worksheet><row><c s="{style}"><v>{serial}</v></c></row></worksheet>'
        files = {"[Content_Types].xml": "<T/>", "xl/styles.xml": styles, "xl/worksheets/sheet1.xml": rows}
        assert part(read(documents.zipped(files)), "text") == shown

    def test_the_other_calendar_of_excel(self) -> None:
        files = {
            "[Content_Types].xml": "<T/>",
            "xl/workbook.xml": '<workbook><workbookPr date1904="1"/></workbook>',
            "xl/styles.xml": '<s><cellXfs><xf numFmtId="14"/></cellXfs></s>',
            "xl/worksheets/sheet1.xml": '<w><row><c s="0"><v>29656</v></c></row></w>',
        }
        assert part(read(documents.zipped(files)), "text") == "1985-03-12"

    def test_more_texts_than_are_kept_are_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("seen_online.reading.files.sheets.MAX_STRINGS", 1)
        strings = "<sst><si><t>Phone</t></si><si><t>Jane</t></si></sst>"
        rows = '<worksheet><row><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row></worksheet>'
        files = {"[Content_Types].xml": "<T/>", "xl/sharedStrings.xml": strings, "xl/worksheets/sheet1.xml": rows}
        page = read(documents.zipped(files))
        assert (page.outcome, part(page, "text")) == (PageOutcome.PARTLY, "Phone")

    def test_a_document_whose_text_has_another_name(self) -> None:
        text = f"<w:document {documents.DOCX_NS}>{word('07700 900123')}</w:document>"
        page = read(documents.zipped({"[Content_Types].xml": "<T/>", "word/document2.xml": text}))
        assert (page.outcome, part(page, "text")) == (PageOutcome.READ, "07700 900123")

    def test_drawn_diagrams_and_charts_and_what_is_on_every_slide(self) -> None:
        files = {
            "ppt/slides/slide1.xml": "<p><t>Slide</t></p>",
            "ppt/slideMasters/slideMaster1.xml": "<p><t>Larch House</t></p>",
            "ppt/diagrams/data1.xml": "<m><pt><t><p><r><t>Ann</t></r></p></t></pt><pt><t>Bob</t></pt></m>",
            "ppt/charts/chart1.xml": "<c><cat><pt><v>Jane Fell</v></pt><pt><v>Bob Dale</v></pt></cat></c>",
        }
        page = read(documents.zipped({"[Content_Types].xml": "<T/>", **files}))
        lines = part(page, "text").split("\n")
        assert (lines[0], set(lines[1:])) == ("Slide", {"Jane Fell", "Bob Dale", "Ann", "Bob", "Larch House"})

    def test_slides_in_their_order(self) -> None:
        slides = {f"ppt/slides/slide{n}.xml": f"<p><t>Slide {n}</t></p>" for n in (10, 2, 1)}
        page = read(documents.zipped({"[Content_Types].xml": "<Types/>", **slides}))
        assert part(page, "text") == "Slide 1\nSlide 2\nSlide 10"

    def test_a_password(self) -> None:
        data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
        assert "password" in read(data).detail

    def test_an_old_kind(self) -> None:
        page = read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
        assert page.outcome is PageOutcome.FAILED
        assert ".docx" in page.detail


EXIF = documents.tiff_exif()
STORED = [
    "GPS position: 54.895000, -2.933611", "Author: Jane Fell", "Taken: 2024-05-06 10:11:12", "Device: Example Phone 1",
]  # fmt: skip


class TestPictures:
    @pytest.mark.parametrize(
        "data",
        [documents.jpeg(EXIF), documents.png((b"eXIf", EXIF)), documents.png((b"+eXIf", EXIF)),
         documents.webp((b"ICCP", b"odd"), (b"EXIF", EXIF)), documents.webp((b"EXIF", b"Exif\0\0" + EXIF)),
         documents.heic(EXIF), EXIF],
        ids=["JPEG", "PNG", "PNG behind its picture", "WebP", "WebP with a mark", "HEIC", "TIFF"],
    )  # fmt: skip
    def test_place_author_device_and_date(self, data: bytes) -> None:
        page = read(data)
        assert part(page, "picture").split("\n") == STORED
        assert page.outcome is PageOutcome.READ
        assert page.detail == "We read the details stored with the picture, not what it shows."

    def test_pillow_agrees_on_the_heif_it_writes(self) -> None:
        from PIL import Image

        out = io.BytesIO()
        Image.new("RGB", (8, 8)).save(out, "AVIF", exif=EXIF)
        assert part(read(out.getvalue()), "picture").split("\n") == STORED

    @pytest.mark.parametrize("latitude", [(200, 0, 0), (0xFFFFFFFF, 0, 0)])
    def test_a_place_that_is_none_is_not_told(self, latitude: tuple[int, int, int]) -> None:
        assert "GPS" not in read(documents.jpeg(documents.tiff_exif(latitude=latitude))).text

    def test_xmp_and_iptc(self) -> None:
        packet = documents.xmp(
            "<dc:creator><rdf:Seq><rdf:li>Jane Fell</rdf:li></rdf:Seq></dc:creator><photoshop:City>Carlisle"
            "</photoshop:City><Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Ann Dale</rdf:li></rdf:Bag>"
            "</Iptc4xmpExt:PersonInImage><exif:GPSLatitude>54,53.7N</exif:GPSLatitude>"
            "<exif:GPSLongitude>2,56,0.6W</exif:GPSLongitude>"
        )
        named = b"\x1c\x02\x50" + b"\0\x08Bob Dale" + b"\x1c\x02\x5a" + b"\0\x07Penrith"
        resource = (
            b"Photoshop 3.0\x008BIM\x04\x04\0\0" + len(named).to_bytes(4, "big") + named + b"\0" * (len(named) & 1)
        )
        page = read(
            documents.jpeg(
                more=documents.segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet)
                + documents.segment(0xED, resource)
                + documents.segment(0xFE, b"call 01632 960123")
            )
        )
        assert set(part(page, "picture").split("\n")) == {
            "GPS position: 54.895000, -2.933500", "Author: Jane Fell", "City: Carlisle",
            "Person in the picture: Ann Dale", "Comment: call 01632 960123", "Author: Bob Dale", "City: Penrith",
        }  # fmt: skip

    def test_texts_in_png(self) -> None:
        page = read(
            documents.png(
                (b"tEXt", b"Author\0Ren\xe9e Fell"),
                (b"zTXt", b"Comment\0\0" + zlib.compress(b"call 01632 960123")),
                (b"iTXt", b"Description\0\1\0en\0\0" + zlib.compress("Zoë".encode())),
                (b"+iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + documents.xmp("<photoshop:City>Carlisle</photoshop:City>")),
            )
        )
        assert part(page, "picture").split("\n") == [
            "Author: Renée Fell", "Comment: call 01632 960123", "Description: Zoë", "City: Carlisle",
        ]  # fmt: skip

    @pytest.mark.parametrize(
        "chunk",
        [
            (b"zTXt", b"Comment\0\0" + zlib.compress(b"a" * 2_000_000)),
            (b"tEXt", b"Comment\0" + b"a" * 9_000_000),
            (b"zTXt", b"Comment\0\0no such packing"),
            (b"tEXt", b"Raw profile type exif\0\nexif\n 5\nnot hex"),
        ],
        ids=["unpacks to more than we take", "larger than we take", "packed in no way", "broken"],
    )
    def test_a_text_that_is_not_read_whole_is_told(self, chunk: tuple[bytes, bytes]) -> None:
        page = read(documents.png(chunk, (b"tEXt", b"Author\0Jane Fell")))
        assert page.outcome is PageOutcome.PARTLY
        assert "Author: Jane Fell" in part(page, "picture")

    def test_a_picture_with_nothing_stored(self) -> None:
        page = read(documents.png())
        assert (page.text, page.outcome) == ("", PageOutcome.READ)

    def test_damaged_details_do_not_take_the_others_along(self) -> None:
        page = read(documents.png((b"eXIf", b"II*\0\xff\xff\xff\xff"), (b"tEXt", b"Author\0Jane Fell")))
        assert "Author: Jane Fell" in part(page, "picture")
