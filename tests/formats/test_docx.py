"""Word reports: what they say, and the rules by which Word opens them without repair."""

import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from plancompare.errors import PlanCompareError
from plancompare.formats.word.document import numbered, render, title_lines
from plancompare.formats.word.markup import CHARACTERS
from plancompare.model import Lang
from plancompare.telling.blocks import Heading, Report
from plancompare.telling.words import say
from tests.formats.reports import CASES, HOSTILE, expected, made, report
from tests.support import run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STATES = {CHARACTERS[state]: state for state in ("made", "unsure", "not_found", "not_covered", "not_applicable")}


def part(data: bytes, name: str = "word/document.xml") -> ET.Element:
    """One part of the file."""
    return ET.fromstring(ZipFile(BytesIO(data)).read(name))


def words(element: ET.Element) -> str:
    """The words in an element."""
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def style(element: ET.Element, kind: str = "rStyle") -> str:
    """The style of a run or a paragraph."""
    found = element.find(f"{W}{kind[0]}Pr/{W}{kind}")
    return "" if found is None else found.attrib[f"{W}val"]


def cells(data: bytes) -> dict[str, dict[str, str]]:
    """Row id -> plan's name (or number, where heads are numbered) -> state, of all tables that tell rows."""
    found: dict[str, dict[str, str]] = {}
    for table in part(data).iter(f"{W}tbl"):
        head, *lines = table.findall(f"{W}tr")
        heads = [words(cell) for cell in head.findall(f"{W}tc")]
        for line in lines:
            ids = [words(run) for run in line.iter(f"{W}r") if style(run) == CHARACTERS["id"]]
            marks = {}
            for name, cell in zip(heads, line.findall(f"{W}tc"), strict=True):
                runs = list(cell.iter(f"{W}r"))
                if len(runs) == 1 and style(runs[0]) in STATES:
                    marks[name] = STATES[style(runs[0])]
            if ids and marks:
                assert ids[0] not in found
                found[ids[0]] = marks
    return found


@pytest.mark.parametrize("case", ["two_districts", "hostile"])
@pytest.mark.parametrize("more", [(), ("--lang", "zh"), ("--only", "partial", "--only", "shared")])
def test_it_says_what_the_data_say(case: str, more: tuple[str, ...], tmp_path: Path) -> None:
    wanted = {
        row: {name.replace("\x1b", "\ufffd"): state for name, state in told.items()}
        for row, told in expected(case, *more).items()
    }
    assert cells(made("docx", case, tmp_path, *more)) == wanted


def test_each_plan_is_told_in_its_words(tmp_path: Path) -> None:
    told = words(part(made("docx", "two_districts", tmp_path, "--lang", "zh")))
    source = (CASES / "two_districts" / "north.yaml").read_text(encoding="utf-8")
    for quote in re.findall(r"evidence: ([^,}\n]+)", source):
        assert quote.strip('" ') in told


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_words_stay_words(lang: Lang) -> None:
    data = render(report(lang, {"north": HOSTILE[0], "south": HOSTILE[3]}, HOSTILE, rows=len(HOSTILE)))
    document = part(data)
    told = [words(paragraph) for paragraph in document.iter(f"{W}p")]
    for text in (HOSTILE[0], HOSTILE[1], HOSTILE[2], HOSTILE[9], HOSTILE[-1]):
        assert any(text in paragraph for paragraph in told)
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", "".join(told))
    assert not list(document.iter(f"{W}fldSimple"))
    assert {(code.text or "").split()[0] for code in document.iter(f"{W}instrText")} == {"SEQ"}
    assert len(cells(data)) == len(HOSTILE)


def test_nothing_leads_out_of_the_file_and_nothing_runs() -> None:
    held = ZipFile(BytesIO(render(report(texts=HOSTILE))))
    for name in held.namelist():
        assert name.endswith((".xml", ".rels"))
        assert b"TargetMode" not in held.read(name)
    assert not [name for name in held.namelist() if re.search("vba|embed|activeX|custom|thumbnail", name)]


@pytest.mark.slow
def test_same_bytes_in_another_process(tmp_path: Path) -> None:
    files = []
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.docx"
        command = [sys.executable, "-m", "plancompare", "--plans", str(CASES / "two_districts"), "--lang", "zh"]
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC-{seed}"}
        subprocess.run([*command, "report", "-o", str(path)], check=True, env=env)
        files.append(path.read_bytes())
    assert files[0] == files[1]
    names = [(entry.filename, entry.date_time) for entry in ZipFile(BytesIO(files[0])).infolist()]
    assert names == sorted(names)
    assert {time for _, time in names} == {(1980, 1, 1, 0, 0, 0)}


def test_dates_are_those_of_the_inputs() -> None:
    core = ZipFile(BytesIO(render(report()))).read("docProps/core.xml").decode()
    assert core.count("2026-03-07T00:00:00Z") == 2
    undated = ZipFile(BytesIO(render(report()._replace(date="")))).read("docProps/core.xml").decode()
    assert undated.count("1980-01-01T00:00:00Z") == 2
    assert "资料截至2026年3月7日" in words(part(render(report())))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_captions_are_numbered_in_their_order(lang: Lang) -> None:
    document = part(render(report(lang)))
    captions = [p for p in document.iter(f"{W}p") if style(p, "pStyle") == "Caption"]
    word = say("paged_table", lang)
    for number, caption in enumerate(captions, 1):
        assert [(code.text or "").split() for code in caption.iter(f"{W}instrText")] == [["SEQ", word, r"\*", "ARABIC"]]
        kinds = [mark.attrib[f"{W}fldCharType"] for mark in caption.iter(f"{W}fldChar")]
        assert kinds == ["begin", "separate", "end"]  # in pieces: what a field in one piece shows is lost in pandoc
        assert words(caption).startswith(f"{word} {number}　")
    assert len(captions) == len(list(document.iter(f"{W}tbl")))


def long_report(lang: Lang) -> Report:
    """A report of a paper and two annexes, too long to leaf through."""
    held = report(lang, rows=900)
    heads = iter((False, True, False, True))
    blocks = [b._replace(annex=next(heads)) if isinstance(b, Heading) and b.level == 1 else b for b in held.blocks]
    return held._replace(blocks=tuple(blocks))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_contents_lead_to_their_headings(lang: Lang) -> None:
    document = part(render(long_report(lang)))
    bookmarks = list(document.iter(f"{W}bookmarkStart"))
    assert len({mark.attrib[f"{W}id"] for mark in bookmarks}) == len(bookmarks)
    names = {mark.attrib[f"{W}name"] for mark in bookmarks}
    assert {link.attrib[f"{W}anchor"] for link in document.iter(f"{W}hyperlink")} <= names
    entries = [words(p) for p in document.iter(f"{W}p") if style(p, "pStyle") == "TOC1"]
    before = {
        "zh": ("一、", "附件1　", "附件2　", "附1-1", "附2-1"),
        "en": ("1 ", "Annex 1  ", "Annex 2  ", "A1-1", "A2-1"),
    }
    first, one, two, page, other = before[lang]
    assert entries == [f"{first}一条1", f"{one}一条{page}", "宽", f"{two}窄{other}"]
    assert "dirty" not in ET.tostring(document).decode()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pages_in_the_contents_are_true_wherever_a_program_breaks_pages(lang: Lang) -> None:
    """Each annex with a page in the contents begins a section, whose pages are numbered from 1 and say so below."""
    data = render(long_report(lang))
    sections = list(part(data).iter(f"{W}sectPr"))
    starts = [section.find(f"{W}pgNumType") is not None for section in sections]
    assert starts == [False, True, False, True]  # the second one lies in the first annex, on paper that is turned
    assert all(number.attrib[f"{W}start"] == "1" for section in sections for number in section.iter(f"{W}pgNumType"))
    assert all(kind.attrib[f"{W}val"] == "nextPage" for section in sections for kind in section.iter(f"{W}type"))
    feet = [words(part(data, name)) for name in ZipFile(BytesIO(data)).namelist() if "footer" in name]
    told = {say("paged_page", lang, page=1), *(say("paged_annex_page", lang, annex=n, page=1) for n in (1, 2))}
    assert set(feet) == told
    each = 2 if lang == "zh" else 1
    assert [len(section.findall(f"{W}footerReference")) for section in sections] == [each, each, 0, each]


def test_a_short_paper_has_neither_contents_nor_pages_of_its_annexes() -> None:
    held = report("zh")
    blocks = [b._replace(annex=b.id != "a") if isinstance(b, Heading) and b.level == 1 else b for b in held.blocks]
    document = part(render(held._replace(blocks=tuple(blocks))))
    assert not [p for p in document.iter(f"{W}p") if style(p, "pStyle").startswith("TOC")]
    assert not list(document.iter(f"{W}pgNumType"))
    fresh = [words(p) for p in document.iter(f"{W}p") if p.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert fresh == ["一条"]  # the first annex: what is before it can be handed out by itself


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_heading_that_a_caption_says_is_told_once_and_keeps_its_level(lang: Lang) -> None:
    document = part(render(report(lang)))
    captions = [p for p in document.iter(f"{W}p") if style(p, "pStyle") == "Caption"]
    levels = [[level.attrib[f"{W}val"] for level in caption.iter(f"{W}outlineLvl")] for caption in captions]
    assert levels == [[], ["1"], [], []]
    assert not [p for p in document.iter(f"{W}p") if style(p, "pStyle") == "Heading2"]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("规划承诺比对：朝阳、丰台", ["规划承诺比对：朝阳、丰台"]),
        (f"比对：{'、'.join(['朝阳区'] * 9)}", ["比对：", "、".join(["朝阳区"] * 5) + "、", "、".join(["朝阳区"] * 4)]),
        ("长" * 30, ["长" * 30]),
    ],
)
def test_no_name_in_a_title_is_broken(title: str, lines: list[str]) -> None:
    assert title_lines(title, "zh") == lines


@pytest.mark.parametrize(
    ("chapter", "told"), [(1, "一、"), (9, "九、"), (10, "十、"), (11, "十一、"), (20, "二十、"), (35, "三十五、")]
)
def test_chapters_are_numbered_as_word_numbers_them(chapter: int, told: str) -> None:
    assert numbered(chapter, "zh") == told


def test_numbers_of_rows_lead_to_the_rows() -> None:
    document = part(render(report()))
    marked = {mark.attrib[f"{W}name"] for mark in document.iter(f"{W}bookmarkStart")}
    tables = list(document.iter(f"{W}tbl"))
    links = [link.attrib[f"{W}anchor"] for link in tables[-1].iter(f"{W}hyperlink")]
    assert links == ["row1"] and "row1" in marked


def test_tables_without_lines_are_sentences() -> None:
    assert any("空表 — 没有" in words(p) for p in part(render(report("zh"))).iter(f"{W}p"))


def test_python_docx_opens_it(tmp_path: Path) -> None:
    import docx

    path = tmp_path / "x.docx"
    path.write_bytes(render(report(texts=HOSTILE)))
    opened = docx.Document(str(path))
    assert len(opened.tables) == 4
    assert opened.core_properties.author == "plancompare"


def test_what_it_needs_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("plancompare.formats.find_spec", lambda name: None)
    result = run("report", "-o", str(tmp_path / "x.docx"), folder=CASES / "two_districts")
    assert isinstance(result.exception, PlanCompareError)
    assert "pip install 'plancompare[office]'" in str(result.exception)
    assert not list(tmp_path.iterdir())
