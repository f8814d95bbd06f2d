"""What a document says beside the records made of it: its headings, and every clause and sentence of its body.

What it tells of the past, of its own making or of its title is no word on what is to be done, and left aside. An aim
(让老人在家门口上学) is one, though no record: it is heard by itself wherever it stands.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby

from plancompare.asking.desk.said import Said
from plancompare.comparing.traditional import is_traditional, simplified
from plancompare.drafting.documents.model import Block
from plancompare.drafting.encoding.draft import Draft
from plancompare.drafting.encoding.judging import LeftReason
from plancompare.drafting.encoding.text import clauses
from plancompare.model import Section

_NO_PROMISE: frozenset[LeftReason] = frozenset(("preamble", "done", "title", "background", "caption", "question"))


def beside_records(draft: Draft) -> tuple[Said, ...]:
    """The words of a draft's document, each with its place.

    The records' own clauses are among them: a sentence may say what none of its clauses does.
    """
    document = draft.document
    reasons = {left.start: left.reason for left in draft.left_out}
    spoken = simplified if is_traditional(document.text) else str
    passages: dict[Said, None] = {}
    for block, start in zip(document.blocks, document.starts, strict=True):
        if block.kind != "title":
            passages.update(dict.fromkeys(_said(block, start, reasons)))
    return tuple(one._replace(text=spoken(one.text)) for one in passages)


def _said(block: Block, start: int, reasons: Mapping[int, str]) -> Iterator[Said]:
    section = Section("", block.path, block.heading)
    if block.kind == "table":
        cells = dict.fromkeys(cell.strip() for row in block.rows for cell in row)
        yield from (Said(cell, section, "cell") for cell in cells if cell)
        return
    spoken_clauses = [clause for clause in clauses(block.text) if reasons.get(start + clause.start) not in _NO_PROMISE]
    for _, several in groupby(spoken_clauses, key=lambda clause: clause.sentence):
        sentence = list(several)
        if len(sentence) > 1:
            yield Said("，".join(clause.text for clause in sentence), section, "sentence")
        for clause in sentence:
            reason = reasons.get(start + clause.start)
            if reason == "heading":
                yield Said(clause.text, section, "heading")
            elif (len(sentence) == 1 and reason not in ("short", "bodies")) or reason == "aim":
                yield Said(clause.text, section)
