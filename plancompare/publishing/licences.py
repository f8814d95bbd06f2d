"""Licences by their SPDX ids: what is one, and how a citation file may name it.

``licences.txt`` lists the ids of the SPDX licence list 3.27; "new" behind one says that the Citation File Format 1.2.0,
which has a list of its own, does not know it yet.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from plancompare.errors import PlanCompareError, likely

_ADDRESS = re.compile(r"https?://[^\s\"<>]+")


def is_address(licence: str) -> bool:
    """Whether a licence is named by an address rather than by an id."""
    return _ADDRESS.fullmatch(licence) is not None


def licence_named(text: str) -> str:
    """The SPDX id as the list spells it, or the address; "" for nothing.

    Raises PlanCompareError that says which id is near.

    >>> licence_named("cc-by-4.0")
    'CC-BY-4.0'
    """
    licence = text.strip()
    if not licence or is_address(licence):
        return licence
    known = {id.lower(): id for id in _licences()}
    if licence.lower() in known:
        return known[licence.lower()]
    from difflib import get_close_matches

    # CC BY 4.0 is how people write it
    typed = re.sub(r"[\s_]+", "-", licence.lower())
    near = [known[id] for id in (typed, *get_close_matches(typed, known, n=3, cutoff=0.7)) if id in known]
    if near:
        hint = likely(dict.fromkeys(near))
        raise PlanCompareError('"{licence}" is no licence of the SPDX list; {hint}', licence=licence, hint=hint)
    raise PlanCompareError(
        '"{licence}" is no licence; give an SPDX id such as CC-BY-4.0, or an address', licence=licence
    )


def citable(licence: str) -> tuple[str, str]:
    """The key and the value by which CITATION.cff names a licence: an id that the format knows, else an address."""
    if is_address(licence):
        return "license-url", licence
    if _licences()[licence]:
        return "license", licence
    return "license-url", f"https://spdx.org/licenses/{licence}.html"


@cache
def _licences() -> Mapping[str, bool]:
    """Every id, and whether a citation file knows it."""
    lines = Path(__file__).with_name("licences.txt").read_text(encoding="utf-8").splitlines()
    return {line.split()[0]: not line.endswith(" new") for line in lines}
