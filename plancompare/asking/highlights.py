"""Findings worth knowing at first sight: each computed from the comparison, each with a place to look it up."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from plancompare.asking.promise import of_the_same_code, promise_of
from plancompare.asking.usual import usual_promises
from plancompare.comparing.comparison import Comparison
from plancompare.comparing.rows import Row
from plancompare.model import Corpus, Standard

Kind = Literal["everyone", "one_lacks", "figures", "one_makes", "nobody"]
LEAST = 2  # texts that must be able to tell before anything is said of a promise that nobody makes


class Highlight(NamedTuple):
    """A finding: about a ``row``, or about ``number`` usual promises of which ``standard`` is an example.

    ``plan`` is the id of the one that lacks or makes it, "" where the finding is about several.
    """

    kind: Kind
    row: Row | None = None
    plan: str = ""
    standard: Standard | None = None
    number: int = 0


def highlights(corpus: Corpus, comparison: Comparison) -> tuple[Highlight, ...]:
    """At most one of each kind, in the order of ``Kind``, each of another row: the one that most texts speak of."""
    rows = [row for row in comparison.rows if row.comparable and not row.unsure]
    chosen: list[Highlight] = []
    for finder in _OF_ROWS:
        taken = {one.row.id for one in chosen if one.row}
        one = finder(comparison, [row for row in rows if row.id not in taken])
        chosen += [one] if one else []
    nobody = _nobody(corpus)
    return (*chosen, nobody) if nobody else tuple(chosen)


def _is_split(row: Row, comparison: Comparison) -> bool:
    """Whether a plan that lacks it has a commitment of the same code: such a blank needs more words than these."""
    promise = promise_of(row, comparison)
    return any(of_the_same_code(promise, comparison.plan(plan), comparison) for plan in row.missing)


def _most(rows: Iterator[Row]) -> Row | None:
    """The row that most texts can be compared in; of equals the one with more makers, then the first."""
    return max(rows, key=lambda row: (row.covered, row.made), default=None)


def _everyone(comparison: Comparison, rows: Sequence[Row]) -> Highlight | None:
    row = _most(row for row in rows if row.made == row.covered)
    return Highlight("everyone", row) if row else None


def _one_lacks(comparison: Comparison, rows: Sequence[Row]) -> Highlight | None:
    """A promise that all make but one, of whose text we may say so."""
    lacking = (row for row in rows if len(row.missing) == 1 and row.made > 1)
    row = _most(row for row in lacking if not _is_split(row, comparison))
    return Highlight("one_lacks", row, row.missing[0]) if row else None


def _figures(comparison: Comparison, rows: Sequence[Row]) -> Highlight | None:
    row = _most(row for row in rows if differs(row, comparison))
    return Highlight("figures", row) if row else None


def _one_makes(comparison: Comparison, rows: Sequence[Row]) -> Highlight | None:
    """A promise that one plan makes, though others treat its theme whole."""
    row = _most(row for row in rows if row.made == 1 and not _is_split(row, comparison))
    return Highlight("one_makes", row, row.core.plan) if row else None


def _nobody(corpus: Corpus) -> Highlight | None:
    """Usual promises that no plan makes, though texts can tell; the example is one that most texts can tell of."""
    unmade = [usual for usual in usual_promises(corpus) if not usual.made and usual.covered >= LEAST]
    first = max(unmade, key=lambda usual: usual.covered, default=None)
    return Highlight("nobody", standard=first.standard, number=len(unmade)) if first else None


def telling_rows(comparison: Comparison) -> Mapping[Kind, tuple[Row, ...]]:
    """The rows that can be compared, by what makes them worth telling; each once, the most telling first.

    First come rows that most texts speak of, then usual promises, then those with figures; of equals one a theme before
    a second of any. "one_lacks" are rows that one text alone lacks, though others make them; "one_makes" are made by
    one alone.
    """
    rows = [row for row in comparison.rows if row.comparable and not row.unsure]
    found: dict[Kind, tuple[Row, ...]] = {}
    taken: set[str] = set()
    for kind, belongs in _KINDS.items():
        found[kind] = _by_turns([row for row in rows if row.id not in taken and belongs(row, comparison)])
        taken |= {row.id for row in found[kind]}
    return found


def _by_turns(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, the most telling first, themes by turns where rows tell as much."""
    seen: Counter[tuple[str, int, int]] = Counter()
    ranked: list[tuple[tuple[int, int, int], Row]] = []
    for row in sorted(rows, key=lambda row: (not row.standard, not any(c.has_figure for c in row.commitments))):
        at = (row.theme, row.covered, row.made)
        ranked.append(((-row.covered, -row.made, seen[at]), row))
        seen[at] += 1
    return tuple(row for _, row in sorted(ranked, key=lambda pair: pair[0]))


def differs(row: Row, comparison: Comparison) -> bool:
    """Whether plans name figures that differ, of one measure and unit."""
    return any(difference.of_figures for difference in comparison.figures(row.id))


_KINDS: Mapping[Kind, Callable[[Row, Comparison], bool]] = {
    "figures": differs,
    "one_lacks": lambda row, comparison: len(row.missing) == 1 and row.made > 1 and not _is_split(row, comparison),
    "one_makes": lambda row, comparison: row.made == 1 and bool(row.missing) and not _is_split(row, comparison),
    "everyone": lambda row, _: row.made == row.covered,
}
_OF_ROWS: Sequence[Callable[[Comparison, Sequence[Row]], Highlight | None]] = (
    _everyone,
    _one_lacks,
    _figures,
    _one_makes,
)
