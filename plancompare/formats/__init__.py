"""Writers: a comparison, or a part of a collection, to a screen or a file. The only place that knows rich and tabulate.

A writer never computes what is true, only how it looks.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import IO, Protocol

from plancompare.comparison import Comparison

# format -> module with `write(comparison, out)`; the names are the choices of `report -f`
FORMATS: Mapping[str, str] = {"json": "plancompare.formats.json"}


class Writer(Protocol):
    """What every format's module has as ``write``."""

    def __call__(self, comparison: Comparison, out: IO[str]) -> None:
        """Write the comparison to an open text file."""


def writer(name: str) -> Writer:
    """The ``write`` of a format, imported on first use."""
    found: Writer = import_module(FORMATS[name]).write
    return found
