"""The one exception a user can act on, and the did-you-mean clause that its messages and findings end on."""

from collections.abc import Iterable


class PlanCompareError(Exception):
    """The run cannot go on, and the message says in one line what to do about it."""


def meant(word: str, choices: Iterable[str]) -> str:
    """A did-you-mean clause, or nothing where no choice is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(choices), n=1, cutoff=0.6)
    return f'; did you mean "{near[0]}"?' if near else ""
