"""Rules of meaning, one a module: what a schema cannot say about a collection.

A record may waive a rule by name with a reason; the finding then counts for nothing but can be listed.

To add a check: a module that is a ``Check``, a line in ``CHECKS``, its name and a Chinese summary in
``telling/words/checks.py``. Its docstring is its manual, in this order: what the rule asks for (one line), why it
matters, a ``Bad:`` example that the rule fires on and a ``Good:`` one on which it is silent. Examples are YAML: files
of a collection by name (plan, other, codebook, indicators, decisions, standards/NAME), or inside of a plan's
``commitments`` where no file is named. The suite runs them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from inspect import cleandoc
from typing import Protocol

from plancompare.checks import (
    ambiguous_catalogue,
    ambiguous_codebook,
    benchmark_sense,
    contradictory_decision,
    decision_members,
    excerpt_reads,
    figure_without_target,
    hedged_word,
    no_evidence,
    renamed_standard,
    shared_evidence,
    shared_wording,
    sparse_metadata,
    stale_decision,
    standard_theme,
    stray_wording,
    target_sense,
    thin_standard,
    two_numbers,
    two_promises,
    uncoded_commitment,
    unknown_indicator,
    unknown_standard,
    unknown_theme,
)
from plancompare.checks.breach import Breach
from plancompare.findings import Finding, Level, in_reading_order
from plancompare.model import Corpus


class Check(Protocol):
    """A rule: a module whose docstring is its manual."""

    LEVEL: Level
    __doc__: str | None
    __name__: str

    def check(self, corpus: Corpus) -> Iterator[Breach]:
        """Every breach of the rule in a collection."""


_MODULES: tuple[Check, ...] = (
    ambiguous_catalogue,
    ambiguous_codebook,
    benchmark_sense,
    contradictory_decision,
    decision_members,
    excerpt_reads,
    figure_without_target,
    hedged_word,
    no_evidence,
    renamed_standard,
    shared_evidence,
    shared_wording,
    sparse_metadata,
    stale_decision,
    standard_theme,
    stray_wording,
    target_sense,
    thin_standard,
    two_numbers,
    two_promises,
    uncoded_commitment,
    unknown_indicator,
    unknown_standard,
    unknown_theme,
)
CHECKS: Mapping[str, Check] = {module.__name__.rsplit(".", 1)[1].replace("_", "-"): module for module in _MODULES}


class SlowCheck(Protocol):
    """A rule that looks only at records in files whose faults are wanted."""

    def check(self, corpus: Corpus, wanted: Callable[[str], bool]) -> Iterator[Breach]:
        """Every breach of the rule in files that are ``wanted``."""


# reading every wording of a catalogue with the matcher takes longer than all other rules together
SLOW: Mapping[str, SlowCheck] = {"stray-wording": stray_wording}
USUAL = tuple(name for name in CHECKS if name not in SLOW)
# What these say in a plan's file depends on that plan and on what describes plans, on no other plan and no ruling: it
# may be asked plan by plan. The others say nothing in plan files (`tests/checks/test_briefly.py` holds both).
OF_ONE_PLAN = frozenset(
    {
        "excerpt-reads",
        "figure-without-target",
        "hedged-word",
        "no-evidence",
        "renamed-standard",
        "shared-evidence",
        "sparse-metadata",
        "standard-theme",
        "target-sense",
        "two-numbers",
        "two-promises",
        "uncoded-commitment",
        "unknown-indicator",
        "unknown-standard",
        "unknown-theme",
    }
)


def _everywhere(file: str) -> bool:
    return True


def manual(name: str) -> str:
    """What the check called ``name`` says of itself; KeyError where there is none."""
    return cleandoc(CHECKS[name].__doc__ or "")


def run(
    corpus: Corpus, names: Iterable[str] = USUAL, wanted: Callable[[str], bool] = _everywhere
) -> tuple[Finding, ...]:
    """What the rules find, together with what reading found, in reading order; slow ones only if they are named.

    ``wanted`` says of a file whether its faults are asked for.
    """
    breaches = [
        (name, breach)
        for name in names
        for breach in (SLOW[name].check(corpus, wanted) if name in SLOW else CHECKS[name].check(corpus))
    ]
    findings = [
        Finding(breach.at, CHECKS[name].LEVEL, breach.message, name, breach.waived.get(name, ""))
        for name, breach in breaches
    ]
    return in_reading_order(finding for finding in (*corpus.findings, *findings) if wanted(finding.at.file))
