"""The XML of Word files, read by a parser that takes no declarations of a document's own and fetches nothing.

Elements of Word get their bare names (``p``), those of other makers a prefix (``mc-Choice``), whichever edition of
the format wrote them; characters are kept only where they are text.
"""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from plancompare.drafting.documents import limits
from plancompare.drafting.documents.model import Watch
from plancompare.drafting.documents.package import CHUNK, Package
from plancompare.errors import PlanCompareError

_PREFIXES: Mapping[str, str] = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "urn:schemas-microsoft-com:vml": "v",
}
_TEXT = frozenset(("t", "m-t"))
BLOCKS = frozenset(("p", "tbl", "altChunk"))
LEFT_OUT = frozenset(("del", "moveFrom", "mc-Fallback"))
"""What is not part of the text once changes are accepted, and the twin for programs that cannot show the first."""


class _Chunks:
    """The chunks of a part, with how many there will be."""

    def __init__(self, package: Package, part: str) -> None:
        self._package, self._part = package, part

    def __iter__(self) -> Iterator[bytes]:
        return self._package.chunks(self._part)

    def __len__(self) -> int:
        return -(-self._package.size(self._part) // CHUNK)


class _Builder:
    """Builds a tree for each element whose name is wanted (the outermost where they nest), and forgets the rest."""

    def __init__(self, where: str, wanted: frozenset[str]) -> None:
        """``where`` is told in errors; an empty ``wanted`` means the root."""
        self.done: list[tuple[Element, bool]] = []
        self._where, self._wanted = where, wanted
        self._names: dict[str, str] = {}
        self._above: list[str] = []
        self._tree: TreeBuilder | None = None
        self._root = 0
        self._contents = 0  # depth of the control that holds a table of contents
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = self._refuse
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text

    def feed(self, chunk: bytes, last: bool = False) -> None:
        """Parse on. Raises PlanCompareError where it is not sound XML."""
        try:
            self._parser.Parse(chunk, last)
        except (expat.ExpatError, ValueError, LookupError) as error:  # an encoding that nobody knows
            raise PlanCompareError(
                "{where} is cut off or damaged: no sound XML; save it again", where=self._where
            ) from error

    def _refuse(self, *_: object) -> None:
        raise PlanCompareError(
            "{where} declares entities of its own, which no Word file does; not read", where=self._where
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        short = self._short(name)
        self._above.append(short)
        if len(self._above) > limits.DEPTH:
            raise PlanCompareError("{where} nests elements deeper than any Word file; not read", where=self._where)
        if self._tree is None and self._begins(short):
            self._tree, self._root = TreeBuilder(), len(self._above)
        if self._tree is not None:
            self._tree.start(short, {self._short(key): value for key, value in attributes.items()})
        elif short == "docPartGallery" and "Contents" in "".join(attributes.values()):
            self._contents = max((i for i, above in enumerate(self._above) if above == "sdt"), default=-1) + 1

    def _begins(self, name: str) -> bool:
        if not self._wanted:
            return True
        return name in self._wanted and not LEFT_OUT & set(self._above)

    def _end(self, name: str) -> None:
        if self._tree is not None:
            self._tree.end(self._above[-1])
            if len(self._above) == self._root:
                self.done.append((self._tree.close(), self._contents > 0))
                self._tree = None
        if len(self._above) == self._contents:
            self._contents = 0
        self._above.pop()

    def _text(self, data: str) -> None:
        if self._tree is not None and self._above[-1] in _TEXT:
            self._tree.data(data)

    def _short(self, name: str) -> str:
        short = self._names.get(name)
        if short is None:
            space, _, local = name.rpartition(" ")
            prefix = _PREFIXES.get(space, "x") if space else ""
            short = self._names[name] = f"{prefix}-{local}" if prefix else local
        return short


def streamed(package: Package, part: str, watch: Watch) -> Iterator[tuple[Element, bool]]:
    """The paragraphs and tables of a part as they come, each with whether it stands in a table of contents."""
    builder = _Builder(f"{package.file}: {part}", BLOCKS)
    for chunk in watch(_Chunks(package, part)):
        builder.feed(chunk)
        yield from builder.done
        builder.done.clear()
    builder.feed(b"", last=True)
    yield from builder.done


def parsed(package: Package, part: str) -> Element | None:
    """The whole of a small part; None if the package lacks it."""
    if not package.size(part):
        return None
    builder = _Builder(f"{package.file}: {part}", frozenset())
    for chunk in package.chunks(part):
        builder.feed(chunk)
    builder.feed(b"", last=True)
    return builder.done[0][0]


def value(node: Element, path: str) -> str:
    """The ``val`` of the child at ``path``; "" if there is none."""
    child = node.find(path)
    return child.get("val", "") if child is not None else ""


def integer(text: str) -> int:
    """A number as XML writes it; 0 for what is none, or beyond any use."""
    return int(text) if re.fullmatch(r"-?\d{1,9}", text) else 0


def on(text: str) -> bool:
    """Whether a switch that is written as ``text`` is on."""
    return text.lower() not in ("0", "false", "off", "none")


def switched(node: Element | None, path: str) -> bool:
    """Whether the switch at ``path`` is there and on."""
    child = node.find(path) if node is not None else None
    return child is not None and on(child.get("val", "1"))
