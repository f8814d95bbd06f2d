"""Themes of headings and commitments: pins win, words tell, a weak or tied match is called weak."""

from pathlib import Path
from shutil import copy

import pytest

from plancompare import load
from plancompare.comparing.themes import WEAK, ThemeMatch, ThemeMatcher, agreement
from plancompare.comparing.wording import Wording
from plancompare.model import Codebook, Commitment, Corpus, Evidence, Label, Lexicon, Section, Theme
from plancompare.reading.collection import shipped
from tests.support import collection, plan_text

EXTRACTS = Path(__file__).parent.parent / "extracts"


@pytest.fixture(scope="module")
def matcher(tmp_path_factory: pytest.TempPathFactory) -> ThemeMatcher:
    codebook = load(collection(tmp_path_factory.mktemp("themes"), {"a": plan_text("a", [])})).codebook
    return ThemeMatcher(codebook, Wording(codebook))


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The six invented plans with the shipped codebook."""
    folder = tmp_path_factory.mktemp("invented")
    for path in (*EXTRACTS.glob("*.yaml"), shipped() / "codebook.yaml", shipped() / "indicators.yaml"):
        copy(path, folder)
    return load(folder)


def section(heading: str = "主要任务", pin: str = "") -> Section:
    return Section("1", "一", heading, pin)


def commitment(
    text: str, pin: str = "", heading: str = "主要任务", section_pin: str = "", quote: str = ""
) -> Commitment:
    evidence = (Evidence(quote),) if quote else ()
    return Commitment("a", "1", section(heading, section_pin), text, evidence, pin)


def of_words(*themes: tuple[str, tuple[str, ...], tuple[str, ...]], stock: tuple[str, ...] = ()) -> ThemeMatcher:
    """A matcher for themes given as (id, synonyms, negative words)."""
    made = tuple(Theme(i, Label(i, i), synonyms=s, negative=n) for i, s, n in themes)
    codebook = Codebook(themes=made, lexicon=Lexicon(stock=stock))
    return ThemeMatcher(codebook, Wording(codebook))


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("建设公办幼儿园", "preschool"),
        ("推进县管校聘", "staffing"),  # by a synonym of the lexicon
        ("校际流动制度化", "staffing"),
        ("名师研修", "training"),
        ("新建校舍、增加学位", "layout"),
        ("教师编制与交流政策", "staffing"),  # by the label
        ("ＪＩＡＯ交流 轮岗", "staffing"),
    ],
)
def test_words_of_a_theme_lead_to_it(matcher: ThemeMatcher, text: str, theme: str) -> None:
    assert matcher.commitment(commitment(text)).theme == theme


@pytest.mark.parametrize(
    ("own", "of_section", "theme"),
    [("training", "", "training"), ("", "layout", "layout"), ("training", "layout", "training")],
)
def test_pins_win_the_commitment_s_before_the_section_s(
    matcher: ThemeMatcher, own: str, of_section: str, theme: str
) -> None:
    pinned = commitment("建设公办幼儿园", own, section_pin=of_section)
    assert matcher.commitment(pinned) == ThemeMatch(theme, None, pinned=True)
    assert not matcher.commitment(pinned).weak
    assert matcher.commitment(pinned, pins=False).theme == "preschool"


def test_a_pin_that_the_codebook_lacks_does_not_count(matcher: ThemeMatcher) -> None:
    found = matcher.commitment(commitment("建设公办幼儿园", "kindergartens"))
    assert (found.theme, found.pinned) == ("preschool", False)


def test_a_section_is_matched_by_its_heading_or_its_pin(matcher: ThemeMatcher) -> None:
    assert matcher.section(section("办好幼儿园，保障入园")).theme == "preschool"
    assert matcher.section(section("办好幼儿园", "layout")) == ThemeMatch("layout", None, pinned=True)


@pytest.mark.parametrize(
    "record",
    [commitment("提高水平", heading="教师培训与研修"), commitment("提高水平", quote="组织名师研修培训")],
)
def test_heading_and_evidence_tell_where_the_text_is_silent(matcher: ThemeMatcher, record: Commitment) -> None:
    found = matcher.commitment(record)
    assert (found.theme, found.via) == ("training", "")  # by its words, not as the nearest phrase


def test_the_commitment_s_own_words_outweigh_its_heading(matcher: ThemeMatcher) -> None:
    found = matcher.commitment(commitment("组织研修", heading="校舍安全"))
    assert (found.theme, found.runner_up) == ("training", "layout")


@pytest.mark.parametrize(("negative", "theme"), [((), "aa"), (("学位证书",), "bb")])
def test_a_negative_word_tips_the_balance(negative: tuple[str, ...], theme: str) -> None:
    themes = of_words(("aa", ("学位",), negative), ("bb", ("证书",), ()))
    assert themes.commitment(commitment("发学位证书")).theme == theme


def test_a_negative_word_speaks_against_its_theme() -> None:
    words = ("moral", ("学生成长",), ("教师成长营",)), ("training", ("师徒结对",), ())
    loud, quiet = commitment("学生成长，教师成长营"), commitment("学生成长")
    assert (of_words(*words).commitment(loud).score or 0) < (of_words(*words).commitment(quiet).score or 0)


@pytest.mark.parametrize("text", ["发放学位证书", "发放学位证明书"])
def test_a_word_against_a_theme_never_leads_to_it(text: str) -> None:
    themes = of_words(("preschool", ("幼儿园",), ()), ("layout", ("资源",), ("学位证书",)))
    assert themes.commitment(commitment(text)).theme != "layout"


def test_long_synonyms_tell_more_than_short_ones() -> None:
    themes = of_words(("a", ("教师",), ()), ("b", ("县域普通高中",), ()))
    assert themes.commitment(commitment("教师支援县域普通高中")).theme == "b"


def test_a_word_that_several_themes_claim_tells_less() -> None:
    shared = of_words(("a", ("研修",), ()), ("b", ("研修",), ()))
    alone = of_words(("a", ("研修",), ()), ("b", ("校舍",), ()))
    record = commitment("研修")
    assert (shared.commitment(record).score or 0) < (alone.commitment(record).score or 0)


def test_a_word_counts_once_however_often_it_stands_there(matcher: ThemeMatcher) -> None:
    assert matcher.commitment(commitment("培训，培训，培训")).score == matcher.commitment(commitment("培训")).score


def test_a_tie_is_weak_and_goes_to_the_first_in_the_codebook() -> None:
    themes = of_words(("b", ("县域普通高中建设",), ()), ("a", ("义务教育均衡发展",), ()))
    found = themes.commitment(commitment("县域普通高中建设、义务教育均衡发展"))
    assert (found.theme, found.runner_up, found.margin) == ("b", "a", 0)
    assert (found.score or 0) >= WEAK
    assert found.weak


def test_a_clear_match_is_not_weak(matcher: ThemeMatcher) -> None:
    found = matcher.commitment(commitment("落实编制，推进区管校聘和交流轮岗，加强教师招聘"))
    assert (found.theme, found.pinned, found.weak) == ("staffing", False, False)


def test_little_evidence_is_weak(matcher: ThemeMatcher) -> None:
    found = matcher.commitment(commitment("治理河道，绿化道路，亮化桥梁，美化街景，硬化路面，兼顾研修", heading="其他"))
    assert (found.theme, found.margin) == ("training", 100)
    assert found.weak


@pytest.mark.parametrize(
    ("text", "theme", "via"),
    [("改革创心", "delivery", "改革创新"), ("园林绿化", "preschool", "")],
)
def test_where_nothing_is_found_the_nearest_phrase_or_else_the_first_theme_is_a_weak_match(
    text: str, theme: str, via: str
) -> None:
    themes = of_words(("preschool", ("幼儿园",), ()), ("delivery", ("改革创新",), ()), stock=("改革",))
    found = themes.commitment(commitment(text, heading="其他"))
    assert (found.theme, found.via) == (theme, via)
    assert found.weak
    assert 0 <= (found.score or 0) < WEAK


def test_without_a_codebook_there_is_no_theme_and_that_is_weak() -> None:
    found = of_words().commitment(commitment("建设幼儿园", "preschool"))
    assert (found.theme, found.score, found.weak) == ("", 0, True)


def test_every_commitment_is_matched(matcher: ThemeMatcher) -> None:
    records = [commitment("建设幼儿园"), commitment("研修", "layout")._replace(id="2")]
    assert {record.key: matcher.commitment(record).theme for record in records} == {
        "a/1": "preschool",
        "a/2": "layout",
    }
    assert matcher.commitment(records[1], pins=False).theme == "training"


def test_agreement_counts_pinned_commitments_only(matcher: ThemeMatcher) -> None:
    records = [
        commitment("建设幼儿园", "preschool"),
        commitment("建设幼儿园", "layout")._replace(also=("preschool",)),
        commitment("建设幼儿园", "training"),
        commitment("建设幼儿园"),
    ]
    assert agreement(records, matcher) == (1, 2, 3)


def test_the_matcher_agrees_with_the_curators_of_the_invented_plans(invented: Corpus) -> None:
    matcher = ThemeMatcher(invented.codebook, Wording(invented.codebook))
    home, home_or_also, pinned = agreement(list(invented.commitments()), matcher)
    assert pinned >= 300
    assert home / pinned >= 0.70
    assert home_or_also / pinned >= 0.80
