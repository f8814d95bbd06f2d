"""Files are written whole or not at all, and never over another by accident."""

from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

from plancompare.commands.files import check_free, write_whole
from plancompare.errors import PlanCompareError


def saying(text: str | bytes) -> Callable[[IO[Any]], object]:
    return lambda out: out.write(text)


def breaking(out: IO[Any]) -> None:
    out.write("half")
    raise ValueError("stop")


@pytest.mark.parametrize(("told", "binary"), [("丰台\n", False), (b"\x89\r\n\xff", True)])
def test_text_and_bytes_arrive_as_they_are(tmp_path: Path, told: str | bytes, binary: bool) -> None:
    path = tmp_path / "报告.out"
    write_whole(path, saying(told), force=False, binary=binary)
    assert path.read_bytes() == (told.encode() if isinstance(told, str) else told)
    assert list(tmp_path.iterdir()) == [path]
    assert path.stat().st_mode & 0o777 == 0o644


def test_a_file_that_is_there_is_kept_unless_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(PlanCompareError, match="is there already; write over it with --force"):
        write_whole(path, saying("new"), force=False)
    with pytest.raises(PlanCompareError):
        check_free(path, force=False)
    assert path.read_text() == "old"
    check_free(path, force=True)
    write_whole(path, saying("new"), force=True)
    assert path.read_text() == "new"


def test_nothing_half_written_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(ValueError, match="stop"):
        write_whole(path, breaking, force=True)
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]
    assert path.read_text() == "old"


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(PlanCompareError, match=r"cannot write .*no/a.txt: No such file or directory"):
        write_whole(tmp_path / "no" / "a.txt", saying("x"), force=False)
