"""An explanation tells the score that the alignment used, the same from either side, and how it comes about."""

import json
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations, combinations_with_replacement
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plancompare import Comparison, Corpus, PlanCompareError, compare, load
from plancompare.asking.explanation import MOST_SHARED, explain, rivals
from plancompare.comparing import comparison
from plancompare.comparing.alignment import Thresholds
from plancompare.comparing.pairs import Pair, Pairs
from plancompare.comparing.scores import Score
from plancompare.model import Commitment, Section
from tests.support import collection, plan_text, run

EAST = [
    "id: e-1, text: 推行教师区管校聘改革",
    "id: e-2, text: 新建3所幼儿园",
    "id: e-3, text: 开展教师全员培训",
    "id: x, text: 名师",
]
WEST = [
    "id: w-1, text: 教师区管校聘改革试点",
    "id: w-2, text: 新建3所幼儿园",
    "id: w-3, text: 加强校长研修",
    "id: x, text: 引进名师",
]
DECISIONS = "decisions:\n- {different: [east/e-1, west/w-1], reason: 范围不同}\n"
WORDS = [
    "普惠性幼儿园",
    "小学",
    "高中",
    "教师",
    "校长",
    "交流轮岗",
    "县管校聘",
    "区管校聘",
    "培训",
    "学位",
    "新建",
    "推进改革",
]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map("".join)
THEMES = st.sampled_from(["", "", "preschool", "staffing", "training", "layout"])
PLANS = st.lists(st.lists(st.tuples(TEXTS, THEMES), max_size=4), min_size=2, max_size=3)


class Recording(Pairs):
    """Scores as ever, and a note of the last that was given for each pair."""

    seen: dict[Pair, int]

    def of(self, pair: Pair) -> Score:
        found = super().of(pair)
        self.__dict__.setdefault("seen", {})[pair] = found.total
        return found


def compared(corpus: Corpus, plans: Sequence[str] | None = None) -> tuple[Comparison, dict[Pair, int]]:
    """A comparison and the scores that its alignment was given."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(comparison, "Pairs", Recording)
        made = compare(corpus, plans)
    return made, dict(made.pairs.__dict__.get("seen", {}))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    plans = {"east": plan_text("east", EAST), "west": plan_text("west", WEST)}
    return collection(tmp_path_factory.mktemp("explained"), plans, decisions=DECISIONS)


@pytest.fixture(scope="module")
def small(folder: Path) -> Comparison:
    return compare(load(folder))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return load(collection(tmp_path_factory.mktemp("empty"), {"a": plan_text("a", [])}))


def invented(empty: Corpus, plans: Sequence[Sequence[tuple[str, str]]]) -> Corpus:
    section = Section("1", "一", "主要任务")
    return empty._replace(
        plans=tuple(
            empty.plans[0]._replace(
                id=name,
                commitments=tuple(Commitment(name, f"{n}", section, t, theme=h) for n, (t, h) in enumerate(made)),
            )
            for name, made in zip("abc", plans, strict=False)
        )
    )


def explained_well(made: Comparison, a: str, b: str) -> None:
    one, other = explain(made, a, b), explain(made, b, a)
    assert sum(points for _, points in one.score.parts) == one.score.total == made.score(a, b).total
    assert 0 <= one.score.total <= 100
    assert (one.score, one.verdict, one.same_row, one.ruling) == (
        other.score,
        other.verdict,
        other.same_row,
        other.ruling,
    )
    assert one.shared == other.shared
    assert [share for _, share in one.shared] == sorted((share for _, share in one.shared), reverse=True)
    assert all(0 < share <= 1 + 1e-9 for _, share in one.shared) and sum(s for _, s in one.shared) <= 1 + 1e-9
    if 0 < len(one.shared) < MOST_SHARED:
        assert sum(share for _, share in one.shared) == pytest.approx(1)
    assert one.rivals == other.rivals
    for key, found in one.rivals.items():
        assert [(-r.score.total, r.commitment.key) for r in found] == sorted(
            (-r.score.total, r.commitment.key) for r in found
        )
        assert all(r.score == made.score(key, r.commitment.key) for r in found)


def pairs_in_rows(made: Comparison) -> Iterator[tuple[int, int]]:
    """For each undecided row of several plans: its weakest link, and the least score between its plans."""
    for row in made.rows:
        if row.weakest_link is not None:
            apart = [(c, d) for c, d in combinations(row.commitments, 2) if c.plan != d.plan]
            yield row.weakest_link, min(made.score(c.key, d.key).total for c, d in apart)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(PLANS)
def test_every_pair_of_an_invented_collection_is_explained_by_the_score_used(
    empty: Corpus, plans: list[list[tuple[str, str]]]
) -> None:
    made, seen = compared(invented(empty, plans))
    for a, b in combinations_with_replacement(sorted(made.place_of), 2):
        explained_well(made, a, b)
    keys = sorted(made.place_of)
    assert {pair: made.score(keys[pair[0]], keys[pair[1]]).total for pair in seen} == seen
    assert all(told == least for told, least in pairs_in_rows(made))


@pytest.mark.slow
def test_pairs_of_the_shipped_plans_are_explained_by_the_score_used() -> None:
    made, seen = compared(load())
    keys = sorted(made.place_of)
    assert {pair: made.score(keys[pair[0]], keys[pair[1]]).total for pair in seen} == seen
    assert all(told == least for told, least in pairs_in_rows(made))
    chance = random.Random(5)
    for a, b in [chance.sample(keys, 2) for _ in range(60)] + [[keys[i], keys[j]] for i, j in sorted(seen)[::100]]:
        explained_well(made, a, b)


@pytest.mark.parametrize(("match", "review", "verdict"), [(0, 0, "match"), (1, 0, "review"), (2, 1, "apart")])
def test_the_verdict_follows_from_the_score_and_both_thresholds(
    small: Comparison, match: int, review: int, verdict: str
) -> None:
    found = explain(small, "east/e-1", "west/w-1")
    total = found.score.total
    assert found._replace(thresholds=Thresholds(total + match, total + review)).verdict == verdict


def test_what_is_shared_is_told_and_a_ruling_is_named(small: Comparison) -> None:
    found = explain(small, "west/w-1", "east/e-1")
    assert (found.a.key, found.b.key) == ("east/e-1", "west/w-1")
    assert "区管校聘" in found.shared[0][0] and found.verdict == "match" and not found.same_row
    assert found.ruling is not None and (found.ruling.kind, found.ruling.reason) == ("different", "范围不同")
    assert explain(small, "east/e-2", "west/w-2").ruling is None and explain(small, "east/e-2", "west/w-2").same_row


def test_rivals_leave_out_the_commitment_itself_and_stop_at_the_limit(small: Comparison) -> None:
    assert "east/e-1" not in [r.commitment.key for r in rivals(small, "east/e-1", "east", limit=9)]
    assert len(rivals(small, "east/e-1", "west", limit=2)) == 2 and len(rivals(small, "east/e-1", "west", limit=9)) == 4


def test_a_key_that_no_plan_has_is_refused(small: Comparison) -> None:
    with pytest.raises(KeyError):
        explain(small, "east/e-1", "west/w-9")


def test_the_command_prints_a_waterfall_that_ends_in_the_score(folder: Path, small: Comparison) -> None:
    result = run("explain", "e-1", "west/w-1", folder=folder)
    score = small.score("east/e-1", "west/w-1")
    assert (result.exit_code, result.stderr) == (0, "")
    for _, points in score.parts:
        assert f"{points:+d}" in result.stdout
    assert any(line.split() == ["total", f"{score.total}"] for line in result.stdout.splitlines())
    assert "ruled different (范围不同)" in result.stdout and "not in one row" in result.stdout
    assert result.stdout.index("nearest to east/e-1") < result.stdout.index("nearest to west/w-1")


@pytest.mark.parametrize("asked", [("e-2", "w-2"), ("w-2", "e-2")])
def test_the_command_gives_the_same_values_as_json(folder: Path, small: Comparison, asked: tuple[str, str]) -> None:
    result = run("explain", *asked, "-f", "json", folder=folder)
    told = json.loads(result.stdout)["data"]
    assert (result.exit_code, result.stderr) == (0, "")
    assert (told["a"], told["b"], told["same_row"], told["verdict"]) == ("east/e-2", "west/w-2", True, "match")
    assert told["score"] == small.score("east/e-2", "west/w-2").total == sum(p["points"] for p in told["parts"])
    assert told["decision"] is None and told["thresholds"] == dict(Thresholds()._asdict())
    assert told["rivals"]["east/e-2"][0]["id"] == "west/w-2" and set(told["rivals"]) == {"east/e-2", "west/w-2"}


def test_one_id_gives_its_row_and_its_best_candidates_in_every_other_plan(folder: Path) -> None:
    result = run("explain", "e-2", folder=folder)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "2 of 2" in result.stdout and "新建3所幼儿园" in result.stdout and "west/w-2" in result.stdout
    assert next(line for line in result.stdout.splitlines() if line.startswith(" *")).endswith("west/w-2")
    told = json.loads(run("explain", "e-2", "-f", "json", folder=folder).stdout)["data"]
    assert (
        told["a"] == "east/e-2" and list(told["rivals"]) == ["west"] and told["rivals"]["west"][0]["id"] == "west/w-2"
    )


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (["e1"], 'no commitment "e1" in these plans; did you mean "e-'),
        (["e-1", "west/w1"], 'no commitment "west/w1" in these plans; did you mean "west/w-'),
        (["x"], "x is in several plans; say which: east/x, west/x"),
        (["zzzz"], "`plancompare search WORDS` finds commitments"),
        (["w-1", "--among", "east"], 'no commitment "w-1" in these plans'),
    ],
)
def test_an_id_that_names_not_one_commitment_is_an_error_with_a_hint(
    folder: Path, asked: list[str], message: str
) -> None:
    result = run("explain", *asked, folder=folder)
    assert isinstance(result.exception, PlanCompareError) and message in str(result.exception)
    assert result.stdout == ""


def test_an_unknown_id_is_one_line_and_status_2(folder: Path) -> None:
    args = [sys.executable, "-m", "plancompare", "--plans", str(folder), "explain", "e-1", "w-11"]
    done = subprocess.run(args, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith('plancompare: no commitment "w-11" in these plans; did you mean "w-1')
    assert done.stderr.count("\n") == 1
