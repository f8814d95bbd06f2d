"""Writes YAML text: scalars and flow collections that read back as the same values, and files in one step.

The counterpart of ``nodes``, which keeps every plain scalar as the text that was written. No YAML library is needed
to write what is always of one shape.
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
_RESERVED = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf"})
_UNPRINTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def scalar(value: Scalar) -> str:
    """One value as YAML text that reads back as the same value of the same type."""
    if not isinstance(value, str):
        return json.dumps(value)
    value = _UNPRINTED.sub("", value)
    if _PLAIN.match(value) and value.lower() not in _RESERVED:
        return value
    return json.dumps(value, ensure_ascii=False)


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
