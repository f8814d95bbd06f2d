"""The styles of a Word file: which are headings of what level, which titles or contents, which number their text."""

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

_HEADING = re.compile(r"(?:heading|标\s*题|überschrift|titre)\s*([1-9])\b", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目\s*录)\s*(?:[1-9]|heading|标题)?", re.IGNORECASE)
_CAPTION = re.compile(r"caption|题\s*注", re.IGNORECASE)
_TITLE = re.compile(r"(?:document\s*)?title|(?:文档)?标\s*题", re.IGNORECASE)
_CHAIN = 20  # styles based on each other; more is a circle


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
        found = root.findall("style") if root is not None else []
        own = [node for node in found if node.get("type", "paragraph") == "paragraph"]
        self._raw = {node.get("styleId", ""): node for node in own}
        self._known: dict[str, Style] = {}
        self.default = next((key for key, node in self._raw.items() if on(node.get("default", "0"))), "")

    def of(self, name: str) -> Style:
        """The style called ``name`` (an id; the default style for "" and for ids that the file lacks)."""
        if name not in self._known:
            self._known[name] = self._made(name if name in self._raw else self.default)
        return self._known[name]

    def _made(self, name: str) -> Style:
        style = Style()
        for node in self._chain(name):
            own = value(node, "name")
            level = _level(node, own)
            numbered = node.find("pPr/numPr")
            if level is not None and not style.level:
                style = style._replace(level=level)
            if not style.role:
                style = style._replace(role=_role(own))
            if numbered is not None and not style.list_id:
                style = style._replace(list_id=value(numbered, "numId"), depth=whole(value(numbered, "ilvl")))
        return style._replace(level=max(style.level, 0))

    def _chain(self, name: str) -> list[Element]:
        chain: list[Element] = []
        while name in self._raw and len(chain) < _CHAIN:
            chain.append(self._raw[name])
            name = value(chain[-1], "basedOn")
        return chain


def _level(node: Element, name: str) -> int | None:
    """The heading level that a style itself gives: 1 and up, -1 for "body text after all", None if it says nothing."""
    given = value(node, "pPr/outlineLvl")
    if given.isdigit():
        return int(given) + 1 if int(given) < 9 else -1
    found = _HEADING.match(name)
    return int(found[1]) if found else None


def _role(name: str) -> str:
    for pattern, role in ((_CONTENTS, "contents"), (_CAPTION, "caption"), (_TITLE, "title")):
        if pattern.fullmatch(name):
            return role
    return ""


def value(node: Element, path: str) -> str:
    """The ``val`` of the child at ``path``; "" if there is none."""
    child = node.find(path)
    return child.get("val", "") if child is not None else ""


def whole(text: str) -> int:
    """A number as XML writes it; 0 for what is none, or beyond any use."""
    return int(text) if re.fullmatch(r"-?\d{1,9}", text) else 0


def on(text: str) -> bool:
    """Whether a switch that is written as ``text`` is on."""
    return text.lower() not in ("0", "false", "off", "none")


def switched(node: Element | None, path: str) -> bool:
    """Whether the switch at ``path`` is there and on."""
    child = node.find(path) if node is not None else None
    return child is not None and on(child.get("val", "1"))
