"""Search results, best first, each with its place and the row it belongs to: on a screen, or as JSON."""

import json
from collections.abc import Sequence

from plancompare.asking.search import Hit
from plancompare.comparing.comparison import Comparison
from plancompare.comparing.targets import shown
from plancompare.formats.json import evidence_data, target_data
from plancompare.formats.terminal.screen import Screen
from plancompare.telling.text import printable, wrap
from plancompare.telling.words import say

INDENT = 5


def write_hits(hits: Sequence[Hit], words: str, comparison: Comparison, screen: Screen) -> None:
    """Words and figures of each hit; below them key, place and phrase; below these its row, if others share it."""
    names = comparison.names
    if not hits:
        screen.line(say("no_match", screen.lang, words=printable(words)))
    for hit in hits:
        commitment = hit.commitment
        start = f"{hit.score:3d}  "
        figures = ", ".join(map(shown, commitment.targets))
        body = printable(commitment.text) + (screen.own(f"  [{printable(figures)}]") if figures else "")
        for line in wrap(body, screen.width - INDENT):
            screen.line(start + line)
            start = " " * INDENT
        place = f"{names[commitment.plan]} {commitment.section.path} {commitment.section.heading}"
        quotes = " | ".join(f"「{e.quote}」" for e in commitment.evidence)
        told = [f"{commitment.key}  {place}  {quotes}"]
        row = comparison.row_of(commitment.key)
        if row.made > 1:
            makers = " ".join(names[plan] for plan, cell in row.cells.items() if cell.status == "made")
            counted = screen.own(say("of", screen.lang, made=row.made, covered=row.covered))
            told.append(f"{screen.own('→')} {row.label.of(screen.lang)} [{row.id}]  {counted}: {makers}")
        for line in (line for text in told for line in wrap(printable(text), screen.width - INDENT)):
            screen.line(" " * INDENT + screen.paint(line, "faint"))


def as_json(hits: Sequence[Hit], comparison: Comparison) -> str:
    """The hits as a JSON array, best first."""
    data = []
    for hit in hits:
        commitment, row = hit.commitment, comparison.row_of(hit.commitment.key)
        section = commitment.section
        data.append(
            {
                "id": commitment.key,
                "score": hit.score,
                "plan": commitment.plan,
                "theme": comparison.themes[commitment.key].theme,
                "text": commitment.text,
                "section": {"id": section.id, "path": section.path, "heading": section.heading},
                "evidence": [evidence_data(evidence) for evidence in commitment.evidence],
                "targets": [target_data(target) for target in commitment.targets],
                "row": {
                    "id": row.id,
                    "label": {"zh": row.label.zh, "en": row.label.en or None},
                    "status": row.status,
                    "made": row.made,
                    "covered": row.covered,
                    "plans": [plan for plan, cell in row.cells.items() if cell.status == "made"],
                },
            }
        )
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
