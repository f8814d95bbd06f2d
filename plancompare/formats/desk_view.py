"""The writer's desk on a screen."""

from collections import Counter
from collections.abc import Iterable, Sequence

from plancompare.asking.desk.carrying import Following
from plancompare.asking.desk.desk import Desk
from plancompare.asking.desk.gaps import Gap, Gaps
from plancompare.comparing.targets import shown, spread
from plancompare.formats.terminal.screen import Screen
from plancompare.model import Commitment, Plan, Target
from plancompare.telling.desk import tally
from plancompare.telling.text import cells, clip, pad, printable, wrap
from plancompare.telling.words import say

MOST_NAME = 12  # columns that a plan's name takes before its words

# how a verdict is coloured: as the state of a cell that it comes near to
_STYLES = {
    "same": "made", "kept": "made", "strengthened": "made", "raised": "made", "localised": "target", "near": "target",
    "weakened": "not_covered", "lowered": "not_covered", "missing": "not_found", "dropped": "not_found",
    "not_covered": "faint", "not_applicable": "faint",
}  # fmt: skip


def write_desk(desk: Desk, screen: Screen) -> None:
    """Whatever was asked, one part after the other."""
    view = _View(desk, screen)
    if desk.encoded:
        told = say("desk_encoded", screen.lang, file=desk.encoded, count=len(desk.draft.commitments))
        view.told([told], "not_covered")
    if desk.gaps:
        view.gaps(desk.gaps)
    if desk.carrying:
        view.head(say("desk_carried", screen.lang, plan=desk.carrying.plan.name))
        view.following([(f, f.carried) for f in desk.carrying.found], "carried")
    if desk.renewal:
        view.head(say("desk_renewed", screen.lang, plan=desk.renewal.plan.name))
        view.following([(f.following, f.change) for f in desk.renewal.found], "renewed")
        view.listed(say("desk_new", screen.lang), desk.renewal.beyond.new)
        if desk.renewal.beyond.untold:
            view.told([say("renewed_untold", screen.lang, count=len(desk.renewal.beyond.untold))])
    if desk.own is not None:
        view.own(desk)


class _View:
    """One draft's answers on one screen."""

    def __init__(self, desk: Desk, screen: Screen) -> None:
        self.desk = desk
        self.screen = screen
        self.lang = screen.lang
        self.labels = {theme.id: theme.label.of(screen.lang) for theme in desk.codebook.themes}

    def head(self, text: str) -> None:
        """The head of a part, set off by a blank line."""
        if self.screen.lines:
            self.screen.line()
        for line in wrap(printable(text), self.screen.width):
            self.screen.line(self.screen.paint(line, "theme"))

    def told(self, parts: Iterable[str], style: str = "", indent: int = 0, first: str = "") -> None:
        """The ``parts`` that say something, wrapped under ``indent`` columns; ``first`` stands on the first line."""
        start = pad(first, indent)
        text = printable(self.screen.own(" · ").join(part for part in parts if part)).replace("\n", " ")
        for line in wrap(text, self.screen.width - indent):
            self.screen.line(start + (self.screen.paint(line, style) if style else line))
            start = " " * indent

    def figures(self, targets: Iterable[Target]) -> str:
        """Figures in brackets; nothing where there are none."""
        told = ", ".join(map(shown, targets))
        return self.screen.own(f"[{told}]") if told else ""

    def gaps(self, gaps: Gaps) -> None:
        """Missing, near, and figures out of line, with a line of counts at the end."""
        names = _names(gaps.peers)
        for kind, found in (("missing", gaps.missing), ("near", gaps.near)):
            if found:
                self.head(f"{say(f'desk_{kind}', self.lang)} ({len(found)})")
                for gap in found:
                    self._gap(gap, names)
        if gaps.figures:
            self.head(f"{say('desk_figures', self.lang)} ({len(gaps.figures)})")
            self._out_of_line(gaps, names)
        if not gaps.gaps and not gaps.unknown:
            self.head(say("desk_nothing", self.lang))
        self.screen.line()
        counts = {"missing": len(gaps.missing), "near": len(gaps.near), "figures": len(gaps.figures)}
        self.told([say("desk_summary", self.lang, **counts, unknown=gaps.unknown)])

    def _gap(self, gap: Gap, names: dict[str, str]) -> None:
        """How many peers, the promise, each peer's words, their figures, the nearest passage."""
        row = gap.row
        count = say("of", self.lang, made=gap.made, covered=gap.covered)
        indent = max(7, cells(count) + 1)
        label = row.core.text if len(row.commitments) == 1 else row.label.of(self.lang)
        undecided = say("weakest", self.lang, score=row.weakest_link) if row.weakest_link is not None else ""
        self.told([f"{label}  [{self.labels.get(row.theme, row.theme)}]", undecided], "head", indent, count)
        width = max(map(cells, names.values())) + 1
        for commitment in row.commitments:
            start = " " * indent + pad(names[commitment.plan], width)
            words = "" if commitment.text == label else commitment.text
            figures = self.figures(commitment.targets)
            self.told((words, figures, commitment.section.path, commitment.id), "", indent + width, start)
        for several in gap.figures.values():
            if len(several) > 1:
                figures = self.screen.own(spread([target for _, target in several]))
                self.told([f"{say('desk_spread', self.lang)} {figures}"], "target", indent)
        if gap.nearest:
            self._near(gap.nearest.commitment, gap.nearest.score, indent)

    def _near(self, commitment: Commitment, score: int | None, indent: int) -> None:
        """The draft's nearest passage, and how near it comes."""
        parts = (commitment.text, self.figures(commitment.targets), commitment.section.path, commitment.id)
        text = self.screen.own(" · ").join(part for part in parts if part)
        self.told([say("desk_you_say", self.lang, text=text, score=score)], "faint", indent)

    def _out_of_line(self, gaps: Gaps, names: dict[str, str]) -> None:
        width = max(map(cells, names.values())) + 1
        for found in gaps.figures:
            indicator = gaps.comparison.indicators.get(found.measure)
            label = indicator.label.of(self.lang) if indicator else found.measure
            mine = self.screen.own(shown(found.mine)) if found.mine else say("desk_none", self.lang)
            own = found.row.cells[gaps.draft.id].commitments[0]
            self.told((f"{label}: {say('desk_mine', self.lang)} {mine}", own.text, own.id), "head", 4, "  ")
            for plan, target in found.peers.items():
                stands = say(found.relations[plan], self.lang)
                self.told((self.screen.own(shown(target)), stands), "", 6 + width, " " * 6 + names[plan])

    def following(self, found: Sequence[tuple[Following, str]], words: str) -> None:
        """Each commitment above, what became of it, and the draft's words for it."""
        labels = {verdict: say(f"{words}_{verdict}", self.lang) for _, verdict in found}
        width = max(map(cells, labels.values()), default=0) + 2
        for following, verdict in found:
            above = following.commitment
            label = self.screen.paint(labels[verdict], _STYLES[verdict]) + " " * (width - cells(labels[verdict]))
            self.told((above.text, self.figures(above.targets), above.section.path), "", width, label)
            if following.why:
                self.told([following.why], "faint", width)
            if following.carried in ("near", "missing"):
                for commitment in following.theirs:
                    self._near(commitment, following.score, width)
                continue
            why = "; ".join(say(reason, self.lang) for reason in following.reasons)
            for commitment in following.theirs:
                words_below = f"{self.screen.own('→')} {commitment.text}"
                self.told((words_below, self.figures(commitment.targets), commitment.id, why), "faint", width)
        self.screen.line()
        told = tally((verdict for _, verdict in found), words, self.lang)
        self.told([say("carried_summary", self.lang, total=len(found), told=told)])

    def listed(self, caption: str, commitments: Sequence[Commitment]) -> None:
        """Commitments under a head."""
        if commitments:
            self.head(f"{caption} ({len(commitments)})")
        width = max((cells(c.id) for c in commitments), default=0) + 4
        for c in commitments:
            self.told((c.text, self.figures(c.targets), c.section.path), "", width, f"  {c.id}")

    def own(self, desk: Desk) -> None:
        """Faults of the draft's own house, kind by kind."""
        found = desk.own or ()
        width = max((cells(untidy.commitment.id) for untidy in found), default=0) + 4
        for fault in ("figures", "unbound", "hedged"):
            several = [untidy for untidy in found if untidy.fault == fault]
            if several:
                self.head(f"{say(f'fault_{fault}', self.lang)} ({len(several)})")
            for untidy in several:
                c, other = untidy.commitment, untidy.other
                also = f"{other.id} {self.figures(other.targets)}" if other and other is not c else ""
                self.told((c.text, self.figures(c.targets), also, untidy.word, c.section.path), "", width, f"  {c.id}")
        self.screen.line()
        counts = Counter(untidy.fault for untidy in found)
        told = {fault: counts[fault] for fault in ("figures", "unbound", "hedged")}
        self.told([say("desk_self_summary", self.lang, total=desk.looked_over, **told)])


def _names(plans: Iterable[Plan]) -> dict[str, str]:
    """What plans are called before their words."""
    return {plan.id: clip(printable(plan.name), MOST_NAME) for plan in plans}
