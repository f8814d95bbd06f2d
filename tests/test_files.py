"""Files that are written: whole or not at all, over nothing that is there, by several people at once."""

import ast
import errno
import fcntl
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random
from time import sleep

import pytest

from plancompare.errors import PlanCompareError
from plancompare.files import edit, folders, refuse_to_overwrite, write_folder, write_whole
from plancompare.files import scratch as scratches

PACKAGE = Path(__file__).parent.parent / "plancompare"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def held(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# --- one file -----------------------------------------------------------------------------------------------------


def test_what_is_there_is_refused_unless_forced(tmp_path: Path) -> None:
    there, link = tmp_path / "there", tmp_path / "link"
    there.write_bytes(b"mine")
    link.symlink_to("nowhere")
    for path in (there, link):
        with pytest.raises(PlanCompareError, match="is there already; write over it with --force"):
            refuse_to_overwrite(path, force=False)
        refuse_to_overwrite(path, force=True)
    for name in ("new", "x" * 300):
        refuse_to_overwrite(tmp_path / name, force=False)


def test_a_file_is_written_whole_with_the_rights_of_the_umask(tmp_path: Path) -> None:
    path = tmp_path / "new"
    write_whole(path, b"one", force=False)
    umask = os.umask(0)
    os.umask(umask)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"one", 0o666 & ~umask)
    with pytest.raises(PlanCompareError, match="is there already"):
        write_whole(path, b"two", force=False)
    assert path.read_bytes() == b"one"
    path.chmod(0o640)
    write_whole(path, b"two", force=True)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"two", 0o640)
    assert names(tmp_path) == ["new"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "link").symlink_to("far/file")
    for data in (b"one", b"two"):
        write_whole(tmp_path / "link", data, force=True)
    edit(tmp_path / "link", lambda data: (data or b"") + b"!")
    assert (tmp_path / "link").is_symlink()
    assert held(tmp_path / "far") == {"file": b"two!"}


@pytest.mark.parametrize("name", ["none/new", "x" * 300, "folder"])
def test_a_place_that_cannot_be_written_is_one_line_and_leaves_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(PlanCompareError, match=r"cannot write .*: "):
        write_whole(tmp_path / name, b"one", force=True)
    assert names(tmp_path) == ["folder"]


def make_folder(path: Path) -> None:
    path.mkdir()


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(path))  # an address has no more than 108 bytes


def make_device(path: Path) -> None:
    path.symlink_to("/dev/null")


def make_read_only(path: Path, rights: int = 0o444) -> None:
    path.write_bytes(b"mine")
    path.chmod(rights)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (make_folder, "it is a folder; name a file"),
        (make_pipe, "it is a device, pipe or socket; name a file"),
        (make_socket, "it is a device, pipe or socket; name a file"),
        (make_device, "it is a device, pipe or socket; name a file"),
        (make_read_only, "it is read-only; make it writable or name another file"),
        (partial(make_read_only, rights=0o555), "it is read-only; make it writable or name another file"),
    ],
)
def test_what_is_no_file_of_the_users_to_write_stays_even_if_forced(
    tmp_path: Path, make: Callable[[Path], None], why: str
) -> None:
    path = tmp_path / "it"
    make(path)
    before = os.lstat(path)
    for force in (True, False):
        with pytest.raises(PlanCompareError) as failure:
            write_whole(path, b"new", force)
        assert str(failure.value) == f"cannot write {path}: {why}"
    assert names(tmp_path) == ["it"]
    assert os.path.samestat(os.lstat(path), before)
    writes: tuple[Callable[[], None], ...] = (
        lambda: edit(path, lambda data: b"new"),
        lambda: write_folder(tmp_path, {"other": b"new", "it": b"new"}, force=True),
    )
    for write in writes:
        with pytest.raises(PlanCompareError, match=rf"{path}(: it)? is (a folder|a device|read-only)"):
            write()
    assert os.path.samestat(os.lstat(path), before)
    assert not (tmp_path / "other").exists()


def broken_disk(monkeypatch: pytest.MonkeyPatch, failure: BaseException, after: int = 0) -> None:
    """A disk that takes ``after`` bytes, then no more."""
    write, room = os.write, [after]

    def fail(descriptor: int, data: memoryview) -> int:
        if room[0] <= 0:
            raise failure
        room[0] -= (count := write(descriptor, data[: room[0]]))
        return count

    monkeypatch.setattr(os, "write", fail)


@pytest.mark.parametrize("after", [0, 1, 5])
@pytest.mark.parametrize(
    "failure", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt(), SystemExit()]
)
def test_a_full_disk_or_a_stop_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException, after: int
) -> None:
    path = tmp_path / "old"
    path.write_bytes(b"old")
    broken_disk(monkeypatch, failure, after)
    with pytest.raises(PlanCompareError if isinstance(failure, OSError) else type(failure)) as caught:
        write_whole(path, b"new and longer", force=True)
    if isinstance(failure, OSError):
        assert str(caught.value) == f"cannot write {path}: No space left on device"
    assert held(tmp_path) == {"old": b"old"}


def test_a_short_write_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:2]))
    write_whole(tmp_path / "new", b"seven b", force=False)
    assert held(tmp_path) == {"new": b"seven b"}


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of a few pages."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = os.geteuid() == 0 and not subprocess.call(
        ["mount", "-t", "tmpfs", "-o", "size=32k", "none", str(disk)], stderr=subprocess.DEVNULL
    )
    if not mounted:
        pytest.skip("no right to mount a file system")
    yield disk
    subprocess.call(["umount", str(disk)])


def test_a_disk_that_is_really_full(tiny_disk: Path) -> None:
    (tiny_disk / "old").write_bytes(b"old")
    writes: tuple[Callable[[], None], ...] = (
        lambda: write_whole(tiny_disk / "old", bytes(100_000), force=True),
        lambda: write_folder(tiny_disk, {"old": b"new", "b/c": bytes(100_000)}, force=True),
        lambda: write_folder(tiny_disk / "new", {"a": b"new", "b/c": bytes(100_000)}, force=True),
        lambda: edit(tiny_disk / "old", lambda data: (data or b"") + bytes(100_000)),
    )
    for write in writes:
        with pytest.raises(PlanCompareError, match=r"^cannot write [^\n]*: No space left on device"):
            write()
        assert (held(tiny_disk), names(tiny_disk)) == ({"old": b"old"}, ["old"])


def test_nobody_who_was_quicker_is_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "new"
    fsync = os.fsync

    def late(descriptor: int) -> None:
        fsync(descriptor)
        path.write_bytes(b"theirs")

    monkeypatch.setattr(os, "fsync", late)
    with pytest.raises(PlanCompareError, match="is there already"):
        write_whole(path, b"mine", force=False)
    assert held(tmp_path) == {"new": b"theirs"}


def litter(folder: Path) -> Path:
    """The hidden file of a run that was killed before it made its folder."""
    file = folder / f".plancompare-{'0' * 16}.tmp"
    file.write_bytes(b"half")
    return file


def test_what_a_killed_run_left_alone_is_swept_by_the_next(tmp_path: Path) -> None:
    litter(tmp_path)
    write_whole(tmp_path / "new", b"new", force=False)
    assert held(tmp_path) == {"new": b"new"}


def test_a_folder_of_ours_is_made_with_those_above_it_and_may_be_there(tmp_path: Path) -> None:
    for _ in range(2):
        folders.make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(PlanCompareError, match=r"cannot write .*file/a: Not a directory$"):
        folders.make_folder(tmp_path / "file" / "a")


def test_a_folder_that_holds_something_is_refused_unless_forced(tmp_path: Path) -> None:
    (tmp_path / "theirs").write_bytes(b"theirs")
    with pytest.raises(PlanCompareError) as failure:
        write_folder(tmp_path, {"new": b"new"}, force=False)
    assert str(failure.value) == f"{tmp_path} is not empty; write into it with --force"
    with pytest.raises(PlanCompareError, match=r"theirs is a file; name a folder$"):
        write_folder(tmp_path / "theirs", {"new": b"new"}, force=True)
    assert held(tmp_path) == {"theirs": b"theirs"}


def test_a_folder_that_holds_litter_alone_is_empty(tmp_path: Path) -> None:
    litter(tmp_path)
    write_folder(tmp_path, {"new": b"new"}, force=False)
    assert held(tmp_path) == {"new": b"new"}


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("a/b/c", "{}/a is a file where a folder is wanted; name another folder"),
        ("d", "{}/d is a folder and cannot be written over; name another folder"),
    ],
)
def test_files_and_folders_take_no_places_of_each_other(tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "a").write_bytes(b"theirs")
    (tmp_path / "d").mkdir()
    (tmp_path / "d/e").write_bytes(b"theirs")
    before = held(tmp_path)
    with pytest.raises(PlanCompareError) as failure:
        write_folder(tmp_path, {"first": b"new", name: b"new"}, force=True)
    assert str(failure.value) == why.format(tmp_path)
    assert held(tmp_path) == before


def test_nobody_is_given_more_rights_than_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_whole(tmp_path / "new", b"new", force=False)
        write_folder(tmp_path / "set", {"new": b"new"}, force=False)
    finally:
        os.umask(before)
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("new", "set/new")] == [0o666, 0o666]


# --- edits --------------------------------------------------------------------------------------------------------


def test_an_edit_changes_makes_and_takes_away(tmp_path: Path) -> None:
    path = tmp_path / "file"
    edit(path, lambda data: b"made" if data is None else b"wrong")
    assert held(tmp_path) == {"file": b"made"}
    edit(path, lambda data: (data or b"") + b", grown")
    assert held(tmp_path) == {"file": b"made, grown"}
    stamp = path.stat()
    edit(path, lambda data: data)
    assert path.stat() == stamp
    edit(path, lambda data: None)
    assert names(tmp_path) == []


def test_what_a_change_refuses_goes_through_and_leaves_the_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"mine")

    def refuse(data: bytes | None) -> bytes:
        raise PlanCompareError("no")

    with pytest.raises(PlanCompareError, match=r"^no$"):
        edit(path, refuse)
    assert held(tmp_path) == {"file": b"mine"}


def test_an_edit_that_cannot_be_leaves_its_work_beside_and_says_where(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_bytes(b"mine")
    path.chmod(0o444)
    for aside in ("file.yaml.unsaved", "file.yaml.unsaved-2"):
        with pytest.raises(PlanCompareError) as failure:
            edit(path, lambda data: (data or b"") + b" and more")
        told = f"cannot write {path}: it is read-only; make it writable or name another file"
        assert str(failure.value) == f"{told}; what was to be written is in {tmp_path / aside}"
        assert (tmp_path / aside).read_bytes() == b"mine and more"
    assert path.read_bytes() == b"mine"


def test_an_edit_waits_for_no_program_that_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"mine")
    monkeypatch.setattr(scratches, "PATIENCE", 0.05)
    with scratches.locked(path), pytest.raises(PlanCompareError, match="another program is at it") as failure:
        edit(path, lambda data: b"work")
    assert "what was to be written is in" in str(failure.value)
    assert held(tmp_path) == {"file": b"mine", "file.unsaved": b"work"}


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP])
def test_where_there_are_no_locks_files_are_written_but_not_edited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(descriptor: int, operation: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr("fcntl.flock", refuse)
    path = tmp_path / "file"
    write_whole(path, b"mine", force=False)
    before = len(list(Path("/dev/fd").iterdir()))
    with pytest.raises(PlanCompareError, match=r"cannot lock .*: its file system has no locks") as failure:
        edit(path, lambda data: b"work")
    assert len(list(Path("/dev/fd").iterdir())) == before
    assert "what was to be written is in" in str(failure.value)
    kept = {name: data for name, data in held(tmp_path).items() if not name.endswith(".lock")}
    assert kept == {"file": b"mine", "file.unsaved": b"work"}


def test_a_lock_that_its_holder_took_away_meanwhile_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flock, lock, late = fcntl.flock, tmp_path / ".file.lock", iter([True])

    def once(descriptor: int, operation: int) -> None:
        if next(late, False):
            lock.unlink()
        flock(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", once)
    edit(tmp_path / "file", lambda data: b"others wait" if lock.exists() else b"nobody waits")
    assert held(tmp_path) == {"file": b"others wait"}


def test_what_another_program_saves_meanwhile_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    saves = iter([b"saved once", b"saved twice"])

    def change(data: bytes | None) -> bytes:
        with suppress(StopIteration):
            path.write_bytes(next(saves))
        return (data or b"") + b" + mine"

    edit(path, change)
    assert held(tmp_path) == {"file": b"saved twice + mine"}


def test_a_file_that_never_rests_is_left_and_the_work_kept(tmp_path: Path) -> None:
    path = tmp_path / "file"
    counts = iter(range(100))

    def change(data: bytes | None) -> bytes:
        path.write_bytes(b"%d" % next(counts))
        return b"mine"

    with pytest.raises(PlanCompareError) as failure:
        edit(path, change)
    assert str(failure.value) == (
        f"cannot write {path}: another program keeps changing it; close it there; "
        f"what was to be written is in {path}.unsaved"
    )
    assert names(tmp_path) == ["file", "file.unsaved"]


# --- several at once, and killed ----------------------------------------------------------------------------------


def with_line(line: bytes, data: bytes | None) -> bytes:
    return (data or b"") + line


def append(path: Path, mark: str, count: int) -> None:
    for number in range(count):
        edit(path, partial(with_line, f"{mark}{number}\n".encode()))


def test_two_that_write_at_once_lose_nothing_of_each_other(tmp_path: Path) -> None:
    path = tmp_path / "file"
    processes = [get_context("fork").Process(target=append, args=(path, mark, 60)) for mark in "ab"]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0]
    lines = path.read_text().splitlines()
    for mark in "ab":
        assert [line for line in lines if line[0] == mark] == [f"{mark}{number}" for number in range(60)]
    assert len(lines) == 120
    assert names(tmp_path) == ["file"]


def write_for_ever(folder: Path) -> None:
    number = 0
    while True:
        number += 1
        line = b"%06d" % number
        write_whole(folder / "whole", line * 2000, force=True)
        edit(folder / "edited", partial(lambda line, _: line * 2000, line))
        write_folder(folder / "set", {"a": line * 2000, "b/c": line * 2000}, force=True)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_kill_at_any_moment_leaves_whole_files_and_no_litter_after_the_next_run(
    tmp_path: Path, how: signal.Signals
) -> None:
    chance = Random(1)
    for _ in range(12):
        process = get_context("fork").Process(target=write_for_ever, args=(tmp_path,))
        process.start()
        sleep(0.03 + chance.random() / 10)
        os.kill(process.pid or 0, how)
        process.join()
        for name, data in held(tmp_path).items():  # what is not in its place yet may be half
            assert name.startswith(".plancompare-") or data == data[:6] * (len(data) // 6), name
        for path in (tmp_path / "whole", tmp_path / "edited"):
            assert not path.exists() or len(path.read_bytes()) == 12000
    write_whole(tmp_path / "whole", b"", force=True)
    edit(tmp_path / "edited", lambda data: b"")
    write_folder(tmp_path / "set", {"a": b"", "b/c": b""}, force=True)
    assert held(tmp_path) == {"whole": b"", "edited": b"", "set/a": b"", "set/b/c": b""}
    assert names(tmp_path) == ["edited", "set", "whole"]


def test_what_a_living_run_has_is_not_swept(tmp_path: Path) -> None:
    with scratches.scratch(tmp_path) as file:
        write_whole(tmp_path / "other", b"", force=False)
        assert names(tmp_path) == [file.name, "other"]
    assert names(tmp_path) == ["other"]


def test_being_stopped_ends_a_command_without_litter(tmp_path: Path) -> None:
    code = (
        "import os, sys, signal\n"
        "from plancompare import cli, files\n"
        "write = os.write\n"
        "def stopped(descriptor, data):\n"
        "    os.kill(os.getpid(), signal.SIGTERM)\n"
        "    return write(descriptor, data)\n"
        "os.write = stopped\n"
        "sys.argv = ['plancompare', 'new', 'x', '-o', 'x.yaml']\n"
        "cli.main()\n"
    )
    root = str(PACKAGE.parent)
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": root},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, names(tmp_path)) == (128 + signal.SIGTERM, [])


# --- folders ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("failure", [OSError(errno.EIO, "Input/output error"), KeyboardInterrupt()])
@pytest.mark.parametrize("moves", range(4))
def test_a_folder_whose_filling_breaks_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int, failure: BaseException
) -> None:
    folder = tmp_path / "set"
    (folder / "data").mkdir(parents=True)
    for name in ("README", "data/old", "mine"):
        (folder / name).write_bytes(b"old")
    before = held(tmp_path), sorted(tmp_path.rglob("*"))
    replace, left = Path.replace, [moves]

    def fail(path: Path, target: Path) -> Path:
        if left[0] == 0:
            left[0] = -1  # moving back works
            raise failure
        left[0] -= 1
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fail)
    monkeypatch.setattr("plancompare.files.folders.trade", lambda *_: False)
    files = {"README": b"new", "data/old": b"new", "new/deep/file": b"new", "last": b"new"}
    with pytest.raises(PlanCompareError if isinstance(failure, OSError) else KeyboardInterrupt):
        write_folder(folder, files, force=True)
    assert (held(tmp_path), sorted(tmp_path.rglob("*"))) == before
    write_folder(folder, files, force=True)
    assert held(folder) == files | {"mine": b"old"}


def test_a_folder_changes_in_one_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Others' files stay, also under a hard name; rights stay; the step before the change leaves all as it was."""
    folder = tmp_path / "set"
    (folder / "data").mkdir(parents=True)
    for name in ("README", "data/old", "data/mine"):
        (folder / name).write_bytes(b"old")
    (folder / "link").symlink_to("nowhere")
    (folder / "data").chmod(0o750)
    number = folder.stat().st_ino
    monkeypatch.setattr("plancompare.files.folders._move_in", lambda *_: pytest.fail("file by file"))
    write_folder(folder, {"README": b"new", "data/old": b"new", "more/x": b"new"}, force=True)
    assert held(folder) == {"README": b"new", "data/old": b"new", "more/x": b"new", "data/mine": b"old"}
    assert (folder / "link").is_symlink() and (folder / "data").stat().st_mode & 0o777 == 0o750
    assert folder.stat().st_ino != number and names(tmp_path) == ["set"]

    def killed(*_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr("plancompare.files.folders.trade", killed)
    before = held(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        write_folder(folder, {"README": b"newer", "data/old": b"newer", "more/x": b"newer"}, force=True)
    assert held(tmp_path) == before


@pytest.mark.parametrize("why", ["a folder of others", "worked in", "no such step", "closed above"])
def test_a_folder_that_has_to_stay_changes_file_by_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    """The last file goes first and comes last: nothing says before that the folder is whole; none else is missing."""
    folder = tmp_path / "set"
    folder.mkdir()
    for name in ("a", "b", "last"):
        (folder / name).write_bytes(b"old")
    if why == "worked in":
        monkeypatch.chdir(folder)
    elif why == "no such step":
        monkeypatch.setattr("plancompare.files.folders.trade", lambda *_: False)
    elif why == "closed above":
        monkeypatch.setattr("os.access", lambda path, _: Path(path) != tmp_path)
    else:
        (folder / ".git").mkdir()
    number, replace, seen = folder.stat().st_ino, Path.replace, []

    def watch(path: Path, target: Path) -> Path:
        seen.append((target.name, (folder / "b").exists(), (folder / "last").exists()))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", watch)
    write_folder(folder, {"a": b"new", "b": b"new", "last": b"new"}, force=True)
    assert seen == [(name, True, False) for name in ("a", "b", "last")] and folder.stat().st_ino == number
    assert held(folder) == {"a": b"new", "b": b"new", "last": b"new"}


# --- the only place -----------------------------------------------------------------------------------------------

METHODS = {
    "write_text",
    "write_bytes",
    "rename",
    "unlink",
    "mkdir",
    "rmdir",
    "touch",
    "chmod",
    "symlink_to",
    "hardlink_to",
}
OF_OS = {"open", "replace", "rename", "renames", "remove", "unlink", "mkdir", "makedirs", "rmdir", "link", "truncate"}
HARMLESS = {"shutil.get_terminal_size"}
# methods of other things that have the name of one of paths: vocabularies replace words in a text, pages of help are
# written line by line
OF_WORDS = {"self._standard", "self._plain"}
OF_HELP = "formatter"


def writers(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Whatever in a module could write, move or delete a file: its line and what it is."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            imported = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            imported = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            imported = []
        for name in imported:
            module, _, attribute = name.partition(".")
            of_module = attribute in OF_OS if module == "os" else module in ("tempfile", "shutil")
            if of_module and name not in HARMLESS:
                yield node.lineno, name  # type: ignore[attr-defined]
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "os" and node.attr in OF_OS:
            yield node.lineno, f"os.{node.attr}"
        if isinstance(node, ast.Call):
            yield from calls(node)


def calls(node: ast.Call) -> Iterator[tuple[int, str]]:
    """What a call writes, by its name and arguments."""
    owner = ast.unparse(node.func.value) if isinstance(node.func, ast.Attribute) else ""
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name in METHODS and owner != OF_HELP:
        yield node.lineno, name
    # that of a text has two arguments, that of a date has names for them
    if name == "replace" and owner not in OF_WORDS and len(node.args) == 1 and not node.keywords:
        yield node.lineno, "Path.replace"
    if name == "open":
        given = [keyword.value for keyword in node.keywords if keyword.arg == "mode"] or node.args[not owner :]
        mode = given[0].value if given and isinstance(given[0], ast.Constant) else None
        unknown = bool(given) and mode is None and not owner  # a method may be that of an archive, which takes a name
        if unknown or (mode and set(str(mode)) & set("wax+")):
            yield node.lineno, "open"


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_other_module_opens_a_file_for_writing(path: Path) -> None:
    found = list(writers(ast.parse(path.read_text(encoding="utf-8"))))
    if path.parent != PACKAGE / "files":
        assert found == []


@pytest.mark.parametrize(
    ("code", "what"),
    [
        ("open('a', 'w')", "open"),
        ("open('a', mode='ab')", "open"),
        ("path.open('x')", "open"),
        ("path.open('r+b')", "open"),
        ("path.write_text('a')", "write_text"),
        ("path.replace(other)", "Path.replace"),
        ("path.unlink()", "unlink"),
        ("import tempfile", "tempfile"),
        ("from tempfile import NamedTemporaryFile", "tempfile.NamedTemporaryFile"),
        ("from shutil import rmtree", "shutil.rmtree"),
        ("os.replace(a, b)", "os.replace"),
        ("from os import remove", "os.remove"),
    ],
)
def test_the_search_for_writers_finds_them(code: str, what: str) -> None:
    assert [name for _, name in writers(ast.parse(code))] == [what]


@pytest.mark.parametrize(
    "code",
    ["open('w')", "open('a', 'rb')", "path.open('rb')", "text.replace('a', 'b')", "day.replace(tzinfo=UTC)",
     "from shutil import get_terminal_size", "import os", "open('a')"],
)  # fmt: skip
def test_the_search_for_writers_passes_readers_over(code: str) -> None:
    assert list(writers(ast.parse(code))) == []


def test_what_cannot_be_written_is_kept_beside_under_a_name_that_is_free(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o444)
    for name in ("a.yaml.unsaved", "a.yaml.unsaved-2", "a.yaml.unsaved-3"):
        with pytest.raises(PlanCompareError) as raised:
            edit(path, lambda data: b"new")
        assert str(raised.value).endswith(f"; what was to be written is in {tmp_path / name}")
        assert (tmp_path / name).read_bytes() == b"new"
    assert path.read_bytes() == b"old"


def test_a_removal_that_cannot_be_made_has_nothing_to_keep(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(PlanCompareError) as raised:
        edit(path, lambda data: None)
    assert str(raised.value).endswith("make it writable or name another file")
    assert list(tmp_path.iterdir()) == [path]


def test_work_that_cannot_be_kept_at_all_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o444)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("plancompare.files.single.write_whole", full)
    with pytest.raises(PlanCompareError, match=r"; nothing was saved$"):
        edit(path, lambda data: b"new")


def test_a_file_that_appears_meanwhile_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    monkeypatch.setattr("plancompare.files.single.refuse_to_overwrite", lambda *_: path.write_bytes(b"theirs"))
    with pytest.raises(PlanCompareError, match=r"a\.md is there already; write over it with --force$"):
        write_whole(path, b"ours", force=False)
    assert path.read_bytes() == b"theirs" and list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("number", [errno.EPERM, errno.EOPNOTSUPP])
def test_where_a_file_has_no_second_names_a_new_one_is_moved_into_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    write_whole(tmp_path / "a.md", b"ours", force=False)
    assert held(tmp_path) == {"a.md": b"ours"}


def test_a_disk_that_fails_when_a_file_gets_its_name_leaves_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "hardlink_to", fail)
    with pytest.raises(PlanCompareError, match=r"cannot write .*a\.md: Input/output error$"):
        write_whole(tmp_path / "a.md", b"ours", force=False)
    assert held(tmp_path) == {}


def test_what_another_makes_of_a_new_file_at_once_is_not_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = Path.hardlink_to

    def saved_at_once(target: Path, file: Path) -> None:
        link(target, file)
        target.unlink()
        target.write_bytes(b"theirs")

    monkeypatch.setattr(Path, "hardlink_to", saved_at_once)
    write_whole(tmp_path / "a.md", b"ours", force=False)
    assert held(tmp_path) == {"a.md": b"theirs"}


def test_who_may_not_give_files_away_keeps_the_group_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, given = tmp_path / "a.md", []
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "geteuid", lambda: 1234)
    monkeypatch.setattr(os, "chown", lambda file, user, group: given.append((user, group)))
    write_whole(path, b"new", force=True)
    assert given == [(-1, path.stat().st_gid)]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only the superuser can give files away")
def test_the_owner_of_a_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    os.chown(path, 1234, 1235)
    path.chmod(0o640)
    write_whole(path, b"new", force=True)
    status = path.stat()
    assert (status.st_uid, status.st_gid, status.st_mode & 0o777) == (1234, 1235, 0o640)
