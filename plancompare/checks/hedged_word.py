"""The word given for a commitment's strength belongs to that strength in the codebook: 力争 is not binding.

How firm promises are is counted and compared; a hedged word counted as binding makes a plan look firmer than it is.

Bad:

    - {id: n-1, text: 新建图书馆, evidence: 力争新建图书馆, strength: binding, word: 力争}

Good:

    - {id: n-1, text: 新建图书馆, evidence: 力争新建图书馆, strength: hedged, word: 力争}
"""

from collections.abc import Iterator

from plancompare.checks.breach import Breach, of
from plancompare.findings import Level
from plancompare.messages import Message
from plancompare.model import Corpus

LEVEL: Level = "warning"


def check(corpus: Corpus) -> Iterator[Breach]:
    """A word listed for one strength is used for that strength."""
    listed = {word: strength for strength, words in corpus.codebook.lexicon.strength.items() for word in words}
    for commitment in corpus.commitments():
        usual = listed.get(commitment.word)
        if usual and usual != commitment.strength:
            message = Message(
                '"{word}" is {usual} in the codebook, the record says {strength}',
                word=commitment.word,
                usual=usual,
                strength=commitment.strength,
            )
            yield of(commitment, message)
