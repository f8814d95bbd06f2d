"""What grows with a collection: CPU time and memory of commands over invented national collections.

    python -m tests.benchmarks.scale [--plans 5 50 300] [--codes 0 0.9] [--only matrix] [--folder KEEP]

Each command is a process of its own. Time is what it took of the processors (user and system), so that other programs
beside it change little; it is told as a ratio to reading the same files with PyYAML's C loader, the loader taking its
turn in the same run. Every command runs once to warm what is kept between runs, then twice, and the faster counts.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.benchmarks.national import write

LOADER = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).glob("*.yaml")):
    yaml.load(path.read_bytes(), yaml.CSafeLoader)
"""
MATRIX_BAR, REPORT_BAR = 2.0, 12.0  # times the loader, at 300 plans


class Cost(NamedTuple):
    """What a process took: seconds of the processors, MB at its largest."""

    seconds: float
    megabytes: float


COMMANDS: Mapping[str, Sequence[str]] = {
    "list": ("list",),
    "diff of two": ("diff", "p00001", "p00003", "--no-pager"),
    "show": ("show", "p00001", "--no-pager"),
    "standards": ("standards", "--no-pager"),
    "search": ("search", "县管校聘", "--no-pager"),
    "matrix": ("matrix", "--no-pager"),
    "gaps": ("gaps", "p00001", "--no-pager"),
    "gaps against two": ("gaps", "p00001", "--against", "p00003", "p00000", "--no-pager"),
    "report -f json": ("report", "-f", "json", "-o", "-"),
}
FEW = (
    "list",
    "diff of two",
    "show",
    "standards",
    "gaps against two",
)  # those that the largest collections have to bear


def cost(argv: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """Run a process to its end; SystemExit where it fails."""
    with subprocess.Popen(
        argv, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, **environment}
    ) as process:
        assert process.stderr
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(argv)} failed: {said.decode()[-500:]}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def measured(argv: Sequence[str], environment: Mapping[str, str], rounds: int) -> Cost:
    """The least of several runs, after one to warm up."""
    if rounds > 1:
        cost(argv, environment)
    runs = [cost(argv, environment) for _ in range(rounds)]
    return Cost(min(run.seconds for run in runs), max(run.megabytes for run in runs))


def rows(folder: Path, only: Sequence[str], rounds: int, cache: Path) -> Iterator[tuple[str, Cost]]:
    """The loader, then each command over the collection."""
    environment = {"PLANCOMPARE_CACHE": str(cache), "LC_ALL": "C.UTF-8"}
    yield "C loader", measured([sys.executable, "-c", LOADER, str(folder)], environment, rounds)
    program = [str(Path(sys.executable).with_name("plancompare")), "--only-plans", str(folder)]
    for name in only:
        yield name, measured([*program, *COMMANDS[name]], environment, rounds)


def exponent(small: float, large: float, growth: float) -> float:
    """The power of the number of plans with which a cost grows: 1 is linear, 2 the square."""
    return log(large / small) / log(growth)


def table(folder: Path, sizes: Sequence[int], codes: float, only: Sequence[str], rounds: int) -> None:
    """Print one line a command and size."""
    seconds: dict[tuple[str, int], float] = {}
    for place, plans in enumerate(sizes):
        collection = folder / f"n{plans}-{codes:g}"
        if not collection.is_dir():
            write(collection, plans, codes)
        for name, taken in rows(collection, only, rounds, folder / "cache"):
            seconds[name, plans] = taken.seconds
            ratio = taken.seconds / seconds["C loader", plans]
            line = f"{plans:5} plans {codes:4.0%} coded  {name:18} {taken.seconds:8.2f} s {taken.megabytes:6.0f} MB"
            line += f" {ratio:7.2f} x loader"
            before = sizes[place - 1] if place else 0
            if before:
                line += f"  exponent {exponent(seconds[name, before], taken.seconds, plans / before):.2f}"
            print(line, flush=True)


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description="CPU time and memory over invented national collections.")
    parser.add_argument("--plans", type=int, nargs="+", default=[5, 50, 300])
    parser.add_argument("--codes", type=float, nargs="+", default=[0.0, 0.9], help="shares of commitments coded")
    parser.add_argument("--only", nargs="+", choices=list(COMMANDS), default=list(COMMANDS))
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="keep the collections there, for the next run")
    asked = parser.parse_args()
    with TemporaryDirectory() as scratch:
        for codes in asked.codes:
            table(asked.folder or Path(scratch), sorted(asked.plans), codes, asked.only, asked.rounds)


if __name__ == "__main__":
    main()
