"""Blocks of work: the same results in the same order, wherever they are made."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType

import pytest

from plancompare.errors import PlanCompareError
from plancompare.reading.store import VARIABLE
from plancompare.working import Place, in_blocks, place_called, results, working_at
from tests.benchmarks.national import write
from tests.support import run

PLANS = 24  # two blocks of files, which two processes share


def doubled(block: Sequence[int]) -> list[int]:
    """A job."""
    return [2 * number for number in block]


def suicidal(block: Sequence[int]) -> list[int]:
    """A job that ends any process but the first."""
    if os.getppid() == int(os.environ["FIRST"]):
        os.kill(os.getpid(), signal.SIGKILL)
    return doubled(block)


def failing(block: Sequence[int]) -> list[int]:
    """A job that cannot be done."""
    raise PlanCompareError("no {thing}", thing=block[0])


@pytest.fixture(scope="module")
def nation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nation")
    write(folder, PLANS, codes=0.98)
    broken = (folder / "p00007.yaml").read_text("utf-8").replace("    text: ", "    txet: ", 1)
    (folder / "p00007.yaml").write_text(broken, "utf-8")
    return folder


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_results_come_in_the_order_of_the_blocks(processes: int) -> None:
    with working_at(Place(processes)):
        told = list(results(doubled, in_blocks(range(25), 2), 13))
    assert [one for block in told for one in block] == [2 * n for n in range(25)]


def test_a_librarys_caller_works_in_his_own_process() -> None:
    assert list(results(lambda block: os.getpid(), [1, 2, 3], 3)) == [os.getpid()] * 3


def test_what_killed_workers_leave_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIRST", str(os.getpid()))
    with working_at(Place(2)):
        assert list(results(suicidal, [[n] for n in range(9)], 9)) == [[2 * n] for n in range(9)]


def test_a_fault_of_a_job_is_a_fault_here() -> None:
    with working_at(Place(2)), pytest.raises(PlanCompareError, match="no 0"):
        list(results(failing, [[0], [1]], 2))


def test_what_cannot_travel_is_told_at_once() -> None:
    with working_at(Place(2)), pytest.raises((AttributeError, TypeError, OSError, Exception), match="pickle"):
        list(results(lambda block: block, [[0], [1]], 2))


def test_mappings_that_cannot_be_changed_travel() -> None:
    with working_at(Place(2)):
        assert list(results(dict, [MappingProxyType({1: 2})] * 2, 2)) == [{1: 2}] * 2


@pytest.mark.parametrize(
    ("words", "place"), [("auto", Place(0)), ("4", Place(4)), ("dask://host:8786", Place(cluster="host:8786"))]
)
def test_places_have_names(words: str, place: Place) -> None:
    assert place_called(words) == place


@pytest.mark.parametrize(
    "words", ["", "0", "65", "dask://", "dask://host", "ray://host:1", "²", "dask://a:b:1", "dask://host:99999"]
)
def test_what_is_no_place_is_told(words: str) -> None:
    with pytest.raises(PlanCompareError, match="is no place to work at"):
        place_called(words)


@pytest.mark.slow
@pytest.mark.parametrize(
    "words", [("list", "-f", "json"), ("standards", "-f", "json"), ("matrix", "p00001", "p00002")], ids=" ".join
)
def test_however_many_work_they_say_the_same(nation: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    said = set()
    for processes in ("1", "2"):
        environment = {VARIABLE: str(tmp_path / processes)}
        for before in (("--no-index",), (), ()):
            answer = run("--executor", processes, *before, *words, folder=nation, env=environment)
            said.add((answer.stdout, answer.stderr, answer.exit_code))
    assert len(said) == 1


@pytest.mark.slow
def test_the_keyboard_ends_it_without_litter_and_what_was_read_is_kept(nation: Path, tmp_path: Path) -> None:
    words = ["--only-plans", str(nation), "--executor", "2", "matrix"]
    environment = {**os.environ, VARIABLE: str(tmp_path / "cache")}
    process = subprocess.Popen(
        [sys.executable, "-m", "plancompare", *words],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # a background job ignores it
    )
    deadline = time.monotonic() + 60
    while not helpers(process.pid) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.3)  # Python hears no keyboard while it makes a process
    for _ in range(2):  # people press it again where nothing seems to happen
        os.killpg(process.pid, signal.SIGINT)
        time.sleep(0.1)
    _, complaints = process.communicate(timeout=60)
    assert process.returncode == 130
    assert complaints.strip() == b""
    with pytest.raises(ProcessLookupError):  # nobody of its group is left
        os.killpg(process.pid, 0)
    assert not list(nation.glob(".*"))


def helpers(pid: int) -> list[str]:
    """The children of a process."""
    try:
        return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except FileNotFoundError:
        pytest.skip("no /proc")
