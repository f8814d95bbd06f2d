"""Results of a job over many blocks, in the order of the blocks, whoever works on them."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, TypeVar

from plancompare.working.place import Place

if TYPE_CHECKING:  # what is worth no further process must not wait for it
    from concurrent.futures import Future

    from plancompare.working.cluster import Cluster
    from plancompare.working.processes import Pool

Block = TypeVar("Block")
Result = TypeVar("Result")
Item = TypeVar("Item")
PATIENCE = 5.0  # seconds after which is asked whether those are still there who may give a result
AHEAD = 3  # blocks a worker has waiting: enough that none is idle, so few that they weigh nothing


class _Team:
    """Who works at a place; they are called when the first block is there, and go when the place is left."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.workers = 1
        self._executor: Pool | Cluster | None = None

    def executor(self, processes: int) -> "Pool | Cluster":
        """The interface to all of them."""
        if self._executor is None and self.place.cluster:
            from plancompare.working.cluster import cluster

            self._executor, self.workers = cluster(self.place.cluster)
        elif self._executor is None:
            from plancompare.working.processes import Pool

            self._executor, self.workers = Pool(processes), processes
        return self._executor

    def close(self, at_once: bool) -> None:
        """Send all home; what nobody has begun is left undone, and ``at_once`` what somebody has in hand, too."""
        if self._executor is not None:
            if at_once:
                self._executor.end()
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None


_team: ContextVar[_Team | None] = ContextVar("team", default=None)


@contextmanager
def working_at(place: Place) -> Iterator[None]:
    """Have the blocks of all that runs inside be worked on at a place.

    Where nobody says anything a library's caller works in his own process alone.
    """
    team = _Team(place)
    token = _team.set(team)
    at_once = True  # a person who stops a run waits for nothing
    try:
        yield
        at_once = False
    finally:
        _team.reset(token)
        team.close(at_once)


def results(
    job: Callable[[Block], Result],
    blocks: Iterable[Block],
    count: int,
    worth: bool = True,
    here: Callable[[Block], Result] | None = None,
) -> Iterator[Result]:
    """What ``job`` gives for each of ``count`` blocks, which may be made as they are needed.

    ``worth``: the work is so much that further processes pay where nobody said how many there are to be. ``here`` is
    done in the place of ``job`` where this process works alone, and no value has to travel.
    """
    team = _team.get() or _Team(Place())
    processes = team.place.workers(worth)
    if not count or (processes < 2 and not team.place.cluster):
        told: Iterator[Result] = map(here or job, blocks)
    else:
        executor = team.executor(processes)
        told = _in_order(executor, job, blocks, AHEAD * team.workers)
    yield from team.place.watch(_Counted(told, count))


class _Counted(Iterable[Result]):
    """Results of which it is known how many there will be."""

    def __init__(self, results: Iterator[Result], count: int) -> None:
        self._results, self._count = results, count

    def __iter__(self) -> Iterator[Result]:
        return self._results

    def __len__(self) -> int:
        return self._count


def _in_order(
    executor: "Pool | Cluster", job: Callable[[Block], Result], blocks: Iterable[Block], ahead: int
) -> Iterator[Result]:
    """Each result in its turn; what workers cannot finish, for they were killed, is done here."""
    from plancompare.working.job import packed

    waiting: deque[tuple[Block, Future[Result] | None]] = deque()
    job_bytes = packed(job)
    try:
        for block in blocks:
            waiting.append((block, _submitted(executor, job_bytes, packed(block))))
            if len(waiting) > ahead:
                yield _result(executor, job, *waiting.popleft())
        while waiting:
            yield _result(executor, job, *waiting.popleft())
    finally:
        for _, future in waiting:
            if future is not None:
                future.cancel()


def _submitted(executor: "Pool | Cluster", job: bytes, block: bytes) -> "Future[Any] | None":
    from concurrent.futures import BrokenExecutor

    from plancompare.working.job import done

    try:
        return executor.submit(done, job, block) if executor.alive() else None
    except BrokenExecutor:
        return None


def _result(
    executor: "Pool | Cluster", job: Callable[[Block], Result], block: Block, future: "Future[Result] | None"
) -> Result:
    """What a worker gives for a block; where nobody is left who could, it is done here."""
    from concurrent.futures import BrokenExecutor, CancelledError

    while future is not None:
        try:
            return future.result(PATIENCE)
        except TimeoutError:
            if future.done():  # meanwhile, or with a fault of this kind that is the job's own
                return future.result()
            future = future if executor.alive() else None
        except (BrokenExecutor, CancelledError):
            future = None
    return job(block)


def in_blocks(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """``items`` in their order, so many at once."""
    return (items[start : start + size] for start in range(0, len(items), size))
