"""Rules of meaning, one a module: what a schema cannot say about a collection.

A rule has a docstring (why it matters), a LEVEL, and ``check(corpus)``, which yields breaches. A record may waive a
rule by name with a reason; the finding then counts for nothing but can be listed.
"""

from collections.abc import Iterable, Mapping
from types import ModuleType

from plancompare.checks import (
    ambiguous_codebook,
    benchmark_sense,
    contradictory_decision,
    decision_members,
    excerpt_reads,
    figure_without_target,
    hedged_word,
    no_evidence,
    shared_evidence,
    sparse_metadata,
    stale_decision,
    target_sense,
    two_numbers,
    two_promises,
    unknown_indicator,
    unknown_theme,
)
from plancompare.findings import Finding, in_reading_order
from plancompare.model import Corpus

CHECKS: Mapping[str, ModuleType] = {
    module.__name__.rsplit(".", 1)[1].replace("_", "-"): module
    for module in (
        ambiguous_codebook,
        benchmark_sense,
        contradictory_decision,
        decision_members,
        excerpt_reads,
        figure_without_target,
        hedged_word,
        no_evidence,
        shared_evidence,
        sparse_metadata,
        stale_decision,
        target_sense,
        two_numbers,
        two_promises,
        unknown_indicator,
        unknown_theme,
    )
}


def run(corpus: Corpus, names: Iterable[str] = CHECKS) -> tuple[Finding, ...]:
    """What the rules find, together with what reading found, in reading order."""
    found = [
        Finding(breach.at, module.LEVEL, breach.message, name, breach.waived.get(name, ""))
        for name in names
        for module in (CHECKS[name],)
        for breach in module.check(corpus)
    ]
    return in_reading_order((*corpus.findings, *found))
