"""Files of a user that are read: regular ones only, so that no pipe is waited for and no device read without end."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plancompare.errors import PlanCompareError
from plancompare.messages import Message, reason

LARGEST = 300 * 2**20
"""Bytes of any file: a scanned plan of 300 pages has 100 MB, a collection's file some 100 KB."""

PIECE = 2**20  # bytes read in one go


def read_whole(path: Path) -> bytes:
    """The bytes of a regular file. Raises OSError that says why for what is none, is too large or cannot be read."""
    with _opened(path) as descriptor:
        pieces = []
        while piece := os.read(descriptor, PIECE):
            pieces.append(piece)
        return b"".join(pieces)


def read_start(path: Path, size: int) -> bytes:
    """The first ``size`` bytes of a regular file, or fewer. Raises OSError as `read_whole` does."""
    with _opened(path) as descriptor:
        return os.read(descriptor, size)


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    """A descriptor of a regular file that nobody waits for."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))
    except ValueError as error:  # a name that no file can have
        raise OSError(errno.EINVAL, str(error)) from error
    try:
        _refuse_irregular(os.fstat(descriptor))
        yield descriptor
    finally:
        os.close(descriptor)


def _refuse_irregular(status: os.stat_result) -> None:
    """Raise OSError for what is no regular file, or a larger one than anybody means to have read."""
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, Message("it is a device, pipe or socket, not a file"))
    if status.st_size > LARGEST:
        raise OSError(errno.EFBIG, Message("it has {size} MB, more than any plan", size=status.st_size // 2**20))


def is_file(path: Path) -> bool:
    """Whether a regular file is there; one that may not be looked at counts, for reading it says why."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except PermissionError:
        return True
    except (OSError, ValueError):  # also of a name that no file can have, and links in a ring
        return False


def is_folder(path: Path) -> bool:
    """Whether a folder is there; one that may not be looked at counts, for listing it says why."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False


def list_folder(folder: Path) -> list[Path]:
    """What is in a folder, by name. Raises PlanCompareError where it cannot be listed."""
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise PlanCompareError("cannot read the folder {folder}: {why}", folder=folder, why=reason(error)) from error


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files of a folder, by name, pipes and broken links too, for reading them says what they are.

    Hidden ones are an editor's or a system's. Raises PlanCompareError where the folder cannot be listed.
    """
    named = (path for path in list_folder(folder) if path.suffix in (".yaml", ".yml"))
    return [path for path in named if not path.name.startswith(".") and not is_folder(path)]


def place_of(path: str | Path) -> str:
    """The one name of a file among all names that lead to it; a ring of links leads to itself."""
    return os.path.realpath(path)
