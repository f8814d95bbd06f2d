"""The JSON Schemas: the one definition of shape, for the reader, for editors and for the docs."""

import json
from functools import cache
from pathlib import Path
from typing import Any

NAMES = ("plan", "codebook", "indicators", "decisions", "labels", "report")


@cache
def schema(name: str) -> dict[str, Any]:
    """The schema called ``name`` (one of ``NAMES``), as parsed JSON."""
    text = Path(__file__).with_name(f"{name}.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
