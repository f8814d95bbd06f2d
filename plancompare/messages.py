"""What the program says when something is wrong, or explains, as a value that can be told in another language."""

from collections.abc import Iterable, Mapping
from typing import TypeGuard


class Message(str):
    """A sentence in English that remembers how it was made.

    ``template`` is the sentence with {names} where ``values`` stand. A value may be a message itself, or a tuple of
    names, which stand in a row. As a text it is plain English: a log, a traceback and a sort order need no more.
    """

    __slots__ = ("template", "values")
    template: str
    values: dict[str, object]

    def __new__(cls, template: str, /, **values: object) -> "Message":
        """Fill in ``template``, which is kept as it is written: the Chinese is found by it."""
        shown = {name: ", ".join(map(str, v)) if _is_row(v) else v for name, v in values.items()}
        message = super().__new__(cls, template.format(**shown))
        message.template, message.values = template, values
        return message

    def renamed(self, names: Mapping[str, str]) -> "Message":
        """The same with other names for what is named, such as files."""
        return Message(self.template, **{name: _renamed(value, names) for name, value in self.values.items()})

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, object]]:
        """How a copy is made."""
        return (self.template,), self.values


def _is_row(value: object) -> TypeGuard[tuple[object, ...]]:
    """Whether a value is several names; what is a tuple for reasons of its own, such as a place in a file, is one."""
    return type(value) is tuple


def _renamed(value: object, names: Mapping[str, str]) -> object:
    if isinstance(value, Message):
        return value.renamed(names)
    if _is_row(value):
        return tuple(_renamed(item, names) for item in value)
    return names.get(str(value), value)


def either(words: Iterable[str]) -> str:
    """``words`` as alternatives: A, or A or B."""
    first, *rest = words
    choice = first
    for word in rest:
        choice = Message("{one} or {other}", one=choice, other=word)
    return choice


def reason(error: Exception) -> Message:
    """What the system or a library says of an error; it is told in Chinese where it is a usual one."""
    text = getattr(error, "strerror", None) or str(error)
    return text if isinstance(text, Message) else foreign(text)


def foreign(text: str) -> Message:
    """A sentence that is not the program's own."""
    return Message(escaped(text))


def escaped(text: str) -> str:
    """A text as the template that gives it."""
    return text.replace("{", "{{").replace("}", "}}")
