"""Compare public plans commitment by commitment.

>>> from plancompare import compare, load
>>> comparison = compare(load(), ["朝阳", "丰台"])  # ids and names; load("my-plans") reads a folder of your own
>>> comparison.only("教师待遇", ["shared"]).rows[0]
<Row pay-...: 2 of 2, shared>
>>> comparison.to_records()[0]["plan_name"]  # pandas.DataFrame(comparison.to_records()) is a data frame
'朝阳'

What a user can mend is a PlanCompareError with one line.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Comparison", "Corpus", "Plan", "PlanCompareError", "compare", "load"]

if TYPE_CHECKING:
    from plancompare.comparing.comparison import Comparison, compare
    from plancompare.errors import PlanCompareError
    from plancompare.model import Corpus, Plan
    from plancompare.reading.collection import load

_HOMES = {
    "Comparison": "plancompare.comparing.comparison",
    "Corpus": "plancompare.model",
    "Plan": "plancompare.model",
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
