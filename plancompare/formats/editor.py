"""The JSON Schemas with a collection's own words in them, for editors: completions and definitions as one writes.

Both languages stand in each description, so that the same collection gives the same bytes whoever asks.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any, Literal, NamedTuple, get_args

from plancompare.model import Catalogue, Codebook, Indicator, Label, Standard, Theme
from plancompare.schema import schema

Kind = Literal["plan", "codebook", "standards", "indicators", "decisions"]
KINDS: tuple[Kind, ...] = get_args(Kind)
MARK = "made by plancompare schema"  # begins the comment by which we know a file of ours again
NONE = "none"
SEPARATOR = " / "  # between the two languages


class Words(NamedTuple):
    """What a collection's files may name."""

    codebook: Codebook
    indicators: Mapping[str, Indicator]
    catalogue: Catalogue


def file_name(kind: Kind = "plan") -> str:
    """What the schema's file is called, which lies beside the files that it describes."""
    return f"{kind}.schema.json"


def render(words: Words, kind: Kind = "plan") -> bytes:
    """The schema of one kind of file, in which themes, standards and indicators are those of ``words``."""
    made = deepcopy(schema(kind))
    themes = _choice("主题 / theme", map(_theme, words.codebook.themes))
    if kind == "plan" and themes:
        _plan(made, themes, words)
    elif kind == "standards" and themes:
        made["properties"]["theme"] |= themes
        made["definitions"]["standard"]["properties"]["also"]["items"] = themes
        del made["properties"]["theme"]["$ref"]
    comment = {"$comment": f"{MARK} {kind}: its words are those of a collection; make it anew when they change"}
    told = {"$schema": made.pop("$schema"), **comment, **made}
    return _written(told).encode()


def is_ours(data: bytes) -> bool:
    """Whether a file is a schema that was made here, and so may be made anew."""
    try:
        held = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(held, dict) and str(held.get("$comment", "")).startswith(MARK)


def _written(told: Mapping[str, Any]) -> str:
    """A schema in few lines: one for each key, each definition and each id that may be named, as they change."""
    keys = [f"{_json(key)}:{_json(value)}" for key, value in told.items() if key != "definitions"]
    parts = [f"{_json(name)}:{_definition(part)}" for name, part in told.get("definitions", {}).items()]
    keys += ['"definitions":{\n' + ",\n".join(parts) + "\n}"] if parts else []
    return "{\n" + ",\n".join(keys) + "\n}\n"


def _definition(part: Mapping[str, Any]) -> str:
    if "defaultSnippets" not in part:
        return _json(part)
    rest = _json({key: value for key, value in part.items() if key != "anyOf"})
    return rest[:-1] + ',"anyOf":[\n' + ",\n".join(map(_json, part["anyOf"])) + "\n]}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _plan(made: dict[str, Any], themes: dict[str, Any], words: Words) -> None:
    """Put the words of a collection where a plan names them."""
    parts = made["definitions"]
    commitment, target = parts["commitment"]["properties"], parts["target"]["properties"]
    parts["theme"] = themes
    for owner in (parts["section"]["properties"], commitment):
        owner["theme"] = {"$ref": "#/definitions/theme", "description": owner["theme"]["description"]}
    commitment["also"]["items"] = {"$ref": "#/definitions/theme"}
    for key in ("reads", "not_applicable"):
        whole = made["properties"][key]
        inner = whole.pop("additionalProperties")
        named = {theme.id: inner | {"description": _of_theme(theme)} for theme in words.codebook.themes}
        whole |= {"properties": named, "additionalProperties": False}
        del whole["propertyNames"]
    standards = _choice("常见承诺 / standard", _standards(words.catalogue))
    if standards:
        parts["standard"] = standards
        for key in ("standard", "proposed"):
            commitment[key] = {"$ref": "#/definitions/standard", "description": commitment[key]["description"]}
    indicators = _choice("指标 / indicator", map(_of_indicator, words.indicators.values()))
    if indicators:
        parts["indicator"] = indicators
        target["indicator"] = {"$ref": "#/definitions/indicator", "description": target["indicator"]["description"]}


def _choice(title: str, ids_told: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """One of these ids, each with what it means; nothing where there is none.

    Single constants rather than one list of values, and a pattern that refuses what is none of them: of a list, and of
    constants that all fail, an editor shows all members.
    """
    named = tuple(ids_told)
    branches: list[dict[str, Any]] = [{"const": id, "description": about} for id, about in named]
    if not branches:
        return {}
    ids = "|".join(re.escape(branch["const"]) for branch in branches)
    refusal = f"不在本套编码之中 / no {title.split(SEPARATOR)[1]} of this collection"
    told = {"title": title, "type": "string", "pattern": f"^(?:{ids})$", "patternErrorMessage": refusal}
    # an id is found by its Chinese name, too
    names = [
        {"label": about.split(SEPARATOR)[0].split("\n")[0], "body": id} for id, about in named if SEPARATOR in about
    ]
    return told | {"anyOf": [*branches, {}], "defaultSnippets": names}


def _theme(theme: Theme) -> tuple[str, str]:
    return theme.id, _of_theme(theme)


def _of_theme(theme: Theme) -> str:
    when = f"用于 / when: {theme.when}" if theme.when else ""
    when_not = f"不用于 / when not: {theme.when_not}" if theme.when_not else ""
    return _about(theme.label, theme.definition, when, when_not)


def _standards(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    if not catalogue.standards:
        return
    yield NONE, "已看过，常见承诺中没有这一条 / a person looked and none fits"
    for standard in catalogue.standards.values():
        yield standard.id, _of_standard(standard)
    for alias, id in catalogue.renamed.items():
        if alias not in catalogue.standards:
            yield alias, f"→ {id}"


def _of_standard(standard: Standard) -> str:
    return _about(standard.label, standard.definition, f"[{standard.theme}]")


def _of_indicator(indicator: Indicator) -> tuple[str, str]:
    unit = f"单位 / unit: {indicator.unit}" if indicator.unit else ""
    aliases = f"又称 / also: {'、'.join(indicator.aliases)}" if indicator.aliases else ""
    return indicator.id, _about(indicator.label, indicator.definition, unit, aliases)


def _about(label: Label, *told: str) -> str:
    names = SEPARATOR.join(dict.fromkeys(part for part in label if part))
    return "\n\n".join(part for part in (names, *told) if part)
