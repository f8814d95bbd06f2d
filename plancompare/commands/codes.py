"""The part of `review` that codes: commitments that nobody held against the catalogue, one by one or in a sheet."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from plancompare.commands.keyboard import Keyboard
from plancompare.commands.streams import show, tell
from plancompare.errors import PlanCompareError
from plancompare.files import place_of
from plancompare.telling.messages import message_text
from plancompare.telling.words import say

if TYPE_CHECKING:
    from plancompare.asking.standards import Proposal
    from plancompare.commands.session import Session
    from plancompare.formats.code_sheet import Filled
    from plancompare.model import Catalogue, Commitment, Corpus
    from plancompare.reading.writing.codes import CodedFile

MOST_FOUND = 9  # standards that a search puts before a person: one for each key
NOTHING = ("", "s", "u", "?", "skip", "unsure", "跳过", "待定")  # what leaves a line of a sheet open
NO_STANDARD = ("n", "none", "无")


class Answer(NamedTuple):
    """What a person said to a commitment: a code, or to leave it open, to go back, to end."""

    kind: Literal["code", "open", "back", "quit"]
    standard: str = ""


_KEYS = {"u": Answer("open"), "s": Answer("open"), "b": Answer("back"), "q": Answer("quit")}


class ShippedError(PlanCompareError):
    """Something was to be written into the collection that comes with the package."""


def refuse_shipped(path: Path) -> None:
    """Stop before anything is written into the collection that comes with the package."""
    if is_shipped(path):
        raise ShippedError(
            "{path} belongs to the shipped collection, where nothing is written; name a folder of your own with"
            " --plans DIR: its plans stand beside those shipped",
            path=path,
        )


def is_shipped(path: str | Path) -> bool:
    """Whether a file lies in the collection that comes with the package."""
    from plancompare.reading.collection import shipped

    return Path(place_of(path)).is_relative_to(place_of(shipped()))


def to_code(corpus: "Corpus", chosen: Sequence[str], named: bool, theme: str) -> "list[Commitment]":
    """The commitments of the plans chosen that nobody coded; those shipped only if the plan was ``named``."""
    from plancompare.asking.standards import Proposer, uncoded

    if not corpus.catalogue.standards:
        return []
    uncoded_ones: list[Commitment] = []
    proposer = Proposer(corpus)
    for plan in (plan for plan in corpus.plans if plan.id in chosen):
        if named or not is_shipped(plan.file):
            uncoded_ones += [c for c in uncoded(plan.commitments) if not theme or theme == proposer.theme(c)]
    return uncoded_ones


def code(commitments: "Sequence[Commitment]", corpus: "Corpus", session: "Session") -> bool:
    """The loop: a commitment, a key, a code on disk; False if the person wants to end."""
    rounds = _Round(commitments, corpus, session)
    ended = rounds.run()
    rounds.tell()
    return not ended


class _Round:
    """One going through the commitments asked for; knows which answers were its own."""

    def __init__(self, commitments: "Sequence[Commitment]", corpus: "Corpus", session: "Session") -> None:
        from plancompare.asking.standards import Proposer

        self._commitments, self._session = commitments, session
        self._proposer = Proposer(corpus)
        self._names = {plan.id: plan.name for plan in corpus.plans}
        self._themes = {theme.id: theme.label.of(session.lang) for theme in corpus.codebook.themes}
        self._files = {path: _coded_file(path) for path in sorted({_path(c, corpus) for c in commitments})}
        self._file_of = {c.key: self._files[_path(c, corpus)] for c in commitments}
        self._keyboard = Keyboard()
        self._past: list[tuple[int, CodedFile | None]] = []

    def run(self) -> bool:
        """Ask until all are answered; whether the person ended it before."""
        index = 0
        while index < len(self._commitments):
            answer = self._ask(index)
            if answer.kind == "quit":
                return True
            if answer.kind == "back":
                index = self._back(index)
                continue
            written = answer.kind == "code" and self._write(self._commitments[index], answer.standard)
            self._past.append((index, self._file_of[self._commitments[index].key] if written else None))
            index += 1
        return False

    def tell(self) -> None:
        """How many were coded, and where they were written."""
        coded = sum(file is not None for _, file in self._past)
        files = ", ".join(map(str, self._files))
        counts = {"coded": coded, "left": len(self._commitments) - coded, "files": files}
        tell(say("code_done" if coded else "code_done_nothing", self._session.lang, **counts))

    def _ask(self, index: int) -> Answer:
        from plancompare.telling.standards import commitment_to_code

        commitment = self._commitments[index]
        progress = (index + 1, len(self._commitments))
        name = self._names[commitment.plan]
        self._show(commitment_to_code(commitment, name, progress, self._session.lang), apart=True)
        proposals = self._offer(self._proposer.proposals(commitment))
        while True:
            pressed = self._keyboard.key(say("code_keys", self._session.lang, choices=_range(len(proposals))))
            if pressed in _KEYS:
                return _KEYS[pressed]
            if pressed == "n":
                return Answer("code", "none")
            if pressed.isdecimal() and 0 < int(pressed) <= len(proposals):
                return Answer("code", proposals[int(pressed) - 1].standard.id)
            if pressed == "/":
                words = self._keyboard.words(say("code_words", self._session.lang))
                proposals = self._offer(self._proposer.search(commitment, words, MOST_FOUND)) or proposals

    def _offer(self, proposals: "Sequence[Proposal]") -> "Sequence[Proposal]":
        from plancompare.telling.standards import choices

        self._show(choices(proposals, self._themes, self._session.lang))
        return proposals

    def _show(self, blocks: "Iterable[object]", apart: bool = False) -> None:
        from plancompare.formats.terminal import write

        screen = self._session.screen()
        if apart:
            screen.line()
        write(blocks, screen)  # type: ignore[arg-type]
        show(screen.text())

    def _write(self, commitment: "Commitment", standard: str) -> bool:
        """Whether the code was written: not if somebody else coded the commitment meanwhile."""
        from plancompare.reading.writing.codes import Code, TakenError

        try:
            return bool(self._file_of[commitment.key].add(Code(commitment.id, commitment.text, standard)))
        except TakenError as taken:
            taken_by = say("code_taken", self._session.lang, id=commitment.key, code=taken.code)
            tell(taken_by)
            return False

    def _back(self, index: int) -> int:
        """One answer back; a code that it wrote is taken out again, if it still stands there."""
        if not self._past:
            return index
        before, file = self._past.pop()
        if file is not None:
            try:
                file.undo()
            except PlanCompareError as error:
                tell(message_text(error.message, self._session.lang))
        return before


def _range(count: int) -> str:
    """The keys that choose one of so many."""
    return f"1-{count}" if count > 1 else "1" if count else "-"


def _path(commitment: "Commitment", corpus: "Corpus") -> Path:
    """The file that a commitment stands in."""
    return next(Path(plan.file) for plan in corpus.plans if plan.id == commitment.plan)


def _coded_file(path: Path) -> "CodedFile":
    from plancompare.files import refuse_unwritable
    from plancompare.reading.writing.codes import CodedFile

    refuse_shipped(path)
    refuse_unwritable(path)
    return CodedFile(path)


# --- in a sheet ---


def write_sheet(batch: Path, commitments: "Sequence[Commitment]", corpus: "Corpus", session: "Session") -> None:
    """The commitments with their proposals, and a column to fill."""
    from plancompare.asking.standards import Proposer
    from plancompare.files import write_whole
    from plancompare.formats.code_sheet import sheet

    for path in {_path(commitment, corpus) for commitment in commitments}:
        refuse_shipped(path)
    proposer = Proposer(corpus)
    lines = [(commitment, proposer.proposals(commitment)) for commitment in commitments]
    write_whole(batch, sheet(batch.suffix, lines, session.lang), force=False)
    tell(say("code_sheet", session.lang, count=len(commitments), file=batch))


def read_back(batch: Path, filled: "Sequence[Filled]", corpus: "Corpus", session: "Session") -> None:
    """All codes of a filled sheet into the plan files, or none if one is at fault."""
    from plancompare.reading.writing.codes import Code

    known = {commitment.key: commitment for commitment in corpus.commitments()}
    by_file: dict[Path, list[Code]] = {}
    for line in filled:
        standard = _standard(line, corpus.catalogue, batch)
        commitment = commitment_of(line.key, known, Line(batch, line.line))
        if standard:
            refuse_reworded(commitment, line.text, Line(batch, line.line))
            code = Code(commitment.id, commitment.text, standard)
            by_file.setdefault(_path(commitment, corpus), []).append(code)
    if not by_file:
        raise PlanCompareError(
            "{batch} holds no code; write an id of the catalogue, 1-5 or none into its first column", batch=batch
        )
    files = {path: _coded_file(path) for path in by_file}
    for path, file in files.items():
        file.prove(*by_file[path])  # all files can take their codes, or none is written
    for path, file in files.items():
        added = file.add(*by_file[path])
        summary = say("code_read", session.lang, file=path, added=added)
        rest = len(by_file[path]) - added
        tell(summary + (say("code_known", session.lang, count=rest) if rest else ""))


class Line(NamedTuple):
    """A line of a filled sheet, for what is said of it."""

    batch: Path
    line: int


def commitment_of(key: str, known: "Mapping[str, Commitment]", at: Line) -> "Commitment":
    """The commitment that a sheet speaks of. Raises PlanCompareError where no plan has it."""
    if key not in known:
        raise PlanCompareError('{batch}:{line}: no commitment "{key}" in these plans', key=key, **at._asdict())
    return known[key]


def refuse_reworded(commitment: "Commitment", seen: str, at: Line) -> None:
    """Stop where the person judged other words than stand in the plan now."""
    if seen.strip() != commitment.text.strip():
        raise PlanCompareError(
            "{batch}:{line}: the words of {key} are others now; make a new sheet", key=commitment.key, **at._asdict()
        )


def _standard(line: "Filled", catalogue: "Catalogue", batch: Path) -> str:
    """The id that a filled cell means, "none", or "" to leave the commitment open."""
    from plancompare.errors import meant

    said = line.said.strip()
    word = said.split()[0] if said else ""
    if word.isdecimal() and 0 < int(word) <= len(line.choices):
        word = line.choices[int(word) - 1].partition(" ")[0]
    if word.lower() in NOTHING:
        return ""
    if word.lower() in NO_STANDARD:
        return "none"
    labels = {standard.label.zh: id for id, standard in catalogue.standards.items()}
    id_meant = catalogue.current(word) or labels.get(said, "")
    if not id_meant:
        raise PlanCompareError(
            '{batch}:{line}: no standard "{said}"{hint}',
            batch=batch,
            line=line.line,
            said=said,
            hint=meant(said, (*catalogue.standards, *labels)),
        )
    return id_meant
