"""What a commitment looks like to the scorer: weighted terms from everything the record holds, and its gates.

A term is a pair of neighbouring characters of a prepared text, or a whole name (`#indicator`, `@programme`).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt
from typing import NamedTuple

from plancompare.comparing.wording import QUANTITY, Gates, Prepared, Wording, bare, bigrams, evidence_words, fold
from plancompare.model import Commitment

NAMED, INDICATOR = "@", "#"  # how the terms of whole names begin
# How much a term of each field counts: the curator's words first, then the source's own, then its surroundings.
FIELD_WEIGHTS: Mapping[str, float] = {
    "text": 1.0,
    "evidence": 0.6,
    "heading": 0.25,
    "named": 2.0,
    "indicator": 2.5,
}


class Profile(NamedTuple):
    """A commitment prepared for scoring.

    ``terms`` maps a term to its weight, scaled so that a profile's likeness to itself is 1; ``names`` are those of
    its terms that stand for a programme or an indicator as a whole.
    """

    commitment: Commitment
    theme: str
    themes: frozenset[str]
    terms: Mapping[str, float]
    names: frozenset[str]
    gates: Gates


def profiles(commitments: Sequence[Commitment], themes: Mapping[str, str], wording: Wording) -> tuple[Profile, ...]:
    """A profile for each commitment; ``themes`` maps keys to home themes. Rarer terms weigh more (idf)."""
    texts = wording.prepare([c.text for c in commitments])
    quotes = wording.prepare([evidence_words(c) for c in commitments])
    raw = [_weighted(found) for found in terms_by_field(commitments, texts, quotes, wording)]
    spread = Counter([term for terms in raw for term in terms])
    rarity = {term: log(1 + len(raw) / count) for term, count in spread.items()}
    return tuple(
        Profile(
            commitment=commitment,
            theme=themes[commitment.key],
            themes=frozenset((themes[commitment.key], *commitment.also)),
            terms=_scaled([(term, weight * rarity[term]) for term, weight in terms.items()]),
            names=frozenset([term for term in terms if term[0] in NAMED + INDICATOR]),
            gates=_gates(commitment, text, quote, wording),
        )
        for commitment, terms, text, quote in zip(commitments, raw, texts, quotes, strict=True)
    )


def terms_by_field(
    commitments: Sequence[Commitment], texts: Sequence[Prepared], quotes: Sequence[Prepared], wording: Wording
) -> list[Mapping[str, Iterable[str]]]:
    """For each commitment the terms of each of its fields; a term stands once in a field."""
    headings = list(dict.fromkeys(c.section.heading for c in commitments))
    heading_terms = {
        heading: dict.fromkeys(bigrams(prepared.core))
        for heading, prepared in zip(headings, wording.prepare(headings), strict=True)
    }
    return [
        {
            "text": dict.fromkeys(bigrams(text.core)),
            "evidence": dict.fromkeys(bigrams(quote.core)),
            "heading": heading_terms[commitment.section.heading],
            "named": dict.fromkeys([NAMED + bare(name) for name in commitment.named]),
            "indicator": dict.fromkeys([INDICATOR + bare(t.measure) for t in commitment.targets if t.measure]),
        }
        for commitment, text, quote in zip(commitments, texts, quotes, strict=True)
    ]


def _weighted(fields: Mapping[str, Iterable[str]]) -> dict[str, float]:
    """Terms with the weight of the fields they stand in, before rarity counts."""
    terms = dict.fromkeys(fields["text"], FIELD_WEIGHTS["text"])
    for field, found in fields.items():
        if field != "text":
            weight = FIELD_WEIGHTS[field]
            for term in found:
                terms[term] = terms.get(term, 0.0) + weight
    return terms


def _scaled(terms: Sequence[tuple[str, float]]) -> Mapping[str, float]:
    length = sqrt(sum([weight * weight for _, weight in terms])) or 1.0
    return {term: weight / length for term, weight in terms}


def _gates(commitment: Commitment, text: Prepared, quote: Prepared, wording: Wording) -> Gates:
    """Gate values from a commitment's own words; a family they are silent on is asked of the evidence."""
    units = [fold(target.unit) for target in commitment.targets]
    told = frozenset(wording.quantities[unit] for unit in units if unit in wording.quantities)
    return {**quote.gates, **text.gates, QUANTITY: told} if told else {**quote.gates, **text.gates}
