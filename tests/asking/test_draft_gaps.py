"""A Word draft with known holes, encoded on the fly and set beside three plans that were curated."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from plancompare import compare, load
from tests.support import run
from tests.texts import drafts

TEXTS = Path(__file__).parent.parent / "texts"
TRUTHS = {name: yaml.safe_load((TEXTS / f"{name}.yaml").read_text(encoding="utf-8")) for name in drafts.NAMES}
TRUTH = TRUTHS["draft"]
# What was measured of drafts on which nothing was tuned: holes told as missing, at least, of how many; of how many that
# are promised in other words those told as missing wholly, and in part or wholly, at most; and rows told as unsure.
BLIND = {"liuxi": (12, 12, 28, 5, 8, 172), "wangxi": (9, 10, 24, 5, 5, 123)}
PEERS = ("朝阳", "丰台", "玉泉")
ALL = (*PEERS, "甲市", "乙市")


class Told(NamedTuple):
    """What a draft is told, missing or near: of each row, and of each commitment of a peer in it."""

    rows: Mapping[str, str]
    commitments: Mapping[str, str]

    def of(self, entry: Mapping[str, Any]) -> set[str]:
        """What is told of an entry of a key, which names a row, or commitments of peers that stand in several."""
        if "row" in entry:
            return {self.rows.get(entry["row"], "made")}
        return {self.commitments.get(key, "made") for key in entry["commitments"]}


Kinds = Mapping[str, Told]


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("draft") / "draft.docx"
    drafts.write("draft", path)
    return path


@pytest.fixture(scope="module")
def kinds(draft: Path) -> Kinds:
    """What each draft is told."""
    return {name: told(draft.with_name(f"{name}.docx"), name, truth) for name, truth in TRUTHS.items()}


def told(path: Path, name: str, truth: Mapping[str, Any]) -> Told:
    """What a draft is told beside the plans that its key is of."""
    drafts.write(name, path)
    peers = ALL if len(truth.get("plans", PEERS)) == len(ALL) else PEERS
    gaps = json.loads(run("gaps", str(path), "--against", *peers, "-f", "json").stdout)["data"]["gaps"]["found"]
    rows = {gap["row"]: gap["kind"] for gap in gaps}
    return Told(rows, {c["id"]: gap["kind"] for gap in gaps for c in gap["commitments"]})


@pytest.mark.parametrize("name", TRUTHS)
def test_every_row_that_is_spoken_of_is_one_of_the_peers(name: str) -> None:
    truth = TRUTHS[name]
    rows = compare(load(), truth.get("plans", ["chaoyang", "fengtai", "yuquan"])).rows
    known = {row.id for row in rows} | {c.key for row in rows for c in row.commitments}
    entries = (*truth["holes"], *truth["kept"], *truth.get("also", ()))
    named = [key for entry in entries for key in entry.get("commitments", [entry.get("row")])]
    assert {*named, *truth.get("unclear", ())} <= known


@pytest.mark.parametrize(
    ("name", "holes", "kept"), [("yunxiu", 12, 30), ("huaixi", 10, 24), ("muxi", 10, 24), ("chengling", 10, 24)]
)
def test_words_of_the_key_stand_in_the_drafts(name: str, holes: int, kept: int) -> None:
    for entry in (*TRUTHS[name]["kept"], *TRUTHS[name].get("also", ())):
        assert entry["words"] in drafts.plain(name)
    assert [len(TRUTHS[name][part]) for part in ("holes", "kept")] == [holes, kept]


@pytest.mark.parametrize("hole", TRUTH["holes"], ids=lambda hole: hole["row"])
def test_every_hole_is_told_as_missing(hole: Mapping[str, str], kinds: Kinds) -> None:
    assert kinds["draft"].of(hole) == {"missing"}


@pytest.mark.parametrize(("name", "least"), [("yunxiu", 12), ("huaixi", 9), ("muxi", 10), ("chengling", 10)])
def test_no_hole_of_a_draft_in_plain_speech_is_told_as_filled(name: str, least: int, kinds: Kinds) -> None:
    """Those that are not told as missing are told as near: a person has to look."""
    told = [kinds[name].of(hole) for hole in TRUTHS[name]["holes"]]
    assert all("made" not in several for several in told)
    assert told.count({"missing"}) >= least


@pytest.mark.parametrize(
    ("name", "most", "of"),
    [("draft", 2, 30), ("yunxiu", 3, 30), ("huaixi", 3, 24), ("muxi", 4, 24), ("chengling", 3, 24)],
)
def test_most_of_what_is_promised_in_other_words_is_not_told_as_missing(
    name: str, most: int, of: int, kinds: Kinds
) -> None:
    """Wording that shares no word with any peer's, nor with the catalogue, is beyond the matcher."""
    said = [*TRUTHS[name]["kept"], *(TRUTHS[name]["also"] if name == "draft" else ())]
    wrong = [entry["words"] for entry in said if "missing" in kinds[name].of(entry)]
    assert len(said) == of
    assert len(wrong) <= most, wrong


@pytest.mark.parametrize(
    ("name", "most"), [("draft", 109), ("yunxiu", 97), ("huaixi", 118), ("muxi", 86), ("chengling", 118)]
)
def test_what_a_person_has_to_look_at_is_not_half_of_all(name: str, most: int, kinds: Kinds) -> None:
    """Each near row is work; of several hundred rows most are not said at all."""
    assert sum(kind == "near" for kind in kinds[name].rows.values()) <= most


@pytest.mark.slow
@pytest.mark.parametrize("name", BLIND)
def test_a_draft_written_blind_fares_as_measured(tmp_path: Path, name: str) -> None:
    """Its draft was measured, and nothing was tuned on it."""
    least, of_holes, of_kept, wholly, at_all, unsure = BLIND[name]
    truth = yaml.safe_load((TEXTS / f"{name}.yaml").read_text(encoding="utf-8"))
    blind = told(tmp_path / f"{name}.docx", name, truth)
    holes, kept = ([blind.of(entry) for entry in truth[part]] for part in ("holes", "kept"))
    assert [len(holes), len(kept)] == [of_holes, of_kept]
    assert holes.count({"missing"}) >= least
    assert kept.count({"missing"}) <= wholly
    assert sum("missing" in several for several in kept) <= at_all
    assert sum(kind == "near" for kind in blind.rows.values()) <= unsure
    assert all(entry["words"] in drafts.plain(name) for entry in truth["kept"])


@pytest.mark.slow
def test_nothing_is_a_gap_that_fewer_peers_make_than_asked(draft: Path) -> None:
    told = json.loads(run("gaps", str(draft), "--against", *PEERS, "--min-peers", "2", "-f", "json").stdout)["data"]
    assert {hole["row"] for hole in TRUTH["holes"]} <= {gap["row"] for gap in told["gaps"]["found"]}
    assert all(gap["made"] >= 2 for gap in told["gaps"]["found"])


@pytest.mark.slow
def test_the_report_says_that_the_machine_encoded_the_draft(draft: Path, tmp_path: Path) -> None:
    told = run("gaps", str(draft), "--against", *PEERS, "-f", "md")
    assert "encoded from draft.docx by the machine" in told.stdout.replace("\\", "")
    assert "neither its records nor its blanks are proved" in told.stderr
    files = [tmp_path / f"{place}.docx" for place in range(2)]
    for file in files:
        assert run("gaps", str(draft), "--against", *PEERS, "-o", str(file)).exit_code == 0
    assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.slow
def test_the_draft_is_named_among_the_files_read(draft: Path) -> None:
    assert "draft.docx" in run("gaps", str(draft), "丰台", "-f", "md").stdout.split("Files read")[1]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 cut off", "draft.docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "draft.docx"),
    ],
)
def test_a_broken_file_is_one_line(tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "draft.docx").write_bytes(data)
    result = run("gaps", str(tmp_path / "draft.docx"), "丰台")
    assert result.exit_code == 1
    assert words in str(result.exception)
    assert "\n" not in str(result.exception)


def test_a_text_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    assert "none.docx" in str(run("gaps", str(tmp_path / "none.docx"), "丰台").exception)


@pytest.mark.slow
def test_a_plan_above_may_be_a_text_too(draft: Path, tmp_path: Path) -> None:
    upstream = Path(__file__).parent.parent / "texts" / "lanjiang.txt"
    told = json.loads(run("gaps", str(draft), "--upstream", str(upstream), "-f", "json").stdout)["data"]
    assert told["upstream"]["plan"] == "lanjiang"
    assert told["upstream"]["commitments"]
