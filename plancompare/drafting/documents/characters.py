"""Bytes to characters: the encoding told apart by trial, and which characters are text at all."""

import re
import unicodedata

from wcwidth import wcwidth

from plancompare.drafting.documents.grammar import NUMBERED
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
LOST = "\ufffd"
_SAMPLE = 20_000  # characters looked at for strange ones

_BLANKS = re.compile(r"[ \t\u00a0\u2002-\u200a\u3000]+")
# what is there for typesetters and would break words in two: soft hyphens, zero width blanks, marks of order
_SILENT = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_RADICALS = re.compile(r"[\u2e9f\u2ef3\u2f00-\u2fd5]")
# scripts that set no blanks between words, and their punctuation
_UNSPACED = r"\u1100-\u11ff\u2010-\u2027\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffe6"
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_BLANK_BETWEEN = re.compile(f"(?<=[{_UNSPACED}]) (?=[{_UNSPACED}])")
_INSIDE_NUMBER = re.compile(r"\d[.,]$")
# digits that blanks part, with what a number is made of between them
_PARTED = re.compile(r"(?<![\d.,A-Za-z])\d[\d.,]*(?: +[\d.,]*\d[\d.,]*| +[.,](?=\d| \d))+(?: (?=[%％‰]))?")
_PARTED_SHARE = re.compile(r"(?<=\d) (?=[%％‰])")
_NUMBER = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTS = re.compile(r" ?[\u4e00-\u9fff%％‰]")
_SHARE_BEHIND = re.compile(r" ?[%％‰]")
# signs of fonts for bullets and pictures, which stand for nothing that could be read
_PICTURED = re.compile(r"^([ \t\u3000]*)[\ue000-\uf8ff]+[ \t\u3000]*(?=\S)", re.MULTILINE)
WHOLE = 200  # per cent: a share beyond is two numbers
LONGEST = 9  # digits of a number that blanks part; longer runs are codes


def decode(file: str, data: bytes, declared: str = "") -> tuple[str, list[Note]]:
    """The text of ``data`` and notes on how it was decoded; ``declared`` is the encoding that the file names itself.

    UTF-8 with or without a mark, UTF-16 and UTF-32 with one, GB18030 (and so GBK), Big5 where the file names it.
    Raises PlanCompareError where no encoding fits.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _noted(data.decode(codec, errors="replace"), name if name != "UTF-8" else "")
    if b"\x00" in data[:4096]:
        raise PlanCompareError(
            "{file} holds bytes that are no text; give the document itself (docx, html, txt)", file=file
        )
    for codec, name in (("utf-8", ""), *_declared(declared), ("gb18030", "GB18030")):
        text = data.decode(codec, errors="replace")
        if _fits(text, codec):
            return _noted(text, name)
    raise PlanCompareError("{file} is neither UTF-8 nor GB18030 text; save it as UTF-8", file=file)


def _declared(encoding: str) -> tuple[tuple[str, str], ...]:
    """Another encoding that the file names, where it is one of those that Chinese pages use."""
    return (("big5hkscs", "Big5"),) if re.fullmatch(r"big-?5(-?hkscs)?", encoding.lower()) else ()


def _fits(text: str, codec: str) -> bool:
    """Whether a trial gave text: hardly a broken character, hardly one that nobody writes."""
    beyond = sum(not c.isascii() for c in text) if not text.isascii() else 0
    if text.count(LOST) * (_SOUND + 1) > beyond:
        return False
    rare = sum("\ue000" <= c <= "\uf8ff" or c > "\U0002ffff" or "\x80" <= c < "\xa0" for c in text[:_SAMPLE])
    return codec == "utf-8" or rare * 20 <= min(len(text), _SAMPLE)


def _noted(text: str, encoding: str) -> tuple[str, list[Note]]:
    notes = [noted("doc_encoding", encoding=encoding)] if encoding else []
    if lost := text.count(LOST):
        notes.append(noted("doc_lost_characters", count=lost))
    return text, notes


def clean(text: str) -> str:
    """``text`` without silent and control characters; line breaks, tabs and form feeds stay.

    Radicals, which some PDF files write for the characters that look like them, become those characters.
    """
    text = _PICTURED.sub(r"\1• ", _CONTROL.sub("", _SILENT.sub("", text)))
    return _RADICALS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)


def printable(name: str) -> str:
    """The name of a file as it can be shown in a message: signs for what no screen shows."""
    return "".join(character if character.isprintable() else LOST for character in name)


def one_line(text: str) -> str:
    """``text`` on one line: runs of blanks are one, none between Chinese characters or in numbers, none at the ends."""
    return whole_numbers(_BLANK_BETWEEN.sub("", _BLANKS.sub(" ", text)).strip())


def whole_numbers(text: str) -> str:
    """``text`` with the numbers whole that blanks part (9 6. 5 %): justified lines and line ends part them.

    Two numbers stay apart: a year and what follows, the number of a table or a line, and whatever would be none.
    """
    if " " not in text:
        return text
    return _PARTED_SHARE.sub("", _PARTED.sub(_whole, text))


def _whole(match: re.Match[str]) -> str:
    parted, text = match[0], match.string
    pieces = parted.split()
    number = "".join(pieces)
    alone = match.start() == 0 or re.search(NUMBERED, text[max(0, match.start() - 4) : match.start()])
    years = _YEAR.fullmatch(pieces[0]) or (
        _YEAR.fullmatch(pieces[-1]) and text[match.end() :].lstrip().startswith("年")
    )
    counted = _COUNTS.match(text, match.end() - parted.endswith(" "))
    fits = _NUMBER.fullmatch(number) and len(number) <= LONGEST
    share = _SHARE_BEHIND.match(text, match.end() - parted.endswith(" "))
    beyond = fits and share is not None and float(number.replace(",", "")) > WHOLE
    return parted if alone or years or beyond or not (counted and fits) else number


def together(*pieces: str) -> str:
    """Stretches that soft breaks part: with a blank between Latin words, none beside Chinese characters."""
    joined: list[str] = []
    for piece in filter(None, pieces):
        cut = joined and _INSIDE_NUMBER.search(joined[-1]) and piece[0].isdigit()
        if joined and not cut and not (_IS_UNSPACED.match(joined[-1][-1]) or _IS_UNSPACED.match(piece)):
            joined.append(" ")
        joined.append(piece)
    return "".join(joined)


def columns(text: str) -> int:
    """How many columns ``text`` takes in a fixed-width face."""
    # wcwidth says -1 for a tab, which takes one column at least
    return len(text) if text.isascii() else sum(abs(wcwidth(character)) for character in text)
