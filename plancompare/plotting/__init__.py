"""Plots of a comparison as SVG, PNG or PDF. The only place that knows matplotlib and scipy, both read on first use.

A plot never computes what is true, only where it is drawn; no state is told by colour alone.
"""

from collections.abc import Mapping

# kind -> module with `draw(comparison, family, ...) -> Canvas`; the names are the choices of `plot`
PLOTS: Mapping[str, str] = {
    "heatmap": "plancompare.plotting.heatmap",
    "targets": "plancompare.plotting.targets",
    "similarity": "plancompare.plotting.similarity",
}
FORMATS = ("svg", "png", "pdf")
