"""One thin click command a module, each read only when it is called; ``options`` holds what they share.

``COMMANDS`` is the list that the group shows; the help line stands here so that `--help` imports none of them.
"""

from collections.abc import Mapping

COMMANDS: Mapping[str, str] = {
    "list": "The plans held: extent, period, commitments, findings.",
    "show": "One plan by theme, with figures, evidence and place.",
    "matrix": "Themes by plans: who covers what, and what a blank means.",
    "diff": "The aligned commitments of two or more plans, theme by theme.",
    "targets": "Figures by what they measure, with baselines and the gap to benchmarks.",
    "search": "Find commitments by words, in any plan.",
    "explain": "Why two commitments are, or are not, one row.",
    "evaluate": "How well the aligner does on pairs that people judged.",
    "review": "Rule on the most doubtful pairs, one by one or in a sheet.",
    "decisions": "Compare what two people ruled.",
    "check": "Every fault of a collection in one run.",
    "verify": "Find every evidence phrase again in its source.",
    "encode": "A first encoding of a plan text, for a person to curate.",
    "gaps": "What peers promise that a draft lacks; what it carries of the plans above and before it.",
    "new": "An empty plan file to fill, by theme or by the outline of another plan.",
    "report": "The comparison as a file: Word, Excel, HTML, Markdown, LaTeX, CSV, JSON.",
    "publish": "A data set to cite: tables, descriptor, citation, codebook, project for qualitative analysis.",
    "plot": "Heatmap, figures or similarity of plans as SVG, PNG or PDF.",
}
