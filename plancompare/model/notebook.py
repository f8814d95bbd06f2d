"""How values look in a notebook, which keeps what it shows: small, whatever they hold."""

from collections.abc import Iterable, Sequence
from html import escape

MOST = 40  # characters of a text that stands for a value


def html_table(heads: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    """A plain table; texts may hold anything."""
    head = "".join(f"<th>{escape(name)}</th>" for name in heads)
    body = "".join(f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in line)}</tr>" for line in lines)
    return f"<table><tr>{head}</tr>{body}</table>"


def shortened(text: str) -> str:
    """The beginning of a text."""
    return text if len(text) <= MOST else f"{text[: MOST - 1]}…"
