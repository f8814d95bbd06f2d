"""Processes beside this one, which end with it however it ends."""

import gc
import os
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event, parent_process
from multiprocessing.synchronize import Event as Signal
from threading import Thread


class Pool(ProcessPoolExecutor):
    """So many processes, which can be told to end at once."""

    def __init__(self, processes: int) -> None:
        self._ended = Event()
        super().__init__(processes, initializer=_begin, initargs=(self._ended,))

    def end(self) -> None:
        """Tell all to end now, whatever they have in hand."""
        self._ended.set()

    def alive(self) -> bool:
        """Whether anybody may still give a result; a broken pool says so itself."""
        return True


def _begin(ended: Signal) -> None:
    """The keyboard speaks to the first process, which ends its helpers; one that is killed tells nobody."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    gc.disable()  # many objects and no garbage, as where the command line itself works
    parent = parent_process()
    for wait in (ended.wait, *((parent.join,) if parent else ())):
        Thread(target=_end_after, args=(wait,), daemon=True).start()


def _end_after(wait: Callable[[], object]) -> None:
    wait()
    os._exit(1)
