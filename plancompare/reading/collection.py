"""A folder of YAML files to a corpus. Bad data raises nothing: what is sound is kept, the rest is a finding."""

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from os.path import lexists
from pathlib import Path
from typing import TypeVar

from plancompare.errors import PlanCompareError
from plancompare.files import is_folder, place_of, yaml_files
from plancompare.findings import Finding, in_reading_order
from plancompare.messages import Message
from plancompare.model import (
    Catalogue,
    Codebook,
    Commitment,
    Corpus,
    Decision,
    Indicator,
    InputFile,
    Plan,
    Rulings,
    Store,
)
from plancompare.reading import build, layers
from plancompare.reading.catalogue import as_input, catalogue_files, read_catalogue
from plancompare.reading.heads import files_that_may_hold, ids_in, outside, plans_judged
from plancompare.reading.kept import KeptPlans
from plancompare.reading.keywords import Path as NodePath
from plancompare.reading.nodes import Document, MapNode, Spot, location, read_document, read_file, whole_file
from plancompare.reading.prune import prune
from plancompare.reading.shape import faults, required_keys, rigid_lists, trail
from plancompare.reading.store import user_index, user_store

CODEBOOK, INDICATORS, DECISIONS = "codebook.yaml", "indicators.yaml", "decisions.yaml"
ROLES: Mapping[str, str] = {CODEBOOK: "codebook", INDICATORS: "indicators", DECISIONS: "decisions"}
_RECORDS = ("commitments", "sections")
_SPARED = ("id", "path", "theme", "note")  # of a section: keys whose loss loses no commitment
Built = TypeVar("Built")


def shipped() -> Path:
    """The folder of the collection that comes with the package (beside it in a checkout)."""
    inside = Path(__file__).parent.parent / "plans"
    return inside if inside.is_dir() else inside.parent.parent / "plans"


def load(folder: str | Path | None = None, extra: Iterable[str | Path] = (), index: bool = True) -> Corpus:
    """Read a collection: ``folder`` (default: the shipped one), and ``extra`` plan files beside it.

    A folder without codebook or indicators borrows the shipped ones. Plans are taken from the user's ``index`` where
    their files are unchanged, which gives the same values. Faults are in ``findings`` of the result;
    raises PlanCompareError only where there is no folder, or no plan file in it.
    """
    root = Path(folder) if folder is not None else shipped()
    if not is_folder(root):
        raise PlanCompareError("no folder {root}; name a collection with --plans DIR", root=root)
    reader = _Reader(root, index)
    with _no_cycle_collection():
        return reader.corpus([Path(path) for path in extra])


def load_named(
    folder: str | Path, names: Collection[str], extra: Iterable[str | Path] = (), index: bool = True
) -> tuple[Corpus, bool]:
    """Read only what plans called ``names``, and rulings, ask for; and whether that is the whole collection.

    All plans that have one of the names are there, with those that rulings speak of and ``extra``. Findings and inputs
    are those of the files that were read. Raises PlanCompareError as `load` does.
    """
    root = Path(folder)
    if not is_folder(root):
        raise PlanCompareError("no folder {root}; name a collection with --plans DIR", root=root)
    reader = _Reader(root, index)
    with _no_cycle_collection():
        corpus = reader.corpus([Path(path) for path in extra], names)
    return corpus, not reader.unread


def load_over(folder: str | Path, extra: Iterable[str | Path] = (), index: bool = True) -> Corpus:
    """Read a collection laid over the shipped one: plans, themes, indicators, standards and rulings of both.

    What ``folder`` has under an id that is shipped replaces it. Raises PlanCompareError as `load` does.
    """
    over, under = load(folder, extra, index), load(shipped(), (), index)
    codebook, catalogue, store = under.codebook, over.catalogue, user_store()
    if lexists(Path(folder) / CODEBOOK):  # else all is borrowed already
        codebook = layers.codebook_over(over.codebook, under.codebook)
        catalogue = _Reader(Path(folder))._catalogue(store, over=True)
    return Corpus(
        plans=layers.plans_over(over.plans, under.plans),
        codebook=codebook,
        indicators=layers.indicators_over(over.indicators, under.indicators),
        rulings=layers.rulings_over(over.rulings, under.rulings),
        catalogue=catalogue,
        store=store,
        kept=over.kept,
        inputs=layers.inputs_over(over.inputs, under.inputs),
        findings=over.findings,
    )


def read_decisions(path: Path) -> tuple[tuple[Decision, ...], tuple[Finding, ...]]:
    """The rulings of one file, and what was wrong with it."""
    reader = _Reader(path.parent)
    root, _ = reader.read(path, "decisions")
    return (build.decisions(root, str(path)) if root is not None else ()), tuple(reader.findings)


def vocabulary(folder: Path) -> tuple[Codebook, Mapping[str, Indicator], Catalogue, Store]:
    """The codebook, indicators and catalogue of a collection, whether or not it holds plans yet; and the user's store.

    Words that steer an encoding are borrowed from the shipped codebook where the collection's own has none.
    """
    reader = _Reader(folder)
    codebook = reader._part(CODEBOOK, build.codebook) or Codebook()
    indicators = reader._without_double(reader._part(INDICATORS, build.indicators) or ())
    if not codebook.lexicon.encoding and lexists(folder / CODEBOOK):
        lent = _Reader(shipped())._part(CODEBOOK, build.codebook) or Codebook()
        codebook = codebook._replace(lexicon=codebook.lexicon._replace(encoding=lent.lexicon.encoding))
    store = user_store()
    return codebook, {indicator.id: indicator for indicator in sorted(indicators)}, reader._catalogue(store), store


@contextmanager
def _no_cycle_collection() -> Iterator[None]:
    """Loading makes many objects and no garbage: looking for cycles meanwhile costs more than the loading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _costs_records(path: NodePath) -> bool:
    """Whether what was cut at ``path`` may have held commitments: a record, a list of them, or a mistyped key."""
    in_section = len(path) == 3 and path[0] == "sections" and path[2] not in _SPARED
    return (len(path) > 1 and path[-2] in _RECORDS) or in_section


class _Reader:
    """Reads the files of one collection and gathers what was wrong with them."""

    def __init__(self, root: Path, index: bool = False) -> None:
        self.root = root
        self.index = user_index() if index else None
        self.kept = KeptPlans(self.index)
        self.findings: list[Finding] = []
        self.inputs: list[InputFile] = []
        self.unread = 0  # plan files that nothing asked for

    def corpus(self, extra: list[Path], names: Collection[str] | None = None) -> Corpus:
        """All plans of the folder and of ``extra``; with ``names`` those alone that may matter to plans so called."""
        paths = [path for path in yaml_files(self.root) if path.name not in ROLES]
        if not paths and not extra:
            raise PlanCompareError(
                "no plan files (*.yaml) in {root}; name a collection with --plans DIR", root=self.root
            )
        rulings = self._part(DECISIONS, build.rulings) or Rulings()
        beside = outside(extra, paths)
        if names is not None:
            paths = self._asked_for(paths, {*names, *plans_judged(rulings), *ids_in(beside)}, extra)
        plans = self._plans([*paths, *beside])
        codebook = self._part(CODEBOOK, build.codebook) or Codebook()
        indicators = self._without_double(self._part(INDICATORS, build.indicators) or ())
        store = user_store()
        catalogue = self._catalogue(store)
        return Corpus(
            plans=tuple(sorted(plans, key=lambda plan: plan.id)),
            codebook=codebook,
            indicators={indicator.id: indicator for indicator in sorted(indicators)},
            rulings=rulings,
            catalogue=catalogue,
            store=store,
            kept=self.index,
            inputs=tuple(sorted(self.inputs, key=lambda i: i.path)),
            findings=in_reading_order(self.findings),
        )

    def _asked_for(self, paths: list[Path], names: Collection[str], extra: Sequence[Path]) -> list[Path]:
        """The files that may hold plans called ``names``, and those that are named themselves."""
        named = set(map(place_of, extra))
        likely = set(files_that_may_hold(names, paths))
        asked = [path for path in paths if path in likely or (named and place_of(path) in named)]
        self.unread = len(paths) - len(asked)
        return asked

    def _part(self, name: str, make: Callable[[MapNode, str], Built]) -> Built | None:
        """A file of the collection that is no plan; decisions are never borrowed, they rule on these texts only."""
        path = self.root / name
        if not lexists(path):
            if name == DECISIONS:
                return None
            path = shipped() / name
        root, _ = self.read(path, ROLES[name])
        return make(root, str(path)) if root is not None else None

    def _catalogue(self, store: Store, over: bool = False) -> Catalogue:
        """The standards: those shipped and the collection's own; with a codebook of its own, its own alone.

        ``over``: the collection lies over the shipped one, whose standards are there in any case.
        """
        shared = () if lexists(self.root / CODEBOOK) and not over else (shipped(),)
        files = catalogue_files((*shared, self.root))
        catalogue, findings = read_catalogue(files, store)
        self.findings += findings
        self.inputs += as_input(files, catalogue.key)
        return catalogue

    def _without_double(self, indicators: tuple[Indicator, ...]) -> list[Indicator]:
        """The registry with each id once."""
        by_id: dict[str, Indicator] = {}
        for indicator in indicators:
            first = by_id.setdefault(indicator.id, indicator)
            if first is not indicator:
                message = Message(
                    "indicator {id} is registered on line {line} already; keep one", id=indicator.id, line=first.at.line
                )
                self.findings.append(Finding(indicator.at, "error", message, "duplicate-id"))
        return list(by_id.values())

    def _plans(self, paths: list[Path]) -> list[Plan]:
        plans: dict[str, Plan] = {}
        for path in paths:
            plan = self._plan(path)
            if plan is None:
                continue
            if plan.id in plans:
                message = Message(
                    'plan id "{id}" is taken by {file}; this file is left out', id=plan.id, file=plans[plan.id].file
                )
                self.findings.append(Finding(plan.at, "error", message, "duplicate-id"))
            else:
                plans[plan.id] = plan
        self.kept.settle()
        return list(plans.values())

    def _plan(self, path: Path) -> Plan | None:
        """The plan in a file, as it was read before or by reading it now; None for a file that holds none."""
        data, document = whole_file(path, str(path))
        digest = sha256(data).hexdigest()
        plan = self.kept.plan(digest, str(path)) if document is None else None
        if plan is not None:
            self.inputs.append(InputFile(path.name, digest, len(data), str(path)))
            return plan
        faults_before = len(self.findings)
        root, lost = self._shaped(path, "plan", document or read_document(data, str(path)), data)
        if root is None:
            return None
        plan = self._without_twins(build.plan(root, str(path), lost))
        if len(self.findings) == faults_before:
            self.kept.keep(digest, plan)
        return plan

    def read(self, path: Path, kind: str) -> tuple[MapNode | None, int]:
        """The file's root as far as it has the right shape, and how many records were lost."""
        return self._shaped(path, kind, *read_file(path, str(path)))

    def _shaped(self, path: Path, kind: str, document: Document, data: bytes) -> tuple[MapNode | None, int]:
        self.findings += document.findings
        if document.root is None:
            return None, 0
        self.inputs.append(InputFile(path.name, sha256(data).hexdigest(), len(data), str(path)))
        place = document.root.at if not isinstance(document.root, str) else Spot()
        wrong = faults(document.root, place, kind)
        self.findings += [
            Finding(location(str(path), fault.place), "error", trail(document.root, fault), "shape") for fault in wrong
        ]
        root, gone = prune(document.root, wrong, required_keys(kind), rigid_lists(kind))
        if not isinstance(root, MapNode):
            return None, 0
        return root, sum(map(_costs_records, gone)) + len(document.findings)

    def _without_twins(self, plan: Plan) -> Plan:
        """The plan without commitments whose id is taken: a key must name one text."""
        by_id: dict[str, Commitment] = {}
        for commitment in sorted(plan.commitments, key=lambda c: c.at):
            if commitment.id in by_id:
                line = by_id[commitment.id].at.line
                message = Message(
                    "commitment id {id} is taken on line {line}; give this one an id of its own",
                    id=commitment.id,
                    line=line,
                )
                self.findings.append(Finding(commitment.at, "error", message, "duplicate-id"))
            else:
                by_id[commitment.id] = commitment
        if len(by_id) == len(plan.commitments):
            return plan
        sound = tuple(c for c in plan.commitments if by_id[c.id] is c)
        return plan._replace(commitments=sound, incomplete=plan.incomplete + len(plan.commitments) - len(sound))
