"""The gate: everything that is printed passes it, answers, messages, and what click or Python say for themselves.

Nothing passes that steers a terminal, whatever a plan, a file's name or an argument holds, but for the styles that a
screen painted. A stream that is closed or full ends the run with one line and a status that means no answer.
"""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOBase, TextIOWrapper
from typing import IO, Any

from plancompare.errors import PlanCompareError
from plancompare.files.nowhere import divert
from plancompare.messages import Message, reason
from plancompare.telling.text import cleared, one_line


class UnheardError(PlanCompareError):
    """An answer could not be written to stdout; ``gone`` if who was to read it has gone, as `head` does."""

    def __init__(self, why: str, gone: bool = False) -> None:
        super().__init__("cannot write to stdout: {why}", why=why)
        self.gone = gone


class Gate(TextIOBase):
    """A stream that is cleared on the way; ``under`` is the one that it leads to, None if that is closed.

    What an answer (``vital``) loses is an error; a message that nobody can see is none.
    """

    def __init__(self, under: IO[str] | None, vital: bool) -> None:
        self.under = under
        self.vital = vital

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """That of the stream."""
        return getattr(self.under, "encoding", None) or "utf-8"

    @property
    def buffer(self) -> "Raw":
        """The gate for bytes, which are taken for UTF-8."""
        return Raw(self)

    def writable(self) -> bool:
        """Always: what cannot be written is told when it is."""
        return True

    def isatty(self) -> bool:
        """Whether a person sees it."""
        return self.under is not None and self.under.isatty()

    def fileno(self) -> int:
        """That of the stream; OSError where it has none."""
        if self.under is None:
            raise OSError(errno.EBADF, "closed")
        return self.under.fileno()

    def write(self, text: str) -> int:
        """Write a text, cleared."""
        if not isinstance(text, str):
            raise TypeError("a text is wanted")  # by this click tells streams of text from those of bytes
        if text:
            with self._complaints():
                self._open().write(cleared(text))
        return len(text)

    def write_data(self, data: bytes) -> None:
        """Write UTF-8 text whatever the locale, cleared; line ends stay as they are."""
        try:
            data = cleared(data.decode("utf-8")).encode("utf-8")
        except UnicodeDecodeError:  # no text of ours
            data = cleared(data.decode("utf-8", "replace")).encode("utf-8")
        if data:
            with self._complaints():
                under = self._open()
                under.flush()
                under.buffer.write(data)  # type: ignore[attr-defined]

    def flush(self) -> None:
        """Have everything leave the program."""
        if self.under is not None and not self.under.closed:
            with self._complaints():
                self.under.flush()

    def _open(self) -> IO[str]:
        if self.under is None or self.under.closed:
            raise OSError(errno.EBADF, Message("it is closed"))
        return self.under

    @contextmanager
    def _complaints(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            _divert(self.under)
            if self.vital:
                raise UnheardError(reason(error), error.errno == errno.EPIPE) from error


class Raw:
    """What click writes bytes to."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    def write(self, data: bytes) -> int:
        """Write bytes, cleared."""
        if not isinstance(data, bytes | bytearray | memoryview):
            raise TypeError("bytes are wanted")
        self._gate.write_data(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Have everything leave the program."""
        self._gate.flush()


def _divert(stream: IO[str] | None) -> None:
    """Have what a broken stream still holds go nowhere: Python would try once more at the end, and complain."""
    with suppress(OSError, ValueError):
        if stream is not None:
            divert(stream.fileno())


def set_gates() -> None:
    """Put a gate before stdout and stderr, where there is none yet."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if not isinstance(stream, Gate):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="replace")  # a terminal that cannot show 丰台 is no reason to stop
            setattr(sys, name, Gate(stream, vital=name == "stdout"))


@contextmanager
def gates() -> Iterator[None]:
    """Gates for as long as something runs; what was printed has left the program afterwards."""
    streams = sys.stdout, sys.stderr
    set_gates()
    try:
        yield
        sys.stdout.flush()
    finally:
        sys.stdout, sys.stderr = streams


def tell(message: object) -> None:
    """Say something on stderr, on one line."""
    sys.stderr.write(f"{one_line(str(message))}\n")
    sys.stderr.flush()


def show(text: str) -> None:
    """Print a text on stdout as it is."""
    sys.stdout.write(text)


def put_bytes(data: bytes) -> None:
    """Print data on stdout: UTF-8 whatever the locale; at once, so that a full disk is told before anything else."""
    buffer: Any = sys.stdout.buffer
    buffer.write(data)
    sys.stdout.flush()
