"""Writers: a comparison, or a part of a collection, to a screen or a file. The only place that knows rich and tabulate.

A writer never computes what is true, only how it looks.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import IO

from plancompare.comparison import Comparison

# format -> module with `write(comparison, out)`; the names are the choices of `report -f`
FORMATS: Mapping[str, str] = {"json": "plancompare.formats.json"}


def writer(name: str) -> Callable[[Comparison, IO[str]], None]:
    """The ``write`` of a format, imported on first use."""
    found: Callable[[Comparison, IO[str]], None] = import_module(FORMATS[name]).write
    return found
