"""What of a corpus is to be compared, and of a comparison shown: plans as they are named, kinds of rows."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, cast, get_args

from plancompare.comparing.alignment import Thresholds
from plancompare.comparing.called import plan_called, unknown_plan
from plancompare.comparing.copies import copy_of
from plancompare.comparing.rows import Row
from plancompare.errors import PlanCompareError, WrongKindError, kind_name, meant, require
from plancompare.messages import Message
from plancompare.model import Corpus, Plan

Kind = Literal["shared", "partial", "unique", "differing", "missing"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Outcome = Literal["by_all", "by_some", "by_one"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


class Settings(NamedTuple):
    """What the outcome depends on besides the texts. From ``theme`` to ``where`` these are filters that were applied.

    ``proposed`` says that there were too many plans without codes to compare each with each, so that rows were drawn by
    the standards that words point to.
    """

    thresholds: Thresholds = Thresholds()
    decisions: bool = True
    theme: str = ""
    only: tuple[str, ...] = ()
    plan: str = ""
    where: str = ""
    proposed: bool = False


def outcome(row: Row) -> Outcome:
    """What a row comes to, in every count of rows: all make it whose texts speak of it, or some; or one text speaks.

    A row's ``status`` is another thing: it looks at all plans compared, also those whose texts do not treat the theme.
    """
    if not row.comparable:
        return "by_one"
    return "by_all" if row.made == row.covered else "by_some"


def kinds_of(row: Row, differs: bool) -> set[Kind]:
    """The kinds that a row is of; shared and partial are counted as ``by_all`` and ``by_some`` are."""
    made: Kind | None = {"by_all": "shared", "by_some": "partial"}.get(outcome(row))  # type: ignore[assignment]
    told: dict[Kind, bool] = {"unique": row.made == 1, "differing": differs, "missing": bool(row.missing)}
    return {kind for kind, holds in told.items() if holds} | ({made} if made else set())


def kinds_named(statuses: Iterable[Kind]) -> tuple[Kind, ...]:
    """Kinds of rows, of which one may stand alone. Raises PlanCompareError for what is none."""
    require("statuses", statuses, Iterable)
    kinds: tuple[Kind, ...] = (cast(Kind, statuses),) if isinstance(statuses, str) else tuple(statuses)
    for kind in kinds:
        if kind not in KINDS:
            hint = meant(str(kind), KINDS) or Message("; there are {names}", names=KINDS)
            raise PlanCompareError('no kind of rows "{kind}"{hint}', kind=kind, hint=hint)
    return kinds


def plans_chosen(
    corpus: Corpus, named: Sequence[str | Plan] | None
) -> tuple[Corpus, tuple[Plan, ...], tuple[Plan, ...]]:
    """The plans in the order asked for, a plan named again under a name of its own; and each of them once.

    The corpus is given back with the plans in it that were handed over as values.
    """
    if not isinstance(corpus, Corpus):
        raise WrongKindError("`corpus` takes what `load()` gives, not {given}", given=kind_name(type(corpus)))
    if named is None:
        return corpus, _told_apart(corpus.plans), corpus.plans
    if isinstance(named, str | Plan):
        raise PlanCompareError("plans are a list of names or of plans, even where it is one")
    require("plans", named, Iterable)
    named = [*named]
    for item in named:
        require("plans", item, str, Plan)
    named = [_with_its_id(plan) if isinstance(plan, Plan) else plan for plan in named]
    values = {plan.id: plan for plan in named if isinstance(plan, Plan)}
    if any(plan not in corpus.plans for plan in values.values()):
        held = {**{plan.id: plan for plan in corpus.plans}, **values}
        corpus = corpus._replace(plans=tuple(held[id] for id in sorted(held)))
    count: Counter[str] = Counter()
    chosen = []
    originals: dict[str, Plan] = {}
    for name in named:
        plan = name if isinstance(name, Plan) else plan_called(name, corpus.plans)
        if plan is None:
            raise unknown_plan(str(name), corpus.plans)
        count[plan.id] += 1
        originals.setdefault(plan.id, plan)
        chosen.append(plan if count[plan.id] == 1 else copy_of(plan, count[plan.id]))
    return corpus, _told_apart(chosen), tuple(originals.values())


def _told_apart(plans: Sequence[Plan]) -> tuple[Plan, ...]:
    """The plans under names of which no two are alike: with their years, or where these are alike with their ids."""
    named = Counter(plan.name for plan in plans)
    dated = Counter((plan.name, plan.period) for plan in plans)

    def apart(plan: Plan) -> str:
        alone = plan.period and dated[plan.name, plan.period] == 1
        return f"{plan.name} {plan.period[0]}–{plan.period[1]}" if plan.period and alone else f"{plan.name} {plan.id}"

    return tuple(plan._replace(name=apart(plan)) if named[plan.name] > 1 else plan for plan in plans)


def _with_its_id(plan: Plan) -> Plan:
    """The plan with commitments that are called by its id, also where it was renamed."""
    if all(commitment.plan == plan.id for commitment in plan.commitments):
        return plan
    return plan._replace(commitments=tuple(c._replace(plan=plan.id) for c in plan.commitments))
