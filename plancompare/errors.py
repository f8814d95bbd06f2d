"""The one exception a user can act on, and the did-you-mean clause that its messages and findings end on."""

from collections.abc import Iterable

from plancompare.messages import Message, either


class PlanCompareError(Exception):
    """The run cannot go on, and ``message`` says in one line what to do about it."""

    def __init__(self, template: str, /, **values: object) -> None:
        """Take a message, or the template of one and what fills it."""
        self.message = template if isinstance(template, Message) else Message(template, **values)
        super().__init__(self.message)

    def __str__(self) -> str:
        """The message in one line, whatever names stand in it (a KeyError would put it in quotes)."""
        return " ".join(self.message.splitlines())


class WrongKindError(PlanCompareError, TypeError):
    """A value is of another kind than is asked for; the message names both."""


def require(name: str, value: object, *kinds: type) -> None:
    """Raise WrongKindError where ``value``, which a caller gave as ``name``, is of none of these kinds."""
    if not isinstance(value, kinds):
        asked = either(map(kind_name, kinds))
        raise WrongKindError(
            "`{name}` takes {asked}, not {given}", name=name, asked=asked, given=kind_name(type(value))
        )


def kind_name(kind: type) -> str:
    """What a kind of values is called: NoneType has one value, which everybody knows better."""
    return "None" if kind is type(None) else kind.__name__


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
