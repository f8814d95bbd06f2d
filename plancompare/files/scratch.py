"""Hidden files beside those that are to be written, and the locks of runs that write at once.

While a run lives it holds a lock on its hidden file; what a killed run left is nobody's, and the next run that writes
in that folder sweeps it away.
"""

import errno
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from time import monotonic, sleep

from plancompare.errors import PlanCompareError
from plancompare.messages import Message, reason

# an edit takes milliseconds: who has not had the lock after so many seconds waits for a program that hangs
PATIENCE = 20.0
PAUSE = 0.01  # seconds between two looks at a lock; shorter ones only heat the machine
NO_LOCKS = (errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL)
_SCRATCH = re.compile(r"\.plancompare-[0-9a-f]{16}\.tmp\Z")
_UNLOCKED = -1  # no descriptor: a hidden file that could not be locked is not kept open


class UnwritableError(PlanCompareError):
    """A file cannot be written now, though what was to be written is sound."""


@contextmanager
def complaints(path: Path) -> Iterator[None]:
    """What the system refuses becomes one line."""
    try:
        yield
    except OSError as error:
        raise UnwritableError("cannot write {path}: {why}", path=path, why=reason(error)) from error


def write_new(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file that no reader knows of yet, down to the disk; its rights are those of the user's umask.

    What would fill a memory may come in pieces.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        for piece in (data,) if isinstance(data, bytes) else data:
            left = memoryview(piece)
            while left:
                left = left[os.write(descriptor, left) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def settle(folder: Path) -> None:
    """Have a move in ``folder`` survive a power cut, where the system can do that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def scratch(folder: Path) -> Iterator[Path]:
    """An empty hidden file in ``folder``, gone afterwards whatever happens; so is its ``scratch_folder``."""
    sweep(folder)
    descriptor = None
    try:
        while descriptor is None:  # a sweeper may take a file for litter before it is locked
            file = folder / f".plancompare-{os.urandom(8).hex()}.tmp"
            descriptor = _claimed(file, needs_lock=False)
        yield file
    finally:
        rmtree(scratch_folder(file), ignore_errors=True)
        with suppress(OSError):
            file.unlink(missing_ok=True)
        if descriptor not in (None, _UNLOCKED):
            os.close(descriptor)


def scratch_folder(file: Path) -> Path:
    """The name of the hidden folder that goes with a hidden file; nobody has made it yet."""
    return file.with_suffix(".dir")


def is_scratch(path: Path) -> bool:
    """Whether a file is a hidden one of ours, or the folder that goes with it."""
    return _SCRATCH.match(path.with_suffix(".tmp").name) is not None


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """The right to edit ``path``, which one process has at a time: the lock of a hidden file beside it.

    The file itself cannot carry it, for an edit puts another in its place; a folder's lock is unknown to shared drives.
    """
    lock = _lock_of(path)
    descriptor = _waited_for(lock, path)
    try:
        yield
    finally:
        with suppress(OSError):
            lock.unlink(missing_ok=True)
        os.close(descriptor)


def _lock_of(path: Path) -> Path:
    return path.with_name(f".{path.name[:60]}.lock")  # a name may have 255 bytes, a Chinese character takes three


def tidy(path: Path) -> None:
    """Remove what killed runs left beside a file that is edited."""
    path = Path(os.path.realpath(path))
    sweep(path.parent)
    lock = _lock_of(path)
    with suppress(OSError):
        if os.path.lexists(lock) and (descriptor := _claimed(lock)) is not None:
            lock.unlink(missing_ok=True)
            os.close(descriptor)


def _waited_for(lock: Path, path: Path) -> int:
    until = monotonic() + PATIENCE
    try:
        while (descriptor := _claimed(lock)) is None:
            if monotonic() > until:
                raise UnwritableError(
                    "cannot write {path}: another program is at it; try again when it is done", path=path
                )
            sleep(PAUSE)
    except OSError as error:
        if error.errno in NO_LOCKS:
            raise UnwritableError(
                "cannot lock {path}: its file system has no locks; work on a copy", path=path
            ) from error
        raise
    with suppress(OSError):
        lock.chmod(0o666)  # a colleague in a shared folder has to be able to wait for it
    return descriptor


def _claimed(path: Path, needs_lock: bool = True) -> int | None:
    """A descriptor of the file, made if need be and locked; None if another process has it or took it away."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    ours = False
    try:
        ours = _lock(descriptor) and _is_named(descriptor, path)
    except OSError as error:
        if not needs_lock and error.errno in NO_LOCKS:
            return _UNLOCKED
        raise
    finally:
        if not ours:
            os.close(descriptor)
    return descriptor if ours else None


def _lock(descriptor: int) -> bool:
    """Take the lock of an open file if it is free; OSError where there are no locks."""
    try:
        import fcntl
    except ImportError as error:
        raise OSError(errno.ENOTSUP, Message("no file locks on this system")) from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_named(descriptor: int, path: Path) -> bool:
    """Whether ``path`` still names the open file."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def sweep(folder: Path) -> None:
    """Remove what killed runs left in ``folder``."""
    with suppress(OSError):
        for file in [path for path in folder.iterdir() if _SCRATCH.match(path.name)]:
            descriptor = os.open(file, os.O_RDWR)
            try:
                if _lock(descriptor):
                    rmtree(scratch_folder(file), ignore_errors=True)
                    file.unlink(missing_ok=True)
            finally:
                os.close(descriptor)
