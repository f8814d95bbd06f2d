"""The places at which blocks of work may be done."""

import os
import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from plancompare.errors import PlanCompareError

MOST = 64  # processes: more than a desk has processors is a slip of the pen
_CLUSTER = re.compile(r"dask://((?:[^\s/:\[\]]+|\[[0-9a-fA-F:.]+\]):(\d{1,5}))")
PORTS = 65_535
Watch = Callable[[Iterable[Any]], Iterable[Any]]  # passes on what it counts, which has a length


def unwatched(steps: Iterable[Any]) -> Iterable[Any]:
    """The watch of one who is not looking."""
    return steps


class Place(NamedTuple):
    """Where work is done: in so many ``processes`` (1: this one alone; 0: as many as pay), or on a ``cluster``.

    ``cluster`` is HOST:PORT of a scheduler, "" for none. ``watch`` shows a person how far the work is.
    """

    processes: int = 1
    cluster: str = ""
    watch: Watch = unwatched

    def workers(self, worth: bool) -> int:
        """How many processes are to work; ``worth``: the work is so much that further ones pay."""
        return self.processes or (processors() if worth else 1)


def place_called(words: str) -> Place:
    """The place that a person calls so: ``auto``, a number of processes, or dask://HOST:PORT.

    Raises PlanCompareError for anything else.
    """
    if words == "auto":
        return Place(0)
    if words.isascii() and words.isdigit() and 1 <= int(words) <= MOST:
        return Place(int(words))
    if (cluster := _CLUSTER.fullmatch(words)) and 0 < int(cluster[2]) <= PORTS:
        return Place(cluster=cluster[1])
    raise PlanCompareError(
        '"{words}" is no place to work at; say auto, a number of processes (1 to {most}) or dask://HOST:PORT',
        words=words,
        most=MOST,
    )


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
