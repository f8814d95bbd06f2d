"""What is said of a promise besides its figures: words, strength, names, bodies, evidence, the part it stands in."""

from pathlib import Path

import pytest

from plancompare.asking.phrases import LONGEST
from plancompare.asking.verification import SourceText, verify
from plancompare.drafting.documents.model import Document
from plancompare.drafting.encoding.describing import Describer
from plancompare.drafting.encoding.front import front
from plancompare.drafting.encoding.records import Phrases
from plancompare.model import Commitment
from tests.drafting.encoding.support import TEXTS, drafted, records, steering


def commitments(folder: Path, text: str) -> list[Commitment]:
    return [record.commitment for record in records(folder, f"一、主要任务\n{text}\n")]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "strength", "word"),
    [
        ("建立教研制度。", "plan", "建立"),
        ("进一步完善教研制度。", "plan", "完善"),
        ("严禁提前教授小学课程。", "binding", "严禁"),
        ("必须配备专职校医。", "binding", "必须"),
        ("未列入清单的事务一律不得进校园。", "binding", "一律"),
        ("鼓励企业参与办学。", "hedged", "鼓励"),
        ("力争建成三个基地。", "hedged", "力争"),
        ("稳步推进分类管理改革。", "hedged", "稳步推进"),
    ],
)
def test_strength_and_its_word(tmp_path: Path, text: str, strength: str, word: str) -> None:
    (commitment,) = commitments(tmp_path, text)
    assert (commitment.strength, commitment.word) == (strength, word)
    assert word in text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("实施“青蓝工程”。", ("青蓝工程",)),
        ("加强“雪亮”工程建设。", ("雪亮工程",)),
        ("落实《公共安全教育指导纲要》。", ("公共安全教育指导纲要",)),
        ("实施校舍安全工程。", ("校舍安全工程",)),
        ("实施新的教研制度。", ()),
        ("做“四有”好老师的引路人，建立制度。", ()),
    ],
)
def test_names(tmp_path: Path, text: str, named: tuple[str, ...]) -> None:
    assert {name for commitment in commitments(tmp_path, text) for name in commitment.named} == set(named)


@pytest.mark.slow
def test_bodies_stand_where_the_text_names_them(tmp_path: Path) -> None:
    text = "建立教研制度，完善督导机制。（责任单位：区教委、区财政局；配合单位：各学校）"
    found = commitments(tmp_path, text)
    assert [(c.text, c.lead, c.support) for c in found] == [
        ("建立教研制度", ("区教委", "区财政局"), ("各学校",)),
        ("完善督导机制", ("区教委", "区财政局"), ("各学校",)),
    ]


def test_texts_are_short_and_keep_their_figure(tmp_path: Path) -> None:
    long = "、".join(f"第{n}类符合条件的各种学校" for n in range(8))
    text = f"进一步建立{long}参与的机制。建设面向{long}的教研基地12个。"
    found = commitments(tmp_path, text)
    assert all(len(c.text) <= 40 for c in found)
    assert not any("进一步" in c.text for c in found)
    assert all("12" in c.text for c in found if c.targets)


def test_parts_without_promises_are_passed_over(tmp_path: Path) -> None:
    text = """一、发展基础
建成幼儿园十所。
二、指导思想
坚持新发展理念，完善教育体系。
三、总体思路
（一）基本原则
坚持改革创新。建立健全体制机制。
（二）发展目标
到2025年，普惠率达到90%。
四、主要任务
建立教研制度。
"""
    found = [record.commitment for record in records(tmp_path, text)]
    assert [(c.section.heading, c.text) for c in found] == [("发展目标", "普惠率达到90%"), ("主要任务", "建立教研制度")]


def test_repeated_promises_are_one_record_with_several_phrases(tmp_path: Path) -> None:
    text = (
        "一、发展目标\n普惠率达到90%。\n二、主要任务\n确保普惠率达到90%。加强教师心理辅导。\n"
        "三、保障措施\n加强学生心理辅导。\n"
    )
    found = [record.commitment for record in records(tmp_path, text)]
    assert [c.text for c in found] == ["普惠率达到90%", "加强教师心理辅导", "加强学生心理辅导"]
    assert len(found[0].evidence) == 2 and len(found[0].targets) == 1


@pytest.mark.slow
@pytest.mark.parametrize("name", ["jinsha.txt", "songtan.txt", "donghu.html", "nanling.docx"])
def test_every_phrase_finds_its_one_place(name: str) -> None:
    draft = drafted(TEXTS / name, (2021, 2030))
    document, found = draft.document, draft.records
    proofs = list(verify(draft.plan, SourceText(document.text)))
    assert proofs
    assert {proof.status for proof in proofs} <= {"exact", "moved"}
    assert all(len(e.quote) <= LONGEST for r in found for e in r.commitment.evidence)
    for record in found:  # the phrase is of the very stretch
        spans = [(p.start, p.end) for p in proofs if p.commitment.id == record.commitment.id]
        assert all(any(a < e and s < b for s, e in record.places) for a, b in spans if a is not None and b is not None)


def test_a_repeated_phrase_gets_just_enough_before_it() -> None:
    text = "甲校建立教研制度。\n乙校建立教研制度。"
    phrases = Phrases(text)
    place = text.rindex("建立教研制度")
    found = phrases.of(place, place + 6)
    assert (found.quote, found.prefix) == ("建立教研制度", "乙校")


def test_quotation_marks_are_not_torn() -> None:
    text = "深入推进面向全体学生的高质量课程体系建设并实施“行走的思政课”计划和“大思政课”行动。"
    assert Phrases(text).of(0, len(text)).quote.count("“") == Phrases(text).of(0, len(text)).quote.count("”")


def test_describer_blots_bodies_out_at_the_same_length() -> None:
    text = "建立制度。牵头单位：县教育局、县财政局。完善机制。"
    blotted, bodies = Describer(steering()).bodies(text)
    assert len(blotted) == len(text) and "财政局" not in blotted
    assert bodies.lead == ("县教育局", "县财政局")


@pytest.mark.parametrize(
    ("title", "name", "level", "period", "status"),
    [
        ("北京市丰台区“十四五”时期教育规划（2021—2025年）", "丰台", "district", (2021, 2025), ""),
        ("松潭县“十五五”教育发展规划（征求意见稿）", "松潭", "county", (2026, 2030), "consultation"),
        ("金沙市教育提质行动方案（2024-2027年）", "金沙", "city", (2024, 2027), ""),
        ("推动基础教育高质量发展行动方案", "推动基础教育高质", "", None, ""),
        ("某某教育事业第十四个五年规划（草案）", "某某教育事业第十", "", (2021, 2025), "draft"),
    ],
)
def test_the_head_is_guessed_from_the_title(
    title: str, name: str, level: str, period: tuple[int, int] | None, status: str
) -> None:
    document = Document("甲.txt", "txt", title, (), (), "", "0" * 64)
    head = front(document, steering())
    assert (head.name, head.area.level, head.period, head.status) == (name, level, period, status)
    assert head.id.startswith("plan-")
    assert front(document, steering(), "north", (2020, 2024)).period == (2020, 2024)
