"""The writer's desk as a report: gaps, figures out of line, carry-down, renewal, own house."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

from plancompare.asking.desk.carrying import Carried, Change, Following
from plancompare.asking.desk.desk import Desk
from plancompare.asking.desk.gaps import Gap, Gaps
from plancompare.asking.desk.housekeeping import Fault
from plancompare.comparing.targets import shown, spread
from plancompare.model import Commitment, Lang
from plancompare.telling.blocks import Block, Cell, Column, Grid, Heading, Line, Prose, Report
from plancompare.telling.overview import scope
from plancompare.telling.report import reproduction, sheets
from plancompare.telling.rows import basis
from plancompare.telling.source import MOST_CANDIDATES, Source, figures_of
from plancompare.telling.words import clauses, counted, listed, say

FAULTS: tuple[Fault, ...] = ("figures", "unbound", "hedged")  # in the order told


def make_desk_report(desk: Desk, lang: Lang, command: str = "") -> Report:
    """The desk's answers in the order in which they are asked."""
    told = _Desk(desk, lang)
    narrowed = told.narrowed()
    blocks: list[Block] = [Prose(narrowed)] if narrowed else []
    blocks += [*told.opening(), *told.gaps(command), *told.carrying(), *told.renewal(), *told.own()]
    if not desk.gaps:
        blocks.append(Prose(command, code=True))
    peers = [plan.name for plan in desk.gaps.peers] if desk.gaps else []
    title = say("desk_title" if peers else "desk_title_alone", lang, draft=desk.draft.name, peers=listed(peers, lang))
    plans = [desk.draft, *(desk.gaps.peers if desk.gaps else ())]
    return Report(
        title=title,
        lang=lang,
        blocks=tuple(blocks),
        sheets=sheets(blocks, lang),
        names={plan.id: plan.name for plan in plans},
        themes={theme.id: theme.label.of(lang) for theme in desk.codebook.themes},
        narrowed=narrowed,
        date=max((date for plan in plans for date in plan.dates.values()), default=""),
    )


def encoding_note(desk: Desk, lang: Lang) -> str:
    """That a machine encoded the draft, from which file."""
    return say("desk_encoded", lang, file=desk.encoded, count=len(desk.draft.commitments))


def gap_counts(gaps: Gaps) -> Mapping[str, int]:
    """How many promises are missing and near, how many figures differ, and how many rows cannot be told."""
    found = {"missing": len(gaps.missing), "near": len(gaps.near), "figures": len(gaps.figures)}
    return {**found, "unknown": gaps.unknown}


def fault_counts(desk: Desk) -> Mapping[str, int]:
    """How often each fault was found in the draft's own house, and among how many commitments (``total``)."""
    counts = Counter(untidy.fault for untidy in desk.own or ())
    return {**{fault: counts[fault] for fault in FAULTS}, "total": desk.looked_over}


def tally(verdicts: Iterable[str], words: str, lang: Lang) -> str:
    """How often each verdict was given, from carried to not; ``words`` (carried, renewed) begins their message keys."""
    counts = Counter(verdicts)
    order = get_args({"carried": Carried, "renewed": Change}[words])
    told = [f"{say(f'{words}_{verdict}', lang)} {counts[verdict]}" for verdict in order if counts[verdict]]
    return listed(told, lang)


class _Desk:
    """The chapters; each is empty where nobody asked."""

    def __init__(self, desk: Desk, lang: Lang) -> None:
        self.desk = desk
        self.lang = lang

    def say(self, key: str, **values: object) -> str:
        return say(key, self.lang, **values)

    def columns(self, *heads: tuple[str, int]) -> tuple[Column, ...]:
        return tuple(Column(self.say(head), "text", width) for head, width in heads)

    def narrowed(self) -> str:
        """What was left out on purpose, in words; empty where nothing was."""
        asked, told = self.desk.asked, []
        if asked.theme:
            labels = {theme.id: theme.label.of(self.lang) for theme in self.desk.codebook.themes}
            told.append(self.say("narrowed_theme", theme=labels[asked.theme]))
        if self.desk.gaps and asked.least_peers > 1:
            told.append(self.say("desk_least_peers", count=asked.least_peers))
        return self.say("narrowed", told=clauses(told, self.lang)) if told else ""

    def opening(self) -> Iterator[Block]:
        if self.desk.encoded:
            yield Prose(encoding_note(self.desk, self.lang))

    def gaps(self, command: str) -> Iterator[Block]:
        gaps = self.desk.gaps
        if not gaps:
            return
        source = Source(gaps.comparison, self.lang, command)
        yield Heading(1, self.say("desk_counts"), "desk-counts")
        lines = tuple(Line((self.say(f"desk_count_{key}"), count)) for key, count in gap_counts(gaps).items())
        columns = (Column(self.say("report_measure"), "text", 40), Column(self.say("report_number"), "number", 10))
        yield Grid("desk-counts", "desk-counts", self.say("desk_counts"), columns, lines)
        for kind, found in (("missing", gaps.missing), ("near", gaps.near)):
            if found:
                yield Heading(1, self.say(f"desk_{kind}"), f"desk-{kind}")
                yield self._listed(kind, found, source)
        if gaps.figures:
            yield Heading(1, self.say("desk_figures"), "desk-figures")
            yield self._figures(gaps, source)
        yield from scope(source)
        yield from reproduction(source)

    def _listed(self, kind: str, found: Sequence[Gap], source: Source) -> Grid:
        """Gaps with the peers' words; on a sheet with a column to fill."""
        answers = tuple(self.say(f"desk_answer_{answer}") for answer in ("take", "adapt", "have", "leave"))
        columns = (
            Column(self.say("report_no"), "number", 5),
            Column(self.say("theme"), "text", 14),
            Column(self.say("row"), "label", 34),
            Column(self.say("report_k_of_n"), "text", 7),
            Column(self.say("report_basis"), "text", 10),
            Column(self.say("desk_spread"), "text", 14),
            Column(self.say("desk_nearest"), "text", 26),
            Column(self.say("desk_answer"), "text", 12, data=True, choices=answers),
            Column(self.say("desk_remark"), "text", 24, data=True),
            *(column for column in source.plan_columns("mark", 6) if column.plan != self.desk.draft.id),
        )
        lines = tuple(self._gap(place, gap, source) for place, gap in enumerate(found, 1))
        note = self.say("desk_note") if kind == "missing" else self.say("desk_near_note")
        return Grid(f"desk-{kind}", f"desk-{kind}", self.say(f"desk_{kind}"), columns, lines, note)

    def _gap(self, number: int, gap: Gap, source: Source) -> Line:
        label = source.label(gap.row)
        marks = [mark for mark in source.marks(gap.row) if mark.plan != self.desk.draft.id]
        told = counted(gap.made, gap.covered, gap.unsure, self.lang)
        start = (number, source.theme(gap.row.theme), label, told, basis(gap.row, self.lang))
        return Line((*start, self.spread(gap), self.nearest(gap), "", "", *marks), gap.row.theme, gap.row.id)

    def spread(self, gap: Gap) -> str:
        """The peers' figures by measure, from the lowest to the highest."""
        return "; ".join(spread([target for _, target in several]) for several in gap.figures.values())

    def nearest(self, gap: Gap) -> str:
        """The draft's passages that may be the promise, best first, or the one that comes nearest."""
        found = [(near.commitment, near.score) for near in gap.candidates[:MOST_CANDIDATES] or [gap.nearest] if near]
        if not found:
            return self.say("desk_nothing_near")
        return clauses((f"{c.text} ({score}) · {c.section.path} · {c.id}" for c, score in found), self.lang)

    def _figures(self, gaps: Gaps, source: Source) -> Grid:
        lines = []
        for found in gaps.figures:
            indicator = gaps.comparison.indicators.get(found.measure)
            mine = shown(found.mine) if found.mine else self.say("desk_none")
            peers = "; ".join(f"{source.names[plan]} {shown(target)}" for plan, target in found.peers.items())
            stands = "; ".join(f"{source.names[plan]} {self.say(how)}" for plan, how in found.relations.items())
            measure = indicator.label.of(self.lang) if indicator else found.measure
            cells = (source.theme(found.row.theme), source.label(found.row), measure, mine, peers, stands)
            lines.append(Line(cells, found.row.theme, found.row.id))
        heads = (("theme", 14), ("row", 30), ("report_measure", 20), ("desk_own_figures", 12), ("desk_spread", 30))
        columns = self.columns(*heads, ("desk_stands", 24))
        note = self.say("report_relation_note")
        return Grid("desk-figures", "desk-figures", self.say("desk_figures"), columns, tuple(lines), note)

    def carrying(self) -> Iterator[Block]:
        carrying = self.desk.carrying
        if carrying:
            found = [(following, following.carried) for following in carrying.found]
            yield from self._follow(self.say("desk_carried", plan=carrying.plan.name), "carried", found)

    def _follow(self, title: str, words: str, found: Sequence[tuple[Following, str]]) -> Iterator[Block]:
        """What became of each commitment of another plan; ``words`` (carried, renewed) begins the message keys."""
        above, below = {
            "carried": ("carried_above", "carried_below"),
            "renewed": ("renewed_before", "desk_draft_text"),
        }[words]
        yield Heading(1, title, f"desk-{words}")
        told = tally((verdict for _, verdict in found), words, self.lang)
        yield Prose(self.say("carried_summary", total=len(found), told=told))
        columns = self.columns(
            ("report_place", 18), (above, 34), ("targets", 14), (words, 10), (below, 34),
            ("desk_own_figures", 14), ("carried_why", 18), ("report_key", 14),
        )  # fmt: skip
        lines = tuple(Line(self._followed(f, self.say(f"{words}_{verdict}")), row=f.row) for f, verdict in found)
        yield Grid(f"desk-{words}", f"desk-{words}", title, columns, lines, self.say(f"{words}_note"))

    def _followed(self, found: Following, verdict: str) -> tuple[Cell, ...]:
        """Place, words and figures above, the verdict, words and figures below, why, and both ids."""
        above = found.commitment
        below = " / ".join(c.text for c in found.theirs)
        if found.theirs and found.carried in ("near", "missing"):
            below = self.say("desk_you_say", text=below, score=found.score)
        why = "; ".join((*map(self.say, found.reasons), *([found.why] if found.why else [])))
        ids = ", ".join(c.id for c in (above, *found.theirs))
        return (above.place, above.text, figures_of(above), verdict, below, figures_of(*found.theirs), why, ids)

    def renewal(self) -> Iterator[Block]:
        renewal = self.desk.renewal
        if not renewal:
            return
        found = [(renewed.following, renewed.change) for renewed in renewal.found]
        yield from self._follow(self.say("desk_renewed", plan=renewal.plan.name), "renewed", found)
        if renewal.beyond.new:
            yield self._own_list("desk-new", self.say("desk_new"), renewal.beyond.new)
        if renewal.beyond.untold:
            yield Prose(self.say("renewed_untold", count=len(renewal.beyond.untold)))
        if renewal.beyond.unsure:
            yield Prose(self.say("renewed_unsure", count=len(renewal.beyond.unsure)))

    def _own_list(self, id: str, caption: str, commitments: Iterable[Commitment]) -> Grid:
        columns = self.columns(("report_key", 10), ("desk_draft_text", 50), ("targets", 18), ("report_place", 30))
        lines = tuple(Line((c.id, c.text, figures_of(c), c.place)) for c in commitments)
        return Grid(id, id, caption, columns, lines)

    def own(self) -> Iterator[Block]:
        if self.desk.own is None:
            return
        yield Heading(1, self.say("desk_self"), "desk-self")
        yield Prose(self.say("desk_self_summary", **fault_counts(self.desk)))
        columns = self.columns(
            ("desk_fault", 20), ("report_key", 10), ("desk_draft_text", 44), ("targets", 16), ("report_word", 9),
            ("desk_other", 30), ("report_place", 26),
        )  # fmt: skip
        lines = []
        for found in self.desk.own:
            c, other = found.commitment, found.other
            also = f"{other.id} {figures_of(other)}" if other and other is not c else ""
            told_of = (self.say(f"fault_{found.fault}"), c.id, c.text, figures_of(c), found.word, also, c.place)
            lines.append(Line(told_of))
        yield Grid("desk-self", "desk-self", self.say("desk_self"), columns, tuple(lines))
