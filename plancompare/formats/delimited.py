"""Text for spreadsheets: the one place that keeps a plan's words from becoming a formula, and lines of CSV."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from plancompare.formats.screen import printable

Value = str | int | float | bool | None
# the full-width forms too: spreadsheets in East Asian locales read them as the same signs
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def safe(value: str) -> str:
    """A text that no spreadsheet takes for a formula, and without characters that steer a terminal or break XML."""
    return f"'{printable(value)}" if formula_like(value) else printable(value)


def formula_like(value: str) -> bool:
    """Whether a spreadsheet could take a text for a formula."""
    return value.lstrip().startswith(_FORMULA) or value.startswith(("\t", "\r"))


def csv_text(heads: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """Heads and rows as CSV (RFC 4180, but lines end in LF); texts made safe, numbers left numbers, None empty."""
    held = StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow([safe(head) for head in heads])
    writer.writerows([safe(value) if isinstance(value, str) else value for value in row] for row in rows)
    return held.getvalue()
