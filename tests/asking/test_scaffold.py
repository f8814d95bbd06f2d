"""Empty plan files: they read back clean, follow the codebook or an outline, and copy nobody's sentences."""

from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare import load
from plancompare.asking.desk.scaffold import Promise, scaffold, section_themes, usual
from plancompare.checks import CHECKS
from plancompare.comparing.comparison import Comparison, compare
from plancompare.comparing.rows import Row
from plancompare.findings import Finding
from plancompare.model import Corpus, Label, Lang, Plan, Section
from plancompare.telling.scaffold import empty_plan
from tests.desks import ROOT, basis, commitment, corpora, corpus, plan, same
from tests.formats.support import HOSTILE
from tests.support import CODEBOOK, INDICATORS

LANGS: tuple[Lang, ...] = ("zh", "en")
numbers = count()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scaffolds")


def written(comparison: Comparison, like: Plan | None, id: str = "mine", name: str = "我区", lang: Lang = "zh") -> str:
    themes = section_themes(like, comparison) if like else None
    promises = usual(comparison) if like else ()
    outline = scaffold(comparison.codebook, like, themes, promises)
    return empty_plan(id, name, outline, comparison.codebook, lang, "plan.schema.json")


def read_back(text: str, folder: Path) -> tuple[Plan, list[Finding]]:
    """The scaffold as a collection of its own, and what reading and checking it find."""
    own = folder / str(next(numbers))
    own.mkdir()
    for name, held in (("codebook", CODEBOOK), ("indicators", INDICATORS), ("mine", text)):
        (own / f"{name}.yaml").write_text(held, encoding="utf-8")
    read = load(own)
    [found] = read.plans
    breaches = [breach for check in CHECKS.values() if check.LEVEL == "error" for breach in check.check(read)]
    assert breaches == []
    return found, list(read.findings)


# --- an empty plan ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_without_a_model_there_is_a_section_for_each_theme(folder: Path, lang: Lang) -> None:
    codebook = basis().codebook
    text = empty_plan("mine", "我区", scaffold(codebook), codebook, lang, "../plan.schema.json")
    assert text.startswith("# yaml-language-server: $schema=../plan.schema.json\n")
    found, findings = read_back(text, folder)
    assert findings == []
    assert (found.id, found.name, found.title, found.status) == ("mine", "我区", "我区", "draft")
    assert (found.source.extent, found.source.file, found.commitments) == ("full", "mine.txt", ())
    assert [section.theme for section in found.sections] == list(codebook.ids)
    assert [section.heading for section in found.sections] == [theme.label.zh for theme in codebook.themes]
    assert [section.id for section in found.sections] == ["1", "2", "3", "4"]


def test_the_comments_are_in_the_language_asked_for() -> None:
    codebook = basis().codebook
    zh, en = (empty_plan("mine", "我区", scaffold(codebook), codebook, lang, "s") for lang in LANGS)
    assert "怎样编码" in zh
    assert "怎样编码" not in en
    assert "says how" in en
    told = [[line for line in text.splitlines() if not line.lstrip().startswith("#")] for text in (zh, en)]
    assert [line.split("   #")[0] for line in told[0]] == [line.split("   #")[0] for line in told[1]]


def test_the_outline_of_a_model_with_paths_headings_and_themes(folder: Path) -> None:
    sections = (Section("1", "一", "发展目标"), Section("2", "二", "教师", "training"), Section("3", "", "其他"))
    model = plan("a", [commitment("a", "a1", "推行教师县管校聘改革", "staffing")._replace(section=sections[0])])
    comparison = compare(corpus([model._replace(sections=sections)]))
    found, findings = read_back(written(comparison, comparison.plans[0]), folder)
    assert findings == []
    assert [section._replace(at=sections[0].at) for section in found.sections] == [
        sections[0]._replace(theme="staffing"), sections[1], sections[2],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", [*HOSTILE, "a: b", "- x", "#", "'", '"', "\\", "null", "1e5", "\u2028", "\ufeff", "\ud800"]
)
def test_no_heading_name_or_label_breaks_the_file(text: str, folder: Path) -> None:
    section = Section("1", text, text)
    members = [commitment(id, f"{id}1", "推行教师县管校聘改革", "staffing")._replace(section=section) for id in "ab"]
    plans = [plan(c.plan, [c])._replace(sections=(section,)) for c in members]
    ruling = same("row", "a/a1", "b/b1")._replace(label=Label(text, text))
    themes = tuple(t._replace(definition=text, label=Label(text, text)) for t in basis().codebook.themes)
    made = corpus(plans, [ruling], basis().codebook._replace(themes=themes))
    for like in (made.plans[0], None):
        found, findings = read_back(written(compare(made), like, name=text), folder)
        assert findings == []
        kept = "\ufffd" if text == "\ud800" else text  # half a pair cannot be held by any file
        assert like is None or found.sections[0].heading == kept
        assert found.name == kept
        assert found.commitments == ()


# --- the checklist ------------------------------------------------------------------------------------------------


def rows_of_three(makers: str, labelled: bool = True) -> Comparison:
    """Three plans of which ``makers`` make one promise."""
    plans = [
        plan(id, [commitment(id, f"{id}1", "推行教师县管校聘改革", "staffing")] if id in makers else [])
        for id in "abcd"
    ]
    keys = [f"{id}/{id}1" for id in makers]
    return compare(corpus(plans, [same("row", *keys)] if labelled and len(keys) > 1 else []))


@pytest.mark.parametrize(
    ("makers", "labelled", "listed"),
    [("a", True, False), ("ab", True, True), ("abc", True, True), ("abcd", True, True), ("abc", False, False)],
)
def test_most_peers_are_two_at_least_and_half_of_those_that_speak(makers: str, labelled: bool, listed: bool) -> None:
    promises = usual(rows_of_three(makers, labelled))
    assert promises == ((Promise("row", "staffing", Label("条目row", "row row"), len(makers), 4),) if listed else ())


def test_fewer_than_half_is_not_most_and_silent_texts_do_not_count() -> None:
    one, two = (commitment(id, f"{id}1", "推行教师县管校聘改革", "staffing") for id in "ab")
    others = [plan(id) for id in "cde"]
    ruling = same("row", "a/a1", "b/b1")
    assert usual(compare(corpus([plan("a", [one]), plan("b", [two]), *others], [ruling]))) == ()
    silent = [other._replace(source=other.source._replace(extent="excerpt")) for other in others]
    [promise] = usual(compare(corpus([plan("a", [one]), plan("b", [two]), *silent], [ruling])))
    assert (promise.made, promise.covered) == (2, 2)


def test_two_commitments_of_one_plan_are_no_peers() -> None:
    twice = [commitment("a", f"a{n}", "推行教师县管校聘改革", "staffing") for n in range(2)]
    assert usual(compare(corpus([plan("a", twice)], [same("row", "a/a0", "a/a1")]))) == ()


def test_promises_stand_under_their_theme_and_the_others_at_the_end() -> None:
    comparison = rows_of_three("abcd")
    lines = written(comparison, comparison.plans[0]).splitlines()
    place = lines.index("  # [ ] 4/4  条目row  [row]")
    assert lines[place - 2 : place + 2] == [
        "  theme: staffing   # 教师编制与交流", "  commitments: []", lines[place], "  # - {id: , text: , evidence: }",
    ]  # fmt: skip
    bare = comparison.plans[0]._replace(sections=())
    assert written(comparison, bare).splitlines()[-4:] == [
        "", "# 其他主题下多数规划都有的承诺：", lines[place], lines[place + 1],
    ]  # fmt: skip


def test_a_section_has_the_theme_of_most_of_it_and_a_mixed_one_none() -> None:
    mixed, clear, pinned, empty = (Section(id, id, id) for id in "1234")
    pinned = pinned._replace(theme="layout")
    told = {"1": ["staffing", "training"], "2": ["staffing", "staffing", "training"], "3": ["training"]}
    made = [
        commitment("a", f"a{section.id}{n}", f"承诺{section.id}{n}", theme)._replace(section=section)
        for section in (mixed, clear, pinned)
        for n, theme in enumerate(told[section.id])
    ]
    model = plan("a", made)._replace(sections=(mixed, clear, pinned, empty))
    assert section_themes(model, compare(corpus([model]))) == {"2": "staffing", "3": "layout"}


# --- laws ---------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@given(made=corpora("abc"), named=st.text(min_size=1, max_size=20), lang=st.sampled_from(LANGS))
def test_any_scaffold_reads_back_clean_with_the_outline_and_no_sentence(
    made: Corpus, named: str, lang: Lang, folder: Path
) -> None:
    comparison = compare(made)
    for like in (None, *made.plans):
        text = written(comparison, like, name=named, lang=lang)
        found, findings = read_back(text, folder)
        assert findings == []
        assert (found.name, found.commitments) == (named, ())
        if like:
            assert {(s.id, s.path, s.heading) for s in found.sections} == {
                (s.id, s.path, s.heading) for s in like.sections
            }
        for c in made.commitments():
            assert c.text not in text
            assert not any(evidence.quote in text for evidence in c.evidence)


@pytest.mark.slow
@given(corpora())
def test_the_checklist_has_the_named_rows_of_most_and_no_others(made: Corpus) -> None:
    comparison = compare(made)

    def most(row: Row) -> bool:
        silent = [p for p in made.plans if p.id not in {c.plan for c in row.commitments} and p.covers(row.theme)]
        others = [p for p in silent if row.theme not in p.not_applicable]
        return row.made > 1 and row.made >= len(others) and row.decided

    promises = usual(comparison)
    assert [promise.row for promise in promises] == [row.id for row in comparison.rows if most(row)]
    text = written(comparison, made.plans[0])
    assert all(text.count(f"[{promise.row}]") == 1 for promise in promises)
    assert text.count("# [ ]") == len(promises)


@pytest.mark.slow
@pytest.mark.parametrize("like", ["", "chaoyang", "city-jia", "city-yi", "fengtai", "yuquan"])
@pytest.mark.parametrize("lang", LANGS)
def test_words_of_shipped_plans_stand_in_a_scaffold_only_as_headings_and_names_of_rows(like: str, lang: Lang) -> None:
    made = load(ROOT / "plans")
    comparison = compare(made)
    model = next((one for one in made.plans if one.id == like), None)
    text = written(comparison, model, lang=lang)
    told = [*(s.heading for s in model.sections), *(p.label.of(lang) for p in usual(comparison))] if model else []
    told += [theme.definition or theme.label.of(lang) for theme in made.codebook.themes]
    rest = text
    for known in sorted(told, key=len, reverse=True):
        rest = rest.replace(known, "")
    for c in made.commitments():
        assert c.text not in rest, c.key
    assert text.count("# [ ]") == len(usual(comparison)) * bool(model)
