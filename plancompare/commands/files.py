"""Where commands write to and in which format, and the bar that is shown while a person waits."""

from collections.abc import Iterable, Iterator, Mapping, Sized
from pathlib import Path
from typing import Any, TextIO, TypeVar, cast

import click

from plancompare.commands.streams import Gate, put_bytes
from plancompare.errors import PlanCompareError
from plancompare.files import refuse_to_overwrite, write_whole
from plancompare.formats import Format, by_suffix

Item = TypeVar("Item")
PATIENCE = 0.5  # seconds of silence before a bar appears


def editor_schema(folder: Path) -> str:
    """Where an editor that opens a plan file in ``folder`` finds the schema of plans."""
    from os.path import realpath, relpath

    from plancompare.schema import schema_path

    return Path(relpath(schema_path("plan"), realpath(folder))).as_posix()


def format_asked(form: str | None, output: str, formats: Mapping[str, Format]) -> tuple[str, Format]:
    """The format named, else the one that the file's name ends on; "-" is stdout, which takes text only."""
    name = form or by_suffix(output, formats)
    if name is None:
        raise PlanCompareError("which format? name one with -f: {formats}", formats=tuple(formats))
    if formats[name].binary and output == "-":
        raise PlanCompareError("{name} is not text; name a file with -o FILE", name=name)
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
        put_bytes(data)


def watched(items: Iterable[Item]) -> Iterator[Item]:
    """``items``, with a progress bar on stderr if a person is there and it takes a while."""
    from contextlib import ExitStack
    from sys import stderr
    from time import monotonic

    # a bar moves the cursor, which no gate lets through, and says nothing but how far it is
    paper = cast(TextIO, stderr.under if isinstance(stderr, Gate) else stderr)
    length = len(items) if isinstance(items, Sized) else None
    seen = length is not None and paper and paper.isatty()
    started = monotonic()
    bar: Any = None
    with ExitStack() as stack:
        for number, item in enumerate(items):
            yield item
            if bar is None and seen and monotonic() - started > PATIENCE:
                bar = stack.enter_context(click.progressbar(length=length, file=paper, show_eta=False))
                bar.update(number)
            if bar is not None:
                bar.update(1)
