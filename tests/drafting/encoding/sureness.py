"""How sure a proposed code has to be: right ones and how many are proposed, by threshold, on two coded sets.

`python -m tests.drafting.encoding.sureness`: the judged set and the five shipped plans, pins of people ignored.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from plancompare.comparing.recognition import Recognition
from plancompare.reading.collection import load

ROOT = Path(__file__).parent.parent.parent.parent
JUDGED = ROOT / "tests" / "judged"


class Guess(NamedTuple):
    """The likeliest codes of a commitment, the probability of the first and of "none", and what people coded."""

    ids: tuple[str, ...]
    share: float
    none: float
    code: str

    @property
    def id(self) -> str:
        """The likeliest code; "" for none."""
        return self.ids[0] if self.ids else ""


def guesses(own: bool, pins: bool) -> list[Guess]:
    """What a machine says of the judged set (``own``: of the five plans); ``pins``: themes of curators are known."""
    corpus = load(ROOT / "plans", () if own else sorted(JUDGED.glob("*.yaml")))
    recognition = Recognition(corpus.codebook, corpus.catalogue, corpus.store)
    shipped = {plan.id for plan in load(ROOT / "plans").plans}
    found = []
    for commitment in corpus.commitments():
        code = recognition.code(commitment)
        if code and (commitment.plan in shipped) == own:
            themes = recognition.theme_shares(commitment, pins)
            coding = recognition.coding(commitment, themes, pins=False)
            best = coding.candidates()
            found.append(Guess(tuple(id for id, _ in best), best[0][1] if best else 0.0, coding.none, code))
    return found


def table(found: list[Guess]) -> Iterator[str]:
    """How often the right code is among so many, of those that have one; a line for each threshold of the share."""
    coded = [guess for guess in found if guess.code != "none"]
    for most in (1, 3, 5):
        yield f"right among {most}: {sum(guess.code in guess.ids[:most] for guess in coded) / len(coded):.0%}"
    for least in (0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        for none in (0.05, 0.1, 0.2, 0.5):
            sure = [guess for guess in found if guess.share >= least and guess.none <= none]
            right = sum(guess.id == guess.code for guess in sure)
            shares = f"{len(sure) / len(found):.0%} proposed, {right / max(1, len(sure)):.0%} right"
            yield f"p >= {least}, none <= {none}: {shares}"


if __name__ == "__main__":
    for own in (False, True):
        for pins in (False, True):
            print(f"{'five plans' if own else 'judged'}, themes {'given' if pins else 'guessed'}")
            print("\n".join(table(guesses(own, pins))))
