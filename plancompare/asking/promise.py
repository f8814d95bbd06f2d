"""One promise over all plans: a row of the comparison, or a standard of the catalogue that no plan is coded as."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plancompare.asking.search import Hit
from plancompare.asking.standards import PERHAPS, named_by, speaks, sure
from plancompare.comparing.comparison import Comparison
from plancompare.comparing.rows import Cell, Near, Row, blank_status
from plancompare.model import Label, Plan

WHOLE = 100  # the score of a hit in the promise's own words
MOST_OTHERS = 5


class Promise(NamedTuple):
    """A promise and what each plan has to say to it (``cells`` by plan), ``made`` of ``covered``, ``unsure`` more.

    ``row`` is None for a ``standard`` (its id; "" where a row has none) that nobody makes.
    """

    label: Label
    theme: str
    standard: str
    row: Row | None
    cells: Mapping[str, Cell]
    made: int
    covered: int
    unsure: int

    @property
    def id(self) -> str:
        """The id by which commands take it."""
        return self.row.id if self.row else self.standard


def promise_of(row: Row, comparison: Comparison) -> Promise:
    """A row as a promise; of one that people drew over several standards none is named."""
    codes = {comparison.code(commitment.key) for commitment in row.commitments}
    standard = row.standard if codes == {row.standard} else ""
    return Promise(row.label, row.theme, standard, row, row.cells, row.made, row.covered, row.unsure)


def promise_meant(words: str, hits: Sequence[Hit], comparison: Comparison) -> Promise | None:
    """The promise that ``words`` most likely mean; None where they name none.

    In this order: a row by its id, or by that of a commitment in it; a standard that the words are (part of) the name
    of and that some plan makes; a standard of just this name that nobody makes; the row that holds most of the ``hits``
    on all words; the standard that a machine would code the words as; the row of the best of the other hits.
    """
    asked = words.strip()
    rows = {row.id: row for row in comparison.rows}
    keys = [key for key in comparison.place_of if asked in (key, key.split("/", 1)[1])]
    if len(keys) == 1 and asked not in rows:
        return promise_of(comparison.row_of(keys[0]), comparison)
    if asked in rows:
        return promise_of(rows[asked], comparison)
    held = _held(hits, comparison)
    named = _named(asked, comparison)
    known = sorted(_rows_of(named, comparison), key=lambda row: (-held[row.id], -row.made))
    if known:
        return promise_of(known[0], comparison)
    if named and (len(named) == 1 or asked in comparison.catalogue.standards[named[0]].label):
        return _unmade(named[0], comparison)
    best = max(held, key=lambda id: (held[id], rows[id].made), default="")
    if best and max(hit.score for hit in hits) == WHOLE:
        return promise_of(rows[best], comparison)
    coded = sure(comparison.coding_of(asked)) if asked else ""
    if coded:
        several = _rows_of([coded], comparison)
        return promise_of(several[0], comparison) if several else _unmade(coded, comparison)
    return promise_of(rows[best], comparison) if best else None


def others_meant(words: str, promise: Promise, comparison: Comparison) -> tuple[Row, ...]:
    """Further rows whose standard the words are part of the name of, the most widely made first."""
    found = [row for row in _rows_of(_named(words.strip(), comparison), comparison) if row != promise.row]
    return tuple(sorted(found, key=lambda row: -row.made)[:MOST_OTHERS])


def _held(hits: Sequence[Hit], comparison: Comparison) -> Counter[str]:
    """How many of the best hits each row holds (by its id)."""
    best = max((hit.score for hit in hits), default=0)
    return Counter(comparison.row_of(hit.commitment.key).id for hit in hits if hit.score == best)


def _named(words: str, comparison: Comparison) -> list[str]:
    """The standards that the words are the name of or, if of none, part of the name."""
    places = named_by(words, comparison.catalogue) if words else {}
    near = [id for id, place in places.items() if place == 0]
    return [id for id in near if words in (id, *comparison.catalogue.standards[id].label)] or near


def _rows_of(standards: Sequence[str], comparison: Comparison) -> list[Row]:
    """The rows that were coded as one of these, the most widely made first."""
    return sorted((row for row in comparison.rows if row.standard in standards), key=lambda row: -row.made)


def _unmade(id: str, comparison: Comparison) -> Promise:
    """A standard that no plan is coded as; what nobody coded may be it all the same."""
    standard = comparison.catalogue.standards[id]
    cells = {plan.id: _blank(plan, id, standard.theme, comparison) for plan in comparison.plans}
    unsure = sum(cell.status == "unsure" for cell in cells.values())
    covered = sum(speaks(plan, standard.theme) for plan in comparison.plans)
    return Promise(standard.label, standard.theme, id, None, cells, 0, covered, unsure)


def _blank(plan: Plan, standard: str, theme: str, comparison: Comparison) -> Cell:
    """What it means that a plan is not coded as a standard: its uncoded commitments may be it."""
    shares = {c.key: _share(c.key, standard, comparison) for c in plan.commitments}
    near = sorted((c for c in plan.commitments if shares[c.key] >= PERHAPS), key=lambda c: (-shares[c.key], c.key))
    if near:
        return Cell("unsure", candidates=tuple(Near(c, round(100 * shares[c.key])) for c in near))
    return Cell(blank_status(plan, theme), reason=plan.not_applicable.get(theme, ""))


def _share(key: str, standard: str, comparison: Comparison) -> float:
    """The probability that a commitment nobody coded is a standard."""
    return 0.0 if comparison.code(key) else comparison.coding(key).shares.get(standard, 0.0)


def coded_by_people(plan: Plan, comparison: Comparison) -> bool:
    """Whether a person held every commitment of a plan against the catalogue."""
    return bool(comparison.catalogue.standards) and all(comparison.code(c.key) for c in plan.commitments)
