"""Who answers for a data set, under what name, licence and date: what a title page says and the plans cannot know."""

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from plancompare import __version__
from plancompare.comparing.comparison import Comparison
from plancompare.errors import PlanCompareError
from plancompare.model import Lang
from plancompare.publishing.authors import Author

_DOI = re.compile(r"10\.\d{4,9}(\.\d+)?/[A-Za-z0-9:/_;\-.()\[\]\\]+")  # as the Citation File Format has it
# what has no date at all is given the first day that a zip archive can tell
_NO_DATE = "1980-01-01"


class Imprint(NamedTuple):
    """``licence`` is an SPDX id or an address, ``date`` an ISO day; all but ``title`` and ``authors`` may be empty.

    ``keywords`` are those of the authors, ``doi`` is one without its resolver.

    ``lang`` is the language of the tool's own words in the data set.
    """

    title: str
    authors: tuple[Author, ...]
    licence: str = ""
    release: str = ""
    date: str = ""
    lang: Lang = "en"
    keywords: tuple[str, ...] = ()
    doi: str = ""


def doi_named(text: str) -> str:
    """A DOI without its resolver: 10.5281/zenodo.1003150. Raises PlanCompareError for what is none.

    >>> doi_named("https://doi.org/10.5281/zenodo.1003150")
    '10.5281/zenodo.1003150'
    """
    doi = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:)", "", text.strip(), flags=re.IGNORECASE)
    if doi and not _DOI.fullmatch(doi):
        raise PlanCompareError('"{text}" is no DOI; it begins with 10., as 10.5281/zenodo.1003150', text=text)
    return doi


def fingerprint(comparison: Comparison, imprint: "Imprint") -> str:
    """A hash (hexadecimal) of all that the data depend on: files read, plans, settings, version of the program."""
    settings = comparison.settings
    parts = [
        __version__,
        [(file.path, file.sha256) for file in comparison.inputs],
        [plan.id for plan in comparison.plans],
        [*settings.thresholds, settings.decisions, imprint.lang, settings.theme, *settings.only],
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def version(comparison: Comparison, imprint: Imprint) -> str:
    """The release that was named; without one, a version that only tells the content apart (semantic versioning)."""
    return imprint.release or f"0.0.0+{fingerprint(comparison, imprint)[:12]}"


def stamp(comparison: Comparison, imprint: Imprint) -> str:
    """The day that formats which demand one are given: the release's, else the newest in the inputs, never today's."""
    return imprint.date or max(_days(comparison), default=_NO_DATE)


def _days(comparison: Comparison) -> Iterator[str]:
    for written in (
        *(day for plan in comparison.plans for day in plan.dates.values()),
        *(decision.date for decision in comparison.rulings),
    ):
        try:
            yield date.fromisoformat(written).isoformat()
        except ValueError:
            continue  # a year alone, or words: no day to compare
