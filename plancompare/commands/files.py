"""Where commands write to and in which format, and the bar that is shown while a person waits."""

from collections.abc import Iterable, Iterator, Mapping, Sized
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar, cast

import click

from plancompare.commands.streams import Gate, put_bytes, tell
from plancompare.errors import PlanCompareError
from plancompare.files import refuse_to_overwrite, write_whole
from plancompare.formats import Format, by_suffix
from plancompare.telling.words import say

if TYPE_CHECKING:
    from plancompare.commands.session import Session
    from plancompare.formats.editor import Kind

Item = TypeVar("Item")
PATIENCE = 0.5  # seconds of silence before a bar appears


def editor_schema(session: "Session", kind: "Kind" = "plan") -> bytes:
    """The schema of one kind of file, with the words of the session's collection in it."""
    from plancompare.formats.editor import Words, render
    from plancompare.reading.collection import vocabulary

    codebook, indicators, catalogue, _ = vocabulary(session.root)
    return render(Words(codebook, indicators, catalogue), kind)


def put_editor_schema(session: "Session", folder: Path) -> None:
    """Write the schema of plans into ``folder``, where its plans name it, unless one is there; and say so."""
    from plancompare.formats.editor import file_name

    path = folder / file_name()
    if not lexists(path):
        write_whole(path, editor_schema(session), force=False)
        tell(say("schema_written", session.lang, file=path))


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


def deliver(data: bytes | Iterable[bytes], path: Path | None, force: bool) -> None:
    """Write ``data``, whole or in pieces, to its file, or to stdout: UTF-8 whatever the locale."""
    if path:
        write_whole(path, data, force)
        return
    for piece in (data,) if isinstance(data, bytes) else data:
        put_bytes(piece)


def watched(items: Iterable[Item], left: bool = False) -> Iterator[Item]:
    """``items``, with a progress bar on stderr if a person is there and it takes a while; and the time ``left``."""
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
                bar = stack.enter_context(click.progressbar(length=length, file=paper, show_eta=left))
                bar.update(number)
            if bar is not None:
                bar.update(1)
