"""The JSON Schemas: the one definition of shape, for the reader, for editors and for the docs."""

import json
from functools import cache
from pathlib import Path
from typing import Any

NAMES = ("plan", "codebook", "standards", "indicators", "decisions", "labels", "report")


def schema_path(name: str) -> Path:
    """The file of the schema called ``name``."""
    return Path(__file__).with_name(f"{name}.schema.json")


@cache
def schema(name: str) -> dict[str, Any]:
    """The schema called ``name`` (one of ``NAMES``), as parsed JSON."""
    loaded: dict[str, Any] = json.loads(schema_path(name).read_text(encoding="utf-8"))
    return loaded
