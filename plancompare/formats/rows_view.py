"""The rows of a comparison on a screen, theme by theme: who makes each promise, in which words, with which figures."""

from collections import Counter
from collections.abc import Sequence

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.differences import Difference
from plancompare.comparing.rows import Row
from plancompare.comparing.targets import shown
from plancompare.formats.terminal.screen import Screen
from plancompare.model import Commitment, Plan
from plancompare.telling.text import cells, clip, pad, printable, wrap
from plancompare.telling.words import say

MOST_NAME = 6  # columns that a plan's name takes at the head of its state column


def brief(comparison: Comparison, screen: Screen) -> None:
    """One line of counts."""
    statuses = Counter(row.status for row in comparison.rows)
    blanks = sum(cell.status == "not_covered" for row in comparison.rows for cell in row.cells.values())
    sizes: Counter[str] = Counter(c.plan for row in comparison.rows for c in row.commitments)
    screen.line(
        screen.own(
            say(
                "brief",
                screen.lang,
                plans=" · ".join(f"{printable(p.name)} {sizes[p.id]}" for p in comparison.plans),
                shared=statuses["shared"],
                partial=statuses["partial"],
                unique=statuses["unique"],
                figures=len({d.row for d in comparison.differences if d.kind == "target"}),
                unknown=blanks,
            )
        )
    )


def write_rows(comparison: Comparison, screen: Screen, words: bool = True) -> None:
    """All rows; ``words`` shows under each row what every plan says."""
    if not comparison.rows:
        screen.line(say("nothing", screen.lang))
        return
    view = _View(comparison, screen)
    view.legend()
    for theme, rows in comparison.by_theme().items():
        view.theme(theme, rows)
        for row in rows:
            view.row(row, words)
    screen.line()
    undecided = sum(row.weakest_link is not None for row in comparison.rows)
    told = {"rows": len(comparison.rows), "multi": sum(row.made > 1 for row in comparison.rows)}
    for line in wrap(say("summary", screen.lang, **told, undecided=undecided), screen.width):
        screen.line(line)
    brief(comparison, screen)


class _View:
    """Knows the columns of one comparison on one screen."""

    def __init__(self, comparison: Comparison, screen: Screen) -> None:
        self.comparison = comparison
        self.screen = screen
        self.labels = {theme.id: theme.label for theme in comparison.codebook.themes}
        self.names = {plan.id: printable(plan.name) for plan in comparison.plans}
        self.heads = [clip(self.names[plan.id], MOST_NAME) for plan in comparison.plans]
        self.widths = [max(2, cells(head)) for head in self.heads]
        self.marks = {
            (width, state): screen.paint(pad(mark, width), state)
            for width in self.widths
            for state, mark in screen.marks.items()
        }
        self.indent = sum(self.widths) + len(self.widths)
        self.name_width = min(12, max(cells(name) for name in self.names.values()))
        self.figures: dict[str, list[Difference]] = {}
        for difference in comparison.differences:
            if difference.kind == "target" and difference.relation != "unquantified":
                self.figures.setdefault(difference.row, []).append(difference)

    def legend(self) -> None:
        """What the marks mean."""
        self.screen.line(self.screen.paint(say("legend", self.screen.lang, **self.screen.marks), "faint"))

    def theme(self, theme: str, rows: Sequence[Row]) -> None:
        """The head of a theme: its label, counts, and the plans' names over their columns."""
        screen = self.screen
        counts = Counter(row.status for row in rows)
        told = say("theme_counts", screen.lang, **{k: counts[k] for k in ("shared", "partial", "unique")})
        label = printable(self.labels[theme].of(screen.lang)) if theme in self.labels else theme
        screen.line()
        head, told = f"{label} [{theme}]", screen.own(told)
        if cells(head) + 2 + cells(told) > screen.width:
            screen.line(screen.paint(head, "theme"))
            screen.line(screen.paint(told, "faint"))
        else:
            screen.line(f"{screen.paint(head, 'theme')}  {screen.paint(told, 'faint')}")
        columns = " ".join(pad(head, width) for head, width in zip(self.heads, self.widths, strict=True))
        screen.line(screen.paint(columns, "faint"))

    def row(self, row: Row, words: bool) -> None:
        """The states, the row's label and count; then each plan's own words where more than one speaks."""
        screen = self.screen
        states = " ".join(
            [self.marks[width, cell.status] for width, cell in zip(self.widths, row.cells.values(), strict=True)]
        )
        alone = row.made == 1 and len(row.commitments) == 1
        tail = f"  {self._count(row)}"
        body = printable(row.core.text + self._extras(row.core) if alone else row.label.of(screen.lang))
        lines = wrap(body, screen.width - self.indent - cells(tail))
        style = "" if alone else "head"
        for place, line in enumerate(lines):
            start = states + " " if place == 0 else " " * self.indent
            end = ""
            if place == 0:
                end = " " * (screen.width - self.indent - cells(line) - cells(tail)) + screen.paint(tail, "faint")
            screen.line(start + (screen.paint(line, style) if style else line) + end)
        if words and not alone:
            for plan in self.comparison.plans:
                self._words(row, plan)
            for difference in self.figures.get(row.id, ()):
                self._figures(difference)

    def _count(self, row: Row) -> str:
        lang = self.screen.lang
        told = [say("of", lang, made=row.made, covered=row.covered)]
        if row.made > 1:
            if row.decided and row.weakest_link is not None:
                told.append(say("newcomer", lang, score=row.weakest_link))
            elif row.decided:
                told.append(say("decided", lang))
            elif row.weakest_link is not None:
                told.append(say("weakest", lang, score=row.weakest_link))
        return self.screen.own(" · ".join(told))

    def _words(self, row: Row, plan: Plan) -> None:
        """What one plan says; a blank is said in words too, so that no one has to trust a colour."""
        screen = self.screen
        cell = row.cells[plan.id]
        start = " " * self.indent + pad(clip(self.names[plan.id], self.name_width), self.name_width) + " "
        room = screen.width - cells(start)
        if not cell.commitments:
            reason = f": {printable(cell.reason)}" if cell.reason else ""
            screen.line(start + screen.paint(say(cell.status, screen.lang) + reason, cell.status))
        for commitment in cell.commitments:
            for line in wrap(printable(commitment.text + self._extras(commitment)), room):
                screen.line(start + line)
                start = " " * cells(start)

    def _figures(self, difference: Difference) -> None:
        """How one plan's figure stands to another's."""
        one, other = (self.names[plan] for plan in difference.plans)
        mine, theirs = (shown(target) if target else "" for target in difference.targets)
        relation = say(difference.relation or "equal", self.screen.lang)
        told = say("against", self.screen.lang, one=one, other=other, relation=relation, mine=mine, theirs=theirs)
        for line in wrap(self.screen.own(told), self.screen.width - self.indent):
            self.screen.line(" " * self.indent + self.screen.paint(line, "target"))

    def _extras(self, commitment: Commitment) -> str:
        """Figures, place and id, behind the words."""
        figures = ", ".join(shown(t) for t in commitment.targets)
        place = commitment.section.path
        told = [place, commitment.id] if place else [commitment.id]
        dot = self.screen.own(" · ")
        return self.screen.own(f"  [{figures}]" if figures else "") + dot + dot.join(told)
