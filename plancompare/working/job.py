"""A job as it travels: its bytes are made once, and a worker that has them in hand makes nothing of them anew."""

import copyreg
import pickle
from functools import lru_cache
from types import MappingProxyType
from typing import Any


def _unchangeable(items: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(items)


# Python itself sends no mapping that cannot be changed, which is what our values have where they have none
copyreg.pickle(MappingProxyType, lambda mapping: (_unchangeable, (dict(mapping),)))


def packed(value: Any) -> bytes:
    """A value as bytes; a fault shows here, where somebody waits for it, and not in a thread that hands out work."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def done(job: bytes, block: bytes) -> Any:
    """What a job gives for a block."""
    return _unpacked(job)(pickle.loads(block))


@lru_cache(maxsize=2)  # a worker has one job in hand, or two by turns
def _unpacked(job: bytes) -> Any:
    return pickle.loads(job)
