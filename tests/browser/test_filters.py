"""Filters, keys and addresses of the page in Chromium.

The fixture ``page`` also holds that nothing is complained of in the console and no other file is asked for.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urlencode

import pytest

from plancompare import Comparison
from plancompare.comparing.rows import Row
from plancompare.comparing.selection import outcome
from plancompare.model import Commitment
from tests.browser.chromium import Page

SHOWN = "Array.from(document.querySelectorAll('.row')).filter(r => r.checkVisibility()).map(r => r.id.slice(4))"
CONTROLS = "['q', 'theme', 'plan', 'state', 'status']"
VALUES = f"Object.fromEntries({CONTROLS}.map(n => [n, document.getElementById('ui-' + n).value]))"
Pages = Mapping[str, Path]


def says(row: Row, word: str) -> bool:
    """Whether a row's label or any of its commitments holds a word."""

    def told(c: Commitment) -> str:
        return "\n".join([c.text, c.section.path, c.section.heading, c.key, c.word, *(e.quote for e in c.evidence)])

    return word in "\n".join([row.label.of("en"), *map(told, row.commitments)])


# what the reader chooses -> what must be shown
FILTERS: Mapping[str, tuple[Mapping[str, str], Callable[[Row], bool]]] = {
    "theme": ({"theme": "pay"}, lambda r: r.theme == "pay"),
    "plan": ({"plan": "yuquan"}, lambda r: r.cells["yuquan"].status == "made"),
    "state": ({"state": "not_found"}, lambda r: any(c.status == "not_found" for c in r.cells.values())),
    "plan and state": (
        {"plan": "chaoyang", "state": "not_found"},
        lambda r: r.cells["chaoyang"].status == "not_found",
    ),
    "not covered": ({"plan": "city-yi", "state": "not_covered"}, lambda r: r.cells["city-yi"].status == "not_covered"),
    "status": ({"status": "by_some"}, lambda r: outcome(r) == "by_some"),
    "text": ({"q": "名师"}, lambda r: says(r, "名师")),
    "two words": ({"q": "名师 工作室"}, lambda r: says(r, "名师") and says(r, "工作室")),
    "full width": ({"q": "ＦＥＮＧＴＡＩ/ft-16"}, lambda r: says(r, "fengtai/ft-16")),
    "all": (
        {"theme": "training", "plan": "fengtai", "state": "made", "status": "by_some", "q": "培训"},
        lambda r: (
            r.theme == "training"
            and r.cells["fengtai"].status == "made"
            and outcome(r) == "by_some"
            and says(r, "培训")
        ),
    ),
    "nothing": ({"q": "没有这样的话"}, lambda r: False),
}


def expected(comparison: Comparison, wanted: Callable[[Row], bool]) -> list[str]:
    return [row.id for row in comparison.rows if wanted(row)]


@pytest.mark.parametrize("name", FILTERS)
def test_filters_show_the_rows_asked_for(name: str, page: Page, pages: Pages, comparison: Comparison) -> None:
    chosen, wanted = FILTERS[name]
    page.open(pages["en"])
    for control, value in chosen.items():
        if control == "q":
            page.click("#ui-q")
            page.write(value)
        else:
            page.choose(f"#ui-{control}", value)
    rows = expected(comparison, wanted)
    assert bool(rows) == (name != "nothing"), "the case is empty"
    assert page.ask(SHOWN) == rows
    assert page.ask("document.getElementById('ui-count').textContent") == f"{len(rows)} of {len(comparison.rows)} rows"
    assert page.ask("document.getElementById('ui-none').checkVisibility()") == (not rows)
    themes = "[...document.querySelectorAll('.theme')].filter(s => s.checkVisibility()).length"
    assert page.ask(themes) == len({row.theme for row in comparison.rows if row.id in rows})
    page.click("#ui-clear")
    assert len(page.ask(SHOWN)) == len(comparison.rows)
    assert "#" not in page.ask("location.href")


@pytest.mark.parametrize("name", FILTERS)
def test_an_address_shows_what_was_shared(name: str, page: Page, pages: Pages, comparison: Comparison) -> None:
    chosen, wanted = FILTERS[name]
    told = {**chosen, "state": chosen.get("state") or "made"} if "plan" in chosen else chosen
    page.open(pages["zh"], urlencode(told))
    assert page.ask(SHOWN) == expected(comparison, wanted)
    assert page.ask(VALUES) == {"q": "", "theme": "", "plan": "", "state": "", "status": "", **told}


def test_filters_write_the_address(page: Page, pages: Pages) -> None:
    page.open(pages["en"])
    page.choose("#ui-theme", "pay")
    page.choose("#ui-plan", "fengtai")
    page.click("button[data-view=side]")
    assert page.ask("location.hash") == "#theme=pay&plan=fengtai&state=made&view=side"


@pytest.mark.parametrize(
    "hash", ["theme=nowhere", "plan=%22%3E%3Cscript%3E&state=x", "theme", "=", "%", "q=", "ui-heat"]
)
def test_a_wrong_address_shows_all(hash: str, page: Page, pages: Pages, comparison: Comparison) -> None:
    page.open(pages["en"], hash)
    assert len(page.ask(SHOWN)) == len(comparison.rows)


def test_a_cell_of_the_heatmap_filters(page: Page, pages: Pages, comparison: Comparison) -> None:
    page.open(pages["en"])
    page.click("#ui-heat a[data-theme=training][data-plan=city-yi]")
    wanted = expected(comparison, lambda r: r.theme == "training" and r.cells["city-yi"].status == "made")
    assert page.ask(SHOWN) == wanted
    assert page.ask("document.querySelector('#ui-heat a[aria-current]').dataset.plan") == "city-yi"
    assert page.ask("document.activeElement.textContent") == "Commitments row by row"
    assert 0 <= page.ask("document.getElementById('rows').getBoundingClientRect().top") < 100
    page.ask("history.back()")
    page.settle()
    page.click("#ui-heat a[data-theme=training][data-plan=city-yi]")
    page.ask("window.scrollTo(0, 0)")
    page.click("#ui-heat a[data-theme=training][data-plan=city-yi]")
    assert page.ask("document.getElementById('rows').getBoundingClientRect().top") < 100, (
        "a second click goes there too"
    )


def test_a_theme_of_the_heatmap_filters(page: Page, pages: Pages, comparison: Comparison) -> None:
    page.open(pages["en"])
    page.click("#ui-heat th a[data-theme=safety]")
    assert page.ask(SHOWN) == expected(comparison, lambda r: r.theme == "safety")


def test_keys_search_and_clear(page: Page, pages: Pages, comparison: Comparison) -> None:
    page.open(pages["en"])
    page.press("/")
    assert page.ask("document.activeElement.id") == "ui-q"
    assert page.ask("document.activeElement.value") == ""
    page.write("督学")
    assert page.ask(SHOWN) == expected(comparison, lambda r: says(r, "督学"))
    page.press("/")
    assert page.ask("document.activeElement.value") == "督学/", "in the search it is a letter"
    page.press("Escape")
    assert len(page.ask(SHOWN)) == len(comparison.rows)
    assert page.ask("document.activeElement.value") == ""


def test_arrows_walk_the_heatmap_and_enter_filters(page: Page, pages: Pages, comparison: Comparison) -> None:
    page.open(pages["en"])
    assert page.ask("document.querySelectorAll('#ui-heat a[tabindex=\"0\"]').length") == 1, "one stop for Tab"
    here = "(({theme, plan = ''}) => `${theme} ${plan}`)(document.activeElement.dataset)"
    themes, plans = list(dict.fromkeys(row.theme for row in comparison.rows)), [plan.id for plan in comparison.plans]
    page.ask("document.querySelector('#ui-heat a').focus()")
    walked = []
    for key in (
        "ArrowRight",
        "ArrowDown",
        "ArrowDown",
        "ArrowUp",
        "End",
        "ArrowRight",
        "Home",
        "ArrowLeft",
        "ArrowUp",
        "End",
    ):
        page.press(key)
        walked.append(page.ask(here))
    first, last = plans[0], plans[-1]
    assert walked == [
        f"{themes[0]} {first}", f"{themes[1]} {first}", f"{themes[2]} {first}", f"{themes[1]} {first}",
        f"{themes[1]} {last}", f"{themes[1]} {last}", f"{themes[1]} ", f"{themes[1]} ", f"{themes[0]} ",
        f"{themes[0]} {last}",
    ]  # fmt: skip
    page.press("Enter")
    state = page.ask(VALUES)["state"]
    assert page.ask(SHOWN) == expected(comparison, lambda r: r.theme == themes[0] and r.cells[last].status == state)


def test_every_control_is_reached_by_tab(page: Page, pages: Pages) -> None:
    page.open(pages["theme-en"])
    seen = []
    for _ in range(60):
        page.press("Tab")
        seen.append(page.ask("document.activeElement.id || document.activeElement.className"))
        if seen[-1] == "no":
            break
    wanted = ["skip", "ui-dark", "ui-q", "ui-theme", "ui-plan", "ui-state", "ui-status"]
    assert [name for name in seen if name in wanted] == wanted


def test_a_link_to_a_row_goes_before_filters(page: Page, pages: Pages, comparison: Comparison) -> None:
    page.open(pages["en"], "theme=pay")
    row = next(row for row in comparison.rows if row.theme == "safety")
    page.ask(f"location.hash = {json.dumps('row-' + row.id)}")
    page.settle()
    assert row.id in page.ask(SHOWN)
    top = page.ask(f"document.getElementById({json.dumps('row-' + row.id)}).getBoundingClientRect().top")
    bar = page.ask("document.getElementById('ui-bar').getBoundingClientRect().bottom")
    assert bar <= top < 600


@pytest.mark.parametrize("kind", ["row", "cell", "commitment"])
def test_rows_cells_and_commitments_are_arrived_at(kind: str, page: Page, pages: Pages, comparison: Comparison) -> None:
    row = comparison.rows[400]
    member = row.commitments[0]
    name = {"row": f"row-{row.id}", "cell": f"row-{row.id}:{member.plan}", "commitment": member.key}[kind]
    page.open(pages["en"], name)
    top = page.ask(f"document.getElementById({json.dumps(name)}).getBoundingClientRect().top")
    assert page.ask("document.getElementById('ui-bar').getBoundingClientRect().bottom") <= top < 800
