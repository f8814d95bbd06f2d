"""The files for programs of qualitative analysis: by the standard, without loose ends, every passage at its place."""

import os
import re
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from pyrefiqda import RefiCodebook, RefiProject

from plancompare.publishing.refi_codes import sound
from tests.publishing.support import ROOT, hostile, project, published, table
from tests.support import collection, plan_text

SOURCES = Path(os.environ.get("PLANCOMPARE_SOURCES", ROOT.parent / "shared" / "sources"))
GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
SPACE = "{urn:QDA-XML:project:1.0}"
RULED = "decisions:\n- {id: r, label: {zh: 行, en: Row}, same: [a/a1, b/b1, b/b2], reason: 因为, date: '2024-05-06'}\n"


@pytest.fixture(scope="module", params=["shipped", "hostile", "hostile with a source"])
def example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("refi")
    if request.param == "shipped":
        return published(folder / "out")
    plans = hostile(folder / "plans")
    sources = ("--sources", str(plans / "sources")) if "source" in request.param else ()
    return published(folder / "out", "hostile", "other", *sources, folder=plans)


def small(folder: Path) -> Path:
    """Two plans and a ruling."""
    a = ["id: a1, text: 推行县管校聘, theme: staffing, evidence: 县管校聘, also: [training], strength: hedged"]
    b = [f"id: b{n}, text: 推行区管校聘{n}, theme: staffing, evidence: 区管校聘, note: 注" for n in (1, 2)]
    return collection(folder, {"a": plan_text("a", a), "b": plan_text("b", b)}, decisions=RULED)


def tree(folder: Path) -> ElementTree.Element:
    return ElementTree.fromstring(project(folder)["project.qde"])


def loaded(folder: Path) -> Any:
    """The project as pyrefiqda reads it, unpacked beside the data set."""
    return RefiProject.load(folder / "project.qdpx", str(folder.parent / "unpacked"))


def codes_by_guid(codes: list[Any]) -> dict[str, Any]:
    return {g: c for code in codes for g, c in {code.guid: code, **codes_by_guid(code.code)}.items()}


def same_xml(one: bytes, other: bytes) -> bool:
    canonical = [ElementTree.canonicalize(text.decode(), strip_text=True) for text in (one, other)]
    return canonical[0] == canonical[1]


@pytest.mark.slow
def test_what_pyrefiqda_reads_it_writes_the_same(example: Path, tmp_path: Path) -> None:
    """Its models are made from the standard's schema and keep the order of elements that the schema wants."""
    RefiProject.save(loaded(example), tmp_path / "again.qdpx")
    with zipfile.ZipFile(tmp_path / "again.qdpx") as archive:
        assert same_xml(project(example)["project.qde"], archive.read("project.qde"))
    RefiCodebook.save(RefiCodebook.load(example / "codebook.qdc"), tmp_path / "again.qdc")
    assert same_xml((example / "codebook.qdc").read_bytes(), (tmp_path / "again.qdc").read_bytes())


def test_guids_are_told_apart_and_none_points_nowhere(example: Path) -> None:
    root = tree(example)
    own = [element.attrib["guid"] for element in root.iter() if "guid" in element.attrib]
    assert len(own) == len(set(own))
    assert all(GUID.fullmatch(guid) for guid in own)
    names = ("targetGUID", "originGUID", "creatingUser", "creatingUserGUID")
    pointed = {element.attrib[name] for element in root.iter() for name in names if name in element.attrib}
    assert pointed <= set(own)
    paths = {f"internal://{name.removeprefix('sources/')}" for name in project(example) if name != "project.qde"}
    assert {source.attrib["plainTextPath"] for source in root.iter(f"{SPACE}TextSource")} == paths


def test_the_archive_tells_no_time_and_no_machine(example: Path) -> None:
    with zipfile.ZipFile(example / "project.qdpx") as archive:
        made = {(i.date_time, i.create_system, i.external_attr, i.compress_type) for i in archive.infolist()}
        assert made == {((1980, 1, 1, 0, 0, 0), 3, 0o644 << 16, zipfile.ZIP_STORED)}
        names = archive.namelist()
        assert names == ["project.qde", *sorted(names[1:])]


def test_names_of_codes_and_texts_are_told_apart(example: Path) -> None:
    root = tree(example)
    for tag in ("Code", "TextSource", "Case"):
        names = [element.attrib["name"].casefold() for element in root.iter(f"{SPACE}{tag}")]
        assert len(names) == len(set(names)) > 0
    assert not any(set(e.attrib["name"]) & set('/\\:*?"<>|') for e in root.iter(f"{SPACE}TextSource"))


def test_every_thing_with_a_maker_has_a_date(example: Path) -> None:
    for element in tree(example).iter():
        if element.tag.removeprefix(SPACE) in ("TextSource", "PlainTextSelection", "Coding", "Note"):
            assert {"creatingUser", "creationDateTime"} <= set(element.attrib)


@pytest.mark.slow
def test_every_passage_is_its_phrase(example: Path) -> None:
    """What stands between the positions is the evidence, unless the source has it otherwise."""
    quotes: dict[str, list[str]] = {}
    for line in table(example, "evidence"):
        if line["found"] != "lost":
            quote = line["quote"]
            quotes.setdefault(line["commitment"], []).append(quote[1:] if quote.startswith("'") else quote)
    passages: dict[str, list[str]] = {}
    for source in loaded(example).sources.text_source:
        path = RefiProject.resolve_source_path(source.plain_text_path, example.parent / "unpacked")
        text = path.read_bytes().decode()
        assert "\r" not in text
        for found in source.plain_text_selection:
            passages.setdefault(found.name, []).append(text[found.start_position : found.end_position])
    assert passages == quotes


@pytest.mark.slow
def test_every_passage_has_the_codes_of_its_commitment(example: Path) -> None:
    read = loaded(example)
    codes = codes_by_guid(read.code_book.codes.code)
    themes = {line["label_en"] or line["theme"]: line["theme"] for line in table(example, "themes")}
    expected: dict[str, set[str]] = {}
    made = {line["row"]: int(line["made"]) for line in table(example, "rows")}
    for line in table(example, "commitment_themes"):
        expected.setdefault(line["commitment"], set()).add(line["theme"])
    for line in table(example, "commitments"):
        strength = {"binding": "binding", "plan": "plain", "hedged": "hedged"}[line["strength"]]
        expected[line["commitment"]] |= {strength, *([line["row"]] if made[line["row"]] > 1 else [])}
    for source in read.sources.text_source:
        for found in source.plain_text_selection:
            used = [codes[coding.code_ref.target_guid] for coding in found.coding]
            assert all(code.is_codable for code in used)
            told = {themes.get(code.name) or (code.description or "").split(" · ")[0] or code.name for code in used}
            assert {strength_name(name) for name in told} == expected[found.name]


def strength_name(name: str) -> str:
    return {"plan": "plain"}.get(name, name)


@pytest.mark.slow
def test_cases_carry_what_is_known_of_the_plan(example: Path) -> None:
    read = loaded(example)
    names = {variable.guid: variable.name for variable in read.variables.variable}
    plans = {line["plan"]: line for line in table(example, "plans")}
    assert len(read.cases.case) == len(plans)
    for case, line in zip(read.cases.case, plans.values(), strict=True):
        values = {names[v.variable_ref.target_guid]: v.text_value or v.integer_value for v in case.variable_value}
        wanted = {"area": "area_name", "level": "area_level", "text held": "extent"}
        numbers = {"period from": "period_from", "period to": "period_to"}
        expected: dict[str, object] = {name: line[column] for name, column in wanted.items() if line[column]}
        expected |= {name: int(line[column]) for name, column in numbers.items() if line[column]}
        assert values == expected


def test_a_row_is_a_code_a_link_and_a_note(tmp_path: Path) -> None:
    read = loaded(published(tmp_path / "out", folder=small(tmp_path / "plans")))
    rows = read.code_book.codes.code[-1]
    assert [(code.name, code.description) for code in rows.code] == [("Row", "r · 2 of 2 · decided")]
    assert not rows.is_codable
    selections = {s.guid: s.name for source in read.sources.text_source for s in source.plain_text_selection}
    ends = {(selections[link.origin_guid], selections[link.target_guid]) for link in read.links.link}
    assert ends == {("a/a1", "b/b1"), ("a/a1", "b/b2")}
    assert [note.plain_text_content for note in read.notes.note] == ["因为"]
    assert {ref.target_guid for link in read.links.link for ref in link.note_ref} == {read.notes.note[0].guid}


def test_a_passage_carries_the_curators_words_figures_and_note(tmp_path: Path) -> None:
    commitment = (
        "id: a1, text: 普惠率达九成, theme: preschool, evidence: 九成, note: 见表,"
        " targets: [{indicator: inclusive-coverage, op: '>=', value: 90, unit: '%', by: 2025}]"
    )
    plans = collection(tmp_path / "plans", {"a": plan_text("a", [commitment])})
    selection = loaded(published(tmp_path / "out", folder=plans)).sources.text_source[0].plain_text_selection[0]
    assert selection.description == "普惠率达九成\n≥90% (2025)\n见表"


def test_a_narrowed_project_has_only_the_passages_asked_for(tmp_path: Path) -> None:
    plans = hostile(tmp_path / "plans")
    args = ("hostile", "--theme", "staffing", "--sources", str(plans / "sources"))
    read = loaded(published(tmp_path / "out", *args, folder=plans))
    assert {s.name for s in read.sources.text_source[0].plain_text_selection} == {"hostile/h-1", "hostile/h-2"}


def test_without_sources_the_text_is_phrases_and_says_so(tmp_path: Path) -> None:
    read = loaded(published(tmp_path / "out", folder=small(tmp_path / "plans")))
    texts = [text.decode() for name, text in sorted(project(tmp_path / "out").items()) if name != "project.qde"]
    first = "a规划\n(Not the document: only the phrases that curators noted, under their headings)\n"
    assert f"{first}\n一 主要任务\n县管校聘\n" in texts
    assert all("Not the document" in source.description for source in read.sources.text_source)
    assert "not the documents" in read.description


@pytest.mark.slow
def test_the_codebook_file_has_the_themes_with_their_rules(tmp_path: Path) -> None:
    book = RefiCodebook.load(published(tmp_path / "out", "--lang", "zh") / "codebook.qdc")
    themes, strength = book.codes.code
    assert len(themes.code) == 37
    assert not themes.is_codable
    assert themes.code[0].name == "党的领导与党建"
    assert themes.code[0].description.startswith("party · 党的领导与党建 · Party leadership and Party building\n")
    assert "使用：" in themes.code[0].description
    assert "不用：" in themes.code[0].description
    assert [code.name for code in strength.code] == ["刚性", "一般", "弹性"]


def test_the_same_thing_keeps_its_guid(tmp_path: Path) -> None:
    plans = small(tmp_path / "plans")
    few, all_plans = published(tmp_path / "few", "a", folder=plans), published(tmp_path / "all", folder=plans)

    def guids(folder: Path) -> set[str]:
        return {e.attrib["guid"] for tag in ("Code", "PlainTextSelection") for e in tree(folder).iter(f"{SPACE}{tag}")}

    assert guids(few) < guids(all_plans)


@pytest.mark.parametrize("bad", ["\0", "\x1b", "\ufffe", "\uffff", "\r", "\u2028"])
def test_no_character_breaks_the_xml(bad: str) -> None:
    told = f"a{sound(f'{bad}<&>')}"
    assert ElementTree.fromstring(ElementTree.tostring(element(told))).text == "a\ufffd<&>"


def element(text: str) -> ElementTree.Element:
    made = ElementTree.Element("x")
    made.text = text
    return made


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source texts are not here")
def test_with_the_sources_every_phrase_stands_at_its_place(tmp_path: Path) -> None:
    out = published(tmp_path / "out", "--sources", str(SOURCES))
    evidence = table(out, "evidence")
    assert {line["found"] for line in evidence} <= {"exact", "moved"}
    quotes = {(line["commitment"], line["start"]): line["quote"].removeprefix("'") for line in evidence}
    files = {line["plan"]: line["source_file"] for line in table(out, "plans")}
    count = 0
    for source in loaded(out).sources.text_source:
        plan = source.plain_text_selection[0].name.split("/")[0]
        raw = (SOURCES / files[plan]).read_bytes().decode("utf-8-sig")
        text = RefiProject.resolve_source_path(source.plain_text_path, tmp_path / "unpacked").read_bytes().decode()
        assert text == raw.replace("\r\n", "\n")
        for found in source.plain_text_selection:
            quote = quotes[found.name, str(found.start_position)]
            passage = text[found.start_position : found.end_position]
            assert letters(passage) == letters(quote)
            count += 1
    assert count == len(evidence)


def letters(text: str) -> str:
    """A text without what printing adds: widths, white space, page marks at the beginning of a line."""
    import unicodedata

    bare = re.sub(r"(?m)^[ \t]*\d{1,4}、", "", text)
    return "".join(unicodedata.normalize("NFKC", bare).split())
