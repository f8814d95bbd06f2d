"""CITATION.cff: how to cite the data set, in the Citation File Format 1.2.0."""

from collections.abc import Iterator

from plancompare import __version__
from plancompare.comparing.comparison import Comparison
from plancompare.publishing.imprint import Imprint, version
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
        yield f"- name: {_quoted(author)}"
    yield f"version: {_quoted(version(comparison, imprint))}"
    if imprint.date:
        yield f"date-released: {_quoted(imprint.date)}"
    if imprint.licence:
        yield f"{'license-url' if imprint.licence_is_address else 'license'}: {_quoted(imprint.licence)}"
    yield "references:"
    yield "- type: software"
    yield "  title: plancompare"
    yield f"  version: {_quoted(__version__)}"
    yield "  authors:"
    yield "  - name: The plancompare authors"


def _quoted(text: str) -> str:
    return quoted(" ".join(printable(text).split()))
