"""Quality and AUC against slow obvious versions; an evaluation is unaided; a labels file is sound or refused whole."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare import compare, load
from plancompare.asking.evaluation import THRESHOLDS, Labelled, Quality, auc, evaluate, in_half, quality
from plancompare.reading.labels import read_labels
from tests.support import collection, plan_text, run

ROOT = Path(__file__).parent.parent.parent
EAST = ["id: e-1, text: 推行教师区管校聘改革", "id: e-2, text: 新建3所幼儿园", "id: e-3, text: 开展教师全员培训"]
WEST = ["id: w-1, text: 推行教师区管校聘改革", "id: w-2, text: 新建3所幼儿园", "id: w-3, text: 名师交流轮岗"]
PAIRS = [
    Labelled("east/e-1", "west/w-1", "same"),
    Labelled("west/w-2", "east/e-2", "same"),
    Labelled("east/e-3", "west/w-3", "related"),
    Labelled("east/e-1", "west/w-2", "different"),
]
LABELS = "".join(f"- {{a: {a}, b: {b}, label: {label}}}\n" for a, b, label in PAIRS)
RULED = (
    "decisions:\n- {different: [east/e-1, west/w-1]}\n- {id: r, label: {zh: 甲, en: A}, same: [east/e-1, west/w-2]}\n"
)
JUDGEMENTS = st.lists(st.tuples(st.booleans(), st.integers(0, 12)), max_size=25)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plans = {"east": plan_text("east", EAST), "west": plan_text("west", WEST)}
    (tmp_path / "labels.txt").write_text(LABELS, encoding="utf-8")
    return collection(tmp_path, plans)


@given(JUDGEMENTS)
def test_auc_is_the_chance_that_a_positive_stands_above_a_negative(judged: list[tuple[bool, int]]) -> None:
    up, down = [s for t, s in judged if t], [s for t, s in judged if not t]
    wins = [1.0 if p > n else 0.5 if p == n else 0.0 for p in up for n in down]
    expected = sum(wins) / len(wins) if wins else 0.5
    assert auc([t for t, _ in judged], [s for _, s in judged]) == pytest.approx(expected)


@given(JUDGEMENTS, st.integers(0, 12))
def test_quality_counts_what_was_found_and_what_was_missed(judged: list[tuple[bool, int]], cut: int) -> None:
    right = {n for n, (t, _) in enumerate(judged) if t}
    found = {n for n, (_, s) in enumerate(judged) if s >= cut}
    made = quality([t for t, _ in judged], [s >= cut for _, s in judged])
    assert made == Quality(len(right & found), len(found - right), len(right - found))
    assert made.precision == (len(right & found) / len(found) if found else 0.0)
    assert made.recall == (len(right & found) / len(right) if right else 0.0)
    p, r = made.precision, made.recall
    assert made.f1 == pytest.approx(2 * p * r / (p + r) if p + r else 0.0)


def test_truth_and_findings_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        quality([True], [])


def test_a_tiny_collection_is_evaluated_pair_by_pair(folder: Path) -> None:
    comparison = compare(load(folder), decisions=False)
    found = evaluate(comparison, PAIRS)
    assert [(p.a, p.b, p.label) for p in found.pairs] == PAIRS
    assert [p.same_row for p in found.pairs] == [True, True, False, False]
    assert [p.score for p in found.pairs] == [comparison.score(p.a, p.b).total for p in PAIRS]
    assert (found.rows, found.auc) == (Quality(2, 0, 0), 1.0)
    assert tuple(found.curve) == THRESHOLDS
    for cut, made in found.curve.items():
        assert made == quality([p.same for p in found.pairs], [p.score >= cut for p in found.pairs])
    assert sum(made.hits for made in found.by_theme.values()) == 2 and found.by_theme["staffing"].hits == 1
    for area, best, cut in found.plain.values():
        assert 0 <= area <= 1 and 0 <= best <= 1 and 20 <= cut < 100


def test_the_command_gives_the_shape_that_scripts_rely_on(folder: Path) -> None:
    result = run("evaluate", str(folder / "labels.txt"), "-f", "json", folder=folder)
    assert (result.exit_code, result.stderr) == (0, "")
    told = json.loads(result.stdout)
    assert [(p["a"], p["b"], p["label"]) for p in told["pairs"]] == PAIRS
    for pair in told["pairs"]:
        assert list(pair) == ["a", "b", "label", "score", "same_row"]
        assert type(pair["score"]) is int and type(pair["same_row"]) is bool
    assert [list(step) for step in told["by_threshold"]] == [["threshold", "precision", "recall", "f1"]] * len(
        THRESHOLDS
    )
    for step in told["by_threshold"]:
        kept = [p["label"] for p in told["pairs"] if p["score"] >= step["threshold"]]
        assert step["recall"] == kept.count("same") / 2
        assert step["precision"] == pytest.approx(kept.count("same") / len(kept) if kept else 0.0, abs=1e-4)


def test_the_command_prints_rows_thresholds_plain_scorers_and_themes(folder: Path) -> None:
    result = run("evaluate", str(folder / "labels.txt"), folder=folder)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("4 judged pairs, 2 of them the same promise; AUC 1.000\n")
    assert [line.split() for line in result.stdout.splitlines() if line.startswith("rows")] == [
        ["rows", "1.00", "1.00", "1.00"]
    ]
    for told in (*(f"score ≥ {cut}" for cut in THRESHOLDS), "fuzz.ratio", "Staffing"):
        assert told in result.stdout


@pytest.mark.parametrize("form", ["text", "json"])
def test_decisions_make_no_difference(folder: Path, form: str) -> None:
    args = ("evaluate", str(folder / "labels.txt"), "-f", form)
    unruled = run(*args, folder=folder)
    (folder / "decisions.yaml").write_text(RULED, encoding="utf-8")
    assert [r.same_row for r in evaluate(compare(load(folder)), PAIRS).pairs] != [True, True, False, False]
    ruled = run(*args, folder=folder)
    assert (ruled.exit_code, ruled.stderr, ruled.stdout) == (0, "", unruled.stdout)


GOOD = "- {a: east/e-1, b: west/w-1, label: same}\n"
FAULTS: list[tuple[str, str, list[str]]] = [
    ("empty", "", ["1:1: error: the file is empty"]),
    ("no list", "a: east/e-1\n", ["1:1: error: wants a list"]),
    ("not YAML", GOOD + "- {a: east/e-1\n", [":1: error: not valid YAML"]),
    ("unknown label", GOOD + "- {a: east/e-1, b: west/w-1, label: sam}\n", ['2:37: error: ', '"label" wants one of']),
    ("no b", GOOD * 2 + "- {a: east/e-1, label: same}\n", ["3:3: error: ", '"b" is missing']),
    ("unknown key", "- {a: east/e-1, b: west/w-1, label: same, z: 1}\n", ["1:43: error: ", 'unknown key "z"']),
    ("no mapping", GOOD + "- 4\n", ["2:3: error: ", "wants keys with values"]),
    ("no plan", "- {a: e-1, b: west/w-1, label: same}\n", ["1:7: error: ", '"a"']),
    ("unknown id", GOOD + "- {a: east/e-1, b: west/w-11, label: same}\n",
     ['2:20: error: no commitment "west/w-11"; did you mean "west/w-1"? (labels)']),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_a_fault_in_the_labels_is_told_with_its_line_and_nothing_is_evaluated(
    folder: Path, text: str, told: list[str]
) -> None:
    labels = folder / "bad.txt"
    labels.write_text(text, encoding="utf-8")
    result = run("evaluate", str(labels), folder=folder)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert result.stderr.startswith(f"{labels}:")
    for part in told:
        assert part in result.stderr


def test_every_fault_is_told_in_one_run(folder: Path) -> None:
    labels = folder / "bad.txt"
    labels.write_text(
        "- {a: east/e-9, b: west/w-9, label: same}\n" + GOOD + GOOD.replace("e-1", "e-8"), encoding="utf-8"
    )
    result = run("evaluate", str(labels), folder=folder)
    assert (result.exit_code, result.stdout) == (2, "")
    places = [line.removeprefix(f"{labels}:").split(": ")[0] for line in result.stderr.splitlines()]
    assert places == ["1:7", "1:20", "3:7"]


def test_a_list_without_pairs_is_one_line_and_status_2(folder: Path) -> None:
    labels = folder / "bad.txt"
    labels.write_text("[]\n", encoding="utf-8")
    args = [sys.executable, "-m", "plancompare", "--plans", str(folder), "evaluate", str(labels)]
    done = subprocess.run(args, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"plancompare: {labels} holds no pairs\n")


def test_the_halves_split_the_pairs_whichever_side_is_named_first(folder: Path) -> None:
    def pairs(*half: str) -> list[tuple[str, str]]:
        result = run("evaluate", str(folder / "labels.txt"), *half, "-f", "json", folder=folder)
        assert (result.exit_code, result.stderr) == (0, "")
        return [(p["a"], p["b"]) for p in json.loads(result.stdout)["pairs"]]

    tune, report = pairs("--half", "tune"), pairs("--half", "report")
    assert tune and report and sorted(tune + report) == sorted(pairs())
    assert all(in_half(b, a, "tune") and not in_half(a, b, "report") for a, b in tune)


def test_the_shipped_labels_are_sound_many_and_each_pair_once() -> None:
    more = [file for folder in ("extracts", "judged") for file in sorted((ROOT / "tests" / folder).glob("*.yaml"))]
    corpus = load(ROOT / "plans", more)
    pairs, wrong = read_labels(ROOT / "tests" / "labels.yaml", [c.key for c in corpus.commitments()])
    assert wrong == [] and len(pairs) >= 600
    assert {label for _, _, label in pairs} == {"same", "related", "different"}
    assert [pair for pair, n in Counter(frozenset((a, b)) for a, b, _ in pairs).items() if n > 1] == []
    assert all(a != b for a, b, _ in pairs)
    halves = Counter(in_half(a, b, "tune") for a, b, _ in pairs)
    assert min(halves.values()) > 0.4 * len(pairs)
