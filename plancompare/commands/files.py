"""Files that a command writes: whole or not at all, and never over another unless told to."""

from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from plancompare.errors import PlanCompareError


def write_whole(path: Path, write: Callable[[IO[Any]], object], force: bool, binary: bool = False) -> None:
    """Let ``write`` fill a file beside ``path`` and move it into place, so that nothing half-written is ever there.

    ``write`` gets a file open for UTF-8 text, or for bytes if ``binary``. Raises PlanCompareError if there is a file
    and no ``force``, or if the folder cannot be written to. What ``write`` raises passes through, and nothing is left.
    """
    from tempfile import NamedTemporaryFile

    check_free(path, force)
    mode, encoding = ("wb", None) if binary else ("w", "utf-8")
    try:
        with NamedTemporaryFile(mode, encoding=encoding, dir=path.parent, delete=False) as held:
            try:
                write(held)
            except BaseException:
                Path(held.name).unlink()
                raise
        Path(held.name).chmod(0o644)
        Path(held.name).replace(path)
    except OSError as error:
        raise PlanCompareError(f"cannot write {path}: {error.strerror or error}") from error


def check_free(path: Path, force: bool) -> None:
    """Raise PlanCompareError if something is at ``path`` that may not be written over."""
    if path.exists() and not force:
        raise PlanCompareError(f"{path} is there already; write over it with --force")
