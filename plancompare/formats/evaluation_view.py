"""An evaluation as tables, or as data."""

from typing import Any

from plancompare.asking.evaluation import Evaluation, Quality
from plancompare.formats.tables import table
from plancompare.formats.terminal.screen import Screen
from plancompare.model import Codebook
from plancompare.telling.words import say


def write_evaluation(evaluation: Evaluation, codebook: Codebook, screen: Screen) -> None:
    """Rows, the score by threshold, plain scorers, and themes."""
    lang = screen.lang
    same = sum(pair.same for pair in evaluation.pairs)
    screen.line(say("judged", lang, total=len(evaluation.pairs), same=same, auc=f"{evaluation.auc:.3f}"))
    heads = [say(head, lang) for head in ("precision", "recall", "f1")]
    screen.line()
    rows = [[say("rows_head", lang), *_three(evaluation.rows)]]
    rows += [[f"{say('score', lang)} ≥ {cut}", *_three(found)] for cut, found in evaluation.curve.items()]
    table(screen, ["", *heads], [[screen.own(row[0]), *row[1:]] for row in rows], right=(1, 2, 3))
    screen.line()
    plain = [[name, f"{area:.3f}", f"{f1:.2f}", str(cut)] for name, (area, f1, cut) in evaluation.plain.items()]
    table(screen, [say("plain_scorer", lang), "AUC", say("best_f1", lang), say("cut", lang)], plain, right=(1, 2, 3))
    screen.line()
    labels = {theme.id: theme.label.of(lang) for theme in codebook.themes}
    themes = [
        [labels.get(theme, theme), str(found.hits + found.false + found.missed), *_three(found)]
        for theme, found in evaluation.by_theme.items()
        if found.hits + found.false + found.missed
    ]
    table(screen, [say("theme", lang), "n", *heads], themes, right=(1, 2, 3, 4))


def _three(found: Quality) -> list[str]:
    return [f"{found.precision:.2f}", f"{found.recall:.2f}", f"{found.f1:.2f}"]


def evaluation_data(evaluation: Evaluation) -> dict[str, Any]:
    """An evaluation as plain values."""
    return {
        "pairs": [
            {"a": p.a, "b": p.b, "label": p.label, "score": p.score, "same_row": p.same_row} for p in evaluation.pairs
        ],
        "by_threshold": [{"threshold": cut, **_data(found)} for cut, found in evaluation.curve.items()],
        "rows": _data(evaluation.rows),
        "auc": round(evaluation.auc, 4),
        "by_theme": {theme: _data(found) for theme, found in evaluation.by_theme.items()},
        "plain": {
            name: {"auc": round(area, 4), "best_f1": round(f1, 4), "threshold": cut}
            for name, (area, f1, cut) in evaluation.plain.items()
        },
    }


def _data(found: Quality) -> dict[str, float]:
    return {"precision": round(found.precision, 4), "recall": round(found.recall, 4), "f1": round(found.f1, 4)}
