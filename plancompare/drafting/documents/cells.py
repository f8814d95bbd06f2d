"""The cells of a table in their places: the text of a merged one stands in every place that it spans."""

from plancompare.drafting.documents import limits
from plancompare.drafting.documents.model import Rows
from plancompare.errors import PlanCompareError


class CellGrid:
    """Takes the cells of a table row by row, from left to right."""

    def __init__(self, source: str) -> None:
        """``source`` is what the table is part of (the file, the page), for the error."""
        self._source = source
        self._rows: list[list[str]] = []
        self._below: dict[int, tuple[int, str]] = {}  # column -> rows that a cell from above still takes, its text
        self._size = self._width = 0

    def begin(self) -> None:
        """Begin the next row. Raises PlanCompareError where the table so far is bigger than any plan's."""
        self._close()
        self._rows.append([])

    def put(self, text: str, width: int = 1, height: int = 1) -> None:
        """Put a cell into the next free place of the row, spanning so many columns and rows."""
        self._from_above()
        row = self._rows[-1]
        for _ in range(width):
            if height > 1:
                self._below[len(row)] = (height - 1, text)
            row.append(text)

    def above(self) -> str:
        """The text right above the next place of the row; nothing above the first row."""
        self._from_above()
        row = self._rows[-1]
        above = self._rows[-2] if len(self._rows) > 1 else []
        return above[len(row)] if len(row) < len(above) else ""

    def rows(self) -> Rows:
        """The rows that say anything, equally long. Raises PlanCompareError like `begin`."""
        self._close()
        return tuple(tuple(row + [""] * (self._width - len(row))) for row in self._rows if any(row))

    def _close(self) -> None:
        """Count what the last row adds: spans of a made-up table multiply."""
        if not self._rows:
            return
        self._from_above()
        row = self._rows[-1]
        self._width = max(self._width, len(row))
        self._size += sum(map(len, row)) + len(row)
        if self._size > limits.TABLE or self._width * len(self._rows) > limits.CELLS:
            raise PlanCompareError("a table of the {source} is bigger than any plan's; not read", source=self._source)

    def _from_above(self) -> None:
        row = self._rows[-1]
        while len(row) in self._below:
            left, text = self._below.pop(len(row))
            if left > 1:
                self._below[len(row)] = (left - 1, text)
            row.append(text)
