"""The laws of a comparison, on invented plans and on those shipped."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare import Comparison, Corpus, compare, load
from plancompare.comparing.wording import fold
from plancompare.model import Commitment, Decision, Plan, Reading, Rulings, ids_digest
from tests.comparing.collections import seeing
from tests.desks import basis, commitment, same
from tests.desks import plan as plan_of
from tests.support import run

ROOT = Path(__file__).parent.parent.parent
SELF = ROOT / "tests" / "texts" / "self"
TEXTS = [
    "新建普惠性幼儿园", "扩建普惠性幼儿园", "推行教师县管校聘改革", "落实教师区管校聘", "校长教师定期交流轮岗",
    "骨干教师到村小交流", "建设名师工作室", "教师全员研修", "改造老旧校舍", "90%", "幼儿园家长满意度评估",
]  # fmt: skip
CODES = ["", "", "", "none", "places", "managed", "rotation", "old-places", "no-such-entry"]
THEMES = ["preschool", "staffing", "training", "layout"]


# --- invented ------------------------------------------------------------------------------------------------------


@st.composite
def promises(draw: st.DrawFn, plan: str) -> list[Commitment]:
    made = []
    for number in range(draw(st.integers(0, 4))):
        one = commitment(plan, f"{number}", draw(st.sampled_from(TEXTS)), draw(st.sampled_from(THEMES)))
        made.append(one._replace(theme=draw(st.sampled_from(["", one.theme])), standard=draw(st.sampled_from(CODES))))
    return made


def held(*plans: Plan, rulings: Sequence[Decision] = (), reviewed: str = "") -> Corpus:
    ids = {one.id: ids_digest(one) for one in plans if one.id in reviewed}
    return basis()._replace(plans=plans, rulings=Rulings(tuple(rulings), ids), catalogue=seeing())


@st.composite
def collections(draw: st.DrawFn, ids: str = "abc", apart: bool = True) -> Corpus:
    """Plans with codes, rulings that do not contradict each other, and plans read to the end."""
    readings: tuple[Reading, ...] = ("whole", "part")
    reads = st.none() | st.dictionaries(st.sampled_from(THEMES), st.sampled_from(readings))
    plans = [plan_of(id, draw(promises(id)), draw(reads)) for id in ids]
    keys = [c.key for one in plans for c in one.commitments]
    rulings: list[Decision] = []
    if len(keys) > 1:
        members = draw(st.lists(st.sampled_from(keys), min_size=2, max_size=3, unique=True))
        rulings = draw(st.sampled_from([[], [same("one", *members)], [Decision("same", tuple(members[:2]))]]))
        named = {key for ruling in rulings for key in ruling.members}
        free = [pair for pair in combinations(keys, 2) if not {*pair} <= named]
        if apart and free:
            kind = draw(st.sampled_from(KINDS))
            rulings = rulings + [Decision(kind, pair) for pair in draw(st.lists(st.sampled_from(free), max_size=1))]
    return held(*plans, rulings=rulings, reviewed="".join(draw(st.sets(st.sampled_from(ids)))))


KINDS: tuple[Literal["different", "unsure"], ...] = ("different", "unsure")
Told = list[tuple[object, ...]]


def told(comparison: Comparison) -> Told:
    """All that a comparison says of its rows, plan by plan in the order of their names."""
    return sorted(
        (
            *(row.id, row.theme, row.label, row.status, row.made, row.covered, row.unsure, row.standard, row.decided),
            *(row.weakest_link or 0, row.core.key),
            *(
                (id, cell.status, tuple(sorted(c.key for c in cell.commitments)),
                 tuple((near.commitment.key, near.score) for near in cell.candidates))
                for id, cell in sorted(row.cells.items())
            ),
        )
        for row in comparison.rows
    )  # fmt: skip


def members(comparison: Comparison, plans: str | Sequence[str] = "") -> set[frozenset[str]]:
    """The rows as sets of keys, of these plans alone."""
    rows = (frozenset(c.key for c in row.commitments if not plans or c.plan in plans) for row in comparison.rows)
    return {row for row in rows if row}


def test_texts_of_the_tests_are_of_use() -> None:
    """The pool has texts that scores join, that are unsure, and that are apart."""
    plans = [plan_of(id, [commitment(id, f"{n}", text, "staffing") for n, text in enumerate(TEXTS)]) for id in "ab"]
    comparison = compare(held(*plans))
    scores = {comparison.score(f"a/{n}", f"b/{m}").total for n, _ in enumerate(TEXTS) for m, _ in enumerate(TEXTS)}
    for low, high in ((100, 101), (3, 30), (0, 3)):
        assert any(low <= score < high for score in scores), sorted(scores)
    lone = [plan_of(id, [commitment(id, "1", text, "staffing")]) for id, text in zip("ab", TEXTS[2:4], strict=True)]
    assert [row.status for row in compare(held(*lone)).rows] == ["shared"]


BOTH = pytest.mark.parametrize("decisions", [True, False], ids=["with rulings", "without"])


@BOTH
@given(collections())
def test_every_commitment_stands_in_exactly_one_row_and_ids_are_unique(decisions: bool, made: Corpus) -> None:
    comparison = compare(made, decisions=decisions)
    keys = sorted(c.key for row in comparison.rows for c in row.commitments)
    assert keys == sorted(c.key for c in made.commitments())
    assert len({row.id for row in comparison.rows}) == len(comparison.rows)
    for row in comparison.rows:
        for id, cell in row.cells.items():
            assert {c.plan for c in cell.commitments} | {n.commitment.plan for n in cell.candidates} <= {id}
            assert (cell.status == "made") == bool(cell.commitments)
            assert (cell.status == "unsure") == bool(cell.candidates)


@BOTH
@given(collections())
def test_a_plan_against_itself_is_all_shared(decisions: bool, made: Corpus) -> None:
    for plan in made.plans:
        for number in (2, 3):
            comparison = compare(made, [plan.id] * number, decisions=decisions)
            assert [one.id for one in comparison.plans] == [plan.id, *(f"{plan.id}#{n}" for n in range(2, number + 1))]
            assert all(row.status == "shared" and row.made == row.covered == number for row in comparison.rows)
            assert comparison.differences == ()
            copied = sorted(c.key for row in comparison.rows for c in row.commitments)
            assert copied == sorted(c.key for one in comparison.plans for c in one.commitments)


@BOTH
@given(promises("a"), st.sets(st.sampled_from("ab")), st.booleans())
def test_a_plan_against_a_copy_of_its_file_is_all_shared_whoever_reviewed_what(
    decisions: bool, made: list[Commitment], reviewed: set[str], ruled: bool
) -> None:
    if ruled:  # people who put one of three equal texts apart have said so
        made = list({c.text: c for c in made}.values())
    copies = [plan_of(id, [c._replace(plan=id) for c in made]) for id in "ab"]
    rulings = [same("one", *(c.key for c in made[:2]))] if ruled and made else []
    comparison = compare(held(*copies, rulings=rulings, reviewed="".join(reviewed)), decisions=decisions)
    assert {row.status for row in comparison.rows} <= {"shared"}


@BOTH
@given(collections(), st.permutations("abc"), st.randoms(use_true_random=False))
def test_no_order_changes_anything(decisions: bool, made: Corpus, order: list[str], random: Random) -> None:
    """Of files, of records, of rulings, or of the plans asked for."""
    plans = list(made.plans)
    random.shuffle(plans)
    turned = [one._replace(commitments=tuple(random.sample(one.commitments, len(one.commitments)))) for one in plans]
    rulings = random.sample(made.rulings.decisions, len(made.rulings.decisions))
    other = made._replace(plans=tuple(turned), rulings=made.rulings._replace(decisions=tuple(rulings)))
    assert told(compare(other, order, decisions=decisions)) == told(compare(made, decisions=decisions))


@BOTH
@given(collections(ids="ab"))
def test_names_of_plans_change_no_row(decisions: bool, made: Corpus) -> None:
    """Two plans under each other's names: the mirror image. (Of equals the first acts first, so ties are left out.)"""
    mirror = str.maketrans("ab", "ba")
    plans = [
        one._replace(id=id, commitments=tuple(c._replace(plan=id) for c in one.commitments))
        for one, id in zip(made.plans, "ba", strict=True)
    ]
    rulings = [
        d._replace(members=tuple(sorted(key.translate(mirror) for key in d.members))) for d in made.rulings.decisions
    ]
    reviewed = {id.translate(mirror): seal for id, seal in made.rulings.reviewed.items()}
    turned = made._replace(plans=tuple(plans), rulings=Rulings(tuple(rulings), reviewed))
    one, other = compare(made, decisions=decisions), compare(turned, decisions=decisions)
    for row in one.rows:
        for a, b in combinations([c.key for c in row.commitments], 2):
            if a[0] != b[0]:
                score = one.score(a, b)
                mirrored = other.score(a.translate(mirror), b.translate(mirror))
                assert (score.total, score.parts) == (mirrored.total, mirrored.parts)
    texts = [fold(c.text) for c in made.commitments()]
    if len({*texts}) == len(texts):
        assert {frozenset(k.translate(mirror) for k in row) for row in members(other)} == members(one)


@given(collections())
def test_equal_codes_join_unless_people_said_otherwise(made: Corpus) -> None:
    comparison = compare(made)
    current = {c.key: made.catalogue.current(c.standard) for c in made.commitments() if c.standard != "none"}
    apart = {frozenset(d.members) for d in made.rulings.decisions if d.kind == "different"}
    for a, b in combinations(sorted(current), 2):
        one, other = comparison.row_of(a), comparison.row_of(b)
        if current[a] and current[a] == current[b] and one is not other:
            ruled = any(frozenset((x.key, y.key)) in apart for x in one.commitments for y in other.commitments)
            assert ruled or all(row.decision and row.decision.id for row in (one, other))


@given(collections())
def test_different_codes_join_by_no_score(made: Corpus) -> None:
    if any(d.kind == "same" for d in made.rulings.decisions):
        return
    for row in compare(made).rows:
        codes = {made.catalogue.current(c.standard) for c in row.commitments if c.standard != "none"} - {""}
        assert len(codes) <= 1
        assert row.standard == "".join(codes)


@given(collections())
def test_without_decisions_nothing_that_people_said_counts(made: Corpus) -> None:
    bare = [
        one._replace(commitments=tuple(c._replace(standard="", proposed="managed") for c in one.commitments))
        for one in made.plans
    ]
    nobody = made._replace(plans=tuple(bare), rulings=Rulings())
    unaided = compare(made, decisions=False)
    assert told(unaided) == told(compare(nobody)) == told(compare(nobody, decisions=False))
    assert not any(row.decided or row.standard for row in unaided.rows)


@BOTH
@given(collections(apart=False))
def test_what_stands_word_for_word_in_a_plan_is_never_not_found(decisions: bool, made: Corpus) -> None:
    comparison = compare(made, decisions=decisions)
    for row in comparison.rows:
        for one in row.commitments:
            twins = [c for c in made.commitments() if fold(c.text) == fold(one.text)]
            for twin in twins:
                cell = row.cells[twin.plan]
                assert cell.status == "made" or twin in [near.commitment for near in cell.candidates]


@given(collections(ids="ab"), promises("c"), promises("d"))
def test_newcomers_change_no_row_of_coded_plans_and_none_where_another_stands(
    made: Corpus, third: list[Commitment], fourth: list[Commitment]
) -> None:
    coded = [
        one._replace(
            commitments=tuple(
                c._replace(standard=made.catalogue.current(c.standard) or "none") for c in one.commitments
            )
        )
        for one in made.plans
    ]
    new = [plan_of(id, [c._replace(standard="") for c in own]) for id, own in (("c", third), ("d", fourth))]
    rulings = made.rulings._replace(reviewed={})
    several = [[*coded], [*coded, new[0]], [*coded, *new]]
    alone, three, four = (compare(made._replace(plans=tuple(plans), rulings=rulings)) for plans in several)
    assert members(alone) == members(three, "ab") == members(four, "ab")
    for one in new[0].commitments:
        stands = [{c.key for c in x.row_of(one.key).commitments if c.plan in "ab"} for x in (three, four)]
        assert stands[0] == stands[1]


# --- shipped -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shipped() -> Corpus:
    return load()


@pytest.fixture(scope="module")
def five(shipped: Corpus) -> Comparison:
    return compare(shipped)


@pytest.fixture(scope="module")
def newcomers() -> tuple[Plan, ...]:
    """The invented plans and the judged ones as nobody has seen them: without codes."""
    files = [*sorted((ROOT / "tests" / "extracts").glob("*.yaml")), *sorted((ROOT / "tests" / "judged").glob("*.yaml"))]
    known = {plan.id for plan in load().plans}
    return tuple(
        plan._replace(commitments=tuple(c._replace(standard="", proposed="") for c in plan.commitments))
        for plan in load(extra=files).plans
        if plan.id not in known
    )


@BOTH
def test_each_shipped_plan_against_itself_is_all_shared(shipped: Corpus, decisions: bool) -> None:
    for plan in shipped.plans if decisions else shipped.plans[1:2]:
        for number in (2, 3):
            comparison = compare(shipped, [plan.id] * number, decisions=decisions)
            assert {row.status for row in comparison.rows} == {"shared"}
            assert sum(len(row.commitments) for row in comparison.rows) == number * len(plan.commitments)


def test_every_shipped_commitment_stands_in_one_row_with_an_id_of_its_own(shipped: Corpus, five: Comparison) -> None:
    keys = [c.key for row in five.rows for c in row.commitments]
    assert sorted(keys) == sorted(c.key for c in shipped.commitments())
    assert len({row.id for row in five.rows}) == len(five.rows)


def test_no_order_changes_the_shipped_comparison(shipped: Corpus, five: Comparison) -> None:
    random = Random(11)
    plans = [p._replace(commitments=tuple(random.sample(p.commitments, len(p.commitments)))) for p in shipped.plans]
    random.shuffle(plans)
    rulings = tuple(random.sample(shipped.rulings.decisions, len(shipped.rulings.decisions)))
    turned = shipped._replace(plans=tuple(plans), rulings=shipped.rulings._replace(decisions=rulings))
    assert told(compare(turned, [p.id for p in plans])) == told(five)


def with_newcomers(shipped: Corpus, *plans: Plan) -> Comparison:
    return compare(shipped._replace(plans=(*shipped.plans, *plans)))


def places(comparison: Comparison, plan: Plan, among: Sequence[str]) -> Mapping[str, frozenset[str]]:
    """For each commitment of a newcomer the members of ``among`` in its row."""
    return {
        one.key: frozenset(c.key for c in comparison.row_of(one.key).commitments if c.plan in among)
        for one in plan.commitments
    }


@pytest.mark.slow
def test_no_newcomer_changes_a_shipped_row_nor_where_another_stands(
    shipped: Corpus, five: Comparison, newcomers: Sequence[Plan]
) -> None:
    """One at a time, and two; of the 33 that are at hand every third pair, for each takes seconds."""
    held = [plan.id for plan in shipped.plans]
    before = members(five)
    for one, other in zip(newcomers[::6], newcomers[1::6], strict=False):
        alone = with_newcomers(shipped, one)
        assert members(alone, held) == before, one.id
        both = with_newcomers(shipped, one, other)
        assert members(both, held) == before, (one.id, other.id)
        assert places(both, one, held) == places(alone, one, held), (one.id, other.id)
        assert any(places(alone, one, held).values()), one.id


@pytest.mark.slow
def test_newcomers_join_rows_that_are_shown_with_a_link_that_reaches_the_threshold(
    shipped: Corpus, newcomers: Sequence[Plan]
) -> None:
    comparison = with_newcomers(shipped, *newcomers[:3])
    held = {plan.id for plan in shipped.plans}
    joined = [row for row in comparison.rows if {c.plan for c in row.commitments} - held]
    assert sum(row.weakest_link is not None and bool({c.plan for c in row.commitments} & held) for row in joined) > 20
    for row in joined:
        if {c.plan for c in row.commitments} & held:
            assert row.weakest_link is not None and row.weakest_link >= comparison.settings.thresholds.match


def test_without_decisions_the_shipped_rulings_and_codes_are_not_looked_at(shipped: Corpus) -> None:
    bare = [p._replace(commitments=tuple(c._replace(standard="") for c in p.commitments)) for p in shipped.plans]
    nobody = shipped._replace(plans=tuple(bare), rulings=Rulings())
    pair = ["chaoyang", "city-yi"]
    unaided = compare(shipped, pair, decisions=False)
    assert told(unaided) == told(compare(nobody, pair))
    assert not any(row.standard or row.decided for row in unaided.rows)


# --- word for word -------------------------------------------------------------------------------------------------


def reviews() -> Iterator[tuple[dict[str, bool], bool]]:
    for a, b, coded in ((a, b, c) for a in (True, False) for b in (True, False) for c in (True, False)):
        yield {"a": a, "b": b}, coded


@pytest.mark.parametrize(("reviewed", "coded"), list(reviews()))
def test_the_same_words_are_shared_whoever_reviewed_what(reviewed: Mapping[str, bool], coded: bool) -> None:
    made = load(SELF)
    rulings = made.rulings._replace(reviewed={p.id: ids_digest(p) for p in made.plans if reviewed.get(p.id)})
    plans = [
        p._replace(
            commitments=tuple(c._replace(standard="none" if coded and p.id == "a" else "") for c in p.commitments)
        )
        for p in made.plans
        if p.id in "ab"
    ]
    comparison = compare(made._replace(plans=tuple(plans), rulings=rulings), ["a", "b"])
    assert {row.status for row in comparison.rows} == {"shared"} and len(comparison.rows) == 2


def test_the_same_words_in_plans_of_which_one_was_reviewed_are_found() -> None:
    comparison = compare(load(SELF), ["a", "b"])
    assert [sorted(c.key for c in row.commitments) for row in comparison.rows] == [
        ["a/a-1", "b/b-1"],
        ["a/a-2", "b/b-2"],
    ]
    assert not [row for row in comparison.rows if row.missing or row.unsure]


def test_the_command_says_so() -> None:
    told = run("diff", "a", "b", "--width", "99", folder=SELF).stdout.splitlines()
    rows = [line.split()[:3] for line in told if "of 2" in line]
    assert rows == [["●", "●", "完善学分银行制度"], ["●", "●", "健全学习成果认证机制"]]


# --- the same on every machine -------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("more", [(), ("--no-decisions",)], ids=["with rulings", "without"])
def test_no_seed_of_hashes_changes_a_byte(more: Sequence[str]) -> None:
    texts = set()
    for seed in ("1", "2"):
        command = [
            sys.executable,
            "-m",
            "plancompare",
            "report",
            "chaoyang",
            "city-jia",
            "-f",
            "json",
            "-o",
            "-",
            *more,
        ]
        done = subprocess.run(
            command, capture_output=True, check=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}
        )
        texts.add(done.stdout)
    assert len(texts) == 1
    assert json.loads(texts.pop())["schema_version"] == 2
