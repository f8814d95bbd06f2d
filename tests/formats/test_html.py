"""The page says all that the report says, loads nothing, runs only its own script, and plans cannot change it."""

import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from plancompare import compare, load
from plancompare.formats.html import DEPTHS, FEW_PLANS, render
from plancompare.model import Lang
from plancompare.telling.blocks import Grid, Heading, Prose, Report
from plancompare.telling.report import make_report
from plancompare.telling.text import printable
from tests.support import collection, plan_text, run

SHIPPED = Path(__file__).parent.parent.parent / "plans"
EXTRACTS = sorted((Path(__file__).parent.parent / "extracts").glob("*.yaml"))
VOID = {"meta", "link", "input", "br"}
HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><style>body{display:none}</style>",
    "</title><h1>x</h1>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "javascript:alert(1)",
    "<img src=x onerror=alert(1)>",
    "<!-- ",
    "]]><svg/onload=alert(1)>",
    "{{ 7 * 7 }}{% include 'x' %}{# gone #}",
    "&lt;b&gt; &amp; &#x3c;",
    "\x1b[31m红\x07\x00",
    "\u202e反\u2066向\u2069",
    "a\u2028b\u2029c",
    "<a href=https://example.org/x>链</a>",
    "=1+1",
    "٣ <b>",
)


TAME = "平安"
CHOSEN = {"lang", "class"}  # attributes whose presence may depend on a text


class Structure(HTMLParser):
    """What a browser would find: tags with attributes, text, and which row each state belongs to."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.cells: dict[str, dict[str, str]] = {}
        self.raw: dict[str, list[str]] = {"style": [], "script": []}
        self._row = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        assert len(values) == len(attrs), "an attribute twice"
        self.tags.append((tag, values))
        if tag not in VOID:
            self.open.append(tag)
        if tag in self.raw:
            self.raw[tag].append("")
        if tag == "li" and values.get("class") == "row":
            self._row = (values["id"] or "").removeprefix("row-")
            self.cells[self._row] = {}
        if tag == "div" and "data-plan" in values:
            self.cells[self._row][values["data-plan"] or ""] = values["data-state"] or ""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in self.raw:
            self.raw[self.open[-1]][-1] += data
        else:
            self.texts.append(data)

    @property
    def text(self) -> str:
        """All the words, with single blanks."""
        return " ".join(" ".join(self.texts).split())

    def values(self, attribute: str) -> list[str]:
        """Every value of an attribute."""
        return [value or "" for _, values in self.tags for name, value in values.items() if name == attribute]


def cells(page: str) -> dict[str, dict[str, str]]:
    """Row id -> plan id -> state, read back from a page."""
    return Structure(page).cells


def shipped(lang: Lang = "en", **kinds: object) -> str:
    """The page of the shipped plans."""
    return render(make_report(compare(load(SHIPPED)), lang, command="plancompare report")).decode()


@pytest.fixture(scope="module", params=["zh", "en"])
def lang(request: pytest.FixtureRequest) -> Lang:
    return "zh" if request.param == "zh" else "en"


@pytest.fixture(scope="module")
def page(lang: Lang) -> str:
    return shipped(lang)


@pytest.fixture(scope="module")
def found(page: str) -> Structure:
    return Structure(page)


def test_every_state_of_every_row_is_there(found: Structure) -> None:
    comparison = compare(load(SHIPPED))
    assert found.cells == {row.id: {p: c.status for p, c in row.cells.items()} for row in comparison.rows}


def test_every_word_of_the_report_is_there(found: Structure, lang: Lang) -> None:
    """Also without its script: what is here is in the file, not made by the script."""
    report = make_report(compare(load(SHIPPED)), lang, command="plancompare report")
    told = [report.title]
    for block in report.blocks:
        if isinstance(block, Heading | Prose):
            told.append(block.text)
        elif isinstance(block, Grid) and not block.data:
            told += [block.note, *(block.columns[place].head for place in block.shown if block.columns[place].plan)]
            told += [
                str(cell)
                for line in block.lines
                for place in block.shown
                if isinstance(cell := line.cells[place], str | int)
            ]
            for mark in (mark for line in block.lines for mark in line.marks):
                for passage in mark.passages:
                    told += [passage.text, passage.figures, passage.place, *passage.quotes, passage.word, passage.key]
    pieces, text = {" ".join(piece.split()) for piece in found.texts}, found.text
    plain = {" ".join(words.split()) for words in told}
    assert not {words for words in plain - pieces if words not in text}


def test_it_is_one_file_that_asks_for_nothing(found: Structure, page: str) -> None:
    assert not found.values("src")
    assert not found.values("action")
    assert {href for href in found.values("href") if not href.startswith("#")} == {"data:,"}
    told = "".join(found.raw["style"] + found.raw["script"])
    assert not re.search(r"https?:|//[a-z]|url\(|@import|fetch\(|XMLHttp|WebSocket|sendBeacon", told)


def test_only_its_own_style_and_script_may_run(found: Structure) -> None:
    policies = [a["content"] or "" for tag, a in found.tags if a.get("http-equiv") == "Content-Security-Policy"]
    assert len(policies) == 1
    rules = dict(rule.split(" ", 1) for rule in policies[0].split("; "))
    assert rules["default-src"] == "'none'"
    for kind in ("style", "script"):
        (text,) = found.raw[kind]
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert rules[f"{kind}-src"] == f"'sha256-{digest}'"
    names = {name for _, values in found.tags for name in values}
    assert not {name for name in names if name.startswith("on") or name == "style"}


def test_ids_are_unique_and_links_arrive(found: Structure) -> None:
    ids = Counter(found.values("id"))
    assert [id for id, count in ids.items() if count > 1] == []
    assert {unquote(href[1:]) for href in found.values("href") if href.startswith("#")} <= set(ids)
    for attribute in ("aria-labelledby", "aria-controls"):
        assert set(found.values(attribute)) <= set(ids)


def test_rows_cells_and_commitments_can_be_cited(found: Structure) -> None:
    ids = set(found.values("id"))
    comparison = compare(load(SHIPPED))
    assert {f"row-{row.id}" for row in comparison.rows} <= ids
    assert {f"row-{row.id}:{plan}" for row in comparison.rows for plan in row.cells} <= ids
    assert {commitment.key for row in comparison.rows for commitment in row.commitments} <= ids


def test_it_says_its_language(found: Structure, lang: Lang) -> None:
    assert found.tags[0] == ("html", {"lang": "zh-Hans" if lang == "zh" else "en"})
    inner = Counter(values["lang"] for tag, values in found.tags[1:] if "lang" in values)
    assert set(inner) == (set() if lang == "zh" else {"zh"}), "Chinese words in an English page are marked"


def test_the_page_has_landmarks_and_headings_in_order(found: Structure) -> None:
    tags = Counter(tag for tag, _ in found.tags)
    assert tags["main"] == tags["nav"] == tags["h1"] == 1
    levels = [int(tag[1]) for tag, _ in found.tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert not found.open, "a tag is left open"


def test_no_key_of_a_message_is_left(found: Structure) -> None:
    assert not re.search(r"\b(page|report)_[a-z]", found.text)


def test_findings_come_first_and_themes_next(found: Structure) -> None:
    chapters = [values["id"] for tag, values in found.tags if tag == "section" and values.get("class") == "chapter"]
    assert chapters[:2] == ["telling", "matrix"]


def test_cells_of_the_heatmap_say_what_they_filter(found: Structure) -> None:
    links = [v for tag, v in found.tags if tag == "a" and "data-theme" in v]
    comparison = compare(load(SHIPPED))
    assert {(v["data-theme"], v["data-plan"]) for v in links if "data-plan" in v} == {
        (row.theme, plan) for row in comparison.rows for plan in row.cells
    }
    assert all(v["data-state"] in ("made", "unsure", "not_found", "not_covered") for v in links if "data-plan" in v)


@pytest.mark.slow
def test_it_weighs_little_more_than_the_same_as_data(page: str) -> None:
    """About 1.5 MB for the five plans shipped."""
    data = run("report", "-f", "json", folder=SHIPPED).stdout
    assert len(page.encode()) < 1.25 * len(data.encode())


@pytest.mark.slow
def test_same_input_same_bytes() -> None:
    assert shipped("zh") == shipped("zh")


def folder(where: Path, text: str) -> Path:
    """A collection that says ``text`` wherever a plan may say something."""
    escaped = "".join(f"\\U{ord(character):08x}" for character in text)
    told = f'id: {{id}}, text: "{escaped}{{tail}}", evidence: ["{escaped}"], strength: hedged, word: "{escaped}",'
    figures = f' targets: [{{{{label: "{escaped}", op: "=", value: 3, unit: "{escaped}"}}}}]'
    plans = {}
    for name in ("a", "b"):
        plan = plan_text(name, [(told + figures).format(id=f"{name}-1", tail=""), f'id: {name}-2, text: "{name}"'])
        plan = plan.replace(f"name: {name}\n", f'name: "{escaped}{name}"\n', 1)
        plan = plan.replace(f"title: {name}规划", f'title: "{escaped}"\nissuer: "{escaped}"')
        plans[name] = plan.replace("heading: 主要任务", f'heading: "{escaped}"').replace(
            "path: 一", f'path: "{escaped}"'
        )
    plans["b"] = plans["b"].replace("source:", f'not_applicable: {{layout: "{escaped}"}}\nsource:')
    decisions = f"""\
decisions:
- id: row-one
  label: {{zh: "{escaped}", en: "{escaped}"}}
  same: [a/a-1, b/b-1]
  reason: "{escaped}"
  who: "{escaped}"
  date: 2024-01-01
- same: [a/a-2]
  id: row-two
  label: {{zh: 二, en: two}}
  not_applicable: {{b: "{escaped}"}}
  reason: x
  who: y
  date: 2024-01-01
"""
    return collection(where, plans, decisions=decisions)


def page_of(where: Path) -> Structure:
    result = run("report", "-f", "html", folder=where)
    assert result.exit_code == 0, result.output
    return Structure(result.stdout)


def swapped(value: Any, text: str) -> Any:
    """The same report with ``text`` wherever it says 平安."""
    if isinstance(value, str):
        return value.replace(TAME, text)
    if isinstance(value, dict):
        return {key: swapped(item, text) for key, item in value.items()}
    if isinstance(value, tuple):
        items = [swapped(item, text) for item in value]
        return value._make(items) if hasattr(value, "_make") else tuple(items)
    return value


@pytest.fixture(scope="module")
def tame(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """A report that says 平安 wherever a plan may say something."""
    comparison = compare(load(folder(tmp_path_factory.mktemp("tame"), TAME)))
    return make_report(comparison, "en", command=f"plancompare {TAME}")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_plan_becomes_markup(text: str, tame: Report) -> None:
    """The page has the very tags that it has with harmless words, and the words are all there."""
    before, after = Structure(render(tame).decode()), Structure(render(swapped(tame, text)).decode())
    skeletons = [[(tag, sorted(values.keys() - CHOSEN)) for tag, values in page.tags] for page in (before, after)]
    assert skeletons[0] == skeletons[1]
    assert after.raw == before.raw
    assert after.text.count(" ".join(printable(text).split())) >= before.text.count(TAME) > 30
    control = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
    assert not control.search(after.text)
    assert not [value for _, values in after.tags for value in values.values() if value and control.search(value)]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_plans_have_a_page(text: str, tmp_path: Path) -> None:
    if "\x00" in text:
        text = text.replace("\x00", "")  # YAML has no zero character
    found = page_of(folder(tmp_path, text))
    assert len(found.raw["script"]) == len(found.raw["style"]) == 1
    assert set(found.cells) >= {"row-one", "row-two"}
    assert " ".join(printable(text).split()) in found.text


def test_a_link_or_address_of_a_plan_is_not_followed(tmp_path: Path) -> None:
    plan = plan_text("a", ["id: a-1, text: x"], head='source: {extent: full, url: "javascript:alert(1)"}')
    found = page_of(collection(tmp_path, {"a": plan, "b": plan_text("b", ["id: b-1, text: y"])}))
    assert "javascript:alert(1)" in found.text
    assert not [href for href in found.values("href") if "javascript" in href]


@pytest.mark.slow
def test_a_plan_beside_its_own_copy_has_links_that_arrive() -> None:
    found = Structure(run("report", "-f", "html", "chaoyang", "chaoyang", folder=SHIPPED).stdout)
    ids = set(found.values("id"))
    assert "chaoyang#2" in "".join(ids)
    assert all(re.fullmatch(r"#[A-Za-z0-9._~:/%-]+", href) for href in found.values("href") if href != "data:,")
    assert {unquote(href[1:]) for href in found.values("href") if href.startswith("#")} <= ids


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--theme", "pay", "--only", "partial"), "This report is narrowed"),
        (("--rows",), "This report is narrowed"),
        (("--theme", "equity", "--only", "shared"), "Nothing matches."),
    ],
)
def test_a_narrowed_page_says_so(options: tuple[str, ...], told: str) -> None:
    found = Structure(run("report", "-f", "html", *options, folder=SHIPPED).stdout)
    assert told in found.text
    assert ("id", "ui-heat") in {item for _, values in found.tags for item in values.items()} or "--rows" in options
    assert {unquote(href[1:]) for href in found.values("href") if href.startswith("#")} <= set(found.values("id"))


@pytest.mark.slow
def test_more_plans_than_fit_beside_a_label_stand_below_it() -> None:
    few = run("report", "-f", "html", "chaoyang", "fengtai", folder=SHIPPED).stdout
    many = run("report", "-f", "html", "chaoyang", *map(str, EXTRACTS), "yuquan", "fengtai", folder=SHIPPED).stdout
    assert len(EXTRACTS) + 3 > FEW_PLANS
    assert 'class="pane"' in few
    assert 'class="pane many"' in many


@pytest.mark.parametrize(("count", "depth"), [(1, 1), (2, 1), (3, 2), (10, 3), (20, 4), (21, 5), (99, 5)])
def test_the_depth_of_a_cell_follows_its_count(count: int, depth: int, tmp_path: Path) -> None:
    told = [f"id: a-{n}, text: 教师培训第{n}批" for n in range(count)]
    found = page_of(collection(tmp_path, {"a": plan_text("a", told), "b": plan_text("b", [])}))
    assert str(depth) in {v["data-depth"] for tag, v in found.tags if tag == "td" and v.get("data-state") == "made"}
    assert len(DEPTHS) == 5
