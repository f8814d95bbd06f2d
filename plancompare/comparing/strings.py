"""Fuzzy comparison of prepared strings. What the rest of the package wants of rapidfuzz, and no more.

rapidfuzz is imported where it is called: a comparison of plans whose themes are pinned does not need it.
"""

from collections.abc import Callable, Mapping, Sequence


def likeness(a: str, b: str) -> float:
    """0-100: how much of two texts is the same characters in the same order."""
    from rapidfuzz.fuzz import ratio

    return ratio(a, b)


def best_within(text: str, phrases: Sequence[str], cutoff: float) -> tuple[str, float] | None:
    """The phrase that comes closest to standing somewhere in ``text``, and how close (0-100)."""
    from rapidfuzz import fuzz, process

    match = process.extractOne(text, phrases, scorer=fuzz.partial_ratio, score_cutoff=cutoff)
    return (match[0], match[1]) if match else None


def nearest(word: str, choices: Mapping[str, str], cutoff: float = 50, limit: int = 3) -> list[str]:
    """The keys of ``choices`` whose text is most like ``word``, best first."""
    from rapidfuzz import fuzz, process

    matches = process.extract(word, choices, scorer=fuzz.WRatio, score_cutoff=cutoff, limit=limit)
    return [key for _, _, key in sorted(matches, key=lambda hit: (-hit[1], str(hit[2])))]


def closest_stretch(quote: str, text: str, cutoff: float) -> tuple[int, int, float] | None:
    """The stretch of ``text`` most like ``quote``: start, end and likeness 0-100; None below ``cutoff``.

    rapidfuzz slides a window of the quote's own length, which cuts a character off where the source has one more:
    the edges are stretched by what was inserted, as long as that makes the likeness better.
    """
    from rapidfuzz import fuzz

    window = fuzz.partial_ratio_alignment(quote, text, score_cutoff=cutoff - 15)  # stretching adds no more
    if window is None or len(quote) > len(text):
        return None
    start, end = window.dest_start, window.dest_end
    slack = max(1, len(quote) // 8)  # a choice: a character in eight may be inserted at either edge
    best = max(
        (fuzz.ratio(quote, text[low:high]), -abs(high - low - len(quote)), -low, low, high)
        for low in range(max(0, start - slack), start + slack + 1)
        for high in range(max(low + 1, end - slack), min(len(text), end + slack) + 1)
    )
    return (best[3], best[4], best[0]) if best[0] >= cutoff else None


def _ratio(a: str, b: str) -> float:
    return likeness(a, b)


def _partial_ratio(a: str, b: str) -> float:
    from rapidfuzz.fuzz import partial_ratio

    return partial_ratio(a, b)


def _token_set_ratio(a: str, b: str) -> float:
    from rapidfuzz.fuzz import token_set_ratio

    return token_set_ratio(" ".join(a), " ".join(b))


def _weighted_ratio(a: str, b: str) -> float:
    from rapidfuzz.fuzz import WRatio

    return WRatio(a, b)


# Plain scorers on raw text, for comparison with the aligner; token scorers are given single characters as tokens.
PLAIN: Mapping[str, Callable[[str, str], float]] = {
    "fuzz.ratio": _ratio,
    "fuzz.partial_ratio": _partial_ratio,
    "fuzz.token_set_ratio (characters)": _token_set_ratio,
    "fuzz.WRatio": _weighted_ratio,
}
