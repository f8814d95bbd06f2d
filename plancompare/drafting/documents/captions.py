"""The lines that name tables."""

import re
from collections.abc import Sequence

from plancompare.drafting.documents.model import Block

_NAMES = re.compile(
    r"(?:附?表|图表|专栏|附件|附)\s*[\d一二三四五六七八九十\-－.]*\s*[:：]?|.*(?:表|指标|清单|一览|目录)$|Table\b"
)
_UNIT = re.compile(r"[（(]?单位[:：].{1,20}")
LONGEST = 60  # characters of a line that names a table


def captioned(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, tables with the line above that names them."""
    kept: list[Block] = []
    for block in blocks:
        kept.append(block._replace(caption=_name(kept)) if block.kind == "table" and not block.caption else block)
    return kept


def _name(before: Sequence[Block]) -> str:
    above = [b for b in before[-2:] if not _UNIT.fullmatch(b.text)]
    if not above or above[-1].kind == "table" or len(above[-1].text) > LONGEST:
        return ""
    told = f"{above[-1].number} {above[-1].text}".strip()
    return told if _NAMES.match(told) else ""
