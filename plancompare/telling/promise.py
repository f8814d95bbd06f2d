"""One promise over all plans on a screen, and sentences about it that can be cited."""

from collections import Counter
from collections.abc import Iterator, Sequence

from plancompare import __version__
from plancompare.asking.explanation import rivals
from plancompare.asking.promise import Promise, coded_by_people, of_the_same_code
from plancompare.comparing.rows import STATES, Cell
from plancompare.model import Commitment, Plan
from plancompare.telling.blocks import Entries, Entry, Heading, Own, Prose, Shown, Words, joined
from plancompare.telling.collection import quoted, with_figures
from plancompare.telling.explanations import rival_entry
from plancompare.telling.rows import basis
from plancompare.telling.source import MOST_CANDIDATES, MOST_PLANS, Source
from plancompare.telling.words import clauses, counted, listed

MOST_TOLD = 5  # of many plans, whose words are told


def promise_over_plans(promise: Promise, plans: Sequence[str], source: Source) -> Iterator[Shown]:
    """What the promise is called, who makes it, and for each of ``plans`` its words, or what its silence means."""
    facts = [counted(promise.made, promise.covered, promise.unsure, source.lang)]
    facts += [basis(promise.row, source.lang)] if promise.row else []
    note = " · ".join(filter(None, (*facts, source.theme(promise.theme))))
    yield Heading(3, promise.label.of(source.lang), key=promise.id, note=note)
    standard = source.comparison.catalogue.standards.get(promise.standard)
    if standard and standard.definition:
        yield Entries("flips", (Entry((standard.definition,), tone="faint"),))
    plans_shown = [plan for plan in source.comparison.plans if plan.id in plans]
    first, more = _first(promise, plans_shown)
    yield Entries("measure", tuple(entry for plan in first for entry in _cell(promise, plan, source)))
    if more:
        counts = Counter(promise.cells[plan.id].status for plan in more)
        told = listed((f"{source.say(state)} {counts[state]}" for state in STATES if counts[state]), source.lang)
        yield Prose(source.say("standard_more", count=len(more), told=told), tone="faint")


def _first(promise: Promise, plans: Sequence[Plan]) -> tuple[Sequence[Plan], Sequence[Plan]]:
    """The plans that are told one by one, and the others: of many some that make it, else some that may."""
    if len(plans) <= MOST_PLANS:
        return plans, ()
    telling = [plan for state in ("made", "unsure") for plan in plans if promise.cells[plan.id].status == state]
    first = telling[:MOST_TOLD]
    return first, [plan for plan in plans if plan not in first]


def see_also(others: Sequence[Promise], source: Source) -> Prose:
    """Other promises that the words may mean."""
    return Prose(source.say("see_also") + named_by_id(others, source), tone="faint")


def named_by_id(promises: Sequence[Promise], source: Source) -> str:
    """What promises are called, each with the id by which commands take it."""
    named = (f"{source.label(one.row) if one.row else one.label.of(source.lang)} [{one.id}]" for one in promises)
    return clauses(named, source.lang)


def _cell(promise: Promise, plan: Plan, source: Source) -> Iterator[Entry]:
    cell = promise.cells[plan.id]
    for number, commitment in enumerate(cell.commitments):
        yield _passage(commitment, "" if number else plan.name, source)
    if cell.commitments:
        return
    notes: list[Words] = [_candidate(near.commitment, near.score) for near in cell.candidates[:MOST_CANDIDATES]]
    more = len(cell.candidates) - MOST_CANDIDATES
    notes += [(Own(source.say("more_candidates", count=more)),)] if more > 0 else []
    if cell.status == "not_found":
        notes += [_elsewhere(commitment, source) for commitment in of_the_same_code(promise, plan, source.comparison)]
    words = (Own(silence(cell, plan, promise.theme, source)),)
    yield Entry(words, plan.name, cell.status, cell.status, notes=tuple(notes))


def _passage(commitment: Commitment, name: str, source: Source) -> Entry:
    where = joined((commitment.place, commitment.key, quoted(commitment)), "  ")
    return Entry(with_figures(commitment.text, commitment), name or " ", sign="made", notes=(where,))


def _candidate(commitment: Commitment, score: int) -> Words:
    return (*joined((commitment.text, commitment.place, commitment.key)), f" ({score})")


def _elsewhere(commitment: Commitment, source: Source) -> Words:
    """A commitment of the same code that people put into another row."""
    return (Own(source.say("same_code")), *joined((commitment.text, commitment.place, commitment.key)))


def silence(cell: Cell, plan: Plan, theme: str, source: Source) -> str:
    """What it means that a plan is not known to make a promise of a theme: how much of its text was read."""
    if cell.status == "not_applicable":
        return source.say("not_applicable") + (f": {cell.reason}" if cell.reason else "")
    if cell.status == "unsure":
        return source.say("silence_unsure")
    if cell.status == "not_found":
        return source.say("silence_draft" if plan.is_draft else f"silence_read_{plan.source.extent}")
    return source.say("silence_part" if plan.reads.get(theme) == "part" else "silence_none")


def cell_explanation(promise: Promise, plan: str, source: Source) -> Iterator[Shown]:
    """Why a plan is said to make a promise, or not to: its words or the passages nearest to it, and a sentence."""
    yield from promise_over_plans(promise, [plan], source)
    cell = promise.cells[plan]
    if promise.row and not cell.commitments:
        core = promise.row.core
        yield Heading(4, source.say("rivals", name=core.key, plan=source.names[plan]))
        yield Entries("rivals", tuple(map(rival_entry, rivals(source.comparison, core.key, plan))))
    yield from citations(promise, [plan], source)


def citations(promise: Promise, plans: Sequence[str], source: Source) -> Iterator[Shown]:
    """For each of ``plans`` a sentence that says what it promises or what its silence means, and how that is known."""
    for plan in source.comparison.plans:
        if plan.id in plans:
            yield Prose(_citation(promise, plan, source))


def _citation(promise: Promise, plan: Plan, source: Source) -> str:
    say, lang, cell = source.say, source.lang, promise.cells[plan.id]
    standard = source.comparison.catalogue.standards.get(promise.standard)
    values = {
        "plan": plan.title or plan.name,
        "label": promise.label.of(lang),
        "theme": source.theme(promise.theme),
        "extent": say(plan.source.extent),
        "count": len(plan.commitments),
        "passages": clauses(map(source.cited, cell.commitments), lang),
        "candidates": len(cell.candidates),
        "reason": cell.reason,
    }
    # where nothing is encoded yet, as in a template, nothing was read
    status: str = cell.status if plan.commitments or cell.status != "not_found" else "not_covered"
    # what a machine wrote down and nobody has checked was not read either
    status = "draft" if plan.is_draft and status == "not_found" else status
    sentence = say(f"cite_{status}", **values)
    if plan.is_draft and status == "made":
        sentence += say("cite_made_draft")
    others = of_the_same_code(promise, plan, source.comparison)
    if others:
        method = say("cite_apart", passages=clauses(map(source.cited, others), lang), count=len(plan.commitments))
    elif standard:
        how = "cite_coded" if coded_by_people(plan, source.comparison) else "cite_scored"
        method = say(how, standard=standard.id, **values)
    else:
        method = say("cite_compared", **values)
    until = say("cite_until", date=source.date) if source.date else ""
    known = method if status == "not_found" else ""
    return sentence + known + say("cite_version", version=__version__, row=promise.id, until=until)
