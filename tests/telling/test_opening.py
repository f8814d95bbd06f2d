"""The first pages of papers: what stands there is computed, telling, and said once."""

from collections import Counter

import pytest

from plancompare import compare
from plancompare.asking.desk.carrying import to_look_at, untold
from plancompare.asking.desk.desk import Request, sit_down
from plancompare.asking.highlights import telling_rows
from plancompare.comparing.comparison import Comparison
from plancompare.model import Lang
from plancompare.telling.blocks import Block, Grid, Heading, Names, Prose, Report
from plancompare.telling.desk import make_desk_report
from plancompare.telling.diff import outcome
from plancompare.telling.opening import MOST
from plancompare.telling.report import make_report, with_annexes
from plancompare.telling.source import Source
from plancompare.telling.words import say
from tests.desks import small
from tests.formats.support import ROOT, shipped, whole

LANGS: tuple[Lang, ...] = ("zh", "en")


@pytest.fixture(scope="module")
def five() -> Comparison:
    return shipped()


def grids(report: Report, start: str) -> list[Grid]:
    return [grid for grid in report.grids if grid.id.startswith(start)]


def test_telling_rows_are_comparable_and_told_once(five: Comparison) -> None:
    kinds = telling_rows(five)
    ids = Counter(row.id for rows in kinds.values() for row in rows)
    assert ids and max(ids.values()) == 1
    for kind, rows in kinds.items():
        for row in rows:
            assert row.comparable and not row.unsure
            assert kind != "everyone" or row.made == row.covered
            assert kind != "one_lacks" or (len(row.missing), row.made > 1) == (1, True)
            assert kind != "one_makes" or (row.made, bool(row.missing)) == (1, True)
            assert kind != "figures" or any(d.relation != "unquantified" for d in five.figures(row.id))
        weights = [(-row.covered, -row.made) for row in rows]
        assert weights == sorted(weights)


def test_rows_that_tell_as_much_take_themes_by_turns(five: Comparison) -> None:
    rows = telling_rows(compare_of(five, "chaoyang", "fengtai"))["one_makes"]
    themes = [row.theme for row in rows]
    different = len(dict.fromkeys(themes))
    assert len(rows) > different > 3
    assert len(set(themes[:different])) == different


def compare_of(comparison: Comparison, *plans: str) -> Comparison:
    from plancompare import load

    return compare(load(ROOT / "plans"), list(plans))


@pytest.mark.parametrize("lang", LANGS)
def test_a_report_opens_with_the_outcome_and_the_rest_is_annex(five: Comparison, lang: Lang) -> None:
    report = make_report(five, lang)
    first, *others = [b for b in report.blocks if isinstance(b, Heading) and b.level == 1]
    assert (first.id, first.annex) == ("telling", False)
    assert others and all(heading.annex for heading in others)
    [summary] = grids(report, "telling-outcome")
    assert [(line.cells[1], line.cells[2]) for line in summary.lines] == [c[1:] for c in outcome(Source(five, lang))]
    tables = [grid for grid in report.grids if grid.sheet == "telling"]
    assert tables
    for grid in tables:
        assert len(grid.lines) <= MOST
        assert grid.columns[-1].choices and all(line.cells[-1] == "" for line in grid.lines)
    makers = {row.id: {five.names[p] for p, c in row.cells.items() if c.status == "made"} for row in five.rows}
    for grid in tables:
        for line in grid.lines:
            said = line.cells[4]
            assert isinstance(said, Names)
            assert {name.split(" ")[0] for name in said.names} == makers[line.row]


def test_where_nothing_can_be_compared_it_is_said() -> None:
    rows = tuple(row for row in shipped().rows if not row.comparable)
    from dataclasses import replace

    report = make_report(replace(shipped(), rows=rows), "en")
    assert Prose(say("telling_none", "en")) in report.blocks
    assert not [grid for grid in report.grids if grid.sheet == "telling"]


def test_every_chapter_behind_the_first_is_an_annex() -> None:
    blocks: list[Block] = [Heading(1, "a", "a"), Heading(2, "b", "b"), Heading(1, "c", "c"), Heading(1, "d", "d")]
    assert [b.annex for b in with_annexes(blocks) if isinstance(b, Heading)] == [False, False, True, True]


@pytest.mark.parametrize("lang", LANGS)
def test_gaps_open_with_a_list_to_decide_on(lang: Lang) -> None:
    desk = sit_down(small(), Request("d", ("a", "b", "c")))
    report = make_desk_report(desk, lang)
    assert desk.listed
    [missing] = grids(report, "telling-missing")
    assert [line.row for line in missing.lines] == [gap.row.id for gap in desk.listed.missing]
    assert missing.columns[-1].head == say("desk_answer", lang) and missing.sheet == ""
    heads = [(b.id, b.annex) for b in report.blocks if isinstance(b, Heading) and b.level == 1]
    assert heads[0] == ("telling", False) and heads[-1] == ("sources", True)


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
def test_what_a_text_does_not_cover_is_one_line_a_theme(five: Comparison, lang: Lang) -> None:
    from plancompare import load

    desk = sit_down(load(ROOT / "plans"), Request("chaoyang", above="fengtai"))
    assert desk.carrying
    counts = untold(desk.carrying.followings)
    assert sum(counts.values()) > 300
    report = make_desk_report(desk, lang)
    document = {grid.id: grid for grid in report.grids if not grid.data}
    silent = document["desk-carried-silent"]
    assert {line.theme: line.cells[1] for line in silent.lines} == dict(counts)
    word = say("carried_not_covered", lang)
    assert not [line for line in document["desk-carried"].lines if word in line.cells]
    each = [grid for grid in report.grids if grid.sheet == "desk-carried"]
    assert sum(len(grid.lines) for grid in each) == len(desk.carrying.followings)
    assert [f.carried for f in to_look_at(desk.carrying.followings)][:1] == ["weakened"]


def test_names_are_joined_as_text() -> None:
    assert str(Names(("朝阳", "丰台"), "、")) == "朝阳、丰台"
    assert str(Names((), "、")) == ""


def test_a_lone_plan_has_nothing_to_find_by_comparing() -> None:
    report = make_report(compare_of(whole(), "fengtai"), "en")
    assert not grids(report, "telling")
