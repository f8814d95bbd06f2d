"""Writers: a comparison, or a part of a collection, to a screen or a file.

Only they know rich, tabulate and jinja2.
A writer never computes what is true, only how it looks.
"""

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Literal, NamedTuple

from plancompare.errors import PlanCompareError


class Format(NamedTuple):
    """A file format: its module, with ``render`` from what it ``reads`` to bytes.

    ``render(report, watch)`` sets a report; ``render(comparison, watch)`` writes a comparison as data. ``binary``
    ones do not go to a terminal. ``suffixes`` name it; ``needs`` is a package that an extra brings.
    """

    module: str
    reads: Literal["report", "comparison"]
    suffixes: tuple[str, ...]
    binary: bool = False
    needs: tuple[str, str] | None = None  # package, extra

    def load(self) -> Any:
        """The format's module; PlanCompareError if what it needs is not installed."""
        if self.needs and find_spec(self.needs[0]) is None:
            extra = f"plancompare[{self.needs[1]}]"
            raise PlanCompareError(f"{self.suffixes[0]} needs a package that is not installed: pip install '{extra}'")
        return import_module(f"plancompare.formats.{self.module}")


# the names are the choices of -f; every document format sets the same report value
DOCUMENTS: Mapping[str, Format] = {
    "docx": Format("word.document", "report", ("docx",), binary=True, needs=("docx", "office")),
    "xlsx": Format("workbook", "report", ("xlsx",), binary=True, needs=("xlsxwriter", "office")),
    "html": Format("html", "report", ("html", "htm")),
    "md": Format("markdown", "report", ("md", "markdown")),
    "latex": Format("latex", "report", ("tex",)),
}
DATA: Mapping[str, Format] = {
    "csv": Format("csv", "comparison", ("csv",)),
    "json": Format("json", "comparison", ("json",)),
}
FORMATS: Mapping[str, Format] = {**DOCUMENTS, **DATA}


def by_suffix(name: str, formats: Mapping[str, Format]) -> str | None:
    """The format that a file's name ends on, if any."""
    suffix = name.rpartition(".")[2].lower()
    return next((format for format, known in formats.items() if suffix in known.suffixes), None)
