"""The device that takes everything and gives nothing, for streams that are closed or broken."""

import os
from contextlib import suppress


def keep_numbers() -> None:
    """Open what is closed of descriptors 0 to 2: a file that got such a number would be taken for the stream."""
    with suppress(OSError):
        while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
            pass
        os.close(descriptor)


def divert(descriptor: int) -> None:
    """Have what is written to a descriptor go nowhere."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, descriptor)
        os.close(nowhere)
