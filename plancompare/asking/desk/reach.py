"""How far a draft reaches: which themes it touches and in which order, and what a chapter alone treats."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.recognition import Recognition
from plancompare.comparing.rows import Row
from plancompare.model import Corpus, Plan

TREATED = 3  # so many promises of a theme make it one that a chapter treats, whatever its headings say


def chapters_of(
    comparison: Comparison, draft: str, also: Iterable[str] = (), tabled: Collection[str] = ()
) -> tuple[str, ...]:
    """The themes that a draft touches, in the order of its chapters on them.

    It touches the theme of each of its commitments and of the row that holds it; behind them stand, in the codebook's
    order, those in which it only may make a promise, and ``also``. Of promises that are ``tabled`` (keys) it takes
    several: one row of figures is no chapter.
    """
    mine = comparison.plan(draft).commitments
    themes = {c.key: (comparison.themes[c.key].theme, comparison.homes[c.key]) for c in mine}
    rows = Counter(theme for key in tabled for theme in {*themes[key]})
    touched = [
        (theme, c.section.id)
        for c in mine
        for theme in dict.fromkeys(themes[c.key])
        if c.key not in tabled or rows[theme] >= TREATED
    ]
    doubtful = {*also, *(row.theme for row in comparison.rows if _open(row, draft).difference(tabled))}
    order = _by_chapter(touched, Counter(c.section.id for c in mine))
    return (*order, *sorted(doubtful.difference(order), key=comparison.theme_order.__getitem__))


def _by_chapter(touched: Sequence[tuple[str, str]], promises: Mapping[str, int]) -> Sequence[str]:
    """Themes by the first section of which half the promises are on each, else by the last that touches it.

    Aims of all kinds stand in front: they touch themes, and treat none. ``promises`` counts those of each section.
    """
    counts = Counter(touched)
    places = {pair: place for place, pair in enumerate(counts)}
    chapters: dict[str, str] = {}
    for theme, section in reversed(counts):
        treats = 2 * counts[theme, section] >= promises[section]
        if treats or theme not in chapters:
            chapters[theme] = section
    return sorted(chapters, key=lambda theme: places[theme, chapters[theme]])


def tabled_in(plan: Plan, cells: Collection[str]) -> Mapping[str, str]:
    """The commitments of a plan that stand in ``cells`` of tables alone: their texts by key."""
    return {
        c.key: c.text
        for c in plan.commitments
        if c.evidence and all(evidence.quote in cells for evidence in c.evidence)
    }


def _open(row: Row, draft: str) -> set[str]:
    """The draft's commitments that may be the promise of a row."""
    return {near.commitment.key for near in row.cells[draft].candidates}


def as_excerpt(corpus: Corpus, draft: str) -> Corpus:
    """The corpus with ``draft`` as a part of a plan: it is silent only on themes that it treats.

    A part treats a theme that the heading above one of its promises on it is about, or on which it makes several.
    What a curator said of an excerpt stands.
    """
    recognition = Recognition(corpus.codebook, corpus.catalogue, corpus.store)
    plans = tuple(
        _excerpt(plan, recognition) if plan.id == draft and plan.source.extent == "full" else plan
        for plan in corpus.plans
    )
    return corpus._replace(plans=plans)


def _excerpt(plan: Plan, recognition: Recognition) -> Plan:
    themes = [(c, recognition.theme(c).theme) for c in plan.commitments]
    counts = Counter(theme for _, theme in themes)
    treated = {theme for theme, count in counts.items() if count >= TREATED}
    for commitment, theme in themes:
        heading = recognition.section(commitment.section)
        if heading.theme == theme and not heading.weak:
            treated.add(theme)
    return plan._replace(source=plan.source._replace(extent="excerpt"), reads=dict.fromkeys(sorted(treated), "whole"))
