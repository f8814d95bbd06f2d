"""Adds rulings to a decisions file: at its end, as text, so that nothing a curator wrote there is touched.

Each ruling is on disk before the next question is asked. Several people may add to one file at once: every addition is
made to what the file holds at that moment, and who takes one back takes back that one.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from plancompare.errors import PlanCompareError
from plancompare.files import edit
from plancompare.messages import Message
from plancompare.model import Decision, digest
from plancompare.reading import build
from plancompare.reading.writing.scalars import key, quoted
from plancompare.reading.writing.sound import sound_root, text_of

Verdict = Literal["same", "different", "unsure"]
_EMPTY_LIST = re.compile(r"(?m)^decisions:[ ]*\[\]([ ]*(?:#.*)?\r?)$")
_LAST_KEY = re.compile(r"(?m)^decisions:([ ]*(?:#.*)?\s*)\Z")
HEAD = "# Curators' rulings: which commitments are one row (same), which are not (different).\n"
LIST = "decisions:\n"
ADVICE = Message("keep `decisions:` as its last key, with entries that begin with `- ` at the start of a line")
_OPPOSITE = {("same", "different"), ("different", "same")}


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
        parts = [f"{self.verdict}: [{', '.join(map(key, keys))}]"]
        parts.append("hashes: {" + ", ".join(f'{key(k)}: "{digest(self.texts[k])}"' for k in keys) + "}")
        said = (("reason", self.reason), ("who", self.who), ("date", self.date))
        parts += [f"{name}: {quoted(value)}" for name, value in said if value]
        return "- {" + ", ".join(parts) + "}\n"


class _Addition(NamedTuple):
    """What was put into a file: ``added`` rulings, which are ``lines`` of it, when it held ``before``."""

    added: int
    lines: bytes
    before: bytes | None
    after: bytes | None

    def light(self) -> "_Addition":
        """The same without the whole contents, where they differ by the lines alone, put behind others."""
        first = self.before is None or _LAST_KEY.search(self.before.decode())
        if not first and self.after == (self.before or b"") + self.lines:
            return self._replace(before=None, after=None)
        return self


class RulingsFile:
    """A decisions file that grows; ``undo`` takes back what was added through this object, last first."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._additions: list[_Addition] = []

    def add(self, *rulings: Ruling, again: bool = True) -> int:
        """Append rulings, all or none; how many were appended.

        Unless ``again``, those that the file holds already are passed over. Raises PlanCompareError if the file would
        not read as decisions afterwards, or (unless ``again``) says the opposite of a ruling.
        """
        addition = _Addition(0, b"", None, None)

        def grown(data: bytes | None) -> bytes | None:
            nonlocal addition
            addition = _addition(data, rulings, self.path, again)
            return addition.after

        edit(self.path, grown)
        self._additions.append(addition.light())
        return addition.added

    def undo(self) -> bool:
        """Take the last addition back, and nothing else; False if there is none."""
        if not self._additions:
            return False
        last = self._additions[-1]
        edit(self.path, lambda data: _without(data, last, self.path))
        self._additions.pop()
        return True


def _addition(data: bytes | None, rulings: Sequence[Ruling], path: Path, again: bool) -> _Addition:
    """The rulings put behind what a file holds."""
    text = _with_list(text_of(data or b"", str(path)))
    standing = () if _LAST_KEY.search(text) else _decisions(text, path)
    fresh = rulings if again else [ruling for ruling in rulings if not _known(ruling, standing, path)]
    if not fresh:
        return _Addition(0, b"", data, data)
    end = "\r\n" if "\r\n" in text else "\n"
    text += "" if text.endswith("\n") else end
    lines = "".join(ruling.line().replace("\n", end) for ruling in fresh)
    try:
        count = len(_decisions(text + lines, path))
    except PlanCompareError:
        count = -1
    if count != len(standing) + len(fresh):
        raise PlanCompareError("cannot add to {path}: {advice}", path=path, advice=ADVICE)
    return _Addition(len(fresh), lines.encode(), data, (text + lines).encode())


def _with_list(text: str) -> str:
    """The text with a list that entries can be put behind."""
    if not text.strip():
        return HEAD + LIST
    if all(not line.strip() or line.startswith("#") for line in text.splitlines()):
        return f"{text.rstrip()}\n{LIST}"
    return _EMPTY_LIST.sub(r"decisions:\1", text)


def _decisions(text: str, path: Path) -> tuple[Decision, ...]:
    return build.decisions(sound_root(text, str(path), "decisions"), str(path))


def _known(ruling: Ruling, standing: Sequence[Decision], path: Path) -> bool:
    """Whether the file has a ruling already, of the same person as far as they gave a name."""
    for decision in standing:
        if not set(ruling.texts) <= set(decision.members) or _is_stale(decision, ruling):
            continue
        if (decision.kind, ruling.verdict) in _OPPOSITE:
            raise PlanCompareError(
                "{path}:{line}: {pair} are ruled {before} here, {now} now;"
                " take this ruling out first if it no longer holds",
                path=path,
                line=decision.at.line,
                pair=tuple(sorted(ruling.texts)),
                before=decision.kind,
                now=ruling.verdict,
            )
        if decision.kind == ruling.verdict and (not ruling.who or decision.who in ("", ruling.who)):
            return True
    return False


def _is_stale(decision: Decision, ruling: Ruling) -> bool:
    """Whether a decision was made on other words than those now judged."""
    return any(decision.digests.get(k, digest(text)) != digest(text) for k, text in ruling.texts.items())


def _without(data: bytes | None, last: _Addition, path: Path) -> bytes | None:
    """What a file holds but for an addition: as it was before if nobody wrote to it since, else without its lines."""
    if not last.lines:
        return data
    if last.after is not None and data == last.after:
        return last.before
    start = (b"\n" + (data or b"")).rfind(b"\n" + last.lines)
    if data is None or start < 0:
        lines = last.lines.decode().strip()
        raise PlanCompareError(
            "cannot take the ruling back, it no longer stands in {path} as it was written: {lines}",
            path=path,
            lines=lines,
        )
    rest = data[:start] + data[start + len(last.lines) :]
    return _LAST_KEY.sub(r"decisions: []\1", rest.decode()).encode()  # a key without entries is no list
