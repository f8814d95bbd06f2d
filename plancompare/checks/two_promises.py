"""A commitment that may hold two promises: it could match only half of any other. Only a hint: read it again."""

import re
from collections.abc import Iterator

from plancompare.checks.breach import Breach, of
from plancompare.findings import Level
from plancompare.model import Corpus

LEVEL: Level = "hint"
_CLAUSE = re.compile(r"[，；,;]")


def check(corpus: Corpus) -> Iterator[Breach]:
    """No two clauses of a text begin with a verb of promise (the codebook's plain words of strength)."""
    verbs = tuple(word for word in corpus.codebook.lexicon.strength.get("plan", ()) if len(word) > 1)
    for commitment in corpus.commitments():
        clauses = [clause.strip() for clause in _CLAUSE.split(commitment.text)]
        promises = [clause for clause in clauses if verbs and clause.startswith(verbs)]
        if len(promises) > 1:
            yield of(commitment, f"may hold {len(promises)} promises ({'; '.join(promises)}); split it if so")
