"""What `make fuzz` throws at the program: kinds of inputs, where they come from, and what each has to go through."""

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from io import BytesIO
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from plancompare import checks
from plancompare.commands import diff, gaps, matrix, search, show
from plancompare.commands import list as listing
from plancompare.commands import targets as figures
from plancompare.commands.options import Session
from plancompare.commands.output import Outcome
from plancompare.commands.report import Form, rendered
from plancompare.comparing.comparison import compare
from plancompare.drafting import draft, read
from plancompare.drafting.encoding.draft import Vocabulary
from plancompare.errors import PlanCompareError
from plancompare.findings import errors
from plancompare.formats import FORMATS
from plancompare.formats.sheet import read_sheet
from plancompare.formats.terminal import write
from plancompare.formats.terminal.screen import Screen
from plancompare.model import Corpus
from plancompare.reading.collection import load, vocabulary
from plancompare.reading.writing.growth import PlanFile
from plancompare.reading.writing.rulings import Ruling, RulingsFile
from plancompare.telling.drafts import grown_text, note_text, plan_text
from plancompare.telling.text import cleared
from tests.attacks import strategies
from tests.attacks.mutations import mutated, mutated_pdf, mutated_zip
from tests.support import CODEBOOK, INDICATORS
from tests.support import plan_text as small_plan
from tests.terminals import STEERING, STYLE

HERE = Path(__file__).parent.parent
DRAWN = 100  # examples that hypothesis draws in one go


class Input(NamedTuple):
    """Bytes of one kind, and what they go through: a folder to write into, and the bytes."""

    kind: str
    data: bytes
    run: Callable[[Path, bytes], None]


class Kind(NamedTuple):
    """A kind: ``run`` puts one input through everything; ``seeds`` are sound ones, ``change`` breaks one.

    A kind with a ``strategy`` is drawn by hypothesis instead.
    """

    run: Callable[[Path, bytes], None]
    seeds: Callable[[], Sequence[bytes]] = lambda: ()
    change: Callable[[bytes, Random, Sequence[bytes]], bytes] = mutated
    strategy: st.SearchStrategy[Any] | None = None


# --- what inputs go through -------------------------------------------------------------------------------------------


def _harmless(text: str) -> None:
    found = STEERING.search(text.replace("\r\n", "\n"))
    assert not found, f"steers a terminal: {text[max(0, found.start() - 40) : found.end() + 10]!r}"


def _shown(outcome: Outcome) -> None:
    """An answer as a terminal with colours and as a pipe gets it."""
    blocks = list(outcome.blocks)
    for screen in (Screen(width=60, tty=True, colours=True), Screen("zh", ascii=True)):
        write(blocks, screen)
        _harmless(STYLE.sub(b"", cleared(screen.text()).encode()).decode())


def _answered(ask: Callable[[], Outcome]) -> None:
    try:
        outcome = ask()
    except PlanCompareError:
        return
    _shown(outcome)


_turn = count()


def _compared(folder: Path, corpus: Corpus) -> None:
    """A comparison in one format and one answer, in turn; errors of a user are fine."""
    turn = next(_turn)
    for finding in checks.run(corpus):
        assert "\n" not in str(finding)
    if not corpus.plans:
        return
    comparison = compare(corpus)
    names = list(FORMATS)
    name = names[turn % len(names)]
    data = rendered(comparison, Form(name, wide=bool(turn % 2)), ("zh", "en")[turn % 2])
    if not FORMATS[name].binary:
        _harmless(data.decode())
    session = Session(folder, "zh" if turn % 3 else "en")
    first, every = corpus.plans[0].id, tuple(plan.id for plan in corpus.plans)
    asks: list[Callable[[], Outcome]] = [
        lambda: listing.overview(session),
        lambda: show.one_plan(session, first),
        lambda: diff.differences(session, diff.Request(every if len(every) > 1 else (first, first))),
        lambda: matrix.table(session, every, "", True, rows=True),
        lambda: figures.figures(session, (), figures.Request()),
        lambda: search.answer(session, search.Request("学校 90%")),
        lambda: gaps.on_screen(session, gaps.Wish(first, own=True)),
        lambda: gaps.on_screen(session, gaps.Wish(first)),
    ]
    _answered(asks[turn % len(asks)])


def _clean(folder: Path) -> Path:
    for path in folder.iterdir():
        path.unlink()
    (folder / "codebook.yaml").write_text(CODEBOOK, "utf-8")
    (folder / "indicators.yaml").write_text(INDICATORS, "utf-8")
    return folder


def _file_of(name: str) -> Callable[[Path, bytes], None]:
    """One file of a small collection is the input, the others are sound."""

    def run(folder: Path, data: bytes) -> None:
        _clean(folder)
        for plan, text in (("east", EAST), ("west", WEST)):
            (folder / f"{plan}.yaml").write_text(text, "utf-8")
        (folder / f"{name}.yaml").write_bytes(data)
        _compared(folder, load(folder))

    return run


def _collection(folder: Path, data: bytes) -> None:
    _clean(folder)
    for name, value in json.loads(data).items():
        (folder / f"{name}.yaml").write_text(json.dumps(value), "utf-8")
    _compared(folder, load(folder))


def _rulings(folder: Path, data: bytes) -> None:
    """A ruling is put into the file and taken back: then it is as it was."""
    path = folder / "rulings.yaml"
    path.write_bytes(data)
    file = RulingsFile(path)
    try:
        file.add(Ruling("same", {"east/e-1": "甲", "west/w-1": "乙"}, "\x1b[31m", "2026-01-31", "a\nb"))
    except PlanCompareError:
        assert path.read_bytes() == data
        return
    assert file.undo()
    assert path.read_bytes() == data


def _sheet(suffix: str) -> Callable[[Path, bytes], None]:
    def run(folder: Path, data: bytes) -> None:
        path = folder / f"sheet{suffix}"
        path.write_bytes(data)
        try:
            read_sheet(path)
        except PlanCompareError as error:
            assert "\n" not in str(error)

    return run


def _document(suffix: str) -> Callable[[Path, bytes], None]:
    def run(folder: Path, data: bytes) -> None:
        _clean(folder)
        path = folder / f"draft{suffix}"
        path.write_bytes(data)
        try:
            document = read(path)
        except PlanCompareError as error:
            assert "\n" not in str(error)
            return
        for note in document.notes:
            note_text(note, "zh")
        try:
            found = draft(document, words(), "d")
        except PlanCompareError:
            return
        text = plan_text(found, "full", "x.json", "en")
        made = folder / "d.yaml"
        made.write_text(text, "utf-8")
        file = PlanFile(made)  # raises where it is no sound plan
        assert not errors(load(folder).findings)
        grown = grown_text(file, found, "en")
        assert grown.added == 0, "what stands in a file is added again"
        if next(_turn) % 10 == 0:
            (folder / "east.yaml").write_text(EAST, "utf-8")
            _answered(lambda: gaps.on_screen(Session(folder), gaps.Wish(str(path), ("east",))))

    return run


@cache
def words() -> Any:
    """A small codebook and the shipped words that steer an encoding: all 37 themes would take most of the time."""
    with TemporaryDirectory() as name:
        return Vocabulary(*vocabulary(_clean(Path(name))))


# --- where inputs come from -------------------------------------------------------------------------------------------

EAST = small_plan(
    "east", ["id: e-1, text: 新建幼儿园, evidence: 新建幼儿园", "id: e-2, text: 培训, evidence: 教师培训"]
)
WEST = small_plan(
    "west",
    [
        "id: w-1, text: 新建3所幼儿园, evidence: [新建, {quote: 三所, prefix: 幼儿园}], named: [四春], also: [layout],"
        " targets: [{indicator: inclusive-coverage, op: '>=', value: 90, unit: '%', by: 2025, baseline: {value: 80}}]",
        "id: w-2, text: 开展教师培训, theme: training, strength: hedged, word: 力争, bodies: {lead: [教委]}",
    ],
    "source: {extent: excerpt, file: x.txt}\nreads: {preschool: whole, training: part}",
)
DECISIONS = (
    "# rulings\ndecisions:\n- {id: r, label: {zh: 甲, en: a}, same: [ea"
    "st/e-1, west/w-1], hashes: {east/e-1: 0123abcd}}\n"
    "- {different: [east/e-2, west/w-1], reason: 不同, who: 甲, date: 2026-01-31}\n"
    "- different:\n  - east/e-2\n  - west/w-2\n  reason: 'x: y'\nreviewed: {west: 2026-01-31}\n"
)
PLAIN = (
    "某区“十五五”教育发展规划（2026—2030年）\n\n一、发展基础\n“十四五”期间新建幼儿园12所。\n\n二、主要任务\n（一）学前教育\n到2030年，普惠性幼儿园覆盖率"
    "达到95%以上，新增学位3000个，新建、改扩建学校10所。\n1.推进区管校聘改革，教师交流轮岗比例不低于15%；确保编制达标。\n（二）保障\n牵头单位：区教委，区财政局。\n"
    "| 指标 | 单位 | 2025年 | 2030年 |\n| 大班额比例 | % | 3 | ≤1 |\n\n— 3 —\n"
)
PAGE = (
    "<!DOCTYPE html><html><head><meta charset=utf-8><title>某区教育规划（2026"
    "—2030年）</title></head><body><div class=nav><a href=#>首页</a></div>"
    "<h1>某区教育规划</h1><h2>一、任务</h2><p>到2030年，新建学校<b>10</b>所。</p>"
    "<ol start=3><li>推进区管校聘改革<ul><li>确保编制达标</ul></ol>"
    "<table><tr><th>指标<th colspan=2>2030年<tr><td rowspan=2>覆盖率<td>90%<"
    "td>95%<tr><td>1<td>2</table><pre>a\nb</pre></body></html>"
)
MARKED = (
    "# 某区规划（2026—2030年）\n\n## 一、任务\n\n- 新建学校10所，**确保**质量\n  1. 推进改革\n\n"
    "| 指标 | 2030 |\n|---|---|\n| 覆盖率 | ≥95% |\n\n> 引\n\n```\nx\n```\n"
)
SHEET = (
    'ruling,reason,score,a,text a,place a,b,text b,place b\nsame,"一, 样'
    '",70,east/e-1,新建,一,west/w-1,新建,二\nd,,60,east/e-2,培,一,west/w-2,训,二\n'
)


@cache
def plain_seeds() -> tuple[bytes, ...]:
    """A small plan in UTF-8 and GBK, and pieces of the invented plans of the tests."""
    whole = sorted((HERE / "texts").glob("*.txt"))
    return (PLAIN.encode(), PLAIN.encode("gb18030"), *(path.read_bytes()[:1500] for path in whole))


@cache
def word_seeds() -> tuple[bytes, ...]:
    """Small Word files: paragraphs, tables in tables, lists, revisions."""
    from tests.drafting.documents.support import cell, para, table, word

    bodies = [
        [
            para("一、任务", "Heading1"),
            para("到2030年，新建学校10所，确保编制达标。"),
            table(["指标", "2030年"], ["覆盖率", "95%"]),
        ],
        [
            para("二、保障"),
            f"<w:tbl><w:tr>{cell('牵头')}{cell('区教委')}</w:tr></w:tbl>",
            para("推进区管校聘改革；覆盖率达到90%以上。"),
        ],
    ]
    found = []
    for body in bodies:
        with TemporaryDirectory() as name:
            found.append(word(Path(name), *body).read_bytes())
    return tuple(found)


@cache
def pdf_seeds() -> tuple[bytes, ...]:
    """A page of text and a page with a ruled table."""
    from tests.drafting.documents.support import pdf

    texts = [(50.0, 760.0 - 20 * row, text) for row, text in enumerate(PLAIN.splitlines()) if text]
    rules = "".join(f"{x} 300 m {x} 400 l S\n" for x in (50, 150, 250)) + "".join(
        f"50 {y} m 250 {y} l S\n" for y in (300, 350, 400)
    )
    found = []
    for pages, drawn in (([texts], ""), ([[*texts, (60.0, 360.0, "指标"), (160.0, 360.0, "95%")]], rules)):
        with TemporaryDirectory() as name:
            found.append(pdf(Path(name), pages, drawn).read_bytes())
    return tuple(found)


def _book(rows: Sequence[Sequence[Any]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


@cache
def list_seeds() -> tuple[bytes, ...]:
    """A workbook of indicators and tasks."""
    rows: list[Any] = [
        ["主要指标", None, None],
        ["指标", "单位", "2030年"],
        ["覆盖率", "%", 0.95],
        ["大班额比例", "%", "≤1"],
        ["推进改革", "区教委", "2027年底"],
    ]
    return (_book(rows),)


@cache
def sheet_seeds() -> tuple[bytes, ...]:
    """A filled sheet of pairs as a workbook."""
    return (_book([line.split(",") for line in SHEET.replace('"一, 样"', "一样").splitlines()]),)


def _zipped(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    return mutated_zip(data, random)


def _paper(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    return mutated_pdf(data, random)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")


KINDS: Mapping[str, Kind] = {
    "plan": Kind(_file_of("west"), lambda: (WEST.encode(), EAST.encode())),
    "codebook": Kind(_file_of("codebook"), lambda: (CODEBOOK.encode(),)),
    "indicators": Kind(_file_of("indicators"), lambda: (INDICATORS.encode(),)),
    "decisions": Kind(_file_of("decisions"), lambda: (DECISIONS.encode(),)),
    "rulings": Kind(
        _rulings, lambda: (DECISIONS.encode(), DECISIONS.replace("\n", "\r\n").encode(), b"decisions: []\n")
    ),
    "csv": Kind(_sheet(".csv"), lambda: (SHEET.encode(), SHEET.encode("gb18030"), SHEET.encode("utf-8-sig"))),
    "xlsx": Kind(_sheet(".xlsx"), sheet_seeds, _zipped),
    "txt": Kind(_document(".txt"), plain_seeds),
    "md": Kind(_document(".md"), lambda: (MARKED.encode(),)),
    "html": Kind(_document(".html"), lambda: (PAGE.encode(), PAGE.replace("utf-8", "gbk").encode("gbk"))),
    "docx": Kind(_document(".docx"), word_seeds, _zipped),
    "pdf": Kind(_document(".pdf"), pdf_seeds, _paper),
    "lists": Kind(_document(".xlsx"), list_seeds, _zipped),
    "drawn": Kind(_collection, strategy=strategies.collection.map(lambda value: json.dumps(value).encode())),
    "text": Kind(_document(".txt"), strategy=strategies.document.map(_encoded)),
}


def inputs(random: Random, kinds: Sequence[str], until: float) -> Iterator[Input]:
    """Inputs of these kinds, in turn, until the time is up; some are changed once more and once more."""
    pools = {name: [*KINDS[name].seeds()] for name in kinds}
    while time.monotonic() < until:
        for name in kinds:
            kind = KINDS[name]
            if kind.strategy is not None:
                yield from (Input(name, data, kind.run) for data in drawn(kind.strategy, random.getrandbits(32)))
                continue
            for _ in range(DRAWN // 5):
                data = kind.change(random.choice(pools[name]), random, pools[name])
                yield Input(name, data, kind.run)


def drawn(strategy: st.SearchStrategy[bytes], number: int) -> list[bytes]:
    """Examples of a strategy, from a seed."""
    found: list[bytes] = []

    @seed(number)
    @settings(
        max_examples=DRAWN,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        derandomize=False,
    )
    @given(strategy)
    def gather(data: bytes) -> None:
        found.append(data)

    gather()
    return found
