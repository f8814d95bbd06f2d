"""Reads the files of one collection: what is sound is kept, the rest is a finding."""

from collections.abc import Callable, Collection, Mapping, Sequence
from hashlib import sha256
from os.path import lexists
from pathlib import Path
from typing import TypeVar

from plancompare.errors import PlanCompareError
from plancompare.files import place_of, yaml_files
from plancompare.findings import Finding, in_reading_order
from plancompare.messages import Message
from plancompare.model import Catalogue, Codebook, Commitment, Corpus, Indicator, InputFile, Plan, Rulings, Store
from plancompare.reading import build
from plancompare.reading.catalogue import as_inputs, catalogue_files, read_catalogue
from plancompare.reading.heads import files_that_may_hold, ids_by_heads, ids_in, outside, plans_judged
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


def _costs_records(path: NodePath) -> bool:
    """Whether what was cut at ``path`` may have held commitments: a record, a list of them, or a mistyped key."""
    in_section = len(path) == 3 and path[0] == "sections" and path[2] not in _SPARED
    return (len(path) > 1 and path[-2] in _RECORDS) or in_section


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
        paths = [path for path in yaml_files(self.root) if path.name not in ROLES]
        if not paths and not extra and self.lender:
            raise PlanCompareError(
                "no plan files (*.yaml) in {root}; name a collection with --plans DIR", root=self.root
            )
        rulings = self.part(DECISIONS, build.rulings) or Rulings()
        beside = outside(extra, paths)
        if names is not None:
            paths = self._asked_for(paths, {*names, *plans_judged(rulings), *ids_in(beside)}, extra)
        plans = self._plans([*paths, *beside])
        codebook = self.part(CODEBOOK, build.codebook) or Codebook()
        indicators = self.indicators_once(self.part(INDICATORS, build.indicators) or ())
        store = user_store()
        catalogue = self.standards(store)
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

    def _plans(self, paths: list[Path]) -> list[Plan]:
        plans: dict[str, Plan] = {}
        for path in paths:
            plan = self.plan(path)
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

    def plan(self, path: Path) -> Plan | None:
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
