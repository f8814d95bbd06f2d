"""Tables as Parquet: what the CSV beside them says, typed."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from plancompare.errors import PlanCompareError
from tests.support import run


def published(folder: Path, *more: str) -> dict[str, bytes]:
    """The files of a data set of two shipped plans."""
    result = run("publish", str(folder), "朝阳", "丰台", *more)
    assert result.exit_code == 0, result.stderr
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_it_says_what_the_csv_says_is_described_and_the_same_twice(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    files = published(tmp_path / "one", "--parquet")
    again = published(tmp_path / "two", "--parquet")
    assert files == again
    tables = [name for name in files if name.startswith("data/") and name.endswith(".csv")]
    described = {one["path"]: one for one in json.loads(files["datapackage.json"])["resources"]}
    assert tables
    for name in tables:
        beside = name.replace(".csv", ".parquet")
        assert described[beside]["bytes"] == len(files[beside])
        assert described[beside]["mediatype"] == "application/vnd.apache.parquet"
        table = parquet.read_table(io.BytesIO(files[beside]))
        head, *lines = csv.reader(io.StringIO(files[name].decode("utf-8"), newline=""))
        assert table.column_names == head
        assert table.num_rows == len(lines)
        key = described[name]["schema"]["primaryKey"]
        for column in key:
            told = [str(value) for value in table.column(column).to_pylist()]
            assert told == [line[head.index(column)] for line in lines]
        for place, column in enumerate(head):
            nulls = [value is None for value in table.column(column).to_pylist()]
            assert nulls == [line[place] == "" for line in lines], column


def test_without_the_library_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    told = run("publish", str(tmp_path / "set"), "朝阳", "丰台", "--parquet")
    assert isinstance(told.exception, PlanCompareError)
    assert "plancompare[tables]" in told.exception.message
    assert not (tmp_path / "set").exists()
