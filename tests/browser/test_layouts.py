"""Layouts of the page in Chromium: list, side by side, dark, paper, narrow and wide screens."""

import re
from urllib.parse import urlencode

import pytest

from plancompare import Comparison
from tests.browser.chromium import Page
from tests.browser.test_filters import SHOWN, Pages, expected

PAPER = "getComputedStyle(document.body).backgroundColor"
CELLS = "[...document.querySelectorAll('.row:not([hidden]) dl')[0].children].map(c => c.getBoundingClientRect().left)"
WHITE = "rgb(255, 255, 255)"


def test_side_by_side_is_a_column_for_each_plan(page: Page, pages: Pages, comparison: Comparison) -> None:
    page.open(pages["en"], "theme=training&view=side")
    lefts = CELLS
    columns = page.ask(lefts)
    assert columns == sorted(set(columns))
    assert len(columns) == len(comparison.plans)
    heads = page.ask(
        "[...document.querySelectorAll('.theme:not([hidden]) > header span')].map(s => s.getBoundingClientRect().left)"
    )
    assert heads == columns
    page.ask("document.getElementById('ui-rows').scrollTo(300, 900)")
    page.settle()
    pane = page.ask("(({left, top}) => [left, top])(document.getElementById('ui-rows').getBoundingClientRect())")
    head = page.ask("document.querySelector('.theme:not([hidden]) > header').getBoundingClientRect().top")
    label = page.ask("document.querySelector('.row:not([hidden]) .what').getBoundingClientRect().left")
    assert [label, head] == pane, "names of plans and labels of rows stay in sight"
    page.click("button[data-view=list]")
    assert page.ask("document.getElementById('ui-rows').scrollWidth <= document.documentElement.clientWidth")


def test_heads_stay_in_sight(page: Page, pages: Pages) -> None:
    page.open(pages["en"], "theme=training")
    page.ask("document.querySelectorAll('.theme:not([hidden]) .row')[9].scrollIntoView()")
    page.settle()
    bar = page.ask("document.getElementById('ui-bar').getBoundingClientRect()['top']")
    edge = page.ask("document.getElementById('ui-bar').getBoundingClientRect().bottom")
    head = page.ask("document.querySelector('.theme:not([hidden]) > header').getBoundingClientRect().top")
    assert bar == 0
    assert head == pytest.approx(edge, abs=1)
    page.ask("document.querySelectorAll('#ui-heat tbody tr')[20].scrollIntoView()")
    page.settle()
    assert page.ask("document.querySelector('#ui-heat thead th').getBoundingClientRect().top") == pytest.approx(
        0, abs=1
    )


def test_found_words_are_marked(page: Page, pages: Pages) -> None:
    page.open(pages["en"], urlencode({"q": "名师"}))
    marked = page.ask("[...CSS.highlights.get('found')].map(String)")
    assert set(marked) == {"名师"}
    page.press("Escape")
    assert page.ask("CSS.highlights.has('found')") is False


def test_dark_by_the_system(page: Page, pages: Pages) -> None:
    page.media(scheme="dark")
    page.open(pages["en"])
    assert page.ask(PAPER) == "rgb(20, 24, 30)"
    assert page.ask("document.getElementById('ui-dark').getAttribute('aria-pressed')") == "true"


def test_dark_by_choice_is_remembered(page: Page, pages: Pages) -> None:
    page.open(pages["en"])
    assert page.ask(PAPER) == WHITE
    page.click("#ui-dark")
    assert page.ask(PAPER) == "rgb(20, 24, 30)"
    page.open(pages["en"])
    assert page.ask(PAPER) == "rgb(20, 24, 30)"
    page.media(scheme="dark")
    page.click("#ui-dark")
    assert page.ask(PAPER) == WHITE
    page.ask("localStorage.clear()")


def test_paper_is_white_and_says_what_was_filtered(page: Page, pages: Pages) -> None:
    page.media(scheme="dark")
    page.open(pages["en"], "theme=pay&status=by_some&view=side")
    page.media("print", "dark")
    page.settle()
    assert page.ask(PAPER) == WHITE
    for control in ("#ui-bar", "nav", "#ui-dark", ".help"):
        assert page.ask(f"document.querySelector('{control}').checkVisibility()") is False, control
    told = page.ask("document.getElementById('ui-printed').innerText")
    assert re.fullmatch(r"Printed as filtered \(Teachers' pay.* · made by some\): \d+ of \d+ rows\.", told)
    assert page.ask("document.getElementById('ui-printed').checkVisibility()")


def test_what_is_not_filtered_does_not_say_so(page: Page, pages: Pages) -> None:
    page.open(pages["theme-en"])
    page.media("print")
    assert page.ask("document.getElementById('ui-printed').checkVisibility()") is False


def test_printing_makes_pages_of_what_is_shown(page: Page, pages: Pages) -> None:
    def printed(hash: str) -> int:
        page.open(pages["zh"], hash)
        page.media("")
        pdf = page.pdf()
        assert pdf.startswith(b"%PDF")
        return len(re.findall(rb"/Type\s*/Page\b", pdf))

    whole, filtered = printed(""), printed("theme=pay")
    assert whole > filtered > 3


@pytest.mark.parametrize("view", ["list", "side"])
@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1280, 1920])
@pytest.mark.parametrize("name", ["zh", "en", "hostile-en", "many"])
def test_the_page_never_scrolls_sideways(name: str, width: int, view: str, page: Page, pages: Pages) -> None:
    page.width(width, 844)
    page.open(pages[name], f"view={view}")
    assert page.ask("document.documentElement.scrollWidth") <= width


def test_on_a_phone_filters_open_and_rows_are_stacked(page: Page, pages: Pages, comparison: Comparison) -> None:
    page.width(390, 844)
    page.open(pages["zh"])
    assert page.ask("document.getElementById('ui-theme').checkVisibility()") is False
    page.click("#ui-more")
    assert page.ask("document.getElementById('ui-more').getAttribute('aria-expanded')") == "true"
    page.choose("#ui-theme", "pay")
    page.click("button[data-view=side]")
    assert page.ask(SHOWN) == expected(comparison, lambda r: r.theme == "pay")
    lefts = page.ask(CELLS)
    assert len(set(lefts)) == 1
