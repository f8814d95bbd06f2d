"""Reads the files of one collection: what is sound is kept, the rest is a finding."""

from collections.abc import Callable, Collection, Mapping, Sequence
from os.path import lexists
from pathlib import Path
from typing import TypeVar

from plancompare.errors import PlanCompareError
from plancompare.files import place_of, yaml_files
from plancompare.findings import Finding, in_reading_order
from plancompare.messages import Message
from plancompare.model import Catalogue, Codebook, Corpus, Indicator, InputFile, Judge, Plan, Rulings, Shelf, Store
from plancompare.reading import build
from plancompare.reading.catalogue import as_inputs, catalogue_files, read_catalogue
from plancompare.reading.heads import files_that_may_hold, ids_by_heads, ids_in, outside, plans_judged
from plancompare.reading.kept import KeptPlans
from plancompare.reading.many import Files, Read
from plancompare.reading.nodes import MapNode, read_file
from plancompare.reading.plan_file import shaped
from plancompare.reading.store import user_index, user_store

CODEBOOK, INDICATORS, DECISIONS = "codebook.yaml", "indicators.yaml", "decisions.yaml"
ROLES: Mapping[str, str] = {CODEBOOK: "codebook", INDICATORS: "indicators", DECISIONS: "decisions"}
Built = TypeVar("Built")


def shipped() -> Path:
    """The folder of the collection that comes with the package (beside it in a checkout)."""
    inside = Path(__file__).parent.parent / "plans"
    return inside if inside.is_dir() else inside.parent.parent / "plans"


def _plans_of(reads: Mapping[str, Read]) -> tuple[Plan, ...]:
    return tuple(sorted((read.file.plan for read in reads.values() if read.file.plan), key=lambda plan: plan.id))


class Reader:
    """Reads the files of one collection and gathers what was wrong with them.

    What the collection lacks is borrowed from ``lender``; None: nothing is, and it may be without plans. ``index``:
    plans may be taken from the user's index as they were read before. ``unread`` counts files that nothing asked for.
    """

    def __init__(self, root: Path, lender: Path | None = shipped(), index: bool = False) -> None:  # noqa: B008
        self.root = root
        self.lender = lender
        self.index = user_index() if index else None
        self.kept = KeptPlans(self.index)
        self.findings: list[Finding] = []
        self.inputs: list[InputFile] = []
        self.unread = 0

    def corpus(self, extra: list[Path], names: Collection[str] | None = None) -> Corpus:
        """All plans of the folder and of ``extra``; with ``names`` those alone that may matter to plans so called."""
        paths, beside = self._paths(extra)
        rulings = self.part(DECISIONS, build.rulings) or Rulings()
        if names is not None:
            paths = self._asked_for(paths, {*names, *plans_judged(rulings), *ids_in(beside)}, extra)
        reads = self._plans([*paths, *beside], Files(self.kept))
        return self._described(_plans_of(reads), rulings)

    def shelf(self, extra: list[Path], judge_by: Callable[[Corpus], Judge] | None = None) -> Shelf:
        """All plans in brief, with what a judge by the collection's codebook, indicators and catalogue says of each."""
        paths, beside = self._paths(extra)
        rulings = self.part(DECISIONS, build.rulings) or Rulings()
        before = len(self.inputs)
        described = self._described((), rulings)
        words = self.inputs[before:]
        self.inputs, self.findings = self.inputs[:before], [*described.findings]
        judge = judge_by(described._replace(inputs=tuple(words))) if judge_by else None
        reads = self._plans([*paths, *beside], Files(self.kept, brief=True, judge=judge))
        corpus = described._replace(
            plans=_plans_of(reads),
            inputs=tuple(sorted([*self.inputs, *words], key=lambda i: i.path)),
            findings=in_reading_order(self.findings),
        )
        return Shelf(corpus, {id: read.brief for id, read in reads.items() if read.brief}, self._whole)

    def plan(self, path: Path) -> Plan | None:
        """The plan in a file, as it was read before or by reading it now; None for a file that holds none."""
        (read,) = Files(self.kept).read([path])
        return read.file.plan

    def _whole(self, head: Plan) -> Plan:
        """The plan of a head; of a file that has gone since, the head."""
        return self.plan(Path(head.file)) or head

    def _paths(self, extra: list[Path]) -> tuple[list[Path], list[Path]]:
        """The plan files of the folder, and those of ``extra`` that are none of them."""
        paths = [path for path in yaml_files(self.root) if path.name not in ROLES]
        if not paths and not extra and self.lender:
            raise PlanCompareError(
                "no plan files (*.yaml) in {root}; name a collection with --plans DIR", root=self.root
            )
        return paths, outside(extra, paths)

    def _described(self, plans: tuple[Plan, ...], rulings: Rulings) -> Corpus:
        """Plans with what describes them, and all that was read and found so far."""
        codebook = self.part(CODEBOOK, build.codebook) or Codebook()
        indicators = self.indicators_once(self.part(INDICATORS, build.indicators) or ())
        store = user_store()
        catalogue = self.standards(store)
        return Corpus(
            plans=plans,
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
        # another file with the id of one of these may leave it out, or be left out for it
        likely.update(asked, files_that_may_hold({*ids_by_heads(asked)}, paths))
        asked = [path for path in paths if path in likely]
        self.unread = len(paths) - len(asked)
        return asked

    def part(self, name: str, make: Callable[[MapNode, str], Built]) -> Built | None:
        """A file of the collection that is no plan; decisions are never borrowed, they rule on these texts only."""
        path = self.root / name
        if not lexists(path):
            if name == DECISIONS or self.lender is None or not lexists(self.lender / name):
                return None
            path = self.lender / name
        root, _ = self.read(path, ROLES[name])
        return make(root, str(path)) if root is not None else None

    def standards(self, store: Store, over: bool = False) -> Catalogue:
        """The standards: those shipped and the collection's own; with a codebook of its own, its own alone.

        ``over``: the collection lies over the shipped one, whose standards are there in any case.
        """
        own = self.lender is None or (lexists(self.root / CODEBOOK) and not over)
        shared = () if own or self.lender is None else (self.lender,)
        files = catalogue_files((*shared, self.root))
        catalogue, findings = read_catalogue(files, store)
        self.findings += findings
        self.inputs += as_inputs(files)
        return catalogue

    def indicators_once(self, indicators: tuple[Indicator, ...]) -> list[Indicator]:
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

    def _plans(self, paths: list[Path], files: Files) -> dict[str, Read]:
        """What the files say that hold a plan, by its id, each id once."""
        reads: dict[str, Read] = {}
        for read in files.read(paths):
            file, plan = read.file, read.file.plan
            self.inputs += file.inputs
            self.findings += file.findings
            first = reads.setdefault(plan.id, read).file.plan if plan else None
            if plan and first is not plan:
                message = Message(
                    'plan id "{id}" is taken by {file}; this file is left out',
                    id=plan.id,
                    file=first.file if first else "",
                )
                self.findings.append(Finding(plan.at, "error", message, "duplicate-id"))
        return reads

    def read(self, path: Path, kind: str) -> tuple[MapNode | None, int]:
        """The file's root as far as it has the right shape, and how many records were lost."""
        root, lost, inputs, findings = shaped(path, kind, *read_file(path, str(path)))
        self.inputs += inputs
        self.findings += findings
        return root, lost
