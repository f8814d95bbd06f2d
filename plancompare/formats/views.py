"""Collection, plan, matrix and search results on a screen."""

from collections import Counter
from collections.abc import Mapping, Sequence

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.coverage import theme_cells
from plancompare.comparing.rows import blank_status
from plancompare.comparing.targets import shown
from plancompare.comparing.themes import ThemeMatch
from plancompare.findings import Finding
from plancompare.formats.tables import Cell, table
from plancompare.formats.terminal.screen import Screen
from plancompare.model import Codebook, Commitment, Corpus, Lang, Plan
from plancompare.telling.text import cells, pad, printable, wrap
from plancompare.telling.words import say

ROOM_FOR_TITLES = 120


def write_list(corpus: Corpus, findings: Sequence[Finding], screen: Screen) -> None:
    """The plans held: extent, period, how much is in them, and what the checks say."""
    lang = screen.lang
    by_file: Counter[str] = Counter(f.at.file for f in findings if not f.reason and f.level != "hint")
    heads = ["id", "plan_head", "extent", "period", "commitments", "quantified", "covered_themes", "findings"]
    rows: list[list[Cell]] = [
        [
            plan.id,
            plan.name,
            _extent(plan, lang),
            say("period_of", lang, start=plan.period[0], end=plan.period[1]) if plan.period else "",
            str(len(plan.commitments)),
            f"{_quantified(plan):.0%}",
            _coverage(plan, corpus.codebook),
            str(by_file[plan.file]),
        ]
        for plan in corpus.plans
    ]
    if not screen.tty or screen.width >= ROOM_FOR_TITLES:
        heads.append("title")
        rows = [[*row, plan.title] for row, plan in zip(rows, corpus.plans, strict=True)]
    table(screen, ["id", *(say(head, lang) for head in heads[1:])], rows, right=(4, 5, 6, 7))


def _extent(plan: Plan, lang: Lang) -> str:
    """How much of the document is encoded, and whether only a machine has done it so far."""
    extent = say(plan.source.extent, lang)
    return f"{extent}, {say('coding_draft', lang)}" if plan.coding == "draft" else extent


def _quantified(plan: Plan) -> float:
    return sum(bool(c.targets) for c in plan.commitments) / (len(plan.commitments) or 1)


def _coverage(plan: Plan, codebook: Codebook) -> str:
    whole = sum(plan.covers(theme) for theme in codebook.ids)
    part = sum(value == "part" for value in plan.reads.values()) if plan.source.extent == "excerpt" else 0
    return f"{whole}+{part}?" if part else str(whole)


def write_plan(
    plan: Plan,
    themes: Mapping[str, ThemeMatch],
    codebook: Codebook,
    screen: Screen,
) -> None:
    """One plan by theme: every commitment with figures, evidence and place."""
    lang = screen.lang
    screen.line(screen.paint(printable(f"{plan.name}  {plan.title}"), "head"))
    told = [plan.id, _extent(plan, lang), f"{len(plan.commitments)} {say('commitments', lang)}"]
    if plan.period:
        told.append(say("period_of", lang, start=plan.period[0], end=plan.period[1]))
    screen.line(screen.paint(screen.own(" · ".join(told)), "faint"))
    grouped: dict[str, list[Commitment]] = {}
    for commitment in plan.commitments:
        grouped.setdefault(themes[commitment.key].theme, []).append(commitment)
    for theme in codebook.themes:
        status = "made" if grouped.get(theme.id) else blank_status(plan, theme.id)
        read = plan.reads.get(theme.id)
        extent = f" ({say(read, lang)})" if read and plan.source.extent == "excerpt" else ""
        head = f"{screen.marks[status]} {printable(theme.label.of(lang))} [{theme.id}]"
        screen.line()
        if status != "made":
            reason = plan.not_applicable.get(theme.id, "")
            head += f"  {say(status, lang)}" + (f": {printable(reason)}" if reason else "")
            screen.line(screen.paint(head, status))
            continue
        screen.line(screen.paint(head, "theme") + screen.paint(f"  {len(grouped[theme.id])}{extent}", "faint"))
        for commitment in grouped[theme.id]:
            _commitment(commitment, themes[commitment.key], screen)


def _commitment(commitment: Commitment, match: ThemeMatch, screen: Screen) -> None:
    lang = screen.lang
    start = pad(f"  {commitment.id}", 10) + " "
    room = screen.width - cells(start)
    figures = ", ".join(shown(t) for t in commitment.targets)
    body = printable(commitment.text) + (screen.own(f"  [{figures}]") if figures else "")
    for line in wrap(body, room):
        screen.line(start + line)
        start = " " * cells(start)
    strength = say(commitment.strength, lang)
    word = f" {printable(commitment.word)}" if commitment.word else ""
    quotes = " | ".join(f"「{printable(e.quote)}」" for e in commitment.evidence)
    place = printable(commitment.place)
    notes = [f"{strength}{word}", quotes, place]
    if match.weak:
        notes.append(say("weak_theme", lang) + f" ({match.score})")
    for line in wrap(screen.own(" · ").join(note for note in notes if note), room):
        screen.line(start + screen.paint(line, "faint"))


def write_matrix(comparison: Comparison, screen: Screen) -> None:
    """Themes by plans: how many commitments, and what a blank means."""
    lang = screen.lang
    cells_of = theme_cells(comparison)
    rows: list[list[Cell]] = []
    wanted = comparison.settings.theme
    for theme in comparison.codebook.themes:
        if wanted and theme.id != wanted:
            continue
        row: list[Cell] = [f"{theme.label.of(lang)} [{theme.id}]"]
        told, covered = 0, 0
        for plan in comparison.plans:
            count, status, in_part = cells_of[theme.id, plan.id]
            covered += status in ("made", "not_found")
            told += status == "made"
            row.append((f"{screen.marks[status]} {count or '':>3}{'?' if in_part else ' '}", status))
        row.append(say("of", lang, made=told, covered=covered))
        rows.append(row)
    heads = [say("theme", lang), *(printable(plan.name) for plan in comparison.plans), ""]
    table(screen, heads, rows)
    legend = say("legend", lang, **screen.marks) + "  " + say("part_mark", lang)
    for line in wrap(legend, screen.width):
        screen.line(screen.paint(line, "faint"))
