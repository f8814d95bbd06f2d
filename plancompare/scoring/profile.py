"""What a commitment looks like to the scorer: weighted terms from everything the record holds, and its gates.

A term is a pair of neighbouring characters of a prepared text, or a whole name (`#indicator`, `@programme`). Each kind
of term remembers the field it came from, so that a score can be taken apart again.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from plancompare.model import Commitment
from plancompare.wording import Wording, bigrams, evidence_words, fold

# How much a term of each field counts: the curator's words first, then the source's own, then its surroundings.
FIELD_WEIGHTS: Mapping[str, float] = {
    "text": 1.0,
    "evidence": 0.6,
    "heading": 0.25,
    "named": 2.0,
    "indicator": 2.5,
}


@dataclass(frozen=True, slots=True)
class Profile:
    """A commitment prepared for scoring.

    ``terms`` maps a term to its weight, scaled so that a profile's likeness to itself is 1; ``fields`` says for each
    term which share of its weight came from which field.
    """

    commitment: Commitment
    theme: str
    themes: frozenset[str]
    terms: Mapping[str, float]
    gates: Mapping[str, frozenset[str]]


def profiles(
    commitments: Sequence[Commitment], themes: Mapping[str, str], wording: Wording
) -> tuple[Profile, ...]:
    """A profile for each commitment; ``themes`` maps keys to home themes. Rarer terms weigh more (idf)."""
    cached: dict[str, tuple[str, ...]] = {}
    raw = [raw_terms(commitment, wording, cached) for commitment in commitments]
    spread = Counter(term for terms in raw for term in terms)
    rarity = {term: log(1 + len(raw) / count) for term, count in spread.items()}
    return tuple(
        Profile(
            commitment=commitment,
            theme=themes[commitment.key],
            themes=frozenset((themes[commitment.key], *commitment.also)),
            terms=_scaled({term: weight * rarity[term] for term, weight in terms.items()}),
            gates=_gates(commitment, wording),
        )
        for commitment, terms in zip(commitments, raw, strict=True)
    )


def raw_terms(commitment: Commitment, wording: Wording, cached: dict[str, tuple[str, ...]]) -> dict[str, float]:
    """Terms with the weight of the fields they stand in, before rarity counts. ``cached`` keeps headings' terms."""
    terms: dict[str, float] = {}
    for field, found in fields(commitment, wording, cached):
        weight = FIELD_WEIGHTS[field]
        for term in found:
            terms[term] = terms.get(term, 0.0) + weight
    return terms


def fields(
    commitment: Commitment, wording: Wording, cached: dict[str, tuple[str, ...]]
) -> Iterable[tuple[str, Iterable[str]]]:
    """The terms of each field of a commitment, each term once a field."""
    heading = commitment.section.heading
    if heading not in cached:
        cached[heading] = tuple(dict.fromkeys(bigrams(wording.core(heading))))
    yield "text", dict.fromkeys(bigrams(wording.core(commitment.text)))
    yield "evidence", dict.fromkeys(bigrams(wording.core(evidence_words(commitment))))
    yield "heading", cached[heading]
    yield "named", [f"@{wording.standard(name)}" for name in dict.fromkeys(commitment.named)]
    yield "indicator", dict.fromkeys(f"#{fold(t.measure)}" for t in commitment.targets if t.measure)


def _scaled(terms: dict[str, float]) -> Mapping[str, float]:
    length = sqrt(sum(weight * weight for weight in terms.values())) or 1.0
    return {term: weight / length for term, weight in terms.items()}


def _gates(commitment: Commitment, wording: Wording) -> Mapping[str, frozenset[str]]:
    """Gate values from the commitment's own words; a family they are silent on is asked of the evidence."""
    own = wording.gates(commitment.text)
    if all(own.values()):
        return own
    quoted = wording.gates(evidence_words(commitment))
    return {family: values or quoted[family] for family, values in own.items()}
