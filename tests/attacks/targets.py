"""What `make fuzz` throws at the program: kinds of inputs, where they come from, and what each has to go through."""

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.attacks import strategies, through
from tests.attacks.mutations import mutated, mutated_pdf, mutated_zip
from tests.attacks.through import EAST, STANDARDS, WEST
from tests.comparing.collections import THEME_WORDS
from tests.support import CODEBOOK, INDICATORS

HERE = Path(__file__).parent.parent
DRAWN = 100  # examples that hypothesis draws in one go
LEAST = 0.0003  # seconds that an input counts for beside its own, or the cheapest kinds would be nearly all


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


# --- where inputs come from -------------------------------------------------------------------------------------------

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


CODES = (
    "standard,commitment,text,place,evidence,1,2,3,4,5,none\n"
    "1,east/e-2,培训,一,教师培训,nurseries 新建,games 运动,,,,none\n"
    ",west/w-1,新建3所幼儿园,一,新建,nurseries 新建幼儿园,,,,,none\nnone,west/w-2,开展教师培训,一,,,,,,,none\n"
)
BLOCKS = (
    "id: west\nname: 西\nsections:\n- heading: 任务\n  commitments:\n  - id: w-1\n"
    "    text: 新建3所幼儿园\n    theme: layout\n  # a note\n  - text: 开展教师培训\n"
    "    id: w-2  # first\n  - {id: w-3, text: '培训, 研修'}\n"
    "  -\n    id: w-4\n    text: >-\n"
    "      推进改革\n    evidence: 改革\n"
)
KEYS = ("1\n2\nn\nb\n1\nq\n", "/\n运动会\n1\nn\ns\nd\nu\nb\ns\n", "1n/幼儿园\n1bbn", "un/a\nb1\x1b[A1sd")
ASKED = (
    *(
        "nurseries",
        "inclusive",
        "新建幼儿园",
        "教师 培训",
        "east/e-1",
        "e-1",
        "东",
        "preschool",
        "学前教育",
        "覆盖率 >=90%",
    ),
    *("2025", "90%", "east.yaml", "新建 幼儿园 2025", "New nurseries", "a b", "/", "west"),
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
    """Filled sheets of pairs and of codes as workbooks."""
    plain = (SHEET.replace('"一, 样"', "一样"), CODES)
    return tuple(_book([line.split(",") for line in text.splitlines()]) for text in plain)


def _zipped(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    return mutated_zip(data, random)


def _paper(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    return mutated_pdf(data, random)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _all(*texts: str) -> Callable[[], tuple[bytes, ...]]:
    return lambda: tuple(text.encode() for text in texts)


KINDS: Mapping[str, Kind] = {
    "plan": Kind(through.file_of("west.yaml"), _all(WEST, EAST)),
    "over": Kind(through.laid_over, _all(WEST, EAST)),
    "codebook": Kind(through.file_of("codebook.yaml"), _all(CODEBOOK)),
    "standards": Kind(through.file_of("standards/preschool.yaml"), _all(STANDARDS)),
    "tables": Kind(through.file_of("standards/learned-themes.json"), _all(THEME_WORDS)),
    "indicators": Kind(through.file_of("indicators.yaml"), _all(INDICATORS)),
    "decisions": Kind(through.file_of("decisions.yaml"), _all(DECISIONS)),
    "rulings": Kind(through.rulings, _all(DECISIONS, DECISIONS.replace("\n", "\r\n"), "decisions: []\n")),
    "codes": Kind(through.codes, _all(BLOCKS, BLOCKS.replace("\n", "\r\n"), WEST)),
    "keys": Kind(through.keys, _all(*KEYS)),
    "words": Kind(through.words, _all(*ASKED)),
    "csv": Kind(
        through.sheet(".csv"),
        lambda: (*_all(SHEET, CODES)(), SHEET.encode("gb18030"), CODES.encode("gb18030"), SHEET.encode("utf-8-sig")),
    ),
    "filled": Kind(through.filled, _all(SHEET, CODES)),
    "xlsx": Kind(through.sheet(".xlsx"), sheet_seeds, _zipped),
    "txt": Kind(through.document(".txt"), plain_seeds),
    "md": Kind(through.document(".md"), _all(MARKED)),
    "html": Kind(through.document(".html"), lambda: (PAGE.encode(), PAGE.replace("utf-8", "gbk").encode("gbk"))),
    "docx": Kind(through.document(".docx"), word_seeds, _zipped),
    "pdf": Kind(through.document(".pdf"), pdf_seeds, _paper),
    "lists": Kind(through.document(".xlsx"), list_seeds, _zipped),
    "drawn": Kind(through.all_files, strategy=strategies.collection.map(lambda value: json.dumps(value).encode())),
    "text": Kind(through.document(".txt"), strategy=strategies.document.map(_encoded)),
}


def inputs(random: Random, kinds: Sequence[str], until: float) -> Iterator[Input]:
    """Inputs of these kinds, in turn, until the time is up; some are changed once more and once more.

    The next kind is that which took least so far, so that kinds that are cheap get more inputs than dear ones.
    """
    pools = {name: [*KINDS[name].seeds()] for name in kinds}
    spent = dict.fromkeys(kinds, 0.0)
    while time.monotonic() < until:
        name = min(kinds, key=spent.__getitem__)
        started = time.process_time()
        number = 0
        for data in _some(KINDS[name], pools[name], random):
            yield Input(name, data, KINDS[name].run)
            number += 1
        spent[name] += time.process_time() - started + number * LEAST


def _some(kind: Kind, pool: Sequence[bytes], random: Random) -> Iterator[bytes]:
    if kind.strategy is not None:
        yield from drawn(kind.strategy, random.getrandbits(32))
    else:
        yield from (kind.change(random.choice(pool), random, pool) for _ in range(DRAWN // 5))


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
