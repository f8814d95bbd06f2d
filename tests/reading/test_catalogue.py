"""The catalogue from its files: own entries over the shipped ones, faults with their lines, and what is kept of it."""

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare import load
from plancompare.errors import PlanCompareError
from plancompare.findings import Finding
from plancompare.model import NO_STORE, Catalogue, Label, Standard, Store
from plancompare.reading.catalogue import as_input, catalogue_files, read_catalogue
from plancompare.reading.collection import shipped
from plancompare.reading.store import FolderStore

ENTRY = """\
- id: {id}
  label: {{zh: {zh}, en: {id} in English}}
  definition: 何为{zh}
  wordings: [{zh}一, {zh}二]
"""
FULL = """\
- id: layout-places
  label: {zh: 扩大学位, en: More places}
  definition: 增加学位。
  also: [preschool]
  aliases: [layout-old]
  wordings: [新建学校, 增加学位]
  not: [撤并学校]
  dated: {until: 2022}
  scope: general
"""


def folder(path: Path, **files: str) -> Path:
    """A collection with catalogue files: theme -> entries."""
    (path / "standards").mkdir(parents=True, exist_ok=True)
    for theme, entries in files.items():
        (path / "standards" / f"{theme}.yaml").write_text(f"theme: {theme}\nstandards:\n{entries}", encoding="utf-8")
    return path


def read(*folders: Path, store: Store = NO_STORE) -> tuple[Catalogue, tuple[Finding, ...]]:
    return read_catalogue(catalogue_files(folders), store)


def entry(id: str, zh: str) -> str:
    return ENTRY.format(id=id, zh=zh)


def test_an_entry_has_all_that_its_file_says(tmp_path: Path) -> None:
    made, findings = read(folder(tmp_path, layout=FULL))
    assert findings == ()
    one = made.standards["layout-places"]
    assert one[:8] == (
        *("layout-places", "layout", Label("扩大学位", "More places"), "增加学位。"),
        *(("preschool",), ("layout-old",), 2022, True),
    )
    assert (Path(one.at.file).name, one.at.line) == ("layout.yaml", 3)
    assert made.phrases["layout-places"] == (("新建学校", "增加学位"), ("撤并学校",))


def test_what_may_be_left_out_is_nothing(tmp_path: Path) -> None:
    bare = "- {id: a-b, label: {zh: 甲, en: A}, definition: 甲是什么, wordings: [乙]}\n"
    made, findings = read(folder(tmp_path, layout=bare))
    assert findings == () and made.standards["a-b"][4:7] == ((), (), None)
    assert made.phrases["a-b"].near_misses == ()


def test_an_alias_leads_to_its_entry(tmp_path: Path) -> None:
    made, _ = read(folder(tmp_path, layout=FULL))
    assert made.renamed == {"layout-old": "layout-places"}
    told = [made.current(id) for id in ("layout-places", "layout-old", "nowhere", "")]
    assert told == ["layout-places", "layout-places", "", ""]


def test_own_entries_lie_over_the_shipped_ones(tmp_path: Path) -> None:
    base = folder(tmp_path / "base", layout=FULL + entry("layout-b", "乙"), preschool=entry("pre-a", "丙"))
    own = folder(tmp_path / "own", layout=entry("layout-b", "改乙"), health=entry("health-a", "丁"))
    made, findings = read(base, own)
    assert findings == ()
    assert list(made.standards) == ["layout-places", "layout-b", "pre-a", "health-a"]  # in the place of the first
    assert (
        made.standards["layout-b"].label.zh == "改乙" and Path(made.standards["layout-b"].at.file).parent.parent == own
    )
    assert made.phrases["layout-b"].wordings == ("改乙一", "改乙二")
    assert made.standards["layout-places"].label.zh == "扩大学位"
    assert read(own, base)[0].standards["layout-b"].label.zh == "乙"  # the last named replaces
    assert list(read(base, base)[0].standards) == list(read(base)[0].standards)  # a folder named twice is one


def test_a_replacement_may_move_to_another_theme(tmp_path: Path) -> None:
    base = folder(tmp_path / "base", layout=entry("layout-b", "乙"))
    own = folder(tmp_path / "own", preschool=entry("layout-b", "乙"))
    assert read(base, own)[0].standards["layout-b"].theme == "preschool"


def test_no_files_no_catalogue(tmp_path: Path) -> None:
    assert read(tmp_path) == (Catalogue(), ())
    assert as_input(catalogue_files([tmp_path]), "") == ()


def test_other_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    made = folder(tmp_path, layout=FULL)
    (made / "standards" / "README.md").write_text("text")
    (made / "standards" / "folder.yaml").mkdir()
    assert len(catalogue_files([made]).files) == 1
    assert list(read(made)[0].standards) == ["layout-places"]


FAULTS: Mapping[str, tuple[str, str, int, str]] = {
    "no wordings": ("- {id: a-b, label: {zh: 甲, en: A}, definition: 丙}\n", "shape", 3, "wordings"),
    "no label": (entry("a-a", "甲") + "- {id: a-b, wordings: [乙], definition: 丙}\n", "shape", 7, "label"),
    "unknown key": (
        "- {id: a-b, label: {zh: 甲, en: A}, wordings: [乙], definition: 丙, wording: 丙}\n",
        "shape",
        3,
        "wording",
    ),
    "twice": (entry("a-b", "甲") + entry("a-b", "乙"), "duplicate-id", 7, "a-b stands on"),
    "no YAML": ("- {id: a-b\n", "", 0, ""),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_a_finding_with_its_line_and_the_rest_is_read(tmp_path: Path, name: str) -> None:
    entries, check, line, words = FAULTS[name]
    made, findings = read(folder(tmp_path, layout=entries, preschool=entry("pre-a", "丙")))
    assert "pre-a" in made.standards
    [finding] = findings
    assert finding.level == "error" and Path(finding.at.file).name == "layout.yaml"
    if line:
        assert (finding.check, finding.at.line) == (check, line) and words in finding.message
    if name == "twice":
        assert made.standards["a-b"].label.zh == "甲"
    elif name == "no label":
        assert "a-a" in made.standards and "a-b" not in made.standards


def test_one_id_in_two_files_of_one_folder_is_a_fault(tmp_path: Path) -> None:
    made, [finding] = read(folder(tmp_path, layout=entry("a-b", "甲"), preschool=entry("a-b", "乙")))
    assert Path(finding.at.file).name == "preschool.yaml" and made.standards["a-b"].theme == "layout"


# --- what is kept --------------------------------------------------------------------------------------------------


def values(made: Catalogue) -> tuple[object, ...]:
    return dict(made.standards), list(made.standards), dict(made.phrases), dict(made.renamed), made.key


def test_what_was_kept_reads_the_same_and_the_files_are_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, store = folder(tmp_path / "a", layout=FULL + entry("layout-b", "乙")), FolderStore(tmp_path / "cache")
    fresh, kept = read(made)[0], None
    assert values(read(made, store=store)[0]) == values(fresh)
    monkeypatch.setattr("plancompare.reading.catalogue._parse", lambda _: pytest.fail("read again"))
    kept = read(made, store=store)[0]
    assert values(kept) == values(fresh) and len(kept.phrases) == 2
    assert all(isinstance(one, Standard) and isinstance(one.label, Label) for one in kept.standards.values())


def test_a_changed_file_is_another_catalogue(tmp_path: Path) -> None:
    made, store = folder(tmp_path / "a", layout=FULL), FolderStore(tmp_path / "cache")
    before = read(made, store=store)[0]
    after = read(folder(made, layout=FULL.replace("增加学位。", "别的。")), store=store)[0]
    assert before.key != after.key and after.standards["layout-places"].definition == "别的。"


def test_a_catalogue_with_faults_is_not_kept(tmp_path: Path) -> None:
    made, store = (
        folder(tmp_path / "a", layout=entry("a-b", "甲") + entry("a-b", "乙")),
        FolderStore(tmp_path / "cache"),
    )
    assert len(read(made, store=store)[1]) == len(read(made, store=store)[1]) == 1


class Foreign:
    """A store that answers whatever it is asked with the same bytes."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def get(self, name: str) -> bytes | None:
        return self.data

    def put(self, name: str, data: bytes) -> None:
        pass


def sealed(value: object) -> bytes:
    data = json.dumps(value).encode()
    return sha256(data).hexdigest().encode() + b"\n" + data


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder(tmp_path_factory.mktemp("held"), layout=FULL)


@pytest.mark.parametrize(
    "value",
    [
        None,
        {},
        {"a": 1},
        [1],
        [[1]],
        [["a"] * 8],
        [["a", "b", ["c"], "d", [], [], None, []]],
        "text",
        [[]],
        {"layout-places": []},
    ],
)
def test_sealed_bytes_of_another_shape_are_not_believed(made: Path, value: object) -> None:
    fresh = values(read(made)[0])
    assert values(read(made, store=Foreign(sealed(value)))[0]) == fresh


@given(st.binary(max_size=200))
def test_no_bytes_are_believed_that_are_not_ours(made: Path, data: bytes) -> None:
    for held in (data, sha256(data).hexdigest().encode() + b"\n" + data):
        assert list(read(made, store=Foreign(held))[0].standards) == ["layout-places"]


@pytest.mark.parametrize("kind", ["standards", "wordings"])
@given(data=st.data())
def test_no_damaged_byte_is_believed(
    tmp_path_factory: pytest.TempPathFactory, made: Path, kind: str, data: st.DataObject
) -> None:
    store = FolderStore(tmp_path_factory.mktemp("cache"))
    fresh = read(made, store=store)[0]
    [file] = store.folder.glob(f"{kind}-*")
    held = bytearray(file.read_bytes())
    held[data.draw(st.integers(0, len(held) - 1))] ^= data.draw(st.integers(1, 255))
    file.write_bytes(held[: data.draw(st.integers(0, len(held)))] if data.draw(st.booleans()) else held)
    assert values(read(made, store=store)[0]) == values(fresh)


# --- tables beside the files ---------------------------------------------------------------------------------------


def test_a_learned_table_of_one_s_own_goes_before_the_shipped_one(tmp_path: Path) -> None:
    base, own = folder(tmp_path / "base", layout=FULL), folder(tmp_path / "own", preschool=entry("pre-a", "丙"))
    (base / "standards" / "learned-vectors.json").write_bytes(b"base")
    assert read(base, own)[0].learned("vectors") == b"base"
    (own / "standards" / "learned-vectors.json").write_bytes(b"own")
    assert read(base, own)[0].learned("vectors") == b"own"
    assert read(base, own)[0].learned("themes") == b""


def test_a_learned_table_that_cannot_be_read_is_said_in_one_line(tmp_path: Path) -> None:
    base = folder(tmp_path, layout=FULL)
    (base / "standards" / "learned-vectors.json").mkdir()
    with pytest.raises(PlanCompareError, match=r"cannot read .*learned-vectors\.json"):
        read(base)[0].learned("vectors")


def test_the_catalogue_is_one_input_of_a_comparison(tmp_path: Path) -> None:
    files = catalogue_files([folder(tmp_path, layout=FULL, preschool=entry("pre-a", "丙"))])
    [told] = as_input(files, files.key)
    assert (told.path, told.sha256) == ("standards/", files.key)
    assert told.size == sum(len(data) for _, data in files.files)


# --- shipped -------------------------------------------------------------------------------------------------------


def test_the_shipped_catalogue_is_sound() -> None:
    made, findings = read(shipped())
    assert findings == () and len(made.standards) >= 1200
    themes = set(load().codebook.ids)
    for one in made.standards.values():
        assert one.theme in themes and themes.issuperset(one.also) and one.label.zh and one.label.en and one.definition
    assert all(said.wordings for said in made.phrases.values())
    assert not made.renamed.keys() & made.standards.keys()
    assert made.learned("vectors") and made.learned("themes")


def test_every_shipped_code_is_one_of_the_catalogue_s() -> None:
    corpus = load()
    for one in corpus.commitments():
        assert one.standard == "none" or corpus.catalogue.current(one.standard), one.key


@pytest.mark.parametrize("odd", ["pipe", "ring", "nowhere"])
def test_what_is_no_file_of_standards_is_told_and_the_others_are_read(tmp_path: Path, odd: str) -> None:
    place = folder(tmp_path, layout=FULL) / "standards" / "odd.yaml"
    if odd == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to("odd.yaml" if odd == "ring" else "nothing.yaml")
    (place.parent / ".#layout.yaml").symlink_to("me@host.1")  # what an editor leaves while somebody edits
    (place.parent / "folder.yaml").mkdir()
    made, [finding] = read(tmp_path)
    assert list(made.standards) == ["layout-places"]
    assert (finding.at.file, finding.level) == (str(place), "error")


@pytest.mark.parametrize("odd", ["pipe", "ring", "file"])
def test_standards_that_are_no_folder_are_told(tmp_path: Path, odd: str) -> None:
    place = tmp_path / "standards"
    if odd == "pipe":
        os.mkfifo(place)
    elif odd == "ring":
        place.symlink_to("standards")
    else:
        place.write_text("theme: x", "utf-8")
    made, [finding] = read(tmp_path)
    assert (made, finding.at.file, finding.level) == (Catalogue(), str(place), "error")


def test_a_standard_of_too_many_wordings_is_none(tmp_path: Path) -> None:
    wordings = ", ".join(f"词{n}" for n in range(1001))
    text = f"- {{id: a, label: {{zh: 甲, en: A}}, wordings: [{wordings}]}}\n" + FULL
    made, findings = read(folder(tmp_path, layout=text))
    assert list(made.standards) == ["layout-places"] and findings


def test_a_catalogue_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plancompare.reading.catalogue.MOST", 2)
    made, [finding] = read(folder(tmp_path, layout="".join(entry(f"e{n}", "甲") for n in range(4))))
    assert list(made.standards) == ["e0", "e1"]
    assert (finding.level, finding.at.line) == ("error", 11)
