"""The library's front door: a corpus in, a comparison out."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from plancompare.comparing.alignment import Thresholds, align
from plancompare.comparing.differences import Difference, differences
from plancompare.comparing.pairs import Pairs
from plancompare.comparing.rows import Row, make_row
from plancompare.comparing.rulings import rulings_in_force
from plancompare.comparing.scores import Score
from plancompare.comparing.themes import ThemeMatch, ThemeMatcher, match_all
from plancompare.comparing.wording import Wording
from plancompare.findings import Finding
from plancompare.model import Codebook, Commitment, Corpus, Decision, Indicator, InputFile, Lang, Plan

_STATUS_ORDER = {"shared": 0, "partial": 1, "unique": 2}


class Settings(NamedTuple):
    """What the outcome depends on besides the texts. ``only`` and ``theme`` are filters already applied."""

    thresholds: Thresholds = Thresholds()
    decisions: bool = True
    lang: Lang = "en"
    theme: str = ""
    only: tuple[str, ...] = ()


class Comparison(NamedTuple):
    """Plans brought side by side.

    ``plans`` stand in the order asked for, ``rows`` by theme; ``themes`` gives each commitment's theme by its key.
    ``rulings`` are the decisions in force; ``pairs`` scores any two commitments by their
    indexes, which ``place_of`` gives by key.
    """

    plans: tuple[Plan, ...]
    codebook: Codebook
    indicators: Mapping[str, Indicator]
    themes: Mapping[str, ThemeMatch]
    rows: tuple[Row, ...]
    differences: tuple[Difference, ...]
    settings: Settings
    inputs: tuple[InputFile, ...]
    findings: tuple[Finding, ...]
    rulings: tuple[Decision, ...]
    pairs: Pairs
    place_of: Mapping[str, int]

    def commitment(self, key: str) -> Commitment:
        """The commitment called ``key`` (``plan/id``); KeyError if no plan compared has it."""
        return self.pairs.commitments[self.place_of[key]]

    def score(self, a: str, b: str) -> Score:
        """The score of two commitments, the very one that the alignment used."""
        one, other = sorted((self.place_of[a], self.place_of[b]))
        return self.pairs.of((one, other))

    def terms(self, key: str) -> Mapping[str, float]:
        """The weighted terms that a commitment is scored by."""
        return self.pairs.profiles[self.place_of[key]].terms

    def only(self, theme: str = "", statuses: Iterable[str] = ()) -> "Comparison":
        """A narrower comparison: rows of one theme, or of certain kinds.

        Kinds are a row's status (shared, partial, unique), ``differing`` (its figures differ) and ``missing``
        (some plan that covers the theme does not make it).
        """
        kinds = tuple(statuses)
        if not theme and not kinds:
            return self
        figures = {d.row for d in self.differences if d.kind == "target"}

        def wanted(row: Row) -> bool:
            told = {row.status, *(["differing"] if row.id in figures else []), *(["missing"] if row.missing else [])}
            return (not theme or row.theme == theme) and (not kinds or bool(told & set(kinds)))

        rows = tuple(row for row in self.rows if wanted(row))
        kept = {row.id for row in rows}
        return self._replace(
            rows=rows,
            differences=tuple(d for d in self.differences if d.row in kept),
            settings=self.settings._replace(theme=theme, only=kinds),
        )

    def by_theme(self) -> Mapping[str, tuple[Row, ...]]:
        """The rows of each theme that has any, in the codebook's order."""
        grouped: dict[str, list[Row]] = {}
        for row in self.rows:
            grouped.setdefault(row.theme, []).append(row)
        return {theme: tuple(rows) for theme, rows in grouped.items()}


def compare(
    corpus: Corpus,
    plans: Sequence[str] | None = None,
    *,
    decisions: bool = True,
    thresholds: Thresholds | None = None,
    lang: Lang = "en",
) -> Comparison:
    """Align the commitments of ``plans`` (ids, in the order wanted; default all) into rows and say what differs.

    ``decisions=False`` gives the unaided alignment. Raises KeyError for a plan the corpus lacks.
    """
    known = {plan.id: plan for plan in corpus.plans}
    chosen = tuple(known[name] for name in plans) if plans is not None else corpus.plans
    settings = Settings(thresholds or Thresholds(), decisions, lang)
    commitments = sorted((c for plan in chosen for c in plan.commitments), key=lambda c: c.key)
    wording = Wording(corpus.codebook)
    matches = match_all(commitments, ThemeMatcher(corpus.codebook, wording))
    themes = {key: match.theme for key, match in matches.items()}
    pairs = Pairs(commitments, themes, wording)
    rulings, closed, stale = rulings_in_force(corpus)
    obeyed = (rulings, closed) if decisions else ((), frozenset[str]())
    groups = align([c.key for c in commitments], pairs, *obeyed, settings.thresholds)
    order = {theme: place for place, theme in enumerate(corpus.codebook.ids)}
    rows = [make_row(group, commitments, chosen, themes, order, lang) for group in groups]
    rows.sort(key=lambda row: (order.get(row.theme, len(order)), _STATUS_ORDER[row.status], -row.made))
    return Comparison(
        plans=chosen,
        codebook=corpus.codebook,
        indicators=corpus.indicators,
        themes=matches,
        rows=tuple(rows),
        differences=differences(rows, corpus.indicators),
        settings=settings,
        inputs=corpus.inputs,
        findings=(*corpus.findings, *(stale if decisions else ())),
        rulings=rulings,
        pairs=pairs,
        place_of={c.key: place for place, c in enumerate(commitments)},
    )
