"""How many findings each plan has, told plan by plan, so that a collection need not be held whole."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import NamedTuple

from plancompare.checks import OF_ONE_PLAN, USUAL, run
from plancompare.files.stamp import code_stamp
from plancompare.findings import Finding, Level, in_reading_order
from plancompare.model import Brief, Corpus, Phrases, Plan, Shelf

_ROOMS = ("checks", "comparing", "model", "reading", "schema")  # whose code decides what is found
_OF_PLANS = tuple(name for name in USUAL if name in OF_ONE_PLAN)
_OF_OTHERS = tuple(name for name in USUAL if name not in OF_ONE_PLAN)
NO_WORDINGS: Mapping[str, Phrases] = {}


class Counts(NamedTuple):
    """A judge of plans: how many findings of each level the rules have in a plan's file, waived ones left out.

    ``described`` holds no plan, only what describes them.
    """

    described: Corpus
    name: str

    def asks(self, brief: Brief) -> bool:
        """Of every plan."""
        return True

    def __call__(self, plan: Plan) -> bytes:
        """The numbers by level, as JSON."""
        found = run(self.described._replace(plans=(plan,)), _OF_PLANS)
        return json.dumps(_by_level(f for f in found if f.at.file == plan.file), sort_keys=True).encode()


def counts_by(described: Corpus) -> Counts:
    """The judge by what describes a collection; its name is a hash of that."""
    told = [code_stamp(*_ROOMS), *((file.path, file.sha256) for file in described.inputs)]
    catalogue = described.catalogue._replace(phrases=NO_WORDINGS, learned=_nothing)
    bare = Corpus((), described.codebook, described.indicators, catalogue=catalogue)
    return Counts(bare, f"counts-{sha256(repr(told).encode()).hexdigest()[:32]}")


def _nothing(_name: str) -> bytes:
    return b""


def _by_level(findings: Iterable[Finding]) -> dict[Level, int]:
    return dict(Counter(finding.level for finding in findings if not finding.reason))


def by_file(findings: Iterable[Finding]) -> Mapping[str, Counter[str]]:
    """How many findings of each level there are in each file, waived ones left out."""
    files: dict[str, Counter[str]] = {}
    for finding in findings:
        if not finding.reason:
            files.setdefault(finding.at.file, Counter())[finding.level] += 1
    return files


def findings_in_brief(shelf: Shelf) -> tuple[Mapping[str, Counter[str]], tuple[Finding, ...]]:
    """How many findings of each level there are in each plan's file, waived ones left out, and all findings elsewhere.

    They are those of `run` over the whole collection; the briefs were judged by `counts_by`.
    """
    files = {brief.head.file: _counted(brief, shelf) for brief in shelf.briefs.values()}
    elsewhere = []
    described = run(shelf.corpus._replace(plans=()), _OF_PLANS)
    for finding in in_reading_order((*described, *_of_rulings(shelf))):
        if finding.at.file not in files:
            elsewhere.append(finding)
        elif not finding.reason:
            files[finding.at.file][finding.level] += 1
    return files, tuple(elsewhere)


def _counted(brief: Brief, shelf: Shelf) -> Counter[str]:
    """What was counted; a plan of which nothing of this kind was told is looked at again."""
    try:
        return Counter({str(level): int(count) for level, count in json.loads(brief.said).items()})
    except (ValueError, AttributeError, TypeError):
        described = shelf.corpus._replace(plans=(), findings=())
        return Counter(json.loads(Counts(described, "")(shelf.whole(brief.head))))


def _of_rulings(shelf: Shelf) -> tuple[Finding, ...]:
    """What the rules say that look at rulings and at the catalogue: of plans they need those that people ruled on.

    Where a ruling names what is not there, what it may have meant is told of all that there is.
    """
    corpus = shelf.corpus
    judged = set(corpus.rulings.reviewed)
    for decision in corpus.decisions:
        judged.update(key.partition("/")[0] for key in (*decision.members, *decision.digests))
    found = run(shelf.with_whole(judged), _OF_OTHERS)
    if any(finding.check == "decision-members" for finding in found):
        found = run(shelf.with_whole(shelf.briefs), _OF_OTHERS)
    return found
