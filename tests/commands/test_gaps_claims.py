"""`plancompare gaps` claims no more than it knows: chapters, the command and the date of a report, words."""

import json
from pathlib import Path
from shlex import split

import pytest

from tests.commands.test_gaps_command import plans_of
from tests.desks import ROOT
from tests.support import plan_text, run
from tests.texts import drafts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return plans_of(tmp_path)


CHAPTER = "第三章 教师队伍\n\n推行教师交流轮岗。\n补充中小学教师编制。\n面向全国招聘教师。\n"
WHOLE = "甲区教育规划（2026—2030年）\n\n一、任务\n\n推行教师交流轮岗。\n补充中小学教师编制。\n面向全国招聘教师。\n"


@pytest.mark.parametrize(
    ("text", "switch", "excerpt"), [(CHAPTER, (), True), (WHOLE, (), False), (WHOLE, ("--excerpt",), True)]
)
def test_a_chapter_is_told_to_be_one_and_lacks_only_what_it_treats(
    folder: Path, tmp_path: Path, text: str, switch: tuple[str, ...], excerpt: bool
) -> None:
    file = tmp_path / "mine.txt"
    file.write_text(text, encoding="utf-8")
    told = json.loads(run("gaps", str(file), "a", "b", "-f", "json", *switch, folder=folder).stdout)
    assert told["settings"]["excerpt"] is excerpt
    themes = {gap["theme"] for gap in told["data"]["gaps"]["found"]}
    assert ("training" in themes) is not excerpt
    assert (told["data"]["gaps"]["unknown"] > 0) is excerpt
    words = "The draft is taken as a part of a plan"
    assert (words in run("gaps", str(file), "a", "b", *switch, folder=folder).stdout) is excerpt
    assert (words in run("gaps", str(file), "a", "b", "-f", "md", *switch, folder=folder).stdout) is excerpt


@pytest.mark.parametrize("name", ["mine.txt", "my draft (第二稿).txt"])
def test_the_command_printed_for_a_file_runs_as_printed(
    folder: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a shell takes it apart, in the folder where it was given."""
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(WHOLE, encoding="utf-8")
    first = run("gaps", name, "--excerpt", "--all", "-f", "md", folder=folder).stdout
    again = next(line.strip() for line in first.splitlines() if line.startswith("    plancompare"))
    program, *words = split(again)
    assert program == "plancompare"
    assert run(*words).exit_code == 0
    assert Path("gaps.md").read_text(encoding="utf-8") == first


def test_the_command_printed_for_a_plan_beside_the_collection_runs_as_printed(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "mine.yaml"
    other.write_text(plan_text("mine", ["id: m1, text: 扩建园舍, theme: preschool"]), encoding="utf-8")
    first = run("gaps", str(other), "a区", "--min-peers", "1", "-f", "md", folder=folder).stdout
    again = next(line.strip() for line in first.splitlines() if line.startswith("    plancompare"))
    words = split(again)[1:]
    assert run(*words[: words.index("-o")]).stdout == first


def test_the_command_printed_for_a_collection_alone_leaves_the_shipped_plans_out(folder: Path) -> None:
    first = run("--only-plans", str(folder), "gaps", "d", "-f", "md").stdout
    again = next(line.strip() for line in first.splitlines() if line.startswith("    plancompare"))
    words = split(again)[1:]
    assert run(*words[: words.index("-o")]).stdout == first


@pytest.mark.slow
@pytest.mark.parametrize("excerpt", [(), ("--excerpt",)])
def test_the_usual_list_fits_two_screens(tmp_path: Path, excerpt: tuple[str, ...]) -> None:
    """Of 50 lines and 100 columns, whatever the draft, beside plans of another period."""
    drafts.write("yunxiu", tmp_path / "yunxiu.docx")
    shown = run("--lang", "zh", "gaps", str(tmp_path / "yunxiu.docx"), "--width", "100", *excerpt)
    assert shown.exit_code == 0
    assert len(shown.stdout.splitlines()) <= 100


@pytest.mark.slow
def test_a_draft_in_traditional_characters_is_told_what_its_simplified_twin_is(tmp_path: Path) -> None:
    twins = {"mine": "全县教师由区里统一招聘，实行校长职级制。关系教职工切身利益的事项由教职工代表大会讨论。"}
    twins["theirs"] = "全縣教師由區裡統一招聘，實行校長職級制。關係教職工切身利益的事項由教職工代表大會討論。"
    told = []
    for text in twins.values():
        file = tmp_path / "mine.txt"
        file.write_text(f"甲区教育规划（2026—2030年）\n\n一、主要任务\n\n{text}\n", encoding="utf-8")
        found = json.loads(run("gaps", str(file), "-f", "json").stdout)["data"]["gaps"]["found"]
        told.append({gap["row"]: gap["kind"] for gap in found})
    assert told[0] == told[1]


@pytest.mark.parametrize(("dates", "date"), [("", ""), ("dates: {written: 2026-03-04}", "2026-03-04")])
def test_the_date_at_the_head_is_the_drafts_or_none(folder: Path, tmp_path: Path, dates: str, date: str) -> None:
    draft = tmp_path / "mine.yaml"
    draft.write_text(plan_text("mine", ["id: m1, text: 扩建园舍, theme: preschool"], head=dates), encoding="utf-8")
    peer = (folder / "a.yaml").read_text(encoding="utf-8")
    (folder / "a.yaml").write_text(f"dates: {{issued: 2021-11-12}}\n{peer}", encoding="utf-8")
    html = run("gaps", str(draft), "a", "-f", "html", folder=folder).stdout
    head = html.partition("<main")[0]
    assert "2021-11-12" not in head
    assert not date or date in html
    assert ('class="dated"' in html) is bool(date)


def test_min_peers_that_is_asked_for_wins_over_the_usual(folder: Path) -> None:
    (folder / "d.yaml").write_text(
        plan_text("d", ["id: d1, text: 做好工作, theme: training", "id: d2, text: 做好事情, theme: staffing"]),
        encoding="utf-8",
    )
    usual = run("gaps", "d", "a", "b", folder=folder).stdout
    assert ("教师交流" in usual or "Rotation" in usual, "建设名师工坊" in usual) == (True, False)
    assert "1 more are promised by fewer" in " ".join(usual.split())
    one = run("gaps", "d", "a", "b", "--min-peers", "1", folder=folder).stdout
    assert "建设名师工坊" in one
    assert "建设名师工坊" in run("gaps", "d", "a", "b", "--all", folder=folder).stdout
    assert json.loads(run("gaps", "d", "a", "b", "-f", "json", folder=folder).stdout)["settings"]["min_peers"] == 1


@pytest.mark.slow
def test_words_of_a_peer_are_shown_where_the_row_is_called_by_them(folder: Path) -> None:
    text = run("gaps", "d", "a", "--all", folder=folder).stdout
    assert "a 建设名师工坊 · 一 · a2" in text
    shown = run("--lang", "zh", "gaps", "丰台", "朝阳", "--min-peers", "1", folder=ROOT / "plans").stdout
    assert not [line for line in shown.splitlines() if line.strip().startswith(("朝阳 cy-", "朝阳 三·", "朝阳 四·"))]
    md = run("gaps", "d", "a", "--all", "-f", "md", folder=folder).stdout
    assert md.count("建设名师工坊") >= 2


@pytest.mark.slow
def test_something_near_is_said_only_of_what_may_be_the_promise(folder: Path) -> None:
    """A passage of a plan that people coded is no candidate, however alike: it is only the nearest."""
    text = run("--lang", "zh", "gaps", "丰台", "朝阳", "玉泉", "--all", "--width", "200", folder=ROOT / "plans").stdout
    assert "最接近的一段：" in text
    assert "你写了近似的" not in text
    above = run("--lang", "zh", "gaps", "丰台", "--upstream", "朝阳", "--width", "200", folder=ROOT / "plans").stdout
    assert "最接近的一段：" in above
    assert "你写了近似的" not in above
