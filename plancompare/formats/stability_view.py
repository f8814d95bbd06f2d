"""Which cells would change under other settings: counts by theme and plan, or the cells themselves."""

from collections import Counter

from plancompare.asking.stability import Stability
from plancompare.comparing.comparison import Comparison
from plancompare.formats.tables import table
from plancompare.formats.terminal.screen import Screen
from plancompare.telling.text import printable, wrap
from plancompare.telling.words import say


def write_stability(found: Stability, comparison: Comparison, each: bool, screen: Screen) -> None:
    """A table of flips by theme and plan; with ``each`` a line for every cell that flips."""
    lang = screen.lang
    names = {plan.id: printable(plan.name) for plan in comparison.plans}
    flips = Counter((flip.theme, flip.plan) for flip in found.flips)
    rows = [
        [
            f"{theme.label.of(lang)} [{theme.id}]",
            *(
                f"{flips[theme.id, plan]}/{found.cells[theme.id, plan]}" if (theme.id, plan) in found.cells else ""
                for plan in names
            ),
        ]
        for theme in comparison.codebook.themes
        if any((theme.id, plan) in found.cells for plan in names)
    ]
    table(screen, [say("theme", lang), *names.values()], rows, right=tuple(range(1, len(names) + 1)))
    if each:
        screen.line()
        for flip in found.flips:
            mark = screen.marks["made" if flip.made else "not_found"]
            by = ", ".join(say(f"flip_{name}", lang) for name in flip.by)
            for line in wrap(f"{mark} {names[flip.plan]}  {printable(flip.label.of(lang))}  ({by})", screen.width):
                screen.line(line)
    screen.line()
    empty = sum(flip.made for flip in found.flips)
    told = {"flips": len(found.flips), "cells": sum(found.cells.values())}
    for line in wrap(say("stable", lang, **told, fill=len(found.flips) - empty, empty=empty), screen.width):
        screen.line(line)
