"""Judged pairs in two halves, by their names: one to tune on, one to report, the same on every machine."""

from zlib import crc32


def in_half(a: str, b: str, half: str) -> bool:
    """Whether the pair belongs to ``half`` (tune or report), whichever side is named first."""
    return crc32("\n".join(sorted((a, b))).encode()) % 2 == (half == "report")
