"""Findings counted plan by plan are those of the whole collection."""

import json
from pathlib import Path

import pytest

from plancompare import checks, load
from plancompare.checks.briefly import by_file, counts_by, findings_in_brief
from plancompare.model import Shelf, shelf_of
from plancompare.reading.collection import load_shelf, shipped
from plancompare.reading.store import VARIABLE
from tests.checks.test_checks import FIRES, Case
from tests.support import collection, plan_text, run

TESTS = Path(__file__).parent.parent
OTHER = plan_text(
    "west", ["id: w-1, text: 新建5所学校, evidence: 新建", "id: w-2, text: 建3校4园, evidence: 建, theme: la"]
)
USUAL = [(rule, case) for rule, cases in FIRES.items() if rule in checks.USUAL for case in cases]


def told(shelf: Shelf) -> tuple[object, ...]:
    files, elsewhere = findings_in_brief(shelf)
    return {file: dict(levels) for file, levels in files.items() if levels}, elsewhere


def expected(folder: Path) -> tuple[object, ...]:
    corpus = load(folder, index=False)
    found = checks.run(corpus)
    plans = {plan.file for plan in corpus.plans}
    files = {file: dict(levels) for file, levels in by_file(found).items() if file in plans}
    return files, tuple(finding for finding in found if finding.at.file not in plans)


@pytest.mark.parametrize(("rule", "case"), USUAL)
def test_every_rule_is_counted_as_it_speaks(
    rule: str, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    texts = case.texts()
    folder = collection(tmp_path / "plans", {"east": texts.pop("east"), "west": OTHER}, **texts)
    wanted = expected(folder)
    for index in (False, True, True):
        assert told(load_shelf(folder, (), index, counts_by)) == wanted
    assert told(shelf_of(load(folder), counts_by)) == wanted


@pytest.mark.parametrize("folder", [shipped(), TESTS / "judged", TESTS / "eldercare"], ids=lambda path: path.name)
def test_shipped_and_invented_collections_are_counted_as_they_are(folder: Path) -> None:
    assert told(load_shelf(folder, (), True, counts_by)) == expected(folder)


def test_another_codebook_is_counted_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    folder = collection(tmp_path / "plans", {"west": OTHER})
    before = told(load_shelf(folder, (), True, counts_by))
    (folder / "codebook.yaml").write_text(
        (folder / "codebook.yaml").read_text("utf-8").replace("layout", "la"), "utf-8"
    )
    assert told(load_shelf(folder, (), True, counts_by)) == expected(folder) != before


def test_what_was_kept_of_another_kind_is_not_believed(tmp_path: Path) -> None:
    folder = collection(tmp_path / "plans", {"west": OTHER})
    shelf = load_shelf(folder, (), False, counts_by)
    for said in (b"", b"[]", b"null", b'{"error": "many"}', b"\xff"):
        briefs = {id: brief._replace(said=said) for id, brief in shelf.briefs.items()}
        assert told(shelf._replace(briefs=briefs)) == expected(folder)


def test_to_list_again_touches_no_commitment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = collection(tmp_path / "plans", {"west": OTHER})
    environment = {VARIABLE: str(tmp_path / "cache")}
    for words in (("list", "-f", "json"), ("standards", "-f", "json")):
        first = run(*words, folder=folder, env=environment)
        with monkeypatch.context() as watched:
            watched.setattr("plancompare.reading.many.read_plan", lambda *_: pytest.fail("read"))
            watched.setattr("plancompare.reading.many.unpacked", lambda *_: pytest.fail("unpacked"))
            again = run(*words, folder=folder, env=environment)
        assert json.loads(first.stdout) == json.loads(again.stdout)
