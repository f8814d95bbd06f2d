"""Rows that people drew, over more plans than are compared: whom one compares changes none (more in test_alignment)."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from plancompare.comparing.alignment import Thresholds, align
from plancompare.comparing.groups import Group
from plancompare.comparing.people import Drawn, People, apart_among, drawn_rows, rulings_among
from plancompare.model import Decision
from tests.comparing.test_alignment import Puzzle, Table, different, puzzles, same


def silence(_pair: tuple[int, int]) -> float:
    raise AssertionError


def drawn(keys: str, *decisions: Decision, codes: Sequence[str] = ()) -> tuple[Drawn, ...]:
    names = keys.split()
    return drawn_rows(names, People([*codes, *[""] * (len(names) - len(codes))], decisions), silence)


def test_rows_stand_in_the_order_of_their_first_members_and_what_nobody_spoke_of_in_none() -> None:
    row = same("r", "b/1", "d/1", "z/9")
    assert drawn("a/1 a/2 b/1 c/1 d/1", row, codes=["s", "", "", "s"]) == (
        Drawn(("a/1", "c/1"), None),
        Drawn(("b/1", "d/1"), row),
    )
    assert drawn("a/1 b/1", codes=["none", ""]) == ()
    assert drawn("a/1 b/1", codes=["s", "t"]) == (Drawn(("a/1",), None), Drawn(("b/1",), None))


def test_members_among_fewer_keys() -> None:
    row = same("r", "a/1", "b/1", "c/1")
    held = [Drawn(("a/1", "b/1", "c/1"), row), Drawn(("a/2",), None), Drawn(("b/2", "d/1"), None)]
    assert rulings_among(["a/0", "b/1", "b/2", "c/1"], held) == {1: ([1, 3], row), 2: ([2], None)}


def test_for_one_that_is_not_here_the_others_of_its_row_stand_in() -> None:
    held = [Drawn(("a/1", "b/1", "c/1"), same("r", "a/1", "b/1", "c/1")), Drawn(("d/1", "d/2"), None)]
    keys = ["a/1", "b/1", "d/2", "e/1"]
    ruled = [different("c/1", "e/1")]
    assert apart_among(keys, ruled, held) == {(0, 3), (1, 3)}
    assert apart_among(keys, [different("c/1", "d/1")], held) == {(0, 2), (1, 2)}
    assert apart_among(keys, [different("a/1", "e/1")], held) == {(0, 3)}
    assert apart_among(keys, [different("x/1", "e/1"), Decision("same", ("a/1", "e/1"))], held) == frozenset()
    assert apart_among(keys, [different("c/1", "a/1")], held) == frozenset()  # of one row: the row holds
    assert apart_among(keys, [different("e/1", "d/2", "x/1")], ()) == {(2, 3)}


LIMITS = Thresholds(match=50, review=10)


@given(puzzles(newcomers="d"), st.sets(st.sampled_from("abc"), max_size=2))
def test_whom_one_compares_changes_no_row_of_coded_plans(puzzle: Puzzle, left_out: set[str]) -> None:
    """Also where scores chose among rows that people drew within one code; equal words are left out of this."""
    codes = [c or ("none" if k[0] != "d" else "") for c, k in zip(puzzle.people.codes, puzzle.keys, strict=True)]
    whole = Puzzle(puzzle.keys, {p: min(t, 99) for p, t in puzzle.totals.items()}, puzzle.people._replace(codes=codes))
    drawn = drawn_rows(whole.keys, whole.people, Table(*whole).odds)
    part = whole
    for plan in left_out:
        part = part.without(plan)
    few, many = (align(made.keys, Table(*made), made.people, LIMITS, drawn) for made in (part, whole))
    kept = {key for key in part.keys if key[0] != "d"}
    mine = {frozenset(part.keys[i] for i in group.members if part.keys[i] in kept) for group in few}
    theirs = {frozenset(whole.keys[i] for i in group.members if whole.keys[i] in kept) for group in many}
    assert mine - {frozenset()} == theirs - {frozenset()}
    assert sorted(i for group in few for i in group.members) == list(range(len(part.keys)))


def test_a_row_of_which_one_member_is_compared_keeps_its_ruling_and_is_an_anchor() -> None:
    row = same("r", "a/1", "x/1")
    people = People(["", ""], [row])
    held = (Drawn(("a/1", "x/1"), row),)
    keys = ["a/1", "b/1"]
    assert align(keys, Table(keys, {(0, 1): 60}, people), people, LIMITS, held) == (Group((0, 1), row, "", 60),)


def test_newcomers_ruled_different_from_one_that_is_not_compared_keep_out_of_its_row() -> None:
    row = same("r", "a/1", "x/1")
    ruling = different("b/1", "x/1")
    people = People(["", ""], [row, ruling])
    keys = ["a/1", "b/1"]
    held = (Drawn(("a/1", "x/1"), row),)
    groups = align(keys, Table(keys, {(0, 1): 99}, people), people, LIMITS, held)
    assert [group.members for group in groups] == [(0,), (1,)]
    assert [group.candidates for group in groups] == [(), ()]


@given(puzzles())
def test_drawing_asks_for_scores_only_between_rows_of_one_code(puzzle: Puzzle) -> None:
    asked: list[tuple[int, int]] = []

    def odds(pair: tuple[int, int]) -> float:
        asked.append(pair)
        return 0.0

    drawn_rows(puzzle.keys, puzzle.people, odds)
    assert all(a < b and puzzle.keys[a][0] != puzzle.keys[b][0] for a, b in asked)
    if not any(d.kind == "different" or d.id for d in puzzle.people.decisions):
        assert asked == []
