"""CSV: of a comparison a line for each row, plan and commitment (or candidate), or a 0/1 table; of gaps a line for
each and peer.

The one place that keeps a plan's words from becoming a formula in a spreadsheet.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO

from plancompare.asking.desk.gaps import Gaps
from plancompare.comparing.comparison import Comparison
from plancompare.comparing.rows import CellStatus
from plancompare.comparing.targets import shown
from plancompare.model import Commitment, Lang
from plancompare.telling.blocks import Watch, unwatched
from plancompare.telling.text import printable

Value = str | int | float | bool | None
# the full-width forms too: spreadsheets in East Asian locales read them as the same signs
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def safe(value: str) -> str:
    """A text that no spreadsheet takes for a formula, and without characters that steer a terminal or break XML."""
    return f"'{printable(value)}" if formula_like(value) else printable(value)


def plain_cell(cell: str) -> str:
    """A cell of a sheet that was filled, without the sign that keeps it from being a formula."""
    bare = cell.strip()
    return bare[1:] if bare.startswith("'") and safe(bare[1:]) == bare else bare


def formula_like(value: str) -> bool:
    """Whether a spreadsheet could take a text for a formula."""
    return value.lstrip().startswith(_FORMULA) or value.startswith(("\t", "\r"))


def csv_text(heads: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """Heads and rows as CSV (RFC 4180, but lines end in LF); texts made safe, numbers left numbers, None empty."""
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow([safe(head) for head in heads])
    writer.writerows([safe(value) if isinstance(value, str) else value for value in row] for row in rows)
    return buffer.getvalue()


LONG = (
    "row", "theme", "label", "status", "made", "covered", "decided", "weakest_link", "plan", "state", "commitment",
    "text", "targets", "strength", "word", "place", "evidence", "reason", "score", "unsure", "standard",
)  # fmt: skip
GAPS = (
    "kind", "row", "theme", "label", "made", "covered", "plan", "commitment", "text", "targets", "place", "evidence",
    "nearest", "nearest_text", "nearest_score", "unsure", "said", "said_score", "standard", "campaign_until",
)  # fmt: skip
WIDE = ("row", "theme", "label", "status", "made", "unsure", "covered", "decided", "weakest_link")
# what a cell of the wide form says: 1 made, 0 not found; what cannot be said stays empty, what cannot apply is named
_STATES: Mapping[CellStatus, str | int | None] = {
    "made": 1, "unsure": "unsure", "not_found": 0, "not_covered": None, "not_applicable": "n/a",
}  # fmt: skip


def render(
    comparison: Comparison, lang: Lang = "en", watch: Watch = unwatched, *, wide: bool = False, excel: bool = False
) -> bytes:
    """The rows, in the long form or the ``wide`` one; ``excel`` puts a byte order mark before them."""
    rows = (
        csv_text((*WIDE, *(p.id for p in comparison.plans)), _wide(comparison, lang))
        if wide
        else _long_text(comparison, lang)
    )
    return rows.encode("utf-8-sig" if excel else "utf-8")


def _long_text(comparison: Comparison, lang: Lang) -> str:
    return csv_text(LONG, _long(comparison, lang))


def _wide(comparison: Comparison, lang: Lang) -> Iterator[list[Value]]:
    for row in comparison.rows:
        start: list[Value] = [row.id, row.theme, row.label.of(lang), row.status, row.made, row.unsure, row.covered]
        states = [_STATES[cell.status] for cell in row.cells.values()]
        yield [*start, int(row.decided), row.weakest_link, *states]


def _long(comparison: Comparison, lang: Lang) -> Iterator[list[Value]]:
    for row in comparison.rows:
        start: list[Value] = [row.id, row.theme, row.label.of(lang), row.status, row.made, row.covered]
        start += [int(row.decided), row.weakest_link]
        end: list[Value] = [row.unsure, row.standard or None]
        for plan, cell in row.cells.items():
            if not cell.commitments and not cell.candidates:
                yield [*start, plan, cell.status, *[None] * 7, cell.reason or None, None, *end]
            for commitment in cell.commitments:
                yield [*start, plan, cell.status, *_words(commitment), None, None, *end]
            for near in cell.candidates:
                yield [*start, plan, cell.status, *_words(near.commitment), None, near.score, *end]


def _words(commitment: Commitment) -> tuple[Value, ...]:
    """A commitment in its plan's words, with figures, strength, place and phrases."""
    figures = "; ".join(shown(target) for target in commitment.targets)
    quotes = " | ".join(evidence.quote for evidence in commitment.evidence)
    words = (commitment.id, commitment.text, figures, commitment.strength, commitment.word)
    return (*words, commitment.place, quotes)


def gaps_csv(gaps: Gaps, lang: Lang, excel: bool = False) -> bytes:
    """A line for each gap and each commitment of a peer."""
    return csv_text(GAPS, _gap_lines(gaps, lang)).encode("utf-8-sig" if excel else "utf-8")


def _gap_lines(gaps: Gaps, lang: Lang) -> Iterator[list[Value]]:
    for gap in gaps.gaps:
        row, near = gap.row, gap.nearest
        tail: list[Value] = [near.commitment.id, near.commitment.text, near.score] if near else [None, None, None]
        said: list[Value] = [gap.echoes[0].said.text, gap.echoes[0].score] if gap.echoes else [None, None]
        end: list[Value] = [*said, row.standard or None, gap.until]
        for c in row.commitments:
            figures, quotes = "; ".join(map(shown, c.targets)), " | ".join(e.quote for e in c.evidence)
            start: list[Value] = [gap.kind, row.id, row.theme, row.label.of(lang), gap.made, gap.covered]
            yield [*start, c.plan, c.id, c.text, figures, c.place, quotes, *tail, gap.unsure, *end]
