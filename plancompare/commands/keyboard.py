"""Keys and words of a person: keys one by one on a terminal, one line each elsewhere.

What is typed before a question stands there is an answer to it and not thrown away: people who code and rule type
ahead.
"""

import os
import re
import sys
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from plancompare.commands.streams import show

# what an arrow or function key sends: no answer, and its first byte no wish to quit
_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.)")
_END = frozenset("\x03\x04\x1b")
PIECE = 1024


class Keyboard:
    """Gives keys; what came in one piece with a key waits for the next question."""

    def __init__(self) -> None:
        self._waiting = ""
        self._decoded = getincrementaldecoder("utf-8")("replace").decode

    def key(self, prompt: str) -> str:
        """The next key in small letters; "" for one that says nothing; the end of input is "q", to quit."""
        show(prompt)
        sys.stdout.flush()
        typing = self._is_typing()
        try:
            pressed = self._typed(sys.stdin.fileno()) if typing else _first(sys.stdin.readline())
        except (OSError, UnicodeDecodeError, EOFError, AttributeError):  # no input: Python has None for a closed one
            pressed = "q"
        show(f"{pressed if typing else ''}\n")
        return pressed

    def words(self, prompt: str) -> str:
        """A line of words, which the terminal lets a person mend before it is sent; "" at the end of input."""
        show(prompt)
        sys.stdout.flush()
        before, end, self._waiting = self._waiting.partition("\n")
        if end:
            show(f"{before}\n")
            return before.strip()
        show(before)
        try:
            line = before + (self._line(sys.stdin.fileno()) if self._is_typing() else sys.stdin.readline())
        except (OSError, UnicodeDecodeError, EOFError, AttributeError):
            line = before
        return line.strip()

    def _is_typing(self) -> bool:
        """Whether keys come from a terminal."""
        return sys.stdin is not None and not sys.stdin.closed and sys.stdin.isatty()

    def _line(self, descriptor: int) -> str:
        """A line as the terminal sends it, read past Python's own buffer, which would swallow what comes behind."""
        line, _, rest = self._decoded(os.read(descriptor, PIECE)).partition("\n")
        self._waiting = rest
        return line

    def _typed(self, descriptor: int) -> str:
        if not self._waiting:
            with _one_by_one(descriptor):
                piece = os.read(descriptor, PIECE)
            self._waiting = self._decoded(piece) if piece else "\x04"
        if sequence := _SEQUENCE.match(self._waiting):
            self._waiting = self._waiting[sequence.end() :]
            return ""
        key, self._waiting = self._waiting[:1].lower(), self._waiting[1:]
        return "q" if key in _END else key


def _first(line: str) -> str:
    """The key that a line stands for."""
    return line.strip().lower()[:1] if line else "q"


@contextmanager
def _one_by_one(descriptor: int) -> Iterator[None]:
    """Keys come as they are typed, unseen, and with those that were typed before."""
    try:
        import termios
    except ImportError:  # a system whose terminals give lines
        yield
        return
    before: list[Any] = termios.tcgetattr(descriptor)
    ours = [*before]
    ours[3] = ours[3] & ~(termios.ICANON | termios.ECHO)
    ours[6] = [*before[6]]
    ours[6][termios.VMIN], ours[6][termios.VTIME] = 1, 0
    termios.tcsetattr(descriptor, termios.TCSADRAIN, ours)  # the flushing way, which getpass takes, drops what waits
    try:
        yield
    finally:
        with suppress(termios.error):
            termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
