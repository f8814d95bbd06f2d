"""`python -m tests.learning STEP …`: learn one table after another."""

import sys

from tests.learning import bare, held, pairs, themes, vectors

STEPS = {
    "vectors": vectors.learn,
    "themes": themes.learn,
    "pairs": pairs.learn,
    "bare": bare.learn,
    "words": pairs.learn_words,
    "held": held.measure,
}

if __name__ == "__main__":
    for name in sys.argv[1:] or list(STEPS):
        STEPS[name]()
