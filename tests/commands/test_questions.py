"""A researcher's twelve questions: each is answered by one command, which the tutorial names and the help leads to."""

import re
import shlex
from pathlib import Path

import pytest

from plancompare.telling.text import cells
from tests.support import run

ROOT = Path(__file__).parent.parent.parent
TUTORIAL = {
    lang: (ROOT / "docs" / name).read_text("utf-8")
    for lang, name in (("en", "researcher.md"), ("zh", "researcher.zh.md"))
}
TABLE = re.compile(r"^\| (.+?) \| (`plancompare .+`) \|$", re.M)


def questions(lang: str) -> dict[str, list[str]]:
    """The commands that the tutorial gives for each question."""
    section = TUTORIAL[lang].partition("\n## 8. ")[2]
    return {question: re.findall("`plancompare (.+?)`", told) for question, told in TABLE.findall(section)}


def test_both_tutorials_ask_twelve_questions_and_answer_with_the_same_commands() -> None:
    english, chinese = (list(questions(lang).values()) for lang in ("en", "zh"))
    assert len(english) == len(chinese) == 12
    told = [[word for word in several if "OLD" not in word and "旧" not in word] for several in english]
    assert told == [[word for word in several if "旧" not in word] for several in chinese]


@pytest.mark.slow
@pytest.mark.parametrize(
    "command", [words for told in questions("en").values() for words in told if "OLD" not in words]
)
@pytest.mark.parametrize(("width", "lang"), [(80, "zh"), (140, "en")])
def test_every_question_is_answered_within_the_screen(command: str, width: int, lang: str) -> None:
    result = run(*shlex.split(command), "--lang", lang, env={"PLANCOMPARE_WIDTH": str(width), "COLUMNS": str(width)})
    assert result.exit_code == 0, result.output
    assert result.stdout.strip() and max(map(cells, result.stdout.splitlines())) <= width


@pytest.mark.parametrize("word", ["--lacks", "--benchmarks", "--lines", "--cite", "--only", "--previous"])
def test_the_help_of_a_command_names_what_answers(word: str) -> None:
    told = "".join(run(name, "--help").stdout for name in ("diff", "targets", "search", "gaps"))
    assert word in told


def test_a_part_of_a_name_means_a_measure_where_it_means_one_alone() -> None:
    assert "yi-067" in run("targets", "--indicator", "教师平均工资").stdout
    assert run("targets", "--indicator", "教师").exit_code != 0


def test_measures_with_benchmarks_are_told_with_the_gap_of_each_plan() -> None:
    told = run("targets", "--benchmarks", "--lang", "zh").stdout
    assert "与基准之差" in told and "丰台 +5" in told
    assert "信息技术" not in told


def test_a_line_a_row_leaves_out_what_plans_say() -> None:
    short, long = (run("diff", "--theme", "教师待遇", *more).stdout for more in (["--lines"], []))
    assert "3 of 3" in short and len(short.splitlines()) < len(long.splitlines())
