"""One thin click command a module, read only when it is called; ``session``, ``options``, ``output`` they share.

``COMMANDS`` is the list that the group shows; the help line stands here so that `--help` imports none of them.

To add a command: a module that is a ``CommandModule``, a line in ``COMMANDS``, a line in README.md. Its click function
parses, makes one call and writes once; the call is to a plain function that takes a Session and values, and gives an
Outcome, so that a test needs no click.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    import click


class CommandModule(Protocol):
    """A member of the shelf."""

    @property
    def command(self) -> "click.Command":
        """What click calls; its docstring is the help text and ends in examples that can be pasted."""


COMMANDS: Mapping[str, str] = {
    "list": "The plans held: extent, period, commitments, findings.",
    "show": "One plan by theme, with figures, evidence and place.",
    "matrix": "Themes by plans: who covers what, and what a blank means.",
    "diff": "Two or more plans side by side, theme by theme; --lacks: what one lacks that others promise.",
    "targets": "Figures by what they measure, with baselines and the gap to benchmarks.",
    "search": "Find commitments by words, in any plan.",
    "standards": "The catalogue of usual promises: who makes which, k of n.",
    "similar": "The plans nearest to one, by usual promises in common.",
    "explain": "Why two commitments are, or are not, one row.",
    "evaluate": "How well the aligner does on pairs that people judged.",
    "review": "Rule on the most doubtful pairs, one by one or in a sheet.",
    "decisions": "Compare what two people ruled.",
    "check": "Every fault of a collection in one run.",
    "verify": "Find every evidence phrase again in its source.",
    "encode": "A first encoding of a plan text, for a person to curate.",
    "gaps": "What peers promise that a draft lacks; what it carries of the plans above and before it.",
    "new": "An empty plan file to fill, by theme or by the outline of another plan.",
    "schema": "JSON Schema of your own collection, for editors: completions and definitions.",
    "report": "The comparison as a file: Word, Excel, HTML, Markdown, LaTeX, CSV, JSON.",
    "publish": "A data set to cite: tables, descriptor, citation, codebook, project for qualitative analysis.",
    "plot": "Heatmap, figures or similarity of plans as SVG, PNG or PDF.",
}


def load(name: str) -> "click.Command":
    """The command called ``name``, which is one of COMMANDS."""
    return cast(CommandModule, import_module(f"plancompare.commands.{name}")).command
