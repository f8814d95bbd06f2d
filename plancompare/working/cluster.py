"""A Dask cluster that somebody runs: blocks go there as they would to processes of our own.

Nothing of a cluster is made here: its scheduler hands out the jobs, and does those of a lost worker anew.
"""

from collections.abc import Callable
from concurrent.futures import Executor
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from plancompare.errors import PlanCompareError, install
from plancompare.messages import reason

PATIENCE = "10s"  # for the scheduler to answer


class Cluster(Executor):
    """The executor of a Dask client, whose connection ends with it."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._executor = client.get_executor(pure=False)
        self._code = code()
        self._ended = False

    def submit(self, job: Callable[..., Any], /, *args: Any, **named: Any) -> Any:
        """Hand out a job."""
        return self._executor.submit(partial(_checked, self._code, job), *args, **named)

    def alive(self) -> bool:
        """Whether the scheduler answers and has a worker."""
        try:
            return self._client.status == "running" and bool(self._client.nthreads())
        except (OSError, ValueError, TimeoutError):
            return False

    def end(self) -> None:
        """Ask for nothing any more; the cluster is not ours to end."""
        self._ended = True

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Go; where the run was stopped, or nobody is left, without waiting for what is in hand."""
        self._executor.shutdown(wait=wait and not self._ended and self.alive())
        self._client.close(timeout=1 if self._ended else None)


def cluster(address: str) -> "tuple[Cluster, int]":
    """The executor of the cluster whose scheduler listens at HOST:PORT, and how many threads its workers have.

    Raises PlanCompareError where the library is missing or nobody answers.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise PlanCompareError("a cluster needs a further library; {install}", install=install("cluster")) from error
    try:
        client = Client(f"tcp://{address}", timeout=PATIENCE, set_as_default=False)
        threads = sum(client.nthreads().values())
    except (OSError, ValueError) as error:
        raise PlanCompareError(
            "no Dask cluster answers at {address}: {why}", address=address, why=reason(error)
        ) from error
    if not threads:
        client.close()
        raise PlanCompareError("the Dask cluster at {address} has no workers", address=address)
    return Cluster(client), threads


@cache
def code() -> str:
    """A hash of this program's own modules: only the same ones say the same."""
    root = Path(__file__).parent.parent
    hashed = sha256()
    for path in sorted(root.rglob("*.py")):
        hashed.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return hashed.hexdigest()


def _checked(asked: str, job: Callable[..., Any], *args: Any) -> Any:
    """What a job gives, on a worker that has the same code as who asked."""
    if code() != asked:
        raise PlanCompareError("a worker of the cluster has another plancompare; install the same on all machines")
    return job(*args)
