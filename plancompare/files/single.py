"""One file: written whole, or edited while others may edit it too."""

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from plancompare.errors import PlanCompareError
from plancompare.files.reading import read_whole
from plancompare.files.scratch import NO_LOCKS, UnwritableError, complaints, locked, scratch, settle, write_new
from plancompare.messages import Message

ATTEMPTS = 5  # a program that saves this often between our reading and our writing is no person's editor

Change = Callable[[bytes | None], bytes | None]


def refuse_to_overwrite(path: Path, force: bool) -> None:
    """Stop before any work is done if ``path`` is there and may not be written over, or never could be."""
    refuse_unwritable(path)
    if os.path.lexists(path) and not force:
        raise PlanCompareError("{path} is there already; write over it with --force", path=path)


def refuse_unwritable(path: Path) -> None:
    """Stop at what is no ordinary file or is read-only: a file moved into its place would put an end to it."""
    try:
        status = path.stat()
    except OSError:  # a file that is not there is fine, and of a name that no file can have writing says why
        return
    if stat.S_ISDIR(status.st_mode):
        raise PlanCompareError("cannot write {path}: it is a folder; name a file", path=path)
    if not stat.S_ISREG(status.st_mode):
        raise PlanCompareError("cannot write {path}: it is a device, pipe or socket; name a file", path=path)
    # the superuser may write everything, yet a file that nobody may write was made so on purpose
    if not status.st_mode & 0o222 or not os.access(path, os.W_OK):
        raise UnwritableError("cannot write {path}: it is read-only; make it writable or name another file", path=path)


def write_whole(path: Path, data: bytes | Iterable[bytes], force: bool) -> None:
    """Write a file; PlanCompareError if that cannot be, or if it is there and not to be written over.

    What would fill a memory may come in pieces. A link stays a link, a file that is there keeps its rights, a new one
    has those of the user's umask.
    """
    refuse_to_overwrite(path, force)
    target = _resolved(path)
    with complaints(path), _beside(target, data) as file:
        if force or not _linked(file, target):
            file.replace(target)
        settle(target.parent)


def edit(path: Path, change: Change) -> None:
    """Replace a file by ``change`` of what it holds at this moment, while no other run of ours edits it.

    ``change`` is handed the bytes (None: no such file) and gives the new ones (None: take the file away). It may be
    called more than once and must do nothing else; what it raises goes through. Raises PlanCompareError if the file
    cannot be written; the result is then in a file beside it, which the message names.
    """
    try:
        with complaints(path):
            refuse_unwritable(path)
            with locked(_resolved(path)):
                _edit_locked(path, change)
    except UnwritableError as error:
        raise PlanCompareError("{why}{beside}", why=error.message, beside=_kept_beside(path, change)) from error


def _resolved(path: Path) -> Path:
    """What a link points to, so that the link stays one."""
    return Path(os.path.realpath(path))


def _edit_locked(path: Path, change: Change) -> None:
    """The edit itself; once more if a program that knows no lock saved the file meanwhile."""
    target = _resolved(path)
    for _ in range(ATTEMPTS):
        old = _content(target)
        new = change(old)
        if new == old:
            return
        with _beside(target, new or b"") as file:
            if _content(target) != old:
                continue
            if new is None:
                target.unlink()
            else:
                file.replace(target)
        settle(target.parent)
        return
    raise UnwritableError("cannot write {path}: another program keeps changing it; close it there", path=path)


def _content(target: Path) -> bytes | None:
    return read_whole(target) if os.path.lexists(target) else None


def _kept_beside(path: Path, change: Change) -> str:
    """Save what an edit would have made of a file, under a name of its own; the clause that tells of it."""
    target = _resolved(path)
    try:
        work = change(_content(target))
        if work is None:
            return ""
        aside = target.with_name(f"{target.name}.unsaved")
        number = 1
        while os.path.lexists(aside):
            number += 1
            aside = target.with_name(f"{target.name}.unsaved-{number}")
        write_whole(aside, work, force=False)
    except (OSError, PlanCompareError):
        return Message("; nothing was saved")
    return Message("; what was to be written is in {aside}", aside=path.with_name(aside.name))


@contextmanager
def _beside(target: Path, data: bytes | Iterable[bytes]) -> Iterator[Path]:
    """``data`` on disk as a hidden file in the same folder, with the rights of the file that it is to replace."""
    with scratch(target.parent) as file:
        write_new(file, data)
        if target.exists():
            status = target.stat()
            if hasattr(os, "chown"):
                with suppress(OSError):  # only the superuser may give files away, and others only to a group of theirs
                    os.chown(file, status.st_uid if os.geteuid() == 0 else -1, status.st_gid)
            file.chmod(stat.S_IMODE(status.st_mode))
        yield file


def _linked(file: Path, target: Path) -> bool:
    """Give the file its name only if nobody took it meanwhile; False where a file system knows no second names."""
    try:
        target.hardlink_to(file)
    except FileExistsError as error:
        raise PlanCompareError("{path} is there already; write over it with --force", path=target) from error
    except OSError as error:
        if error.errno in (errno.EPERM, *NO_LOCKS):
            return False
        raise
    return True
