"""Adds rulings to a decisions file: at its end, as text, so that nothing a curator wrote there is touched.

Each ruling is on disk before the next question is asked; the file is replaced in one step, never half-written.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Literal, NamedTuple

from plancompare.errors import PlanCompareError
from plancompare.model import digest
from plancompare.reading import build
from plancompare.reading.nodes import MapNode, read_document
from plancompare.reading.shape import faults

Verdict = Literal["same", "different", "unsure"]
_EMPTY_LIST = re.compile(r"(?m)^decisions:[ ]*\[\]([ ]*(?:#.*)?)$")
_LAST_KEY = re.compile(r"(?m)^decisions:[ ]*(?:#.*)?\s*\Z")
HEAD = "# Curators' rulings: which commitments are one row (same), which are not (different).\ndecisions:\n"


class Ruling(NamedTuple):
    """What a person said of two commitments; ``texts`` maps the two keys to the words that were judged."""

    verdict: Verdict
    texts: Mapping[str, str]
    who: str = ""
    date: str = ""
    reason: str = ""

    def line(self) -> str:
        """The ruling as one entry of the file."""
        keys = sorted(self.texts)
        parts = [f"{self.verdict}: [{', '.join(keys)}]"]
        parts.append("hashes: {" + ", ".join(f'{key}: "{digest(self.texts[key])}"' for key in keys) + "}")
        parts += [
            f"{name}: {json.dumps(value, ensure_ascii=False)}"
            for name, value in (("reason", self.reason), ("who", self.who), ("date", self.date))
            if value
        ]
        return "- {" + ", ".join(parts) + "}\n"


class RulingsFile:
    """A decisions file that grows; ``undo`` takes back what was added through this object, last first."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._before: list[str | None] = []

    def add(self, *rulings: Ruling) -> None:
        """Append rulings, all or none; PlanCompareError if the file would not read as decisions afterwards."""
        old = self._read()
        text = old if old and old.strip() else HEAD
        end = "\r\n" if "\r\n" in text else "\n"
        text = _EMPTY_LIST.sub(r"decisions:\1", text)
        text += "" if text.endswith("\n") else end
        new = text + "".join(ruling.line().replace("\n", end) for ruling in rulings)
        if _count(new) != (_count(text) or 0) + len(rulings):
            advice = "keep `decisions:` as its last key, with entries that begin with `- ` at the start of a line"
            raise PlanCompareError(f"cannot add to {self.path}: {advice}")
        self._write(new)
        self._before.append(old)

    def undo(self) -> bool:
        """Take the last addition back; False if there is none."""
        if not self._before:
            return False
        old = self._before.pop()
        if old is None:
            self.path.unlink()
        else:
            self._write(old)
        return True

    def _read(self) -> str | None:
        try:
            return self.path.read_bytes().decode("utf-8") if self.path.exists() else None
        except (OSError, UnicodeDecodeError) as error:
            raise PlanCompareError(f"cannot read {self.path} as UTF-8 text; save it as such") from error

    def _write(self, text: str) -> None:
        path = self.path.resolve()  # what a link points to, not the link
        try:
            with NamedTemporaryFile("wb", dir=path.parent, delete=False) as held:
                held.write(text.encode())
            Path(held.name).chmod(path.stat().st_mode if path.exists() else 0o644)
            Path(held.name).replace(path)
        except OSError as error:
            raise PlanCompareError(f"cannot write {self.path}: {error.strerror or error}") from error


def _count(text: str) -> int | None:
    """How many rulings a text holds; None if it does not read as decisions."""
    if _LAST_KEY.search(text):  # no entry yet
        return 0
    root = read_document(text.encode(), "decisions").root
    if not isinstance(root, MapNode) or faults(root, root.at, "decisions"):
        return None
    return len(build.decisions(root, "decisions"))
