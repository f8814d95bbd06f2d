"""Writes YAML text: scalars and flow collections that read back as the same values, and files in one step.

The counterpart of ``nodes``, which keeps every plain scalar as the text that was written. No YAML library is needed
to write what is always of one shape.
"""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile

from plancompare.errors import PlanCompareError

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


def write_whole(path: Path, text: str) -> None:
    """Write ``text`` to ``path`` beside it and move it into place, so that nobody ever sees a half-written file."""
    target = path.resolve()  # what a link points to, not the link
    try:
        with NamedTemporaryFile("wb", dir=target.parent, delete=False) as held:
            try:
                held.write(text.encode())
            except BaseException:
                Path(held.name).unlink()
                raise
        Path(held.name).chmod(target.stat().st_mode if target.exists() else 0o644)
        Path(held.name).replace(target)
    except OSError as error:
        raise PlanCompareError(f"cannot write {path}: {error.strerror or error}") from error
