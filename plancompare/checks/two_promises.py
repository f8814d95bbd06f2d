"""No two clauses of a text begin with a verb of promise (the codebook's plain words of strength).

A record that holds two promises can match only half of any other. It is a hint: read the text again, and split it if
somebody else could make one of the promises without the other.

Bad:

    - {id: n-1, text: 建成图书馆，实施阅读计划, evidence: 建成图书馆}

Good:

    - {id: n-1, text: 建成图书馆，方便居民阅读, evidence: 建成图书馆}
"""

import re
from collections.abc import Iterator

from plancompare.checks.breach import Breach, of
from plancompare.findings import Level
from plancompare.messages import Message
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
            yield of(
                commitment,
                Message(
                    "may hold {count} promises ({promises}); split it if so",
                    count=len(promises),
                    promises="; ".join(promises),
                ),
            )
