"""What each input of `make fuzz` goes through: a small collection in which one file, or what is typed, is hostile."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, redirect_stderr, redirect_stdout, suppress
from functools import cache
from io import StringIO
from itertools import count
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any, cast
from unittest.mock import patch

from plancompare import checks
from plancompare.commands import diff, explain, gaps, home, keyboard, matrix, review, search, show, standards
from plancompare.commands import list as listing
from plancompare.commands import targets as figures
from plancompare.commands.output import Outcome
from plancompare.commands.report import Form, rendered
from plancompare.commands.session import Session
from plancompare.commands.streams import Gate
from plancompare.comparing.comparison import compare
from plancompare.drafting import draft, read
from plancompare.drafting.encoding.draft import Vocabulary
from plancompare.errors import PlanCompareError
from plancompare.findings import errors
from plancompare.formats import FORMATS
from plancompare.formats.code_sheet import read_codes
from plancompare.formats.sheet import read_sheet
from plancompare.formats.terminal import write
from plancompare.formats.terminal.screen import Screen
from plancompare.model import Corpus
from plancompare.reading.collection import load, vocabulary
from plancompare.reading.writing.codes import Code, CodedFile
from plancompare.reading.writing.growth import PlanFile
from plancompare.reading.writing.rulings import Ruling, RulingsFile
from plancompare.telling.drafts import grown_text, note_text, plan_text
from plancompare.telling.text import cleared
from tests.support import CODEBOOK, INDICATORS, whole
from tests.support import plan_text as small_plan
from tests.terminals import STEERING, STYLE

EAST = small_plan(
    "east",
    [
        "id: e-1, text: 新建幼儿园, standard: nurseries, evidence: 新建幼儿园",
        "id: e-2, text: 培训, evidence: 教师培训",
    ],
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
STANDARDS = """\
theme: preschool
standards:
- id: nurseries
  label: {zh: 新建幼儿园, en: New nurseries}
  definition: 建园
  wordings: [新建幼儿园, 扩建幼儿园, 幼儿园改造]
  not: [新建学校]
- id: coverage
  label: {zh: 普惠覆盖, en: Coverage}
  aliases: [inclusive]
  also: [layout]
  wordings: [普惠园覆盖率, 普惠性幼儿园达到九成, 公办园占比]
- id: games
  label: {zh: 举办运动会, en: Games}
  dated: {until: 2022}
  wordings: [举办运动会, 开展球类比赛, 全民健身比赛]
"""
_turn = count()


def _harmless(text: str) -> None:
    found = STEERING.search(text.replace("\r\n", "\n"))
    assert not found, f"steers a terminal: {text[max(0, found.start() - 40) : found.end() + 10]!r}"


def _shown(outcome: Outcome) -> None:
    """An answer as a terminal with colours and as a pipe gets it."""
    if outcome.data is not None:
        _harmless(cleared(whole(outcome.data).decode()))
    blocks = list(outcome.blocks)
    for screen in (Screen(width=60, tty=True, colours=True), Screen("zh", ascii=True)):
        write(blocks, screen)
        _harmless(STYLE.sub(b"", cleared(screen.text()).encode()).decode())


def _answered(ask: Callable[[], Outcome]) -> None:
    """An answer, or an error that a person can act on; blocks are made while they are shown."""
    with suppress(PlanCompareError):
        _shown(ask())


def _compared(folder: Path, corpus: Corpus) -> None:
    """A comparison in one format and one answer, in turn; errors of a user are fine."""
    turn = next(_turn)
    for finding in checks.run(corpus):
        assert "\n" not in str(finding)
    if not corpus.plans:
        return
    try:
        comparison = compare(corpus)
    except PlanCompareError as error:  # a learned table is damaged
        assert "\n" not in str(error)
        return
    names = list(FORMATS)
    name = names[turn % len(names)]
    data = rendered(comparison, Form(name, wide=bool(turn % 2)), ("zh", "en")[turn % 2])
    if not FORMATS[name].binary:
        _harmless(whole(data).decode())
    session = Session(folder, "zh" if turn % 3 else "en", alone=bool(turn % 2))
    plan, rows = corpus.plans[turn % len(corpus.plans)].id, comparison.rows or [None]
    row = rows[turn % len(rows)]
    asks = _asks(session, corpus, plan, row.id if row else "1")
    _answered(asks[turn % len(asks)])


def _asks(session: Session, corpus: Corpus, plan: str, row: str) -> "list[Callable[[], Outcome]]":
    """What is asked of a collection: of a plan, of a row, and of all."""
    every = tuple(plan.id for plan in corpus.plans)
    standard = next(iter(corpus.catalogue.standards), "nurseries")
    return [
        lambda: listing.overview(session),
        lambda: show.one_plan(session, plan),
        lambda: diff.differences(session, diff.Request(every if len(every) > 1 else (plan, plan))),
        lambda: matrix.table(session, every, matrix.View(rows=True)),
        lambda: figures.figures(session, (), figures.Request()),
        lambda: search.answer(session, search.Request("学校 90%")),
        lambda: gaps.on_screen(session, gaps.Wish(plan, own=True)),
        lambda: gaps.on_screen(session, gaps.Wish(plan)),
        lambda: home.first_screen(session),
        lambda: standards.catalogue(session, standards.Request(every=True)),
        lambda: standards.catalogue(session, standards.Request(missing=plan), as_json=True),
        lambda: search.answer(session, search.Request(row), cite=True),
        lambda: search.answer(session, search.Request(standard), cite=True),
        lambda: explain.explanation(session, row, plan, (), True),
        lambda: explain.explanation(session, standard, plan, (), True),
        lambda: explain.explanation(session, row, None, (), True),
    ]


def clean(folder: Path) -> Path:
    """The folder with codebook, indicators and catalogue of a small collection, and nothing else."""
    for path in folder.iterdir():
        rmtree(path) if path.is_dir() else path.unlink()
    (folder / "codebook.yaml").write_text(CODEBOOK, "utf-8")
    (folder / "indicators.yaml").write_text(INDICATORS, "utf-8")
    (folder / "standards").mkdir()
    (folder / "standards" / "preschool.yaml").write_text(STANDARDS, "utf-8")
    return folder


def small(folder: Path) -> Path:
    """A small collection of two plans."""
    clean(folder)
    for plan, text in (("east", EAST), ("west", WEST)):
        (folder / f"{plan}.yaml").write_text(text, "utf-8")
    return folder


@cache
def _below() -> Path:
    """A small collection that lies below all others, in place of the one that is shipped; gone with the process."""
    home = TemporaryDirectory()
    _kept.append(home)
    return small(Path(home.name))


_kept: list[TemporaryDirectory[str]] = []


@contextmanager
def _layered() -> Iterator[None]:
    """The small collection stands for the one shipped, which would take most of the time."""
    with patch("plancompare.reading.collection.shipped", _below):
        yield


def file_of(name: str) -> Callable[[Path, bytes], None]:
    """One file of a small collection is the input, the others are sound."""

    def run(folder: Path, data: bytes) -> None:
        small(folder)
        (folder / name).write_bytes(data)
        with _layered():
            _compared(folder, load(folder))

    return run


def laid_over(folder: Path, data: bytes) -> None:
    """A folder that holds nothing but this plan lies over a sound collection."""
    for path in folder.iterdir():
        rmtree(path) if path.is_dir() else path.unlink()
    (folder / "west.yaml").write_bytes(data)
    with _layered():
        corpus = Session(folder).layered()
        assert corpus is not None
        _compared(folder, corpus)


def all_files(folder: Path, data: bytes) -> None:
    """The plans and rulings of a collection, as one JSON object: file -> what it holds."""
    clean(folder)
    for name, value in json.loads(data).items():
        (folder / f"{name}.yaml").write_text(json.dumps(value), "utf-8")
    with _layered():
        _compared(folder, load(folder))


def rulings(folder: Path, data: bytes) -> None:
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


def codes(folder: Path, data: bytes) -> None:
    """The first commitments of a plan file are coded and all codes are taken back: then it is as it was."""
    path = folder / "coded.yaml"
    path.write_bytes(data)
    file = CodedFile(path)
    with suppress(PlanCompareError):
        for commitment in PlanFile(path).plan.commitments[:8]:
            if file.add(Code(commitment.id, commitment.text, "nurseries")):
                same = (c for c in PlanFile(path).plan.commitments if c.id == commitment.id)
                assert next(same).standard == "nurseries"  # the first of that id is the one that is read
    while file.undo():
        pass
    assert path.read_bytes() == data


def sheet(suffix: str) -> Callable[[Path, bytes], None]:
    """A filled sheet, of pairs or of codes."""

    def run(folder: Path, data: bytes) -> None:
        path = folder / f"sheet{suffix}"
        path.write_bytes(data)
        try:
            if read_codes(path) is None:
                read_sheet(path)
        except PlanCompareError as error:
            assert "\n" not in str(error)

    return run


def filled(folder: Path, data: bytes) -> None:
    """A filled sheet is read back into a small collection, whose words stay as they were."""
    small(folder)
    path = folder / "sheet.csv"
    path.write_bytes(data)
    before = {c.key: c.text for c in load(folder).commitments()}
    with _layered():
        _reviewed(folder, review.Request(day="2026-01-31", batch=path))
    _sound(folder, before)


def keys(folder: Path, data: bytes) -> None:
    """What a person types while `review` codes and rules, on a terminal and through a pipe."""
    small(folder)
    before = {c.key: c.text for c in load(folder).commitments()}
    source, other = os.pipe()
    os.write(other, data[:4000])  # more than this a pipe need not take at once
    os.close(other)
    typing = bool(next(_turn) % 2)
    with (
        _layered(),
        os.fdopen(source, encoding="utf-8", errors="surrogateescape") as stdin,
        patch.object(sys, "stdin", stdin),
        patch.object(keyboard.Keyboard, "_is_typing", lambda self: typing),
        patch.object(keyboard, "_one_by_one", nullcontext),
    ):
        _reviewed(folder, review.Request(day="2026-01-31"))
    _sound(folder, before)


def _reviewed(folder: Path, asked: review.Request) -> None:
    streams = StringIO(), StringIO()
    out, err = (cast(Any, Gate(stream, vital=False)) for stream in streams)
    with redirect_stdout(out), redirect_stderr(err):
        try:
            review.review(Session(folder, alone=bool(next(_turn) % 2)), asked)
        except PlanCompareError as error:
            assert "\n" not in str(error)
    for stream in streams:
        _harmless(stream.getvalue())


def _sound(folder: Path, before: dict[str, str]) -> None:
    corpus = load(folder)
    assert not errors(corpus.findings), corpus.findings
    assert {c.key: c.text for c in corpus.commitments()} == before
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]


def words(folder: Path, data: bytes) -> None:
    """Words that a person types, as every argument that takes words or names."""
    typed = data.decode("utf-8", "surrogateescape")
    session = Session(_below(), ("zh", "en")[next(_turn) % 2], alone=True)
    asks: list[Callable[[], Outcome]] = [
        lambda: search.answer(session, search.Request(typed)),
        lambda: search.answer(session, search.Request(typed), cite=True),
        lambda: search.answer(session, search.Request("", theme=typed), as_json=True),
        lambda: explain.explanation(session, typed, None, (), True),
        lambda: explain.explanation(session, typed, "east", (), True),
        lambda: explain.explanation(session, "nurseries", typed, (), True),
        lambda: standards.catalogue(session, standards.Request(typed)),
        lambda: standards.catalogue(session, standards.Request(missing=typed)),
        lambda: show.one_plan(session, typed),
        lambda: diff.differences(session, diff.Request((typed, "east"))),
    ]
    with _layered():
        _answered(asks[next(_turn) // 2 % len(asks)])


def document(suffix: str) -> Callable[[Path, bytes], None]:
    """A text is read and encoded; the encoding reads back as a sound plan, and nothing of it would be added again."""

    def run(folder: Path, data: bytes) -> None:
        clean(folder)
        path = folder / f"draft{suffix}"
        path.write_bytes(data)
        try:
            text = read(path)
        except PlanCompareError as error:
            assert "\n" not in str(error)
            return
        for note in text.notes:
            note_text(note, "zh")
        try:
            found = draft(text, vocabulary_of_tests(), "d")
        except PlanCompareError:
            return
        made = folder / "d.yaml"
        made.write_text(plan_text(found, "full", "x.json", "en"), "utf-8")
        file = PlanFile(made)  # raises where it is no sound plan
        assert not errors(load(folder).findings)
        grown = grown_text(file, found, "en")
        assert grown.added == 0, "what stands in a file is added again"
        if next(_turn) % 10 == 0:
            (folder / "east.yaml").write_text(EAST, "utf-8")
            _answered(lambda: gaps.on_screen(Session(folder, alone=True), gaps.Wish(str(path), ("east",))))

    return run


@cache
def vocabulary_of_tests() -> Any:
    """A small codebook and the shipped words that steer an encoding: all 37 themes would take most of the time."""
    with TemporaryDirectory() as name:
        return Vocabulary(*vocabulary(clean(Path(name))))
