"""The writer's desk as a report: gaps, figures out of line, carry-down, renewal, own house."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

from plancompare.asking.desk.carrying import Carried, Change, Following
from plancompare.asking.desk.desk import Desk
from plancompare.asking.desk.housekeeping import Fault
from plancompare.model import Commitment, Lang
from plancompare.telling.blocks import Block, Cell, Column, Grid, Heading, Line, Prose, Report
from plancompare.telling.desk_gaps import gap_chapters, nearness
from plancompare.telling.report import sheets
from plancompare.telling.source import figures_of
from plancompare.telling.words import clauses, listed, say

FAULTS: tuple[Fault, ...] = ("figures", "unbound", "hedged")  # in the order told


def make_desk_report(desk: Desk, lang: Lang, command: str = "") -> Report:
    """The desk's answers in the order in which they are asked."""
    chapters = _Desk(desk, lang)
    narrowed = chapters.narrowed()
    blocks: list[Block] = [Prose(narrowed)] if narrowed else []
    blocks += [
        *chapters.opening(),
        *gap_chapters(desk, lang, command),
        *chapters.carrying(),
        *chapters.renewal(),
        *chapters.own(),
    ]
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


def tally(verdicts: Iterable[str], words: str, lang: Lang) -> str:
    """How often each verdict was given, from carried to not; ``words`` (carried, renewed) begins their message keys."""
    counts = Counter(verdicts)
    order = get_args({"carried": Carried, "renewed": Change}[words])
    counted = [f"{say(f'{words}_{verdict}', lang)} {counts[verdict]}" for verdict in order if counts[verdict]]
    return listed(counted, lang)


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
        request, limits = self.desk.request, []
        if request.theme:
            labels = {theme.id: theme.label.of(self.lang) for theme in self.desk.codebook.themes}
            limits.append(self.say("narrowed_theme", theme=labels[request.theme]))
        if self.desk.gaps and request.least_peers > 1:
            limits.append(self.say("desk_least_peers", count=request.least_peers))
        return self.say("narrowed", told=clauses(limits, self.lang)) if limits else ""

    def opening(self) -> Iterator[Block]:
        yield from map(Prose, opening(self.desk, self.lang))

    def carrying(self) -> Iterator[Block]:
        carrying = self.desk.carrying
        if carrying:
            followings = [(following, following.carried) for following in carrying.followings]
            yield from self._follow(self.say("desk_carried", plan=carrying.plan.name), "carried", followings)

    def _follow(self, title: str, words: str, followings: Sequence[tuple[Following, str]]) -> Iterator[Block]:
        """What became of each commitment of another plan; ``words`` (carried, renewed) begins the message keys."""
        above, below = {
            "carried": ("carried_above", "carried_below"),
            "renewed": ("renewed_before", "desk_draft_text"),
        }[words]
        yield Heading(1, title, f"desk-{words}")
        summary = tally((verdict for _, verdict in followings), words, self.lang)
        yield Prose(self.say("carried_summary", total=len(followings), told=summary))
        columns = self.columns(
            ("report_place", 18), (above, 34), ("targets", 14), (words, 10), (below, 34),
            ("desk_own_figures", 14), ("carried_why", 18), ("report_key", 14),
        )  # fmt: skip
        lines = tuple(Line(self._followed(f, self.say(f"{words}_{verdict}")), row=f.row) for f, verdict in followings)
        yield Grid(f"desk-{words}", f"desk-{words}", title, columns, lines, self.say(f"{words}_note"))

    def _followed(self, following: Following, verdict: str) -> tuple[Cell, ...]:
        """Place, words and figures above, the verdict, words and figures below, why, and both ids."""
        above = following.commitment
        below = " / ".join(c.text for c in following.theirs)
        if following.theirs and following.carried in ("near", "missing"):
            below = self.say(nearness(following.carried == "near", following.score), text=below, score=following.score)
        why = "; ".join((*map(self.say, following.reasons), *([following.why] if following.why else [])))
        ids = ", ".join(c.id for c in (above, *following.theirs))
        return (above.place, above.text, figures_of(above), verdict, below, figures_of(*following.theirs), why, ids)

    def renewal(self) -> Iterator[Block]:
        renewal = self.desk.renewal
        if not renewal:
            return
        followings = [(renewed.following, renewed.change) for renewed in renewal.renewed]
        yield from self._follow(self.say("desk_renewed", plan=renewal.plan.name), "renewed", followings)
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
        if self.desk.untidy is None:
            return
        yield Heading(1, self.say("desk_self"), "desk-self")
        yield Prose(self.say("desk_self_summary", **fault_counts(self.desk)))
        columns = self.columns(
            ("desk_fault", 20), ("report_key", 10), ("desk_draft_text", 44), ("targets", 16), ("report_word", 9),
            ("desk_other", 30), ("report_place", 26),
        )  # fmt: skip
        lines = []
        for fault in self.desk.untidy:
            c, other = fault.commitment, fault.other
            also = f"{other.id} {figures_of(other)}" if other and other is not c else ""
            told_of = (self.say(f"fault_{fault.fault}"), c.id, c.text, figures_of(c), fault.word, also, c.place)
            lines.append(Line(told_of))
        yield Grid("desk-self", "desk-self", self.say("desk_self"), columns, tuple(lines))
