"""Bytes to text: UTF-8 with or without a mark, UTF-16 with one, GB18030 (and so GBK), told apart by trial."""

import re

from plancompare.drafting.documents.model import Note, noted
from plancompare.errors import PlanCompareError

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig", "UTF-8"),
    (b"\xff\xfe\x00\x00", "utf-32", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32", "UTF-32"),
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
)
# so many sound characters beyond ASCII to a broken one: fewer, and it is another encoding
_SOUND = 10
_LOST = "\ufffd"
_SAMPLE = 20_000  # characters looked at for strange ones


def decode(file: str, data: bytes, declared: str = "") -> tuple[str, list[Note]]:
    """The text of ``data`` and notes on how it was decoded; ``declared`` is the encoding that the file names itself.

    Raises PlanCompareError where no encoding fits.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _told(data.decode(codec, errors="replace"), name if name != "UTF-8" else "")
    if b"\x00" in data[:4096]:
        raise PlanCompareError(f"{file} holds bytes that are no text; give the document itself (docx, html, txt)")
    for codec, name in (("utf-8", ""), *_named(declared), ("gb18030", "GB18030")):
        text = data.decode(codec, errors="replace")
        if _fits(text, codec):
            return _told(text, name)
    raise PlanCompareError(f"{file} is neither UTF-8 nor GB18030 text; save it as UTF-8")


def _named(declared: str) -> tuple[tuple[str, str], ...]:
    """Another encoding that the file names, where it is one of those that Chinese pages use."""
    name = declared.lower()
    return (("big5hkscs", "Big5"),) if re.fullmatch(r"big-?5(-?hkscs)?", name) else ()


def _fits(text: str, codec: str) -> bool:
    """Whether a trial gave text: hardly a broken character, hardly one that nobody writes."""
    beyond = sum(not c.isascii() for c in text) if not text.isascii() else 0
    if text.count(_LOST) * (_SOUND + 1) > beyond:
        return False
    rare = sum("\ue000" <= c <= "\uf8ff" or c > "\U0002ffff" or "\x80" <= c < "\xa0" for c in text[:_SAMPLE])
    return codec == "utf-8" or rare * 20 <= min(len(text), _SAMPLE)


def _told(text: str, name: str) -> tuple[str, list[Note]]:
    notes = [noted("doc_encoding", encoding=name)] if name else []
    if lost := text.count(_LOST):
        notes.append(noted("doc_lost_characters", count=lost))
    return text, notes
