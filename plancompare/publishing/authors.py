"""Who answers for a data set: persons by family and given name, with an ORCID where they have one, and bodies."""

import re
from typing import NamedTuple

from plancompare.errors import PlanCompareError

_ORCID = re.compile(r"(?:https?://(?:www\.)?orcid\.org/)?(\d{4}-?\d{4}-?\d{4}-?\d{3}[\dXx])/?\Z")
_HAN = re.compile(r"[\u3400-\u9fff]")


class Author(NamedTuple):
    """A person (``family`` and ``given``), or a body, which has its name in ``family`` alone.

    ``orcid`` is sixteen digits in four groups, "" where there is none.
    """

    family: str
    given: str = ""
    orcid: str = ""
    affiliation: str = ""

    @property
    def name(self) -> str:
        """As one reads it: Hua Li, but 李华."""
        if not self.given:
            return self.family
        both = f"{self.family}{self.given}"
        return both if _HAN.search(both) else f"{self.given} {self.family}"

    @property
    def sorted_name(self) -> str:
        """As catalogues list it: Li, Hua."""
        return f"{self.family}, {self.given}" if self.given else self.family

    @property
    def asked(self) -> str:
        """As it is written on a command line."""
        parts = (self.sorted_name, self.orcid, self.affiliation)
        return "; ".join(parts).rstrip("; ") if any(parts[1:]) else parts[0]


def author_named(text: str) -> Author:
    """The author written as "Family, Given; ORCID; affiliation"; what stands behind the name may be left out.

    A name without a comma is that of a body. Raises PlanCompareError for an ORCID that is none, or one of a body.

    >>> author_named("Carberry, Josiah; 0000-0002-1825-0097; Brown University").name
    'Josiah Carberry'
    """
    name, *more = (" ".join(part.split()) for part in re.split(r"[;；]", text))
    family, _, given = (part.strip() for part in re.sub("，", ",", name).partition(","))
    if not text.isprintable() or not family or "," in given or len(more) > 2:
        raise PlanCompareError(
            '"{text}" is no author; write "Family, Given; ORCID; affiliation", or the name of a body', text=text
        )
    orcid, affiliation = _told_apart(more)
    if (orcid or affiliation) and not given:
        raise PlanCompareError(
            '"{name}" has no comma, so it is a body; write a person with an ORCID as "Family, Given; ORCID"', name=name
        )
    return Author(family, given, _orcid(orcid) if orcid else "", affiliation)


def _told_apart(parts: list[str]) -> tuple[str, str]:
    """The ORCID and the affiliation; one alone is an ORCID if it begins like one."""
    if len(parts) == 1 and not re.match(r"https?:|\d{4}", parts[0]):
        return "", parts[0]
    orcid, affiliation, *_ = (*parts, "", "")
    return orcid, affiliation


def _orcid(text: str) -> str:
    """The ORCID in its groups. Raises PlanCompareError for one that is misspelt: its last sign is a checksum."""
    match = _ORCID.match(text)
    if match is None:
        raise PlanCompareError('"{text}" is no ORCID; it has sixteen digits, as 0000-0002-1825-0097', text=text)
    digits = match[1].replace("-", "").upper()
    total = 0
    for digit in digits[:-1]:  # ISO 7064, MOD 11-2
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    if digits[-1] != ("X" if check == 10 else str(check)):
        raise PlanCompareError('"{text}" is no ORCID: a digit is mistyped, for its checksum does not fit', text=text)
    return "-".join(digits[place : place + 4] for place in range(0, 16, 4))
