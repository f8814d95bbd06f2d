"""The writer's desk on a screen."""

from collections import Counter
from collections.abc import Sequence

from plancompare.carrying import Following
from plancompare.desk import Desk
from plancompare.formats.screen import Screen, cells, pad, printable, wrap
from plancompare.gaps import Gap, Gaps
from plancompare.messages import say
from plancompare.model import Commitment
from plancompare.targets import shown, spread

# how a verdict is coloured: as the state of a cell that it comes near to
_STYLES = {
    "same": "made", "kept": "made", "strengthened": "made", "raised": "made", "localised": "target", "near": "target",
    "weakened": "not_covered", "lowered": "not_covered", "missing": "not_found", "dropped": "not_found",
    "not_covered": "faint",
}  # fmt: skip


def write_desk(desk: Desk, screen: Screen) -> None:
    """Whatever was asked, one part after the other."""
    view = _View(desk, screen)
    if desk.encoded:
        view.told(say("desk_encoded", screen.lang, file=desk.encoded, count=len(desk.draft.commitments)), "not_covered")
    if desk.gaps:
        view.gaps(desk.gaps)
    if desk.carrying:
        view.head(say("desk_carried", screen.lang, plan=desk.carrying.plan.name))
        view.following([(f, f.carried) for f in desk.carrying.found], "carried")
    if desk.renewal:
        view.head(say("desk_renewed", screen.lang, plan=desk.renewal.plan.name))
        view.following([(f.following, f.change) for f in desk.renewal.found], "renewed")
        view.listed(say("desk_new", screen.lang), desk.renewal.new)
    if desk.own is not None:
        view.own(desk)


class _View:
    """One draft's answers on one screen."""

    def __init__(self, desk: Desk, screen: Screen) -> None:
        self.desk = desk
        self.screen = screen
        self.lang = screen.lang

    def head(self, text: str) -> None:
        """The head of a part, set off by a blank line."""
        if self.screen.lines:
            self.screen.line()
        self.screen.line(self.screen.paint(printable(text), "theme"))

    def told(self, text: str, style: str = "", indent: int = 0, first: str = "") -> None:
        """Words that wrap under ``indent`` columns; ``first`` stands before them on the first line."""
        start = pad(first, indent)
        for line in wrap(self.screen.own(printable(text)), self.screen.width - indent):
            self.screen.line(start + (self.screen.paint(line, style) if style else line))
            start = " " * indent

    def gaps(self, gaps: Gaps) -> None:
        """Missing, near, and figures out of line, with a line of counts at the end."""
        for kind, found in (("missing", gaps.missing), ("near", gaps.near)):
            if found:
                self.head(f"{say(f'desk_{kind}', self.lang)} ({len(found)})")
                for gap in found:
                    self._gap(gap, gaps)
        if gaps.figures:
            self.head(f"{say('desk_figures', self.lang)} ({len(gaps.figures)})")
            self._figures(gaps)
        if not gaps.gaps and not gaps.unknown:
            self.head(say("desk_nothing", self.lang))
        self.screen.line()
        counts = {"missing": len(gaps.missing), "near": len(gaps.near), "figures": len(gaps.figures)}
        self.told(say("desk_summary", self.lang, **counts, unknown=gaps.unknown))

    def _gap(self, gap: Gap, gaps: Gaps) -> None:
        """How many peers, the promise, each peer's words, their figures, the nearest passage."""
        labels = {theme.id: theme.label.of(self.lang) for theme in gaps.comparison.codebook.themes}
        names = {plan.id: plan.name for plan in gaps.peers}
        count = say("of", self.lang, made=gap.made, covered=gap.covered)
        indent = max(7, cells(count) + 1)
        label = gap.row.core.text if len(gap.row.commitments) == 1 else gap.row.label
        self.told(f"{label}  [{labels.get(gap.row.theme, gap.row.theme)}]", "head", indent, count)
        width = max(map(cells, names.values())) + 1
        for commitment in gap.row.commitments:
            words = "" if commitment.text == label else commitment.text
            self._words(words, commitment, names[commitment.plan], indent, width)
        for several in gap.figures.values():
            if len(several) > 1:
                told = f"{say('desk_spread', self.lang)} {spread([target for _, target in several])}"
                self.told(told, "target", indent, "")
        if gap.nearest:
            near = gap.nearest.commitment
            text = f"{near.text} · {near.section.path} · {near.id}"
            self.told(say("desk_you_say", self.lang, text=text, score=gap.nearest.score), "faint", indent)

    def _words(self, words: str, commitment: Commitment, name: str, indent: int, width: int) -> None:
        """A peer's words with figures, place and id behind them."""
        figures = ", ".join(map(shown, commitment.targets))
        behind = (words, f"[{figures}]" if figures else "", commitment.section.path, commitment.id)
        start = " " * indent + pad(printable(name), width)
        self.told(" · ".join(part for part in behind if part), "", indent + width, start)

    def _figures(self, gaps: Gaps) -> None:
        names = {plan.id: plan.name for plan in gaps.peers}
        for found in gaps.figures:
            indicator = gaps.comparison.indicators.get(found.measure)
            label = indicator.label.of(self.lang) if indicator else found.measure
            mine = shown(found.mine) if found.mine else say("desk_none", self.lang)
            own = list(found.row.cells[gaps.draft.id].commitments)
            self.told(f"{label}: {say('desk_mine', self.lang)} {mine} · {own[0].id}", "head", 2)
            for plan, target in found.peers.items():
                told = f"{names[plan]} {shown(target)} · {say(found.relations[plan], self.lang)}"
                self.told(told, "", 6)

    def following(self, found: Sequence[tuple[Following, str]], words: str) -> None:
        """Each commitment above, what became of it, and the draft's words for it."""
        counts = Counter(verdict for _, verdict in found)
        told = ", ".join(f"{say(f'{words}_{verdict}', self.lang)} {count}" for verdict, count in sorted(counts.items()))
        width = max((cells(say(f"{words}_{verdict}", self.lang)) for verdict in counts), default=0) + 2
        for following, verdict in found:
            label = pad(say(f"{words}_{verdict}", self.lang), width)
            above = following.commitment
            figures = ", ".join(map(shown, above.targets))
            body = " · ".join(p for p in (above.text, f"[{figures}]" if figures else "", above.section.path) if p)
            self.told(body, "", width, self.screen.paint(label, _STYLES[verdict]) if self.screen.colours else label)
            for commitment in following.theirs:
                figures = ", ".join(map(shown, commitment.targets))
                score = f" ({following.score})" if verdict in ("near", "missing", "dropped") else ""
                why = "; ".join(say(reason, self.lang) for reason in following.reasons)
                parts = (f"→ {commitment.text}{score}", f"[{figures}]" if figures else "", commitment.id, why)
                self.told(" · ".join(part for part in parts if part), "faint", width)
        self.screen.line()
        self.told(say("carried_summary", self.lang, total=len(found), told=told))

    def listed(self, caption: str, commitments: Sequence[Commitment]) -> None:
        """Commitments under a head."""
        if commitments:
            self.head(f"{caption} ({len(commitments)})")
        for commitment in commitments:
            figures = ", ".join(map(shown, commitment.targets))
            self.told(commitment.text + (f"  [{figures}]" if figures else ""), "", 10, f"  {commitment.id}")

    def own(self, desk: Desk) -> None:
        """Faults of the draft's own house, kind by kind."""
        found = desk.own or ()
        for fault in ("figures", "unbound", "hedged"):
            several = [untidy for untidy in found if untidy.fault == fault]
            if several:
                self.head(f"{say(f'fault_{fault}', self.lang)} ({len(several)})")
            for untidy in several:
                commitment, other = untidy.commitment, untidy.other
                figures = ", ".join(map(shown, commitment.targets))
                also = f"{other.id} [{', '.join(map(shown, other.targets))}]" if other else ""
                parts = (commitment.text, f"[{figures}]" if figures else "", also, untidy.word, commitment.section.path)
                self.told(" · ".join(part for part in parts if part), "", 11, f"  {commitment.id}")
        self.screen.line()
        counts = Counter(untidy.fault for untidy in found)
        told = {fault: counts[fault] for fault in ("figures", "unbound", "hedged")}
        self.told(say("desk_self_summary", self.lang, total=len(desk.draft.commitments), **told))
