""".zenodo.json: what Zenodo is told of a data set that is deposited there from a repository."""

from html import escape
from typing import Any

from plancompare.comparing.comparison import Comparison
from plancompare.formats.json import json_bytes
from plancompare.publishing.authors import Author
from plancompare.publishing.imprint import Imprint, version
from plancompare.publishing.licences import is_address

_LANGUAGES = {"zh": "zho", "en": "eng"}


def deposit(comparison: Comparison, imprint: Imprint, about: str) -> bytes:
    """The file's bytes; ``about`` says what the data set is, and is taken for HTML there."""
    told: dict[str, Any] = {
        "title": imprint.title,
        "upload_type": "dataset",
        "description": f"<p>{escape(about)}</p>",
        "creators": [_creator(author) for author in imprint.authors],
        "version": version(comparison, imprint),
        "language": _LANGUAGES[imprint.lang],
    }
    if imprint.date:
        told["publication_date"] = imprint.date
    if imprint.doi:
        told["doi"] = imprint.doi
    if imprint.keywords:
        told["keywords"] = list(imprint.keywords)
    if imprint.licence and not is_address(imprint.licence):
        told["license"] = imprint.licence.lower()  # as Zenodo keys its licences
    elif imprint.licence:
        told["notes"] = f'<p><a href="{escape(imprint.licence)}">{escape(imprint.licence)}</a></p>'
    return json_bytes(told)


def _creator(author: Author) -> dict[str, str]:
    told = {"name": author.sorted_name, "orcid": author.orcid, "affiliation": author.affiliation}
    return {key: value for key, value in told.items() if value}
