"""Rulings can all hold: a commitment is in one decided row, a pair is ruled one way, a row holds none ruled different.

Rulings are obeyed to the letter, so of two that contradict each other one would be broken without a word.

Bad:

    commitments:
    - {id: n-1, text: 扩建图书馆, evidence: 扩建图书馆}
    - {id: n-2, text: 新建体育馆, evidence: 新建体育馆}
    decisions:
      decisions:
      - {id: libraries, same: [north/n-1, north/n-2]}
      - {different: [north/n-1, north/n-2]}

Good:

    commitments:
    - {id: n-1, text: 扩建图书馆, evidence: 扩建图书馆}
    - {id: n-2, text: 新建体育馆, evidence: 新建体育馆}
    decisions:
      decisions:
      - {different: [north/n-1, north/n-2]}
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from plancompare.checks.breach import Breach
from plancompare.findings import Level
from plancompare.messages import Message
from plancompare.model import Corpus, Decision

LEVEL: Level = "error"


def check(corpus: Corpus) -> Iterator[Breach]:
    """A commitment is in one decided row, a row's id is used once, no pair is both same and different."""
    row_of: dict[str, str] = {}
    ids: set[str] = set()
    decisions = sorted(corpus.decisions, key=lambda d: d.at)
    for decision in decisions:
        if decision.kind != "same" or not decision.id:
            continue
        if decision.id in ids:
            yield Breach(decision.at, Message('row id "{id}" is used twice', id=decision.id))
        ids.add(decision.id)
        for key in decision.members:
            other = row_of.setdefault(key, decision.id)
            if other != decision.id:
                yield Breach(
                    decision.at,
                    Message(
                        "{key} is in row {id} and in row {other}; keep it in one", key=key, id=decision.id, other=other
                    ),
                )
    yield from _pairs_ruled_twice(decisions)
    for decision in decisions:
        if decision.kind == "different":
            for one, other in combinations(decision.members, 2):
                if one in row_of and row_of[one] == row_of.get(other):
                    yield Breach(
                        decision.at,
                        Message(
                            "{one} and {other} are ruled different, but row {row} holds both",
                            one=one,
                            other=other,
                            row=row_of[one],
                        ),
                    )


def _pairs_ruled_twice(decisions: Sequence[Decision]) -> Iterator[Breach]:
    """Pairs that two rulings without a row's name judge differently; what a named row holds is told by the row."""
    first: dict[frozenset[str], Decision] = {}
    for decision in decisions:
        if decision.kind == "same" and decision.id:
            continue
        for pair in map(frozenset, combinations(sorted(set(decision.members)), 2)):
            other = first.setdefault(pair, decision)
            if other.kind != decision.kind:
                one, two = sorted(pair)
                message = Message(
                    "{one} and {two} are ruled {here} here and {there} on line {line}; keep one",
                    one=one,
                    two=two,
                    here=decision.kind,
                    there=other.kind,
                    line=other.at.line,
                )
                yield Breach(decision.at, message)
