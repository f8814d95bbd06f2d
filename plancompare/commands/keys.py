"""Keys of a person at a prompt: one key on a terminal, one line elsewhere; keys typed ahead are kept."""

import codecs
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

QUIT = ("\x03", "\x04", "\x1b")  # Ctrl-C, Ctrl-D, Escape
RUBOUT = ("\x7f", "\x08")
PAUSE = 0.02  # seconds in which the rest of an arrow key's signs comes behind its Escape


@contextmanager
def unbuffered() -> Iterator[None]:
    """Have the terminal hand on keys as they are typed.

    What was typed before a prompt waits for it: click's own reading of a key throws that away each time.
    """
    modes = _modes()
    if modes is None:
        yield
        return
    import termios
    import tty

    descriptor = sys.stdin.fileno()
    tty.setcbreak(descriptor, termios.TCSADRAIN)
    try:
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, modes)


def _modes() -> Any:
    """The modes of the terminal; None where there is none, or none that can be set."""
    try:
        import termios

        return termios.tcgetattr(sys.stdin.fileno()) if sys.stdin.isatty() else None
    except (ImportError, OSError, ValueError):
        return None


def key(prompt: str) -> str:
    """One key on a terminal, the first letter of a line elsewhere; the end of input is "q"."""
    click.echo(prompt, nl=False)
    if not sys.stdin.isatty():
        line = sys.stdin.readline()
        click.echo()
        return line.strip().lower()[:1] if line else "q"
    with unbuffered():
        pressed = _character().lower()
    click.echo(pressed if pressed.isprintable() else "")
    return "q" if pressed in QUIT else pressed


def words(prompt: str) -> str:
    """A line of words, with rubbing out; "" if it was left by Escape or input ended."""
    click.echo(prompt, nl=False)
    if not sys.stdin.isatty():
        line = sys.stdin.readline()
        click.echo()
        return line.strip()
    typed = ""
    with unbuffered():
        while (pressed := _character()) not in ("\r", "\n"):
            if pressed in QUIT:
                typed = ""
                break
            if pressed in RUBOUT:
                typed = typed[:-1]
                click.echo(f"\r\x1b[K{prompt}{typed}", nl=False)
            elif pressed.isprintable():
                typed += pressed
                click.echo(pressed, nl=False)
    click.echo()
    return typed.strip()


def _character() -> str:
    """The next character typed; "" for an arrow or another key that is none; Ctrl-D at the end of input."""
    if _modes() is None:
        return click.getchar()
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    character = ""
    while not character:
        byte = os.read(sys.stdin.fileno(), 1)  # past Python's own buffer, which would swallow what comes behind
        if not byte:
            return "\x04"
        character = decoder.decode(byte)
    return "" if character == "\x1b" and _rest() else character


def _rest() -> bytes:
    """What came with an Escape: the rest of an arrow key (a bracket or O, numbers, and one letter), and no more."""
    rest = b""
    while _waits():
        rest += os.read(sys.stdin.fileno(), 1)
        if rest not in (b"[", b"O") and not rest[-1:].isdigit() and rest[-1:] != b";":
            break
    return rest


def _waits() -> bool:
    from select import select

    return bool(select([sys.stdin], [], [], PAUSE)[0])
