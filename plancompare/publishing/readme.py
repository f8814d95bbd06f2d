"""README.md of the data set: what is in it, how a blank is to be read, how it was made and can be made again."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.rows import STATES
from plancompare.formats import markdown
from plancompare.publishing.imprint import Imprint, stamp, version
from plancompare.publishing.table import Table
from plancompare.telling.blocks import Block, Column, Grid, Heading, Line, Prose, Report
from plancompare.telling.overview import findings_in_figures, scope
from plancompare.telling.report import findings, method, narrowing, reproduction
from plancompare.telling.source import Source

_FILES = {
    "datapackage.json": "datapackage",
    "CITATION.cff": "citation",
    "coding-manual.md": "manual",
    "codebook.qdc": "qdc",
    "project.qdpx": "qdpx",
}


class Telling(NamedTuple):
    """What the read-me tells besides the comparison: whether there is a coding manual, and a byte order mark;
    what the project's texts are (``texts``), and the command line that makes it all again.
    """

    manual: bool
    excel: bool
    texts: tuple[str, ...]
    command: str


def readme(comparison: Comparison, imprint: Imprint, tables: Sequence[Table], telling: Telling) -> bytes:
    """The read-me, in the comparison's language."""
    source = Source(comparison, imprint.lang, telling.command)
    limits = narrowing(source)
    blocks: list[Block] = [Prose(source.say("publish_abstract", plans=_listed(source)))]
    blocks += [Prose(limits)] if limits else []
    blocks += _files(source, tables, telling.manual)
    blocks += _states(source)
    blocks += _conventions(source, telling.excel)
    blocks += [Heading(1, source.say("publish_qda"), "qda"), Prose(source.say("publish_qda_told"))]
    blocks += map(Prose, telling.texts)
    blocks += _licence(source, imprint)
    for chapter in (scope, findings_in_figures, method, findings):
        blocks += map(_as_chapter, chapter(source))
    again = [*map(_as_chapter, reproduction(source))]
    blocks += [again[0], Prose(source.say("publish_again")), *again[1:]]
    day = stamp(comparison, imprint)
    return markdown.render(
        Report(imprint.title, source.lang, tuple(blocks), {}, source.names, source.themes, limits, day)
    )


def _as_chapter(block: Block) -> Block:
    """What is a part of a report's last annex is a chapter here."""
    return block._replace(level=1) if isinstance(block, Heading) else block


def _listed(source: Source) -> str:
    return source.plans_named([plan.id for plan in source.comparison.plans])


def _files(source: Source, tables: Sequence[Table], manual: bool) -> Iterator[Block]:
    say = source.say
    yield Heading(1, say("publish_files"), "files")
    files = {path: key for path, key in _FILES.items() if manual or key != "manual"}
    lines = [Line((path, say(f"publish_file_{key}"))) for path, key in files.items()]
    lines.append(Line(("collection/", say("publish_file_collection"))))
    heads = (Column(say("report_file")), Column(say("publish_about")))
    yield Grid("files", "files", say("publish_beside"), heads, tuple(lines))
    counted = (heads[0], Column(say("publish_lines"), "number"), heads[1])
    sizes = tuple(Line((table.path, len(table.lines), table.about.of(source.lang))) for table in tables)
    yield Grid("tables", "tables", say("publish_tables"), counted, sizes)


def _states(source: Source) -> Iterator[Block]:
    say = source.say
    yield Heading(1, say("publish_states"), "states")
    lines = tuple(Line((state, say(state), say(f"publish_{state}"))) for state in STATES)
    heads = (Column("status"), Column(say("publish_called")), Column(say("publish_meaning")))
    yield Grid("states", "states", say("publish_state"), heads, lines, say("publish_k_of_n"))


def _conventions(source: Source, excel: bool) -> Iterator[Block]:
    yield Heading(1, source.say("publish_csv"), "csv")
    yield Prose(source.say("publish_csv_told"))
    if excel:
        yield Prose(source.say("publish_bom"))
    yield Prose(source.say("publish_words"))


def _licence(source: Source, imprint: Imprint) -> Iterator[Block]:
    yield Heading(1, source.say("publish_licence"), "licence")
    authors = ("、" if source.lang == "zh" else "; ").join(imprint.authors)
    yield Prose(source.say("publish_authored", authors=authors, version=version(source.comparison, imprint)))
    licensed = source.say("publish_licensed", licence=imprint.licence)
    yield Prose(licensed if imprint.licence else source.say("publish_unlicensed"))
