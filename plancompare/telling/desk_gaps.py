"""Gaps and figures out of line as chapters of a report, and the words that the screen shares with them."""

from collections.abc import Iterator, Mapping, Sequence

from plancompare.asking.desk.desk import Desk
from plancompare.asking.desk.gaps import Gap, Gaps
from plancompare.asking.desk.out_of_line import OutOfLine
from plancompare.asking.desk.said import Echo
from plancompare.asking.desk.shortlist import Shortlist
from plancompare.comparing.alignment import Thresholds
from plancompare.comparing.targets import shown, spread
from plancompare.model import Lang
from plancompare.telling.blocks import Block, Column, Grid, Heading, Line, Prose
from plancompare.telling.overview import scope
from plancompare.telling.report import reproduction
from plancompare.telling.rows import basis
from plancompare.telling.source import MOST_CANDIDATES, Source
from plancompare.telling.text import cells
from plancompare.telling.words import clauses, counted, listed, say


def gap_chapters(desk: Desk, lang: Lang, command: str = "") -> Iterator[Block]:
    """Counts, what is missing and near, figures, scope and reproduction; nothing where nobody asked for gaps."""
    gaps, short = desk.gaps, desk.listed
    if not gaps or not short:
        return
    source = Source(gaps.comparison, lang, command)
    grids = _Gaps(gaps, source)
    yield Heading(1, say("desk_counts", lang), "desk-counts")
    lines = tuple(Line((say(f"desk_count_{key}", lang), count)) for key, count in gap_counts(gaps, short).items())
    columns = (Column(say("report_measure", lang), "text", 40), Column(say("report_number", lang), "number", 10))
    yield Grid("desk-counts", "desk-counts", say("desk_counts", lang), columns, lines)
    yield from map(Prose, notes(desk, gaps, short, source))
    for kind, gaps_of_kind in (("missing", short.missing), ("near", short.near)):
        if gaps_of_kind:
            yield Heading(1, say(f"desk_{kind}", lang), f"desk-{kind}")
            yield grids.listed(kind, gaps_of_kind)
    if gaps.figures:
        yield Heading(1, say("desk_figures", lang), "desk-figures")
        yield grids.figures()
    yield from scope(source)
    yield from reproduction(source)


def gap_counts(gaps: Gaps, short: Shortlist) -> Mapping[str, int]:
    """How many promises are missing and near, how many figures differ, themes not touched, rows that cannot be told."""
    counts = {"missing": short.missing_in_all, "near": short.near_in_all, "figures": len(gaps.figures)}
    return {**counts, "untouched": len(gaps.untouched), "unknown": gaps.unknown}


def notes(desk: Desk, gaps: Gaps, short: Shortlist, source: Source, room: int = 0) -> Iterator[str]:
    """By what rule the lists were cut (nothing where all is listed), and the themes that the draft does not touch.

    Of these as many are named as find ``room`` in columns (0: all).
    """
    if not desk.request.every and (short.missing or short.near or short.left_out):
        least = desk.request.least_peers
        rule = "desk_rule_least" if least else "desk_rule_usual" if len(gaps.peers) > 1 else "desk_rule_one"
        left = source.say("desk_rule_left", count=short.left_out) if short.left_out else ""
        yield source.say(
            "desk_rule_first",
            rule=source.say(rule, count=least),
            left=left,
            missing=len(short.missing),
            near=len(short.near),
        )
    if gaps.untouched:
        order = sorted(gaps.untouched, key=gaps.comparison.theme_order.__getitem__)
        names = [source.theme(theme) for theme in order]
        fitting = [name for n, name in enumerate(names, 1) if not room or cells("、".join(names[:n])) <= room]
        themes = listed(fitting or names[:1], source.lang)
        if len(fitting) < len(names):
            themes = source.say("desk_and_others", names=themes)
        rows = sum(gaps.untouched.values())
        yield source.say("desk_untouched", count=len(order), rows=rows, themes=themes)


def nearness(unsure: bool, score: int | None) -> str:
    """The key of the words for a passage of the draft: something near only where it may be the promise by its score."""
    return "desk_you_say" if unsure and (score or 0) >= Thresholds().review else "desk_nearest_passage"


def echo_key(echo: Echo) -> str:
    """The key of the words for what the draft says outside its commitments."""
    return "desk_heading_says" if echo.said.kind == "heading" else "desk_text_says"


def campaign(gap: Gap, source: Source) -> str:
    """That the promise belongs to a campaign with an end, and whether that is past; empty where it does not."""
    return source.say("desk_over" if gap.over else "desk_until", year=gap.until) if gap.until else ""


def own_figure(figure: OutOfLine, source: Source) -> str:
    """The draft's figure, or what it has in its place."""
    if figure.mine:
        return shown(figure.mine)
    if figure.others:
        return source.say("desk_counts_otherwise", figures=", ".join(map(shown, figure.others)))
    return source.say("desk_figure_in_words", text=figure.words) if figure.words else source.say("desk_none")


def standing(figure: OutOfLine, plan: str, source: Source) -> str:
    """How a peer's figure stands to the draft's; of another period also how its value does."""
    words = source.say(figure.relations[plan])
    if plan not in figure.values:
        return words
    return source.say("desk_period_value", period=words, value=source.say(figure.values[plan]))


class _Gaps:
    """Tables of gaps and figures."""

    def __init__(self, gaps: Gaps, source: Source) -> None:
        self._of, self._source, self._say = gaps, source, source.say

    def listed(self, kind: str, gaps: Sequence[Gap]) -> Grid:
        """Gaps with the peers' words; on a sheet with a column to fill."""
        say, source = self._say, self._source
        answers = tuple(say(f"desk_answer_{answer}") for answer in ("take", "adapt", "have", "leave"))
        columns = (
            Column(say("report_no"), "number", 5),
            Column(say("theme"), "text", 14),
            Column(say("row"), "label", 34),
            Column(say("report_k_of_n"), "text", 7),
            Column(say("report_basis"), "text", 10),
            Column(say("desk_spread"), "text", 14),
            Column(say("desk_nearest"), "text", 26),
            Column(say("desk_answer"), "text", 12, data=True, choices=answers),
            Column(say("desk_remark"), "text", 24, data=True),
            *(column for column in source.plan_columns("mark", 6) if column.plan != self._of.draft.id),
        )
        lines = tuple(self._gap(number, gap) for number, gap in enumerate(gaps, 1))
        note = say("desk_note") if kind == "missing" else say("desk_near_note")
        return Grid(f"desk-{kind}", f"desk-{kind}", say(f"desk_{kind}"), columns, lines, note)

    def _gap(self, number: int, gap: Gap) -> Line:
        source = self._source
        # the peers' own words are wanted here, also where the row is called by them
        marks = [
            mark._replace(passages=tuple(passage._replace(repeats=False) for passage in mark.passages))
            for mark in source.marks(gap.row)
            if mark.plan != self._of.draft.id
        ]
        count = counted(gap.made, gap.covered, gap.unsure, source.lang)
        label, theme = source.label(gap.row), source.theme(gap.row.theme)
        reason = clauses(filter(None, (basis(gap.row, source.lang), campaign(gap, source))), source.lang)
        start = (number, theme, label, count, reason, self._spread(gap), self._nearest(gap))
        return Line((*start, "", "", *marks), gap.row.theme, gap.row.id)

    def _spread(self, gap: Gap) -> str:
        """The peers' figures by measure, from the lowest to the highest."""
        return "; ".join(spread([target for _, target in several]) for several in gap.figures.values())

    def _nearest(self, gap: Gap) -> str:
        """The draft's words that may be the promise, best first, or the passage that comes nearest."""
        nearest = gap.candidates[:MOST_CANDIDATES] or ([gap.nearest] if gap.nearest and not gap.echoes else [])
        passages = [
            f"{near.commitment.text} ({near.score}) · {near.commitment.section.path} · {near.commitment.id}"
            for near in nearest
        ]
        for echo in gap.echoes[:MOST_CANDIDATES]:
            text = f"{echo.said.text} · {echo.said.section.path}"
            passages.append(self._say(echo_key(echo), text=text, score=echo.score))
        return clauses(passages, self._source.lang) if passages else self._say("desk_nothing_near")

    def figures(self) -> Grid:
        """The figures that differ, a line a measure."""
        say, source = self._say, self._source
        lines = []
        for figure in self._of.figures:
            indicator = self._of.comparison.indicators.get(figure.measure)
            peers = "; ".join(f"{source.names[plan]} {shown(target)}" for plan, target in figure.peers.items())
            stands = "; ".join(f"{source.names[plan]} {standing(figure, plan, source)}" for plan in figure.peers)
            measure = indicator.label.of(source.lang) if indicator else figure.measure
            start = (source.theme(figure.row.theme), source.label(figure.row), measure, own_figure(figure, source))
            lines.append(Line((*start, peers, stands), figure.row.theme, figure.row.id))
        heads = (("theme", 14), ("row", 30), ("report_measure", 20), ("desk_own_figures", 12), ("desk_spread", 30))
        columns = tuple(Column(say(head), "text", width) for head, width in (*heads, ("desk_stands", 24)))
        note = say("report_relation_note")
        return Grid("desk-figures", "desk-figures", say("desk_figures"), columns, tuple(lines), note)
