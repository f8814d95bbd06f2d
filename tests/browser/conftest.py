"""One Chromium for all tests of the page, a tab for each, and the pages that they look at."""

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from plancompare import Comparison, compare, load
from tests.browser.chromium import Browser, Page, chromium
from tests.support import run

ROOT = Path(__file__).parent.parent.parent
AXE = ROOT / ".browser" / "node_modules" / "axe-core" / "axe.min.js"
SHIPPED = ROOT / "plans"
HOSTILE = ROOT / "tests" / "cases" / "hostile"
# name -> collection and options of the report
REPORTS: Mapping[str, tuple[Path, tuple[str, ...]]] = {
    "zh": (SHIPPED, ("--lang", "zh")),
    "en": (SHIPPED, ("--lang", "en")),
    "hostile-zh": (HOSTILE, ("--lang", "zh")),
    "hostile-en": (HOSTILE, ("--lang", "en")),
    "theme-zh": (SHIPPED, ("--lang", "zh", "--theme", "pay")),
    "theme-en": (SHIPPED, ("--lang", "en", "--theme", "pay")),
    "rows": (SHIPPED, ("--lang", "en", "--rows", "--theme", "pay")),
    "none": (SHIPPED, ("--lang", "en", "--theme", "equity", "--only", "shared")),
    "many": (
        SHIPPED,
        ("--lang", "en", *map(str, sorted((ROOT / "tests" / "extracts").glob("*.yaml"))), *("chaoyang",) * 3),
    ),
}


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The file of each report."""
    folder = tmp_path_factory.mktemp("pages")
    for name, (plans, options) in REPORTS.items():
        result = run("report", "-o", str(folder / f"{name}.html"), *options, folder=plans)
        assert result.exit_code == 0, result.output
    return {name: folder / f"{name}.html" for name in REPORTS}


@pytest.fixture(scope="session")
def comparison() -> Comparison:
    """What the pages of the shipped plans tell."""
    return compare(load(SHIPPED))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "no Chromium: `make browser` installs it"
    with chromium(program) as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new tab; nothing that a test does may make the page complain or ask for another file."""
    tab = Page(browser)
    yield tab
    assert tab.complaints() == []
    assert all(url.startswith(("file:", "about:blank", "data:,")) for url in tab.requests()), tab.requests()
    assert len({url for url in tab.requests() if url.startswith("file:")}) <= 1
    tab.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of the accessibility checker."""
    return AXE.read_text(encoding="utf-8")
