"""Automatic numbers: what Word would print before a paragraph of a list, counted as it counts them."""

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from plancompare.drafting.documents.word.numerals import printed
from plancompare.drafting.documents.word.styles import value, whole

_PLACE = re.compile(r"%([1-9])")
LEVELS = 9


class _Level(NamedTuple):
    """One level of a list: how it counts and what it prints."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int = -1  # the level (from 1) whose numbers begin it anew; 0 never, -1 any above
    legal: bool = False
    style: str = ""


class Numbering:
    """The lists of a file, and how far each has counted."""

    def __init__(self, root: Element | None) -> None:
        """``root`` of the numbering part; None if the file has no lists."""
        self._abstract: dict[str, Element] = {}
        self._lists: dict[str, tuple[str, dict[int, Element]]] = {}
        self._linked: dict[str, str] = {}
        for node in root if root is not None else ():
            if node.tag == "abstractNum":
                key = node.get("abstractNumId", "")
                self._abstract[key] = node
                if name := value(node, "styleLink"):
                    self._linked[name] = key
            elif node.tag == "num":
                over = {whole(n.get("ilvl", "0")): n for n in node.iter("lvlOverride")}
                self._lists[node.get("numId", "")] = (value(node, "abstractNumId"), over)
        self._levels: dict[str, tuple[_Level, ...]] = {}
        self._counts: dict[str, list[int | None]] = {}  # None: not begun, or to begin anew
        self._seen: set[tuple[str, int]] = set()

    def depth(self, list_id: str, style: str, given: int) -> int:
        """The level at which paragraphs of ``style`` stand in a list: the one that names the style, else ``given``."""
        levels = self._of(list_id)
        return next((i for i, level in enumerate(levels) if style and level.style == style), given)

    def next(self, list_id: str, depth: int) -> tuple[str, bool]:
        """The number of the next paragraph at ``depth`` of a list, and whether it is but a bullet."""
        levels = self._of(list_id)
        if not 0 <= depth < len(levels):
            return "", False
        level = levels[depth]
        counts = self._counted(list_id, depth, levels)
        if level.form == "bullet":
            return "•", True
        return _PLACE.sub(lambda m: self._place(int(m[1]) - 1, depth, levels, counts), level.text).strip(), False

    def _place(self, wanted: int, depth: int, levels: tuple[_Level, ...], counts: list[int | None]) -> str:
        if wanted > depth or wanted >= len(levels):
            return ""
        form = "decimal" if levels[depth].legal else levels[wanted].form
        count = counts[wanted]
        return printed(levels[wanted].start if count is None else count, form)

    def _counted(self, list_id: str, depth: int, levels: tuple[_Level, ...]) -> list[int | None]:
        """Count one on at ``depth``; lists of one definition count together, unless one of them begins anew."""
        abstract, over = self._lists[list_id]
        counts = self._counts.setdefault(abstract, [None] * LEVELS)
        if (list_id, depth) not in self._seen:
            self._seen.add((list_id, depth))
            if depth in over and over[depth].find("startOverride") is not None:
                counts[depth] = None
        count = counts[depth]
        counts[depth] = levels[depth].start if count is None else count + 1
        for lower in range(depth + 1, len(levels)):
            restart = levels[lower].restart
            if restart < 0 or (restart and depth < restart):
                counts[lower] = None
        return counts

    def _of(self, list_id: str) -> tuple[_Level, ...]:
        if list_id not in self._lists:
            return ()
        if list_id not in self._levels:
            self._levels[list_id] = self._read(list_id)
        return self._levels[list_id]

    def _read(self, list_id: str) -> tuple[_Level, ...]:
        abstract, over = self._lists[list_id]
        node = self._abstract.get(abstract)
        if node is not None and (link := value(node, "numStyleLink")):
            node = self._abstract.get(self._linked.get(link, ""), node)
        levels = [_Level()] * LEVELS
        for child in node.iter("lvl") if node is not None else ():
            depth = whole(child.get("ilvl", "0"))
            if 0 <= depth < LEVELS:
                levels[depth] = _level(child)
        for depth, change in over.items():
            if 0 <= depth < LEVELS:
                own = change.find("lvl")
                level = _level(own) if own is not None else levels[depth]
                start = value(change, "startOverride")
                levels[depth] = level._replace(start=whole(start)) if start else level
        return tuple(levels)


def _level(node: Element) -> _Level:
    restart = value(node, "lvlRestart")
    start = value(node, "start")
    # newer forms hide behind a choice for programs that know them
    form = value(node, "numFmt") or value(node, "mc-AlternateContent/mc-Choice/numFmt") or "decimal"
    return _Level(
        start=whole(start) if start else 1,
        form=form,
        text=value(node, "lvlText"),
        restart=whole(restart) if restart else -1,
        legal=node.find("isLgl") is not None,
        style=value(node, "pStyle"),
    )
