"""The language of a run: that of the command line, else of the environment."""

import os
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plancompare.model import Lang


def language_asked(args: Sequence[str]) -> "Lang":
    """The language that a command line asks for, else the environment; it is wanted before the line is understood.

    A value that is none, such as --lang cn, is refused later, in the language that it may have meant.
    """
    asked = os.environ.get("PLANCOMPARE_LANG", "")
    for word, next_word in pairwise((*args, "")):  # the last one counts, as in any command line
        if word == "--lang" or word.startswith("--lang="):
            asked = word.partition("=")[2] or next_word
    if not asked:
        return lang_of_locale()
    return "zh" if asked.lower().startswith(("zh", "ch", "cn", "中", "汉")) else "en"


def lang_of_locale() -> "Lang":
    """Chinese where the locale is, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"
