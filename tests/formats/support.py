"""Comparisons that formats are tried on, and texts that would do harm if a format let them."""

from dataclasses import replace
from pathlib import Path

from plancompare import compare, load
from plancompare.comparing.comparison import Comparison
from plancompare.comparing.rows import Cell, Cells, Near
from plancompare.comparing.selection import Kind
from plancompare.model import Label, Lang
from plancompare.telling.blocks import Report
from plancompare.telling.report import make_report
from plancompare.telling.source import Source

ROOT = Path(__file__).parent.parent.parent
CASES = ROOT / "tests" / "cases"
STATES = {"●": "made", "◐": "unsure", "○": "not_found", "?": "not_covered", "–": "not_applicable"}
HOSTILE = (
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "＝1+1",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</td></table><style>*{display:none}</style>",
    "{{ 7*7 }}{% raw %}",
    "javascript:alert(1)",
    "[link](javascript:alert(1)) ![x](http://e.example/x.png)",
    "`code` **bold** _em_ ~~gone~~ | cell",
    "https://e.example/?a=b&c=d",
    "# heading",
    "1. list",
    "&lt;b&gt; &#60;",
    "\\input{/etc/passwd} \\write18{id} $x^2$ 100% #1 {a} ~ _ ^",
    "^^5cinput",
    "[red]markup[/red]",
    "\x1b[31mred\x1b[0m\x07\x08\x00",
    "\u202eright to left\u2066",
    "]]> <?xml ?> <!DOCTYPE x>",
    "_x0041_ _x000D_",
    "line one\nline two",
    "很长" * 400,
    "mailto:someone@e.example www.e.example",
)


def whole(case: str = "two_districts", only: tuple[Kind, ...] = ()) -> Comparison:
    """The comparison of a case of tests/cases."""
    return compare(load(CASES / case)).only(statuses=only)


def shipped() -> Comparison:
    """The comparison of the shipped plans."""
    return compare(load(ROOT / "plans"))


def doubtful() -> Comparison:
    """A comparison in which every other row is unsure where it would be blank; the candidates are the plan's own.

    Their scores are numbers that nothing else in a file is.
    """
    comparison = whole()
    rows = []
    for place, row in enumerate(comparison.rows):
        cells = dict(row.cells)
        for plan in comparison.plans if place % 2 else ():
            if cells[plan.id].status in ("not_found", "not_covered"):
                near = tuple(Near(c, 98057 - n) for n, c in enumerate(plan.commitments[:5]))
                cells[plan.id] = Cell("unsure", candidates=near)
        unsure = sum(cell.status == "unsure" for cell in cells.values())
        rows.append(row._replace(cells=Cells(cells), unsure=unsure))
    assert any(row.unsure for row in rows)
    return replace(comparison, rows=tuple(rows))


def hostile(text: str) -> Comparison:
    """A comparison in which everything that a plan, a codebook or a ruling says is ``text``."""
    comparison = doubtful()
    plans = []
    commitments = {}
    for plan in comparison.plans:
        own = []
        for commitment in plan.commitments:
            section = commitment.section._replace(path=text, heading=text)
            evidence = tuple(e._replace(quote=text) for e in commitment.evidence)
            targets = tuple(t._replace(indicator="", label=text, unit=text) for t in commitment.targets)
            changed = commitment._replace(
                text=text, section=section, evidence=evidence, targets=targets, word=text, named=(text,), note=text
            )
            own.append(changed)
            commitments[commitment.key] = changed
        source = plan.source._replace(url=text)
        plans.append(
            plan._replace(name=f"{plan.id} {text}", title=text, issuer=text, source=source, commitments=tuple(own))
        )
    rows = tuple(
        row._replace(
            label=Label(text, text),
            core=commitments[row.core.key],
            cells=Cells(
                {
                    plan: cell._replace(
                        commitments=tuple(commitments[c.key] for c in cell.commitments),
                        candidates=tuple(n._replace(commitment=commitments[n.commitment.key]) for n in cell.candidates),
                        reason=text,
                    )
                    for plan, cell in row.cells.items()
                }
            ),
        )
        for row in comparison.rows
    )
    themes = tuple(t._replace(label=Label(text, text)) for t in comparison.codebook.themes)
    codebook = comparison.codebook._replace(themes=themes)
    rulings = tuple(r._replace(reason=text, who=text) for r in comparison.rulings)
    return replace(comparison, plans=tuple(plans), rows=rows, codebook=codebook, rulings=rulings)


def told(comparison: Comparison, lang: Lang = "en") -> Report:
    """Its report."""
    return make_report(comparison, lang, command="plancompare report")


def expected(comparison: Comparison) -> dict[str, dict[str, str]]:
    """What every format must tell: by a row's number, each plan's state by the plan's name."""
    numbers = Source(comparison, "en").numbers
    names = {plan.id: plan.name for plan in comparison.plans}
    return {numbers[row.id]: {names[plan]: cell.status for plan, cell in row.cells.items()} for row in comparison.rows}
