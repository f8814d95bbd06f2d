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

_LICENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
# what has no date at all is given the first day that a zip archive can tell
_NO_DATE = "1980-01-01"


class Imprint(NamedTuple):
    """``licence`` is an SPDX id or an address, ``date`` an ISO day; all but ``title`` and ``authors`` may be empty.

    ``lang`` is the language of the tool's own words in the data set.
    """

    title: str
    authors: tuple[str, ...]
    licence: str = ""
    release: str = ""
    date: str = ""
    lang: Lang = "en"

    @property
    def licence_is_address(self) -> bool:
        """Whether the licence is named by an address rather than by an id."""
        return self.licence.startswith(("https://", "http://"))


def check_licence(licence: str) -> None:
    """Raise PlanCompareError for what can be neither an SPDX id nor an address."""
    address = licence.startswith(("https://", "http://")) and not re.search(r"[\s\"<>]", licence)
    if licence and not address and not _LICENCE.fullmatch(licence):
        raise PlanCompareError(
            '"{licence}" is no licence; give an SPDX id such as CC-BY-4.0, or an address', licence=licence
        )


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
