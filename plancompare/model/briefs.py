"""What is told of a plan without its commitments: enough to list plans, and to count who makes a usual promise."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, Protocol

from plancompare.model.corpus import Corpus
from plancompare.model.plans import Plan


class Brief(NamedTuple):
    """A plan's ``head``, which has no sections and commitments, and of these in their order ``ids`` and ``codes``.

    A code is what a curator wrote under ``standard``: "none" where none fits, "" where nobody looked. ``figures``
    counts commitments with figures. ``key`` is a hash of all that the plan says, "" where nothing may be kept under it.
    ``said`` is what a judge said of the plan when it was whole, if one was asked.
    """

    head: Plan
    ids: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    figures: int = 0
    key: str = ""
    said: bytes = b""

    @property
    def uncoded(self) -> bool:
        """Whether there are commitments that nobody held against the catalogue."""
        return "" in self.codes


def brief_of(plan: Plan, key: str = "") -> Brief:
    """What is told of a plan without its commitments."""
    commitments = plan.commitments
    return Brief(
        head=plan._replace(sections=(), commitments=()),
        ids=tuple(c.id for c in commitments),
        codes=tuple(c.standard for c in commitments),
        figures=sum(c.has_figure for c in commitments),
        key=key,
    )


class Judge(Protocol):
    """What is wanted of each plan beside its brief; it may travel to another process."""

    @property
    def name(self) -> str:
        """What changes with all that the judge depends on but the plan."""

    def asks(self, brief: Brief, /) -> bool:
        """Whether the plan has to be seen."""

    def __call__(self, plan: Plan, /) -> bytes:
        """What it says of a plan."""


class Shelf(NamedTuple):
    """A collection of which plans are known in brief: ``corpus`` holds their heads, ``briefs`` go by their ids.

    ``whole`` reads the plan that a head is of, with its commitments.
    """

    corpus: Corpus
    briefs: Mapping[str, Brief]
    whole: Callable[[Plan], Plan]

    def of(self, plans: Iterable[str]) -> "Shelf":
        """The shelf with these plans alone."""
        wanted = frozenset(plans)
        kept = tuple(plan for plan in self.corpus.plans if plan.id in wanted)
        return self._replace(
            corpus=self.corpus._replace(plans=kept), briefs={plan.id: self.briefs[plan.id] for plan in kept}
        )

    def with_whole(self, plans: Iterable[str]) -> Corpus:
        """The corpus of heads in which these plans, as far as they are there, are whole."""
        wanted = frozenset(plans)
        return self.corpus._replace(
            plans=tuple(self.whole(plan) if plan.id in wanted else plan for plan in self.corpus.plans)
        )


def shelf_of(corpus: Corpus, judge_by: Callable[[Corpus], Judge] | None = None) -> Shelf:
    """A collection that was read whole, in brief; a judge by what describes it says of each plan what it thinks."""
    judge = judge_by(corpus._replace(plans=())) if judge_by else None
    briefs = {plan.id: judged(plan, judge) for plan in corpus.plans}
    whole = {plan.id: plan for plan in corpus.plans}
    heads = tuple(brief.head for brief in briefs.values())
    return Shelf(corpus._replace(plans=heads), briefs, lambda head: whole[head.id])


def judged(plan: Plan, judge: Judge | None, key: str = "") -> Brief:
    """The brief of a plan, with what a judge says of it if it asks for it."""
    brief = brief_of(plan, key)
    return brief._replace(said=judge(plan)) if judge and judge.asks(brief) else brief
