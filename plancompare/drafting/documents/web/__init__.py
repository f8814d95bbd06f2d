"""Web pages saved as HTML: the document on the page, without the page around it.

Which part of a page is the document is seen from where the running text is, by how much of it stands outside links.
"""

import re
from typing import Any

from plancompare.drafting.documents.characters import clean, decode
from plancompare.drafting.documents.finishing import finished
from plancompare.drafting.documents.grammar import PAGE_FACTS
from plancompare.drafting.documents.margins import without_chrome
from plancompare.drafting.documents.model import Reading, Watch, noted
from plancompare.drafting.documents.web.blocks import paragraphs_of
from plancompare.errors import PlanCompareError

MISSING = "reading web pages needs lxml; run: pip install 'plancompare[web]', or save the text as .txt"
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
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
MOST = 0.4  # of the page's running text: what holds more is no frame around it, whatever it is called
ALL = 0.85  # of the running text that one child must hold for the others to be around it


def read_html(file: str, data: bytes, watch: Watch) -> Reading:
    """The paragraphs of a page. Raises PlanCompareError where it holds no text, and where lxml is missing."""
    declared = _CHARSET.search(data[:4096])
    text, notes = decode(file, data, declared[1].decode("ascii", "replace") if declared else "")
    root = _parsed(file, clean(text))
    facts = {str(node.get("name")): str(node.get("content", "")).strip() for node in root.iter("meta")}
    title = facts.get("ArticleTitle", "")
    part, dropped = _main_part(root)
    paragraphs, chrome = without_chrome(list(paragraphs_of(part, watch)))
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
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise PlanCompareError(f"{file} is no web page that can be read; save it again, or give its text") from error
    if root is None:
        raise PlanCompareError(f"{file} holds no text")
    return root


def _heading(root: Any, paragraphs: list[Any]) -> str:
    """The page's one main heading, where it stands outside the main part."""
    found = ["".join("".join(node.itertext()).split()) for node in root.iter("h1")]
    inside = any(p.style == 1 for p in paragraphs)
    return found[0] if len(found) == 1 and found[0] and not inside else ""


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
        own = 0.0 if node.tag == "a" else _weight(node.text)
        for child in node:
            own += _weight(child.tail) + (0.0 if child.tag == "a" else weights.get(child, 0.0))
        weights[node] = own
    return weights


def _weight(text: str | None) -> float:
    """A sentence counts in full, a stray word hardly."""
    bare = len(text.strip()) if text else 0
    return bare if bare > 20 and _SENTENCES.search(text or "") else bare / 10
