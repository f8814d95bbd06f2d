"""Scalars, flow collections and comments as YAML text that reads back as the same values.

The counterpart of ``nodes``, which keeps every plain scalar as the text that was written.
"""

import json
import re
from collections.abc import Mapping, Sequence

Scalar = str | int | float
# plain in block and flow context alike: begins with a letter or an opening mark, holds nothing that YAML could take
# for its own; everything else is put in quotes
_PLAIN = re.compile(
    "[A-Za-z_\u3400-\u9fff“《（「][^\\s:#,\\[\\]{}&*!|>'\"%@`\\\\\u0085\u2028\u2029]*"
    "(?: +[^\\s:#,\\[\\]{}&*!|>'\"%@`\\\\\u0085\u2028\u2029-][^\\s:#,\\[\\]{}&*!|>'\"%@`\\\\\u0085\u2028\u2029]*)*\\Z"
)
_PLAIN_KEY = re.compile(r"\w[\w.-]*/[\w.-]+\Z")  # the slash tells it from numbers, dates and words like "no"
_RESERVED = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf"})
_UNPRINTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def scalar(value: Scalar) -> str:
    """One value as YAML text that reads back as the same value of the same type, but for what cannot be printed.

    Text of a document comes this way: plain where YAML allows that, and without control characters.
    """
    if not isinstance(value, str):
        return json.dumps(value)
    value = _UNPRINTED.sub("", value)
    return value if _PLAIN.match(value) and value.lower() not in _RESERVED else quoted(value)


def quoted(text: str) -> str:
    """A text in double quotes, character for character: JSON's strings are YAML's, but for what YAML cannot hold."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # no file holds half a pair
    return _UNPRINTED.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(whole, ensure_ascii=False))


def key(name: str) -> str:
    """The key of a commitment (plan/id): plain where YAML cannot take it for anything else."""
    return name if _PLAIN_KEY.match(name) else quoted(name)


def flow_list(values: Sequence[Scalar]) -> str:
    """A list on one line."""
    return "[" + ", ".join(map(scalar, values)) + "]"


def flow_map(values: Mapping[str, "Scalar | str | Mapping[str, Scalar]"]) -> str:
    """A mapping on one line; values may be mappings themselves."""
    parts = [f"{key}: {flow_map(v) if isinstance(v, Mapping) else scalar(v)}" for key, v in values.items()]
    return "{" + ", ".join(parts) + "}"


def comment(text: str, indent: str = "") -> str:
    """A comment line; line breaks in ``text`` become blanks."""
    return f"{indent}# {' '.join(_UNPRINTED.sub('', text).split())}"
