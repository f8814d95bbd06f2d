"""Property tests say the same on every machine: no clock decides, and the same examples are drawn.

What is dear to make is kept in one folder a run: the shipped catalogue is read and compiled once, and nothing that an
earlier run kept can hide a fault.
"""

import os
from shutil import rmtree
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, settings

from plancompare.reading.store import VARIABLE

settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], database=None
)
settings.load_profile("steady")


def pytest_configure(config: pytest.Config) -> None:
    """Name the run's own cache folder, before any module of tests loads a collection; workers take their parent's."""
    if not hasattr(config, "workerinput"):
        os.environ[VARIABLE] = mkdtemp(prefix="plancompare-tests-")


def pytest_unconfigure(config: pytest.Config) -> None:
    """The folder goes with the run."""
    if not hasattr(config, "workerinput"):
        rmtree(os.environ.pop(VARIABLE), ignore_errors=True)
