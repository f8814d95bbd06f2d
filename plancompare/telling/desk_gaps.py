"""Gaps and figures out of line as chapters of a report, and the words that the screen shares with them."""

from collections.abc import Iterator, Mapping, Sequence

from plancompare.asking.desk.desk import Desk
from plancompare.asking.desk.gaps import Gap, Gaps
from plancompare.asking.desk.out_of_line import OutOfLine
from plancompare.asking.desk.said import Echo
from plancompare.asking.desk.shortlist import Shortlist, shortlist
from plancompare.comparing.alignment import Thresholds
from plancompare.comparing.targets import shown, spread
from plancompare.model import Lang
from plancompare.telling.blocks import Block, Column, Grid, Heading, Line, Names, Prose
from plancompare.telling.rows import answers, basis
from plancompare.telling.source import MOST_CANDIDATES, Source
from plancompare.telling.text import cells
from plancompare.telling.words import clauses, counted, listed, say


def gap_findings(desk: Desk, lang: Lang) -> Iterator[Block]:
    """What a meeting looks at: counts, what is missing, near and differs, first things first, with room to write."""
    gaps, short = desk.gaps, desk.listed
    if not gaps or not short:
        return
    source = Source(gaps.comparison, lang)
    first = shortlist(gaps, desk.request.least_peers)
    grids = _Gaps(gaps, source)
    lines = tuple(Line((say(f"desk_count_{key}", lang), count)) for key, count in gap_counts(gaps, short).items())
    columns = (Column(say("report_measure", lang), "text", 40), Column(say("report_number", lang), "number", 10))
    yield Grid("desk-counts", "desk-counts", say("desk_counts", lang), columns, lines)
    yield from (Prose(note, tone="faint") for note in notes(desk, gaps, short, source))
    if first.missing:
        yield grids.first_missing(first.missing)
    if first.near:
        yield grids.first_near(first.near)
    if gaps.figures:
        yield grids.figures(gaps.figures[:MOST_FIGURES], True)


def gap_chapters(desk: Desk, lang: Lang) -> Iterator[Block]:
    """What the peers say, in their words, and all figures; nothing where nobody asked for gaps."""
    gaps, short = desk.gaps, desk.listed
    if not gaps or not short:
        return
    grids = _Gaps(gaps, Source(gaps.comparison, lang))
    if short.missing or short.near:
        yield Heading(1, say("desk_words", lang), "desk-words")
    for kind, gaps_of_kind in (("missing", short.missing), ("near", short.near)):
        if gaps_of_kind:
            yield grids.listed(kind, gaps_of_kind)
    if gaps.figures:
        all_told = len(gaps.figures) <= MOST_FIGURES
        if not all_told:
            yield Heading(1, say("desk_figures", lang), "desk-figures")
        yield grids.figures(gaps.figures, False)._replace(data=all_told)


MOST_FIGURES = 12  # that differ, among what a meeting looks at


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
            themes = source.say("desk_and_others", names=themes, count=len(names) - max(1, len(fitting)))
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
        columns = (
            Column(say("report_no"), "number", 5),
            Column(say("row"), "label", 34),
            Column(say("theme"), "text", 14),
            Column(say("report_k_of_n"), "text", 7),
            Column(say("report_basis"), "text", 10),
            Column(say("desk_spread"), "text", 14),
            Column(say("desk_nearest"), "text", 26),
            answers(source.lang)._replace(data=True),
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
        start = (number, label, theme, count, reason, self._spread(gap), self._nearest(gap))
        return Line((*start, "", "", *marks), gap.row.theme, gap.row.id)

    def _spread(self, gap: Gap) -> str:
        """The peers' figures by measure, from the lowest to the highest."""
        return "; ".join(spread([target for _, target in several]) for several in gap.figures.values())

    def _nearest(self, gap: Gap, most: int = MOST_CANDIDATES) -> str:
        """The draft's words that may be the promise, best first, or the passage that comes nearest."""
        nearest = gap.candidates[:most] or ([gap.nearest] if gap.nearest and not gap.echoes else [])
        passages = []
        for echo in gap.echoes[:most]:
            text = f"{echo.said.text} · {echo.said.section.path}"
            passages.append(self._say(echo_key(echo), text=text, score=echo.score))
        passages += [
            f"{near.commitment.text} ({near.score}) · {near.commitment.section.path} · {near.commitment.id}"
            for near in nearest
        ]
        told = passages[:1] if most == 1 else passages
        return clauses(told, self._source.lang) if told else self._say("desk_nothing_near")

    def first_missing(self, gaps: Sequence[Gap]) -> Grid:
        """What is missing: the promise, which peers make it and with which figures."""
        say, source = self._say, self._source
        columns = (
            Column(say("report_no"), "number", 5),
            Column(say("row"), "label", 36),
            Column(say("theme"), "text", 14, small=True),
            Column(say("desk_end"), "text", 14, small=True, spare=True),
            Column(say("report_makers"), "names", 24),
            Column(say("report_k_of_n"), "text", 7, small=True),
            Column(say("desk_spread"), "text", 16, spare=True),
            answers(source.lang),
        )
        lines = []
        for number, gap in enumerate(gaps, 1):
            what = (number, source.label(gap.row), source.theme(gap.row.theme), campaign(gap, source))
            makers = (self._makers(gap), counted(gap.made, gap.covered, gap.unsure, source.lang), self._spread(gap), "")
            lines.append(Line((*what, *makers), gap.row.theme, gap.row.id))
        caption = f"{say('desk_missing')} ({len(gaps)})"
        return Grid("telling-missing", "", caption, columns, tuple(lines), say("desk_telling_note"))

    def first_near(self, gaps: Sequence[Gap]) -> Grid:
        """What may be there: the promise, what the draft says near to it, and which peers make it."""
        say, source = self._say, self._source
        columns = (
            Column(say("report_no"), "number", 5),
            Column(say("row"), "label", 26),
            Column(say("theme"), "text", 14, small=True),
            Column(say("desk_nearest"), "text", 34),
            Column(say("report_makers"), "names", 20),
            Column(say("report_k_of_n"), "text", 7, small=True),
            answers(source.lang),
        )
        lines = []
        for number, gap in enumerate(gaps, 1):
            what = (number, source.label(gap.row), source.theme(gap.row.theme), self._nearest(gap, 1))
            makers = (self._makers(gap), counted(gap.made, gap.covered, gap.unsure, source.lang), "")
            lines.append(Line((*what, *makers), gap.row.theme, gap.row.id))
        caption = f"{say('desk_near')} ({len(gaps)})"
        return Grid("telling-near", "", caption, columns, tuple(lines), say("desk_near_note"))

    def _makers(self, gap: Gap) -> Names:
        return self._source.names_of(plan for plan, cell in gap.row.cells.items() if cell.status == "made")

    def figures(self, figures: Sequence[OutOfLine], first: bool) -> Grid:
        """Figures that differ, a line a measure; the ``first`` ones for a meeting."""
        say, source = self._say, self._source
        lines = []
        for figure in figures:
            indicator = self._of.comparison.indicators.get(figure.measure)
            peers = "; ".join(f"{source.names[plan]} {shown(target)}" for plan, target in figure.peers.items())
            stands = "; ".join(f"{source.names[plan]} {standing(figure, plan, source)}" for plan in figure.peers)
            measure = indicator.label.of(source.lang) if indicator else figure.measure
            start = (source.label(figure.row), source.theme(figure.row.theme), measure, own_figure(figure, source))
            lines.append(Line((*start, peers, stands, ""), figure.row.theme, figure.row.id))
        columns = (
            Column(say("row"), "label", 26),
            Column(say("theme"), "text", 14, small=True),
            Column(say("report_measure"), "text", 20),
            Column(say("desk_own_figures"), "text", 14),
            Column(say("desk_spread"), "text", 22),
            Column(say("desk_stands"), "text", 20, small=True),
            answers(source.lang),
        )
        name = "telling-figures" if first else "desk-figures"
        caption = f"{say('desk_figures')} ({_of(len(figures), len(self._of.figures), source.lang)})"
        note = say("report_relation_note")
        return Grid(name, "" if first else name, caption, columns, tuple(lines), note)


def _of(shown_: int, in_all: int, lang: Lang) -> str:
    return str(in_all) if shown_ == in_all else say("of", lang, made=shown_, covered=in_all)
