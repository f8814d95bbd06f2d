"""The writer's desk as a report: findings first, then gaps, figures, carry-down, renewal and own house as annexes."""

from collections import Counter
from collections.abc import Iterator, Mapping

from plancompare.asking.desk.desk import Desk
from plancompare.asking.desk.housekeeping import Fault, Untidy
from plancompare.model import Lang
from plancompare.telling.blocks import Block, Column, Grid, Heading, Line, Prose, Report
from plancompare.telling.desk_following import beyond, pairs
from plancompare.telling.desk_gaps import gap_chapters, gap_findings
from plancompare.telling.overview import scope
from plancompare.telling.report import reproduction, sheets, with_annexes
from plancompare.telling.source import Source, figures_of
from plancompare.telling.words import clauses, listed, say

FAULTS: tuple[Fault, ...] = ("figures", "unbound", "hedged")  # in the order told


def make_desk_report(desk: Desk, lang: Lang, command: str = "") -> Report:
    """The desk's answers: what a meeting looks at, then each in full, in the order in which they are asked."""
    narrowed = _narrowed(desk, lang)
    blocks: list[Block] = [Prose(narrowed)] if narrowed else []
    blocks += with_annexes([*_findings(desk, lang), *_annexes(desk, lang, command)])
    title = say("desk_title" if desk.gaps else "desk_title_alone", lang, draft=desk.draft.name)
    plans = [desk.draft, *(desk.gaps.peers if desk.gaps else ())]
    return Report(
        title=title,
        lang=lang,
        blocks=tuple(blocks),
        sheets=sheets(blocks, lang),
        names={plan.id: plan.name for plan in plans},
        themes={theme.id: theme.label.of(lang) for theme in desk.codebook.themes},
        narrowed=narrowed,
        date=max(desk.draft.dates.values(), default=""),
    )


def opening(desk: Desk, lang: Lang) -> Iterator[str]:
    """What has to be known of the draft: that a machine encoded it, from which file; that it is a part of a plan."""
    if desk.encoded:
        yield say("desk_encoded", lang, file=desk.encoded, count=len(desk.draft.commitments))
    if desk.gaps and desk.request.excerpt:
        yield say("desk_excerpt", lang)


def fault_counts(desk: Desk) -> Mapping[str, int]:
    """How often each fault was found in the draft's own house, and among how many commitments (``total``)."""
    counts = Counter(untidy.fault for untidy in desk.untidy or ())
    return {**{fault: counts[fault] for fault in FAULTS}, "total": desk.looked_over}


def _narrowed(desk: Desk, lang: Lang) -> str:
    """What was left out on purpose, in words; empty where nothing was."""
    request, limits = desk.request, []
    if request.theme:
        labels = {theme.id: theme.label.of(lang) for theme in desk.codebook.themes}
        limits.append(say("narrowed_theme", lang, theme=labels[request.theme]))
    if desk.gaps and request.least_peers > 1:
        limits.append(say("desk_least_peers", lang, count=request.least_peers))
    return say("narrowed", lang, told=clauses(limits, lang)) if limits else ""


def _findings(desk: Desk, lang: Lang) -> Iterator[Block]:
    """The paper itself: what can be said at once of everything that was asked."""
    yield Heading(1, say("telling", lang), "telling")
    if desk.gaps:
        peers = listed((plan.name for plan in desk.gaps.peers), lang)
        yield Prose(say("desk_against", lang, count=len(desk.gaps.peers), peers=peers))
    yield from (Prose(note, tone="faint") for note in opening(desk, lang))
    yield from gap_findings(desk, lang)
    for pair in pairs(desk, lang):
        yield from pair.findings()
    if desk.untidy is not None:
        yield Prose(f"{say('desk_self', lang)}　{say('desk_self_summary', lang, **fault_counts(desk))}")


def _annexes(desk: Desk, lang: Lang, command: str) -> Iterator[Block]:
    yield from gap_chapters(desk, lang)
    for pair in pairs(desk, lang):
        yield from pair.annex()
        yield from beyond(desk, lang) if pair.words == "renewed" else ()
    if desk.untidy is not None:
        yield Heading(1, say("desk_self", lang), "desk-self")
        yield _own(desk.untidy, lang)
    if desk.gaps:
        yield Heading(1, say("report_sources", lang), "sources")
        source = Source(desk.gaps.comparison, lang, command)
        yield from scope(source)
        yield from reproduction(source)
    else:  # a line, which is no annex of its own
        yield Heading(2, say("report_again", lang), "again")
        yield Prose(command, code=True)


def _own(untidy: tuple[Untidy, ...], lang: Lang) -> Grid:
    columns = (
        Column(say("desk_fault", lang), "text", 18),
        Column(say("desk_draft_text", lang), "label", 44),
        Column(say("targets", lang), "text", 16, small=True),
        Column(say("report_key", lang), "text", 10, small=True),
        Column(say("report_place", lang), "text", 26, small=True),
        Column(say("report_word", lang), "text", 9, spare=True),
        Column(say("desk_other", lang), "text", 20, spare=True),
    )
    lines = []
    for one in untidy:
        c, other = one.commitment, one.other
        also = f"{other.id} {figures_of(other)}" if other and other is not c else ""
        lines.append(
            Line((say(f"fault_{one.fault}", lang), c.text, figures_of(c), c.id, c.section.path, one.word, also))
        )
    return Grid("desk-self", "desk-self", say("desk_self", lang), columns, tuple(lines))
