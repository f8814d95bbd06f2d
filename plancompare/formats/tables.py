"""Small tables: rich draws them on a terminal, tabulate lays them out in a pipe."""

from collections.abc import Sequence
from io import StringIO

from plancompare.formats.terminal.screen import Screen
from plancompare.telling.text import printable

Cell = str | tuple[str, str]  # a text, or a text and its style


def table(screen: Screen, heads: Sequence[str], rows: Sequence[Sequence[Cell]], right: Sequence[int] = ()) -> None:
    """Add a table to the screen; ``right`` names the columns that stand to the right."""
    if screen.tty:
        _rich(screen, heads, rows, right)
    else:
        _plain(screen, heads, rows, right)


def _plain(screen: Screen, heads: Sequence[str], rows: Sequence[Sequence[Cell]], right: Sequence[int]) -> None:
    from tabulate import tabulate

    texts = [[printable(cell if isinstance(cell, str) else cell[0]) for cell in row] for row in rows]
    aligned = ["right" if place in right else "left" for place in range(len(heads))]
    told = tabulate(texts, heads, tablefmt="simple", disable_numparse=True, colalign=aligned if texts else None)
    for line in told.splitlines():
        screen.line(line)


def _rich(screen: Screen, heads: Sequence[str], rows: Sequence[Sequence[Cell]], right: Sequence[int]) -> None:
    from rich.box import ASCII2, SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from plancompare.formats.terminal.screen import STYLES

    box = ASCII2 if screen.ascii else SIMPLE_HEAD
    drawn = Table(box=box, pad_edge=False, padding=(0, 1), collapse_padding=True, highlight=False)
    for place, head in enumerate(heads):
        drawn.add_column(Text(head), justify="right" if place in right else "left", no_wrap=place in right)
    for row in rows:
        drawn.add_row(
            *(
                Text(printable(cell)) if isinstance(cell, str) else Text(printable(cell[0]), STYLES[cell[1]][0])
                for cell in row
            )
        )
    held = StringIO()
    console = Console(
        file=held,
        width=screen.width,
        force_terminal=True,
        color_system="standard" if screen.colours else None,
        highlight=False,
    )
    console.print(drawn)
    for line in held.getvalue().splitlines():
        screen.line(line)
