"""Processes beside this one, which end with it however it ends."""

import gc
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import parent_process
from threading import Thread


def pool(processes: int) -> ProcessPoolExecutor:
    """So many processes."""
    return ProcessPoolExecutor(processes, initializer=_begin)


def _begin() -> None:
    """The keyboard speaks to the first process, which ends its helpers; one that is killed tells nobody."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    gc.disable()  # many objects and no garbage, as where the command line itself works
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
