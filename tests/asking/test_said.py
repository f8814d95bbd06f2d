"""What a draft says in headings, and in clauses that encode folded or left out, is never told as missing."""

from pathlib import Path

import pytest

from plancompare.asking.desk.gaps import Gap, find_gaps
from plancompare.asking.desk.said import SHORTEST, Said
from plancompare.comparing.comparison import compare
from plancompare.drafting import beside_records, draft, read
from plancompare.drafting.encoding.draft import Vocabulary
from plancompare.model import Section
from plancompare.reading.collection import load, shipped, vocabulary

PEERS = ("chaoyang", "fengtai", "yuquan")
HEAD = "云岫区“十五五”教育发展规划（2026—2030年）\n\n"


def told(folder: Path, text: str) -> dict[str, Gap]:
    """The gaps of a text against three plans held, by row."""
    path = folder / "mine.txt"
    path.write_text(HEAD + text, encoding="utf-8")
    made = draft(read(path), Vocabulary(*vocabulary(shipped())), "mine")
    corpus = load(shipped())
    comparison = compare(corpus._replace(plans=(*corpus.plans, made.plan)), [*PEERS, "mine"])
    return {gap.row.id: gap for gap in find_gaps(comparison, "mine", 1, beside_records(made)).gaps}


@pytest.mark.parametrize(
    ("text", "row", "words", "kind"),
    [
        # a heading under which something else is promised
        ("一、规范校外培训\n\n新建学校3所。\n", "burden-tutoring-regulation", "规范校外培训", "heading"),
        ("一、健全教职工代表大会制度\n\n新建学校3所。\n", "governance-teacher-congress", "教职工代表大会", ""),
        ("一、任务\n\n1.推进高中选课走班\n\n新建学校3所。\n", "highschool-course-choice", "选课走班", ""),
        # a clause that tells how, one on which an act stands, one without a known verb
        (
            "一、任务\n\n通过建立教师编制周转池，缓解学校缺人。\n",
            "staffing-post-pool", "编制周转池", "",
        ),
        (
            "一、任务\n\n以完善家长委员会制度为抓手，密切家校联系。\n",
            "family-pta", "家长委员会", "",
        ),
        (
            "一、任务\n\n关系教职工切身利益的事项，先由全体教工代表讨论表决。\n",
            "governance-teacher-congress", "教工代表", "",
        ),
        # a body that is no actor
        (
            "一、任务\n\n新建学校3所。\n\n党建、思政工作者队伍由意识形态工作责任制管总。\n",
            "party-ideology", "意识形态", "",
        ),
    ],
)  # fmt: skip
def test_what_stands_in_the_text_is_not_missing(tmp_path: Path, text: str, row: str, words: str, kind: str) -> None:
    gap = told(tmp_path, text).get(row)
    if gap is None:
        return  # recognised as a promise: better still
    assert gap.kind == "near"
    held = [near.commitment.text for near in gap.candidates] + [echo.said.text for echo in gap.echoes]
    assert any(words in one for one in held)
    assert not kind or kind in {echo.said.kind for echo in gap.echoes}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        # what was achieved is no word on what is to be done, nor is a heading that names a subject
        ("一、发展基础\n\n过去五年，建立了教师编制周转池。\n\n二、任务\n\n新建学校3所。\n", "staffing-post-pool"),
        ("一、督导与评价\n\n新建学校3所。\n", "supervision-accountability"),
        ("一、师德与专业成长\n\n新建学校3所。\n", "ethics-first-standard"),
        ("一、任务\n\n新建学校3所，改善办学条件。\n", "governance-teacher-congress"),
    ],
)
def test_what_is_not_said_stays_missing(tmp_path: Path, text: str, row: str) -> None:
    gap = told(tmp_path, text)[row]
    assert (gap.kind, gap.echoes, gap.candidates) == ("missing", (), ())


@pytest.mark.parametrize(
    ("text", "row"),
    [
        # what a clause leaves unsaid stands in its sentence
        ("教好手艺，送课下乡，每年培训农民不少于2000人次。", "special-teachers"),
        ("教师的品行年年评议，同事、学生和家长都来打分，不过关的不得评优。", "family-guidance"),
        ("奖金多劳多得，一线教师多拿，机关里的人不得高过平均数。", "pay-civil-servants"),
    ],
)
def test_a_clause_is_heard_in_its_sentence(tmp_path: Path, text: str, row: str) -> None:
    gap = told(tmp_path, f"一、任务\n\n{text}\n\n新建学校3所。\n")[row]
    assert not [echo for echo in gap.echoes if echo.said.text != text.rstrip("。") and echo.said.kind != "heading"]
    kinds = {echo.said.kind for row_of in told(tmp_path, f"一、任务\n\n{text}\n").values() for echo in row_of.echoes}
    assert "clause" not in kinds


def test_words_have_their_place_and_come_best_first(tmp_path: Path) -> None:
    gap = told(tmp_path, "一、任务\n\n（一）规范校外培训\n\n新建学校3所。\n")["burden-tutoring-regulation"]
    scores = [echo.score for echo in gap.echoes]
    assert scores == sorted(scores, reverse=True)
    assert all(30 <= score <= 100 for score in scores)
    assert gap.echoes[0].said.section.path == "一（一）"


def test_words_too_short_to_say_anything_count_for_nothing() -> None:
    comparison = compare(load(shipped()), [*PEERS])
    section = Section("", "一", "")
    for text in ("绩效工资", "章程"):
        assert len(text) < SHORTEST
        said = find_gaps(comparison, "yuquan", 1, [Said(text, section)])
        assert not any(echo.said.text == text for gap in said.gaps for echo in gap.echoes)


def test_words_change_nothing_but_what_is_missing(tmp_path: Path) -> None:
    corpus = load(shipped())
    comparison = compare(corpus, [*PEERS])
    silent = find_gaps(comparison, "fengtai")
    spoken = find_gaps(comparison, "fengtai", 1, [Said("稳步推进教师区管校聘改革", Section("", "一", ""))])
    changed = {g.row.id for g in spoken.gaps if g.echoes} - {g.row.id for g in silent.gaps if g.echoes}
    assert "staffing-county-managed" in changed
    assert {g.row.id for g in spoken.gaps} == {g.row.id for g in silent.gaps}
    assert spoken.figures == silent.figures
