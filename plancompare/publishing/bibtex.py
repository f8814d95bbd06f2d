"""CITATION.bib: the data set as a BibTeX entry, in which bodies stay whole and titles keep their letters."""

import re
from collections.abc import Iterator

from plancompare.comparing.comparison import Comparison
from plancompare.publishing.authors import Author
from plancompare.publishing.imprint import Imprint, fingerprint, version
from plancompare.telling.text import printable

_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}  # fmt: skip


def bibtex(comparison: Comparison, imprint: Imprint) -> bytes:
    """The file's bytes: one entry, whose key is made of the first author, the year and the content."""
    first = re.sub(r"[^A-Za-z]", "", imprint.authors[0].family) or "plancompare"
    key = f"{first}{imprint.date[:4]}-{fingerprint(comparison, imprint)[:6]}"
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in _fields(comparison, imprint))
    return f"@misc{{{key},\n{fields}\n}}\n".encode()


def _fields(comparison: Comparison, imprint: Imprint) -> Iterator[tuple[str, str]]:
    yield "author", " and ".join(map(_author, imprint.authors))
    yield "title", f"{{{_escaped(imprint.title)}}}"
    if imprint.date:
        yield "year", imprint.date[:4]
        yield "month", str(int(imprint.date[5:7]))
    yield "howpublished", "Data set"
    yield "note", _escaped(f"Version {version(comparison, imprint)}")
    if imprint.doi:
        yield "doi", imprint.doi
        yield "url", f"https://doi.org/{imprint.doi}"


def _author(author: Author) -> str:
    """Family, Given; braces keep a body, and an "and" in a name, from being taken apart."""
    if not author.given:
        return f"{{{_escaped(author.family)}}}"
    parts = map(_escaped, (author.family, author.given))
    return ", ".join(f"{{{part}}}" if re.search(r"\band\b", part) else part for part in parts)


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(sign, sign) for sign in " ".join(printable(text).split()))
