"""Another field is another folder: care for old people, invented, told by every command in its own words alone.

The collection in `tests/eldercare` has a codebook, a catalogue, indicators, rulings, two coded plans and one that
nobody coded, but no learned tables: the matcher has the wordings alone.
"""

import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest
import yaml

from plancompare import Comparison, Corpus, compare, load
from plancompare.commands import COMMANDS
from plancompare.comparing.recognition import Recognition
from plancompare.drafting import draft, read
from plancompare.drafting.encoding.draft import Vocabulary
from plancompare.formats import FORMATS
from plancompare.model import Commitment, Lang
from plancompare.plotting import PLOTS, fonts
from plancompare.reading.collection import vocabulary
from tests.plotting.support import FONTS_OR_BOXES, drawn
from tests.support import run

FIELD = Path(__file__).parent / "eldercare"
TEXT, JUDGED = FIELD / "texts" / "nanpu.txt", FIELD / "judged"
OTHER_FIELD = re.compile(
    "教师|学校|学生|幼儿|教育|课堂|课程|师资|校长|校园|中小学|小学|初中|高中|学前|学段|教研|办学|入学|学位"
    r"|teacher|school|student|pupil|kindergarten|\beducat|curricul|classroom",
    re.IGNORECASE,
)
LANGS: tuple[Lang, ...] = ("zh", "en")
OURS = ("qingxi", "baishi", "nanpu")
SCREENS: Mapping[str, tuple[str, ...]] = {
    "list": ("list",),
    "schema": ("schema",),
    "show": ("show", "qingxi"),
    "show uncoded": ("show", "南浦"),
    "matrix": ("matrix", *OURS),
    "matrix of rows": ("matrix", *OURS, "--rows"),
    "diff": ("diff", *OURS),
    "diff of two": ("diff", "清溪", "白石", "--brief"),
    "search": ("search", "护理型床位"),
    "search figures": ("search", "占比 >=55%", "-f", "json"),
    "targets": ("targets",),
    "explain two": ("explain", "nanpu/np-13", "baishi/bs-12"),
    "explain gates": ("explain", "nanpu/np-01", "qingxi/qx-11"),
    "explain one": ("explain", "np-05"),
    "explain as data": ("explain", "np-05", "qx-05", "-f", "json"),
    "gaps": ("gaps", str(TEXT), "--against", "qingxi", "baishi"),
    "gaps above": ("gaps", "nanpu", "--upstream", "qingxi"),
    "gaps of its own": ("gaps", "nanpu", "--self"),
    "check": ("check", "--hints", str(FIELD)),
    "check as data": ("check", "-f", "json"),
    "verify": ("verify", "nanpu", "--sources", str(TEXT.parent)),
    "encode": ("encode", str(TEXT), "--left-out"),
    "encode to stdout": ("encode", str(TEXT), "-o", "-"),
    "new": ("new", "xiahe", "-o", "-"),
    "new like": ("new", "xiahe", "--like", "qingxi", "-o", "-"),
    "evaluate": ("evaluate", str(JUDGED / "labels.yaml")),
    "evaluate as data": ("evaluate", str(JUDGED / "labels.yaml"), "-f", "json"),
    "decisions": ("decisions", "diff", str(FIELD / "decisions.yaml"), str(FIELD / "decisions.yaml")),
    "standards": ("standards",),
    "standards missing": ("standards", "--missing", "baishi"),
    "standards by level": ("standards", "--by", "level"),
    "similar": ("similar", "baishi"),
}
FILES: Mapping[str, tuple[str, ...]] = {
    **{f"report as {name}": ("report", "-f", name, "-o", f"report.{name}") for name in FORMATS if name != "terminal"},
    "gaps in a file": ("gaps", str(TEXT), "--against", "qingxi", "-o", "gaps.docx"),
    "publish": ("publish", "dataset", "--sources", str(TEXT.parent)),
    "review": ("review", "--batch", "pairs.csv", "--to", "rulings.yaml", "--who", "test"),
    **{f"plot {kind}": ("plot", kind, "-o", f"{kind}.svg") for kind in PLOTS},
}
# where all themes of the collection have a name
TOUR = ("matrix", "diff", "show", "new", "report as html", "report as md", "report as json", "publish")
HEADINGS = [("new", "en")]  # an empty plan has its headings in the language of plans


def offered(runs: Mapping[str, Sequence[str]]) -> list[str]:
    """The names of runs whose command there is."""
    return [name for name, args in runs.items() if args[0] in COMMANDS]


@pytest.fixture(scope="module")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


def said(args: Sequence[str], lang: str, cache_folder: Path) -> str:
    """What a command says on stdout and stderr, which ends well."""
    result = run("--lang", lang, *args, folder=FIELD, env={"PLANCOMPARE_CACHE": str(cache_folder)})
    assert result.exit_code == 0, result.output
    return result.output


def written(folder: Path) -> Iterator[str]:
    """The text of all files below a folder, of packages member by member, with their names."""
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        yield path.name
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as package:
                yield from (package.read(name).decode("utf-8", "ignore") for name in package.namelist())
        else:
            yield path.read_text(encoding="utf-8", errors="ignore")


def foreign(text: str) -> list[str]:
    """The words of another field in a text, with what stands around them."""
    return [text[max(0, m.start() - 30) : m.end() + 30] for m in OTHER_FIELD.finditer(text)]


def labels(name: str, lang: Lang) -> list[str]:
    """The labels of all themes that a run has to name; an excerpt says nothing of some."""
    return (
        [theme.label.of(lang) for theme in collection().codebook.themes]
        if name in TOUR and (name, lang) not in HEADINGS
        else []
    )


@cache
def collection() -> Corpus:
    return load(FIELD)


def every() -> tuple[Commitment, ...]:
    return tuple(c for plan in collection().plans for c in plan.commitments)


@cache
def compared() -> Comparison:
    return compare(collection(), OURS)


def test_every_command_is_run() -> None:
    assert {args[0] for args in (*SCREENS.values(), *FILES.values())} >= set(COMMANDS)


def test_the_collection_itself_knows_one_field() -> None:
    assert not foreign("\n".join(written(FIELD)))
    assert not collection().findings


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", offered(SCREENS))
def test_a_screen_speaks_of_this_field_alone(name: str, lang: Lang, cache_folder: Path) -> None:
    text = said(SCREENS[name], lang, cache_folder)
    assert text
    assert not foreign(text)
    assert [label for label in labels(name, lang) if label not in text] == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", offered(FILES))
def test_a_file_speaks_of_this_field_alone(
    name: str, lang: Lang, cache_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if name.startswith("plot"):
        pytest.importorskip("matplotlib")
        monkeypatch.setattr(fonts, "FAMILIES", FONTS_OR_BOXES)
    monkeypatch.chdir(tmp_path)
    talk = said(FILES[name], lang, cache_folder)
    text = "\n".join(written(tmp_path))
    assert len(text) > 100
    assert not foreign(talk + text)
    assert [label for label in labels(name, lang) if label not in text] == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", PLOTS)
def test_a_plot_is_written_on_in_words_of_this_field(kind: str, lang: Lang) -> None:
    pytest.importorskip("matplotlib")
    words = "\n".join(drawn(kind, compared(), lang=lang).texts)
    assert words
    assert not foreign(words)
    if kind == "heatmap":
        assert [theme.label for theme in collection().codebook.themes if theme.label.of(lang) not in words] == []


@pytest.mark.parametrize(("lang", "words"), [("zh", "服务场所不同"), ("en", "another setting")])
def test_gates_are_called_what_the_codebook_calls_them(lang: str, words: str, cache_folder: Path) -> None:
    assert words in said(SCREENS["explain gates"], lang, cache_folder)


def test_a_word_file_is_encoded_as_its_text_is(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for line in filter(None, TEXT.read_text(encoding="utf-8").split("\n")):
        document.add_paragraph(line)
    document.save(tmp_path / "nanpu.docx")
    words = Vocabulary(*vocabulary(FIELD))
    one, other = (
        draft(read(path, lambda steps, *_: steps), words, "nanpu", None, lambda steps, *_: steps)
        for path in (TEXT, tmp_path / "nanpu.docx")
    )
    assert [r.commitment.text for r in one.records] == [r.commitment.text for r in other.records]
    assert len(one.records) >= 25


# --- coding without learned tables ---


def expected() -> dict[str, str]:
    """What a person would code: key -> standard, of the uncoded plan by judgement, of the others as coded."""
    judged = yaml.safe_load((JUDGED / "expected.yaml").read_text(encoding="utf-8"))
    coded = {c.key: c.standard for c in every() if c.standard}
    return {f"nanpu/{id}": standard for id, standard in judged.items()} | coded


@cache
def recognition() -> Recognition:
    return Recognition(collection().codebook, collection().catalogue)


def unaided(commitment: Commitment) -> tuple[str, list[str], float]:
    """Theme, five standards and the probability of none, with nothing that a person coded."""
    own, themes = recognition(), recognition().theme_shares(commitment, pins=False)
    coding = own.coding(commitment, themes, pins=False)
    return own.theme(commitment, pins=False).theme, [id for id, _ in coding.candidates()], coding.none


def test_nothing_is_borrowed_from_the_tables_of_another_field() -> None:
    catalogue = collection().catalogue
    assert catalogue.learned("vectors") == catalogue.learned("themes") == b""
    assert recognition().knowledge == "wordings"


def test_uncoded_commitments_find_their_standards_and_themes() -> None:
    standards = collection().catalogue.standards
    truth = expected()
    fitting = [c for c in every() if truth[c.key] != "none"]
    told = [(unaided(c), truth[c.key]) for c in fitting]
    assert sum(standard in five for (_, five, _), standard in told) >= 0.8 * len(fitting)
    assert sum(five[0] == standard for (_, five, _), standard in told) >= 0.8 * len(fitting)
    assert sum(theme == standards[standard].theme for (theme, _, _), standard in told) >= 0.8 * len(fitting)


def test_what_fits_no_standard_is_told_from_what_does() -> None:
    truth = expected()
    none = {c.key: unaided(c)[2] for c in every()}
    strangers = [none[key] for key, standard in truth.items() if standard == "none"]
    others = sorted(none[key] for key, standard in truth.items() if standard != "none")
    assert len(strangers) == 2
    assert min(strangers) > 0.5 > others[len(others) // 2]


def test_what_is_there_is_never_said_to_be_missing() -> None:
    """A cell of the uncoded plan is made or unsure wherever a person would put one of its commitments."""
    truth, comparison = expected(), compared()
    coded = {standard for key, standard in truth.items() if not key.startswith("nanpu/")}
    shared = {key: s for key, s in truth.items() if key.startswith("nanpu/") and s in coded and s != "none"}
    joined = [key for key, standard in shared.items() if comparison.row_of(key).standard == standard]
    wrong = [key for key in shared if comparison.row_of(key).standard not in ("", shared[key])]
    near = [
        key
        for key, standard in shared.items()
        for row in comparison.rows
        if row.standard == standard and key in {n.commitment.key for n in row.cells["nanpu"].candidates}
    ]
    assert set(joined) | set(near) == set(shared)
    assert not wrong
    assert len(joined) >= 0.5 * len(shared)


def test_a_score_is_the_sum_of_its_parts() -> None:
    keys = sorted(c.key for c in every() if c.plan == "nanpu")
    scores = [compared().score(key, "qingxi/qx-12") for key in keys]
    assert all(sum(points for _, points in score.parts) == score.total for score in scores)
    assert max(scores, key=lambda score: score.total) == compared().score("nanpu/np-11", "qingxi/qx-12")


def test_an_explanation_shows_the_wording_that_comes_closest() -> None:
    assert compared().closest_wording("nanpu/np-05", "home-family") == "失能老人短期托养给家人减负"


def test_data_say_which_standards_are_likeliest(cache_folder: Path) -> None:
    told = json.loads(said(("report", "-f", "json"), "en", cache_folder))
    (plan,) = [plan for plan in told["plans"] if plan["id"] == "nanpu"]
    five = {c["id"]: [near["id"] for near in c["standard"]["candidates"]] for c in plan["commitments"]}
    truth = expected()
    assert sum(truth[f"nanpu/{id}"] in near for id, near in five.items()) >= 0.8 * len(five)
