"""What an editor shows of a plan that is being written: completions, definitions, and what is no word of ours."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from plancompare.model import Catalogue, Codebook
from plancompare.reading.collection import shipped, vocabulary
from tests.editors.server import Server, language_server
from tests.support import collection, plan_text, run

PLAN = """\
# yaml-language-server: $schema=plan.schema.json
id: north
name: 北
reads: {pay: whole}
sections:
- heading: 教师
  theme: staffing
  commitments:
  - id: n-1
    text: 推行县管校聘
    theme: delivry
    also: [pay, ]
    standard: staffing-county-managed
    targets:
    - indicator: inclusive-kindergarten-coverage
      op: ">="
      value: 90
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the schema of the shipped collection's words."""
    folder = tmp_path_factory.mktemp("plans")
    result = run("schema", "-o", str(folder / "plan.schema.json"), folder=shipped())
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    with language_server(folder) as started:
        yield started


@pytest.fixture(scope="module")
def uri(server: Server, folder: Path) -> str:
    return server.open(folder / "north.yaml", PLAN)


@pytest.fixture(scope="module")
def words() -> tuple[Codebook, Catalogue]:
    codebook, _, catalogue, _ = vocabulary(shipped())
    return codebook, catalogue


def behind(text: str, typed: str) -> tuple[int, int]:
    """Line and character behind ``typed``, where it stands first."""
    place = text.index(typed) + len(typed)
    return text.count("\n", 0, place), place - text.rfind("\n", 0, place) - 1


def offers(server: Server, uri: str, typed: str) -> dict[str, tuple[str, str]]:
    """What is offered behind ``typed``: label -> what is written, what it means."""
    return {offer.label: (offer.text, offer.about) for offer in server.complete(uri, *behind(PLAN, typed))}


@pytest.mark.parametrize("typed", ["  theme: sta", "theme: del", "also: [pay, "])
def test_themes_are_offered_with_label_and_definition(
    server: Server, uri: str, typed: str, words: tuple[Codebook, Catalogue]
) -> None:
    offered = offers(server, uri, typed)
    for theme in words[0].themes:
        _, about = offered[theme.id]
        assert all(part in about for part in (theme.label.zh, theme.label.en, theme.definition))
        assert offered[theme.label.zh][0] == theme.id


def test_standards_are_offered_by_id_and_by_name(server: Server, uri: str, words: tuple[Codebook, Catalogue]) -> None:
    offered = offers(server, uri, "standard: staff")
    standards = words[1].standards
    assert set(standards) | {"none"} <= set(offered)
    standard = standards["staffing-county-managed"]
    assert all(part in offered[standard.id][1] for part in (*standard.label, standard.definition))
    assert offered[standard.label.zh][0] == standard.id


def test_indicators_are_offered_with_unit_and_names(server: Server, uri: str) -> None:
    _, indicators, *_ = vocabulary(shipped())
    offered = offers(server, uri, "indicator: incl")
    for indicator in indicators.values():
        assert all(part in offered[indicator.id][1] for part in (*indicator.label, indicator.unit, *indicator.aliases))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("  theme: sta", "教师编制、招聘、交流与职称 / Staffing"),
        ("standard: staff", "县管校聘管理改革 / County-managed"),
        ("indicator: incl", "普惠"),
        ("reads: {pa", "教师待遇与荣誉"),
    ],
)
def test_a_word_says_what_it_means(server: Server, uri: str, typed: str, said: str) -> None:
    told = server.hover(uri, *behind(PLAN, typed))
    assert said in told
    assert len(told) < 2000, "all members are shown where one stands"


def test_what_is_no_theme_is_marked_in_a_line(server: Server, uri: str) -> None:
    (fault,) = server.diagnostics(uri)
    line, character = behind(PLAN, "    theme: ")
    assert fault["range"]["start"] == {"line": line, "character": character}
    assert "no theme of this collection" in fault["message"]


def test_the_words_are_those_of_ones_own_collection(tmp_path: Path) -> None:
    own = collection(tmp_path / "own", {"west": plan_text("west", [])})
    assert run("new", "east", folder=own).exit_code == 0
    text = (own / "east.yaml").read_text(encoding="utf-8")
    typed = text[: text.index("theme: ")] + "theme: "
    with language_server(own) as server:
        uri = server.open(own / "east.yaml", text)
        assert server.diagnostics(uri) == []
        labels = {offer.label for offer in server.complete(uri, *behind(text, typed))}
    assert {"preschool", "staffing", "training", "layout", "学前教育"} <= labels
    assert not labels & set(vocabulary(shipped())[0].ids) - {"preschool", "staffing", "training", "layout"}
