"""Scores plan against plan: laws on small sets of commitments, and cases that show each part."""

from collections.abc import Mapping, Sequence
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plancompare import Corpus, compare, load
from plancompare.comparing.odds import points
from plancompare.comparing.pairs import LEAD, SHARE, Pairs
from plancompare.comparing.people import People
from plancompare.comparing.postings import cosine
from plancompare.comparing.profile import Rarity, profiles, weighted
from plancompare.comparing.recognition import Recognition
from plancompare.comparing.scores import EQUAL, Score
from plancompare.comparing.wording import fold
from plancompare.model import Catalogue, Commitment, Evidence, Phrases
from tests.comparing.collections import CODEBOOK, LEXICON, THEMES, catalogue, commitment, seeing, target

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
CODES = ["", "", "none", "places", "managed", "rotation"]
# words that no other text has
FAR = {
    plan: [chr(start + 2 * n) + chr(start + 500 + 3 * n) for n in range(30)]
    for plan, start in (("a", 0x7000), ("b", 0x8000))
}
SIZE = 31  # commitments of a plan of usual size


def recognition(made: Catalogue | None = None) -> Recognition:
    return Recognition(CODEBOOK, catalogue() if made is None else made)


SHARED = recognition()  # what it heard once is kept: the laws say that this changes nothing


@st.composite
def drafts(draw: st.DrawFn) -> Commitment:
    """A commitment of no plan yet."""
    words = st.lists(st.sampled_from(PHRASES), min_size=1, max_size=4).map("、".join)
    return commitment(
        "",
        "",
        draw(words),
        evidence=tuple(Evidence(quote) for quote in draw(st.lists(words, max_size=1))),
        theme=draw(st.sampled_from(["", *THEMES])),
        also=tuple(draw(st.lists(st.sampled_from(THEMES), max_size=1))),
        targets=tuple(target(unit) for unit in draw(st.lists(st.sampled_from(["所", "人"]), max_size=1))),
        named=tuple(draw(st.lists(st.sampled_from(["春苗计划", "名师工程"]), max_size=1))),
        standard=draw(st.sampled_from(CODES)),
    )


LISTS = st.lists(drafts(), min_size=1, max_size=5)
REVIEWED = st.sets(st.sampled_from("abc")).map(sorted)


def of_plan(plan: str, made: Sequence[Commitment]) -> list[Commitment]:
    return [draft._replace(plan=plan, id=f"{number:02}") for number, draft in enumerate(made)]


def pairs_of(
    *plans: Sequence[Commitment], people: bool = True, reviewed: Sequence[str] = (), by: Recognition = SHARED
) -> Pairs:
    commitments = sorted((c for plan in plans for c in plan), key=lambda c: c.key)
    codes = [by.code(c) if people else "" for c in commitments]
    return Pairs(commitments, by, People(codes, (), reviewed))


def scored(pairs: Pairs, within: bool = False) -> dict[frozenset[str], Score]:
    """Every pair of different plans (or every pair) by the keys of the two."""
    held = pairs.commitments
    return {
        frozenset((held[a].key, held[b].key)): pairs.of((a, b))
        for a, b in combinations(range(len(held)), 2)
        if within or held[a].plan != held[b].plan
    }


@pytest.mark.slow
@given(LISTS, LISTS, LISTS, st.booleans())
def test_parts_sum_to_a_total_within_0_and_100(
    a: list[Commitment], b: list[Commitment], c: list[Commitment], people: bool
) -> None:
    pairs = pairs_of(of_plan("a", a), of_plan("b", b), of_plan("c", c), people=people)
    for one, other in combinations(range(len(pairs.commitments)), 2):
        score = pairs.of((one, other))
        assert score.total == sum(value for _, value in score.parts)
        assert 0 <= score.total <= 100 and score.total == points(score.odds)
        equal = fold(pairs.commitments[one].text) == fold(pairs.commitments[other].text)
        assert (score.total == 100) == equal == (score.odds == EQUAL)


@pytest.mark.slow
@given(LISTS, LISTS)
def test_swapping_the_plans_names_changes_nothing(one: list[Commitment], other: list[Commitment]) -> None:
    straight = scored(pairs_of(of_plan("a", one), of_plan("b", other)))
    swapped = scored(pairs_of(of_plan("b", one), of_plan("a", other)))
    mirror = str.maketrans("ab", "ba")
    told = {frozenset(key.translate(mirror) for key in pair): score for pair, score in swapped.items()}
    assert {pair: (s.total, s.parts) for pair, s in told.items()} == {
        p: (s.total, s.parts) for p, s in straight.items()
    }
    assert {pair: s.odds for pair, s in told.items()} == pytest.approx({p: s.odds for p, s in straight.items()})


@pytest.mark.slow
@given(LISTS, LISTS, LISTS)
def test_a_third_plan_changes_no_score(a: list[Commitment], b: list[Commitment], c: list[Commitment]) -> None:
    two = pairs_of(of_plan("a", a), of_plan("b", b))
    three = pairs_of(of_plan("a", a), of_plan("aa", c), of_plan("b", b), by=recognition())
    all_three = scored(three, within=True)
    assert all(all_three[pair] == score for pair, score in scored(two, within=True).items())
    by_key = {c.key: n for n, c in enumerate(three.commitments)}
    links = {frozenset(three.commitments[i].key for i in pair): odds for pair, odds in three.links(0).items()}
    for pair, odds in two.links(0).items():
        assert links[frozenset(two.commitments[i].key for i in pair)] == odds
    assert all(key in by_key for pair in links for key in pair)


@pytest.mark.slow
@given(LISTS, LISTS, LISTS, st.integers(1, 60), REVIEWED)
def test_links_are_the_open_pairs_that_reach_the_least_and_equal_words(
    a: list[Commitment], b: list[Commitment], c: list[Commitment], least: int, reviewed: list[str]
) -> None:
    pairs = pairs_of(of_plan("a", a), of_plan("b", b), of_plan("c", c), reviewed=reviewed)
    held, links = pairs.commitments, pairs.links(least)
    codes = [SHARED.code(c) for c in held]
    for one, other in combinations(range(len(held)), 2):
        pair, score = (one, other), pairs.of((one, other))
        equal = fold(held[one].text) == fold(held[other].text)
        settled = bool(codes[one] and codes[other]) or {held[one].plan, held[other].plan} <= set(reviewed)
        if held[one].plan == held[other].plan or (settled and not equal):
            assert pair not in links
        elif equal:
            assert links[pair] == EQUAL
        elif pair in links:
            assert score.total >= least and links[pair] == score.odds
        elif score.total >= least:  # little in common, but for what is in all of them
            likeness = pairs.likeness(pair)
            assert likeness.standard**2 < SHARE + 1e-9
            assert rare_cosine(pairs, *pair) < LEAD + 1e-9


def rare_cosine(pairs: Pairs, one: int, other: int) -> float:
    """Slowly: what two have in common in pairs of characters that lead."""
    a, b = (dict(pairs._leading(pairs.profile(index).words)) for index in (one, other))
    return sum(weight * b[term] for term, weight in a.items() if term in b)


@pytest.mark.slow
@given(LISTS, LISTS, st.permutations(range(10)))
def test_who_asks_first_changes_no_score(a: list[Commitment], b: list[Commitment], order: list[int]) -> None:
    plans = of_plan("a", a), of_plan("b", b)
    quiet, busy = pairs_of(*plans, by=recognition()), pairs_of(*plans, by=recognition())
    held = range(len(busy.commitments))
    for index in order:
        if index in held:
            busy.near([index], "b")
            busy.profile(index)
            busy.of((0, index)) if index else busy.links(0)
    assert scored(busy, within=True) == scored(quiet, within=True)


@given(LISTS, LISTS)
def test_near_gives_what_words_bring_together_settled_or_not(a: list[Commitment], b: list[Commitment]) -> None:
    pairs = pairs_of(of_plan("a", a), of_plan("b", b), reviewed="ab")
    own = [n for n, c in enumerate(pairs.commitments) if c.plan == "a"]
    near = pairs.near(own, "b")
    assert all(pairs.commitments[i].plan == "a" and pairs.commitments[j].plan == "b" for i, j in near)
    assert near == {pair: pairs.of(pair) for pair in near}
    first = pairs.near(own[:1], "b")
    assert first == {pair: score for pair, score in near.items() if pair[0] == own[0]}
    for i in own:
        for j in range(len(own), len(pairs.commitments)):
            if rare_cosine(pairs, i, j) >= LEAD + 1e-9:
                assert (i, j) in near


def test_equal_words_are_linked_whatever_people_settled() -> None:
    a, b = (commitment(plan, "1", "教师培训", standard="none") for plan in "ab")
    assert pairs_of([a], [b], reviewed="ab").links(3) == {(0, 1): EQUAL}
    spaced = b._replace(text="教师 培训")
    assert pairs_of([a], [spaced], reviewed="ab").links(3) == {(0, 1): EQUAL}
    assert pairs_of([a, a._replace(id="2")]).links(3) == {}  # of one plan


def test_what_one_review_and_the_codes_of_another_plan_left_open_is_scored() -> None:
    a = commitment("a", "1", "推行教师县管校聘", standard="managed")
    b = commitment("b", "1", "教师县管校聘改革")
    assert pairs_of([a], [b], reviewed="b").links(0).keys() == {(0, 1)}
    assert pairs_of([a], [b], reviewed="ab").links(0) == {}
    assert pairs_of([a], [b._replace(standard="none")]).links(0) == {}
    assert pairs_of([a], [b._replace(standard="none"), b._replace(id="2")]).links(0).keys() == {(0, 2)}


class Forbidden(Recognition):
    """A recognition that may not read a word."""

    @property
    def coder(self) -> object:  # type: ignore[override]
        raise AssertionError


def test_nothing_is_compiled_where_all_is_coded() -> None:
    by = Forbidden(CODEBOOK, catalogue())
    a = commitment("a", "1", "推行教师县管校聘", standard="managed", theme="staffing")
    b = commitment("b", "1", "教师县管校聘改革", standard="none", theme="staffing")
    assert pairs_of([a], [b], by=by).links(3) == {}
    with pytest.raises(AssertionError):
        pairs_of([a], [b._replace(standard="")], by=by).links(3)


class Unread(dict[str, Phrases]):
    """Wordings that nobody may read."""

    def __getitem__(self, id: str) -> Phrases:
        raise AssertionError(id)


def no_table(name: str) -> bytes:
    raise AssertionError(name)


def test_comparing_the_shipped_plans_reads_no_wordings() -> None:
    corpus = load()
    sealed: Corpus = corpus._replace(catalogue=corpus.catalogue._replace(phrases=Unread(), learned=no_table))
    comparison = compare(sealed)
    assert comparison.rows == compare(corpus).rows
    with pytest.raises(AssertionError):
        compare(sealed, decisions=False)


# --- parts ---------------------------------------------------------------------------------------------------------


def two(a: str, b: str, **others: object) -> dict[str, int]:
    """The parts of the score of two one-commitment plans; ``others`` are fields of the second."""
    return dict(pair(a, b, **others).parts)


def usual(plan: str, *own: Commitment) -> list[Commitment]:
    """A plan of usual size that holds these; the rest is like nothing."""
    return [*own, *(commitment(plan, f"x{n}", text) for n, text in enumerate(FAR[plan]))]


def pair(a: str, b: str, **others: object) -> Score:
    first = commitment("a", "1", a, theme="staffing")
    second = first._replace(plan="b", text=b)._replace(**others)  # type: ignore[arg-type]
    return pairs_of(usual("a", first), usual("b", second)).of((0, SIZE))


def test_the_theme_counts_whole_half_or_not() -> None:
    likeness = [
        pairs_of(
            [commitment("a", "1", "县管校聘", theme="staffing")],
            [commitment("b", "1", "县管校聘", theme=theme, also=also)],
        ).likeness((0, 1)).theme
        for theme, also in [
            ("staffing", ()), ("training", ()), ("training", ("staffing",)), ("staffing", ("staffing",)),
        ]
    ]  # fmt: skip
    assert likeness == [1.0, 0.0, 0.5, 1.0]


@pytest.mark.parametrize(
    ("a", "b", "gate"),
    [
        ("小学学位新建扩容", "高中学位新建扩容项目", "stage"),
        ("教师交流轮岗", "校长交流轮岗", "audience"),
        ("小学和高中学位新建", "高中学位新建", None),
        ("学位新建扩容", "高中学位新建扩容", None),
    ],
)
def test_opposite_gates_cost_and_common_or_silent_ones_do_not(a: str, b: str, gate: str | None) -> None:
    first, second = commitment("a", "1", a), commitment("b", "1", b)
    cost = {gate: LEXICON.gates[gate].cost} if gate else {}
    assert pairs_of([first], [second]).likeness((0, 1)).gates == cost


def test_units_of_targets_are_a_gate() -> None:
    first = commitment("a", "1", "新建校舍", theme="staffing", targets=(target("所"),))
    second = first._replace(plan="b", text="新建一批校舍", targets=(target("人"),))
    pairs = pairs_of([first], [second])
    assert pairs.likeness((0, 1)).gates == {"quantity": LEXICON.gates["quantity"].cost}
    assert pairs_of([first], [second._replace(targets=(target("所"),))]).likeness((0, 1)).gates == {}


def test_synonyms_and_stock_phrases_are_alike_after_the_lexicon() -> None:
    a, b = commitment("a", "1", "推进县管校聘改革"), commitment("b", "1", "区管校聘")
    likeness = pairs_of([a], [b]).likeness((0, 1))
    assert likeness.core == pytest.approx(1) and likeness.word < 1
    assert pairs_of([a], [b]).of((0, 1)).total < 100  # not word for word


def test_a_name_or_an_indicator_in_common_is_told_apart_from_words() -> None:
    assert "named" not in two("新建校舍", "扩建校舍") and "indicator" not in two("新建校舍", "扩建校舍")
    a = commitment("a", "1", "新建校舍", named=("“春苗”计划",), targets=(target("所", "校舍数"),))
    likeness = pairs_of([a], [a._replace(plan="b", named=("春苗计划",))]).likeness((0, 1))
    assert (likeness.named, likeness.indicator) == (1.0, 1.0)
    likeness = pairs_of([a], [a._replace(plan="b", named=("秋实计划",), targets=())]).likeness((0, 1))
    assert (likeness.named, likeness.indicator) == (0.0, 0.0)


def test_what_people_coded_counts_unless_nobody_is_asked() -> None:
    a, b = commitment("a", "1", "新建校舍", standard="managed"), commitment("b", "1", "教师培训", standard="managed")
    assert pairs_of([a], [b]).likeness((0, 1)).standard == 1.0
    assert pairs_of([a], [b._replace(standard="none")]).likeness((0, 1)).standard == 0.0
    assert pairs_of([a], [b], people=False).likeness((0, 1)).standard < 0.5


def test_rivals_for_one_place_share_the_rank() -> None:
    one, best = commitment("a", "1", "开展校园安全巡查"), commitment("b", "1", "校园安全巡查机制")
    rival, place = best._replace(id="2", text="校园安全巡查制度"), SIZE
    stranger = best._replace(id="2", text="修桥铺路")
    alone = pairs_of(usual("a", one), usual("b", best, stranger)).of((0, place))
    pairs = pairs_of(usual("a", one), usual("b", best, rival))
    best_of_two = pairs.of((0, place))
    assert best_of_two.odds < alone.odds and dict(best_of_two.parts)["rank"] > 0
    assert "rank" not in dict(pairs.of((place, place + 1)).parts)  # of one plan


def test_the_wording_is_that_of_text_and_evidence() -> None:
    a = commitment("a", "1", "改善条件", evidence=(Evidence("校舍屋顶改造"),))
    b = commitment("b", "1", "提升保障", evidence=(Evidence("校舍屋顶翻新"),))
    assert pairs_of([a], [b]).likeness((0, 1)).word > 0.3
    bare = [c._replace(evidence=()) for c in (a, b)]
    assert pairs_of(bare[:1], bare[1:]).likeness((0, 1)).word == 0


def test_larger_plans_promise_more_alike() -> None:
    one, other = commitment("a", "1", "推行县管校聘"), commitment("b", "1", "县管校聘改革")
    far = [commitment("b", f"{n}", text) for n, text in enumerate(("修桥", "铺路", "植树", "治河"), 2)]
    small, large = pairs_of([one], [other]), pairs_of([one], [other, *far])
    assert large.of((0, 1)).odds > small.of((0, 1)).odds


def test_rarer_words_weigh_more_by_the_catalogue_alone() -> None:
    rarity = Rarity(SHARED)
    assert rarity.of("外") > rarity.of("轮岗") > rarity.of("教师") >= 1
    assert rarity.share("外") == 0 < rarity.share("轮岗") < rarity.share("教师") < 1
    assert Rarity(Recognition(CODEBOOK)).of("外") == Rarity(Recognition(CODEBOOK)).of("教师") == 1
    assert Rarity(Recognition(CODEBOOK)).share("教师") == 0
    weights = weighted("教师轮岗", rarity)
    assert weights["轮岗"] > weights["教师"] and sum(w**2 for w in weights.values()) == pytest.approx(1)
    assert weighted("", rarity) == {}


TERMS = st.dictionaries(st.sampled_from("甲乙丙丁戊"), st.floats(0, 1))


@given(TERMS, TERMS)
def test_the_cosine_is_the_same_from_either_side_and_in_any_order(
    one: Mapping[str, float], other: Mapping[str, float]
) -> None:
    value = cosine(one, other)
    assert value == cosine(other, one) == cosine(dict(reversed(list(one.items()))), other)
    assert value == pytest.approx(sum(w * other.get(t, 0) for t, w in one.items()), abs=1e-8)


def test_a_profile_is_the_same_whoever_stands_beside_it() -> None:
    a, b = commitment("a", "1", "推行教师县管校聘"), commitment("a", "2", "建设名师工作室")
    rarity = Rarity(SHARED)
    together, alone = profiles([a, b], SHARED, rarity), profiles([b], SHARED, rarity)
    assert together[1] == alone[0]


def test_a_collection_without_a_catalogue_is_scored_by_words() -> None:
    bare = Recognition(CODEBOOK)
    a, b = (
        commitment("a", "1", "县管校聘改革", theme="staffing"),
        commitment("b", "1", "推进区管校聘", theme="staffing"),
    )
    pairs, both = pairs_of(usual("a", a), usual("b", b), by=bare), (0, SIZE)
    assert both in pairs.links(0) and pairs.likeness(both).standard == 0
    assert pairs.of(both).odds > pairs.of((0, SIZE + 1)).odds
    assert pairs_of([a], [a._replace(plan="b")], by=bare).links(3) == {(0, 1): EQUAL}


def test_vectors_speak_as_part_of_the_wording() -> None:
    by = recognition(seeing())
    a, b = commitment("a", "1", "教师由学校人变系统人"), commitment("b", "1", "编制岗位由县级统筹")
    assert pairs_of([a], [b], by=by).likeness((0, 1)).vector > pairs_of([a], [b]).likeness((0, 1)).vector == 0


@example([commitment("", "", "90%")], [commitment("", "", "90%")])
@given(LISTS, LISTS)
def test_a_plan_and_its_copy_are_linked_each_with_its_own(a: list[Commitment], b: list[Commitment]) -> None:
    links = pairs_of(of_plan("a", a), of_plan("b", a), of_plan("c", b), reviewed="abc").links(3)
    size = len(a)
    assert all(links[(n, n + size)] == EQUAL for n in range(size))


@pytest.mark.slow
@given(LISTS, LISTS, LISTS)
def test_candidates_that_were_forgotten_are_made_again(
    a: list[Commitment], b: list[Commitment], c: list[Commitment]
) -> None:
    plans = [of_plan("a", a), of_plan("b", b), of_plan("c", c)]
    all_held, few_held = pairs_of(*plans), pairs_of(*plans)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("plancompare.comparing.pairs.MOST_HELD", 1)
        links, scores = few_held.links(0), scored(few_held)
        assert few_held._held <= 1 or len(few_held._claims) == 1
    assert links == all_held.links(0)
    assert scores == scored(all_held)
