"""Projects of qualitative analysis: what becomes of their texts and codes, and of files that mean harm."""

from collections.abc import Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from plancompare import PlanCompareError, load
from plancompare.drafting.projects.drafts import Meaning, Names, meaning
from plancompare.drafting.projects.refi import Code, read_project
from plancompare.findings import errors
from tests.publishing.support import hostile
from tests.support import collection, plan_text, run

TEXT = (
    "某区规划（2021—2025年）\n一、教师\n推行区管校聘，教师由学校人变为系统人。\n"
    "二、学前\n新建幼儿园三所。\n新建幼儿园五所。\n"
)
STANDARDS = """\
theme: staffing
standards:
- {id: managed, aliases: [old-managed], label: {zh: 区管校聘, en: Managed}, definition: 聘, wordings: [推行区管校聘]}
- {id: rotation, label: {zh: 交流, en: Rotation}, definition: 轮, wordings: [交流轮岗]}
"""
CODES = {"c1": "区管校聘", "c2": "学前教育", "c3": "别的", "c4": "STAFFING", "c5": "rotation", "c6": "managed"}


def at(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def selection(place: tuple[int, int], *codes: str, note: str = "") -> str:
    coded = "".join(f'<Coding guid="k"><CodeRef targetGUID="{code}"/></Coding>' for code in codes)
    about = f"<Description>{note}</Description>" if note else ""
    return (
        f'<PlainTextSelection startPosition="{place[0]}" endPosition="{place[1]}">{about}{coded}</PlainTextSelection>'
    )


def source(name: str, path: str, *selections: str) -> str:
    return f'<TextSource guid="s" name="{name}" plainTextPath="{path}">{"".join(selections)}</TextSource>'


def qde(*sources: str, head: str = "") -> str:
    book = "".join(f'<Code guid="{guid.upper()}" name="{name}"/>' for guid, name in CODES.items())
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{head}<Project xmlns="urn:QDA-XML:project:1.0" name="p">'
        f"<CodeBook><Codes>{book}</Codes></CodeBook><Sources>{''.join(sources)}</Sources></Project>"
    )


def project(path: Path, main: str, texts: Sequence[tuple[str, str]] = (("Sources/a.TXT", TEXT),)) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", main)
        for name, text in texts:
            archive.writestr(name, text.encode("utf-8-sig"))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return collection(tmp_path / "own", {"east": plan_text("east", [])}, **{"standards/staffing": STANDARDS})


def encoded(folder: Path, path: Path, *args: str) -> str:
    result = run("encode", str(path), *args, folder=folder)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_codes_become_standards_and_themes_where_names_match(folder: Path, tmp_path: Path) -> None:
    selections = (
        selection(at("新建幼儿园五所"), "c2", "c3"),
        selection(at("推行区管校聘"), "c1", note="要点"),
        selection(at("推行区管校聘"), "c4"),
    )
    path = project(tmp_path / "p.qdpx", qde(source("甲区.docx", "internal://a.txt", *selections)))
    out = tmp_path / "north.yaml"
    encoded(folder, path, "-o", str(out), "--id", "north")
    corpus = load(folder, out)
    assert errors(corpus.findings) == ()
    plan = next(plan for plan in corpus.plans if plan.id == "north")
    first, second = plan.commitments
    assert (first.text, first.standard, first.pin, first.note) == ("推行区管校聘", "managed", "staffing", "要点")
    assert (second.pin, second.standard) == ("preschool", "")
    assert [(c.section.path, c.section.heading) for c in plan.commitments] == [("一", "教师"), ("二", "学前")]
    assert (plan.period, plan.coding) == ((2021, 2025), "draft")
    assert "别的" in out.read_text(encoding="utf-8")
    quotes = [e.prefix + e.quote + e.suffix for c in plan.commitments for e in c.evidence]
    assert all(TEXT.count(quote) == 1 and len(quote) < 40 for quote in quotes)


def test_every_text_has_a_file_of_its_own(folder: Path, tmp_path: Path) -> None:
    texts = [("sources/a.txt", TEXT), ("sources/b.txt", "乙区\n推行区管校聘\n")]
    main = qde(
        source("north", "internal://a.txt", selection(at("新建幼儿园三所"), "c2")),
        source("north", "internal://b.txt", selection((3, 9), "c1")),
        source("far", "absolute:///etc/passwd", selection((0, 3), "c1")),
    )
    path = project(tmp_path / "p.qdpx", main, texts)
    assert "name a folder" in str(run("encode", str(path), folder=folder).exception)
    out = tmp_path / "drafts"
    result = run("encode", str(path), "-o", str(out), folder=folder)
    assert sorted(p.name for p in out.iterdir()) == ["north-2.yaml", "north.yaml", "plan.schema.json"]
    assert "far" in result.stderr
    assert not any(b"root:" in p.read_bytes() for p in out.iterdir())
    before = {p: p.read_bytes() for p in out.iterdir()}
    (out / "north.yaml").unlink()
    again = run("encode", str(path), "-o", str(out), folder=folder)
    assert "north-2.yaml is there already" in str(again.exception)
    assert not (out / "north.yaml").exists(), "half of it was written"
    assert run("encode", str(path), "-o", str(out), "--force", folder=folder).exit_code == 0
    assert {p: p.read_bytes() for p in out.iterdir()} == before


def test_a_text_may_stand_inside_the_project(folder: Path, tmp_path: Path) -> None:
    inside = f'<TextSource name="a"><PlainTextContent>{TEXT}</PlainTextContent>{selection((0, 4), "c2")}</TextSource>'
    assert "text: 某区规划" in encoded(folder, project(tmp_path / "p.qdpx", qde(inside), ()))


def test_places_that_are_none_are_left_out_and_told(folder: Path, tmp_path: Path) -> None:
    places = [(-1, 3), (5, 5), (9, 4), (0, 10**6), (10**12, 10**12)]
    main = qde(source("a", "internal://a.txt", *(selection(place, "c1") for place in places), selection((0, 4), "c1")))
    result = run("encode", str(project(tmp_path / "p.qdpx", main)), folder=folder)
    assert result.stdout.count("- id: a-") == 1
    assert f"outside their text: {len(places)}" in result.stderr


def test_a_project_of_our_own_comes_back(tmp_path: Path) -> None:
    plans = hostile(tmp_path / "plans")
    assert run("publish", str(tmp_path / "out"), "other", folder=plans).exit_code == 0
    text = encoded(plans, tmp_path / "out" / "project.qdpx")
    (tmp_path / "back.yaml").write_text(text, encoding="utf-8")
    (back,) = (plan for plan in load(plans, tmp_path / "back.yaml").plans if plan.file.endswith("back.yaml"))
    other = next(plan for plan in load(plans).plans if plan.id == "other")
    expected = [(c.text, c.pin, c.strength, c.evidence[0].quote) for c in other.commitments]
    assert [(c.text, c.pin, c.strength, c.evidence[0].quote) for c in back.commitments] == expected
    assert (back.title, back.source.extent) == (other.title, "excerpt")


NAMES = Names({"师资": "staffing", "pay": "pay"}, {"区管校聘": "managed", "pay": "pay-standard"})


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ([Code("师资")], Meaning(("staffing",))),
        ([Code("区管校聘"), Code("师资")], Meaning(("staffing",), ("managed",))),
        ([Code("PAY")], Meaning((), ("pay-standard",))),
        ([Code("师资 [theme:staffing]")], Meaning(("staffing",))),
        ([Code("刚性", "binding"), Code("x"), Code("x")], Meaning(strength="binding", others=("x",))),
        ([], Meaning()),
    ],
)
def test_what_a_code_means(codes: list[Code], expected: Meaning) -> None:
    assert meaning(codes, NAMES) == expected


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
FETCH = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
ATTACKS = {
    "entities": (qde(head=BOMB), "entities of its own"),
    "a file fetched": (qde(head=FETCH), "entities of its own"),
    "no project": ("<x/>", "no REFI-QDA project"),
    "no XML": ("PK", "no sound XML"),
    "cut off": (qde()[:-30], "no sound XML"),
    "too deep": (qde("<a>" * 400 + "</a>" * 400), "deeper than"),
    "no texts": (qde(), "holds no plain text"),
    "a text outside": (qde(source("a", "internal://../../x.txt")), "holds no plain text"),
    "an unknown path": (qde(source("a", "http://x/y.txt")), "holds no plain text"),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_what_means_harm_is_refused_in_a_line(name: str, tmp_path: Path) -> None:
    main, words = ATTACKS[name]
    with pytest.raises(PlanCompareError) as refusal:
        read_project(project(tmp_path / "p.qdpx", main))
    assert words in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_archives_that_are_none_or_unpack_without_end_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.qdpx"
    for data in (b"", b"PK\x03\x04", b"x" * 100):
        path.write_bytes(data)
        with pytest.raises(PlanCompareError, match="cut off or damaged"):
            read_project(path)
    with ZipFile(path, "w") as archive:
        archive.writestr("other.txt", "x")
    with pytest.raises(PlanCompareError, match=r"without project\.qde"):
        read_project(path)
    project(path, qde(source("a", "internal://a.txt")), [("sources/a.txt", "\0" * 40_000_000)])
    with pytest.raises(PlanCompareError, match="zip bomb"):
        read_project(path)
    with pytest.raises(PlanCompareError, match="no file"):
        read_project(tmp_path / "none.qdpx")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--into", "x.yaml"), "new files"),
        (("--id", "a b"), "is no id"),
        (("--period", "20"), "is no period"),
        (("-o", "{file}"), "is there already"),
    ],
)
def test_bad_wishes_are_refused(args: tuple[str, ...], words: str, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "there.yaml").write_text("mine", encoding="utf-8")
    path = project(tmp_path / "p.qdpx", qde(source("a", "internal://a.txt", selection((0, 4), "c1"))))
    result = run("encode", str(path), *(arg.format(file=tmp_path / "there.yaml") for arg in args), folder=folder)
    assert isinstance(result.exception, PlanCompareError)
    assert words in str(result.exception)
    assert (tmp_path / "there.yaml").read_text(encoding="utf-8") == "mine"


def test_no_draft_takes_the_place_of_a_file_of_the_collection(tmp_path: Path) -> None:
    """Nor of another where a system does not tell large letters from small ones."""
    chosen = selection(at("新建幼儿园三所"), "c2")
    names = ("decisions", "Codebook", "same", "SAME")
    main = qde(*(source(name, "internal://a.TXT", chosen) for name in names))
    out = tmp_path / "my"
    out.mkdir()
    (out / "decisions.yaml").write_text("decisions: []\n", encoding="utf-8")
    result = run("encode", str(project(tmp_path / "p.qdpx", main)), "-o", str(out), "--force")
    assert result.exit_code == 0, result.output
    assert (out / "decisions.yaml").read_text(encoding="utf-8") == "decisions: []\n"
    made = sorted(path.name for path in out.glob("*.yaml"))
    assert made == ["Codebook-2.yaml", "SAME-2.yaml", "decisions-2.yaml", "decisions.yaml", "same.yaml"]
