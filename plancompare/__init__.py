"""Compare public plans commitment by commitment.

>>> from plancompare import compare, load
>>> comparison = compare(load(), ["chaoyang", "fengtai"])
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Comparison", "Corpus", "PlanCompareError", "compare", "load"]

if TYPE_CHECKING:
    from plancompare.comparing.comparison import Comparison, compare
    from plancompare.errors import PlanCompareError
    from plancompare.model import Corpus
    from plancompare.reading.collection import load

_HOMES = {
    "Comparison": "plancompare.comparing.comparison",
    "Corpus": "plancompare.model",
    "PlanCompareError": "plancompare.errors",
    "compare": "plancompare.comparing.comparison",
    "load": "plancompare.reading.collection",
}


def __getattr__(name: str) -> Any:
    """Import on first use, so that `plancompare --help` need not read yaml or rapidfuzz."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
