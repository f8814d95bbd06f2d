"""The one exception a user can act on, and the did-you-mean clause that its messages and findings end on."""

from collections.abc import Iterable

from plancompare.messages import Message, either


class PlanCompareError(Exception):
    """The run cannot go on, and ``message`` says in one line what to do about it."""

    def __init__(self, template: str, /, **values: object) -> None:
        """Take a message, or the template of one and what fills it."""
        self.message = template if isinstance(template, Message) else Message(template, **values)
        super().__init__(self.message)


def install(extra: str) -> Message:
    """How to get the packages of an extra."""
    return Message("`pip install 'plancompare[{extra}]'`", extra=extra)


def likely(names: Iterable[str]) -> Message:
    """Which of several ``names``, at least one, may have been meant."""
    return Message("did you mean {names}?", names=either(Message('"{name}"', name=name) for name in names))


def meant(word: str, choices: Iterable[str]) -> str:
    """A did-you-mean clause, or nothing where no choice is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(choices), n=1, cutoff=0.6)
    return Message("; {hint}", hint=likely(near)) if near else ""
