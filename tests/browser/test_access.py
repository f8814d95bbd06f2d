"""The page without its script, and for those who read it by other means."""

import json

import pytest

from tests.browser.chromium import Browser, Page
from tests.browser.conftest import REPORTS
from tests.browser.test_filters import SHOWN, Pages


@pytest.mark.parametrize("name", REPORTS)
def test_without_its_script_all_is_there(name: str, browser: Browser, pages: Pages) -> None:
    scripted = Page(browser)
    scripted.open(pages[name])
    rows = scripted.ask(SHOWN)
    scripted.close()
    page = Page(browser, scripts=False)
    page.open(pages[name])
    assert page.laid_out(".row") == len(rows)
    assert page.laid_out("main, nav, h1, h2") >= 5
    assert page.laid_out(".scripted, #ui-dark") == 0, "no control that would do nothing"
    assert bool(page.laid_out("#ui-heat a[href^='#rows-']")) == (name not in ("rows", "none"))
    assert page.complaints() == []
    page.close()


def violations(page: Page, axe: str) -> list[str]:
    """What the checker finds wrong, however slight; rows out of sight are checked too."""
    page.ask("document.styleSheets[0].insertRule('.row { content-visibility: visible !important }', 0), 0")
    page.ask(f"{axe};0")
    told = page.ask("axe.run(document, {resultTypes: ['violations']}).then(found => JSON.stringify(found.violations))")
    return [f"{v['impact']} {v['id']}: {v['nodes'][0]['html'][:200]}" for v in json.loads(told)]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("view", ["list", "side"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["theme-zh", "theme-en", "hostile-en"])
def test_everyone_can_read_it(
    name: str, scheme: str, view: str, width: int, page: Page, pages: Pages, axe: str
) -> None:
    page.width(width, 844)
    page.media(scheme=scheme)
    page.open(pages[name], f"view={view}")
    if width == 390:
        page.click("#ui-more")
    assert violations(page, axe) == []


@pytest.mark.parametrize("name", ["zh", "en", "none", "rows"])
def test_everyone_can_read_all_of_it(name: str, page: Page, pages: Pages, axe: str) -> None:
    page.open(pages[name])
    assert violations(page, axe) == []


def test_the_checker_finds_what_is_wrong(page: Page, pages: Pages, axe: str) -> None:
    page.open(pages["theme-en"])
    page.ask("document.getElementById('ui-q').closest('label').querySelector('.vh').remove()")
    page.ask("document.getElementById('ui-q').removeAttribute('placeholder')")
    assert any("critical label" in told for told in violations(page, axe))
