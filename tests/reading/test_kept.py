"""Plans kept in an index: the same values as from their files, and nothing on trust."""

import os
import pickle
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from pathlib import Path

import pytest

from plancompare.files.pieces import FORM, OURS, PieceFile
from plancompare.reading import kept
from plancompare.reading.collection import load, shipped
from plancompare.reading.nodes import read_document
from plancompare.reading.store import INDEX, VARIABLE
from tests.support import plan_text, run

TESTS = Path(__file__).parent.parent
FOLDERS = (shipped(), TESTS / "judged", TESTS / "eldercare", TESTS / "extracts", TESTS / "cases" / "two_districts")
WRITER = """
import sys
from pathlib import Path
from plancompare.files.pieces import PieceFile
index = PieceFile(Path(sys.argv[1]))
print("ready", flush=True)
for number in range(100000):
    index.put({f"{sys.argv[2]}-{number}-{piece}": b"x" * 5000 for piece in range(20)})
"""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache" / INDEX


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "plans"
    root.mkdir()
    for plan in ("north", "south"):
        (root / f"{plan}.yaml").write_text(plan_text(plan, [f"id: {plan}-1, text: 扩大{plan}学位"]), "utf-8")
    return root


def read(folder: Path, index: bool = True) -> tuple[object, ...]:
    """What reading a collection gives, but for what is made of its catalogue."""
    corpus = load(folder, index=index)
    return corpus.plans, corpus.inputs, corpus.findings, corpus.rulings


def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of files that are parsed from now on."""
    names: list[str] = []

    def watched(data: bytes, name: str) -> object:
        names.append(Path(name).name)
        return read_document(data, name)

    monkeypatch.setattr("plancompare.reading.plan_file.read_document", watched)
    return names


@pytest.mark.parametrize("folder_of", FOLDERS, ids=lambda path: path.name)
def test_a_plan_comes_back_as_it_was(folder_of: Path) -> None:
    for plan in load(folder_of, index=False).plans:
        assert kept.unpacked(kept.packed(plan), plan.file) == plan._replace(incomplete=0)


def test_only_what_changed_is_parsed_again(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read(folder)
    names = parsed(monkeypatch)
    assert read(folder) == first == read(folder, index=False)
    assert names == ["north.yaml", "south.yaml"]  # of the run without the index
    (folder / "south.yaml").write_text(plan_text("south", ["id: s, text: 新建学校"]), "utf-8")
    assert load(folder).plans[1].commitments[0].text == "新建学校"
    assert names[2:] == ["south.yaml"]


def test_a_file_that_was_moved_has_its_new_place(folder: Path, cache: Path) -> None:
    load(folder)
    moved = folder.rename(folder.with_name("elsewhere"))
    assert load(moved).plans == load(moved, index=False).plans


def test_plans_with_findings_are_read_again_and_complain_again(folder: Path, cache: Path) -> None:
    (folder / "north.yaml").write_text(plan_text("north", ["id: a, text: 建", "id: a, text: 修", "id: b"]), "utf-8")
    assert [load(folder).findings for _ in range(2)] == [load(folder, index=False).findings] * 2
    assert load(folder).findings


def test_commands_say_the_same_with_and_without(folder: Path, tmp_path: Path) -> None:
    environment = {VARIABLE: str(tmp_path / "cache")}
    for words in (("list",), ("diff", "north", "south", "--all"), ("report", "-f", "json", "-o", "-")):
        answers = {run(*before, *words, folder=folder, env=environment).output for before in ((), (), ("--no-index",))}
        assert len(answers) == 1, words


def test_a_damaged_piece_is_not_taken(folder: Path, cache: Path) -> None:
    before = read(folder)
    with sqlite3.connect(cache) as connection:
        connection.execute("UPDATE pieces SET data = CAST(replace(CAST(data AS TEXT), '扩大', '取消') AS BLOB)")
    connection.close()
    assert read(folder) == before


def test_a_piece_under_another_name_is_not_taken(tmp_path: Path) -> None:
    index = PieceFile(tmp_path / INDEX)
    index.put({"one": b"1", "two": b"2"})
    with sqlite3.connect(tmp_path / INDEX) as connection:
        connection.execute("DELETE FROM pieces WHERE name = 'one'")
        connection.execute("UPDATE pieces SET name = 'one'")
    connection.close()
    assert PieceFile(tmp_path / INDEX).get("one") is None


@pytest.mark.parametrize("at", [0, 40, 100, 5000], ids=["magic", "header", "schema", "pages"])
def test_a_damaged_file_costs_no_answer(folder: Path, cache: Path, at: int) -> None:
    before = read(folder)
    data = bytearray(cache.read_bytes())
    data[at : at + 60] = os.urandom(60)
    cache.write_bytes(data)
    assert [read(folder) for _ in range(3)] == [before] * 3


def test_what_another_program_made_is_left_alone(folder: Path, cache: Path) -> None:
    cache.parent.mkdir()
    with sqlite3.connect(cache) as connection:
        connection.execute("CREATE TABLE pieces (letters TEXT)")
    connection.close()
    theirs = cache.read_bytes()
    assert read(folder) == read(folder, index=False)
    assert cache.read_bytes() == theirs
    cache.write_text("a diary", "utf-8")
    assert read(folder) == read(folder, index=False)
    assert cache.read_text("utf-8") == "a diary"


def test_one_of_another_form_is_begun_anew(tmp_path: Path) -> None:
    PieceFile(tmp_path / INDEX).put({"old": b"1"})
    with sqlite3.connect(tmp_path / INDEX) as connection:
        connection.execute(f"PRAGMA user_version = {FORM + 1}")
        connection.execute("ALTER TABLE pieces DROP COLUMN seal")
    connection.close()
    index = PieceFile(tmp_path / INDEX)
    assert index.get("old") is None
    index.put({"new": b"2"})
    assert PieceFile(tmp_path / INDEX).get("new") == b"2"
    assert (tmp_path / INDEX).read_bytes()[68:72] == OURS.to_bytes(4, "big")


@pytest.mark.parametrize("kind", ["folder", "pipe", "file in the folder's place"])
def test_where_nothing_can_be_kept_nothing_fails(folder: Path, cache: Path, kind: str) -> None:
    if kind == "file in the folder's place":
        cache.parent.write_bytes(b"")
    else:
        cache.parent.mkdir()
        (os.mkdir if kind == "folder" else os.mkfifo)(cache)
    assert read(folder) == read(folder, index=False)


def test_the_oldest_pieces_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plancompare.files.pieces.MOST", 3)
    index = PieceFile(tmp_path / INDEX)
    for number in range(6):
        index.put({f"{number}": b"x"})
    assert [number for number in range(6) if index.get(f"{number}")] == [3, 4, 5]


@pytest.mark.slow
def test_two_writers_and_a_kill_leave_whole_pieces(tmp_path: Path) -> None:
    path = tmp_path / INDEX
    for turn in range(3):
        argv = [[sys.executable, "-c", WRITER, str(path), f"{turn}{name}"] for name in "ab"]
        writers = [subprocess.Popen(words, stdout=subprocess.PIPE) for words in argv]
        for writer in writers:
            assert writer.stdout
            writer.stdout.readline()
        time.sleep(0.4)
        for writer in writers:
            writer.send_signal(signal.SIGKILL)
            writer.communicate()
        index = PieceFile(path)
        index.put({"after": b"1"})
        assert index.get("after") == b"1"
        with sqlite3.connect(path) as connection:
            names = [name for (name,) in connection.execute("SELECT name FROM pieces")]
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.close()
        batches: Mapping[str, int] = {}
        for name in names:
            batch = name.rpartition("-")[0]
            batches = {**batches, batch: batches.get(batch, 0) + 1}
        assert {count for batch, count in batches.items() if batch} <= {20}
        assert len(names) > 20


def test_a_view_in_the_place_of_the_table_is_not_asked(folder: Path, cache: Path) -> None:
    """It might never end."""
    cache.parent.mkdir(exist_ok=True)
    connection = sqlite3.connect(cache)
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS number, 'x' AS name FROM n"
    connection.execute(f"CREATE VIEW pieces AS {endless}")
    connection.execute(f"PRAGMA application_id = {OURS}")
    connection.execute(f"PRAGMA user_version = {FORM}")
    connection.close()
    assert read(folder) == read(folder, index=False)
    again = PieceFile(cache)
    again.put({"a": b"b"})
    assert again.get("a") == b"b"


def test_an_index_is_copied_and_asked_by_other_threads(cache: Path) -> None:
    index = PieceFile(cache)
    index.put({"a": b"b"})
    assert deepcopy(index).get("a") == pickle.loads(pickle.dumps(index)).get("a") == b"b"
    assert deepcopy(load()).plans == load().plans
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(index.get, ["a"] * 4)) == [b"b"] * 4
