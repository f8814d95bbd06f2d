"""Laws of the score: on small sets of commitments put together from a pool of phrases."""

from collections.abc import Sequence
from math import sqrt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plancompare.comparing.pairs import LEAST_LIKENESS, Pairs
from plancompare.comparing.profile import Profile, profiles
from plancompare.comparing.scores import NEAR_THEME, RANK, THEME, WORDING, Score
from plancompare.comparing.wording import Wording
from plancompare.model import Codebook, Commitment, Evidence, Gate, Label, Lexicon, Section, Target, Theme

PHRASES = [
    "普惠性幼儿园",
    "小学",
    "高中",
    "教师",
    "校长",
    "交流轮岗",
    "校际流动",
    "县管校聘",
    "培训",
    "学位",
    "新建",
    "推进改革",
]
THEMES = ["preschool", "staffing", "training"]
LEXICON = Lexicon(
    synonyms=(("区管校聘", "县管校聘"), ("交流轮岗", "校际流动")),
    stock=("推进", "改革"),
    gates={
        "stage": Gate(
            Label("stage", "stage"), 12, {"preschool": ("幼儿园",), "primary": ("小学",), "senior": ("高中",)}
        ),
        "audience": Gate(Label("audience", ""), 8, {"teachers": ("教师",), "leaders": ("校长",)}),
        "quantity": Gate(Label("quantity", ""), 5, {"institutions": ("所",), "persons": ("人",)}),
    },
)
CODEBOOK = Codebook(
    themes=tuple(
        Theme(name, Label(name, name), near=near)
        for name, near in zip(THEMES, [(), ("training",), ()], strict=True)  # said on one side only
    ),
    lexicon=LEXICON,
)
FULL = Score(100, (("wording", WORDING), ("theme", THEME), ("rank", RANK)))
SECTION = Section("1", "一", "主要任务")


def target(unit: str) -> Target:
    return Target("", "数量", ">=", 5, None, None, unit, 2025, None)


@st.composite
def drafts(draw: st.DrawFn) -> Commitment:
    """A commitment of no plan yet."""
    words = st.lists(st.sampled_from(PHRASES), min_size=1, max_size=4).map("、".join)
    return Commitment(
        plan="",
        id="",
        section=SECTION,
        text=draw(words),
        evidence=tuple(Evidence(quote) for quote in draw(st.lists(words, max_size=1))),
        theme=draw(st.sampled_from(THEMES)),
        also=tuple(draw(st.lists(st.sampled_from(THEMES), max_size=1))),
        targets=tuple(target(unit) for unit in draw(st.lists(st.sampled_from(["所", "人"]), max_size=1))),
        named=tuple(draw(st.lists(st.sampled_from(["春苗计划", "名师工程"]), max_size=1))),
    )


LISTS = st.lists(drafts(), min_size=1, max_size=5)


def of_plan(plan: str, made: Sequence[Commitment]) -> list[Commitment]:
    return [draft._replace(plan=plan, id=f"{number:02}") for number, draft in enumerate(made)]


def prepared(*plans: Sequence[Commitment]) -> tuple[Profile, ...]:
    commitments = sorted((c for plan in plans for c in plan), key=lambda c: c.key)
    return profiles(commitments, {c.key: c.theme for c in commitments}, Wording(CODEBOOK))


def scored(*plans: Sequence[Commitment]) -> dict[frozenset[str], Score]:
    """Every pair of different plans by the keys of the two."""
    found = prepared(*plans)
    pairs = pairs_of(found)
    return {
        frozenset((one.commitment.key, other.commitment.key)): pairs.of((a, b))
        for a, one in enumerate(found)
        for b, other in enumerate(found)
        if a < b and one.commitment.plan != other.commitment.plan
    }


def cosine(a: Profile, b: Profile) -> float:
    """The slow, obvious version."""
    dot = sum(a.terms.get(term, 0) * b.terms.get(term, 0) for term in {*a.terms, *b.terms})
    lengths = [sqrt(sum(weight**2 for weight in profile.terms.values())) for profile in (a, b)]
    return dot / (lengths[0] * lengths[1]) if all(lengths) else 0.0


def pairs_of(profiles: Sequence[Profile]) -> Pairs:
    """Pairs among profiles made by the test."""
    pairs = Pairs([profile.commitment for profile in profiles], {}, Wording(CODEBOOK))
    vars(pairs)["profiles"] = profiles
    return pairs


def draft(text: str, *targets: Target) -> Commitment:
    return Commitment("", "", SECTION, text, theme="preschool", targets=targets)


PERMUTED = [draft("普惠性幼儿园"), *(draft(t, target("所")) for t in ("普惠性幼儿园、小学", "小学、普惠性幼儿园"))]


@pytest.mark.slow
@example(PERMUTED)
@given(LISTS)
def test_identical_commitments_of_two_plans_score_100_minus_nothing(made: list[Commitment]) -> None:
    found = scored(of_plan("a", made), of_plan("b", made))
    for number in range(len(made)):
        score = found[frozenset((f"a/{number:02}", f"b/{number:02}"))]
        assert score.total == FULL.total
        assert all(points >= 0 for _, points in score.parts)


@pytest.mark.slow
@given(LISTS, LISTS, LISTS)
def test_parts_sum_to_a_total_within_0_and_100(a: list[Commitment], b: list[Commitment], c: list[Commitment]) -> None:
    for score in scored(of_plan("a", a), of_plan("b", b), of_plan("c", c)).values():
        assert score.total == sum(points for _, points in score.parts)
        assert 0 <= score.total <= 100
        assert len({name for name, _ in score.parts}) == len(score.parts)


@pytest.mark.slow
@given(LISTS, LISTS)
def test_swapping_the_plans_names_changes_nothing(one: list[Commitment], other: list[Commitment]) -> None:
    straight = scored(of_plan("a", one), of_plan("b", other))
    swapped = scored(of_plan("b", one), of_plan("a", other))
    mirror = str.maketrans("ab", "ba")
    assert straight == {frozenset(key.translate(mirror) for key in pair): score for pair, score in swapped.items()}


@pytest.mark.slow
@given(LISTS, LISTS, LISTS)
def test_fast_pairing_equals_all_pairs(a: list[Commitment], b: list[Commitment], c: list[Commitment]) -> None:
    found = prepared(of_plan("a", a), of_plan("b", b), of_plan("c", c))
    slow = {
        (i, j): cosine(found[i], found[j])
        for j in range(len(found))
        for i in range(j)
        if found[i].commitment.plan != found[j].commitment.plan and found[i].themes & found[j].themes
    }
    fast = pairs_of(found).likeness
    assert fast.keys() <= slow.keys()
    assert {pair for pair, value in slow.items() if value >= LEAST_LIKENESS + 1e-9} <= fast.keys()
    assert fast == pytest.approx({pair: slow[pair] for pair in fast})


@pytest.mark.slow
@given(LISTS, LISTS, st.integers(0, 100), st.sets(st.sampled_from("abc")))
def test_within_gives_every_candidate_that_reaches_the_least(
    a: list[Commitment], b: list[Commitment], least: int, closed: set[str]
) -> None:
    pairs = pairs_of(prepared(of_plan("a", a), of_plan("b", b)))
    candidates = {pair: pairs.of(pair) for pair in pairs.likeness}
    reach = {pair: score for pair, score in candidates.items() if score.total >= least}
    assert pairs.within(least) == reach
    assert pairs.within(least, closed) == ({} if closed >= {"a", "b"} else reach)


@pytest.mark.slow
@given(LISTS, LISTS)
def test_across_pairs_what_no_shared_theme_brought_together(a: list[Commitment], b: list[Commitment]) -> None:
    found = prepared(of_plan("a", a), of_plan("b", b))
    pairs = pairs_of(found)
    across = pairs.across(range(len(found)))
    for i, j in across:
        assert i < j
        assert found[i].commitment.plan != found[j].commitment.plan
        assert cosine(found[i], found[j]) >= 0.3 - 1e-9
    for (i, one), (j, other) in ((x, y) for x in enumerate(found) for y in enumerate(found) if x[0] < y[0]):
        apart = one.commitment.plan != other.commitment.plan and not one.themes & other.themes
        if apart and cosine(one, other) > 0.3 + 1e-9:
            assert (i, j) in across  # in so small a set every term is rare


@given(LISTS, LISTS, LISTS, st.sets(st.integers(0, 14)), st.sets(st.sampled_from("abc")))
def test_across_only_leaves_out_what_nobody_asked_for(
    a: list[Commitment], b: list[Commitment], c: list[Commitment], lonely: set[int], closed: set[str]
) -> None:
    found = prepared(of_plan("a", a), of_plan("b", b), of_plan("c", c))
    plans = [profile.commitment.plan for profile in found]
    every = pairs_of(found).across(range(len(found)))
    pairs = pairs_of(found)
    within = pairs.within(0)
    wanted = {
        pair: score
        for pair, score in every.items()
        if set(pair) & lonely and not {plans[pair[0]], plans[pair[1]]} <= closed
    }
    assert pairs.across(lonely, closed) == wanted
    assert pairs.across(range(len(found))) == every == {pair: pairs.of(pair) for pair in every}
    assert pairs.within(0) == within == pairs_of(found).within(0)
    assert not within.keys() & every.keys()


def test_rank_across_themes_is_among_all_that_are_alike_whoever_asks() -> None:
    one = Commitment("a", "1", SECTION, "县管校聘", theme="staffing")
    best = one._replace(plan="b", theme="preschool")
    second = best._replace(id="2", text="县管校聘、名师培训")
    pairs = pairs_of(prepared([one], [best, second]))
    points = {(0, 1): RANK, (0, 2): round(RANK * 0.75)}
    for lonely in ([2], [0], [1, 2]):
        for pair, score in pairs.across(lonely).items():
            assert dict(score.parts)["rank"] == points[pair]
    assert pairs.across([2]).keys() == {(0, 2)} and pairs.across([0]).keys() == points.keys()


def two(a: str, b: str, **others: object) -> Score:
    """The score of two one-commitment plans; ``others`` are fields of the second."""
    first = Commitment("a", "1", SECTION, a, theme="staffing")
    second = first._replace(plan="b", text=b)._replace(**others)  # type: ignore[arg-type]
    return pairs_of(prepared([first], [second])).of((0, 1))


@pytest.mark.parametrize(
    ("theme", "points"),
    [("staffing", THEME), ("training", NEAR_THEME), ("preschool", 0)],
)
def test_the_theme_part_counts_same_near_and_other_themes(theme: str, points: int) -> None:
    assert dict(two("县管校聘", "县管校聘", theme=theme).parts)["theme"] == points


def test_a_further_theme_counts_as_near() -> None:
    assert dict(two("县管校聘", "县管校聘", theme="preschool", also=("staffing",)).parts)["theme"] == NEAR_THEME


@pytest.mark.parametrize(
    ("a", "b", "gate"),
    [
        ("小学学位新建扩容", "高中学位新建扩容", "stage"),
        ("教师交流轮岗", "校长交流轮岗", "audience"),
        ("小学和高中学位新建", "高中学位新建", None),
        ("学位新建扩容", "高中学位新建扩容", None),
    ],
)
def test_opposite_gates_cost_and_common_or_silent_ones_do_not(a: str, b: str, gate: str | None) -> None:
    named = [part for part in two(a, b).parts if part[0] not in ("wording", "theme", "rank")]
    assert named == ([(gate, -LEXICON.gates[gate].cost)] if gate else [])


def test_units_of_targets_are_a_gate() -> None:
    first = Commitment("a", "1", SECTION, "新建校舍", theme="staffing", targets=(target("所"),))
    second = first._replace(plan="b", targets=(target("人"),))
    assert ("quantity", -LEXICON.gates["quantity"].cost) in pairs_of(prepared([first], [second])).of((0, 1)).parts


def test_gates_never_take_more_than_there_is() -> None:
    score = two("小学教师", "高中校长", theme="preschool", section=Section("1", "一", "保障"))
    assert score.total == 0
    assert sum(points for _, points in score.parts) == 0


def test_synonyms_are_the_same_words_and_stock_phrases_none() -> None:
    assert two("推进县管校聘改革", "区管校聘").total == 100


def test_identical_commitments_of_stock_phrases_score_100_too() -> None:
    bare = draft("推进改革")._replace(section=Section("1", "一", "改革"))
    assert scored(of_plan("a", [bare]), of_plan("b", [bare])) == {frozenset(("a/00", "b/00")): FULL}


def test_within_keeps_a_pair_that_reaches_the_least_by_rounding() -> None:
    first, second = prepared(of_plan("a", [draft("学位")]), of_plan("b", [draft("校舍")]))
    likeness = (34.7 / WORDING) ** 2
    pairs = pairs_of([first._replace(terms={"甲": 1.0}), second._replace(terms={"甲": likeness})])
    assert pairs.of((0, 1)).total == 35 + THEME + RANK
    assert pairs.within(35 + THEME + RANK).keys() == {(0, 1)}


def test_twins_are_each_the_best() -> None:
    found = scored(of_plan("a", [draft("新建学位")]), of_plan("b", [draft("新建学位"), draft("新建学位")]))
    assert set(found.values()) == {FULL}


def test_rarer_words_weigh_more() -> None:
    [found, *_] = prepared(of_plan("a", [draft("教师、校长"), draft("教师"), draft("教师")]))
    assert found.terms["校长"] > found.terms["教师"]


def test_rank_is_shared_by_rivals_for_one_place() -> None:
    one = Commitment("a", "1", SECTION, "县管校聘", theme="staffing")
    best, second = one._replace(plan="b"), one._replace(plan="b", id="2", text="县管校聘、名师培训")
    pairs = pairs_of(prepared([one], [best, second]))
    ranks = [dict(pairs.of((0, index)).parts)["rank"] for index in (1, 2)]
    assert ranks == [RANK, round(RANK * 0.75)]  # first from both sides; second from one side, first from the other
    assert dict(pairs.of((1, 2)).parts)["rank"] == 0  # of one plan


def test_a_shared_indicator_is_told_apart_from_words() -> None:
    first = draft("普惠性幼儿园占比", target("所"))._replace(plan="a", id="1")
    second = draft("新增幼儿园", target("所"))._replace(plan="b", id="2")
    found = pairs_of(prepared([first], [second])).of((0, 1))
    told = dict(found.parts)
    assert told["indicator"] > 0
    assert found.total == sum(told.values())
