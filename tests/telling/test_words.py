"""The tool's own words: in both languages, each key once, the same things filled in."""

from collections import Counter
from importlib import import_module
from pathlib import Path
from string import Formatter

import plancompare.telling.words as messages

MODULES = [
    import_module(f"plancompare.telling.words.{path.stem}")
    for path in sorted(Path(messages.__file__).parent.glob("*.py"))
    if path.stem != "__init__"
]


def test_no_key_stands_twice() -> None:
    keys = Counter(key for module in MODULES for key in module.TEXTS)
    assert [key for key, count in keys.items() if count > 1] == []
    assert set(keys) <= set(messages._TEXTS)


def test_both_languages_say_everything_with_the_same_values() -> None:
    faults = []
    for key, texts in messages._TEXTS.items():
        zh, en = ({name for _, name, _, _ in Formatter().parse(text) if name} for text in texts)
        faults += [f"{key}: {zh} in zh, {en} in en"] * (zh != en) + [f"{key} is empty"] * (not all(texts))
    assert not faults, "\n".join(faults)
