"""The one exception a user can act on, and the did-you-mean clause that its messages and findings end on."""

from collections.abc import Iterable


class PlanCompareError(Exception):
    """The run cannot go on, and the message says in one line what to do about it."""


def install(extra: str) -> str:
    """How to get the packages of an extra, in both languages: who lacks one may not have chosen a language yet."""
    return f"pip install 'plancompare[{extra}]'（缺少可选组件，请先这样安装）"


def meant(word: str, choices: Iterable[str]) -> str:
    """A did-you-mean clause, or nothing where no choice is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(choices), n=1, cutoff=0.6)
    return f'; did you mean "{near[0]}"?' if near else ""
