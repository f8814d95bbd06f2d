"""Themes and standards of commitments: pins win, else words speak; nothing is compiled before it is asked."""

from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare import load
from plancompare.comparing.coding import UNKNOWN, Coding
from plancompare.comparing.readings import Reading, readings_of
from plancompare.comparing.recognition import ALSO, Recognition
from plancompare.comparing.themes import ThemeMatch
from plancompare.model import Catalogue, Codebook, Commitment, Phrases, Section
from tests.comparing.collections import CODEBOOK, ENTRIES, THEMES, catalogue, commitment


class Forbidden(dict[str, Phrases]):
    """Wordings that nobody may read."""

    def __getitem__(self, id: str) -> Phrases:
        raise AssertionError(id)


@pytest.fixture(scope="module")
def recognition() -> Recognition:
    return Recognition(CODEBOOK, catalogue())


@pytest.mark.parametrize(("id", "wording"), [(id, e[2][0]) for id, e in ENTRIES.items()])
def test_words_lead_to_theme_and_standard(recognition: Recognition, id: str, wording: str) -> None:
    one = commitment("a", "1", wording)
    match = recognition.theme(one)
    assert (match.theme, match.pinned) == (ENTRIES[id][0], False)
    found = recognition.coding(one, recognition.theme_shares(one))
    assert found.candidates(1)[0][0] == id and not found.pinned


@given(st.text(max_size=20), st.text(max_size=10))
def test_themes_have_probabilities(text: str, heading: str) -> None:
    recognition = Recognition(CODEBOOK, catalogue())
    shares = recognition.theme_shares(commitment("a", "1", text, section=Section("1", "一", heading)))
    assert sum(shares.values()) == pytest.approx(1) and shares.keys() == {*THEMES}
    match = recognition.theme(commitment("a", "1", text, section=Section("1", "一", heading)))
    assert shares[match.theme] == max(shares.values())
    assert match.score == round(100 * shares[match.theme]) and match.runner_up != match.theme


def test_the_heading_speaks_where_the_text_is_silent(recognition: Recognition) -> None:
    for theme, heading in (("staffing", "教师交流轮岗"), ("preschool", "幼儿园学位")):
        one = commitment("a", "1", "提高水平", section=Section("1", "一", heading))
        assert recognition.theme(one).theme == theme
    own = commitment("a", "1", "建设名师工作室", section=Section("1", "一", "幼儿园学位"))
    assert recognition.theme(own).theme == "training"


def test_a_pinned_theme_is_certain_and_further_themes_count_half(recognition: Recognition) -> None:
    one = commitment("a", "1", "建设名师工作室", theme="staffing", also=("preschool",))
    assert recognition.theme(one) == ThemeMatch("staffing", None, pinned=True)
    assert recognition.theme_shares(one) == {"staffing": 1.0, "preschool": ALSO}
    assert recognition.theme(one, pins=False).theme == "training"
    assert recognition.theme_shares(one, pins=False)["training"] > 0.5


def test_a_pin_that_the_codebook_lacks_does_not_count(recognition: Recognition) -> None:
    one = commitment("a", "1", "建设名师工作室", theme="no such theme", also=("preschool",))
    assert recognition.theme(one).theme == "training"
    assert recognition.theme_shares(one)["preschool"] == ALSO


@pytest.mark.parametrize(
    ("standard", "code", "coding"),
    [
        ("managed", "managed", Coding({"managed": 1.0}, 0.0, True)),
        ("old-places", "places", Coding({"places": 1.0}, 0.0, True)),  # under its id of today
        ("none", "none", Coding({}, 1.0, True)),
    ],
)
def test_what_a_person_coded_is_certain(recognition: Recognition, standard: str, code: str, coding: Coding) -> None:
    one = commitment("a", "1", "建设名师工作室", standard=standard)
    assert recognition.code(one) == code
    assert recognition.coding(one, {"training": 1.0}) == coding
    assert recognition.coding(one, {"training": 1.0}, pins=False).candidates(1)[0][0] == "studios"


@pytest.mark.parametrize("standard", ["", "no-such-entry"])
def test_no_code_or_one_that_the_catalogue_lacks_is_none_at_all(recognition: Recognition, standard: str) -> None:
    one = commitment("a", "1", "建设名师工作室", standard=standard, proposed="managed")
    assert recognition.code(one) == ""
    found = recognition.coding(one, {"training": 1.0})
    assert not found.pinned and found.candidates(1)[0][0] == "studios"


def test_a_collection_without_a_catalogue_is_read_by_its_codebook() -> None:
    words = tuple(
        t._replace(synonyms=s) for t, s in zip(CODEBOOK.themes, [("幼儿园",), ("轮岗",), ("研修",)], strict=True)
    )
    recognition = Recognition(Codebook(themes=words))
    one = commitment("a", "1", "教师轮岗", theme="training", also=("preschool",), standard="managed")
    assert recognition.theme(one, pins=False).theme == "staffing"
    assert recognition.theme_shares(one, pins=False) == {"staffing": 1.0}
    assert recognition.theme_shares(one) == {"training": 1.0, "preschool": ALSO}
    assert recognition.theme_shares(one._replace(theme="")) == {"staffing": 1.0, "preschool": ALSO}
    assert recognition.coding(one, {}) == UNKNOWN and recognition.code(one) == ""
    assert recognition.code(one._replace(standard="none")) == "none"


def test_pinned_commitments_read_no_wording() -> None:
    recognition = Recognition(CODEBOOK, catalogue()._replace(phrases=Forbidden(), learned=_never))
    one = commitment("a", "1", "建设名师工作室", theme="training", standard="studios")
    assert recognition.theme(one).pinned and recognition.code(one) == "studios"
    assert recognition.coding(one, recognition.theme_shares(one)).pinned
    with pytest.raises(AssertionError):
        recognition.theme(one, pins=False)


def _never(name: str) -> bytes:
    raise AssertionError(name)


def test_what_was_heard_before_changes_nothing(recognition: Recognition) -> None:
    texts = [wording for e in ENTRIES.values() for wording in e[2]]
    made = [commitment("a", f"{n}", text) for n, text in enumerate(texts)]
    shuffled = made[:]
    Random(1).shuffle(shuffled)
    straight: Mapping[str, Reading] = readings_of([made], Recognition(CODEBOOK, catalogue()))
    assert readings_of([shuffled], Recognition(CODEBOOK, catalogue())) == straight == readings_of([made], recognition)


def test_the_shipped_catalogue_codes_its_own_labels() -> None:
    """Of every fifth entry the label leads home, with its theme given; a sample, for all take long."""
    corpus = load()
    recognition = Recognition(corpus.codebook, corpus.catalogue, corpus.store)
    sample = [*corpus.catalogue.standards.values()][::12]
    hits = 0
    for standard in sample:
        one = Commitment("a", "1", Section("1", "", ""), standard.label.zh, theme=standard.theme)
        best = recognition.coding(one, recognition.theme_shares(one)).candidates()
        hits += best[0][0] == standard.id
        assert standard.id in dict(best), standard.id
    assert hits / len(sample) >= 0.95


def test_an_empty_catalogue_is_no_catalogue() -> None:
    assert Recognition(CODEBOOK, Catalogue()).coding(commitment("a", "1", "培训"), {}) == UNKNOWN


def test_a_catalogue_without_a_theme_in_the_codebook_says_nothing_of_themes() -> None:
    recognition = Recognition(Codebook(), catalogue())
    one = commitment("a", "1", next(iter(ENTRIES.values()))[2][0])
    assert recognition.theme(one) == Recognition(Codebook()).theme(one)
    assert recognition.coding(one, recognition.theme_shares(one)).shares
