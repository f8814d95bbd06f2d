"""A plan compared with itself: under a name of its own, with all that the plan says."""

from collections.abc import Sequence

from plancompare.comparing.rows import Cell, Cells, Row, RowStatus, hears
from plancompare.model import Plan


def copy_of(plan: Plan, number: int) -> Plan:
    """A plan under a name of its own, for a comparison with itself: fengtai#2."""
    id = f"{plan.id}#{number}"
    commitments = tuple(c._replace(plan=id) for c in plan.commitments)
    return plan._replace(id=id, name=f"{plan.name}#{number}", commitments=commitments)


def original_key(key: str) -> str:
    """The key (``plan/id``) of what a copy's commitment is a copy of; any other key as it is."""
    plan, _, id = key.partition("/")
    return f"{plan.split('#')[0]}/{id}"


def with_copies(row: Row, plans: Sequence[Plan]) -> Row:
    """The row with the cells of ``plans``; what a plan says, its copies say too."""
    if len(plans) == len(row.cells):
        return row
    cells = {plan.id: _copied(row.cells[plan.id.split("#")[0]], plan.id) for plan in plans}
    makers = sum([cell.status == "made" for cell in cells.values()])
    unsure = sum([cell.status == "unsure" for cell in cells.values()])
    covered = makers + sum(_speaks(cells[plan.id], plan, row.theme) for plan in plans)
    status: RowStatus = "shared" if makers == len(plans) else "unique" if makers == 1 else "partial"
    return row._replace(status=status, made=makers, covered=covered, unsure=unsure, cells=Cells(cells))


def _copied(cell: Cell, plan: str) -> Cell:
    commitments = tuple(c._replace(plan=plan) for c in cell.commitments)
    candidates = tuple(near._replace(commitment=near.commitment._replace(plan=plan)) for near in cell.candidates)
    return cell._replace(commitments=commitments, candidates=candidates)


def _speaks(cell: Cell, plan: Plan, theme: str) -> bool:
    """Whether a plan that is not known to make a row counts among those whose text covers it."""
    return cell.status == "not_found" or hears(cell, plan, theme)
