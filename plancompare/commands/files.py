"""Files that commands write: whole or not at all, and never over what is there unless asked."""

from collections.abc import Iterable, Iterator
from os.path import lexists
from pathlib import Path
from typing import TypeVar

import click

from plancompare.errors import PlanCompareError

Item = TypeVar("Item")
PATIENCE = 0.5  # seconds of silence before a bar appears


def refuse_to_overwrite(path: Path, force: bool) -> None:
    """Stop before any work is done if ``path`` is there and may not be written over."""
    if lexists(path) and not force:  # a name that no file can have is not there; writing it says why
        raise PlanCompareError(f"{path} is there already; write over it with --force")


def write_whole(path: Path, data: bytes, force: bool) -> None:
    """Write beside the file and move into place, so that no half-written file is ever there."""
    from tempfile import NamedTemporaryFile

    refuse_to_overwrite(path, force)
    try:
        with NamedTemporaryFile(dir=path.parent, delete=False) as held:
            beside = Path(held.name)
            try:
                held.write(data)
                held.close()
                beside.chmod(0o644)
                beside.replace(path)
            except BaseException:
                beside.unlink()
                raise
    except OSError as error:
        raise PlanCompareError(f"cannot write {path}: {error.strerror or error}") from error


def watched(items: Iterable[Item]) -> Iterator[Item]:
    """``items``, with a progress bar on stderr if a person is there and it takes a while."""
    from contextlib import ExitStack
    from sys import stderr
    from time import monotonic

    held = list(items)
    started, bar = monotonic(), None
    with ExitStack() as stack:
        for place, item in enumerate(held):
            yield item
            if bar is None and stderr.isatty() and monotonic() - started > PATIENCE:
                bar = stack.enter_context(click.progressbar(length=len(held), file=stderr, show_eta=False))
                bar.update(place)
            if bar is not None:
                bar.update(1)
