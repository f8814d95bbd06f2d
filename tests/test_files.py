"""Files are written whole or not at all, and never over another by accident."""

from pathlib import Path

import pytest

from plancompare.commands.files import refuse_to_overwrite, watched, write_whole
from plancompare.errors import PlanCompareError


def test_bytes_arrive_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "报告.out"
    write_whole(path, b"\x89\r\n\xff", force=False)
    assert path.read_bytes() == b"\x89\r\n\xff"
    assert list(tmp_path.iterdir()) == [path]
    assert path.stat().st_mode & 0o777 == 0o644


def test_a_file_that_is_there_is_kept_unless_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(PlanCompareError, match="is there already; write over it with --force"):
        write_whole(path, b"new", force=False)
    with pytest.raises(PlanCompareError):
        refuse_to_overwrite(path, force=False)
    assert path.read_text() == "old"
    refuse_to_overwrite(path, force=True)
    write_whole(path, b"new", force=True)
    assert path.read_text() == "new"


def test_nothing_half_written_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(PlanCompareError, match="No space left"):
        write_whole(path, b"new", force=True)
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]
    assert path.read_text() == "old"


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(PlanCompareError, match=r"cannot write .*no/a.txt: No such file or directory"):
        write_whole(tmp_path / "no" / "a.txt", b"x", force=False)


def test_watching_hands_on_every_item_in_order() -> None:
    assert list(watched(range(5))) == [0, 1, 2, 3, 4]
