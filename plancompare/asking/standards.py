"""The catalogue as people used it: who makes which usual promise, what is still uncoded, and what a machine proposes."""

from plancompare.comparing.coding import Coding

# A machine's code is proposed from this probability on, where "none" has little: of the judged set 70 in 100 commitments
# get a proposal and 87 in 100 of these are right, of the five plans 70 and 83
# (`python -m tests.drafting.encoding.sureness`).
SURE = 0.6
MOST_NONE = 0.1


def sure(coding: Coding) -> str:
    """The standard that a machine would code; "" where it is not sure enough."""
    best = coding.candidates(1)
    return best[0][0] if best and best[0][1] >= SURE and coding.none <= MOST_NONE else ""
