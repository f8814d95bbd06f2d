"""Evidence found again in its source: the ladder from exact to lost, offsets, copied texts, source files."""

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare.asking.phrases import Normalised, normal
from plancompare.asking.verification import COPIED, Proof, SourceText, copied, verify, verify_plans
from plancompare.model import Area, Commitment, Evidence, Plan, Section, Source

PRESCHOOL = Section("1", "一", "学前教育优质普惠")
TEACHERS = Section("2", "二", "建设教师队伍")
SOURCE = """\
总则：提高教育质量。
一、学前教育优质普惠
普惠性幼儿园覆盖率达到90%，新建幼儿园12所。提高教育质量。
二、建设教师队伍
推行“区管校聘”，每年交流教师200名。提高教育质量，提高教育质量。
"""
PRINTED = [
    "建",
    "设",
    "教师",
    "９０％",
    "90%",
    "（一）",
    " ",
    "　",
    "\n",
    "\r\n",
    "\n3、",
    "\n 12、",
    "3、",
    "Ａ",
    "㎡",
    "\u200b",
    "，",
]


def plan(
    *evidence: Evidence | str, section: Section = PRESCHOOL, text: str = "提高普惠水平", source: str = "x.txt"
) -> Plan:
    quotes = tuple(Evidence(e) if isinstance(e, str) else e for e in evidence)
    return Plan(
        id="a",
        name="甲",
        title="规划",
        area=Area("甲区"),
        issuer="",
        period=(2021, 2025),
        dates={},
        status="adopted",
        source=Source("full", file=source),
        reads={},
        sections=(PRESCHOOL, TEACHERS),
        commitments=(Commitment("a", "1", section, text, quotes),),
    )


def prove(evidence: Evidence | str, source: str = SOURCE, section: Section = PRESCHOOL) -> Proof:
    [proof] = verify(plan(evidence, section=section), SourceText(source))
    return proof


def shown(proof: Proof, source: str = SOURCE) -> str | None:
    """What stands in the source at the offsets told."""
    return None if proof.start is None else source[proof.start : proof.end]


@pytest.mark.parametrize(
    ("evidence", "section", "status", "at"),
    [
        ("新建幼儿园12所", PRESCHOOL, "exact", "新建幼儿园12所"),
        ("新建幼儿园12所", TEACHERS, "moved", "新建幼儿园12所"),
        ("推行“区管校聘”", TEACHERS, "exact", "推行“区管校聘”"),
        ("学前教育优质普惠", PRESCHOOL, "exact", "学前教育优质普惠"),  # the heading belongs to its section
        (
            "普惠性幼儿园的覆盖率达到90%，新建幼儿园12所",
            PRESCHOOL,
            "fuzzy",
            "普惠性幼儿园覆盖率达到90%，新建幼儿园12所",
        ),
        ("建设劳动教育实践基地", PRESCHOOL, "lost", None),
        ("提高教育质量", PRESCHOOL, "exact", "提高教育质量"),  # four times in all, once in its section
        ("提高教育质量", TEACHERS, "ambiguous", "提高教育质量"),
        ("提高教育质量", Section("9", "九", "没有的标题"), "ambiguous", "提高教育质量"),
        ("新建幼儿园12所", Section("9", "九", "没有的标题"), "exact", "新建幼儿园12所"),  # any place will do
        (Evidence("提高教育质量", prefix="200名。"), TEACHERS, "exact", "提高教育质量"),
        (Evidence("提高教育质量", suffix="，提高"), TEACHERS, "exact", "提高教育质量"),
        (Evidence("提高教育质量", "200名。", "，提高"), TEACHERS, "exact", "提高教育质量"),
        (Evidence("提高教育质量", prefix="总则："), TEACHERS, "moved", "提高教育质量"),
        (
            Evidence("新建幼儿园12所", prefix="未曾有过"),
            PRESCHOOL,
            "moved",
            "新建幼儿园12所",
        ),  # its surroundings changed
    ],
)
def test_what_becomes_of_a_phrase(evidence: Evidence | str, section: Section, status: str, at: str | None) -> None:
    proof = prove(evidence, section=section)
    assert (proof.status, shown(proof)) == (status, at)


def test_offsets_tell_the_very_place_that_prefix_and_section_single_out() -> None:
    first = SOURCE.index("提高教育质量")
    of_teachers = SOURCE.index("提高教育质量", SOURCE.index("200名"))
    assert prove(Evidence("提高教育质量", prefix="总则："), section=TEACHERS).start == first
    assert prove(Evidence("提高教育质量", suffix="，"), section=TEACHERS).start == of_teachers
    assert first < (prove("提高教育质量").start or 0) < of_teachers


def test_likeness_is_whole_for_what_is_found_and_nothing_for_what_is_lost() -> None:
    assert prove("新建幼儿园12所").likeness == 100
    assert 90 <= prove("普惠性幼儿园的覆盖率达到90%，新建幼儿园12所").likeness < 100
    lost = prove("建设劳动教育实践基地")
    assert (lost.likeness, lost.start, lost.end) == (0, None, None)


@pytest.mark.parametrize(
    ("quote", "source", "at"),
    [
        ("覆盖率90%", "达到覆盖率９０％以上", "覆盖率９０％"),
        ("覆盖率９０％", "达到覆盖率90%以上", "覆盖率90%"),
        ("新建幼儿园12所", "新建 幼儿园　12\t所。", "新建 幼儿园　12\t所"),
        ("新建幼儿园12所", "新建幼\n儿园\r\n12所。", "新建幼\n儿园\r\n12所"),
        ("新建 幼儿园", "新建幼儿园。", "新建幼儿园"),
        ("新建幼儿园", "新建幼\u200b儿园。", "新建幼\u200b儿园"),
        ("交流轮岗制度", "建立交流轮\n3、岗制度。", "交流轮\n3、岗制度"),  # a page mark inside a word
        ("交流轮岗制度", "建立交流轮\n  12、岗制度。", "交流轮\n  12、岗制度"),
        ("3、建立交流制度", "任务：\n3、建立交流制度。", "3、建立交流制度"),  # a numbered list, no page mark
        ("建立交流制度", "任务：\n3、建立交流制度。", "建立交流制度"),
        ("不少于3、4所", "新建不少于3、4所。", "不少于3、4所"),  # not at the start of a line
        ("面积达100m2", "面积达100㎡。", "面积达100㎡"),
        ("𠮷祥幼儿园", "甲𠮷祥幼儿园。", "𠮷祥幼儿园"),
    ],
)
def test_what_printing_adds_does_not_count(quote: str, source: str, at: str) -> None:
    proof = prove(quote, source)
    assert (proof.status, shown(proof, source)) == ("exact", at)


@given(st.lists(st.sampled_from(PRINTED), min_size=1, max_size=12).map("".join), st.booleans())
def test_every_character_of_normalised_text_leads_back_to_its_place(raw: str, page_marks: bool) -> None:
    form = Normalised(raw, page_marks)
    assert form.origin == sorted(form.origin)
    assert all(c in normal(raw[place]) for c, place in zip(form.text, form.origin, strict=True))
    assert [form.span(n, n + 1) for n in range(len(form.text))] == [(place, place + 1) for place in form.origin]
    assert page_marks or form.text == "".join(map(normal, raw))


@given(st.lists(st.sampled_from(PRINTED), min_size=1, max_size=8).map("".join))
def test_whatever_the_printing_a_phrase_between_two_others_is_found_at_its_place(quote: str) -> None:
    wanted = normal(f"甲{quote}乙")
    source = f"前文丙甲{quote}乙丁后文"
    proof = prove(wanted, source)
    assert proof.status == "exact"
    assert shown(proof, source) == f"甲{quote}乙"


def test_several_phrases_are_proved_in_their_order() -> None:
    proofs = list(verify(plan("新建幼儿园12所", "没有这句话", "90%"), SourceText(SOURCE)))
    assert [(p.evidence.quote, p.status) for p in proofs] == [
        ("新建幼儿园12所", "exact"),
        ("没有这句话", "lost"),
        ("90%", "exact"),
    ]


@pytest.mark.parametrize("section", [PRESCHOOL, TEACHERS])
def test_a_heading_printed_twice_marks_no_place(section: Section) -> None:
    contents = "学前教育优质普惠……1\n建设教师队伍……5\n"
    assert prove("新建幼儿园12所", contents + SOURCE, section).status == "exact"


RUNNING = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未"


@pytest.mark.parametrize(
    ("text", "is_copy"),
    [
        (RUNNING[:COPIED], True),
        (RUNNING[: COPIED - 1], False),
        (f"提高{RUNNING[1 : COPIED + 1]}", True),
        (f"{RUNNING[:8]}，{RUNNING[8:COPIED]}", True),  # punctuation is no disguise
        (f"{RUNNING[:8]}的{RUNNING[8:COPIED]}", False),
        ("", False),
    ],
)
def test_running_characters_shared_with_the_source_make_a_copy(text: str, is_copy: bool) -> None:
    source = SourceText(f"前文：{RUNNING[:5]} {RUNNING[5:11]}、\n3、{RUNNING[11:]}。")
    made = plan(text=text)
    assert copied(made, source) == ([made.commitments[0]] if is_copy else [])


def test_plans_are_proved_on_the_files_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(b"\xef\xbb\xbf" + SOURCE.encode())
    good = plan("新建幼儿园12所")
    outcome = verify_plans([good._replace(source=Source("full", file="texts/x.txt"))], tmp_path)
    assert [(p.status, shown(p)) for p in outcome.proofs] == [("exact", "新建幼儿园12所")]
    assert (outcome.troubles, outcome.texts, outcome.copies) == ((), 1, ())


@pytest.mark.parametrize("file", ["", "other.txt", ".", ".."])
def test_a_plan_without_its_source_is_a_trouble_and_not_proved(tmp_path: Path, file: str) -> None:
    made = plan("新建幼儿园12所", source=file)
    assert verify_plans([made], tmp_path) == ((), ((made, "no_source"),), 0, ())


def test_a_changed_source_is_told_and_still_searched(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(SOURCE, encoding="utf-8")
    hashes = [sha256(SOURCE.encode()).hexdigest(), sha256(b"before").hexdigest()]
    same, changed = (plan("90%")._replace(source=Source("full", file="x.txt", sha256=told)) for told in hashes)
    outcome = verify_plans([same, changed], tmp_path)
    assert outcome.troubles == ((changed, "changed_source"),)
    assert [proof.status for proof in outcome.proofs] == ["exact", "exact"]


def test_copied_texts_of_a_folder_are_gathered(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(SOURCE, encoding="utf-8")
    copy = plan("90%", text="普惠性幼儿园覆盖率达到90%，新建幼儿园")
    assert verify_plans([copy, plan("90%")], tmp_path).copies == copy.commitments
