"""What each number of the encoder is worth: agreement with encodings by hand with it as it is, lower and higher.

`python -m tests.drafting.encoding.numbers [NAME ...]`. By the texts that the rules' author has seen; those of `UNSEEN`
are no place to choose a number by.
"""

import sys
from importlib import import_module

from tests.drafting.encoding.measured import OWN, SEEN, agreement

# module of `drafting`, name, other values
NUMBERS = (
    ("encoding.repeats", "ALIKE", (0.7, 0.85)),
    ("encoding.repeats", "ALIKE_WITH_FIGURE", (0.4, 0.65)),
    ("encoding.repeats", "HELD", (2, 5)),
    ("encoding.measuring", "NEARLY", (0.5, 0.85)),
    ("encoding.measuring", "SHORTEST_NAME", (4, 7)),
    ("encoding.rules", "LONG_ENOUGH", (4, 7)),
    ("encoding.rules", "SHORTEST", (3, 6)),
    ("encoding.rules", "LABEL", (12, 30)),
    ("encoding.judging", "GUIDING", (2, 4)),
    ("encoding.lists", "MEMBER", (4, 7)),
    ("documents.lines", "FULL", (0.8, 0.92)),
    ("documents.lines", "SHARE", (0.15, 0.4)),
)


def totals() -> str:
    """Recall and precision of records, F1 of targets, themes, over all texts together."""
    agreement.cache_clear()
    every = [agreement(name) for name in (*OWN, *SEEN)]
    found, drafted, wanted = (sum(getattr(one, field) for one in every) for field in ("found", "drafted", "wanted"))
    right = sum(one.themes_right for one in every)
    targets = sum(one.targets_found for one in every)
    both = sum(one.targets_drafted + one.targets_wanted for one in every)
    return (
        f"recall {found / wanted:.3f} of {wanted}, precision {found / drafted:.3f}, "
        f"targets F1 {2 * targets / both:.3f}, themes {right / found:.3f}"
    )


def measure(wanted: list[str]) -> None:
    """Print a line a value."""
    print(f"as it is: {totals()}", flush=True)
    for home, name, values in NUMBERS:
        if wanted and name not in wanted:
            continue
        module = import_module(f"plancompare.drafting.{home}")
        usual = getattr(module, name)
        for value in values:
            setattr(module, name, value)
            print(f"{home}.{name} {usual} -> {value}: {totals()}", flush=True)
        setattr(module, name, usual)


if __name__ == "__main__":
    measure(sys.argv[1:])
