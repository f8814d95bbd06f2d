"""What grows with a collection: CPU time and memory of commands over invented national collections.

    python -m tests.benchmarks.scale [--plans 5 50 300] [--codes 1] [--only matrix] [--folder KEEP]

Each command is a process of its own, once without and once with the index of plans read before; both have to say the
same, byte for byte. Time is what it took of the processors (user and system), so that other programs beside it change
little; it is told as a ratio to reading the same files with PyYAML's C loader, which takes its turn in the same run.
Where not all is coded every pair of plans is compared, and time grows with the square: 50 plans take minutes.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
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
LARGE = 300  # plans; beyond, only commands that take minutes at most


class Cost(NamedTuple):
    """What a process took: seconds of the processors, MB at its largest; the hash of what it said."""

    seconds: float
    megabytes: float
    said: str = ""


COMMANDS: Mapping[str, Sequence[str]] = {
    "list": ("list",),
    "diff of two": ("diff", "p00001", "p00003", "--no-pager"),
    "gaps against two": ("gaps", "p00001", "--against", "p00003", "p00000", "--no-pager"),
    "standards": ("standards", "--no-pager"),
    "search": ("search", "县管校聘", "--no-pager"),
    "matrix": ("matrix", "--no-pager"),
    "report -f json": ("report", "-f", "json", "-o", "-"),
}
FEW = ("list", "diff of two", "gaps against two", "standards", "matrix")


def cost(argv: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """Run a process to its end; SystemExit where it fails."""
    said = sha256()
    with subprocess.Popen(
        argv, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**os.environ, **environment}
    ) as process:
        assert process.stdout
        while piece := process.stdout.read(1 << 20):
            said.update(piece)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(argv)} failed with status {process.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said.hexdigest())


def costs(folder: Path, only: Sequence[str], cache: Path) -> Iterator[tuple[str, Cost, Cost]]:
    """The loader, then each command over the collection without and with the index."""
    environment = {"PLANCOMPARE_CACHE": str(cache), "LC_ALL": "C.UTF-8"}
    loader = cost([sys.executable, "-c", LOADER, str(folder)], environment)
    yield "C loader", loader, loader
    program = [str(Path(sys.executable).with_name("plancompare")), "--only-plans", str(folder)]
    for place, name in enumerate(only):
        if place == 0:
            cost([*program, *COMMANDS[name]], environment)  # compiles the catalogue and fills the index
        without = cost([*program, "--no-index", *COMMANDS[name]], environment)
        first, again = (cost([*program, *COMMANDS[name]], environment) for _ in range(2))
        if not without.said == first.said == again.said:
            raise SystemExit(f"{name} of {folder} says other things with the index than without")
        yield name, without, again


def exponent(small: float, large: float, growth: float) -> float:
    """The power of the number of plans with which a cost grows: 1 is linear, 2 the square."""
    return log(large / small) / log(growth)


def table(folder: Path, sizes: Sequence[int], codes: float, only: Sequence[str]) -> None:
    """Print one line a command and size."""
    before: dict[str, tuple[int, Cost, Cost]] = {}
    print(f"{'plans':>5} {'coded':>5}  {'':18} {'no index':>9} {'x loader':>9} {'MB':>6} {'index':>9} {'x loader':>9}")
    for plans in sizes:
        collection = folder / f"n{plans}-{codes:g}"
        if not collection.is_dir():
            write(collection, plans, codes)
        loader = 0.0
        for name, without, again in costs(
            collection, [n for n in only if plans <= LARGE or n in FEW], folder / "cache"
        ):
            loader = loader or without.seconds
            line = f"{plans:5} {codes:5.0%}  {name:18}"
            line += f" {without.seconds:8.2f}s {without.seconds / loader:8.2f}x {without.megabytes:6.0f}"
            line += f" {again.seconds:8.2f}s {again.seconds / loader:8.2f}x"
            if name in before:
                smaller, *taken = before[name]
                powers = [
                    exponent(old.seconds, new.seconds, plans / smaller)
                    for old, new in zip(taken, (without, again), strict=True)
                ]
                line += f"  exponents {powers[0]:.2f}, {powers[1]:.2f}"
            before[name] = (plans, without, again)
            print(line, flush=True)


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description="CPU time and memory over invented national collections.")
    parser.add_argument("--plans", type=int, nargs="+", default=[5, 50, 300])
    parser.add_argument("--codes", type=float, nargs="+", default=[1.0], help="shares of commitments coded (0-1)")
    parser.add_argument("--only", nargs="+", choices=list(COMMANDS), default=list(COMMANDS))
    parser.add_argument("--folder", type=Path, help="keep the collections there, for the next run")
    asked = parser.parse_args()
    with TemporaryDirectory() as scratch:
        for codes in asked.codes:
            table(asked.folder or Path(scratch), sorted(asked.plans), codes, asked.only)


if __name__ == "__main__":
    main()
