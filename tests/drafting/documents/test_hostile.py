"""Broken, locked, hostile and mistaken files: one clear line each, never another exception."""

import os
import random
import struct
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plancompare.drafting import read
from plancompare.drafting.documents import limits
from plancompare.errors import PlanCompareError
from tests.drafting.documents.support import LONG, cell, notes_of, package, para, part, table, text_file, texts_of, word

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
BODY = part("document", f"<w:body>{para('一、总则')}{para(LONG)}</w:body>")


def refused(path: Path) -> str:
    """The one line that says why a file is not read."""
    with pytest.raises(PlanCompareError) as caught:
        read(path)
    told = str(caught.value)
    assert "\n" not in told and len(told) < 200
    return told


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("plan.docx", b"", "plan.docx is empty"),
        ("plan.txt", b"\xef\xbb\xbf \r\n\t", "plan.txt is empty"),
        ("plan.docx", b"\x89PNG\r\n\x1a\n" + b"\x00" * 20, "PNG picture"),
        ("plan.txt", b"\xff\xd8\xff\xe0" + b"\x00" * 20, "JPEG picture"),
        ("plan.docx", LONG.encode(), "no Word file whatever its name says"),
        ("plan.pdf", LONG.encode(), "no PDF file whatever its name says"),
        ("plan.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        ("plan.doc", OLE + "WordDocument".encode("utf-16-le"), "old Word format (.doc); save it as .docx"),
        ("plan.xls", OLE + "Workbook".encode("utf-16-le"), "Excel workbook"),
        ("plan.wps", OLE, "old Office or WPS format"),
        ("plan.doc", b"{\\rtf1\\ansi plan}", "RTF file"),
        ("plan.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related;\n\nx", "web archive"),
        ("plan.txt", b"Rar!\x1a\x07\x00" + b"\x00" * 20, "RAR archive"),
        ("plan.xml", b"<?xml version='1.0'?><plan/>", "XML file"),
        ("plan.txt", b"plan\x00\x01\x02", "no text"),
        ("plan.docx", b"PK\x03\x04" + b"\x00" * 60, "cut off or damaged"),
        ("plan.docx", b"PK\x05\x06" + b"\x00" * 18, "without a Word document"),
        ("plan.txt", "首页 > 规划 > 正文\n".encode(), "holds no text"),
    ],
)
def test_what_is_no_document(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert told in refused(path)


def test_what_is_no_file(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)
    assert "no file" in refused(tmp_path / "gone.docx")
    os.mkfifo(tmp_path / "pipe.txt")
    assert "no regular file" in refused(tmp_path / "pipe.txt")


def test_a_name_that_would_break_the_line(tmp_path: Path) -> None:
    assert "\x1b" not in refused(tmp_path / "plan\n\x1b[31m.docx")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = text_file(tmp_path, LONG)

    def closed(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)
    assert refused(path) == "cannot read plan.txt: Permission denied"


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = package(tmp_path / "plan.docx", {"word/document.xml": BODY, "word/media/a": bytes(limits.RATIO_FROM + 1)})
    assert "zip bomb" in refused(path)


def test_a_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    """The directory says 100 bytes; what comes out is not what it says."""
    path = package(tmp_path / "plan.docx", {"word/document.xml": BODY + " " * 5_000_000})
    data = path.read_bytes()
    size = struct.pack("<I", len(BODY.encode()) + 5_000_000)
    path.write_bytes(data.replace(size, struct.pack("<I", 100)))
    assert "damaged" in refused(path)


def test_too_many_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ENTRIES", 3)
    path = package(tmp_path / "plan.docx", {"word/document.xml": BODY, **{f"a{i}": b"" for i in range(3)}})
    assert "packs 5 parts" in refused(path)


def test_a_part_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PART", 1000)
    assert "zip bomb" in refused(word(tmp_path, para(LONG) * 20))


ENTITY = '<?xml version="1.0"?><!DOCTYPE d [{inside}]><w:document xmlns:w="x"><w:body>&a;</w:body></w:document>'


@pytest.mark.parametrize(
    "inside",
    [
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">',
        '<!ENTITY % p SYSTEM "http://localhost/x.dtd"> %p;',
        "",
    ],
)
@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "word/numbering.xml"])
def test_entities_are_refused(tmp_path: Path, inside: str, name: str) -> None:
    parts = {"word/document.xml": BODY, name: ENTITY.format(inside=inside)}
    assert "declares entities of its own" in refused(package(tmp_path / "plan.docx", parts))


def test_macros_are_ignored_and_told(tmp_path: Path) -> None:
    path = package(tmp_path / "plan.docm", {"word/document.xml": BODY, "word/vbaProject.bin": b"Sub AutoOpen"})
    assert texts_of(path) == ["一、总则", LONG]
    assert "doc_macros" in notes_of(path)


def test_links_to_elsewhere_are_not_followed(tmp_path: Path) -> None:
    outside = (
        '<Relationships><Relationship Id="r9" TargetMode="External" Target="http://localhost:1/x"/></Relationships>'
    )
    path = package(tmp_path / "plan.docx", {"word/document.xml": BODY, "word/_rels/document.xml.rels": outside})
    assert texts_of(path) == ["一、总则", LONG]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_is_cut_off(tmp_path: Path, share: float) -> None:
    noise = random.Random(1).randbytes(3000).hex()
    path = word(tmp_path, para(LONG), para(noise))
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    assert "cut off or damaged" in refused(path)


def test_a_part_that_is_cut_off(tmp_path: Path) -> None:
    path = package(tmp_path / "plan.docx", {"word/document.xml": BODY[: len(BODY) // 2]})
    assert "word/document.xml is cut off or damaged" in refused(path)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("xl/workbook.xml", "Excel workbook"), ("content.xml", "OpenDocument"), ("OFD.xml", "OFD"),
        ("ppt/presentation.xml", "PowerPoint"), ("notes.txt", "without a Word document"),
    ],
)  # fmt: skip
def test_other_packages_are_named(tmp_path: Path, name: str, told: str) -> None:
    path = tmp_path / "plan.docx"
    with ZipFile(path, "w") as archive:
        archive.writestr(name, "x")
    assert told in refused(path)


def test_a_locked_entry(tmp_path: Path) -> None:
    path = word(tmp_path, para(LONG))
    data = bytearray(path.read_bytes())
    place = data.index(b"PK\x01\x02")
    data[place + 8] |= 1
    path.write_bytes(bytes(data))
    assert "locked with a password" in refused(path)


def test_a_packing_that_word_never_uses(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    with ZipFile(path, "w", ZIP_BZIP2) as archive:
        archive.writestr("word/document.xml", BODY)
    assert "without a Word document" in refused(path)


def test_elements_too_deep_inside_each_other(tmp_path: Path) -> None:
    deep = "<w:sdt><w:sdtContent>" * limits.DEPTH + "</w:sdtContent></w:sdt>" * limits.DEPTH
    assert "deeper than any Word file" in refused(word(tmp_path, deep))


def test_a_table_that_its_spans_make_huge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wide = cell("甲", '<w:gridSpan w:val="999999999"/>')
    rows = read(word(tmp_path, table([wide, cell("乙")], [cell("丙")]))).blocks[0].rows
    assert len(rows[0]) == limits.SPAN + 1
    monkeypatch.setattr(limits, "CELLS", 1000)
    assert "bigger than any plan's" in refused(word(tmp_path, table(*[[wide, cell("乙")]] * 20)))
    monkeypatch.setattr(limits, "TABLE", 150)
    assert "bigger than any plan's" in refused(word(tmp_path, table([wide, cell("乙")], [wide, cell("乙")])))


def test_numbers_of_lists_that_make_no_sense(tmp_path: Path) -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="99"/><w:lvl w:ilvl="0"><w:start w:val="999999999999"/>'
        '<w:lvlText w:val="%1.%9"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    )
    body = [
        para("甲", settings=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')
        for level in ("0", "-1", "77", "x") for list_id in ("1", "2", "3", "x")
    ]  # fmt: skip
    assert len(read(word(tmp_path, *body, numbering=lists)).blocks) == 16


def test_a_file_that_is_too_big(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TEXT", 1000)
    assert "more than any plan" in refused(text_file(tmp_path, LONG * 20))


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", ["建立健全机制，落实责任。" * 300_000, "a" * 10_000_000, "。1." * 50_000, "一、" * 300_000]
)
def test_ten_megabytes_on_one_line(tmp_path: Path, text: str) -> None:
    assert sum(len(block.text) for block in read(text_file(tmp_path, text)).blocks) > len(text) / 10


@pytest.mark.parametrize("name", ["plan.txt", "plan.md", "plan.html", "plan.docx", "plan.pdf", "plan", "plan.doc"])
@pytest.mark.parametrize(
    "start", [b"", b"PK\x03\x04", b"%PDF-1.7\n", b"<html><body>", b"\xef\xbb\xbf", b"\xff\xfe", OLE]
)
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)))
def test_any_bytes_give_a_document_or_one_line(tmp_path: Path, name: str, start: bytes, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(start + data)
    try:
        document = read(path)
    except PlanCompareError as error:
        assert "\n" not in str(error)
    else:
        assert document.blocks
        assert all("\n" not in block.text for block in document.blocks)
        assert read(path) == document


@pytest.mark.slow
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_change_of_a_word_file_gives_a_document_or_one_line(tmp_path: Path, data: st.DataObject) -> None:
    """Bytes of the XML are changed at some places; the package itself stays sound."""
    content = bytearray((BODY + part("x", table([cell("甲", "<w:vMerge/>"), cell("乙")]))).encode())
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=4)):
        content[place] = data.draw(st.sampled_from(b"<>/&\"' w:\x00\xffa1"))
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(content))
    path = tmp_path / "plan.docx"
    path.write_bytes(stream.getvalue())
    try:
        read(path)
    except PlanCompareError as error:
        assert "\n" not in str(error)


@pytest.mark.slow
@given(lines=st.lists(st.text("一二（）()1.、。；章第节专栏附件 \t\f甲", max_size=30), max_size=40))
@settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_lines_keep_their_letters(tmp_path: Path, lines: list[str]) -> None:
    """What is read of a text holds nothing twice: its letters, numbers included, are no more than the file's."""
    path = text_file(tmp_path, "\n".join(["甲乙丙", *lines]))
    told = "".join(b.plain for b in read(path).blocks)
    assert sum(map(str.isalnum, told)) <= sum(map(str.isalnum, "".join(["甲乙丙", *lines])))
