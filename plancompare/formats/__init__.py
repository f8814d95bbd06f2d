"""Writers: a report, a comparison, or blocks for a screen, to a file or a terminal.

Only they know rich, tabulate and jinja2. A writer never computes what is true, only how it looks.

To add a document format: a module here with ``render(report, watch)`` (see ``DocumentWriter``), a line in
``DOCUMENTS``, and a reader of its cells in ``tests/formats/shelf.py``; the suite then holds its cells against the
comparison and gives it texts that would do harm. A format of data is the same with ``DataWriter`` and ``DATA``.
"""

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Literal, NamedTuple, Protocol, cast

from plancompare.comparing.comparison import Comparison
from plancompare.errors import PlanCompareError, install
from plancompare.model import Lang
from plancompare.telling.blocks import Report, Watch, unwatched


class DocumentWriter(Protocol):
    """Sets a report. Every text in it may be hostile: the writer's own layer makes it harmless."""

    def render(self, report: Report, watch: Watch = ...) -> bytes:
        """The report as the bytes of a file; the same report gives the same bytes. ``watch`` sees the blocks pass."""


class DataWriter(Protocol):
    """Writes a comparison as data; labels are in ``lang`` where only one has room."""

    def render(self, comparison: Comparison, lang: Lang = ..., watch: Watch = ...) -> bytes:
        """The comparison as the bytes of a file; the same comparison gives the same bytes."""


class Format(Protocol):
    """What a member of the shelf says of itself. ``suffixes`` name it; ``binary`` ones do not go to a terminal."""

    @property
    def reads(self) -> Literal["report", "comparison"]:
        """What it writes."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The ends of names of its files, the usual one first."""

    @property
    def binary(self) -> bool:
        """Whether its bytes are no text."""

    def require(self) -> None:
        """Raise PlanCompareError where a package that it needs is not installed."""


class Document(NamedTuple):
    """A format of documents. Its module, a DocumentWriter, is read when it is first asked for.

    ``needs`` is a package and the extra that brings it. ``plans`` are as many as have a column each in it; of more it
    gets a digest. A choice: on paper a dozen columns can be read; a page of 60 plans of 150 commitments was 62 MB
    (`plancompare report` on 60 plans of `tests.benchmarks.national`), which no browser likes; a sheet can be scrolled.
    """

    module: str
    suffixes: tuple[str, ...]
    binary: bool = False
    needs: tuple[str, str] | None = None
    plans: int = 12

    @property
    def reads(self) -> Literal["report", "comparison"]:
        """A report."""
        return "report"

    def require(self) -> None:
        """Raise PlanCompareError where the package that it needs is not installed."""
        if self.needs and find_spec(self.needs[0]) is None:
            raise PlanCompareError(
                "{format} needs a package that is not installed: {install}",
                format=self.suffixes[0],
                install=install(self.needs[1]),
            )

    def render(self, report: Report, watch: Watch = unwatched) -> bytes:
        """The report in this format."""
        self.require()
        writer = cast(DocumentWriter, import_module(f"plancompare.formats.{self.module}"))
        return writer.render(report, watch)


class Data(NamedTuple):
    """A format of data. Its module is a DataWriter."""

    module: str
    suffixes: tuple[str, ...]
    binary: bool = False

    @property
    def reads(self) -> Literal["report", "comparison"]:
        """A comparison."""
        return "comparison"

    def require(self) -> None:
        """Nothing beyond what is always there."""

    def render(self, comparison: Comparison, lang: Lang = "en", watch: Watch = unwatched) -> bytes:
        """The comparison in this format."""
        writer = cast(DataWriter, import_module(f"plancompare.formats.{self.module}"))
        return writer.render(comparison, lang, watch)


# the names are the choices of -f; every document format sets the same report value
DOCUMENTS: Mapping[str, Document] = {
    "docx": Document("word.document", ("docx",), binary=True, needs=("docx", "office")),
    "xlsx": Document("workbook", ("xlsx",), binary=True, needs=("xlsxwriter", "office"), plans=60),
    "html": Document("html", ("html", "htm"), plans=25),
    "md": Document("markdown", ("md", "markdown")),
    "latex": Document("latex", ("tex",)),
}
DATA: Mapping[str, Data] = {
    "csv": Data("csv", ("csv",)),
    "json": Data("json", ("json",)),
}
FORMATS: Mapping[str, Document | Data] = {**DOCUMENTS, **DATA}


def by_suffix(name: str, formats: Mapping[str, Format]) -> str | None:
    """The format that a file's name ends on, if any."""
    suffix = name.rpartition(".")[2].lower()
    return next((format for format, known in formats.items() if suffix in known.suffixes), None)
