"""Messages, findings and help in the language of the reader. English is what they are made in."""

from typing import TYPE_CHECKING

from plancompare.messages import Message

if TYPE_CHECKING:
    from plancompare.findings import Finding
    from plancompare.model import Lang


def message_text(message: object, lang: "Lang") -> str:
    """A message in ``lang``; what is none, such as a name or a number, as it is."""
    if lang == "en" or not isinstance(message, Message):
        return str(message)
    values = {name: _value(value, lang) for name, value in message.values.items()}
    return phrase(message.template, lang).format(**values)


def finding_line(finding: "Finding", lang: "Lang") -> str:
    """A finding on one line: `file:line:column: level: message (check)`."""
    from plancompare.telling.words import say

    return finding.line(
        say(f"level_{'waived' if finding.reason else finding.level}", lang), message_text(finding.message, lang)
    )


def phrase(text: str, lang: "Lang") -> str:
    """A text that holds no values, or a template with its braces; English where nobody has put it into Chinese."""
    if lang == "en" or not text:
        return text
    from plancompare.telling.chinese import TEXTS

    return TEXTS.get(text, text)


def _value(value: object, lang: "Lang") -> object:
    from plancompare.findings import Finding

    if isinstance(value, Message):
        return message_text(value, lang)
    if isinstance(value, Finding):
        return finding_line(value, lang)
    if type(value) is tuple:
        return "、".join(str(_value(item, lang)) for item in value)
    return value
