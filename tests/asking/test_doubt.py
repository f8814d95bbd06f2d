"""A passage that is plainly said of another promise leaves no doubt about this one; what people left open does."""

from pathlib import Path

import pytest

from plancompare.asking.desk.gaps import find_gaps
from plancompare.comparing.comparison import compare
from plancompare.model import Decision
from tests.asking.test_said import told
from tests.desks import commitment, corpus, plan


@pytest.mark.parametrize(
    ("passage", "sentence", "row"),
    [
        ("校际余缺每年暑期调剂一次", "教师由区里统一管理、学校聘用，实行县管校聘，{}。", "staffing-post-pool"),
        ("确需教师参加的由教育局统一调配", "减少教师填表迎检等非教学任务，{}。", "staffing-county-managed"),
    ],
)
def test_a_clause_may_be_what_its_sentence_plainly_is_not(
    tmp_path: Path, passage: str, sentence: str, row: str
) -> None:
    assert told(tmp_path, f"一、任务\n\n{passage}。\n\n新建学校3所。\n")[row].kind == "near"
    gap = told(tmp_path, f"一、任务\n\n{sentence.format(passage)}\n\n新建学校3所。\n")[row]
    assert (gap.kind, gap.candidates, gap.echoes) == ("missing", (), ())


def test_a_passage_that_is_plainly_another_promise_leaves_no_doubt(tmp_path: Path) -> None:
    gaps = told(tmp_path, "一、任务\n\n落实随班就读，承担融合教育的教师每三年轮训一遍。\n\n新建学校3所。\n")
    assert "special-inclusive" not in gaps  # the draft makes it
    room = gaps["special-resource-room"]
    [passage] = room.row.cells["mine"].candidates
    assert passage.commitment.text == "落实随班就读"
    assert (room.kind, room.candidates) == ("missing", ())


@pytest.mark.parametrize("ruled", [True, False])
def test_what_people_could_not_tell_is_always_shown(ruled: bool) -> None:
    """The draft's passage is a peer's word for word, and has next to nothing of the other row."""
    peers = [
        plan("a", [commitment("a", "a1", "改造老旧校舍", "layout")]),
        plan("b", [commitment("b", "b1", "建设名师工作室", "training")]),
    ]
    mine = plan("d", [commitment("d", "d1", "改造老旧校舍", "layout")])
    rulings = [Decision("unsure", ("b/b1", "d/d1"))] if ruled else []
    [gap] = find_gaps(compare(corpus([*peers, mine], rulings)), "d").gaps
    assert (gap.row.id, gap.kind) == ("b/b1", "near" if ruled else "missing")


def test_a_passage_that_may_be_nothing_else_is_shown_however_low_its_score(tmp_path: Path) -> None:
    text = "需要学校配合的由教育局统一安排"
    gap = told(tmp_path, f"一、任务\n\n{text}。\n\n新建学校3所。\n")["delivery-dept-division"]
    assert [(near.commitment.text, near.score < 10) for near in gap.candidates] == [(text, True)]


def test_words_that_come_nearer_than_the_passage_stand_before_it(tmp_path: Path) -> None:
    gap = told(tmp_path, "一、任务\n\n教师由区里统一管理、学校聘用，实行县管校聘。\n")["chaoyang/cy-069"]
    assert gap.candidates
    assert min(echo.score for echo in gap.echoes) > gap.candidates[0].score
    assert gap.echoes[0].said.text == "教师由区里统一管理、学校聘用，实行县管校聘"
