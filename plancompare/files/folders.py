"""A folder of files: written aside and moved in, all of them or none."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from plancompare.errors import PlanCompareError
from plancompare.files.scratch import complaints, is_scratch, scratch, scratch_folder, settle, sweep, write_new
from plancompare.files.single import refuse_unwritable
from plancompare.files.swap import is_worked_in, link_others, trade


def refuse_to_fill(folder: Path, force: bool) -> None:
    """Stop before any work is done if ``folder`` cannot take files, or holds some and may not be written into."""
    if folder.exists() and not folder.is_dir():
        raise PlanCompareError("{folder} is a file; name a folder", folder=folder)
    if folder.is_dir() and not force and not all(map(is_scratch, folder.iterdir())):
        raise PlanCompareError("{folder} is not empty; write into it with --force", folder=folder)


def write_folder(folder: Path, files: Mapping[str, bytes], force: bool) -> None:
    """Write ``files`` (path -> bytes) aside, and move them in when all are written.

    Files of the same names are written over, others stay. Raises PlanCompareError where that cannot be, and leaves
    everything as it was. The folder changes in one step where the system can do that; else file by file, the last of
    ``files`` last, which is the one that says what the others are: a run that is killed on the way leaves none.
    """
    refuse_to_fill(folder, force)
    target = Path(os.path.realpath(folder))
    with complaints(folder):
        for name in files:
            _refuse_clash(folder, name)
        if target.is_dir() and not is_worked_in(target) and _traded(files, target):
            return
        # inside a folder that is there: it may be a file system of its own, and files move only within one
        with scratch(target if target.is_dir() else target.parent) as file:
            new, old = (scratch_folder(file) / name for name in ("new", "old"))
            _write_all(files, new)
            if target.is_dir():
                _move_in(files, new, old, target)
            else:
                new.replace(target)
        settle(target.parent)


def _traded(files: Mapping[str, bytes], target: Path) -> bool:
    """Write the folder as it is to be beside the one that is there, and let them trade places; False if they cannot."""
    if not os.access(target.parent, os.W_OK):
        return False
    with scratch(target.parent) as file:
        sweep(target)
        new = scratch_folder(file)
        _write_all(files, new)
        done = link_others(target, new) and trade(new, target)
    settle(target.parent)
    return done


def _write_all(files: Mapping[str, bytes], new: Path) -> None:
    for name, data in files.items():
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        write_new(new / name, data)


def _refuse_clash(folder: Path, name: str) -> None:
    """Stop if a folder stands where a file should go, a file where a folder should, or a file that is read-only."""
    path = folder / name
    if path.is_dir():
        raise PlanCompareError("{path} is a folder and cannot be written over; name another folder", path=path)
    above = next((parent for parent in path.parents if parent != folder and parent.is_file()), None)
    if above:
        raise PlanCompareError("{above} is a file where a folder is wanted; name another folder", above=above)
    refuse_unwritable(path)


def _move_in(names: Iterable[str], new: Path, old: Path, target: Path) -> None:
    """Move files to their places, those that stood there to ``old``; if one cannot be moved, all are moved back.

    A folder that is there is not swapped as a whole: it may be where someone works, and holds what is none of ours.
    """
    moved: dict[str, bool] = {}  # name -> whether a file of that name was there
    folders: list[Path] = []
    names = list(names)
    try:
        for name in names[-1:]:  # as long as others are on their way, nothing says that the folder is whole
            moved[name] = os.path.lexists(target / name)
            if moved[name]:
                _set_aside(target / name, old / name)
                (target / name).unlink(missing_ok=True)
        for name in names:
            folders += _make_folders((target / name).parent)
            if name not in moved:
                moved[name] = os.path.lexists(target / name)
                if moved[name]:
                    _set_aside(target / name, old / name)
            (new / name).replace(target / name)
    except BaseException:
        _move_back(moved, old, target)
        for path in reversed(folders):
            with suppress(OSError):
                path.rmdir()
        raise


def _set_aside(path: Path, aside: Path) -> None:
    """Give a file a second name, so that it never lacks the first; move it where there are no second names."""
    aside.parent.mkdir(parents=True, exist_ok=True)
    try:
        aside.hardlink_to(path)
    except OSError:
        path.replace(aside)


def make_folder(folder: Path) -> None:
    """Make a folder of ours where there is none. Raises PlanCompareError where it cannot be made."""
    with complaints(folder):
        folder.mkdir(parents=True, exist_ok=True)


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder and those above it; the ones that were not there, outermost first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()][::-1]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _move_back(moved: Mapping[str, bool], old: Path, target: Path) -> None:
    for name, was_there in moved.items():
        if not was_there:
            (target / name).unlink(missing_ok=True)
        elif os.path.lexists(old / name):
            (old / name).replace(target / name)
