"""CSV in both forms."""

import csv
from io import StringIO

import pytest

from plancompare.formats.csv import LONG, WIDE, render
from tests.formats.support import HOSTILE, hostile, whole


def lines(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))


def cells(data: bytes) -> dict[str, dict[str, str]]:
    """Row id -> plan id -> state, from the long form."""
    found: dict[str, dict[str, str]] = {}
    for line in lines(data):
        found.setdefault(line["row"], {})[line["plan"]] = line["state"]
    return found


def test_long_has_a_line_for_each_commitment_and_each_blank() -> None:
    comparison = whole()
    found = lines(render(comparison, "en"))
    assert tuple(found[0]) == LONG
    told = {(line["row"], line["plan"], line["commitment"]) for line in found}
    wanted = {
        (row.id, plan, commitment)
        for row in comparison.rows
        for plan, cell in row.cells.items()
        for commitment in ([c.id for c in cell.commitments] or [n.commitment.id for n in cell.candidates] or [""])
    }
    assert told == wanted
    assert len(found) == len(wanted)


def test_wide_says_made_not_found_and_leaves_open_what_is_not_covered() -> None:
    comparison = whole()
    found = {line["row"]: line for line in lines(render(comparison, "en", wide=True))}
    assert tuple(next(iter(found.values()))) == (*WIDE, *(plan.id for plan in comparison.plans))
    words = {"made": "1", "unsure": "unsure", "not_found": "0", "not_covered": "", "not_applicable": "n/a"}
    for row in comparison.rows:
        assert {p: found[row.id][p] for p in row.cells} == {p: words[c.status] for p, c in row.cells.items()}


@pytest.mark.parametrize("wide", [False, True])
def test_a_mark_for_excel_only_where_asked(wide: bool) -> None:
    plain, marked = render(whole(), "en", wide=wide), render(whole(), "en", wide=wide, excel=True)
    assert marked == b"\xef\xbb\xbf" + plain
    assert b"\r" not in plain


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("wide", [False, True])
def test_no_cell_begins_like_a_formula(text: str, wide: bool) -> None:
    found = lines(render(hostile(text), "en", wide=wide))
    assert len(found) == len(lines(render(hostile("quiet"), "en", wide=wide)))
    for line in found:
        for value in line.values():
            assert not value.lstrip().startswith(("=", "+", "-", "@", "＝"))
            assert "\x1b" not in value
