"""The command: what it writes, what it refuses, and that the same input gives the same bytes."""

import json
import os
import shlex
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from plancompare import Comparison, PlanCompareError, compare, load
from plancompare.publishing import dataset
from plancompare.publishing.authors import Author, author_named
from plancompare.publishing.dataset import DataSet, Options, gather
from plancompare.publishing.imprint import Imprint, stamp
from tests.publishing.support import SHIPPED, contents, hostile, published, table
from tests.support import run

NAMED = (
    "--title",
    '题 "目"\n二',
    "--author",
    "李: 华",
    "--author",
    "- 王 <w>",
    "--release",
    "1.0.0",
    "--date",
    "2026-12-01",
)


def told_again(folder: Path) -> list[str]:
    """The arguments of the command that the read-me gives."""
    lines = (folder / "README.md").read_text(encoding="utf-8").splitlines()
    return shlex.split(next(line for line in lines if line.startswith("    plancompare ")))[1:]


@pytest.mark.slow
@pytest.mark.parametrize("args", [(), ("yuquan", "丰台", "--theme", "教师待遇", "--lang", "zh", "--no-decisions")])
def test_the_same_plans_give_the_same_bytes(tmp_path: Path, args: tuple[str, ...]) -> None:
    assert contents(published(tmp_path / "a", *args)) == contents(published(tmp_path / "b", *args))


@pytest.mark.parametrize("args", [(), ("hostile", "other"), ("other", "other", "--excel", "--no-decisions", *NAMED)])
def test_the_read_me_tells_how_to_make_it_again_from_its_own_files(tmp_path: Path, args: tuple[str, ...]) -> None:
    plans = hostile(tmp_path / "plans")
    out = published(tmp_path / "out", *args, "--sources", str(plans / "sources"), folder=plans)
    places = {"collection": str(out / "collection"), "DIR": str(tmp_path / "again"), "SOURCES": str(plans / "sources")}
    result = run(*(places.get(word, word) for word in told_again(out)))
    assert result.exit_code == 0, result.output
    assert contents(tmp_path / "again") == contents(out)


def test_broken_records_are_told_without_paths_of_a_machine(tmp_path: Path) -> None:
    plans = hostile(tmp_path / "plans")
    text = (plans / "other.yaml").read_text(encoding="utf-8")
    (plans / "other.yaml").write_text(text.replace("text: 扩建校舍, ", ""), encoding="utf-8")
    with (plans / "private.yaml").open("a", encoding="utf-8") as held:
        held.write("foo: 1\n")
    result = run("publish", str(tmp_path / "out"), "hostile", "other", folder=plans)
    assert "1 broken records left out" in result.stderr
    told = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert 'other.yaml:13:5 | commitment o-2: "text" is missing' in told
    assert "private" not in told
    assert {line["plan"]: line["records_left_out"] for line in table(tmp_path / "out", "plans")}["other"] == "1"
    assert not any(str(tmp_path).encode() in data for data in contents(tmp_path / "out").values())
    again = run("--plans", str(tmp_path / "out" / "collection"), "publish", str(tmp_path / "b"), "hostile", "other")
    assert again.exit_code == 0
    assert contents(tmp_path / "b") == contents(tmp_path / "out")


def test_what_is_in_the_folder(tmp_path: Path) -> None:
    plans = hostile(tmp_path / "plans")
    files = contents(published(tmp_path / "out", "hostile", "other", folder=plans))
    listed = {r["path"] for r in json.loads(files["datapackage.json"])["resources"]}
    assert set(files) == listed | {"datapackage.json", ".zenodo.json"}
    assert files["coding-manual.md"] == (plans / "README.md").read_bytes()
    for name in ("hostile", "other", "codebook", "indicators", "decisions"):
        assert files[f"collection/{name}.yaml"] == (plans / f"{name}.yaml").read_bytes()
    assert not any("不公开".encode() in data for data in files.values()), "a plan that was not compared is passed on"


def test_a_collection_without_a_manual_has_none(tmp_path: Path) -> None:
    plans = hostile(tmp_path / "plans")
    (plans / "README.md").unlink()
    files = contents(published(tmp_path / "out", folder=plans))
    assert "coding-manual.md" not in files
    assert b"coding-manual" not in files["README.md"]


@pytest.mark.parametrize(("lang", "words"), [("en", 'only the theme "Staffing"'), ("zh", "只含主题“教师编制与交流”")])
def test_narrowing_is_told(tmp_path: Path, lang: str, words: str) -> None:
    plans = hostile(tmp_path / "plans")
    out = published(tmp_path / "out", "--theme", "staffing", "--lang", lang, folder=plans)
    assert words in (out / "README.md").read_text(encoding="utf-8").replace("\\", "")
    assert words in json.loads((out / "datapackage.json").read_text(encoding="utf-8"))["description"]
    assert {line["theme"] for line in table(out, "rows")} == {"staffing"}
    assert {line["commitment"] for line in table(out, "commitments")} == {"hostile/h-1", "hostile/h-2", "other/o-1"}


def test_without_rulings_none_is_published(tmp_path: Path) -> None:
    plans = hostile(tmp_path / "plans")
    assert table(published(tmp_path / "a", folder=plans), "decisions")
    out = published(tmp_path / "b", "--no-decisions", folder=plans)
    assert table(out, "decisions") == table(out, "decision_members") == []
    assert "rulings by people were not used" in (out / "README.md").read_text(encoding="utf-8")


def test_the_citation_has_what_the_format_wants(tmp_path: Path) -> None:
    out = published(tmp_path / "out", *NAMED, "--license", "CC-BY-4.0", folder=hostile(tmp_path / "plans"))
    cited = yaml.safe_load((out / "CITATION.cff").read_text(encoding="utf-8"))
    assert cited["cff-version"] == "1.2.0"
    assert cited["type"] == "dataset"
    assert cited["title"] == '题 "目" 二'
    assert cited["authors"] == [{"name": "李: 华"}, {"name": "- 王 <w>"}]
    assert cited["message"]
    assert (cited["version"], cited["date-released"], cited["license"]) == ("1.0.0", "2026-12-01", "CC-BY-4.0")
    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    assert package["licenses"] == [{"name": "CC-BY-4.0"}]
    assert [person["title"] for person in package["contributors"]] == ["李: 华", "- 王 <w>"]
    assert (package["version"], package["created"]) == ("1.0.0", "2026-12-01T00:00:00Z")
    assert [source.get("path") for source in package["sources"]] == [None, None, None], "no address that is none"


@pytest.mark.slow
def test_nobody_is_named_who_was_not_named(tmp_path: Path) -> None:
    result = run("publish", str(tmp_path / "out"), "--license", "https://example.org/l", folder=SHIPPED)
    assert "--author" in result.stderr
    cited = yaml.safe_load((tmp_path / "out" / "CITATION.cff").read_text(encoding="utf-8"))
    assert cited["authors"] == [{"name": "The curators of this data set"}]
    assert cited["license-url"] == "https://example.org/l"
    assert "license" not in cited
    assert "date-released" not in cited
    assert cited["version"].startswith("0.0.0+")


def test_the_version_tells_contents_apart(tmp_path: Path) -> None:
    versions: set[str] = set()
    for args in ((), ("--theme", "staffing"), ("--lang", "zh"), ("--no-decisions",), ("hostile", "other")):
        out = published(tmp_path / str(len(versions)), *args, folder=hostile(tmp_path / f"plans{len(versions)}"))
        versions.add(json.loads((out / "datapackage.json").read_text(encoding="utf-8"))["version"])
    assert len(versions) == 5


def test_dates_come_from_the_inputs(tmp_path: Path) -> None:
    comparison = compare(load(hostile(tmp_path / "plans")))
    assert stamp(comparison, Imprint("t", (Author("a"),))) == "2024-05-06"
    assert stamp(comparison, Imprint("t", (Author("a"),), date="2001-01-01")) == "2001-01-01"
    assert stamp(replace(comparison, plans=(), rulings=()), Imprint("t", (Author("a"),))) == "1980-01-01"


def gathered(comparison: Comparison) -> DataSet:
    return gather(comparison, Imprint("t", (Author("a"),)), Options())


@pytest.mark.parametrize("name", ["hostile.yaml", "other.yaml", "codebook.yaml", "indicators.yaml", "decisions.yaml"])
def test_files_that_changed_since_they_were_compared_are_refused(tmp_path: Path, name: str) -> None:
    plans = hostile(tmp_path / "plans")
    comparison = compare(load(plans), ["hostile", "other"])
    whole, file = gathered(comparison).files, plans / name
    before = file.read_bytes()
    assert whole[f"collection/{name}"] == before
    for changed in (before + b"\n", before[:-1], b""):
        file.write_bytes(changed)
        with pytest.raises(PlanCompareError, match=f"{name} changed while the data set was made"):
            gathered(comparison)
    file.unlink()
    with pytest.raises(PlanCompareError, match=f"cannot read .*{name}"):
        gathered(comparison)
    file.write_bytes(before)
    assert gathered(comparison).files == whole


def test_files_that_are_not_passed_on_may_change(tmp_path: Path) -> None:
    plans = hostile(tmp_path / "plans")
    comparison = compare(load(plans), ["hostile", "other"])
    whole = gathered(comparison).files
    (plans / "private.yaml").write_text("changed")
    assert gathered(comparison).files == whole
    assert not [name for name in whole if "private" in name]


def test_a_change_while_it_runs_leaves_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plans = hostile(tmp_path / "plans")

    def disturbed(comparison: Comparison, imprint: Imprint, options: Options) -> DataSet:
        (plans / "codebook.yaml").write_bytes((plans / "codebook.yaml").read_bytes() + b"# later\n")
        return gather(comparison, imprint, options)

    monkeypatch.setattr(dataset, "gather", disturbed)
    result = run("publish", str(tmp_path / "out"), folder=plans)
    assert isinstance(result.exception, PlanCompareError)
    assert "codebook.yaml changed while the data set was made" in str(result.exception)
    assert not (tmp_path / "out").exists()


def test_what_is_wrong_with_sources_is_told(tmp_path: Path) -> None:
    plans = hostile(tmp_path / "plans")
    text = (plans / "hostile.yaml").read_text(encoding="utf-8")
    text = text.replace("file: h.txt", f"file: h.txt, sha256: {'f' * 64}")
    (plans / "hostile.yaml").write_text(text, encoding="utf-8")
    result = run("publish", str(tmp_path / "out"), "--sources", str(plans / "sources"), folder=plans)
    assert "A／b: |<x>: no source file x.txt; project.qdpx holds only its evidence phrases" in result.stderr
    assert "source file h.txt is not the one whose checksum is recorded" in result.stderr
    assert "2 commitments have no phrase that was found" in result.stderr
    assert "make sure that you may pass them on" in result.stderr
    assert "is not the one whose checksum" in (tmp_path / "out" / "README.md").read_text(encoding="utf-8")


def test_sources_are_never_taken_unasked(tmp_path: Path) -> None:
    plans = hostile(tmp_path / "plans")
    args = ("publish", str(tmp_path / "out"), "hostile")
    result = run(*args, folder=plans, env={"PLANCOMPARE_SOURCES": str(plans / "sources")})
    assert "whole source" not in result.stderr
    assert {line["found"] for line in table(tmp_path / "out", "evidence")} == {""}


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out" / "data").mkdir(parents=True)
    (tmp_path / "out" / "mine.txt").write_text("mine")
    (tmp_path / "out" / "data" / "rows.csv").write_text("old")
    before = contents(tmp_path / "out")
    result = run("publish", str(tmp_path / "out"), "nobody", folder=SHIPPED)  # refused before any work is done
    assert str(result.exception) == f"{tmp_path / 'out'} is not empty; write into it with --force"
    assert contents(tmp_path / "out") == before
    forced = contents(published(tmp_path / "out", "--force"))
    assert forced.pop("mine.txt") == b"mine"
    assert forced == contents(published(tmp_path / "new"))


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert "README.md" in contents(published(tmp_path / "out"))
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ("README.md/", "README.md is a folder and cannot be written over"),
        ("data", "data is a file where a folder is wanted"),
        ("", "is a file; name a folder"),
        ("missing/", "cannot write"),
    ],
)
def test_what_cannot_be_written_leaves_everything_as_it_was(tmp_path: Path, made: str, told: str) -> None:
    out = tmp_path / "out"
    if made == "":
        out.write_text("mine")
    elif made == "missing/":
        out = tmp_path / "missing" / "out"
    elif made.endswith("/"):
        (out / made).mkdir(parents=True)
    else:
        out.mkdir()
        (out / made).write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    result = run("publish", str(out), "--force", folder=SHIPPED)
    assert result.exception is not None
    assert told in str(result.exception)
    assert "\n" not in str(result.exception)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.slow
@pytest.mark.parametrize("there", [True, False])
def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path, there: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    write, room = os.write, [20_000]

    def full(descriptor: int, data: memoryview) -> int:
        room[0] -= len(data)
        if room[0] < 0:
            raise OSError(28, "No space left on device")
        return write(descriptor, data)

    if there:
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "README.md").write_text("mine")
    before = contents(tmp_path)
    monkeypatch.setattr(os, "write", full)
    result = run("publish", str(tmp_path / "out"), "--force", folder=SHIPPED)
    assert str(result.exception) == f"cannot write {tmp_path / 'out'}: No space left on device"
    assert contents(tmp_path) == before
    assert (tmp_path / "out").exists() == there


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--license", "CC BY 4.0"), 'did you mean "CC-BY-4.0"'),
        (("--license", "CC-BY-4.O"), 'did you mean "CC-BY-4.0"'),
        (("--license", "GPL3"), "no licence of the SPDX list; did you mean"),
        (("--license", "ours"), "no licence; give an SPDX id"),
        (("--author", "Li, Hua; 0000-0002-1825-0098"), "its checksum does not fit"),
        (("--author", "Li, Hua; 1234; x"), "is no ORCID; it has sixteen digits"),
        (("--author", "Li Hua; 0000-0002-1825-0097"), "has no comma"),
        (("--author", "; 0000-0002-1825-0097"), "is no author"),
        (("--author", "a, b; c; d; e"), "is no author"),
        (("--doi", "zenodo.1003150"), "is no DOI"),
        (("--license", "https://x y"), "no licence"),
        (("--date", "2026-13-01"), "--date"),
        (("nobody",), 'no plan "nobody"'),
        (("--theme", "nothing"), 'no theme "nothing"'),
        (("--sources", "/nowhere"), "--sources"),
    ],
)
def test_bad_wishes_are_refused_before_anything_is_written(tmp_path: Path, args: tuple[str, ...], told: str) -> None:
    result = run("publish", str(tmp_path / "out"), *args, folder=SHIPPED)
    assert result.exit_code != 0
    assert told in f"{result.stderr}{result.exception}"
    assert list(tmp_path.iterdir()) == []


AUTHORS = ("--author", "李, 华; 0000-0002-1825-0097; 某大学", "--author", "Bureau of {Arts} and Sciences")
CITED = (*AUTHORS, "--license", "cc-by-4.0", "--keyword", "教育: 规划", "--doi", "https://doi.org/10.5281/z.1")


def test_persons_bodies_keywords_and_doi_stand_in_every_file_that_tells_of_them(tmp_path: Path) -> None:
    args = (*CITED, "--date", "2026-11-29", "--title", "50% & _甲_")
    out = published(tmp_path / "out", *args, folder=hostile(tmp_path / "plans"))
    cited = yaml.safe_load((out / "CITATION.cff").read_text(encoding="utf-8"))
    orcid = "https://orcid.org/0000-0002-1825-0097"
    person = {"family-names": "李", "given-names": "华", "orcid": orcid, "affiliation": "某大学"}
    assert cited["authors"] == [person, {"name": "Bureau of {Arts} and Sciences"}]
    assert (cited["doi"], cited["license"], cited["keywords"]) == ("10.5281/z.1", "CC-BY-4.0", ["教育: 规划"])
    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    assert package["contributors"][0] == {
        "title": "李华", "givenName": "华", "familyName": "李", "path": orcid, "organization": "某大学",
        "roles": ["creator"],
    }  # fmt: skip
    assert (package["id"], package["keywords"][-1]) == ("https://doi.org/10.5281/z.1", "教育: 规划")
    deposit = json.loads((out / ".zenodo.json").read_text(encoding="utf-8"))
    assert deposit["creators"][0] == {"name": "李, 华", "orcid": "0000-0002-1825-0097", "affiliation": "某大学"}
    assert (deposit["license"], deposit["doi"], deposit["upload_type"]) == ("cc-by-4.0", "10.5281/z.1", "dataset")
    entry = (out / "CITATION.bib").read_text(encoding="utf-8")
    assert "author = {李, 华 and {Bureau of \\{Arts\\} and Sciences}}" in entry
    assert "title = {{50\\% \\& \\_甲\\_}}" in entry
    assert "year = {2026}" in entry and "month = {11}" in entry


def test_a_licence_that_citation_files_do_not_know_is_named_by_its_address(tmp_path: Path) -> None:
    out = published(tmp_path / "out", "--license", "aml-glslang", folder=hostile(tmp_path / "plans"))
    cited = yaml.safe_load((out / "CITATION.cff").read_text(encoding="utf-8"))
    assert cited["license-url"] == "https://spdx.org/licenses/AML-glslang.html"
    assert "license" not in cited


def test_area_codes_stay_text(tmp_path: Path) -> None:
    plans = hostile(tmp_path / "plans")
    path = plans / "other.yaml"
    text = path.read_text(encoding="utf-8").replace("area: {", "area: {code: 013226000001, ")
    path.write_text(text, encoding="utf-8")
    out = published(tmp_path / "out", folder=plans)
    assert "013226000001" in {line["area_code"] for line in table(out, "plans")}
    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    fields = next(r for r in package["resources"] if r["name"] == "plans")["schema"]["fields"]
    assert next(field for field in fields if field["name"] == "area_code")["type"] == "string"


@pytest.mark.parametrize(
    "author", ["Li, Hua", "李，华；0000-0002-1694-233x", "Li, Hua; 某大学", "Li, Hua; ; 某大学", "教委"]
)
def test_an_author_is_written_again_as_it_was_meant(author: str) -> None:
    named = author_named(author)
    assert author_named(named.asked) == named
    assert named.orcid in ("", "0000-0002-1694-233X")
