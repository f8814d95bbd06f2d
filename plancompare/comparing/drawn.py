"""What people drew among all plans held: rows of the plans compared hang on it."""

from plancompare.comparing.pairs import Pairs
from plancompare.comparing.people import Drawn, People, drawn_rows, rulings_in_force, splits_codes
from plancompare.comparing.recognition import Recognition
from plancompare.model import Corpus


def needs_all_plans(corpus: Corpus) -> bool:
    """Whether rows of some plans depend on plans that nobody ruled on: where rulings part commitments of one code.

    ``corpus`` holds at least the plans that rulings speak of. Elsewhere a row that people drew is, among the plans that
    are there, the same with and without the others.
    """
    recognition = Recognition(corpus.codebook, corpus.catalogue, corpus.store)
    everyone = sorted(corpus.commitments(), key=lambda c: c.key)
    rulings, closed, _ = rulings_in_force(corpus)
    return splits_codes([c.key for c in everyone], People([recognition.code(c) for c in everyone], rulings, closed))


def drawn_among_all(corpus: Corpus, recognition: Recognition, people: People) -> tuple[Drawn, ...]:
    """The rows that people drew among all plans held, compared or not."""
    everyone = sorted(corpus.commitments(), key=lambda c: c.key)
    people_of_all = people._replace(codes=[recognition.code(c) for c in everyone])
    return drawn_rows([c.key for c in everyone], people_of_all, Pairs(everyone, recognition, people_of_all).odds)
