"""CITATION.cff: how to cite the data set, in the Citation File Format 1.2.0."""

from collections.abc import Iterator

from plancompare import __version__
from plancompare.comparing.comparison import Comparison
from plancompare.publishing.authors import Author
from plancompare.publishing.imprint import Imprint, version
from plancompare.publishing.licences import citable
from plancompare.reading.writing.scalars import quoted
from plancompare.telling.text import printable
from plancompare.telling.words import listed, say


def citation(comparison: Comparison, imprint: Imprint) -> bytes:
    """The file's bytes. Every scalar is written as a JSON string, which YAML reads as just that text."""
    return "".join(f"{line}\n" for line in _lines(comparison, imprint)).encode()


def _lines(comparison: Comparison, imprint: Imprint) -> Iterator[str]:
    lang = imprint.lang
    plans = listed((plan.title or plan.name for plan in comparison.plans), lang)
    yield "cff-version: 1.2.0"
    yield f"message: {_quoted(say('publish_cite', lang))}"
    yield f"title: {_quoted(imprint.title)}"
    yield "type: dataset"
    yield f"abstract: {_quoted(say('publish_abstract', lang, plans=plans))}"
    yield "authors:"
    for author in imprint.authors:
        yield from _author(author)
    yield f"version: {_quoted(version(comparison, imprint))}"
    if imprint.date:
        yield f"date-released: {_quoted(imprint.date)}"
    if imprint.doi:
        yield f"doi: {_quoted(imprint.doi)}"
    if imprint.licence:
        key, licence = citable(imprint.licence)
        yield f"{key}: {_quoted(licence)}"
    if imprint.keywords:
        yield "keywords:"
        yield from (f"- {_quoted(word)}" for word in imprint.keywords)
    yield "references:"
    yield "- type: software"
    yield "  title: plancompare"
    yield f"  version: {_quoted(__version__)}"
    yield "  authors:"
    yield "  - name: The plancompare authors"


def _author(author: Author) -> Iterator[str]:
    """A person by the parts of the name, a body by the whole."""
    if not author.given:
        yield f"- name: {_quoted(author.family)}"
        return
    yield f"- family-names: {_quoted(author.family)}"
    yield f"  given-names: {_quoted(author.given)}"
    if author.orcid:
        yield f'  orcid: "https://orcid.org/{author.orcid}"'
    if author.affiliation:
        yield f"  affiliation: {_quoted(author.affiliation)}"


def _quoted(text: str) -> str:
    return quoted(" ".join(printable(text).split()))
