"""`make fuzz`: as many inputs as a time allows, through the whole program; what breaks is kept under .fuzz/.

python -m tests.attacks.fuzz --seconds 600 [--seed N] [--kind yaml] [--workers 2]

An input breaks if it raises anything but a PlanCompareError, if something steers a terminal, if a first encoding does
not read back as a sound plan, if it takes more memory than a worker has, or more than ten times the processor time of
the median input of its kind (and more than SLOW, for a median is a few milliseconds).
"""

import argparse
import gc
import json
import os
import resource
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from random import Random
from statistics import median
from types import FrameType
from typing import Any, NamedTuple

from tests.attacks import targets
from tests.attacks.targets import Input

warnings.simplefilter("ignore")
FINDS = Path(".fuzz")
SLOW = 1.0  # seconds of the processor; ten times the median of the slowest kind, Word files, is about as much
HANG = 20.0  # seconds of the processor after which an input is given up
MEMORY = 3 * 2**30  # bytes of address space that a worker may have; the libraries alone map one
SHARE = 200  # inputs between two reports of a worker


class Took(NamedTuple):
    """An input that was tried: its kind, the processor's seconds, and what went wrong ("" if nothing)."""

    kind: str
    seconds: float
    fault: str


class HangError(BaseException):
    """An input took too long; no `except Exception` on the way may swallow it."""


def _given_up(_number: int, _frame: FrameType | None) -> None:
    raise HangError


def tried(case: Input, folder: Path) -> Took:
    """One input through all that its kind has."""
    signal.setitimer(signal.ITIMER_PROF, HANG)
    started = time.process_time()
    fault = ""
    try:
        case.run(folder, case.data)
    except HangError:
        fault = "hang\n" + "".join(traceback.format_exc().splitlines(keepends=True)[-12:])
    except Exception as error:
        fault = f"{type(error).__name__}\n{traceback.format_exc()}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return Took(case.kind, time.process_time() - started, fault)


def _name_of(took: Took, case: Input) -> str:
    """One name for one fault: the kind of error and where in the program it was raised."""
    lines = [line.strip() for line in took.fault.splitlines() if "/plancompare/" in line and "File" in line]
    place = lines[-1].split("/plancompare/")[-1] if lines else took.fault[:80]
    head = took.fault.split("\n", 1)[0] if took.fault else "slow"
    return f"{case.kind}-{head}-{sha256(place.encode()).hexdigest()[:8]}" if took.fault else f"{case.kind}-slow"


def keep(took: Took, case: Input) -> str:
    """Keep a find, one for each fault, the smallest; its name."""
    name = _name_of(took, case)
    place = FINDS / name
    place.mkdir(parents=True, exist_ok=True)
    old = place / "input"
    if not old.exists() or old.stat().st_size > len(case.data):
        old.write_bytes(case.data)
        (place / "told").write_text(f"{took.kind} {took.seconds:.2f} s\n{took.fault}", "utf-8", "replace")
    return name


def work(seed: int, until: float, kinds: tuple[str, ...], pipe: int) -> None:
    """A worker: inputs until the time is up; what it did goes to the pipe, a line of JSON at a time."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGPROF, _given_up)
    random = Random(seed)
    counts: Counter[str] = Counter()
    times: dict[str, list[float]] = {}
    slow: list[tuple[Took, Input]] = []
    finds: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name, os.fdopen(pipe, "w") as report:
        folder = Path(name)
        last = FINDS / f"current-{os.getpid()}"
        for number, case in enumerate(targets.inputs(random, kinds, until), 1):
            last.write_bytes(case.data)  # a crash of the process itself leaves it
            took = tried(case, folder)
            counts[case.kind] += 1
            times.setdefault(case.kind, []).append(took.seconds)
            if took.fault:
                finds[keep(took, case)] += 1
            elif took.seconds > SLOW:
                slow.append((took, case))
            if number % SHARE == 0:
                gc.collect()
            if time.monotonic() > until:
                break
        last.unlink()
        for took, case in slow:
            if took.seconds > 10 * median(times[took.kind]) and (again := tried(case, folder)).seconds > SLOW:
                finds[keep(again, case)] += 1
        told = {kind: (counts[kind], median(times[kind]), max(times[kind])) for kind in counts}
        report.write(json.dumps({"told": told, "finds": finds}))


def main() -> None:
    """Fork the workers, add up what they say, and fail if anything was found."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seconds", type=float, default=60)
    asked.add_argument("--seed", type=int, default=None)
    asked.add_argument("--workers", type=int, default=2)
    asked.add_argument("--kind", action="append", choices=list(targets.KINDS))
    asked.add_argument("--again", type=Path, help="one input of .fuzz/ (its folder) once more, with its traceback")
    given = asked.parse_args()
    if given.again:
        _again(given.again)
        return
    FINDS.mkdir(exist_ok=True)
    seed = given.seed if given.seed is not None else int.from_bytes(os.urandom(4))
    reports = _reports(seed, time.monotonic() + given.seconds, tuple(given.kind or targets.KINDS), given.workers)
    sys.exit(_told(seed, reports))


def _again(place: Path) -> None:
    kind = place.name.split("-")[0]
    with tempfile.TemporaryDirectory() as name:
        targets.KINDS[kind].run(Path(name), (place / "input").read_bytes())


def _reports(seed: int, until: float, kinds: tuple[str, ...], workers: int) -> Iterator[Mapping[str, Any]]:
    """What each worker reports; a worker that crashed counts as a find."""
    running = []
    for number in range(workers):
        ours, theirs = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(ours)
            status = 1
            try:
                work(seed + number, until, kinds, theirs)
                status = 0
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(status)
        os.close(theirs)
        running.append((child, ours))
    for child, ours in running:
        with os.fdopen(ours) as stream:
            text = stream.read()
        _, status = os.waitpid(child, 0)
        yield json.loads(text) if text else {"told": {}, "finds": {f"crash, see .fuzz/current-{child} ({status})": 1}}


def _told(seed: int, reports: Iterator[Mapping[str, Any]]) -> int:
    """Print counts and finds; 1 if there is a find."""
    counts: Counter[str] = Counter()
    finds: Counter[str] = Counter()
    medians: dict[str, tuple[float, float]] = {}
    for report in reports:
        told: dict[str, tuple[int, float, float]] = report["told"]
        finds.update(report["finds"])
        for kind, (count, middle, most) in told.items():
            counts[kind] += count
            medians[kind] = (middle, max(most, medians.get(kind, (0, 0))[1]))
    for kind, count in sorted(counts.items()):
        middle, most = medians[kind]
        print(f"{kind:12} {count:8} inputs   median {middle * 1000:6.1f} ms   longest {most * 1000:8.1f} ms")
    print(f"{sum(counts.values())} inputs, seed {seed}, {len(finds)} finds")
    for name, count in finds.most_common():
        print(f"  {count:5} {name}")
    return int(bool(finds))


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        main()
