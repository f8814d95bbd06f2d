"""Two folders trade places in one step, where the system can do that: then nobody ever sees half of a change."""

import errno
import os
import sys
from pathlib import Path

_AT_FDCWD, _EXCHANGE = -100, 2  # of Linux's renameat2; Darwin's renamex_np calls the same flag RENAME_SWAP


def trade(one: Path, other: Path) -> bool:
    """Exchange two names of one file system; False where there is no such thing, and nothing has changed."""
    try:
        import ctypes

        library = ctypes.CDLL(None, use_errno=True)
        names = os.fsencode(one), os.fsencode(other)
        if sys.platform == "darwin":
            failed = library.renamex_np(*names, _EXCHANGE)
        else:
            failed = library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _EXCHANGE)
    except (ImportError, AttributeError, OSError, TypeError):  # another system, or an old library
        return False
    return not failed


def link_others(old: Path, new: Path) -> bool:
    """Give what stands in ``old`` and not in ``new`` a second name there; False where that is not to be had.

    Folders that ``new`` lacks are none of ours: another program may be at work in them, so nothing is done then.
    """
    try:
        for folder, folders, files in os.walk(old):
            there = new / Path(folder).relative_to(old)
            if any(not (there / name).is_dir() or (Path(folder) / name).is_symlink() for name in folders):
                return False
            for name in files:
                if not os.path.lexists(there / name):
                    os.link(Path(folder) / name, there / name, follow_symlinks=False)
            _like(Path(folder), there)
    except OSError:
        return False
    return True


def _like(old: Path, new: Path) -> None:
    """Rights and owner of a folder that is replaced."""
    status = old.stat()
    if hasattr(os, "chown"):
        try:
            os.chown(new, status.st_uid if os.geteuid() == 0 else -1, status.st_gid)
        except OSError as error:
            if error.errno != errno.EPERM:
                raise
    new.chmod(status.st_mode & 0o7777)


def is_worked_in(folder: Path) -> bool:
    """Whether this run itself stands in the folder, or the folder is a file system of its own: then it has to stay."""
    try:
        return os.path.ismount(folder) or Path.cwd().is_relative_to(folder)
    except OSError:
        return True
