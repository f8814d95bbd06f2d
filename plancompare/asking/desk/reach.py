"""How far a draft reaches: which themes it touches and in which order, and what a chapter alone treats."""

from collections import Counter
from collections.abc import Iterable

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.recognition import Recognition
from plancompare.model import Corpus, Plan

TREATED = 3  # so many promises of a theme make it one that a chapter treats, whatever its headings say


def chapters_of(comparison: Comparison, draft: str, also: Iterable[str] = ()) -> tuple[str, ...]:
    """The themes that a draft touches, in the order in which it first does.

    It touches the theme of each of its commitments and of the row that holds it; behind them stand, in the codebook's
    order, those in which it only may make a promise, and ``also``.
    """
    order: dict[str, None] = {}
    for commitment in comparison.plan(draft).commitments:
        order[comparison.themes[commitment.key].theme] = None
        order[comparison.homes[commitment.key]] = None
    doubtful = {theme for theme, plan in comparison.doubts if plan == draft} | set(also)
    return (*order, *sorted(doubtful - order.keys(), key=comparison.theme_order.__getitem__))


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
