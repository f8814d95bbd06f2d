"""The shelf itself: doors that open lazily, and no word of the field in its code."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from plancompare import drafting
from plancompare.drafting.encoding import clauses, grammar
from plancompare.drafting.encoding.steering import Steering
from plancompare.model import Lang
from plancompare.telling.words import say
from tests.drafting.encoding.support import steering, words

PACKAGE = Path(drafting.__file__).parent


def test_doors_import_nothing_before_they_are_opened() -> None:
    code = "import sys, plancompare.drafting; print([m for m in sys.modules if m.startswith('plancompare.drafting.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# signs of the words of this field; periods and units of it are the codebook's
FIELD = re.compile("[校学课师园教班幼]|生均|职普|年级")
ROOMS = ("drafting", "asking", "checks")


def test_words_of_the_field_stand_in_the_codebook_only() -> None:
    lists = words()[0].lexicon.encoding
    sought = (*lists["school_periods"], *lists["school_seasons"], *lists["hours"], *lists["forms"])
    for path in (path for room in ROOMS for path in (PACKAGE.parent / room).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {
            ast.get_docstring(node, clean=False)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        }
        texts = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)} - docs
        assert not [text for text in texts if FIELD.search(text) or any(word in text for word in sought)], path


def test_gaps_of_the_grammar_are_filled_by_lists_that_the_codebook_has() -> None:
    named = {name for module in (grammar, clauses) for text in vars(module).values() for name in gaps(text)}
    assert named and named <= set(words()[0].lexicon.encoding)


def gaps(text: object) -> list[str]:
    if not isinstance(text, str) or text in (grammar.FIELD_WORDS, grammar.NOT_ENDING, grammar.NOT_BEGINNING):
        return []
    return re.findall(r"\{(?:any|behind_none|before_none):(\w+)\}", text)


def test_a_gap_takes_the_words_of_its_list() -> None:
    own = steering()
    assert own.grammar(grammar.OF_EACH).search("各校均达到90%") is None
    assert own.grammar(grammar.OF_EACH).search("甲率和乙率均达到90%")
    bare = Steering(words()[0].lexicon._replace(encoding={}))
    assert bare.grammar(grammar.OF_EACH).search("各校均达到90%")
    assert bare.grammar(grammar.EACH_OF).search("小学、初中各3所")


def test_grammar_is_constants_only() -> None:
    for path in (*PACKAGE.rglob("grammar.py"), *PACKAGE.rglob("clauses.py")):
        kinds = {type(node) for node in ast.parse(path.read_text(encoding="utf-8")).body}
        assert kinds <= {ast.Expr, ast.ImportFrom, ast.Assign, ast.AnnAssign}, path


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_notes_and_doubts_have_words(lang: Lang) -> None:
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("noted", "Doubt")
            )
            key = node.args[0] if called and isinstance(node, ast.Call) and node.args else None
            if isinstance(key, ast.Constant):
                values = dict.fromkeys(
                    ("count", "encoding", "pages", "line", "rows", "text", "theme", "score", "other", "cells", "codes"),
                    1,
                )
                assert say(str(key.value), lang, **values) != key.value
