"""One HTML page that is complete in itself: it asks for no other file and reads without its script.

Templates, style and script lie in the folder ``page``. Safe by construction: every value is escaped, texts lose their
control characters, and the page's policy lets nothing run or load but the one style and the one script it names.
"""

import re
from base64 import b64encode
from bisect import bisect
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from plancompare.comparing.selection import OUTCOMES
from plancompare.model import Lang
from plancompare.telling.blocks import MARKS, Block, Grid, Heading, Mark, Names, Prose, Report, Watch, unwatched
from plancompare.telling.text import printable
from plancompare.telling.words import say, template

FOLDER = Path(__file__).parent / "page"
TONGUES: dict[Lang, str] = {"zh": "zh-Hans", "en": "en"}
DEPTHS = (1, 3, 6, 11, 21)  # the least count of each depth of colour in the heatmap
FEW_PLANS = 8  # more marks than this do not fit beside a label
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_OTHER_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\uac00-\ud7af]")  # kana, hangul
_POLICY = (
    "default-src 'none'; script-src '{script}'; style-src '{style}'; img-src data:; base-uri 'none'; form-action 'none'"
)


class Part(NamedTuple):
    """What stands under one heading: ``bodies`` are blocks already set, ``parts`` the headings below it."""

    heading: Heading
    bodies: list[Markup]
    parts: "list[Part]"
    grids: list[Grid]

    @property
    def rows(self) -> Grid | None:
        """The grid of rows with plans' marks, if this part or one below has one."""
        grids_here = (grid for grid in self.grids if _template(grid) == "rows")
        return next(grids_here, None) or next((inner for part in self.parts if (inner := part.rows)), None)

    @property
    def heatmap(self) -> bool:
        """Whether the themes are shown here."""
        return any(_template(grid) == "matrix" for grid in self.grids)


class Places(NamedTuple):
    """Where in a line of a grid of rows the number, the label and the shown facts stand."""

    number: int
    label: int
    facts: tuple[int, ...]


def render(report: Report, watch: Watch = unwatched) -> bytes:
    """The report as a page in UTF-8."""
    environment = _environment(report)
    preface: list[Markup] = []
    chapters: list[Part] = []
    for block in watch(report.blocks):
        if isinstance(block, Heading):
            (chapters[-1].parts if block.level > 1 and chapters else chapters).append(Part(block, [], [], []))
        elif not (isinstance(block, Grid) and block.data):
            _file(block, _set(block, environment), preface, chapters)
    style = f":root{{--plans:{len(report.names)}}}\n{(FOLDER / 'style.css').read_text(encoding='utf-8')}"
    script = (FOLDER / "script.js").read_text(encoding="utf-8")
    page = environment.get_template("page.html.j2").render(
        preface=preface,
        chapters=chapters,
        style=Markup(style),
        script=Markup(script),
        policy=_POLICY.format(script=_digest(script), style=_digest(style)),
    )
    return page.encode()


def _file(block: Block, markup: Markup, preface: list[Markup], chapters: list[Part]) -> None:
    """Put a block that is set under the last heading."""
    if not chapters:
        preface.append(markup)
        return
    part = chapters[-1].parts[-1] if chapters[-1].parts else chapters[-1]
    part.bodies.append(markup)
    if isinstance(block, Grid):
        part.grids.append(block)


def _digest(text: str) -> str:
    """A text's name in a content security policy."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _environment(report: Report) -> Environment:
    """The templates, and what all of them may ask for."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_harmless,
    )
    environment.globals.update(
        report=report,
        tongue=TONGUES[report.lang],
        said=partial(_said, lang=report.lang),
        marks=MARKS,
        outcomes=OUTCOMES,
        link=_link,
        lang_of=partial(_lang_of, lang=report.lang),
        depth=partial(bisect, DEPTHS),
        depths=DEPTHS,
        many=len(report.names) > FEW_PLANS,
        sections=_sections(report),
        told_keys={passage.key for mark in _marks(report) for passage in mark.passages},
        row_ids={line.row for grid in report.grids if _template(grid) == "rows" for line in grid.lines},
    )
    return environment


def _marks(report: Report) -> Iterator[Mark]:
    """What every plan has to say to every row."""
    return (mark for grid in report.grids for line in grid.lines for mark in line.marks)


def _said(key: str, lang: Lang, **values: object) -> str:
    """The tool's words; without values those whose braces the script fills in stay as they are."""
    return say(key, lang, **values) if values else template(key, lang)


def _harmless(value: object) -> object:
    """What a template writes: texts without control characters (they are escaped after this), nothing for None."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, str | Names):
        return printable(str(value))
    return "" if value is None else value


def _link(id: str) -> str:
    """A link to what has this id in the page."""
    return f"#{quote(id, safe='/:')}"


def _lang_of(text: str, lang: Lang) -> Markup | str:
    """The attribute that says that a text of a plan is Chinese, where the page is not."""
    chinese = lang != "zh" and _HAN.search(text) and not _OTHER_EAST_ASIAN.search(text)
    return Markup(' lang="zh"') if chinese else ""


def _sections(report: Report) -> dict[str, Heading]:
    """The heading that each theme's rows stand under."""
    headings: dict[str, Heading] = {}
    heading: Heading | None = None
    for block in report.blocks:
        if isinstance(block, Heading):
            heading = block
        elif isinstance(block, Grid) and heading and _template(block) == "rows":
            headings |= {line.theme: heading for line in block.lines[:1]}
    return headings


def _template(block: Block) -> str:
    """The template of a block, by what its columns hold."""
    if not isinstance(block, Grid):
        return "prose"
    kinds = {column.kind for column in block.columns}
    if "mark" in kinds:
        return "rows"
    if "count" in kinds:
        return "matrix"
    tally = len(block.columns) == 2 and block.columns[1].kind == "number"
    return "tally" if tally else "table"


def _set(block: Prose | Grid, environment: Environment) -> Markup:
    """A block as markup."""
    name = _template(block)
    values: dict[str, Any] = {"block": block}
    if isinstance(block, Grid):
        values["labelled"] = _labelled(block)
        values["shown"] = _shown(block)
        if name == "rows":
            values["at"] = _places(block)
    return Markup(environment.get_template(f"{name}.html.j2").render(values))


def _shown(grid: Grid) -> tuple[int, ...]:
    """The columns of a page, on which nobody writes: those to be filled are left out."""
    return tuple(place for place in grid.shown if not grid.columns[place].choices)


def _labelled(grid: Grid) -> int:
    """The column that says what a line is about."""
    return next((index for index in grid.shown if grid.columns[index].kind == "label"), grid.shown[0])


def _places(grid: Grid) -> Places:
    plain = [place for place in _shown(grid) if grid.columns[place].kind not in ("mark", "label")]
    return Places(plain[0], _labelled(grid), tuple(plain[1:]))
