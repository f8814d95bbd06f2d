"""One promise over all plans: a row of the comparison, or a standard of the catalogue that no plan is coded as."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plancompare.asking.search import Hit
from plancompare.asking.standards import named_by, speaks
from plancompare.comparing.coding import PERHAPS, sure
from plancompare.comparing.comparison import Comparison
from plancompare.comparing.people import NONE
from plancompare.comparing.rows import Cell, Near, Row, blank_status
from plancompare.model import Commitment, Label, Plan

WHOLE = 100  # the score of a hit in the promise's own words
LEAST_NAME = 2  # characters: one alone stands in too many names
SAYS = 70  # points of a hit: of so many on words of all kinds tried, what a plan says may be what was asked for


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


def promise_called(name: str, comparison: Comparison, plan: str = "") -> Promise | None:
    """The promise with just this name: a row by its id or that of a commitment in it, a standard by id or label.

    Of several rows of a standard one that ``plan`` makes, if there is any, else the one that most commitments are in.
    """
    title = name.strip()
    row = next((row for row in comparison.rows if row.id == title), None)
    if row:
        return promise_of(row, comparison)
    keys = [key for key in comparison.place_of if title in (key, key.split("/", 1)[1])]
    if len(keys) == 1:
        return promise_of(comparison.row_of(keys[0]), comparison)
    standards = comparison.catalogue.standards
    exact = [id for id in _named(title, comparison) if title in (id, *standards[id].aliases, *standards[id].label)]
    if not exact:
        return None
    rows = sorted(_rows_of(exact, comparison), key=lambda row: bool(plan) and not row.cells[plan].commitments)
    return promise_of(rows[0], comparison) if rows else _unmade(exact[0], comparison)


def promises_meant(words: str, hits: Sequence[Hit], comparison: Comparison) -> tuple[Promise, ...]:
    """The promises that ``words`` may mean, the likeliest first; none where they name none.

    One that has just this name comes alone. Else it is the rows whose standard the words are part of the name of, most
    of the ``hits`` on all words first; else the row that holds most of these hits; else the standard that a machine
    would code the words as.
    """
    if promise := promise_called(words, comparison):
        return (promise,)
    phrase = words.strip()
    if len(phrase) < LEAST_NAME:
        return ()
    hits_in, rows = _hits_by_row(hits, comparison), {row.id: row for row in comparison.rows}
    named = _named(phrase, comparison)
    known = sorted(_rows_of(named, comparison), key=lambda row: (-hits_in[row.id], -row.made))
    if known:
        return tuple(promise_of(row, comparison) for row in known)
    if len(named) == 1:
        return (_unmade(named[0], comparison),)
    if hits_in:
        best = sorted(hits_in, key=lambda id: (-hits_in[id], -rows[id].made))
        return tuple(promise_of(rows[id], comparison) for id in best)
    coded = sure(comparison.coding_of(phrase))
    several = _rows_of([coded], comparison) if coded else []
    if coded and not several:
        return (_unmade(coded, comparison),)
    return tuple(promise_of(row, comparison) for row in several)


def with_passages(promise: Promise, hits: Sequence[Hit]) -> Promise:
    """The promise, unsure where a plan that lacks it says what was asked for (``hits``): the words may mean that."""
    near: dict[str, list[Near]] = {}
    for hit in hits:
        if hit.score >= SAYS:
            near.setdefault(hit.commitment.plan, []).append(Near(hit.commitment, hit.score))
    cells = {
        plan: Cell("unsure", candidates=tuple(near[plan])) if cell.status == "not_found" and plan in near else cell
        for plan, cell in promise.cells.items()
    }
    return promise._replace(cells=cells, unsure=sum(cell.status == "unsure" for cell in cells.values()))


def are_of_one_standard(promises: Sequence[Promise], comparison: Comparison) -> bool:
    """Whether rulings only split one standard into these rows: whoever names it means the first, the largest."""
    rows = [one.row.commitments if one.row else () for one in promises]
    codes = [{comparison.code(commitment.key) for commitment in members} - {"", NONE} for members in rows]
    return bool(codes) and bool(set.intersection(*codes))


def of_the_same_code(promise: Promise, plan: Plan, comparison: Comparison) -> tuple[Commitment, ...]:
    """The commitments of a plan that were coded as those of the row were, and that people put elsewhere."""
    if promise.row is None:
        return ()
    codes = {comparison.code(commitment.key) for commitment in promise.row.commitments} - {"", NONE}
    keys = {commitment.key for commitment in promise.cells[plan.id].commitments}
    return tuple(c for c in plan.commitments if comparison.code(c.key) in codes and c.key not in keys)


def _hits_by_row(hits: Sequence[Hit], comparison: Comparison) -> Counter[str]:
    """How many of the hits on all words each row holds (by its id)."""
    whole = (hit.commitment.key for hit in hits if hit.score == WHOLE)
    return Counter(comparison.row_of(key).id for key in whole)


def _named(words: str, comparison: Comparison) -> list[str]:
    """The standards that the words are the name of or, if of none, part of the name."""
    places = named_by(words, comparison.catalogue) if words else {}
    near = [id for id, distance in places.items() if distance == 0]
    return [id for id in near if words in (id, *comparison.catalogue.standards[id].label)] or near


def _rows_of(standards: Sequence[str], comparison: Comparison) -> list[Row]:
    """The rows with commitments that were coded as one of these, those with most of them first, then by makers."""
    wanted = set(standards)
    count = {row.id: sum(comparison.code(c.key) in wanted for c in row.commitments) for row in comparison.rows}
    return sorted((row for row in comparison.rows if count[row.id]), key=lambda row: (-count[row.id], -row.made))


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
