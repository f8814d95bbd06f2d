"""`python -m tests.learning STEP …`: learn one table after another."""

import sys

from tests.learning import held, pairs, themes, vectors, wordings

STEPS = {
    "vectors": vectors.learn,
    "themes": themes.learn,
    "pairs": pairs.learn,
    "wordings": wordings.learn,
    "words": pairs.learn_words,
    "held": held.measure,
}

if __name__ == "__main__":
    for name in sys.argv[1:] or list(STEPS):
        STEPS[name]()
