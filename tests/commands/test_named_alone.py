"""A comparison of plans that are named reads no others, and says the same as if it had."""

from pathlib import Path
from random import Random
from unittest.mock import patch

import pytest

from plancompare.commands.session import Session
from plancompare.errors import PlanCompareError
from tests.support import collection, plan_text, run

STANDARDS = """\
theme: layout
standards:
- {id: layout-places, label: {zh: 扩大学位, en: Places}, definition: 增加, wordings: [扩大学位, 新增学位]}
- {id: layout-schools, label: {zh: 新建学校, en: Schools}, definition: 建, wordings: [新建学校, 改扩建校舍]}
"""
TEXTS = ("扩大公办学位", "新增学位三千个", "新建小学两所", "改扩建校舍", "开展教师培训", "招聘教师百名", "教师交流轮岗")
CODES = ("", "", "layout-places", "layout-schools", "none")
PLANS = 6


def made_up(folder: Path, random: Random) -> Path:
    """A collection of small plans, some commitments coded, with rulings that may contradict each other."""
    plans, keys = {}, []
    for number in range(PLANS):
        lines = []
        for place in range(4):
            code = random.choice(CODES)
            pin = f", standard: {code}" if code else ""
            lines.append(f"id: c{place}, text: {random.choice(TEXTS)}{random.choice(('', '和设备'))}{pin}")
            keys.append(f"p{number}/c{place}")
        plans[f"p{number}"] = plan_text(f"p{number}", lines)
    rulings = ["decisions:" if (count := random.randint(0, 3)) else "decisions: []"]
    for number in range(count):
        kind, about = random.choice((("same", f"id: r{number}, label: {{zh: 行, en: row}}, "), ("different", "")))
        rulings.append(
            f"- {{{about}{kind}: [{', '.join(random.sample(keys, 2))}], reason: r, who: w, date: 2026-01-01}}"
        )
    files = {"decisions": "\n".join(rulings) + "\n", "standards/layout": STANDARDS}
    return collection(folder, plans, **files)


@pytest.mark.parametrize("seed", range(12))
def test_the_same_bytes_as_over_all_plans(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    folder = made_up(tmp_path, random)
    named = random.sample([f"p{number}" for number in range(PLANS)], 2)
    asked = (("diff", *named, "--all"), ("matrix", *named, "--rows"), ("gaps", *named, "--all"), ("targets", *named))
    answers = [run(*words, folder=folder) for words in asked]
    with patch.object(Session, "_named", return_value=None):
        wholes = [run(*words, folder=folder) for words in asked]
    for answer, whole in zip(answers, wholes, strict=True):
        assert (answer.output, answer.exit_code) == (whole.output, whole.exit_code)


def test_others_are_not_even_parsed(tmp_path: Path) -> None:
    folder = made_up(tmp_path, Random(1))
    (folder / "decisions.yaml").write_text("decisions: []\n", "utf-8")
    broken = plan_text("p9", []) + "\t: [\n"
    (folder / "p9.yaml").write_text(broken, "utf-8")
    assert "p9.yaml" not in run("diff", "p1", "p2", folder=folder).output
    assert "1 " in run("matrix", folder=folder).stderr


def test_rulings_that_part_a_code_ask_for_all_plans(tmp_path: Path) -> None:
    plans = {
        f"p{number}": plan_text(f"p{number}", [f"id: c, text: 扩大学位{number}, standard: layout-places"])
        for number in range(5)
    }
    ruling = "decisions:\n- {different: [p0/c, p1/c], reason: r, who: w, date: 2026-01-01}\n"
    folder = collection(tmp_path, plans, decisions=ruling, **{"standards/layout": STANDARDS})
    assert Session(folder)._named(["p2", "p3"], []) is None


def test_a_name_that_nothing_has_is_told_by_all_that_there_are(tmp_path: Path) -> None:
    folder = made_up(tmp_path, Random(2))
    message = run("diff", "p1", "p22", folder=folder).exception
    assert 'did you mean "p2"' in str(message)


@pytest.mark.parametrize("name", ["丙", "z.yaml"])
def test_a_plan_whose_id_another_file_has_is_left_out_here_too(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "c"
    plans = {
        "a": plan_text("x", [RECORD]).replace("name: x", "name: 甲"),
        "b": plan_text("y", [RECORD]).replace("name: y", "name: 乙"),
        "z": plan_text("x", [RECORD]).replace("name: x", "name: 丙"),
    }
    collection(folder, plans)
    named = str(folder / name) if name.endswith(".yaml") else name
    told = [run(*command, folder=folder).exception for command in (("diff", named, "乙"), ("show", named))]
    assert all(isinstance(error, PlanCompareError) for error in told)


def test_a_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    assert "no plan" in str(run("diff", "\udcff\udcfe", "朝阳").exception)


RECORD = "id: e-1, text: 新建幼儿园3所, evidence: 新建"
