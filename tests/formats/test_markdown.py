"""Markdown, read back by a CommonMark parser."""

import re
from itertools import pairwise
from typing import Any

import pytest
from markdown_it import MarkdownIt

from plancompare.formats.markdown import render
from tests.formats.support import HOSTILE, STATES, hostile, told, whole


def tokens(data: bytes) -> list[Any]:
    return MarkdownIt("commonmark", {"linkify": False}).enable("table").enable("strikethrough").parse(data.decode())


def tables(data: bytes) -> list[list[list[str]]]:
    """The tables, each as rows of cells; line breaks inside a cell are blanks."""
    found: list[list[list[str]]] = []
    for place, token in enumerate(parsed := tokens(data)):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type in ("td_open", "th_open"):
            texts = [t.content if t.type == "text" else " " for t in parsed[place + 1].children]
            found[-1][-1].append("".join(texts))
    return found


def cells(data: bytes) -> dict[str, dict[str, str]]:
    """Row number -> plan name -> state, from the tables of rows."""
    rows: dict[str, dict[str, str]] = {}
    for heads, *lines in tables(data):
        if "basis" in heads:
            first = heads.index("basis") + 1
            for line in lines:
                rows[line[0]] = {heads[p]: STATES[line[p]] for p in range(first, len(heads) - 1)}
    return rows


def test_every_plan_word_and_phrase_is_there() -> None:
    comparison = whole()
    text = "\n".join("\n".join(" ".join(line) for line in table) for table in tables(render(told(comparison))))
    for row in comparison.rows:
        for commitment in row.commitments:
            assert commitment.text in text
            assert commitment.key in text
            assert all(evidence.quote in text for evidence in commitment.evidence)


def test_headings_go_down_step_by_step() -> None:
    levels = [int(t.tag[1]) for t in tokens(render(told(whole()))) if t.type == "heading_open"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_markup(text: str) -> None:
    quiet, loud = tokens(render(told(hostile("quiet")))), tokens(render(told(hostile(text))))
    assert [t.type for t in loud] == [t.type for t in quiet]
    for token in loud:
        kinds = {child.type for child in token.children or ()}
        assert kinds <= {"text", "text_special", "strong_open", "strong_close", "html_inline", "softbreak"}
        assert all(c.content == "<br>" for c in token.children or () if c.type == "html_inline")
    assert not re.search(r"(?<!\\)<(?!br>)", render(told(hostile(text))).decode())
