"""Results of a job over many blocks, in the order of the blocks, whoever works on them."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from typing import TypeVar

from plancompare.working.place import Place, chosen, processors

Block = TypeVar("Block")
Result = TypeVar("Result")
AHEAD = 3  # blocks a worker has waiting: enough that none is idle, so few that they weigh nothing


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
    place = chosen()
    processes = place.processes or (processors() if worth else 1)
    if count < 2 or (processes < 2 and not place.cluster):
        yield from place.watch(_Counted(map(here or job, blocks), count))
        return
    executor, workers = _executor(place, min(processes, count))
    try:
        yield from place.watch(_Counted(_in_order(executor, job, blocks, AHEAD * workers), count))
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


class _Counted(Iterable[Result]):
    """Results of which it is known how many there will be."""

    def __init__(self, results: Iterator[Result], count: int) -> None:
        self._results, self._count = results, count

    def __iter__(self) -> Iterator[Result]:
        return self._results

    def __len__(self) -> int:
        return self._count


def _executor(place: Place, processes: int) -> tuple[Executor, int]:
    """Who works, and how many they are."""
    if place.cluster:
        from plancompare.working.cluster import cluster

        return cluster(place.cluster)
    from plancompare.working.processes import pool

    return pool(processes), processes


def _in_order(
    executor: Executor, job: Callable[[Block], Result], blocks: Iterable[Block], ahead: int
) -> Iterator[Result]:
    """Each result in its turn; what workers cannot finish, for they were killed, is done here."""
    waiting: deque[tuple[Block, Future[Result] | None]] = deque()
    try:
        for block in blocks:
            waiting.append((block, _submitted(executor, job, block)))
            if len(waiting) > ahead:
                yield _result(job, *waiting.popleft())
        while waiting:
            yield _result(job, *waiting.popleft())
    finally:
        for _, future in waiting:
            if future is not None:
                future.cancel()


def _submitted(executor: Executor, job: Callable[[Block], Result], block: Block) -> "Future[Result] | None":
    try:
        return executor.submit(job, block)
    except BrokenExecutor:
        return None


def _result(job: Callable[[Block], Result], block: Block, future: "Future[Result] | None") -> Result:
    try:
        return job(block) if future is None else future.result()
    except BrokenExecutor:
        return job(block)


def in_blocks(items: Sequence[Block], size: int) -> Iterator[Sequence[Block]]:
    """``items`` in their order, so many at once."""
    return (items[start : start + size] for start in range(0, len(items), size))
