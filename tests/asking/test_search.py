"""Search over commitments: standard terms, where a word stands, near misses, all words; figures, filters, rows."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare.asking.search import LEAST, QUOTED, search
from plancompare.comparing.wording import Wording
from plancompare.model import Codebook, Commitment, Evidence, Lexicon, Section, Target
from plancompare.telling.text import cells
from tests.desks import ROOT
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
    [((), ("a1", "b1"), ()), (("--plan", "a"), ("a1",), ("b1",)), (("--limit", "1"), ("One by one  1",), ())],
)
def test_the_command_shows_the_hits(
    folder: Path, options: tuple[str, ...], there: tuple[str, ...], not_there: tuple[str, ...]
) -> None:
    result = run("search", "县管校聘", *options, folder=folder)
    assert (result.exit_code, result.stderr) == (0, "")
    assert all(key in result.stdout for key in there)
    assert not any(key in result.stdout for key in not_there)


# --- figures ------------------------------------------------------------------------------------------------------

TRACK = Target("", "跑道", "=", 30, None, None, "ＫＭ", None, None)
COVERAGE = Target("inclusive-coverage", "", ">=", 90, None, None, "%", 2025, None)
ROOMS = Target("", "工作室", "range", None, 5, 10, "个", 2027, None)
YEAR = Target("", "方案", "=", 1, None, None, "项", 2022, None)
WITH_FIGURES = [
    Commitment("a", "coverage", Section("1", "一", "学前教育"), "普惠性幼儿园覆盖率达到九成", targets=(COVERAGE,)),
    Commitment("a", "rooms", Section("1", "一", "教师"), "建设名师工作室", targets=(ROOMS,)),
    Commitment("b", "year", Section("1", "一", "教师"), "制定区管校聘方案", targets=(YEAR,)),
    Commitment("b", "words", Section("1", "一", "教师"), "建成90所智慧学校，覆盖5G网络"),
    Commitment("b", "track", Section("1", "一", "体育"), "修建校园跑道", targets=(TRACK,)),
    Commitment("b", "none", Section("1", "一", "教师"), "补足编制"),
]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("90%", ["coverage"]),
        ("90", ["coverage", "words"]),  # a bare number is looked for in the words too
        ("９０％", ["coverage"]),
        ("90.0%", ["coverage"]),
        ("=90%", ["coverage"]),
        (">=90%", ["coverage"]),
        ("≥85%", ["coverage"]),
        (">90%", []),
        (">89.9%", ["coverage"]),
        ("<=90%", ["coverage"]),
        ("≤89%", []),
        ("<90%", []),
        ("90个", []),
        ("30km", ["track"]),
        (">90所", []),  # a bound is asked of figures, not of words
        ("90所", ["words"]),  # no figure recorded, but the words are there
        # either end of a range
        ("5个", ["rooms"]),
        ("10个", ["rooms"]),
        ("7个", []),
        (">=10个", ["rooms"]),
        (">10个", []),
        ("<6个", ["rooms"]),
        # years: when it is due
        ("2025", ["coverage"]),
        ("2022", ["year"]),
        (">=2022", []),
        ("2025年", []),
        ("2025%", []),
        # words and figures together
        ("幼儿园 90%", ["coverage"]),
        ("工作室 90%", []),
        ("90% 2025", ["coverage"]),
        ("区管校聘 2022", ["year"]),
        ("5G网络", ["words"]),
        (">=", []),
        ("% 90", ["coverage", "words"]),
    ],
)
def test_figures_and_years_are_asked_for_as_words(words: str, ids: list[str]) -> None:
    assert [hit.commitment.id for hit in search(WITH_FIGURES, words, WORDING)] == ids


def test_a_figure_that_holds_counts_like_a_word_that_stands_there() -> None:
    assert [hit.score for hit in search(WITH_FIGURES, "90%", WORDING)] == [100]
    assert [hit.score for hit in search(WITH_FIGURES, "学前 90%", WORDING)] == [round((QUOTED + 100) / 2)]


@pytest.mark.slow
@given(st.text(max_size=12), st.integers(1, 5))
def test_whatever_is_asked_the_hits_are_ranked_few_and_above_noise(words: str, limit: int) -> None:
    hits = search(WITH_FIGURES, words, WORDING, limit)
    assert len(hits) <= limit
    assert list(hits) == sorted(hits, key=lambda hit: (-hit.score, hit.commitment.key))
    assert all(LEAST <= hit.score <= 100 for hit in hits)
    assert search(WITH_FIGURES[::-1], words, WORDING, limit) == hits
    assert {h.commitment.key for h in hits} <= {h.commitment.key for h in search(WITH_FIGURES, words, WORDING, 99)}


# --- the command's filters, rows and data -------------------------------------------------------------------------


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    figure = 'targets: [{indicator: inclusive-coverage, op: ">=", value: 90, unit: "%", by: 2025}]'
    plans = {
        "a": plan_text(
            "a",
            [
                "id: a1, text: 推行县管校聘, theme: staffing, evidence: 县管校聘",
                f"id: a2, text: 普惠园覆盖率九成, theme: preschool, evidence: 覆盖率, {figure}",
                "id: a3, text: 新建幼儿园, theme: preschool, also: [layout], evidence: 新建",
            ],
        ),
        "b": plan_text("b", ["id: b1, text: 落实区管校聘, theme: staffing, evidence: 区管校聘"]),
        "c": plan_text("c", []),
    }
    ruling = "decisions:\n- {id: r, label: {zh: 区管校聘, en: Shared staff}, same: [a/a1, b/b1]}\n"
    return collection(tmp_path / "plans", plans, decisions=ruling)


def ids(*args: str, folder: Path) -> list[str]:
    result = run("search", *args, "-f", "json", folder=folder)
    assert (result.exit_code, result.stderr) == (0, "")
    return [hit["id"] for hit in json.loads(result.stdout)["data"]]


@pytest.mark.parametrize(
    ("args", "found"),
    [
        (("--theme", "学前教育"), ["a/a2", "a/a3"]),
        (("--theme", "layout"), ["a/a3"]),  # also
        (("--theme", "preschool", "--figures"), ["a/a2"]),
        (("--figures",), ["a/a2"]),
        (("--plan", "b"), ["b/b1"]),
        (("--plan", "a", "--plan", "b", "区管校聘"), ["a/a1", "b/b1"]),
        (("区管校聘", "--theme", "preschool"), []),
        ((">=90%",), ["a/a2"]),
        (("--theme", "staffing", "--limit", "1"), ["a/a1"]),
    ],
)
def test_filters_narrow_with_and_without_words(wide: Path, args: tuple[str, ...], found: list[str]) -> None:
    assert ids(*args, folder=wide) == found


def test_json_has_place_figures_and_the_row(wide: Path) -> None:
    asked = (("--plan", "a", "聘"), ("90%",))
    told = [json.loads(run("search", *args, "-f", "json", folder=wide).stdout) for args in asked]
    assert [list(answer) for answer in told] == [
        ["schema_version", "plancompare", "command", "inputs", "settings", "data"]
    ] * 2
    assert told[0]["settings"] == {"words": "聘", "plans": ["a"], "theme": "", "figures": False, "limit": 20}
    [shared, lone] = [hit for answer in told for hit in answer["data"]]
    assert shared["row"] == {
        "id": "r", "label": {"zh": "区管校聘", "en": "Shared staff"}, "status": "partial", "made": 2, "covered": 3,
        "unsure": 0, "plans": ["a", "b"],
    }  # fmt: skip
    assert (shared["plan"], shared["theme"], shared["text"], shared["score"]) == ("a", "staffing", "推行县管校聘", 100)
    assert shared["section"] == {"id": "1", "path": "一", "heading": "主要任务"}
    assert [evidence["quote"] for evidence in shared["evidence"]] == ["县管校聘"]
    assert lone["row"]["status"] == "unique"
    assert lone["row"]["label"] == {"zh": lone["text"], "en": None}
    assert [
        hit["score"] for hit in json.loads(run("search", "主要任务", "-f", "json", folder=wide).stdout)["data"]
    ] == [QUOTED] * 4
    assert [(t["value"], t["unit"], t["by"]) for t in lone["targets"]] == [(90, "%", 2025)]


@pytest.mark.parametrize(("ascii", "arrow", "figure"), [((), "→ ", "≥90%"), (("--ascii",), "-> ", ">=90%")])
def test_the_screen_tells_place_row_and_figures(wide: Path, ascii: tuple[str, ...], arrow: str, figure: str) -> None:
    shown = run("search", "县管校聘", *ascii, folder=wide).stdout
    assert "100  推行县管校聘" in shown
    assert "a/a1  a 一 主要任务  「县管校聘」" in shown
    assert f"{arrow}Shared staff [r]  2 of 3: a b\n" in shown
    alone = run("search", "90%", *ascii, folder=wide).stdout
    assert f"[{figure} (2025)]" in alone
    assert arrow not in alone


def test_nothing_found_and_nothing_asked(wide: Path) -> None:
    assert 'Nothing found for "食堂"' in run("search", "食堂", folder=wide).stdout
    assert json.loads(run("search", "食堂", "-f", "json", folder=wide).stdout)["data"] == []
    assert "search for what?" in str(run("search", folder=wide).exception)
    assert 'did you mean "staffing' in str(run("search", "--theme", "stafing", folder=wide).exception)
    assert 'no plan "x"' in str(run("search", "x", "--plan", "x", folder=wide).exception)


@pytest.mark.parametrize("width", [40, 80, 140])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hits_keep_to_the_width(width: int, lang: str) -> None:
    result = run("--lang", lang, "search", "覆盖率", "--width", str(width), folder=ROOT / "plans")
    assert result.stdout
    assert all(cells(line) <= width for line in result.stdout.splitlines())
