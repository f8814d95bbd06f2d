"""What is listed first: what is usual among the peers, in the order of the draft's own chapters."""

import pytest

from plancompare.asking.desk.desk import Desk, Request, sit_down
from plancompare.asking.desk.shortlist import MOST_MISSING
from plancompare.formats.desk_answers import desk_data
from plancompare.formats.terminal import write
from plancompare.formats.terminal.screen import Screen
from plancompare.model import Commitment, Corpus, Plan
from plancompare.reading.collection import load, shipped
from plancompare.telling.desk_screen import desk_on_screen
from tests.desks import commitment, corpus, plan, same

FIRST = ("layout", "training", "staffing")  # the order in which the draft treats its themes


def mine() -> Plan:
    return plan("d", [commitment("d", f"d-{theme}", f"做好{theme}工作", theme) for theme in FIRST])


def peers(*rows: tuple[str, str, str]) -> Corpus:
    """Peers a to d-1 that make rows: (theme, plans, words)."""
    made: dict[str, list[Commitment]] = {}
    rulings = []
    for number, (theme, who, words) in enumerate(rows):
        for id in who:
            made.setdefault(id, []).append(commitment(id, f"{id}{number}", words, theme))
        if len(who) > 1:
            rulings.append(same(f"r{number}", *(f"{id}/{id}{number}" for id in who)))
    return corpus([*(plan(id, made.get(id, [])) for id in "abce"), mine()], rulings)


ROWS = peers(
    ("staffing", "abce", "推行县管校聘"),
    ("layout", "ab", "改造危房"),
    ("training", "abc", "建设名师工作室"),
    ("training", "a", "组织外出考察"),
    ("preschool", "abce", "扩建幼儿园"),
)


def listed(desk: Desk) -> list[str]:
    assert desk.listed
    return [gap.row.id for gap in desk.listed.missing]


def asked(*who: str, **more: int | bool) -> Request:
    return Request("d", who or ("a", "b", "c", "e"), **more)  # type: ignore[arg-type]


def test_two_peers_and_half_of_them_in_the_order_of_the_draft() -> None:
    desk = sit_down(ROWS, asked())
    assert listed(desk) == ["r1", "r2", "r0"]
    assert desk.listed
    assert (desk.listed.missing_in_all, desk.listed.near_in_all, desk.listed.left_out) == (3, 0, 1)
    assert desk.gaps
    assert desk.gaps.untouched == {"preschool": 1}


def test_less_than_half_of_those_that_can_be_compared_is_not_usual() -> None:
    more = peers(("staffing", "abc", "推行县管校聘"), ("staffing", "ab", "补充编制"))
    held = [plan(id) for id in "fgh"]
    desk = sit_down(more._replace(plans=(*more.plans, *held)), asked("a", "b", "c", "e", "f", "g"))
    assert listed(desk) == ["r0"]  # 3 of 6, not 2 of 6
    desk = sit_down(more._replace(plans=(*more.plans, *held)), asked("a", "b", "c", "e", "f", "g", "h"))
    assert listed(desk) == []


@pytest.mark.parametrize(
    ("least", "rows"),
    [
        (1, ["r1", "r2", "a/a3", "r0"]),
        (2, ["r1", "r2", "r0"]),
        (3, ["r2", "r0"]),
        (4, ["r0"]),
        (5, []),
    ],
)
def test_a_number_of_peers_that_is_asked_for_wins(least: int, rows: list[str]) -> None:
    assert listed(sit_down(ROWS, asked(least_peers=least))) == rows


def test_one_peer_is_enough_where_there_is_but_one() -> None:
    assert listed(sit_down(ROWS, asked("a"))) == ["r1", "r2", "a/a3", "r0"]


def test_all_lists_all() -> None:
    assert sorted(listed(sit_down(ROWS, asked(every=True)))) == ["a/a3", "r0", "r1", "r2", "r4"]


def test_no_more_than_twenty_and_the_most_widely_promised_of_them() -> None:
    many = peers(*((FIRST[n % 3], "abce" if n < 5 else "ab", f"第{n}件事{'甲乙丙丁戊'[n % 5] * 3}") for n in range(30)))
    desk = sit_down(many, asked())
    assert len(listed(desk)) == MOST_MISSING
    assert {f"r{n}" for n in range(5)} <= set(listed(desk))
    assert desk.listed
    assert desk.listed.missing_in_all == 30
    themes = [gap.row.theme for gap in desk.listed.missing]
    assert themes == sorted(themes, key=FIRST.index)
    data = desk_data(desk)["gaps"]
    assert sum(gap["listed"] for gap in data["found"]) == MOST_MISSING
    assert len(data["found"]) == 30


def test_usual_promises_of_the_catalogue_come_before_others() -> None:
    desk = sit_down(load(shipped()), Request("fengtai", ("chaoyang", "yuquan"), least_peers=1))
    assert desk.listed
    assert all(gap.row.standard for gap in desk.listed.missing)


@pytest.mark.parametrize("draft", ["fengtai", "yuquan", "city-yi"])
def test_the_list_fits_two_screens_and_begins_with_the_counts(draft: str) -> None:
    held = load(shipped())
    others = tuple(plan.id for plan in held.plans if plan.id != draft)
    for least in (0, 1):
        desk = sit_down(held, Request(draft, others, least_peers=least))
        screen = Screen("zh", ascii=False, width=100, colours=False)
        write(desk_on_screen(desk, "zh"), screen)
        lines = screen.text().splitlines()
        assert desk.listed
        assert lines[0].startswith(f"{desk.listed.missing_in_all} 条未见，{desk.listed.near_in_all} 条存疑")
        assert len(lines) <= 100
