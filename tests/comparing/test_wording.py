"""Texts made ready to compare: what is folded, standardised, dropped, and which gates a text speaks for."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare.comparing.wording import Vocabulary, Wording, bigrams, evidence_words, fold
from plancompare.model import Codebook, Commitment, Evidence, Gate, Label, Lexicon, Section

LEXICON = Lexicon(
    synonyms=(("区管校聘", "县管校聘"), ("交流轮岗", "校际流动", "教师轮岗"), ("托育", "校际流动")),
    stock=("推进", "深入推进", "改革"),
    gates={
        "stage": Gate(
            Label("stage", "stage"), 12, {"preschool": ("幼儿园", "学前"), "primary": ("小学",), "all": ("大中小学",)}
        ),
        "audience": Gate(Label("audience", ""), 8, {"teachers": ("教师",), "leaders": ("校长",)}),
        "quantity": Gate(Label("quantity", ""), 5, {"institutions": ("所", "园"), "persons": ("人", "人次")}),
    },
)
WORDING = Wording(Codebook(lexicon=LEXICON))
PHRASES = st.sampled_from(
    [
        "县管校聘",
        "深入推进",
        "推进",
        "改革",
        "小学",
        "幼儿园",
        "教师轮岗",
        "校长",
        "90%",
        "，",
        " ",
        "（一）",
        "学位",
        "Ａ1",
    ]
)
TEXTS = st.lists(PHRASES, max_size=7).map("".join)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＡＢＣ１２３", "abc123"),
        ("STEAM 教育", "steam教育"),
        ("９０％", "90%"),
        ("（一）　学前\n教育", "(一)学前教育"),
        ("", ""),
    ],
)
def test_folding_makes_widths_letters_and_white_space_equal(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("体育课程", [(0, "体育课程", "LONG")]),
        ("体育课后", [(0, "体育课", "SHORT")]),
        ("体育节", [(0, "体育", "PAIR")]),
        ("美体育课程体育", [(1, "体育课程", "LONG"), (5, "体育", "PAIR")]),
        ("育课程", []),
        ("育", []),
        ("", []),
    ],
)
def test_the_longest_expression_wins_and_none_overlap(text: str, found: list[tuple[int, str, str]]) -> None:
    assert Vocabulary({"体育": "PAIR", "体育课": "SHORT", "体育课程": "LONG"}).find(text) == found


def test_of_overlapping_expressions_the_leftmost_wins() -> None:
    assert Vocabulary({"甲乙": "1", "乙丙丁": "2"}).replace("甲乙丙丁") == "1丙丁"


def test_a_vocabulary_does_not_depend_on_the_order_of_its_words() -> None:
    for order in permutations(["体育", "体育课", "体育课程", "课程"]):
        vocabulary = Vocabulary({word: f"<{word}>" for word in order})
        assert vocabulary.replace("开设体育课程、体育课、课程") == "开设<体育课程>、<体育课>、<课程>", order


@pytest.mark.parametrize(
    ("text", "standard"),
    [
        ("县管校聘", "区管校聘"),
        ("推进县管校聘改革", "推进区管校聘改革"),
        ("落实：“县管 校聘”，90%。", "落实 区管校聘 90"),
        ("校际流动", "交流轮岗"),  # in two groups: the first counts
        ("教师", "教师"),
        ("！", ""),
    ],
)
def test_standard_text_swaps_synonyms_and_keeps_what_is_said(text: str, standard: str) -> None:
    assert WORDING.standard(text) == standard


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("深入推进县管校聘改革", "区管校聘"),
        ("推进改革", "推进改革"),  # nothing else is in it
        ("学位1200个", "学位 个"),
        ("覆盖率达到９０.5％以上", "覆盖率达到 以上"),
        ("新建、改建_扩建", "新建 改建 扩建"),
        ("", ""),
    ],
)
def test_a_core_has_standard_terms_and_neither_stock_phrases_nor_figures(text: str, core: str) -> None:
    assert " ".join(WORDING.prepare([text])[0].core.split()) == core


@pytest.mark.parametrize(
    ("text", "gates"),
    [
        ("幼儿园与小学", {"stage": {"preschool", "primary"}}),
        ("小学教师、小学校长", {"stage": {"primary"}, "audience": {"teachers", "leaders"}}),
        ("大中小学一体化", {"stage": {"all"}}),  # the longer word hides what stands inside it
        ("新建10所，培训5人次", {}),  # quantities are read from the units of targets, not from running text
        ("教师轮岗", {"audience": {"teachers"}}),
        ("资源", {}),
    ],
)
def test_gates_are_read_from_a_text(text: str, gates: dict[str, set[str]]) -> None:
    assert WORDING.prepare([text])[0].gates == gates


def test_quantities_tell_a_unit_s_kind() -> None:
    assert WORDING.quantities == {"所": "institutions", "园": "institutions", "人": "persons", "人次": "persons"}


@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_many_texts_are_prepared_as_each_alone(texts: list[str]) -> None:
    assert WORDING.prepare(texts) == [WORDING.prepare([text])[0] for text in texts]


def test_no_texts_give_nothing_prepared() -> None:
    assert WORDING.prepare([]) == []


@pytest.mark.parametrize(
    ("core", "pairs"),
    [
        ("区管校聘", ["区管", "管校", "校聘"]),
        ("学位 个", ["学位", "个"]),
        ("甲乙 丙丁", ["甲乙", "丙丁"]),
        ("甲甲甲", ["甲甲", "甲甲"]),
        ("", []),
    ],
)
def test_bigrams_never_reach_across_a_gap(core: str, pairs: list[str]) -> None:
    assert bigrams(core) == pairs


def test_all_evidence_phrases_of_a_commitment_count() -> None:
    commitment = Commitment("a", "1", Section("1", "一", "任务"), "文", (Evidence("甲"), Evidence("乙", "前", "后")))
    assert evidence_words(commitment) == "甲 乙"


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("推進中小學教師縣管校聘改革", "推进中小学教师县管校聘改革"),
        ("減輕學生作業負擔 ９０％", "减轻学生作业负担90%"),
        ("引进著名高校", "引进著名高校"),  # simplified texts have this one too
    ],
)
def test_traditional_characters_are_compared_as_simplified_ones(written: str, folded: str) -> None:
    assert fold(written) == folded
