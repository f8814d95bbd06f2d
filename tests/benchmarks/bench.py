"""Whole-process ratios, measured in one run: `make bench`.

Absolute times depend on the machine; ratios of processes that take turns in one run do not, much. Each row is the
median of paired runs, with the bar it is held to.
"""

import compileall
import gc
import os
import pty
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import yaml

import plancompare
from plancompare.formats import FORMATS
from plancompare.reading.collection import shipped
from plancompare.reading.nodes import read_document

ROUNDS = 15
PYTHON = sys.executable
COMMAND = [str(Path(PYTHON).with_name("plancompare")), "--plans", str(shipped())]
CLICK = [PYTHON, "-c", "import click"]
LIBRARIES = [PYTHON, "-c", "import click, rich.table, yaml, rapidfuzz"]


def in_terminal(argv: list[str]) -> float:
    """Seconds that a command takes on a terminal of 140 columns, its output read to the end."""
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "140", "LINES": "50"}
    started = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(argv[0], argv, environment)
    try:
        while os.read(terminal, 65536):
            pass
    except OSError:
        pass  # the terminal hangs up when the command ends
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    if status:
        raise SystemExit(f"{' '.join(argv)} failed with status {status}")
    return time.perf_counter() - started


def in_pipe(argv: list[str]) -> float:
    """Seconds that a command takes with its output in a pipe."""
    started = time.perf_counter()
    subprocess.run(argv, check=True, capture_output=True)
    return time.perf_counter() - started


def reading() -> tuple[float, float]:
    """Seconds to read the shipped files with places and duplicate keys, and by yaml's own C loader."""
    texts = [path.read_bytes() for path in sorted(shipped().glob("*.yaml"))]
    gc.collect()
    started = time.perf_counter()
    for text in texts:
        read_document(text, "bench")
    ours = time.perf_counter() - started
    gc.collect()
    started = time.perf_counter()
    for text in texts:
        yaml.load(text, yaml.CSafeLoader)
    return ours, time.perf_counter() - started


def ratio(measure: Callable[[], tuple[float, float]]) -> float:
    """The median ratio of pairs measured one after the other; one pair first to warm up."""
    measure()
    return median(a / b for a, b in (measure() for _ in range(ROUNDS)))


def report(name: str) -> tuple[float, float]:
    """Seconds that a report of the shipped plans takes in one format, and as JSON."""
    with TemporaryDirectory() as folder:
        took = [
            in_pipe([*COMMAND, "report", "-f", form, "-o", str(Path(folder) / f"report.{form}")])
            for form in (name, "json")
        ]
    return took[0], took[1]


def as_report(name: str) -> Callable[[], tuple[float, float]]:
    """The measuring of one format."""
    return lambda: report(name)


ROWS: tuple[tuple[str, float, Callable[[], tuple[float, float]]], ...] = (
    (
        "--help / python -c 'import click'",
        1.5,
        lambda: (in_pipe([*COMMAND, "--help"]), in_pipe(CLICK)),
    ),
    (
        "diff of the shipped plans on a terminal / import click, rich.table, yaml, rapidfuzz",
        3.0,
        lambda: (in_terminal([*COMMAND, "diff", "--no-pager"]), in_terminal(LIBRARIES)),
    ),
    (
        "diff of the shipped plans in a pipe / the same imports",
        3.0,
        lambda: (in_pipe([*COMMAND, "diff"]), in_pipe(LIBRARIES)),
    ),
    (
        "the same without decisions: every pair scored",
        3.25,
        lambda: (in_pipe([*COMMAND, "diff", "--no-decisions"]), in_pipe(LIBRARIES)),
    ),
    *(
        (f"report -f {name} / report -f json", 3.0, as_report(name))
        for name in FORMATS
        if name not in ("json", "docx")  # the bar leaves Word files out; theirs is told, not held
    ),
    ("report -f docx / report -f json", float("inf"), as_report("docx")),
    ("reading with places and duplicate keys / yaml.load(CSafeLoader)", 0.6, reading),
)


def main() -> None:
    """Print each ratio beside its bar. Byte code is made first, as an installation would have it."""
    compileall.compile_dir(str(Path(plancompare.__file__).parent), quiet=1)
    for name, bar, measure in ROWS:
        found = ratio(measure)
        print(f"{found:6.2f}  (bar {bar:.2f}) {'ok  ' if found <= bar else 'OVER'}  {name}", flush=True)


if __name__ == "__main__":
    main()
