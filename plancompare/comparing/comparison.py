"""The library's front door: a corpus in, a comparison out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from plancompare.comparing import called, records
from plancompare.comparing.alignment import Thresholds, align, thresholds_of
from plancompare.comparing.coding import Coding
from plancompare.comparing.copies import original_key, with_copies
from plancompare.comparing.differences import Difference, each_difference
from plancompare.comparing.drawn import drawn_among_all
from plancompare.comparing.pairs import Pairs
from plancompare.comparing.people import People, rulings_in_force
from plancompare.comparing.proposals import proposals_of, too_much
from plancompare.comparing.readings import readings_of
from plancompare.comparing.recognition import Recognition
from plancompare.comparing.remainder import Remainder
from plancompare.comparing.rows import (
    Blanks,
    Frame,
    Row,
    ThemeOrder,
    doubts,
    make_row,
    row_ids,
    split_standards,
)
from plancompare.comparing.scores import Score
from plancompare.comparing.selection import Kind, Settings, kinds_named, kinds_of, plans_chosen
from plancompare.comparing.themes import ThemeMatch
from plancompare.errors import require
from plancompare.findings import Finding
from plancompare.model import Catalogue, Codebook, Commitment, Corpus, Decision, Indicator, InputFile, Plan, Section
from plancompare.model.notebook import html_table

_STATUS_ORDER = {"shared": 0, "partial": 1, "unique": 2}


@dataclass(frozen=True, repr=False)
class Comparison:
    """Plans brought side by side: a finished value, which no question changes.

    ``plans`` stand in the order asked for, ``rows`` by theme; ``themes`` gives each commitment's theme by its key.
    ``homes`` gives the theme of each commitment's row, ``doubts`` the themes and plans in which some cell is unsure,
    both also of rows that a filter left out. ``rulings`` are the decisions in force; ``pairs`` scores any two
    commitments. It knows no language: labels have both.
    """

    plans: tuple[Plan, ...]
    codebook: Codebook
    indicators: Mapping[str, Indicator]
    catalogue: Catalogue
    themes: Mapping[str, ThemeMatch]
    rows: tuple[Row, ...]
    settings: Settings
    inputs: tuple[InputFile, ...]
    findings: tuple[Finding, ...]
    rulings: tuple[Decision, ...]
    pairs: Pairs
    homes: Mapping[str, str]
    doubts: frozenset[tuple[str, str]] = frozenset()

    def __repr__(self) -> str:
        plans = ", ".join(plan.id for plan in self.plans)
        return f"<Comparison of {plans}: {len(self.rows)} rows, {len(self.differences)} differences>"

    def _repr_html_(self) -> str:
        """A small table for notebooks: for each plan its commitments, and the rows it makes alone and with others."""
        lines = []
        for plan in self.plans:
            own = [row for row in self.rows if row.cells[plan.id].status == "made"]
            alone = sum(row.made == 1 for row in own)
            lines.append((plan.name, len(plan.commitments), len(own), len(own) - alone, alone))
        return html_table(("plan", "commitments", "rows", "with others", "alone"), lines)

    @cached_property
    def place_of(self) -> Mapping[str, int]:
        """The index of each commitment, by its key, among all that were scored; a copy's is that of its original."""
        places = {commitment.key: index for index, commitment in enumerate(self.pairs.commitments)}
        return {c.key: places[original_key(c.key)] for plan in self.plans for c in plan.commitments}

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """What differs, row by row; in a row of many plans that is every two, so it is told when asked."""
        return tuple(self.each_difference())

    def each_difference(self) -> Iterator[Difference]:
        """The same one by one: of hundreds of plans no memory should hold them all."""
        return each_difference(self.rows, self.indicators)

    @cached_property
    def _commitments(self) -> Mapping[str, Commitment]:
        return {commitment.key: commitment for plan in self.plans for commitment in plan.commitments}

    @cached_property
    def _plans(self) -> Mapping[str, Plan]:
        return {plan.id: plan for plan in self.plans}

    @cached_property
    def _rows(self) -> Mapping[str, Row]:
        return {commitment.key: row for row in self.rows for commitment in row.commitments}

    @cached_property
    def _figures(self) -> Mapping[str, tuple[Difference, ...]]:
        by_row: dict[str, list[Difference]] = {row.id: [] for row in self.rows}
        for difference in self.differences:
            if difference.kind == "target":
                by_row[difference.row].append(difference)
        return {row: tuple(several) for row, several in by_row.items()}

    @cached_property
    def theme_order(self) -> Mapping[str, int]:
        """The place of each theme in the codebook; a theme that the codebook lacks comes last."""
        return ThemeOrder({theme: place for place, theme in enumerate(self.codebook.ids)})

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The short name of each plan, by its id."""
        return {plan.id: plan.name for plan in self.plans}

    def plan(self, id: str) -> Plan:
        """The plan compared that has this id, or is called so; UnknownNameError (a KeyError) if none is."""
        require("id", id, str)
        plan = self._plans.get(id) or called.plan_called(id, self.plans)
        if plan is None:
            raise called.unknown_plan(id, self.plans)
        return plan

    def row_of(self, key: str) -> Row:
        """The row that holds the commitment ``key`` (``plan/id``).

        Raises UnknownNameError (a KeyError) if a filter left it out, or no plan has it.
        """
        return called.row_with(key, self._rows)

    def figures(self, row: str) -> tuple[Difference, ...]:
        """The differences between figures in the row with this id, pair by pair of plans."""
        return called.of_row(row, self._figures)

    def commitment(self, key: str) -> Commitment:
        """The commitment called ``key`` (``plan/id``); UnknownNameError (a KeyError) if no plan compared has it."""
        return called.of_commitment(key, self._commitments)

    def score(self, a: str, b: str) -> Score:
        """The score of two commitments, the very one that the alignment used."""
        one, other = sorted(called.of_commitment(key, self.place_of) for key in (a, b))
        return self.pairs.of((one, other))

    def coding(self, key: str) -> Coding:
        """The standards that a commitment is, or may be; nothing is compiled for one that a person coded."""
        return self.pairs.coding(called.of_commitment(key, self.place_of))

    def coding_of(self, words: str) -> Coding:
        """The standards that words may be, as those of a commitment would be; nothing without a catalogue."""
        require("words", words, str)
        recognition = self.pairs.recognition
        said = Commitment("", "", Section("", "", ""), words)
        return recognition.coding(said, recognition.theme_shares(said, pins=False), pins=False)

    def code(self, key: str) -> str:
        """The code that people gave a commitment ("none": they found none); "" where nobody did, or none counts."""
        return self.pairs.code(called.of_commitment(key, self.place_of))

    def closest_wording(self, key: str, standard: str) -> str:
        """The wording of a standard that comes closest to a commitment."""
        profile = self.pairs.profile(called.of_commitment(key, self.place_of))
        standard = called.standard_called(standard, self.catalogue)
        return self.pairs.recognition.coder.closest_wording(profile.vector, standard, profile.commitment.text)

    def size_offset(self, a: str, b: str) -> float:
        """The log-odds that the size of their two plans adds to the score of two commitments."""
        one, other = (called.of_commitment(key, self.place_of) for key in (a, b))
        return self.pairs.mixture.size * self.pairs.size((one, other))

    def terms(self, key: str) -> Mapping[str, float]:
        """The weighted terms that a commitment is scored by."""
        return self.pairs.profile(called.of_commitment(key, self.place_of)).words

    def made_by(self, plan: str) -> "Comparison":
        """A narrower comparison: the rows in which a plan (id or name) takes part, or may.

        Raises UnknownNameError (a KeyError) if it is not compared.
        """
        return self._where(plan, ("made", "unsure"))

    def lacking(self, plan: str) -> "Comparison":
        """A narrower comparison: the rows that others make and that were not found in a plan (id or name)."""
        return self._where(plan, ("not_found",))

    def _where(self, plan: str, states: Sequence[str]) -> "Comparison":
        plan = self.plan(plan).id
        rows = tuple(row for row in self.rows if row.cells[plan].status in states)
        return replace(self, rows=rows, settings=self.settings._replace(plan=plan))

    def only(self, theme: str = "", statuses: Iterable[Kind] = ()) -> "Comparison":
        """A narrower comparison: rows of one theme (id, label or synonym), or of certain kinds.

        Kinds: made by all whose texts speak of it (``shared``), by some of these (``partial``), by one plan alone
        (``unique``); figures that compare differ (``differing``); some plan that covers the theme does not make it
        (``missing``). Raises PlanCompareError for what is none.

        >>> from plancompare import compare, load
        >>> compare(load(), ["朝阳", "丰台"]).only("教师待遇", ["sharde"])
        Traceback (most recent call last):
        ...
        plancompare.errors.PlanCompareError: no kind of rows "sharde"; did you mean "shared"?
        """
        kinds = kinds_named(statuses)
        require("theme", theme, str)
        theme = theme if theme in self.theme_order else called.theme_called(theme, self.codebook.themes)
        if not theme and not kinds:
            return self
        rows = tuple(row for row in self.rows if (not theme or row.theme == theme) and self._is_of(row, kinds))
        return replace(self, rows=rows, settings=self.settings._replace(theme=theme, only=kinds))

    def _is_of(self, row: Row, kinds: Sequence[str]) -> bool:
        """Whether a row is of one of these kinds; none named means all."""
        differs = any(difference.of_figures for difference in self.figures(row.id))
        return not kinds or not kinds_of(row, differs).isdisjoint(kinds)

    def to_records(self) -> list[records.Record]:
        """A flat record for each row and plan: the row, its counts, what the plan has to say, with figures and place.

        Several commitments of a plan stand in one field, a line each; what there is not is None.

        A data frame is ``pandas.DataFrame(comparison.to_records())``.

        >>> from plancompare import compare, load
        >>> compare(load(), ["朝阳", "丰台"]).to_records()[0]["status"]
        'made'
        """
        return list(records.records(self.rows, self.plans, self.codebook))

    def by_theme(self) -> Mapping[str, tuple[Row, ...]]:
        """The rows of each theme that has any, in the codebook's order."""
        grouped: dict[str, list[Row]] = {}
        for row in self.rows:
            grouped.setdefault(row.theme, []).append(row)
        return {theme: tuple(rows) for theme, rows in grouped.items()}


def compare(
    corpus: Corpus,
    plans: Sequence[str | Plan] | None = None,
    *,
    decisions: bool = True,
    thresholds: Thresholds | None = None,
) -> Comparison:
    """Align the commitments of ``plans``, in the order wanted, into rows and say what differs; default: all plans.

    A plan is named by its id, its name or its place, or is a value, which need not be in the corpus. One named twice is
    compared with itself. ``decisions=False`` gives the unaided alignment. Raises UnknownNameError, which is a
    PlanCompareError and a KeyError, for a plan the corpus lacks.

    >>> from plancompare import compare, load
    >>> compare(load(), ["朝阳", "fengtai", "玉泉区"])
    <Comparison of chaoyang, fengtai, yuquan: ... rows, ... differences>
    >>> compare(load(), ["潮阳"])
    Traceback (most recent call last):
    ...
    plancompare.comparing.called.UnknownNameError: no plan "潮阳"; did you mean "朝阳"?
    """
    corpus, chosen, originals = plans_chosen(corpus, plans)
    commitments = sorted((c for plan in originals for c in plan.commitments), key=lambda c: c.key)
    recognition = Recognition(corpus.codebook, corpus.catalogue, corpus.store, decisions)
    codes = [recognition.code(c) if decisions else "" for c in commitments]
    proposed = bool(corpus.catalogue.standards) and too_much(commitments, codes)
    settings = Settings(thresholds_of(thresholds), decisions, proposed=proposed)
    readings = readings_of([plan.commitments for plan in originals], recognition, corpus.kept, proposed)
    themes = {key: reading.theme.theme for key, reading in readings.items()}
    rulings, closed, stale = rulings_in_force(corpus)
    people = People(codes, rulings, closed) if decisions else People(codes)
    codings = {n: readings[commitments[n].key].coding for n, code in enumerate(codes) if proposed and not code}
    pairs = Pairs(commitments, recognition, people, codings)
    drawn = drawn_among_all(corpus, recognition, people) if decisions else ()
    proposals = proposals_of(codings, pairs.equal() if proposed else ())
    scores = Remainder(pairs, people, proposals, readings, corpus.kept) if proposed else pairs
    groups = align([c.key for c in commitments], scores, people, settings.thresholds, drawn, proposals)
    order = ThemeOrder({theme: place for place, theme in enumerate(corpus.codebook.ids)})
    split = split_standards(groups)
    frame = Frame(commitments, Blanks(originals), themes, order, corpus.catalogue, row_ids(groups), split)
    rows = [with_copies(make_row(group, frame), chosen) for group in groups]
    rows.sort(key=lambda row: (order[row.theme], _STATUS_ORDER[row.status], -row.made))
    return Comparison(
        plans=chosen,
        codebook=corpus.codebook,
        indicators=corpus.indicators,
        catalogue=corpus.catalogue,
        themes={c.key: readings[original_key(c.key)].theme for plan in chosen for c in plan.commitments},
        rows=tuple(rows),
        settings=settings,
        inputs=corpus.inputs,
        findings=(*corpus.findings, *(stale if decisions else ())),
        rulings=rulings,
        pairs=pairs,
        homes={commitment.key: row.theme for row in rows for commitment in row.commitments},
        doubts=doubts(rows),
    )
