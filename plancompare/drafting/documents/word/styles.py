"""The styles and lists of a Word file: what a paragraph is by its style, and the number that Word prints before it.

Styles tell headings and their level, titles, contents, and which list numbers a paragraph; lists count as Word does.
"""

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from plancompare.drafting.documents.word.xml import integer, on, value
from plancompare.drafting.numerals import printed

_HEADING = re.compile(r"(?:heading|标\s*题|überschrift|titre)\s*([1-9])\b", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目\s*录)\s*(?:[1-9]|heading|标题)?", re.IGNORECASE)
_CAPTION = re.compile(r"caption|题\s*注", re.IGNORECASE)
_TITLE = re.compile(r"(?:document\s*)?title|(?:文档)?标\s*题", re.IGNORECASE)
_CHAIN = 20  # styles based on each other; more is a circle
_PLACE = re.compile(r"%([1-9])")
LEVELS = 9  # of a list, by the standard for Word files


class Style(NamedTuple):
    """What a style says of its paragraphs: heading ``level`` (0: none), ``role``, ``number`` (list id, depth)."""

    level: int = 0
    role: str = ""
    list_id: str = ""
    depth: int = 0


class Styles:
    """The styles by id, each with what it inherits."""

    def __init__(self, root: Element | None) -> None:
        """``root`` of the styles part; None if the file has no styles."""
        nodes = root.findall("style") if root is not None else []
        of_paragraphs = [node for node in nodes if node.get("type", "paragraph") == "paragraph"]
        self._raw = {node.get("styleId", ""): node for node in of_paragraphs}
        self._known: dict[str, Style] = {}
        self.default = next((key for key, node in self._raw.items() if on(node.get("default", "0"))), "")

    def of(self, name: str) -> Style:
        """The style called ``name`` (an id; the default style for "" and for ids that the file lacks)."""
        if name not in self._known:
            self._known[name] = self._style(name if name in self._raw else self.default)
        return self._known[name]

    def _style(self, name: str) -> Style:
        style = Style()
        for node in self._chain(name):
            style_name = value(node, "name")
            level = _level(node, style_name)
            numbered = node.find("pPr/numPr")
            if level is not None and not style.level:
                style = style._replace(level=level)
            if not style.role:
                style = style._replace(role=_role(style_name))
            if numbered is not None and not style.list_id:
                style = style._replace(list_id=value(numbered, "numId"), depth=integer(value(numbered, "ilvl")))
        return style._replace(level=max(style.level, 0))

    def _chain(self, name: str) -> list[Element]:
        chain: list[Element] = []
        while name in self._raw and len(chain) < _CHAIN:
            chain.append(self._raw[name])
            name = value(chain[-1], "basedOn")
        return chain


def _level(node: Element, name: str) -> int | None:
    """The heading level that a style itself gives: 1 and up, -1 for "body text after all", None if it says nothing."""
    outline = value(node, "pPr/outlineLvl")
    if re.fullmatch("[0-9]{1,4}", outline):
        return int(outline) + 1 if int(outline) < 9 else -1
    match = _HEADING.match(name)
    return int(match[1]) if match else None


def _role(name: str) -> str:
    for pattern, role in ((_CONTENTS, "contents"), (_CAPTION, "caption"), (_TITLE, "title")):
        if pattern.fullmatch(name):
            return role
    return ""


class _ListLevel(NamedTuple):
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
                over = {integer(n.get("ilvl", "0")): n for n in node.iter("lvlOverride")}
                self._lists[node.get("numId", "")] = (value(node, "abstractNumId"), over)
        self._levels: dict[str, tuple[_ListLevel, ...]] = {}
        self._counts: dict[str, list[int | None]] = {}  # None: not begun, or to begin anew
        self._seen: set[tuple[str, int]] = set()

    def depth(self, list_id: str, style: str, default: int) -> int:
        """The level at which paragraphs of ``style`` stand in a list: the one that names it, else ``default``."""
        levels = self._of(list_id)
        return next((i for i, level in enumerate(levels) if style and level.style == style), default)

    def next(self, list_id: str, depth: int) -> tuple[str, bool]:
        """The number of the next paragraph at ``depth`` of a list, and whether it is but a bullet."""
        levels = self._of(list_id)
        if not 0 <= depth < len(levels):
            return "", False
        level = levels[depth]
        counts = self._counted(list_id, depth, levels)
        if level.form == "bullet":
            return "•", True
        return _PLACE.sub(lambda m: self._counter(int(m[1]) - 1, depth, levels, counts), level.text).strip(), False

    def _counter(self, wanted: int, depth: int, levels: tuple[_ListLevel, ...], counts: list[int | None]) -> str:
        if wanted > depth or wanted >= len(levels):
            return ""
        form = "decimal" if levels[depth].legal else levels[wanted].form
        count = counts[wanted]
        return printed(levels[wanted].start if count is None else count, form)

    def _counted(self, list_id: str, depth: int, levels: tuple[_ListLevel, ...]) -> list[int | None]:
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

    def _of(self, list_id: str) -> tuple[_ListLevel, ...]:
        if list_id not in self._lists:
            return ()
        if list_id not in self._levels:
            self._levels[list_id] = self._read(list_id)
        return self._levels[list_id]

    def _read(self, list_id: str) -> tuple[_ListLevel, ...]:
        abstract, over = self._lists[list_id]
        node = self._abstract.get(abstract)
        if node is not None and (link := value(node, "numStyleLink")):
            node = self._abstract.get(self._linked.get(link, ""), node)
        levels = [_ListLevel()] * LEVELS
        for child in node.iter("lvl") if node is not None else ():
            depth = integer(child.get("ilvl", "0"))
            if 0 <= depth < LEVELS:
                levels[depth] = _list_level(child)
        for depth, change in over.items():
            if 0 <= depth < LEVELS:
                level_node = change.find("lvl")
                level = _list_level(level_node) if level_node is not None else levels[depth]
                start = value(change, "startOverride")
                levels[depth] = level._replace(start=integer(start)) if start else level
        return tuple(levels)


def _list_level(node: Element) -> _ListLevel:
    restart = value(node, "lvlRestart")
    start = value(node, "start")
    # newer forms hide behind a choice for programs that know them
    form = value(node, "numFmt") or value(node, "mc-AlternateContent/mc-Choice/numFmt") or "decimal"
    return _ListLevel(
        start=integer(start) if start else 1,
        form=form,
        text=value(node, "lvlText"),
        restart=integer(restart) if restart else -1,
        legal=node.find("isLgl") is not None,
        style=value(node, "pStyle"),
    )
