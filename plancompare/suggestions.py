"""Did you mean: the nearest of a few known words."""

from collections.abc import Iterable


def meant(word: str, choices: Iterable[str]) -> str:
    """A did-you-mean clause, or nothing where no choice is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(choices), n=1, cutoff=0.6)
    return f'; did you mean "{near[0]}"?' if near else ""
