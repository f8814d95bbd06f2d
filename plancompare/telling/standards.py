"""The catalogue on a screen: who makes which usual promise, k of n; and a commitment to code with its proposals."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from plancompare.asking.standards import Proposal
from plancompare.asking.usual import Usual
from plancompare.comparing.rows import STATES, CellStatus, blank_status
from plancompare.model import Commitment, Corpus, Lang, Plan
from plancompare.telling.blocks import Column, Entries, Entry, Grid, Heading, Line, Mark, Own, Prose, Shown, joined
from plancompare.telling.collection import quoted, with_figures
from plancompare.telling.rows import legend
from plancompare.telling.source import MOST_PLANS
from plancompare.telling.standard_shares import over, standard_named, standards_of_many
from plancompare.telling.words import clauses, counted, listed, say

MOST_MAKERS = 5  # of many plans, whose words are told
IN_FULL = 4  # so few standards are told with their definitions and every plan's words


def standard_list(usual: Sequence[Usual], hidden: int, corpus: Corpus, lang: Lang) -> Iterator[Shown]:
    """The standards with every plan's sign; a few with definitions and the words of plans. ``hidden`` more exist.

    Where there are at most IN_FULL, the plans that make them are whole in ``corpus``.
    """
    if len(usual) <= IN_FULL:
        for one in usual:
            yield from _in_full(one, corpus, lang)
    elif len(corpus.plans) <= MOST_PLANS:
        yield _grid(usual, corpus.plans, lang)
        yield legend(lang)
    else:
        yield from standards_of_many(usual, corpus.plans, lang)
    if hidden:
        yield Prose(say("standards_hidden", lang, count=hidden), tone="faint")


def catalogue_summary(usual: Sequence[Usual], coded: tuple[int, int], lacking: str, lang: Lang) -> Prose:
    """How many standards somebody makes, or others than the plan called ``lacking`` do; how many commitments are coded,
    of how many."""
    used = sum(bool(one.made) for one in usual)
    counts = {"total": len(usual), "made": used, "nobody": len(usual) - used, "plan": lacking}
    head = say("standards_missing" if lacking else "standards_summary", lang, **counts)
    return Prose(clauses((head, say("standards_coded", lang, coded=coded[0], commitments=coded[1])), lang))


def _grid(usual: Sequence[Usual], plans: Sequence[Plan], lang: Lang) -> Grid:
    columns = (
        *(Column(plan.name, "mark", 6, plan.id) for plan in plans),
        Column(say("standard", lang), "label", 40),
        Column(say("makers", lang)),
    )
    lines = tuple(
        Line(
            (*_marks(one, plans), standard_named(one.standard, lang), _counted(one, lang)),
            one.standard.theme,
            one.standard.id,
        )
        for one in usual
    )
    return Grid("standards", "standards", "", columns, lines, brief=True)


def _marks(usual: Usual, plans: Sequence[Plan]) -> Iterator[Mark]:
    return (Mark(plan.id, _state(usual, plan)) for plan in plans)


def _state(usual: Usual, plan: Plan) -> CellStatus:
    if plan.id in usual.made:
        return "made"
    return "unsure" if plan.id in usual.perhaps else blank_status(plan, usual.standard.theme)


def _counted(usual: Usual, lang: Lang) -> str:
    return counted(len(usual.made), usual.covered, len(usual.perhaps), lang)


def _in_full(usual: Usual, corpus: Corpus, lang: Lang) -> Iterator[Shown]:
    """A standard with its definition, and every plan's words or what its silence means."""
    standard = usual.standard
    yield Heading(3, standard_named(standard, lang), note=_counted(usual, lang))
    if standard.definition:
        yield Prose(standard.definition, tone="faint")
    entries = []
    plans, more = _first(usual, corpus.plans)
    for plan in plans:
        state = _state(usual, plan)
        if state == "made":
            ids = set(usual.made[plan.id])
            entries += [_member(commitment, plan.name) for commitment in plan.commitments if commitment.id in ids]
        else:
            entries.append(
                Entry((Own(say(state, lang)),), plan.name, sign=state, tone="" if state == "unsure" else state)
            )
    yield Entries("measure", tuple(entries))
    if more:
        counts = Counter(_state(usual, plan) for plan in more)
        told = listed((f"{say(state, lang)} {counts[state]}" for state in STATES if counts[state]), lang)
        yield Prose(say("standard_more", lang, count=len(more), told=told), tone="faint")


def _first(usual: Usual, plans: Sequence[Plan]) -> tuple[Sequence[Plan], Sequence[Plan]]:
    """The plans that are told one by one, and the others: of many only some that make it."""
    if len(plans) <= MOST_PLANS:
        return plans, ()
    first = [plan for plan in plans if plan.id in usual.made][:MOST_MAKERS]
    return first, [plan for plan in plans if plan not in first]


def _member(commitment: Commitment, name: str) -> Entry:
    where = joined((commitment.place, commitment.key), "  ")
    return Entry(with_figures(commitment.text, commitment), name, sign="made", notes=(where,))


# --- a commitment to code ---


def commitment_to_code(commitment: Commitment, name: str, progress: tuple[int, int], lang: Lang) -> Iterator[Shown]:
    """One commitment in its plan's words, with place and phrase; ``progress``: its number, of how many."""
    number, covered = progress
    yield Heading(4, "", note=say("of", lang, made=number, covered=covered))
    where = joined((commitment.key, commitment.place, quoted(commitment)), "  ")
    yield Entries("texts", (Entry(with_figures(commitment.text, commitment), name, notes=(where,)),))


def choices(proposals: Sequence[Proposal], themes: Mapping[str, str], lang: Lang) -> Iterator[Shown]:
    """Numbered standards: label and id, how likely, theme; what counts, and the wording that comes closest."""
    if not proposals:
        yield Prose(say("no_standard", lang))
        return
    yield Entries("listed", tuple(_choice(number, one, themes, lang) for number, one in enumerate(proposals, 1)))


def _choice(number: int, proposal: Proposal, themes: Mapping[str, str], lang: Lang) -> Entry:
    standard = proposal.standard
    share = Own(f"{proposal.share:.0%}") if proposal.share else ""
    theme = themes.get(standard.theme, standard.theme)
    wording = f"「{proposal.wording}」" if proposal.wording else ""
    head = joined((f"{standard.label.zh}{over(standard, lang)}  [{standard.id}]", share, theme))
    return Entry(head, str(number), notes=(joined((standard.definition, wording)),))
