"""The promise that words mean, over all plans; findings for the first screen; sentences that can be cited."""

import re
import shlex
from collections import Counter
from pathlib import Path

import pytest

from plancompare import Comparison, Corpus, compare, load
from plancompare.asking.highlights import highlights
from plancompare.asking.promise import (
    coded_by_people,
    of_the_same_code,
    promise_called,
    promise_of,
    promises_meant,
    with_passages,
)
from plancompare.asking.search import search
from plancompare.comparing.coding import PERHAPS
from plancompare.comparing.wording import Wording
from plancompare.model import Lang
from plancompare.reading.collection import shipped
from plancompare.telling.blocks import Prose
from plancompare.telling.promise import cell_explanation, citations
from plancompare.telling.source import Source
from tests.support import plan_text, run

PLANS = shipped()


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load()


@pytest.fixture(scope="module")
def five(corpus: Corpus) -> Comparison:
    return compare(corpus)


def meant(words: str, corpus: Corpus, comparison: Comparison) -> str:
    hits = search(corpus.commitments(), words, Wording(corpus.codebook))
    found = promises_meant(words, hits, comparison)
    return found[0].id if found else ""


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("staffing-county-managed", "staffing-county-managed"),
        ("cy-073", "staffing-county-managed"),  # the row of a commitment
        ("县管校聘", "staffing-county-managed"),
        ("教师由学校人变系统人", "staffing-county-managed"),  # in words of another plan
        ("编制周转池", "staffing-post-pool"),
        ("智慧校园", "digital-smart-campus"),
        ("燃气、电气、电梯等设施设备安全", "safety-gas-water"),  # the name of a standard that nobody makes
        ("gibberish xyz", ""),
        ("", ""),
    ],
)
def test_words_mean_a_promise(words: str, id: str, corpus: Corpus, five: Comparison) -> None:
    assert meant(words, corpus, five) == id


def test_every_label_of_a_row_by_one_standard_means_that_row(corpus: Corpus, five: Comparison) -> None:
    standards = corpus.catalogue.standards
    rows = [row for row in five.rows if row.standard and row.id == row.standard][::7]
    for row in rows:
        found = promise_called(standards[row.standard].label.zh, five)
        assert found and found.row and row.standard in {five.code(c.key) for c in found.row.commitments}


def test_what_nobody_makes_has_a_cell_for_each_plan(five: Comparison) -> None:
    found = promise_called("safety-gas-water", five)
    assert found and found.row is None and found.made == 0
    assert {plan: cell.status for plan, cell in found.cells.items()} == {
        plan.id: "not_found" if plan.covers("safety") else "not_covered" for plan in five.plans
    }
    assert found.covered == sum(plan.covers("safety") for plan in five.plans)


def test_of_plans_that_nobody_coded_what_may_be_it_is_unsure(corpus: Corpus) -> None:
    """A blank beside uncoded commitments is claimed only where a machine sees none that comes near."""
    plain = compare(corpus, decisions=False)
    found = promise_called("staffing-county-managed", plain)
    assert found and not coded_by_people(plain.plan("fengtai"), plain)
    for plan in plain.plans:
        shares = [plain.coding(c.key).shares.get("staffing-county-managed", 0.0) for c in plan.commitments]
        assert (found.cells[plan.id].status == "unsure") == (max(shares) >= PERHAPS)


def test_words_that_may_mean_several_promises_are_not_cited(corpus: Corpus, five: Comparison) -> None:
    hits = search(corpus.commitments(), "县管校聘", Wording(corpus.codebook))
    assert [one.id for one in promises_meant("县管校聘", hits, five)] == [
        "staffing-county-managed", "chaoyang/cy-069", "chaoyang/cy-075",
    ]  # fmt: skip
    assert run("search", "县管校聘", "--cite", folder=PLANS).exit_code == 0  # all of one standard: the largest is meant
    told = str(run("search", "教师", "--cite", folder=PLANS).exception)
    assert "may mean several promises" in told
    assert "cite one by its id: Rotate teachers between schools [staffing-rotation]; " in told
    chinese = run("search", "教师", "--cite", "--lang", "zh", folder=PLANS)
    assert "教师校际交流轮岗 [staffing-rotation]；" in str(chinese.exception)


@pytest.mark.parametrize("words", ["区域教育品牌", "困难家庭"])
def test_no_sentence_denies_what_a_search_finds(words: str, corpus: Corpus, five: Comparison) -> None:
    """The words mean a narrower standard; what 丰台 says in them stands under another."""
    hits = search(corpus.commitments(), words, Wording(corpus.codebook))
    (promise, *_) = promises_meant(words, hits, five)
    assert promise.cells["fengtai"].status == "not_found"
    open_one = with_passages(promise, hits)
    assert open_one.cells["fengtai"].status == "unsure" and open_one.cells["fengtai"].candidates
    assert open_one.unsure > promise.unsure
    told = run("--lang", "zh", "search", words, "--plan", "丰台", "--cite", folder=PLANS).stdout
    assert "存疑" in told.replace("\n", "")


def test_rows_of_one_standard_have_names_of_their_own(five: Comparison) -> None:
    """A sentence that one of them is not found would else deny the others."""
    count = Counter(row.standard for row in five.rows if row.standard)
    rows = [row for row in five.rows if count[row.standard] > 1]
    assert all(row.label != five.catalogue.standards[row.standard].label for row in rows)
    assert len({row.label.zh for row in rows}) == len(rows) > 100


def test_nothing_is_missing_in_a_plan_of_which_nothing_is_encoded(tmp_path: Path) -> None:
    text = plan_text("north", []).replace("name: north", "name: 临江")
    (tmp_path / "north.yaml").write_text(text, encoding="utf-8")
    told = run("--lang", "zh", "search", "县管校聘", "--plan", "临江", "--cite", folder=tmp_path).stdout
    assert "未见" not in told and "不能" in told


@pytest.mark.parametrize("name", ["foo", "", " ", "的", "县管校聘"])
def test_only_a_whole_name_calls_a_promise(name: str, five: Comparison) -> None:
    assert promise_called(name, five) is None


def test_no_sentence_denies_a_code_that_the_plan_has(five: Comparison) -> None:
    """Of a code that rulings split into rows the sentence names what was judged to be another promise."""
    split = 0
    for row in five.rows:
        promise = promise_of(row, five)
        for plan in (five.plan(id) for id in row.missing):
            (sentence,) = citations(promise, [plan.id], Source(five, "zh"))
            others = of_the_same_code(promise, plan, five)
            split += bool(others)
            assert isinstance(sentence, Prose) and ("无一编为" in sentence.text) <= (not others)
            assert all(commitment.key in sentence.text for commitment in others)
            codes = {five.code(c.key) for c in row.commitments} - {"none"}
            assert bool(others) == bool(codes & {five.code(c.key) for c in plan.commitments})
    assert split > 100


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_sentence_says_what_was_read_and_how(five: Comparison, lang: Lang) -> None:
    found = promise_called("staffing-county-managed", five)
    assert found
    source = Source(five, lang)
    told = [
        block.text for block in citations(found, [plan.id for plan in five.plans], source) if isinstance(block, Prose)
    ]
    assert len(told) == len(five.plans)
    by_plan = dict(zip((plan.id for plan in five.plans), told, strict=True))
    for plan in five.plans:
        sentence, cell = by_plan[plan.id], found.cells[plan.id]
        assert plan.title in sentence and found.label.of(lang) in sentence
        assert found.id in sentence and source.date in sentence and re.search(r"plancompare \d+\.\d", sentence)
        assert all(c.key in sentence for c in cell.commitments)
        assert (str(len(plan.commitments)) in sentence.replace(plan.title, "")) >= (cell.status == "not_found")
    assert not re.search("未见|no commitment", by_plan["city-jia"])  # of which nothing can be said


def test_a_blank_is_explained_by_the_passages_nearest_to_it(five: Comparison) -> None:
    found = promise_called("staffing-county-managed", five)
    assert found and found.row
    blocks = list(cell_explanation(found, "fengtai", Source(five, "en")))
    assert len(blocks) == 6 and isinstance(blocks[-1], Prose)
    made = list(cell_explanation(found, "yuquan", Source(five, "en")))
    assert len(made) == len(blocks) - 2  # no candidates where the promise is made


def test_findings_are_true_and_of_different_rows(corpus: Corpus, five: Comparison) -> None:
    found = {one.kind: one for one in highlights(corpus, five)}
    assert list(found) == ["everyone", "one_lacks", "figures", "one_makes", "nobody"]
    rows = {kind: one.row for kind, one in found.items() if one.row}
    assert len({row.id for row in rows.values()}) == 4
    assert rows["everyone"].made == rows["everyone"].covered >= 3
    assert rows["one_lacks"].missing == (found["one_lacks"].plan,)
    assert {d.relation for d in five.figures(rows["figures"].id)} & {"stronger", "weaker", "earlier", "later", "mixed"}
    assert rows["one_makes"].made == 1 and len(rows["one_makes"].missing) > 1
    standard = found["nobody"].standard
    assert standard and not [c for c in corpus.commitments() if c.standard == standard.id]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [80, 100, 140])
def test_the_first_screen_fits_a_window_and_its_commands_run(lang: str, width: int) -> None:
    told = run("--lang", lang, "--width", str(width)).stdout
    assert len(told.splitlines()) <= 60
    commands = [found.replace("\n", "") for found in re.findall(r"\$ plancompare (.+)", told)]
    assert len(commands) == 8
    if width == 100:
        for command in commands[:5]:
            assert run(*shlex.split(command)).exit_code == 0


def test_a_plan_is_taken_for_the_second_of_a_pair() -> None:
    told = run("explain", "staffing-county-managed", "丰台", "--lang", "zh", folder=PLANS)
    assert told.exit_code == 0 and "未见：全文已读" in told.stdout
    assert "no commitment" in str(run("explain", "nonsense", "丰台", folder=PLANS).exception)


def test_search_tells_a_plan_s_silence() -> None:
    told = run("search", "县管校聘", "--plan", "丰台", "--lang", "zh", folder=PLANS).stdout
    assert "○ 丰台 未见：全文已读" in told
    assert "names no promise" in str(run("search", "gibberish xyz", "--cite", folder=PLANS).exception)
