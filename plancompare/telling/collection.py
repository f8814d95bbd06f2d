"""What a collection holds, on a screen: the plans, one plan, and the commitments that answer to words."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from plancompare.asking.search import Hit
from plancompare.comparing.comparison import Comparison
from plancompare.comparing.coverage import theme_cells
from plancompare.comparing.rows import CellStatus
from plancompare.comparing.themes import ThemeMatch
from plancompare.model import Brief, Codebook, Commitment, Lang, Plan
from plancompare.telling.blocks import Column, Entries, Entry, Grid, Heading, Line, Own, Prose, Shown, Words, joined
from plancompare.telling.source import MOST_PLANS, figures_of
from plancompare.telling.words import counted, say


def quoted(commitment: Commitment) -> str:
    """The phrases that find a commitment in its source."""
    return " | ".join(f"「{evidence.quote}」" for evidence in commitment.evidence)


def with_figures(text: str, commitment: Commitment) -> Words:
    """A commitment's words, and its figures in brackets."""
    figures = figures_of(commitment)
    return (text, Own(f"  [{figures}]")) if figures else (text,)


def at_its_place(commitment: Commitment, text: Words, name: str) -> Entry:
    """A commitment's words under ``name``, its plan's, and where they stand."""
    where = f"{commitment.key}  {commitment.section.path} {commitment.section.heading}"
    return Entry(text, name, notes=((f"{where}  {quoted(commitment)}",),))


# --- the plans held ---


def plan_list(
    briefs: Sequence[Brief], found: Mapping[str, Counter[str]], codebook: Codebook, lang: Lang
) -> Iterator[Shown]:
    """The plans: extent, period, how much is in them; of many first of what kinds they are.

    ``found``: file -> how many findings of each level.
    """
    if len(briefs) > MOST_PLANS:
        from plancompare.telling.home_of_many import kinds_of_plans  # a few plans have no need of it

        yield from kinds_of_plans([brief.head for brief in briefs], lang)
    columns = (
        Column("id"),
        *(Column(say(head, lang)) for head in ("plan_head", "extent", "period")),
        *(Column(say(head, lang), "number") for head in ("commitments", "quantified", "covered_themes", "findings")),
        Column(say("title", lang), spare=True),
    )
    lines = tuple(
        Line(
            (
                plan.id, plan.name, _extent(plan, lang), _period(plan, lang), len(brief.ids),
                f"{brief.figures / (len(brief.ids) or 1):.0%}", _coverage(plan, codebook),
                _told(found.get(plan.file, {})), plan.title,
            )
        )
        for brief in briefs
        for plan in (brief.head,)
    )  # fmt: skip
    yield Grid("plans", "plans", "", columns, lines)


def _told(levels: Mapping[str, int]) -> int:
    """How many findings ask for something: hints do not."""
    return sum(count for level, count in levels.items() if level != "hint")


def _extent(plan: Plan, lang: Lang) -> str:
    """How much of the document is encoded, and whether only a machine has done it so far."""
    extent = say(plan.source.extent, lang)
    return f"{extent}, {say('coding_draft', lang)}" if plan.is_draft else extent


def _period(plan: Plan, lang: Lang) -> str:
    return say("period_of", lang, start=plan.period[0], end=plan.period[1]) if plan.period else ""


def _coverage(plan: Plan, codebook: Codebook) -> str:
    """How many themes our text treats whole, and how many in part."""
    whole = sum(plan.covers(theme) for theme in codebook.ids)
    part = sum(value == "part" for value in plan.reads.values()) if plan.source.extent == "excerpt" else 0
    return f"{whole}+{part}?" if part else str(whole)


# --- one plan ---


def plan_by_theme(plan: Plan, comparison: Comparison, codebook: Codebook, lang: Lang) -> Iterator[Shown]:
    """One plan by the themes of ``codebook``: every commitment with figures, evidence and place.

    A commitment stands under the theme of its row in ``comparison``, as in every other view.
    """
    yield Prose(f"{plan.name}  {plan.title}", tone="head")
    about = (plan.id, _extent(plan, lang), f"{len(plan.commitments)} {say('commitments', lang)}", _period(plan, lang))
    yield Prose(" · ".join(filter(None, about)), tone="faint")
    grouped: dict[str, list[Commitment]] = {}
    for commitment in plan.commitments:
        grouped.setdefault(comparison.homes[commitment.key], []).append(commitment)
    cells = theme_cells(comparison)
    for theme in codebook.themes:
        commitments, state = grouped.get(theme.id, []), cells[theme.id, plan.id].status
        note = _read(plan, theme.id, len(commitments), lang) if commitments else _blank(plan, theme.id, state, lang)
        yield Heading(2, theme.label.of(lang), key=theme.id, note=note, state=state)
        if commitments:
            entries = tuple(
                _commitment(commitment, comparison.themes[commitment.key], lang) for commitment in commitments
            )
            yield Entries("commitments", entries)


def _read(plan: Plan, theme: str, count: int, lang: Lang) -> str:
    """How many commitments, and how much of the theme our text holds."""
    read = plan.reads.get(theme) if plan.source.extent == "excerpt" else None
    return f"{count} ({say(read, lang)})" if read else str(count)


def _blank(plan: Plan, theme: str, state: CellStatus, lang: Lang) -> str:
    """What it means that the plan has nothing under a theme, and why."""
    if state == "made":  # by a commitment that stands in a row of another theme
        return say("told_elsewhere", lang)
    reason = plan.not_applicable.get(theme, "")
    return say(state, lang) + (f": {reason}" if reason else "")


def _commitment(commitment: Commitment, match: ThemeMatch, lang: Lang) -> Entry:
    strength = say(commitment.strength, lang)
    weak = f"{say('weak_theme', lang)} ({match.score})" if match.weak else ""
    word = f" {commitment.word}" if commitment.word else ""
    notes = joined(((Own(strength), word), quoted(commitment), commitment.place, Own(weak)))
    return Entry(with_figures(commitment.text, commitment), commitment.id, notes=(notes,))


# --- commitments found ---


def hit_list(hits: Sequence[Hit], comparison: Comparison, lang: Lang) -> Entries:
    """Words and figures of each hit; below them key, place and phrase; below these its row, if others share it."""
    return Entries("hits", tuple(_hit(hit, comparison, lang) for hit in hits))


def _hit(hit: Hit, comparison: Comparison, lang: Lang) -> Entry:
    commitment, names = hit.commitment, comparison.names
    where = f"{names[commitment.plan]} {commitment.section.path} {commitment.section.heading}"
    notes: list[Words] = [(f"{commitment.key}  {where}  {quoted(commitment)}",)]
    row = comparison.row_of(commitment.key)
    if row.made > 1:
        makers = " ".join(names[plan] for plan, cell in row.spoken.items() if cell.status == "made")
        count = Own(counted(row.made, row.covered, row.unsure, lang))
        notes.append((Own("→"), f" {row.label.of(lang)} [{row.id}]  ", count, f": {makers}"))
    return Entry(with_figures(commitment.text, commitment), f"{hit.score:3d}", notes=tuple(notes))
