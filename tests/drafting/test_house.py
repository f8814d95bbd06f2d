"""The shelf itself: doors that open lazily, and no word of the field in its code."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from plancompare import drafting
from plancompare.model import Lang
from plancompare.telling.words import say
from tests.drafting.encoding.support import words

PACKAGE = Path(drafting.__file__).parent


def test_doors_import_nothing_before_they_are_opened() -> None:
    code = "import sys, plancompare.drafting; print([m for m in sys.modules if m.startswith('plancompare.drafting.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_periods_of_the_field_stand_in_the_codebook_only() -> None:
    lists = words()[0].lexicon.encoding
    sought = (*lists["school_periods"], *lists["school_seasons"])
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {
            ast.get_docstring(node, clean=False)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        }
        texts = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)} - docs
        assert not [word for word in sought for text in texts if word in text], path.name


def test_grammar_is_constants_only() -> None:
    for path in PACKAGE.rglob("grammar.py"):
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
