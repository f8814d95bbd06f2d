"""Web pages saved as HTML: the document on the page, without the page around it."""

import re
from typing import Any

from plancompare.drafting.documents.chrome import without_chrome
from plancompare.drafting.documents.decoding import decode
from plancompare.drafting.documents.finishing import finished
from plancompare.drafting.documents.lines import clean
from plancompare.drafting.documents.model import Reading, Watch, noted
from plancompare.drafting.documents.web.blocks import paragraphs_of
from plancompare.drafting.documents.web.substance import main_part
from plancompare.errors import PlanCompareError

MISSING = "reading web pages needs lxml; run: pip install 'plancompare[web]', or save the text as .txt"
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
# what the pages of public bodies in China say of a document in their head
_FACTS = {"PubDate": "发布日期", "ContentSource": "来源", "SiteName": "网站名称", "Author": "作者"}


def read_html(file: str, data: bytes, watch: Watch) -> Reading:
    """The paragraphs of a page. Raises PlanCompareError where it holds no text, and where lxml is missing."""
    declared = _CHARSET.search(data[:4096])
    text, notes = decode(file, data, declared[1].decode("ascii", "replace") if declared else "")
    root = _parsed(file, clean(text))
    facts = {str(node.get("name")): str(node.get("content", "")).strip() for node in root.iter("meta")}
    title = facts.get("ArticleTitle", "")
    part, dropped = main_part(root)
    paragraphs, chrome = without_chrome(list(paragraphs_of(part, watch)))
    notes += [noted("doc_page", count=dropped)] if dropped else []
    notes += [noted("doc_chrome", count=chrome)] if chrome else []
    about = tuple((label, facts[name]) for name, label in _FACTS.items() if facts.get(name))
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
