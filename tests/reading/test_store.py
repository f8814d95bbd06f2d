"""Where dear things are kept: a folder that may be missing, foreign or full, and never does harm."""

from pathlib import Path

import pytest

from plancompare.model import NO_STORE
from plancompare.reading import store
from plancompare.reading.store import VARIABLE, FolderStore, user_store


def test_what_is_put_is_got(tmp_path: Path) -> None:
    held = FolderStore(tmp_path / "new" / "deep")
    assert held.get("a") is None
    held.put("a", b"1")
    held.put("a", b"2")
    held.put("b", b"")
    assert (held.get("a"), held.get("b"), held.get("c")) == (b"2", b"", None)


def test_a_folder_in_a_file_s_place_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    held = FolderStore(tmp_path)
    assert held.get("a") is None
    held.put("a", b"1")  # cannot be kept, and nobody is told
    assert held.get("a") is None


def test_a_file_in_the_folder_s_place_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    held = FolderStore(tmp_path / "file")
    held.put("a", b"1")
    assert held.get("a") is None


def test_what_is_too_large_is_not_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MOST", 3)
    held = FolderStore(tmp_path)
    for size in (3, 4):
        (tmp_path / "a").write_bytes(b"x" * size)
        assert held.get("a") == (b"xxx" if size == 3 else None)


def test_the_environment_names_the_folder_or_says_that_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert user_store() == FolderStore(tmp_path)
    monkeypatch.setenv(VARIABLE, "")
    assert user_store() is NO_STORE
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert user_store() == FolderStore(tmp_path / "plancompare")


def test_without_a_home_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> Path:
        raise RuntimeError

    for name in (VARIABLE, "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", nobody)
    assert user_store() is NO_STORE
    assert NO_STORE.get("a") is None
