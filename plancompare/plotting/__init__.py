"""Plots of a comparison as SVG, PNG or PDF. The only place that knows matplotlib and scipy, both read on first use.

A plot never computes what is true, only where it is drawn; no state is told by colour alone. To add a kind: a module
that is a ``Plot``, and a line in ``PLOTS``.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from plancompare.comparing.comparison import Comparison
    from plancompare.model import Lang
    from plancompare.plotting.figure import Canvas


class Plot(Protocol):
    """A kind of plot."""

    def draw(self, comparison: "Comparison", lang: "Lang", theme: str = ...) -> "Canvas":
        """The plot of all themes, or of one (its id). Raises PlanCompareError where there is nothing to draw."""


class Kind(NamedTuple):
    """A kind of plot by its module, which is a Plot and is read when it is first asked for; the packages it needs."""

    module: str
    needs: tuple[str, ...] = ("matplotlib",)

    def load(self) -> Plot:
        """The plot."""
        return cast(Plot, import_module(f"plancompare.plotting.{self.module}"))


# the names are the choices of `plot`
PLOTS: Mapping[str, Kind] = {
    "heatmap": Kind("heatmap"),
    "targets": Kind("targets"),
    "similarity": Kind("similarity", ("matplotlib", "scipy")),
}
FORMATS = ("svg", "png", "pdf")
