"""Search over commitments: standard terms, where a word stands, near misses, all words."""

from pathlib import Path

import pytest

from plancompare.model import Codebook, Commitment, Evidence, Lexicon, Section
from plancompare.search import LEAST, QUOTED, search
from plancompare.wording import Wording
from tests.support import collection, plan_text, run

WORDING = Wording(Codebook(lexicon=Lexicon(synonyms=(("区管校聘", "县管校聘"), ("交流轮岗", "校际流动")))))
COMMITMENTS = [
    Commitment("a", "1", Section("1", "一", "教师队伍"), "推行县管校聘", (Evidence("编制统一管理"),)),
    Commitment("a", "2", Section("2", "二", "学前教育"), "新建普惠性幼儿园并扩大公办学位", named=("春苗计划",)),
    Commitment("b", "1", Section("1", "一", "队伍建设"), "教师校际流动，区管校聘"),
    Commitment("b", "2", Section("2", "二", "安全保障"), "改造老旧校舍", (Evidence("按校际流动需要"),)),
]


def found(words: str, limit: int = 20) -> list[tuple[str, int]]:
    return [(hit.commitment.key, hit.score) for hit in search(COMMITMENTS, words, WORDING, limit)]


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("县管校聘", [("a/1", 100), ("b/1", 100)]),
        ("区管校聘", [("a/1", 100), ("b/1", 100)]),
        ("交流轮岗", [("b/1", 100), ("b/2", QUOTED)]),
        ("幼儿园", [("a/2", 100)]),
        ("编制", [("a/1", QUOTED)]),  # in the evidence
        ("学前", [("a/2", QUOTED)]),  # in the heading
        ("春苗", [("a/2", QUOTED)]),  # in the name of a programme
        ("教师", [("b/1", 100), ("a/1", QUOTED)]),  # own words before the heading
        ("教师 交流轮岗", [("b/1", 100)]),
        ("队伍 编制", [("a/1", QUOTED)]),
        ("区管 校聘", [("a/1", 100), ("b/1", 100)]),
        ("际流", [("b/1", 100), ("b/2", QUOTED)]),  # inside a synonym, as written
        ("食堂", []),
        ("。", []),
        ("", []),
        ("  ", []),
    ],
)
def test_what_answers_to_the_words(words: str, hits: list[tuple[str, int]]) -> None:
    assert found(words) == hits


@pytest.mark.parametrize("words", ["普慧性幼儿园", "新建普惠性幼儿园并扩大公办学区"])
def test_a_near_miss_is_found_below_what_stands_there(words: str) -> None:
    [(key, score)] = found(words)
    assert key == "a/2"
    assert LEAST <= score < QUOTED


def test_two_characters_are_too_few_for_a_near_miss() -> None:
    assert found("校长") == []


def test_the_best_come_first_ties_by_key_up_to_the_limit() -> None:
    assert found("教师", limit=1) == [("b/1", 100)]
    assert found("县管校聘", limit=1) == [("a/1", 100)]
    assert [hit.commitment.key for hit in search(COMMITMENTS[::-1], "县管校聘", WORDING)] == ["a/1", "b/1"]


def test_every_word_must_be_answered() -> None:
    assert found("新建 幼儿园 食堂") == []


@pytest.mark.parametrize(("words", "key"), [("县管", "a/1"), ("流动", "b/1")])
def test_what_stands_in_the_text_word_for_word_is_found(words: str, key: str) -> None:
    assert key in [hit for hit, _ in found(words)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plans = {
        "a": plan_text("a", ["id: a1, text: 推行县管校聘, evidence: 县管校聘"]),
        "b": plan_text("b", ["id: b1, text: 落实区管校聘, evidence: 区管校聘"]),
    }
    return collection(tmp_path / "plans", plans)


@pytest.mark.parametrize(
    ("options", "there", "not_there"),
    [((), ("a1", "b1"), ()), (("--plan", "a"), ("a1",), ("b1",)), (("--limit", "1"), ("a1",), ("b1",))],
)
def test_the_command_shows_the_hits(
    folder: Path, options: tuple[str, ...], there: tuple[str, ...], not_there: tuple[str, ...]
) -> None:
    result = run("search", "县管校聘", *options, folder=folder)
    assert (result.exit_code, result.stderr) == (0, "")
    assert all(key in result.stdout for key in there)
    assert not any(key in result.stdout for key in not_there)
