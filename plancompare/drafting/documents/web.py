"""Web pages saved as HTML: the document on the page, without the page around it.

Which part of a page is the document is seen from where the running text is, by how much of it stands outside links.
"""

import re
from collections.abc import Iterator
from typing import Any

from plancompare.drafting.documents import limits
from plancompare.drafting.documents.cells import CellGrid
from plancompare.drafting.documents.characters import clean, decode, one_line
from plancompare.drafting.documents.finishing import finished
from plancompare.drafting.documents.grammar import PAGE_FACTS
from plancompare.drafting.documents.lines import unbroken
from plancompare.drafting.documents.margins import without_chrome
from plancompare.drafting.documents.model import Paragraph, Reading, Rows, Watch, noted
from plancompare.errors import PlanCompareError, install
from plancompare.messages import Message

MISSING = Message("reading web pages needs lxml; run: {install}, or save the text as .txt", install=install("web"))
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_NEVER = frozenset((
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "button", "select",
    "input", "textarea", "dialog",
))  # fmt: skip
# what may hold a document whole
_HOLDERS = frozenset(("div", "section", "article", "main", "form", "center", "table", "tbody", "tr", "td", "body"))
_AROUND = frozenset(("nav", "header", "footer", "aside"))
# words in the class or id of what stands around a text, whole or as part of a compound
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|bread|breadcrumbs?|crumbs?|footer|foot|header|head|top|sidebar|side|aside|shares?|"
    r"bdshare|sharebar|print|tools?|toolbar|related|relate|recommend|copyright|comments?|pagination|pager|search|login|"
    r"banner|ads?|advert|qrcode|ewm|weixin|wechat|location|position|dqwz|weizhi|hot|rank|links?|tags?|prev|next)"
    r"(?:$|[\s_-]|\d)",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"[，。；：、,;]")
_PLAIN_DIGITS = re.compile("[0-9]+")  # ² is a digit too, and no number
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
MOST = 0.4  # of the page's running text: what holds more is no frame around it, whatever it is called
ALL = 0.85  # of the running text that one child must hold for the others to be around it
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
))  # fmt: skip
_LEVELS = {f"h{level}": level for level in range(1, 7)}
LONG = 400  # characters of a cell in a table of two rows or fewer that is there for the layout


def read_html(file: str, data: bytes, watch: Watch) -> Reading:
    """The paragraphs of a page. Raises PlanCompareError where it holds no text, and where lxml is missing."""
    declared = _CHARSET.search(data[:4096])
    text, notes = decode(file, data, declared[1].decode("ascii", "replace") if declared else "")
    root = _parsed(file, clean(text))
    facts = {str(node.get("name")): str(node.get("content", "")).strip() for node in root.iter("meta")}
    title = facts.get("ArticleTitle", "")
    part, dropped = _main_part(root)
    paragraphs, chrome = without_chrome(list(_paragraphs_of(part, watch)))
    notes += [noted("doc_page", count=dropped)] if dropped else []
    notes += [noted("doc_chrome", count=chrome)] if chrome else []
    about = tuple((label, facts[name]) for name, label in PAGE_FACTS.items() if facts.get(name))
    return finished(paragraphs, notes, title or _heading(root, paragraphs), about)


def _parsed(file: str, text: str) -> Any:
    """The tree of a page; lxml mends what is broken, and follows no link."""
    try:
        from lxml import etree  # type: ignore[import-untyped]
    except ImportError as error:
        raise PlanCompareError(MISSING) from error
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )  # else what stands behind elements of more than 256 levels is lost without a word
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise PlanCompareError(
            "{file} is no web page that can be read; save it again, or give its text", file=file
        ) from error
    if root is None:
        raise PlanCompareError("{file} holds no text; give another file", file=file)
    return root


def _heading(root: Any, paragraphs: list[Any]) -> str:
    """The page's one main heading, where it stands outside the main part."""
    headings = ["".join("".join(node.itertext()).split()) for node in root.iter("h1")]
    inside = any(p.style == 1 for p in paragraphs)
    return headings[0] if len(headings) == 1 and headings[0] and not inside else ""


def _main_part(root: Any) -> tuple[Any, int]:
    """The element that holds the document, with what stands around it taken out, and how many elements that were."""
    body = root.find(".//body")
    part = body if body is not None else root
    _remove(part, [node for node in part.iter() if node.tag in _NEVER])
    weights = _weights(part)
    total = weights[part]
    around = [
        node for node in part.iter() if node is not part and weights.get(node, 0) < MOST * total and _is_around(node)
    ]
    dropped = _remove(part, around)
    weights = _weights(part)
    while True:
        inner = max(part, key=lambda node: weights.get(node, 0), default=None)
        if inner is None or inner.tag not in _HOLDERS or weights.get(inner, 0) < ALL * weights[part]:
            return part, dropped
        part = inner


def _is_around(node: Any) -> bool:
    """Whether an element is, by its kind or its name, something around the text."""
    if node.tag in _AROUND or node.get("hidden") is not None or _HIDDEN.search(node.get("style", "")):
        return True
    if node.get("role") in ("navigation", "banner", "contentinfo", "complementary", "search"):
        return True
    named = f"{node.get('class', '')} {node.get('id', '')}"
    return node.tag in ("div", "section", "ul", "ol", "p", "span", "table", "td") and bool(_NAMED.search(named))


def _remove(part: Any, nodes: list[Any]) -> int:
    """Take out elements, keeping the text behind them."""
    removed = 0
    for node in nodes:
        parent = node.getparent()
        if parent is None or node is part:
            continue
        before = node.getprevious()
        if node.tail:
            if before is not None:
                before.tail = (before.tail or "") + node.tail
            else:
                parent.text = (parent.text or "") + node.tail
        parent.remove(node)
        removed += 1
    return removed


def _weights(part: Any) -> dict[Any, float]:
    """For each element the characters of running text in it: in pieces with punctuation, outside links."""
    weights: dict[Any, float] = {}
    for node in reversed(list(part.iter())):
        weight = 0.0 if node.tag == "a" else _weight(node.text)
        for child in node:
            weight += _weight(child.tail) + (0.0 if child.tag == "a" else weights.get(child, 0.0))
        weights[node] = weight
    return weights


def _weight(text: str | None) -> float:
    """A sentence counts in full, a stray word hardly."""
    bare = len(text.strip()) if text else 0
    return bare if bare > 20 and _SENTENCES.search(text or "") else bare / 10


class _Walk:
    """Goes through a part of a page in order and gathers running text between blocks."""

    def __init__(self) -> None:
        self._pending: list[str] = []
        self._ordinal = 0
        self._set = False  # inside <pre>, where line ends count
        self._style = 0
        self._number = ""
        self._role = ""

    def node(self, node: Any, depth: int = 0) -> Iterator[Paragraph]:
        """The paragraphs that end inside the element."""
        if depth > limits.DEPTH:
            raise PlanCompareError("the page nests elements deeper than any page of text; not read")
        tag = node.tag
        if tag == "br":
            self._pending.append("\n")
            return
        if tag == "table" and (rows := _data(node)):
            yield from self._flush()
            self._ordinal += 1
            yield from _named(node, self._ordinal)
            yield Paragraph("", self._ordinal, rows=rows)
            return
        block = tag in _BLOCKS
        if block:
            yield from self._flush()
            self._begin(node)
        self._take(node.text)
        for child in node:
            yield from self.node(child, depth + 1)
            self._take(child.tail)
        if block:
            yield from self._flush()
            self._style = 0 if tag in _LEVELS else self._style
            self._set = self._set and tag != "pre"

    def inside(self, part: Any, watch: Watch) -> Iterator[Paragraph]:
        """The paragraphs of a part's content, child by child."""
        self._take(part.text)
        for child in watch(list(part)):
            yield from self.node(child, 1)
            self._take(child.tail)
        yield from self._flush()

    def _begin(self, node: Any) -> None:
        self._style = _LEVELS.get(node.tag, self._style)
        self._set = self._set or node.tag == "pre"
        if node.tag == "li":
            self._number, self._role = _number(node), "item"

    def _take(self, text: str | None) -> None:
        if text:
            self._pending.append(text if self._set else text.replace("\n", " "))

    def _flush(self) -> Iterator[Paragraph]:
        text = "".join(self._pending)
        self._pending = []
        for line in unbroken(text):
            self._ordinal += 1
            number, role = self._number, self._role
            self._number = self._role = ""
            yield Paragraph(line, self._ordinal, style=self._style, number=number, role=role)  # type: ignore[arg-type]


def _paragraphs_of(part: Any, watch: Watch) -> Iterator[Paragraph]:
    """The paragraphs of a part of a page; the children of the part are the steps that are watched."""
    walk = _Walk()
    if part.tag in _LEVELS or part.tag in ("table", "li") or len(part) < 2:
        yield from walk.node(part)
        return
    yield from walk.inside(part, watch)


def _number(item: Any) -> str:
    """What a browser prints before the item of a list."""
    holder = item.getparent()
    if holder is None or holder.tag != "ol":
        return "•"
    index = [child for child in holder if child.tag == "li"].index(item)
    start = holder.get("start", "1")
    return f"{index + (int(start) if _PLAIN_DIGITS.fullmatch(start) and len(start) < 5 else 1)}."


def _named(table: Any, ordinal: int) -> Iterator[Paragraph]:
    caption = table.find("caption")
    if caption is not None and (text := one_line("".join(caption.itertext()))):
        yield Paragraph(text, ordinal, role="caption")


def _data(table: Any) -> Rows:
    """The cells of a table; none for one that only arranges the page."""
    rows = [row for row in table.iter("tr") if _table_of(row) is table]
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
    widest = max(map(len, cells), default=0)
    nested = next((True for inner in table.iter("table") if inner is not table), False)
    if widest < 2 or len(rows) < 2 or nested:
        return ()  # before its cells are read: those of tables inside tables would be read once for each table above
    texts = [[_cell(cell) for cell in row] for row in cells]
    layout = len(rows) <= 2 and any(len(text) > LONG for row in texts for text in row)
    return () if layout else _grid(cells, texts)


def _table_of(row: Any) -> Any:
    node = row.getparent()
    while node is not None and node.tag != "table":
        node = node.getparent()
    return node


def _cell(cell: Any) -> str:
    walk = _Walk()
    return " ".join(f"{p.number} {p.text}".strip() for p in walk.node(cell))


def _grid(cells: list[list[Any]], texts: list[list[str]]) -> Rows:
    """Cells in their places."""
    grid = CellGrid("page")
    for number, (row, row_texts) in enumerate(zip(cells, texts, strict=True)):
        grid.begin()
        for cell, text in zip(row, row_texts, strict=True):
            height = _span(cell, "rowspan", len(cells) - number)
            grid.put(text, _span(cell, "colspan", limits.SPAN), height)
    return grid.rows()


def _span(cell: Any, name: str, most: int) -> int:
    """How many rows or columns a cell takes; 0 rows means all that are left."""
    written = cell.get(name, "1").strip()
    size = int(written) if _PLAIN_DIGITS.fullmatch(written) and len(written) < 6 else 1
    return max(min(size or most, most), 1)
