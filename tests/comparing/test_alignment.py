"""Laws of the alignment, on invented log-odds and invented people (tests/comparing/test_laws.py: on plans)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare.comparing.alignment import Thresholds, align
from plancompare.comparing.groups import Candidate, Group
from plancompare.comparing.linkage import FLOOR
from plancompare.comparing.odds import odds_of, points
from plancompare.comparing.people import People
from plancompare.comparing.scores import EQUAL
from plancompare.model import Decision

LIMITS = Thresholds(match=50, review=10)
Totals = Mapping[tuple[int, int], int]


def odds(total: int) -> float:
    """Log-odds of points; 100 are for equal words alone."""
    return EQUAL if total == 100 else odds_of(total) if total else FLOOR


class Table:
    """Scores as given in points, for people; a pair not given scores nothing."""

    def __init__(self, keys: Sequence[str], totals: Totals, people: People) -> None:
        self.plans = [key.split("/")[0] for key in keys]
        self.totals = totals
        self.people = people

    def links(self, least: int) -> Mapping[tuple[int, int], float]:
        return {
            pair: odds(total)
            for pair, total in self.totals.items()
            if self.plans[pair[0]] != self.plans[pair[1]]
            and (total == 100 or (total >= least and not self.settled(*pair)))
        }

    def settled(self, one: int, other: int) -> bool:
        coded = bool(self.people.codes[one]) and bool(self.people.codes[other])
        return coded or {self.plans[one], self.plans[other]} <= set(self.people.reviewed)

    def equal(self) -> Iterable[Sequence[int]]:
        return sorted(pair for pair, total in self.totals.items() if total == 100)

    def odds(self, pair: tuple[int, int]) -> float:
        return odds(self.totals.get(pair, 0))


class Silent(Table):
    """The same scores, of which none links anything."""

    def links(self, least: int) -> Mapping[tuple[int, int], float]:
        return {}


class Puzzle(NamedTuple):
    keys: list[str]
    totals: Totals
    people: People

    def solve(self, table: type[Table] = Table, **others: object) -> tuple[Group, ...]:
        people = self.people._replace(**others)  # type: ignore[arg-type]
        return align(self.keys, table(self.keys, self.totals, people), people, LIMITS)

    def without(self, plan: str) -> "Puzzle":
        left = [index for index, key in enumerate(self.keys) if not key.startswith(f"{plan}/")]
        place = {index: n for n, index in enumerate(left)}
        totals = {(place[a], place[b]): t for (a, b), t in self.totals.items() if a in place and b in place}
        codes = [self.people.codes[index] for index in left]
        return Puzzle([self.keys[index] for index in left], totals, self.people._replace(codes=codes))


def same(name: str, *members: str) -> Decision:
    return Decision("same", members, name)


def different(*members: str) -> Decision:
    return Decision("different", members)


@st.composite
def puzzles(draw: st.DrawFn, contradictory: bool = False, newcomers: str = "", apart: bool = True) -> Puzzle:
    """Up to four plans with what people said of them; of ``newcomers`` they said nothing."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=2, max_size=4))
    keys = [f"{plan}/{number}" for plan, size in zip("abcd", sizes, strict=False) for number in range(size)]
    spoken = [key for key in keys if key[0] not in newcomers]
    pairs = list(combinations(range(len(keys)), 2))
    totals = {pair: draw(st.sampled_from([0, 9, 10, 49, 50, 75, 90, 99, 100])) for pair in pairs}
    said = st.sampled_from(["", "", "none", "s1", "s2", "s3"])
    codes = [draw(said) if key in spoken else "" for key in keys]
    decisions: list[Decision] = []
    for number in range(draw(st.integers(0, 3)) if spoken else 0):
        row = draw(st.sets(st.sampled_from(spoken), min_size=1, max_size=4))
        free = row if contradictory else row - {key for made in decisions for key in made.members}
        name = draw(st.sampled_from(["", f"r{number}"]))
        decisions += [same(name, *sorted(free))] if len(free) > bool(not name) else []
    if apart:
        decisions += draw_different(draw, spoken, decisions)
    reviewed = draw(st.sets(st.sampled_from("abcd"))) - set(newcomers)
    return Puzzle(keys, totals, People(codes, decisions, sorted(reviewed)))


def draw_different(draw: st.DrawFn, keys: Sequence[str], decisions: Sequence[Decision]) -> list[Decision]:
    """Rulings that two or three are different, of which no row of people holds two."""
    held = [set(p) for d in decisions for p in combinations(d.members, 2)]
    several = [p for n in (2, 3) for p in combinations(keys, n)]
    free = [p for p in several if not any(set(q) in held for q in combinations(p, 2))]
    return [different(*p) for p in draw(st.lists(st.sampled_from(free), max_size=2, unique=True))] if free else []


def place_of(groups: Sequence[Group]) -> dict[int, Group]:
    return {index: group for group in groups for index in group.members}


def fast_pairs(puzzle: Puzzle, kind: str) -> set[tuple[int, int]]:
    place = {key: n for n, key in enumerate(puzzle.keys)}
    named = [sorted(place[key] for key in d.members) for d in puzzle.people.decisions if d.kind == kind]
    return {pair for members in named for pair in combinations(members, 2)}


# --- laws ----------------------------------------------------------------------------------------------------------


@given(puzzles(contradictory=True))
def test_every_index_is_in_exactly_one_group(puzzle: Puzzle) -> None:
    assert sorted(i for group in puzzle.solve() for i in group.members) == list(range(len(puzzle.keys)))


@given(puzzles())
def test_rulings_are_obeyed(puzzle: Puzzle) -> None:
    groups = puzzle.solve()
    place = place_of(groups)
    for one, other in fast_pairs(puzzle, "different"):
        assert place[one] != place[other]
    for decision in puzzle.people.decisions:
        if decision.kind == "same" and decision.id:
            rows = [place[puzzle.keys.index(key)] for key in decision.members]
            assert {row.members for row in rows} == {rows[0].members}
            assert rows[0].decision == decision
    held = [group.decision.id for group in groups if group.decision and group.decision.id]
    assert sorted(held) == sorted(d.id for d in puzzle.people.decisions if d.id)


@given(puzzles())
def test_equal_codes_are_one_row_unless_people_said_otherwise(puzzle: Puzzle) -> None:
    place = place_of(puzzle.solve())
    apart = fast_pairs(puzzle, "different")
    for one, other in combinations(range(len(puzzle.keys)), 2):
        code = puzzle.people.codes[one]
        rows = place[one], place[other]
        if code in ("", "none") or code != puzzle.people.codes[other] or rows[0] == rows[1]:
            continue
        ruled = any((min(a, b), max(a, b)) in apart for a in rows[0].members for b in rows[1].members)
        assert ruled or all(row.decision and row.decision.id for row in rows)


@given(puzzles())
def test_scores_move_nobody_whom_people_placed(puzzle: Puzzle) -> None:
    """So different codes never join by a score, and no row that people made loses or gains one they placed."""
    told, silent = place_of(puzzle.solve()), place_of(puzzle.solve(Silent))
    place = {key: n for n, key in enumerate(puzzle.keys)}
    ruled = {place[key] for d in puzzle.people.decisions if d.kind == "same" for key in d.members}
    placed = sorted(ruled | {n for n, code in enumerate(puzzle.people.codes) if code not in ("", "none")})
    for one, other in combinations(placed, 2):
        assert (told[one] == told[other]) == (silent[one] == silent[other])


@given(puzzles())
def test_who_was_found_in_no_standard_is_brought_to_none_and_the_looked_at_are_not_brought_together(
    puzzle: Puzzle,
) -> None:
    codes, reviewed = puzzle.people.codes, set(puzzle.people.reviewed)
    told, silent = place_of(puzzle.solve()), place_of(puzzle.solve(Silent))
    plans = [key[0] for key in puzzle.keys]
    for one, other in combinations(range(len(codes)), 2):
        if told[one] == told[other] and silent[one] != silent[other]:
            # by scores: then a third brought neither, and of the two one at least was not looked at, or words are equal
            equal = [p for p, total in puzzle.totals.items() if total == 100 and {*p} & {one, other}]
            coded = bool(codes[one]) and bool(codes[other])
            both = {plans[one], plans[other]} <= reviewed
            assert equal or not (coded or both)


@given(puzzles(newcomers="d"))
def test_a_newcomer_changes_no_row_of_those_whom_people_looked_at(puzzle: Puzzle) -> None:
    people = puzzle.people
    codes = [c or ("none" if k[0] != "d" else "") for c, k in zip(people.codes, puzzle.keys, strict=True)]
    all_coded = puzzle._replace(people=people._replace(codes=codes))
    before = all_coded.without("d")
    assert partition(all_coded, "d") == partition(before, "d")


@given(puzzles(newcomers="d"))
def test_a_newcomer_changes_no_row_of_plans_read_to_the_end(puzzle: Puzzle) -> None:
    read = puzzle._replace(people=puzzle.people._replace(reviewed="abc"))
    assert partition(read, "d") == partition(read.without("d"), "d")


@given(puzzles(newcomers="cd"))
def test_a_newcomer_does_not_change_where_another_newcomer_stands(puzzle: Puzzle) -> None:
    """Among newcomers themselves a third may bring two together; among those whom people placed it changes nothing."""
    read = puzzle._replace(people=puzzle.people._replace(reviewed="ab"))
    alone = read.without("d")
    with_d, without_d = where(read), where(alone)
    assert {key: with_d[key] for key in alone.keys} == without_d


def partition(puzzle: Puzzle, left_out: str) -> set[frozenset[str]]:
    rows = [frozenset(puzzle.keys[i] for i in g.members if puzzle.keys[i][0] != left_out) for g in puzzle.solve()]
    return {row for row in rows if row}


def where(puzzle: Puzzle) -> dict[str, frozenset[str]]:
    """For each commitment the members of plans a and b that stand in its row."""
    return {
        puzzle.keys[i]: frozenset(puzzle.keys[j] for j in group.members if puzzle.keys[j][0] in "ab")
        for group in puzzle.solve()
        for i in group.members
    }


@given(puzzles(contradictory=True), st.data())
def test_the_order_of_decisions_changes_nothing(puzzle: Puzzle, data: st.DataObject) -> None:
    turned = data.draw(st.permutations(puzzle.people.decisions))
    assert puzzle.solve(decisions=turned) == puzzle.solve()


@given(puzzles(contradictory=True))
def test_candidates_are_of_plans_that_a_row_lacks_and_come_near_a_member_or_have_its_code(puzzle: Puzzle) -> None:
    plans = [key[0] for key in puzzle.keys]
    apart = fast_pairs(puzzle, "different")
    settled = Table(puzzle.keys, puzzle.totals, puzzle.people).settled
    groups = puzzle.solve()
    row_of = {index: group for group in groups for index in group.members}
    named = {puzzle.keys.index(key) for d in puzzle.people.decisions if d.kind == "same" for key in d.members}

    def unplaced(index: int, other: int) -> bool:
        """Of one code, in another row of it, and no person said why."""
        code, reviewed = puzzle.people.codes[index], puzzle.people.reviewed
        if code in ("", "none") or code != puzzle.people.codes[other] or {plans[index], plans[other]} <= {*reviewed}:
            return False
        mine, theirs = row_of[index].members if index in named else (index,), row_of[other].members
        if index in named and not named.isdisjoint(theirs):
            return False
        return not any((min(a, b), max(a, b)) in apart for a in mine for b in theirs)

    for group in groups:
        own = {plans[index] for index in group.members}
        best: dict[int, int] = {}
        for index, other in ((i, m) for i in range(len(plans)) for m in group.members if plans[i] not in own):
            pair = (min(index, other), max(index, other))
            total = puzzle.totals[pair]
            near = total >= LIMITS.review and pair not in apart and (total == 100 or not settled(*pair))
            if near or unplaced(index, other):
                best[index] = max(total, best.get(index, 0))
        assert dict(group.candidates) == best
        assert list(group.candidates) == sorted(group.candidates, key=lambda c: (-c.score, c.commitment))


@given(puzzles(apart=False))
def test_equal_words_are_never_unfound(puzzle: Puzzle) -> None:
    plans = [key[0] for key in puzzle.keys]
    place = place_of(puzzle.solve())
    for (one, other), total in puzzle.totals.items():
        if total == 100 and plans[one] != plans[other]:
            row = place[one]
            makes = any(plans[index] == plans[other] for index in row.members)
            assert makes or other in {candidate.commitment for candidate in row.candidates}


@given(puzzles())
def test_a_row_shows_its_weakest_link_and_one_of_people_that_of_its_newcomers(puzzle: Puzzle) -> None:
    place = {key: n for n, key in enumerate(puzzle.keys)}
    ruled = {place[key] for d in puzzle.people.decisions if d.kind == "same" for key in d.members}
    spoken = ruled | {n for n, code in enumerate(puzzle.people.codes) if code not in ("", "none")}
    plans = [key[0] for key in puzzle.keys]
    for group in puzzle.solve():
        pairs = [p for p in combinations(group.members, 2) if plans[p[0]] != plans[p[1]]]
        newcomers = [index for index in group.members if index not in spoken]
        if not pairs or not newcomers:
            assert group.weakest is None
        elif len(newcomers) == len(group.members):
            assert group.weakest == min(points(odds(puzzle.totals[p])) for p in pairs)
        else:
            best = [max(points(odds(puzzle.totals[p])) for p in pairs if index in p) for index in newcomers]
            assert group.weakest == min(best)
            assert group.weakest >= LIMITS.match


# --- cases ---------------------------------------------------------------------------------------------------------


def solved(
    totals: Totals,
    *decisions: Decision,
    keys: str = "a/1 b/1 c/1 d/1",
    codes: Sequence[str] = (),
    reviewed: Collection[str] = (),
    limits: Thresholds = LIMITS,
) -> tuple[Group, ...]:
    names = keys.split()
    people = People([*codes, *[""] * (len(names) - len(codes))], decisions, reviewed)
    return align(names, Table(names, totals, people), people, limits)


def rows(totals: Totals, *decisions: Decision, keys: str = "a/1 b/1 c/1 d/1", **others: object) -> list[str]:
    """The groups as words of keys, for tables of scores between four plans."""
    names = keys.split()
    return [
        " ".join(names[i] for i in group.members)
        for group in solved(totals, *decisions, keys=keys, **others)  # type: ignore[arg-type]
    ]


def several(totals: Totals, *decisions: Decision, **others: object) -> list[Group]:
    """The groups of more than one member, without candidates."""
    return [g._replace(candidates=()) for g in solved(totals, *decisions, **others) if len(g.members) > 1]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        ({(0, 1): 50}, ["a/1 b/1", "c/1", "d/1"]),
        ({(0, 1): 49}, ["a/1", "b/1", "c/1", "d/1"]),
        ({(0, 1): 90, (1, 2): 80, (0, 2): 20}, ["a/1 b/1 c/1", "d/1"]),  # the mean decides
        ({(0, 1): 90, (1, 2): 80, (0, 2): 19}, ["a/1 b/1", "c/1", "d/1"]),  # no chaining
        ({(0, 1): 80, (1, 2): 90, (0, 2): 19}, ["a/1", "b/1 c/1", "d/1"]),  # the strongest link acts first
        ({(0, 1): 80, (1, 2): 80, (0, 2): 19}, ["a/1 b/1", "c/1", "d/1"]),  # ties go by name
        ({(0, 1): 90, (1, 2): 80}, ["a/1 b/1", "c/1", "d/1"]),
        ({(0, 1): 90, (2, 3): 90, (1, 2): 80, (0, 2): 45, (0, 3): 45, (1, 3): 45}, ["a/1 b/1 c/1 d/1"]),
        ({(0, 1): 90, (2, 3): 90, (1, 2): 80, (0, 2): 45, (0, 3): 9, (1, 3): 45}, ["a/1 b/1", "c/1 d/1"]),
    ],
)
def test_rows_grow_by_their_strongest_links(totals: Totals, expected: list[str]) -> None:
    assert rows(totals) == expected


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        ({(1, 2): 50}, ["a/1 b/1 c/1", "d/1"]),  # like one member of the row, unlike the other
        ({(1, 2): 49}, ["a/1 b/1", "c/1", "d/1"]),
        ({(2, 3): 99, (1, 2): 80}, ["a/1 b/1 c/1", "d/1"]),  # an anchor comes first, and takes each by itself
        ({(2, 3): 99, (1, 2): 80, (0, 3): 60}, ["a/1 b/1 c/1 d/1"]),
    ],
)
def test_a_row_that_people_made_is_an_exemplar(totals: Totals, expected: list[str]) -> None:
    for ruling in (same("r", "a/1", "b/1"), same("", "a/1", "b/1")):
        assert rows(totals, ruling) == expected
    assert rows(totals, codes=["s", "s"]) == expected


def test_a_newcomer_joins_the_anchor_that_it_is_most_like_of_equals_the_first() -> None:
    codes = ["s", "t"]
    assert rows({(0, 2): 60, (1, 2): 61}, codes=codes) == ["a/1", "b/1 c/1", "d/1"]
    assert rows({(0, 2): 61, (1, 2): 60}, codes=codes) == ["a/1 c/1", "b/1", "d/1"]
    assert rows({(0, 2): 60, (1, 2): 60}, codes=codes) == ["a/1 c/1", "b/1", "d/1"]


def test_a_commitment_found_in_no_standard_is_an_anchor_for_newcomers_and_joins_no_code() -> None:
    assert rows({(0, 1): 99}, codes=["none", "s"]) == ["a/1", "b/1", "c/1", "d/1"]
    assert rows({(0, 1): 100}, codes=["none", "s"]) == ["a/1", "b/1", "c/1", "d/1"]
    assert rows({(0, 1): 60}, codes=["none"]) == ["a/1 b/1", "c/1", "d/1"]
    assert rows({(0, 2): 60, (1, 2): 90}, codes=["s", "none"]) == ["a/1", "b/1 c/1", "d/1"]


def test_newcomers_do_not_bring_together_what_people_found_in_no_standard() -> None:
    totals = {(0, 2): 99, (1, 2): 98}
    assert rows(totals, codes=["none", "none"]) == ["a/1 c/1", "b/1", "d/1"]
    assert rows(totals, codes=["none", "none"], keys="a/1 a/2 b/1") == ["a/1 b/1", "a/2"]
    assert rows({(0, 2): 99, (1, 2): 98}, keys="a/1 a/2 b/1") == ["a/1 a/2 b/1"]


def test_equal_words_that_people_found_in_no_standard_are_one_row() -> None:
    assert rows({(0, 1): 100}, codes=["none", "none"]) == ["a/1 b/1", "c/1", "d/1"]
    assert rows({(0, 1): 100}, different("a/1", "b/1"), codes=["none", "none"]) == ["a/1", "b/1", "c/1", "d/1"]
    assert several({(0, 1): 100}, codes=["none", "none"])[0].weakest == 100
    # in one plan too, so that a copy of it finds each of them where it finds the other
    twins = {(0, 1): 100, (0, 2): 100, (0, 3): 100, (1, 2): 100, (1, 3): 100, (2, 3): 100}
    for said in ({"codes": ["none", "none"]}, {"reviewed": "a"}, {"reviewed": "ab"}, {"codes": ["none"] * 4}, {}):
        assert rows(twins, keys="a/1 a/2 b/1 b/2", **said) == ["a/1 a/2 b/1 b/2"]


def test_equal_words_do_not_bring_two_rows_of_people_together() -> None:
    rulings = (same("r", "a/1"), same("s", "b/1"))
    totals = {(0, 2): 60, (1, 3): 60, (2, 3): 100}
    assert rows(totals, *rulings, codes=["", "", "none", "none"]) == ["a/1 c/1", "b/1 d/1"]
    assert rows({(0, 2): 60, (2, 3): 100}, *rulings, codes=["", "", "none", "none"]) == ["a/1 c/1 d/1", "b/1"]


def test_one_found_in_no_standard_joins_a_row_that_is_none_of_the_catalogue_s() -> None:
    row = same("r", "b/1", "c/1")
    assert several({(0, 1): 60}, row, codes=["none"]) == [Group((0, 1, 2), row, "", 60)]
    assert several({(0, 1): 60}, row, codes=["none", "s"]) == [Group((1, 2), row, "s", None)]


def test_two_decided_rows_stay_two_however_alike() -> None:
    assert rows({(0, 1): 100}, same("r", "a/1"), same("s", "b/1")) == ["a/1", "b/1", "c/1", "d/1"]


def test_equal_codes_are_one_row_and_tell_it() -> None:
    [group] = several({}, codes=["s", "t", "s"])
    assert group == Group((0, 2), None, "s", None)
    assert [g.standard for g in solved({}, codes=["s", "none", "", "t"])] == ["s", "", "", "t"]


def test_equal_codes_in_two_named_rows_or_ruled_different_are_not_one() -> None:
    codes = ["s", "s", "s"]
    named = (same("q", "a/1"), same("r", "b/1"))
    assert rows({(1, 2): 60}, *named, codes=codes) == ["a/1", "b/1 c/1", "d/1"]  # the third goes to the likest
    assert rows({(0, 2): 60}, *named, codes=codes) == ["a/1 c/1", "b/1", "d/1"]
    assert rows({}, *named, codes=codes) == ["a/1 c/1", "b/1", "d/1"]
    assert rows({(1, 2): 60}, different("a/1", "b/1"), codes=codes) == ["a/1", "b/1 c/1", "d/1"]
    assert rows({}, different("a/1", "b/1", "c/1"), codes=codes) == ["a/1", "b/1", "c/1", "d/1"]


def test_the_likest_is_of_another_plan() -> None:
    keys, codes = "a/1 b/1 b/2", ["s", "s", "s"]
    named = (same("q", "a/1"), same("r", "b/1"))
    assert rows({(0, 2): 20, (1, 2): 99}, *named, keys=keys, codes=codes) == ["a/1 b/2", "b/1"]


def test_a_row_with_a_name_keeps_it_where_a_code_brings_it_to_a_nameless_one() -> None:
    named, pair = same("r", "b/1"), same("", "a/1", "c/1")
    assert several({}, named, pair, codes=["s", "s"]) == [Group((0, 1, 2), named, "s", None)]


def test_a_code_joins_a_row_of_people_whole() -> None:
    assert several({}, same("r", "a/1", "b/1"), codes=["s", "", "s"]) == [
        Group((0, 1, 2), same("r", "a/1", "b/1"), "s", None)
    ]


def test_a_ruling_joins_different_codes_and_the_row_tells_the_first() -> None:
    row = same("r", "a/1", "b/1")
    assert several({}, row, codes=["t", "s"]) == [Group((0, 1), row, "s", None)]


def test_commitments_ruled_different_are_kept_apart_even_by_way_of_a_third() -> None:
    totals = {(0, 1): 90, (0, 2): 80, (1, 2): 70}
    assert rows(totals, different("a/1", "c/1")) == ["a/1 b/1", "c/1", "d/1"]
    assert rows(totals, same("r", "a/1", "b/1"), different("a/1", "c/1")) == ["a/1 b/1", "c/1", "d/1"]
    # two newcomers ruled different do not meet in one anchor
    assert rows({(0, 1): 90, (0, 2): 80}, different("b/1", "c/1"), codes=["s"]) == ["a/1 b/1", "c/1", "d/1"]
    assert rows({(1, 2): 90, (1, 3): 80}, different("c/1", "d/1"), codes=["", "s"]) == ["a/1", "b/1 c/1", "d/1"]


def test_two_commitments_of_one_plan_are_one_row_only_by_way_of_another_plan() -> None:
    assert rows({(0, 1): 100}, keys="a/1 a/2 b/1") == ["a/1", "a/2", "b/1"]
    assert rows({(0, 2): 90, (1, 2): 80}, keys="a/1 a/2 b/1") == ["a/1 a/2 b/1"]
    assert rows({(0, 2): 90, (1, 2): 49}, keys="a/1 a/2 b/1") == ["a/1 b/1", "a/2"]


@pytest.mark.parametrize("members", [("a/1", "a/9"), ("x/1", "a/1")])
def test_members_that_are_not_compared_are_passed_over(members: tuple[str, ...]) -> None:
    decision = same("r", *members)
    assert solved({}, decision, keys="a/1 b/1") == (Group((0,), decision, "", None), Group((1,), None, "", None))


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([same("", "a/1", "b/1"), same("", "b/1", "c/1")], [("a/1 b/1 c/1", ""), ("d/1", None)]),
        ([same("r", "b/1", "c/1"), same("", "a/1", "b/1")], [("a/1 b/1 c/1", "r"), ("d/1", None)]),
        ([same("r", "a/1"), same("s", "b/1"), same("", "a/1", "b/1")], [("a/1", "r"), ("b/1", "s")]),
        (
            [same("", "a/1", "b/1"), same("", "b/1", "c/1"), different("a/1", "c/1")],
            [("a/1 b/1", ""), ("c/1", None), ("d/1", None)],
        ),
    ],
)
def test_a_ruling_on_a_pair_joins_unless_named_rows_or_a_ruling_apart_forbid(
    decisions: list[Decision], expected: list[tuple[str, str | None]]
) -> None:
    keys = ["a/1", "b/1", "c/1", "d/1"]
    groups = solved({}, *decisions)
    told = [(" ".join(keys[i] for i in g.members), g.decision.id if g.decision else None) for g in groups]
    assert told[: len(expected)] == expected


CONTRADICTION = (same("r1", "a/1", "b/1"), same("r2", "b/1", "c/1"))


@pytest.mark.parametrize("rulings", [CONTRADICTION, CONTRADICTION[::-1]])
def test_of_contradictory_decisions_the_first_by_id_holds_in_any_order(rulings: Sequence[Decision]) -> None:
    groups = solved({}, *rulings)
    assert [(g.members, g.decision.id if g.decision else None) for g in groups] == [
        ((0, 1), "r1"), ((2,), "r2"), ((3,), None),
    ]  # fmt: skip


def test_a_member_named_twice_counts_once() -> None:
    assert rows({}, same("r", "a/1", "a/1", "b/1")) == ["a/1 b/1", "c/1", "d/1"]


# --- plans read to the end -----------------------------------------------------------------------------------------


def test_a_newcomer_does_not_bring_together_what_reviewers_left_apart() -> None:
    totals = {(0, 1): 90, (0, 2): 80, (1, 2): 95}
    assert rows(totals, keys="a/1 b/1 c/1") == ["a/1 b/1 c/1"]
    assert rows(totals, keys="a/1 b/1 c/1", reviewed="ab") == ["a/1", "b/1 c/1"]
    assert rows(totals, keys="a/1 b/1 c/1", reviewed="abc") == ["a/1", "b/1", "c/1"]
    assert rows(totals, keys="a/1 b/1 c/1", reviewed="a") == ["a/1 b/1 c/1"]


def test_reviewers_left_nothing_apart_that_is_word_for_word_the_same() -> None:
    assert rows({(0, 1): 100, (1, 2): 99}, keys="a/1 b/1 c/1", reviewed="abc") == ["a/1 b/1", "c/1"]
    row = same("r", "a/1", "b/1")
    assert several({(0, 2): 100}, row, reviewed="abc") == [Group((0, 1, 2), row, "", 100)]
    assert several({(0, 2): 99}, row, reviewed="abc") == [Group((0, 1), row, "", None)]


def test_what_one_plan_s_review_saw_and_another_s_codes_did_not_is_open() -> None:
    assert rows({(0, 1): 90}, codes=["s"], reviewed="b") == ["a/1 b/1", "c/1", "d/1"]
    assert rows({(0, 1): 90}, codes=["none"], reviewed="b") == ["a/1 b/1", "c/1", "d/1"]
    assert rows({(0, 1): 90}, codes=["s"], reviewed="ab") == ["a/1", "b/1", "c/1", "d/1"]
    assert rows({(0, 1): 90}, reviewed="b") == ["a/1 b/1", "c/1", "d/1"]


# --- what a row shows ----------------------------------------------------------------------------------------------


def test_a_newcomer_whose_key_sorts_first_joins_a_decided_row_which_stays_decided() -> None:
    row = same("r", "b/1", "c/1")
    assert several({(0, 1): 50}, row) == [Group((0, 1, 2), row, "", 50)]
    assert several({(0, 1): 49}, row) == [Group((1, 2), row, "", None)]


def test_a_row_of_a_pair_takes_newcomers_on_either_side_and_stays_the_pairs() -> None:
    pair = same("", "b/1", "c/1")
    assert several({(0, 2): 70, (1, 3): 60}, pair) == [Group((0, 1, 2, 3), pair, "", 60)]


def test_the_link_of_a_newcomer_is_its_best_and_a_rows_the_lowest_of_these() -> None:
    row = same("r", "b/1", "c/1")
    assert several({(0, 1): 58, (0, 2): 90, (1, 3): 75, (0, 3): 50}, row) == [Group((0, 1, 2, 3), row, "", 75)]


def test_the_link_of_a_newcomer_is_to_another_plan() -> None:
    row = same("r", "a/1", "b/1")
    assert several({(0, 1): 100, (1, 2): 60}, row, keys="a/1 a/2 b/1")[0].weakest == 60


@pytest.mark.parametrize("kind", ["different", "unsure"])
@pytest.mark.parametrize("total", [0, 90, 100])
def test_only_a_ruling_same_makes_a_row(kind: str, total: int) -> None:
    assert several({(0, 1): total}, Decision(kind, ("a/1", "b/1"), "r")) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("total", [0, 90])
def test_where_people_cannot_tell_no_score_can(total: int) -> None:
    """Such a pair stays apart and is shown, whatever its score and whoever else was reviewed."""
    row, open_pair = same("r", "a/1", "b/1"), Decision("unsure", ("a/1", "c/1"))
    for others in ({}, {"reviewed": "abc"}):
        first, second = solved({(0, 2): total}, row, open_pair, keys="a/1 b/1 c/1", **others)  # type: ignore[arg-type]
        assert (first.members, first.candidates) == ((0, 1), (Candidate(2, total),))
        assert (second.members, second.candidates) == ((2,), (Candidate(0, total),))


def test_what_people_put_together_is_not_open() -> None:
    row = same("r", "a/1", "b/1")
    assert several({}, row, Decision("unsure", ("a/1", "b/1"))) == [Group((0, 1), row, "", None)]
    apart = solved({}, different("a/1", "b/1"), Decision("unsure", ("a/1", "b/1")), keys="a/1 b/1")
    assert [group.candidates for group in apart] == [(), ()]


def test_a_ruling_apart_of_which_one_is_not_compared_keeps_nothing_apart() -> None:
    assert len(several({(0, 1): 90}, different("a/1", "x/1"))) == 1


def test_a_ruling_apart_holds_whichever_is_named_first() -> None:
    for members in (("a/1", "b/1"), ("b/1", "a/1")):
        assert several({(0, 1): 90}, different(*members)) == []
        assert [g.candidates for g in solved({(0, 1): 100}, different(*members))] == [()] * 4


def test_pairs_that_meet_in_a_named_row_join_it_from_both_sides() -> None:
    rulings = (same("r", "b/1", "c/1"), same("", "a/1", "b/1"), same("", "c/1", "d/1"))
    assert several({}, *rulings) == [Group((0, 1, 2, 3), rulings[0], "", None)]


def test_a_ruling_on_a_pair_of_which_one_is_not_compared_makes_an_anchor_of_the_other() -> None:
    assert several({(0, 1): 90}, same("", "a/1", "x/1")) == [Group((0, 1), None, "", 90)]


def test_a_pair_all_of_whose_members_are_elsewhere_is_passed_over() -> None:
    assert several({}, same("", "x/1", "x/2"), same("r", "x/1")) == []


def test_candidates_stand_best_first_for_both_rows() -> None:
    first, *others = solved({(0, 1): 20, (0, 2): 40, (0, 3): 9})
    assert first.candidates == (Candidate(2, 40), Candidate(1, 20))
    assert [g.candidates for g in others] == [(Candidate(0, 20),), (Candidate(0, 40),), ()]


def test_no_candidate_is_of_a_plan_that_makes_the_promise() -> None:
    groups = solved({(0, 2): 90, (1, 2): 40}, keys="a/1 a/2 b/1")
    assert [g.candidates for g in groups] == [(), (Candidate(2, 40),)]


def test_of_several_members_the_nearest_counts() -> None:
    [row, *_] = solved({(0, 2): 20, (1, 2): 45}, codes=["s", "s"])
    assert row.candidates == (Candidate(2, 45),)


def test_what_people_settled_is_no_candidate_but_for_equal_words() -> None:
    for said in ({"codes": ["s", "t"]}, {"reviewed": "ab"}, {"codes": ["none", "none"]}):
        assert {g.candidates for g in solved({(0, 1): 49}, keys="a/1 b/1", **said)} == {()}
    assert solved({(0, 1): 100}, keys="a/1 b/1", codes=["s", "t"])[0].candidates == (Candidate(1, 100),)


def test_the_usual_thresholds() -> None:
    assert Thresholds() == (30, 3)
    assert points(Thresholds().odds) == 30 and points(Thresholds().odds - 1e-6) == 29
