"""The same jobs on a Dask cluster that runs: a real scheduler and two worker processes on this machine."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread, Timer

import pytest

from plancompare.errors import PlanCompareError
from plancompare.model import Lang
from plancompare.reading.store import VARIABLE
from plancompare.telling.messages import message_text
from plancompare.working import results, working_at
from plancompare.working.place import Place
from tests.benchmarks.national import write
from tests.support import run

ROOT = Path(__file__).parent.parent.parent
STEPS = 24


def slowly(block: int) -> int:
    """A job that leaves time to kill who does it."""
    time.sleep(0.15)
    return block * block


class Cluster:
    """A scheduler with two workers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.processes: list[subprocess.Popen[str]] = []
        scheduler = self._begun("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        assert scheduler.stderr
        self.address = ""
        for line in scheduler.stderr:
            if found := re.search(r"tcp://(127\.0\.0\.1:\d+)", line):
                self.address = found[1]
                break
        Thread(target=scheduler.stderr.read, daemon=True).start()
        self.workers = [self._worker() for _ in range(2)]

    def _worker(self) -> "subprocess.Popen[str]":
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
        worker = self._begun("worker", f"tcp://{self.address}", *options)
        assert worker.stderr
        Thread(target=worker.stderr.read, daemon=True).start()
        return worker

    def _begun(self, program: str, *words: str) -> "subprocess.Popen[str]":
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path]),
            VARIABLE: str(self.folder / "cache"),
        }
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", program, *words],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
            cwd=self.folder,
            env=environment,
        )
        self.processes.append(process)
        return process

    def close(self) -> None:
        """End all of them."""
        for process in reversed(self.processes):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    distributed = pytest.importorskip("distributed")
    begun = Cluster(tmp_path)
    try:
        with distributed.Client(f"tcp://{begun.address}", timeout="30s", set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
        yield begun
    finally:
        begun.close()


@pytest.mark.slow
def test_a_worker_that_is_killed_half_way_changes_nothing(cluster: Cluster) -> None:
    told = []
    with working_at(Place(cluster=cluster.address)):
        for number, result in enumerate(results(slowly, range(STEPS), STEPS)):
            told.append(result)
            if number == STEPS // 3:
                os.kill(cluster.workers[0].pid, signal.SIGKILL)
    assert told == [n * n for n in range(STEPS)]


@pytest.mark.slow
def test_commands_say_the_same_from_a_cluster_one_worker_of_which_is_killed(cluster: Cluster, tmp_path: Path) -> None:
    folder = tmp_path / "nation"
    write(folder, 40, codes=1.0)
    killer = Timer(1, lambda: None)
    for words in (("list",), ("matrix",)):
        here = run("--executor", "1", "--no-index", *words, folder=folder, env={VARIABLE: ""})
        if words == ("matrix",):
            killer = Timer(1, cluster.workers[1].kill)
            killer.start()
        place = f"dask://{cluster.address}"
        there = run("--executor", place, "--no-index", *words, folder=folder, env={VARIABLE: ""})
        assert (there.exit_code, there.stdout) == (0, here.stdout)
    killer.join()


@pytest.mark.slow
def test_where_nobody_answers_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("plancompare.working.cluster.PATIENCE", "1s")
    write(tmp_path / "nation", 3)
    told = run("--executor", "dask://127.0.0.1:9", "--no-index", "list", folder=tmp_path / "nation")
    assert isinstance(told.exception, PlanCompareError)
    assert "no Dask cluster answers at 127.0.0.1:9" in told.exception.message


@pytest.mark.parametrize(("lang", "words"), [("en", "pip install"), ("zh", "需要另装")])
def test_without_the_library_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: Lang, words: str
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    write(tmp_path / "nation", 3)
    told = run("--executor", "dask://127.0.0.1:9", "--no-index", "list", folder=tmp_path / "nation")
    assert isinstance(told.exception, PlanCompareError)
    said = message_text(told.exception.message, lang)
    assert words in said
    assert "plancompare[cluster]" in said
