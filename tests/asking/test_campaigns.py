"""Campaigns of the catalogue that are over are told as such, by the draft's own years."""

import pytest

from plancompare.asking.desk.desk import Desk, Request, sit_down
from plancompare.formats.desk_answers import desk_data
from plancompare.formats.terminal import write
from plancompare.formats.terminal.screen import Screen
from plancompare.model import Lang
from plancompare.reading.collection import load, shipped
from plancompare.telling.desk import make_desk_report
from plancompare.telling.desk_screen import desk_on_screen
from tests.desks import commitment, plan

PREVENTION = "pe_health-covid"  # until 2022


def sat(period: tuple[int, int] | None, *standards: str) -> Desk:
    """A draft of a period beside a peer that promises these standards."""
    held = load(shipped())
    codes = [held.catalogue.standards[id] for id in standards]
    peer = [
        commitment("a", f"a{n}", code.label.zh, "staffing")._replace(theme=code.theme, standard=code.id)
        for n, code in enumerate(codes)
    ]
    mine = [
        commitment("d", f"d{n}", f"其他{n}", "staffing")._replace(theme=code.theme, standard="none")
        for n, code in enumerate(codes)
    ]
    draft = plan("d", mine)._replace(period=period)
    return sit_down(held._replace(plans=(plan("a", peer), draft)), Request("d", ("a",)))


def shown(desk: Desk, lang: Lang) -> str:
    screen = Screen(lang, ascii=False, width=120, colours=False)
    write(desk_on_screen(desk, lang), screen)
    return screen.text()


@pytest.mark.parametrize(
    ("period", "zh", "en"),
    [
        ((2026, 2030), "该行动已于 2022 年结束", "a campaign that ended in 2022"),
        ((2023, 2027), "该行动已于 2022 年结束", "a campaign that ended in 2022"),
        ((2021, 2025), "该行动的期限为 2022 年", "a campaign until 2022"),
        (None, "该行动的期限为 2022 年", "a campaign until 2022"),  # who knows when the draft is of
    ],
)
def test_a_campaign_is_over_before_the_period_of_the_draft(period: tuple[int, int] | None, zh: str, en: str) -> None:
    desk = sat(period, PREVENTION)
    assert zh in shown(desk, "zh")
    assert en in shown(desk, "en")
    grid = next(grid for grid in make_desk_report(desk, "en", "again").grids if grid.id == "desk-missing")
    assert en in str(grid.lines[0].cells[4])
    [gap] = desk_data(desk)["gaps"]["found"]
    assert (gap["campaign_until"], gap["campaign_over"]) == (2022, "ended" in en)


@pytest.mark.parametrize(
    "standard", ["digital-three-links", "equity-poverty-alleviation", "preschool-third-action-plan"]
)
def test_every_campaign_of_the_catalogue_that_is_over_says_so(standard: str) -> None:
    assert "该行动已于 2020 年结束" in shown(sat((2026, 2030), standard), "zh")


def test_what_goes_on_is_no_campaign() -> None:
    text = shown(sat((2026, 2030), "pay-honour"), "zh")
    assert "教师荣誉表彰" in text
    assert "该行动" not in text


def test_what_is_over_comes_last() -> None:
    held = load(shipped())
    usual = [s for s in held.catalogue.standards.values() if s.theme == "pe_health" and not s.until][:24]
    desk = sat((2026, 2030), PREVENTION, *(standard.id for standard in usual))
    assert desk.listed
    assert desk.listed.missing_in_all == 25
    assert not any(gap.over for gap in desk.listed.missing)
