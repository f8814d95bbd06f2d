"""Runs on a real terminal: a child of this process whose stdin, stdout and stderr are pseudo terminals."""

import os
import re
import select
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

STYLE = re.compile(rb"\x1b\[(?:0|1|2|1;36|35|1;32|31|33|36)m")
# what may not reach a terminal: controls but line ends and tabs, C1, and what turns the order of characters round
STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]|\r(?!\r*\n)")
PATIENCE = 60.0  # seconds for one run on a busy machine


class Shown(NamedTuple):
    """What a run wrote to each terminal, and how it ended (-1: it hung)."""

    stdout: bytes
    stderr: bytes
    status: int

    def steering(self) -> str:
        """The first thing that steers a terminal besides our own styles, with what stands around it; "" if none."""
        for stream in (self.stdout, self.stderr):
            text = STYLE.sub(b"", stream).decode("utf-8", "replace")  # keys are echoed as they come
            if found := STEERING.search(text):
                return repr(text[max(0, found.start() - 60) : found.end() + 20])
        return ""


def on_terminal(
    args: Sequence[str],
    keys: bytes = b"",
    env: Mapping[str, str] | None = None,
    before: Callable[[], None] | None = None,
) -> Shown:
    """One command; ``keys`` are typed at once, before the program is ready; ``before`` runs in the child first."""
    pairs = [os.openpty() for _ in range(2)]
    child = os.fork()
    if child == 0:
        _child(args, [slave for _, slave in pairs], env or {}, before)
    for _, slave in pairs:
        os.close(slave)
    masters = [master for master, _ in pairs]
    if keys:
        os.write(masters[0], keys)
    streams = _drained(masters, child)
    return Shown(streams[0], streams[1], _ended(child))


def _child(
    args: Sequence[str], slaves: Sequence[int], env: Mapping[str, str], before: Callable[[], None] | None
) -> None:
    status = 70
    try:
        os.setsid()
        for number, slave in ((0, slaves[0]), (1, slaves[0]), (2, slaves[1])):
            os.dup2(slave, number)
        os.environ.update({"LC_ALL": "C.UTF-8", "TERM": "xterm", "LANG": "C.UTF-8", **env})
        os.environ.pop("NO_COLOR", None)
        sys.stdin = os.fdopen(0, "r", encoding="utf-8", closefd=False)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
        sys.argv = ["plancompare", *args]
        if before:
            before()
        from plancompare.cli import main

        main()
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        with suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)


def _drained(masters: Sequence[int], child: int) -> list[bytes]:
    streams = dict.fromkeys(masters, b"")
    open_, until = set(masters), time.monotonic() + PATIENCE
    while open_ and time.monotonic() < until:
        for master in select.select(list(open_), [], [], 0.2)[0]:
            try:
                piece = os.read(master, 65536)
            except OSError:  # the terminal's other end is closed
                piece = b""
            streams[master] += piece
            if not piece:
                open_.discard(master)
    for master in masters:
        os.close(master)
    return [streams[master] for master in masters]


def _ended(child: int) -> int:
    until = time.monotonic() + 5
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    os.kill(child, 9)
    os.waitpid(child, 0)
    return -1
