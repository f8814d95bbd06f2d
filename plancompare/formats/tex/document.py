"""A report as LaTeX source: compiles with XeLaTeX. Texts of plans go through `text.escaped` and nowhere else."""

from collections.abc import Iterator, Mapping, Sequence

from plancompare.formats.paged.chapters import PADDING, Table, anchors, chapters, dated
from plancompare.formats.paged.pieces import WHOLE, pieces
from plancompare.formats.paged.setting import Content, Run, SetLine, Slot
from plancompare.formats.tex.preamble import preamble
from plancompare.formats.tex.text import escaped
from plancompare.telling.blocks import Heading, Prose, Report, Watch, unwatched

SECTIONS = ("section", "subsection", "subsubsection")
HEADING, TABLE_HEAD = 36, 60  # points that a heading takes, and a table's caption with its head
LEADING = 1.25  # from line to line, in sizes of letters
SIDES = {"number": "R", "mark": "C", "count": "C"}
STATES = {
    "made": r"\pcmade{}",
    "not_found": r"\pcnotfound{}",
    "not_covered": r"\pcnotcovered{}",
    "not_applicable": r"\pcnotapplicable{}",
}
Rows = Mapping[str, str]


def render(report: Report, watch: Watch = unwatched) -> bytes:
    """The report as UTF-8 text."""
    return "\n".join([*_lines(report, watch), ""]).encode()


def _lines(report: Report, watch: Watch) -> Iterator[str]:
    rows = anchors(report)
    front, *told = chapters(report, watch)
    yield preamble(report.title, report.lang)
    yield r"\begin{document}"
    yield rf"{{\centering\LARGE\bfseries {escaped(report.title)}\par}}\medskip"
    if report.date:
        yield rf"{{\centering\pcfaint{{{escaped(dated(report))}}}\par}}\medskip"
    for block in front.blocks:
        yield from _block(block, rows)
    yield r"\tableofcontents\clearpage"
    across = False
    for chapter in told:
        if chapter.across != across:
            yield r"\end{landscape}" if across else r"\begin{landscape}"
        across = chapter.across
        for place, block in enumerate(chapter.blocks):
            if not isinstance(block, Prose):
                yield rf"\pcneed{{{_need(chapter.blocks[place:])}bp}}"
            yield from _block(block, rows)
    if across:
        yield r"\end{landscape}"
    yield r"\label{pclast}"
    yield r"\end{document}"


def _need(blocks: Sequence[Heading | Prose | Table]) -> int:
    """Points that a heading or table needs so as not to stand alone: down to the first line of a table or of prose."""
    room = 0
    for block in blocks:
        if isinstance(block, Table):
            first = min(block.height(block.setting.lines[0]), WHOLE)
            return room + TABLE_HEAD + int(first * block.size * LEADING)
        if isinstance(block, Prose):
            break
        room += HEADING
    return room + HEADING


def _block(block: Heading | Prose | Table, rows: Rows) -> Iterator[str]:
    if isinstance(block, Heading):
        yield rf"\{SECTIONS[min(block.level, 3) - 1]}{{{escaped(block.text)}}}"
    elif isinstance(block, Prose):
        yield rf"\pccommand{{{escaped(block.text)}}}" if block.code else rf"{escaped(block.text)}\par"
    else:
        yield from _table(block, rows)


def _table(table: Table, rows: Rows) -> Iterator[str]:
    setting, size = table.setting, table.size
    columns = "".join(
        f"{SIDES.get(slot.kind, 'L')}{{{(width - 2 * PADDING) / 20:g}bp}}"
        for slot, width in zip(setting.slots, table.widths, strict=True)
    )
    heads = " & ".join(_head(slot, setting.turned) for slot in setting.slots)
    yield rf"{{\fontsize{{{size:g}bp}}{{{size * LEADING:g}bp}}\selectfont\LTcapwidth=\linewidth"
    yield rf"\begin{{longtable}}{{{columns}}}"
    yield rf"\caption{{{escaped(setting.grid.caption)}}}\\"
    yield rf"\toprule {heads} \\ \midrule \endfirsthead"
    yield rf"\toprule {heads} \\ \midrule \endhead"
    yield r"\endfoot \bottomrule \endlastfoot"
    for place, line in enumerate(setting.lines):
        if place:
            yield r"\pcrule"
        yield from _line(table, line, rows)
    yield r"\end{longtable}}"
    for note in (setting.key, setting.grid.note):
        if note:
            yield rf"\pcnote{{{escaped(note)}}}"


def _head(slot: Slot, turned: bool) -> str:
    told = rf"\pcstrong{{{escaped(slot.head)}}}"
    if turned and slot.kind == "mark":
        return rf"\pcturned{{{told}}}"
    return rf"{told}\par\pcid{{{escaped(slot.under)}}}" if slot.under else told


def _line(table: Table, line: SetLine, rows: Rows) -> Iterator[str]:
    """A line of the table, or the pieces of a tall one; its first cell is a row's anchor, or the way to it."""
    for place, piece in enumerate(pieces(table, line)):
        told = [_content(content) for content in piece]
        name = rows.get(line.row)
        if name and place == 0:
            told[0] = (
                rf"{told[0]}\hypertarget{{{name}}}{{}}" if table.setting.rows else rf"\hyperlink{{{name}}}{{{told[0]}}}"
            )
        yield rf"{' & '.join(told)} \\"


def _content(content: Content) -> str:
    return r"\par ".join("".join(_run(run) for run in paragraph) for paragraph in content)


def _run(run: Run) -> str:
    if run.style in STATES:
        return STATES[run.style]
    words = escaped(run.text)
    return rf"\pc{run.style}{{{words}}}" if run.style else words
