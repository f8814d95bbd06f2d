"""Commitments, rows and standards by the names that people type."""

from typing import TYPE_CHECKING

from plancompare.commands.session import plan_named
from plancompare.errors import PlanCompareError, likely
from plancompare.messages import Message

if TYPE_CHECKING:
    from plancompare.comparing.comparison import Comparison


def key_named(name: str, comparison: "Comparison") -> str:
    """The key of the commitment called ``name``: plan/id, or an id that only one plan has.

    The id of a row, or of the standard that one row was coded as, names the commitment that stands for the row.
    """
    keys = [key for key in comparison.place_of if name in (key, key.split("/", 1)[1])]
    if len(keys) == 1:
        return keys[0]
    if keys:
        raise PlanCompareError("{name} is in several plans; say which: {keys}", name=name, keys=tuple(keys))
    rows = [row for row in comparison.rows if row.id == name] or [r for r in comparison.rows if r.standard == name]
    if len(rows) == 1:
        return rows[0].core.key
    if rows:
        raise PlanCompareError(
            "{name} is in several rows; say which: {rows}", name=name, rows=tuple(row.id for row in rows)
        )
    from difflib import get_close_matches

    ids = [key if "/" in name else key.split("/", 1)[1] for key in comparison.place_of]
    near = get_close_matches(name, ids, n=3)
    hint = likely(near) if near else Message("`plancompare search WORDS` finds commitments")
    raise PlanCompareError('no commitment "{name}" in these plans; {hint}', name=name, hint=hint)


def is_known(name: str, comparison: "Comparison") -> bool:
    """Whether ``name`` calls a commitment, row, standard or plan of a comparison."""
    ids = {part for key in comparison.place_of for part in (key, key.split("/", 1)[1])}
    rows = {called for row in comparison.rows for called in (row.id, row.standard)}
    return name in ids | rows or bool(plan_named(name, comparison))
