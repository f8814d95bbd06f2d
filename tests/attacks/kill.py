"""`make kill`: whatever writes is killed, at every file event and at random moments, and what is left is looked at.

python -m tests.attacks.kill --times 500 [--seed N] [--command review]

After a kill every file is as it was or as it was to be, whole; every ruling that was confirmed is on disk; the next
run succeeds, ends as a run that nobody disturbed, and leaves nothing hidden. Signals that ask a program to end
(SIGTERM, SIGINT, SIGHUP) leave nothing hidden even before that. Then: two writers at once, a full disk, a read-only
file.
"""

import argparse
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import NamedTuple

from plancompare.reading.collection import load, read_decisions
from tests.support import collection, plan_text

DAY = "2026-01-31"
PAIRS = 4  # commitments of each plan: as many questions
EVENTS = ("open", "os.rename", "os.remove", "os.link", "os.mkdir", "os.rmdir", "os.chmod", "os.chown", "os.truncate")
SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
WAIT = 60.0  # seconds for one run on a busy machine
Held = Mapping[str, bytes]
PROMPTS = (b"choose \xc2\xb7", b"words of a standard > ")  # of `review` when it codes
SHEETS = ("sheet", "batch", "code sheet")  # what was written by a run that was killed is read by the next


class Command(NamedTuple):
    """A run that writes into its folder: ``args`` and what is typed (``keys``); ``prepare`` makes what it changes."""

    args: Sequence[str]
    keys: bytes = b""
    prepare: Callable[[Path], None] = lambda folder: None


class Ended(NamedTuple):
    """How a run ended: the kill's signal or exit status, what it printed, and how many file events it had."""

    status: int
    stdout: bytes
    events: int


def _sheet(folder: Path) -> None:
    run(COMMANDS["sheet"], folder)
    path = folder / "pairs.csv"
    lines = path.read_text("utf-8-sig").splitlines()
    path.write_text("\n".join([lines[0], *("same" + line for line in lines[1:])]) + "\n", "utf-8")


def _older(folder: Path) -> None:
    run(COMMANDS["encode"], folder)
    with (folder / "draft.txt").open("a", encoding="utf-8") as stream:
        stream.write("\n五、新任务\n新建体育馆3座。推进数字校园建设。\n")


def _published(folder: Path) -> None:
    run(COMMANDS["publish"], folder)
    (folder / "set" / "mine.txt").write_text("mine", "utf-8")


STANDARDS = """\
theme: staffing
standards:
- {id: managed, label: {zh: 区管校聘, en: Managed}, wordings: [推进区管校聘改革, 区管校聘项目, 县管校聘]}
- {id: rotation, label: {zh: 交流轮岗, en: Rotation}, wordings: [教师交流轮岗, 校际交流改革, 轮岗项目]}
"""


def _catalogue(folder: Path) -> None:
    (folder / "plans" / "standards").mkdir()
    (folder / "plans" / "standards" / "staffing.yaml").write_text(STANDARDS, "utf-8")


def _codes(folder: Path) -> None:
    _catalogue(folder)
    run(COMMANDS["code sheet"], folder)
    path = folder / "codes.csv"
    head, *lines = path.read_text("utf-8-sig").splitlines()
    filled = [("none", "managed", "2")[number % 3] + line for number, line in enumerate(lines)]
    path.write_text("\n".join([head, *filled]) + "\n", "utf-8")


REPORT = ("report", "-o", "r.md", "--force")
COMMANDS: Mapping[str, Command] = {
    "code": Command(
        ("review", "--by", "code"), b"1\nn\n/\n\xe8\xbd\xae\xe5\xb2\x97\n1\nb\n2\nu\nb\n1\n2\n1\n", prepare=_catalogue
    ),
    "code sheet": Command(("review", "--by", "code", "--batch", "codes.csv"), prepare=_catalogue),
    "codes": Command(("review", "--batch", "codes.csv"), prepare=_codes),
    "review": Command(("review", "--date", DAY), b"s\nd\nb\n" * 2 + b"s\n" * PAIRS),
    "sheet": Command(("review", "--batch", "pairs.csv")),
    "batch": Command(("review", "--batch", "pairs.csv", "--date", DAY), prepare=_sheet),
    "report": Command(REPORT, prepare=lambda folder: _written(folder / "r.md", b"old")),
    "xlsx": Command(("report", "-o", "r.xlsx", "--force"), prepare=lambda folder: _written(folder / "r.xlsx", b"old")),
    "encode": Command(("encode", "draft.txt", "-o", "d.yaml", "--force")),
    "into": Command(("encode", "draft.txt", "--into", "d.yaml"), prepare=_older),
    "publish": Command(("publish", "set", "--date", DAY, "--force")),
    "again": Command(("publish", "set", "--date", DAY, "--force", "--title", "Another"), prepare=_published),
    "new": Command(("new", "cc", "-o", "cc.yaml", "--force")),
    "new over": Command(("new", "cc", "--like", "chaoyang", "-o", "cc.yaml", "--force")),
}


def _written(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def made(folder: Path, command: Command) -> Path:
    """A collection of two plans, a text, and what the command wants."""
    plans = {}
    for name in ("a", "b"):
        texts = [f"id: {name}{n}, text: 推进区管校聘改革第{n}期项目, theme: staffing" for n in range(PAIRS)]
        plans[name] = plan_text(name, texts)
    collection(folder / "plans", plans)
    (folder / "draft.txt").write_text(
        "某区规划（2026—2030年）\n一、任务\n" + "新建学校10所，确保编制达标。\n" * 3, "utf-8"
    )
    command.prepare(folder)
    return folder


OURS = ".zenodo.json"  # hidden by its own convention, and published


def held(folder: Path, hidden: bool = False) -> dict[str, bytes]:
    """Path -> bytes of all files, or of the hidden ones that a run leaves."""
    found = {}
    for path in folder.rglob("*"):
        name = str(path.relative_to(folder))
        if path.is_file() and hidden == any(part.startswith(".") and part != OURS for part in Path(name).parts):
            found[name] = path.read_bytes()
    return found


def run(
    command: Command, folder: Path, at: int = 0, after: float = 0, number: int = signal.SIGKILL, counted: bool = True
) -> Ended:
    """One run in a fork, killed at its ``at``-th file event, or with a signal ``after`` seconds, or not at all."""
    names = [tempfile.TemporaryFile() for _ in range(3)]  # noqa: SIM115
    names[0].write(command.keys)
    names[0].seek(0)
    child = os.fork()
    if child == 0:
        _child(command, folder, [stream.fileno() for stream in names], at)
    if after:
        time.sleep(after)
        with suppress(ProcessLookupError):
            os.kill(child, number)
    status = _waited(child)
    texts = []
    for stream in names[1:]:
        stream.seek(0)
        texts.append(stream.read())
        stream.close()
    head, mark, events = texts[1].rpartition(b"EVENTS ")  # what was killed did not come to it
    return Ended(status, texts[0] + (head if mark else events), int(events) if mark else 0)


def _waited(child: int) -> int:
    until = time.monotonic() + WAIT
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.002)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    raise AssertionError("hangs")


def _child(command: Command, folder: Path, streams: Sequence[int], at: int) -> None:
    """Run the program as a process of its own does; file events in the folder are counted."""
    status, seen = 70, [0]

    def hook(event: str, args: tuple[object, ...]) -> None:
        if event in EVENTS and _writes(event, args, str(folder)):
            seen[0] += 1
            if seen[0] == at:
                os.kill(os.getpid(), signal.SIGKILL)

    try:
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        for name, stream in zip(("stdin", "stdout", "stderr"), range(3), strict=True):
            setattr(sys, name, os.fdopen(stream, "w" if stream else "r", closefd=False))
        os.chdir(folder)
        sys.argv = ["plancompare", "--plans", str(folder / "plans"), "--lang", "en", *command.args]
        sys.addaudithook(hook)
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have had it ignored
        from plancompare.cli import main

        main()
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 0
    except BaseException:
        traceback.print_exc()
    with suppress(Exception):
        sys.stdout.flush()
        sys.stderr.flush()
        os.write(2, f"EVENTS {seen[0]}".encode())
    os._exit(status)


def _writes(event: str, args: tuple[object, ...], folder: str) -> bool:
    """Whether an event changes something below the folder, or may have just done so."""
    if event == "open":
        flags = args[2] if len(args) > 2 and isinstance(args[2], int) else 0
        return bool(flags & (os.O_WRONLY | os.O_RDWR)) and (folder in str(args[0]) or not str(args[0]).startswith("/"))
    return True


class Trial:
    """One command, what stands before and after it, and what a kill may leave."""

    def __init__(self, name: str, home: Path) -> None:
        self.name, self.command = name, COMMANDS[name]
        self.home = home
        self.start = made(home / "start", self.command)
        self.before = held(self.start)
        whole = self.copy()
        ended = run(self.command, whole)
        assert ended.status == 0, ended
        self.after, self.events = held(whole), ended.events
        started = time.monotonic()
        run(self.command, self.copy())
        self.seconds = time.monotonic() - started
        self.steps = self._steps() if name == "code" else []

    def _steps(self) -> list[Held]:
        """What stands on disk after none, one, two ... of the lines that are typed."""
        typed = self.command.keys.splitlines(keepends=True)
        steps: list[Held] = []
        for count in range(len(typed) + 1):
            place = self.copy()
            run(self.command._replace(keys=b"".join(typed[:count])), place)
            steps.append(held(place))
        return steps

    def copy(self) -> Path:
        """A fresh copy of the start, at the same path each time: some files tell where they lie."""
        place = self.home / "place"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.start, place, symlinks=True)
        return place

    def kill(self, at: int = 0, after: float = 0, number: int = signal.SIGKILL) -> bool:
        """Kill one run and look at what is left; whether it was killed before its end."""
        place = self.copy()
        ended = run(self.command, place, at, after, number)
        left = held(place)
        told = f"{self.name} at {at} after {after:.3f} by {number}: status {ended.status}"
        assert b"Traceback" not in ended.stdout or number == signal.SIGINT, f"{told}\n{ended.stdout.decode()}"
        self._is_old_or_new(left, ended, told)
        if ended.status != -signal.SIGKILL:
            hidden = held(place, hidden=True)
            assert not hidden, f"{told}: left {sorted(hidden)}"
        again = run(self.command, place)
        assert again.status in (0, 2) if self.name in SHEETS else again.status == 0, f"{told}: then {again}"
        assert not held(place, hidden=True), f"{told}: litter after the next run: {sorted(held(place, hidden=True))}"
        if self.name not in ("review", "code", "sheet", "code sheet"):
            assert held(place) == self.after, (
                f"{told}: the next run ends otherwise: {_differing(held(place), self.after)}"
            )
        return ended.status not in (0, 2)

    def _is_old_or_new(self, left: Held, ended: Ended, told: str) -> None:
        if self.name == "review":
            self._holds_what_was_confirmed(left, ended, told)
            return
        if self.name == "code":
            self._holds_what_was_coded(left, ended, told)
            return
        changed = {
            name for name in self.before.keys() | self.after.keys() if self.before.get(name) != self.after.get(name)
        }
        states = {left.get(name) == self.after.get(name) for name in changed}
        for name in left.keys() | self.before.keys():
            known = (self.before.get(name), self.after.get(name))
            assert left.get(name) in known, f"{told}: {name} is neither old nor new"
        if self.name in ("publish", "again"):
            assert len(states) <= 1, f"{told}: old and new files are mixed"

    def _holds_what_was_coded(self, left: Held, ended: Ended, told: str) -> None:
        """All lines but the last were taken in when a prompt is shown: what they did is on disk, and nothing else."""
        shown = sum(map(ended.stdout.count, PROMPTS))
        known = self.steps[max(0, shown - 1) : shown + 1] if ended.stdout else self.steps
        assert left in known, f"{told}: {shown} prompts, and not what was typed is on disk"

    def _holds_what_was_confirmed(self, left: Held, ended: Ended, told: str) -> None:
        """As many rulings as questions were answered: a question is printed once the one before it is on disk."""
        path = self.home / "place" / "plans" / "decisions.yaml"
        count = 0
        if path.exists():
            rulings, findings = read_decisions(path)
            assert not findings, f"{told}: {findings[0]}"
            count = len(rulings)
        shown = [line.split(b"/")[0] for line in ended.stdout.splitlines() if b"  score " in line]
        least = int(shown[-1]) - 1 if shown else 0
        if not ended.stdout:  # on a full disk nobody looks at what was printed: a sound file is enough
            return
        assert least - 1 <= count <= least + 1, f"{told}: {count} rulings on disk, {least} confirmed"
        if counted := re.search(rb"(\d+) ruled on", ended.stdout):
            assert count == int(counted[1]), f"{told}: {count} rulings on disk, {counted[1]!r} told"
        others = {name: data for name, data in left.items() if not name.endswith("decisions.yaml")}
        assert others == dict(self.before), told


def _differing(one: Held, other: Held) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def killed(names: Sequence[str], times: int, random: Random) -> Counter[str]:
    """All kills asked for: each event of each command once, the rest at random moments."""
    done: Counter[str] = Counter()
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        trials = [Trial(name, Path(folder) / name) for name in names]
        for trial in trials:
            for at in range(1, trial.events + 1):
                _counted(lambda trial=trial, at=at: trial.kill(at), trial.name, done, faults)  # type: ignore[misc]
        while sum(done.values()) < times:
            trial = random.choice(trials)
            after, number = random.uniform(0.001, trial.seconds), random.choice(SIGNALS)
            _counted(lambda t=trial, a=after, n=number: t.kill(0, a, n), trial.name, done, faults)  # type: ignore[misc]
    done["faults"] = len(faults)
    return done


def _counted(kill: Callable[[], bool], name: str, done: Counter[str], faults: list[str]) -> None:
    try:
        done[name] += kill()
    except AssertionError as error:
        done[name] += 1
        faults.append(str(error))
        print(error, flush=True)


def both_at_once(trials: int, random: Random) -> list[str]:
    """Two people at one collection at the same time, in turn ruling and coding: all that they confirmed is there."""
    faults = []
    for number in range(trials):
        with tempfile.TemporaryDirectory() as name:
            coding = number % 2 == 1
            folder = made(Path(name), Command((), prepare=_catalogue) if coding else Command(()))
            typed = (b"1\n", b"2\n", b"n\n", b"u\n") if coding else (b"s\n", b"d\n", b"u\n")
            keys = [b"".join(random.choice(typed) for _ in range(2 * PAIRS)) for _ in range(2)]
            status, told = _at_once(folder, ["--by", "code"] if coding else ["--date", DAY], keys)
            confirmed = sum(int(text.split(" ")[0]) for text in told if text[0].isdigit())
            on_disk, findings = _coded(folder) if coding else _ruled(folder)
            if status != [0, 0] or findings or on_disk != confirmed or held(folder, hidden=True):
                faults.append(f"two writers {number}: {on_disk} of {confirmed} on disk, {status} {told} {findings}")
    return faults


def _at_once(folder: Path, args: Sequence[str], keys: Sequence[bytes]) -> tuple[list[int], list[str]]:
    """Two runs of `review` that are typed into; how each ended, and the last line that it told."""
    line = [sys.executable, "-m", "plancompare", "--plans", str(folder / "plans"), "--lang", "en", "review", *args]
    running = [subprocess.Popen(line, stdin=-1, stdout=-3, stderr=-1) for _ in keys]
    for process, typed in zip(running, keys, strict=True):
        assert process.stdin
        with suppress(BrokenPipeError):
            process.stdin.write(typed)
            process.stdin.close()
    told = [process.stderr.read().decode().splitlines()[-1] for process in running if process.stderr]
    return [process.wait() for process in running], told


def _ruled(folder: Path) -> tuple[int, Sequence[object]]:
    rulings, findings = read_decisions(folder / "plans" / "decisions.yaml")
    return len(rulings), findings


def _coded(folder: Path) -> tuple[int, Sequence[object]]:
    corpus = load(folder / "plans")
    return sum(bool(commitment.standard) for commitment in corpus.commitments()), corpus.findings


def full_disk(names: Sequence[str]) -> list[str]:
    """Each command with a limit on what a file may hold, as on a full disk: one line, nothing half, nothing hidden."""
    faults = []
    for name in names:
        for limit in (0, 1, 100, 700, 1500, 4000, 9000, 20000):
            with tempfile.TemporaryDirectory() as folder:
                trial = Trial(name, Path(folder))
                place = trial.copy()
                ended = _limited(trial.command, place, limit)
                try:
                    trial._is_old_or_new(held(place), ended, f"{name} with {limit} bytes: {ended.status}")
                    assert ended.status in (0, 2) and not held(place, hidden=True), (
                        f"{name} with {limit} bytes: {ended}"
                    )
                except AssertionError as error:
                    faults.append(str(error))
    return faults


def _limited(command: Command, folder: Path, limit: int) -> Ended:
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        nowhere = os.open(os.devnull, os.O_RDWR)
        source, other = os.pipe()
        os.write(other, command.keys)
        os.close(other)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        _child(command, folder, [source, nowhere, nowhere], 0)
    return Ended(_waited(child), b"", 0)


def main() -> None:
    """Kills, then two writers, then full disks; 1 if anything was found."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--times", type=int, default=500)
    asked.add_argument("--writers", type=int, default=60)
    asked.add_argument("--seed", type=int, default=None)
    asked.add_argument("--command", action="append", choices=list(COMMANDS))
    given = asked.parse_args()
    seed = given.seed if given.seed is not None else int.from_bytes(os.urandom(4))
    names, random = given.command or list(COMMANDS), Random(seed)
    import plancompare.commands.encode
    import plancompare.commands.report
    import plancompare.commands.review  # noqa: F401

    done = killed(names, given.times, random)
    faults = done.pop("faults")
    print(f"{sum(done.values())} kills, seed {seed}: {dict(sorted(done.items()))}, {faults} faults", flush=True)
    writers = both_at_once(given.writers, random)
    print(f"{given.writers} times two writers, {len(writers)} faults")
    disks = full_disk(names)
    print(f"{8 * len(names)} full disks, {len(disks)} faults")
    for fault in (*writers, *disks):
        print(fault)
    sys.exit(bool(faults or writers or disks))


if __name__ == "__main__":
    main()
