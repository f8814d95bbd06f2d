"""The mixture of the score: logistic regression over the likenesses of pairs, before rank and with it.

Each set is looked at with tables that were learned without it, with and without evidence, with and without the
curators' themes, whole and thinned at random (so that the size of plans is not taken for the kind of plan).
"""

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Any, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from plancompare import Corpus
from plancompare.comparing.pairs import Pair, Pairs
from plancompare.comparing.people import People
from plancompare.comparing.recognition import WEIGHTS, Knowledge, Recognition
from plancompare.model import NO_STORE, Catalogue, Plan
from tests.learning import themes, vectors
from tests.learning.texts import SETS, Array, everything, five_rows, judged_rows, plans_of

NOBODY = -2.0  # log-odds of having no partner; from -3 to -1 rows are as good
GATE = 5  # place of the gates among the values
PAIRS = 300  # true pairs that each set weighs as, whatever it has
THINNED = {"five": ((0.1, 1), (0.1, 2), (0.2, 3), (0.2, 4), (0.4, 5), (0.4, 6)), "judged": ((0.5, 11), (0.5, 12))}


class Sample(NamedTuple):
    """Pairs of one set in one condition: likenesses and size, whether the same, how much each pair weighs."""

    pairs: Pairs
    names: list[Pair]
    values: Array
    same: Array
    weight: float


def learn() -> None:
    """Write the pairs' part of weights.json."""
    corpus = everything()
    written("tables", {"pairs": fitted([sample for name in SETS for sample in _samples(corpus, name)])})


def learn_words() -> None:
    """Write the mixture for collections without a catalogue."""
    corpus = everything()
    samples = [sample for name in SETS for sample in conditions(corpus, name, Catalogue())]
    written("words", {"pairs": fitted(samples)})


def written(knowledge: Knowledge, parts: Mapping[str, Any]) -> None:
    """Put what was learned for collections that know so much into weights.json, beside the rest."""
    held = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    held[knowledge] |= parts
    WEIGHTS.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    print(parts)


def fitted(samples: Sequence[Sample]) -> dict[str, Any]:
    """The mixture before rank and with it."""
    first = _fit(samples, None)
    ranks = [_ranks(sample, sample.values @ first.coef_[0] + first.intercept_[0]) for sample in samples]
    full = _fit(samples, ranks)
    (*one, first_size), (*two, size, rank) = first.coef_[0], full.coef_[0]
    one, two = _sensible(one), _sensible(two)
    return {
        "first": _rounded(one),
        "first_start": round(float(first.intercept_[0]), 3),
        "full": _rounded(two),
        "rank": round(float(rank), 3),
        "start": round(float(full.intercept_[0]), 3),
        "nobody": NOBODY,
        "first_size": round(float(first_size), 3),
        "size": round(float(size), 3),
    }


def _sensible(values: Sequence[float]) -> list[float]:
    """What speaks for a pair never takes points, what speaks against it never gives any.

    The two cosines of words are nearly one: what the fit takes from one it gave to the other.
    """
    word, core, *others = values
    rest = [max(0.0, value) for value in others]
    rest[GATE - 2] = min(0.0, others[GATE - 2])
    return [max(0.0, word + min(0.0, core)), max(0.0, core), *rest]


def _rounded(values: Sequence[float]) -> list[float]:
    return [round(float(value), 3) for value in values]


def _samples(corpus: Corpus, name: str) -> Iterator[Sample]:
    """A set with tables of the other sets, in all conditions."""
    rest = [other for other in SETS if other != name]
    tables = {"vectors": vectors.table(corpus, rest), "themes": themes.table(corpus, rest)}
    yield from conditions(corpus, name, corpus.catalogue._replace(learned=lambda key: tables.get(key, b""), key=""))


def conditions(corpus: Corpus, name: str, catalogue: Catalogue) -> Iterator[Sample]:
    """A set as ``catalogue`` sees it, in all conditions."""
    held = Recognition(corpus.codebook, catalogue, NO_STORE)
    index = held.coder if catalogue.standards else None  # compiled once for all conditions
    same, unsettled = five_rows(corpus) if name == "five" else judged_rows()
    for (part, seed), evidence, pinned in product(((1.0, 0), *THINNED[name]), (True, False), (True, False)):
        draw = random.Random(seed)
        plans = [_thin(plan, part, draw, evidence, pinned) for plan in plans_of(corpus, (name,))]
        weight = (1.0 if part == 1.0 else part / 2) * PAIRS / len(same)
        yield _sample(plans, corpus, catalogue, index, (same, unsettled), weight)


def _thin(plan: Plan, part: float, draw: random.Random, evidence: bool, pinned: bool) -> Plan:
    commitments = []
    for c in plan.commitments:
        if draw.random() < part:
            c = c if evidence else c._replace(evidence=())
            c = c if pinned else c._replace(theme="", also=(), section=c.section._replace(theme=""))
            commitments.append(c)
    return plan._replace(commitments=tuple(commitments))


def _sample(
    plans: Sequence[Plan],
    corpus: Corpus,
    catalogue: Catalogue,
    coder: object,
    truth: tuple[set[tuple[str, str]], set[tuple[str, str]]],
    weight: float,
) -> Sample:
    commitments = sorted((c for plan in plans for c in plan.commitments), key=lambda c: c.key)
    held = Recognition(corpus.codebook, catalogue, NO_STORE)
    held.__dict__["coder"] = coder
    pairs = Pairs(commitments, held, People([""] * len(commitments)))
    names, values, same = [], [], []
    for one, other in combinations(sorted({c.plan for c in commitments}), 2):
        for pair in pairs.candidates(one, other):
            key = (commitments[pair[0]].key, commitments[pair[1]].key)
            if key not in truth[1]:
                likeness = pairs.likeness(pair)
                (*own, named, indicator) = likeness[:7]
                names.append(pair)
                values.append((*own, likeness.opposed, named, indicator, pairs.size(pair)))
                same.append(key in truth[0])
    return Sample(pairs, names, np.array(values), np.array(same), weight)


def _fit(samples: Sequence[Sample], ranks: Sequence[Array] | None) -> LogisticRegression:
    values = [sample.values for sample in samples]
    if ranks is not None:
        values = [np.column_stack(both) for both in zip(values, ranks, strict=True)]
    weights = np.concatenate([np.full(len(s.same), s.weight) for s in samples])
    same = np.concatenate([s.same for s in samples])
    return LogisticRegression(max_iter=500).fit(np.vstack(values), same, sample_weight=weights)


def _ranks(sample: Sample, odds: Array) -> Array:
    """Each pair's part of its plans' claims, as `Pairs` has it."""
    plans = [c.plan for c in sample.pairs.commitments]
    claims: dict[tuple[int, str], float] = {}
    for (a, b), value in zip(sample.names, np.exp(odds), strict=True):
        claims[a, plans[b]] = claims.get((a, plans[b]), 0.0) + value
        claims[b, plans[a]] = claims.get((b, plans[a]), 0.0) + value
    nobody = np.exp(NOBODY)
    return np.array(
        [
            np.sqrt(value / (claims[a, plans[b]] + nobody) * value / (claims[b, plans[a]] + nobody))
            for (a, b), value in zip(sample.names, np.exp(odds), strict=True)
        ]
    )
