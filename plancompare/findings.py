"""Faults in data are values with a place: gathered, sorted and shown together, never raised."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from plancompare.messages import Message

Level = Literal["error", "warning", "hint"]


class Location(NamedTuple):
    """A place in a file; line and column count from 1, 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


NOWHERE = Location("")


class Finding(NamedTuple):
    """One fault.

    ``at`` is where it stands, ``check`` the name of the rule that found it, ``reason`` why a curator
    accepts it (a waived finding counts for nothing but is not forgotten).
    """

    at: Location
    level: Level
    message: Message
    check: str
    reason: str = ""

    def __str__(self) -> str:
        return self.line("waived" if self.reason else self.level, self.message)

    def line(self, level: str, message: str) -> str:
        """The finding on one line, with words for its level and message."""
        tail = f" [{self.reason}]" if self.reason else ""
        text = f"{self.at}: {level}: {message} ({self.check}){tail}"
        return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def in_reading_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by file, line and column, each once."""
    return tuple(sorted(set(findings), key=lambda f: (f.at.file, f.at.line, f.at.column, f.check, f.message)))


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that make data unusable and that nobody waived."""
    return tuple(f for f in findings if f.level == "error" and not f.reason)
