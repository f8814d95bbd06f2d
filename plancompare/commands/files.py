"""Files that commands write: whole or not at all, and never over what is there unless asked."""

from collections.abc import Iterable, Iterator, Mapping, Sized
from os.path import lexists
from pathlib import Path
from typing import TypeVar

import click

from plancompare.errors import PlanCompareError
from plancompare.formats import Format, by_suffix

Item = TypeVar("Item")
PATIENCE = 0.5  # seconds of silence before a bar appears


def refuse_to_overwrite(path: Path, force: bool) -> None:
    """Stop before any work is done if ``path`` is there and may not be written over."""
    if lexists(path) and not force:  # a name that no file can have is not there; writing it says why
        raise PlanCompareError(f"{path} is there already; write over it with --force")


def write_whole(path: Path, data: bytes, force: bool) -> None:
    """Write beside the file and move into place, so that no half-written file is ever there.

    A link stays a link, and a file that is there keeps its rights.
    """
    from tempfile import NamedTemporaryFile

    refuse_to_overwrite(path, force)
    try:
        path = path.resolve()
        with NamedTemporaryFile(dir=path.parent, delete=False) as held:
            beside = Path(held.name)
            try:
                held.write(data)
                held.close()
                beside.chmod(path.stat().st_mode if path.exists() else 0o644)
                beside.replace(path)
            except BaseException:
                beside.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise PlanCompareError(f"cannot write {path}: {error.strerror or error}") from error


def editor_schema(folder: Path) -> str:
    """Where an editor that opens a plan file in ``folder`` finds the schema of plans."""
    from os.path import relpath

    from plancompare.schema import schema_path

    return Path(relpath(schema_path("plan"), folder.resolve())).as_posix()


def format_asked(form: str | None, output: str, formats: Mapping[str, Format]) -> tuple[str, Format]:
    """The format named, else the one that the file's name ends on; "-" is stdout, which takes text only."""
    name = form or by_suffix(output, formats)
    if name is None:
        raise PlanCompareError(f"which format? name one with -f: {', '.join(formats)}")
    if formats[name].binary and output == "-":
        raise PlanCompareError(f"{name} is not text; name a file with -o FILE")
    return name, formats[name]


def destination(output: str, force: bool) -> Path | None:
    """The file to write, if it may be; None for "-", which is stdout."""
    path = None if output == "-" else Path(output)
    if path:
        refuse_to_overwrite(path, force)
    return path


def deliver(data: bytes, path: Path | None, force: bool) -> None:
    """Write ``data`` to its file, or to stdout: UTF-8 whatever the locale."""
    if path:
        write_whole(path, data, force)
    else:
        click.echo(data, nl=False)


def refuse_to_fill(folder: Path, force: bool) -> None:
    """Stop before any work is done if ``folder`` cannot take files, or holds some and may not be written into."""
    if folder.exists() and not folder.is_dir():
        raise PlanCompareError(f"{folder} is a file; name a folder")
    if folder.is_dir() and not force and any(folder.iterdir()):
        raise PlanCompareError(f"{folder} is not empty; write into it with --force")


def write_folder(folder: Path, files: Mapping[str, bytes], force: bool) -> None:
    """Write ``files`` (path -> bytes) beside their places, and move them in only when all are written.

    Files of the same names are written over, others stay. Raises PlanCompareError where that cannot be.
    """
    from os import getpid
    from shutil import rmtree

    refuse_to_fill(folder, force)
    for name in files:
        _refuse_clash(folder, name)
    try:
        # inside a folder that is there: it may be a file system of its own, and files move only within one
        held = (folder if folder.is_dir() else folder.parent) / f".{folder.name}-{getpid()}"
        held.mkdir()
        try:
            for name, data in files.items():
                (held / name).parent.mkdir(parents=True, exist_ok=True)
                (held / name).write_bytes(data)
            if folder.is_dir():
                for name in files:
                    (folder / name).parent.mkdir(parents=True, exist_ok=True)
                    (held / name).replace(folder / name)
            else:
                held.replace(folder)
        finally:
            rmtree(held, ignore_errors=True)
    except OSError as error:
        raise PlanCompareError(f"cannot write {folder}: {error.strerror or error}") from error


def _refuse_clash(folder: Path, name: str) -> None:
    """Stop if a folder stands where a file should go, or a file where a folder should."""
    path = folder / name
    if path.is_dir():
        raise PlanCompareError(f"{path} is a folder and cannot be written over; name another folder")
    above = next((parent for parent in path.parents if parent != folder and parent.is_file()), None)
    if above:
        raise PlanCompareError(f"{above} is a file where a folder is wanted; name another folder")


def watched(items: Iterable[Item]) -> Iterator[Item]:
    """``items``, with a progress bar on stderr if a person is there and it takes a while."""
    from contextlib import ExitStack
    from sys import stderr
    from time import monotonic

    started, bar = monotonic(), None
    with ExitStack() as stack:
        for place, item in enumerate(items):
            yield item
            if bar is None and stderr.isatty() and isinstance(items, Sized) and monotonic() - started > PATIENCE:
                bar = stack.enter_context(click.progressbar(length=len(items), file=stderr, show_eta=False))
                bar.update(place)
            if bar is not None:
                bar.update(1)
