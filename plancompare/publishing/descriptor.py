"""datapackage.json: what is in the data set, by the Data Package standard, version 2."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from plancompare.comparing.comparison import Comparison
from plancompare.formats.json import json_bytes
from plancompare.publishing.authors import Author
from plancompare.publishing.imprint import Imprint, fingerprint, version
from plancompare.publishing.licences import is_address
from plancompare.publishing.table import Column, Reference, Table
from plancompare.telling.text import printable
from plancompare.telling.words import say

_PROFILES = "https://datapackage.org/profiles/2.0"
_DIALECT = {"$schema": f"{_PROFILES}/tabledialect.json", "header": True, "delimiter": ",", "lineTerminator": "\n"}
_MEDIA: Mapping[str, str] = {
    ".md": "text/markdown",
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
    ".cff": "application/yaml",
    ".bib": "application/x-bibtex",
    ".json": "application/json",
    ".qdc": "application/xml",
    ".qdpx": "application/zip",
    ".parquet": "application/vnd.apache.parquet",
}


def descriptor(
    comparison: Comparison, imprint: Imprint, tables: Sequence[Table], files: Mapping[str, bytes], description: str
) -> bytes:
    """The descriptor of ``tables`` and of all other ``files`` (path -> bytes); ``description`` says what it all is."""
    by_path = {table.path: table for table in tables}
    resources = [_resource(path, data, by_path.get(path)) for path, data in files.items()]
    package = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": f"plancompare-{fingerprint(comparison, imprint)[:12]}",
        "id": f"https://doi.org/{imprint.doi}" if imprint.doi else f"urn:sha256:{fingerprint(comparison, imprint)}",
        "title": imprint.title,
        "description": description,
        "version": version(comparison, imprint),
        **({"created": f"{imprint.date}T00:00:00Z"} if imprint.date else {}),
        "contributors": [_contributor(author) for author in imprint.authors],
        **({"licenses": [_licence(imprint)]} if imprint.licence else {}),
        "keywords": [say("plan_head", "zh"), say("commitments", "zh"), "content analysis", "policy", *imprint.keywords],
        "sources": [_source(plan.title or plan.name, plan.source.url) for plan in comparison.plans],
        "resources": resources,
    }
    return json_bytes(package)


def _contributor(author: Author) -> dict[str, Any]:
    """A person or a body, with the parts of the name that are known."""
    person = {"givenName": author.given, "familyName": author.family} if author.given else {}
    more = {"path": f"https://orcid.org/{author.orcid}" if author.orcid else "", "organization": author.affiliation}
    return {"title": author.name, **person, **{key: told for key, told in more.items() if told}, "roles": ["creator"]}


def _licence(imprint: Imprint) -> dict[str, str]:
    return {"path" if is_address(imprint.licence) else "name": imprint.licence}


def _source(title: str, url: str) -> dict[str, str]:
    address = {"path": url} if re.fullmatch(r"https?://\S+", url) else {}
    return {"title": printable(title), **address}


def _resource(path: str, data: bytes, table: Table | None) -> dict[str, Any]:
    suffix = PurePosixPath(path).suffix
    name = table.name if table else re.sub(r"[^a-z0-9._-]+", "-", path.lower())
    resource: dict[str, Any] = {"name": name, "path": path}
    if table:
        resource |= {"type": "table", "description": _both(table.about.zh, table.about.en)}
    elif suffix == ".json":
        resource["type"] = "json"  # else a schema is taken for one of tables
    resource |= {
        "format": suffix[1:],
        "mediatype": "text/csv" if table else _MEDIA.get(suffix, "application/octet-stream"),
    }
    if suffix not in (".qdpx", ".parquet"):
        resource["encoding"] = "utf-8"
    resource |= {"bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}
    return resource | {"dialect": _DIALECT, "schema": _schema(table)} if table else resource


def _schema(table: Table) -> dict[str, Any]:
    foreign = {"foreignKeys": [_foreign(reference) for reference in table.references]} if table.references else {}
    return {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        **foreign,
    }


def _foreign(reference: Reference) -> dict[str, Any]:
    target = {"resource": reference.table, "fields": list(reference.keys)}
    return {"fields": list(reference.columns), "reference": target}


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.values:
        constraints["enum"] = list(column.values)
    field = {"name": column.name, "type": column.type, "description": _both(column.about.zh, column.about.en)}
    return field | ({"constraints": constraints} if constraints else {})


def _both(zh: str, en: str) -> str:
    return f"{en} / {zh}"
