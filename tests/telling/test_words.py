"""The tool's own words: in both languages, each key once, the same things filled in, and none of them guessed."""

import ast
import re
from collections import Counter
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

import plancompare.telling.words as messages
from plancompare import checks
from plancompare.model import Lang

MODULES = [
    import_module(f"plancompare.telling.words.{path.stem}")
    for path in sorted(Path(messages.__file__).parent.glob("*.py"))
    if path.stem != "__init__"
]
PACKAGE = Path(messages.__file__).parent.parent.parent
LANGS: tuple[Lang, ...] = ("zh", "en")


def fields(text: str) -> set[str]:
    """The names of the values that a text wants."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_no_key_stands_twice() -> None:
    keys = Counter(key for module in MODULES for key in module.TEXTS)
    assert [key for key, count in keys.items() if count > 1] == []
    assert set(keys) <= set(messages._TEXTS)


def test_both_languages_say_everything_with_the_same_values() -> None:
    faults = []
    for key, (zh, en) in messages._TEXTS.items():
        same = fields(zh) == fields(en)
        faults += [f"{key}: {fields(zh)} in zh, {fields(en)} in en"] * (not same) + [f"{key} is empty"] * (
            not (zh and en)
        )
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("lang", LANGS)
def test_a_text_is_said_with_its_values_and_not_without_one(lang: Lang) -> None:
    for key in messages._TEXTS:
        wanted = fields(messages.template(key, lang))
        values = dict.fromkeys(wanted, 0)
        assert messages.say(key, lang, **values)
        for name in wanted:
            with pytest.raises(KeyError, match=key):
                messages.say(key, lang, **{other: value for other, value in values.items() if other != name})


@pytest.mark.parametrize("lang", LANGS)
def test_an_unknown_key_is_a_fault_of_the_program(lang: Lang) -> None:
    with pytest.raises(KeyError, match="no words called"):
        messages.say("no_such_key", lang)


def keys_in_code() -> set[str]:
    """Every key that the code says outright, as the first argument of say or template."""
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                first = node.args[0]
                if name in ("say", "template") and isinstance(first, ast.Constant):
                    found.add(str(first.value))
    return found


def test_every_key_that_code_and_templates_say_is_there() -> None:
    said = keys_in_code()
    for path in PACKAGE.rglob("*.j2"):
        said |= set(re.findall(r'said\("([a-z_-]+)"', path.read_text(encoding="utf-8")))
    assert said - set(messages._TEXTS) == set()


def test_every_check_is_told_in_a_line() -> None:
    told = {key.removeprefix("check_") for key in messages._TEXTS if key.startswith("check_")}
    assert told == set(checks.CHECKS)


def test_no_text_is_told_twice() -> None:
    """Of two texts with one key the second would silently take the place of the first."""
    keys: list[str] = []
    for module in Path(messages.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Dict):
                keys += [key.value for key in node.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)]
    assert len(keys) > 300
    assert [key for key, count in Counter(keys).items() if count > 1] == []
