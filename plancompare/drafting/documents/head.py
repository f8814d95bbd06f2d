"""What stands above the text: the title, and facts that a page prints about the document."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from plancompare.comparing.traditional import simplified
from plancompare.drafting.documents import grammar
from plancompare.drafting.documents.model import Paragraph
from plancompare.drafting.documents.numbers import ANNEX, ARABIC, BRACKETED, BULLET, numeral

REACH = 60  # paragraphs in which the head of a document ends at the latest
REPORTED = 4  # paragraphs in which news names what it is about
LONGEST = 60  # characters of a headline
SHORT = 8  # characters of the shortest headline
LONG = 100  # characters of a paragraph that is text already
_FACT = re.compile(rf"[\[【〔]?({grammar.FACT_LABELS})[\]】〕]?\s*[:：]?\s*(.*)")
_BARE = re.compile(r"^[•·\-*●\s]+|\s+(?=[^:：\]】]{0,4}[:：\]】])")
_TITLE = re.compile(rf"(?:{grammar.DOCUMENT_KINDS})[”》」]?\s*(?:[（(〔【\[][^（）()]{{1,40}}[）)〕】\]]\s*)*$")
_ISSUING = re.compile(rf"(?:{grammar.ISSUING})[^《。]{{0,30}}《([^》]{{4,80}})(?:》|$)")
_NO_TITLE = re.compile(grammar.NO_TITLE)
_FIRST_ANNEX = re.compile(grammar.FIRST_ANNEX)
_HEADLINE, _YEARLY = re.compile(grammar.HEADLINE), re.compile(grammar.YEARLY_TITLE)
_NUMBER = re.compile(grammar.FILE_NUMBER)
_ISSUED_BELOW, _SIGNED_BY = re.compile(grammar.ISSUED_BELOW), re.compile(grammar.SIGNED_BY)
_NEWS_OPENING, _BUTTONS = re.compile(grammar.NEWS_OPENING), re.compile(grammar.BUTTONS)
_FILE = re.compile(r"\.(?:docx?|pdf|txt|html?|wps)$", re.IGNORECASE)


class Head(NamedTuple):
    """The title, the facts, and the paragraphs with the title marked and the facts taken out."""

    title: str
    about: tuple[tuple[str, str], ...]
    paragraphs: list[Paragraph]


def head(paragraphs: Sequence[Paragraph], known: str = "") -> Head:
    """Find the title (unless ``known`` gives it) and the facts above the text."""
    paragraphs = _annexed(_issued_below(_top_heading_is_title(list(_bared(paragraphs)), known)))
    end = _end(paragraphs)
    about: list[tuple[str, str]] = []
    above: list[Paragraph] = []
    for paragraph in paragraphs[:end]:
        fact = _fact(paragraph)
        if fact:
            about.append(fact)
        else:
            above.append(paragraph)
    named = next((value for label, value in about if label in grammar.TITLE_LABELS and value), "")
    own_title = next((p.text for p in paragraphs[:REACH] if p.role == "title"), "")
    marked = above if own_title else _marked(above, known or named)
    title = own_title or next((p.text for p in marked if p.role == "title"), known or named)
    headed = not title and _is_headline([*above, *paragraphs[end : end + REPORTED]])
    if headed:
        title, marked = above[0].text, [above[0]._replace(role="title"), *above[1:]]
    if not title or headed or _HEADLINE.fullmatch(title):
        title = _reported(paragraphs[:REPORTED]) or title
    facts = tuple((label, value) for label, value in about if value.strip("- —"))
    return Head(_issued(title), facts, _without_twins(marked, title) + list(paragraphs[end:]))


def _top_heading_is_title(paragraphs: Sequence[Paragraph], title: str) -> Sequence[Paragraph]:
    """The first heading as the title: if it says the title that is given, or is the only one of its level."""
    styled = [i for i, p in enumerate(paragraphs) if p.style]
    if not styled or any(p.role == "title" for p in paragraphs[:REACH]) or _end(paragraphs) != styled[0]:
        return paragraphs
    first = paragraphs[styled[0]]
    alone = all(paragraphs[i].style > first.style for i in styled[1:]) and (
        first.style == 1 or _may_be_title(first.text)
    )
    numbered = first.number or numeral(first.text)
    if _bare(first.text) != _bare(title) if title else numbered or not alone:
        return paragraphs
    return [*paragraphs[: styled[0]], first._replace(role="title", style=0), *paragraphs[styled[0] + 1 :]]


def _annexed(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """A plan that a notice issues as its first annex: the line that says so goes, the next is the title."""
    for index, (paragraph, after) in enumerate(pairwise(paragraphs[:REACH])):
        number = numeral(paragraph.text)
        if number and ANNEX < number.rank <= BRACKETED:
            break
        if _FIRST_ANNEX.fullmatch(paragraph.text) and _may_be_title(after.text):
            before = [p._replace(role="") if p.role == "title" else p for p in paragraphs[:index]]
            return [*before, after._replace(role="title", style=0), *paragraphs[index + 2 :]]
    return paragraphs


def _bared(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, those of the head without buttons and numbers of documents that were run into them."""
    for index, paragraph in enumerate(paragraphs):
        if index >= REPORTED or paragraph.rows:
            yield paragraph
            continue
        text = _BUTTONS.sub("", paragraph.text, count=1) if _BUTTONS.match(paragraph.text) else paragraph.text
        number = _NUMBER.match(text)
        if number and len(text) > number.end():
            yield paragraph._replace(text=number[0])
            text = text[number.end() :].lstrip()
        if text:
            yield paragraph._replace(text=text)


def _issued_below(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """A plan below the notice that issues it: its title, not the notice's, is the document's."""
    if any(p.role == "title" for p in paragraphs[REPORTED:REACH]):
        return paragraphs
    notice = next((i for i, p in enumerate(paragraphs[: 2 * REPORTED]) if _ISSUED_BELOW.search(p.text)), None)
    for index in range(notice + 1 if notice is not None else REACH, min(len(paragraphs), REACH)):
        paragraph, before = paragraphs[index], paragraphs[index - 1]
        number = numeral(paragraph.text)
        if paragraph.rows or (number and ANNEX < number.rank <= BRACKETED):
            break
        called = _may_be_title(paragraph.text) and grammar.NOTICE not in paragraph.text[-8:]
        if not called or len(paragraph.text) > LONGEST or _ISSUING.search(paragraph.text):
            continue
        follows = (
            _SIGNED_BY.fullmatch(before.text) or _ISSUED_BELOW.search(before.text) or _goes_before(before, paragraph)
        )
        if follows:
            above = [p._replace(role="") if p.role == "title" else p for p in paragraphs[:index]]
            return _with_title([*above, *paragraphs[index:]], index)
    return paragraphs


def _is_headline(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the first line is what news are headed by: no sentence, and below it a day, or how news open."""
    if len(paragraphs) < 2 or paragraphs[0].rows or paragraphs[0].style:
        return False
    text = paragraphs[0].text
    if not SHORT <= len(text) <= LONGEST or _NO_TITLE.search(text) or numeral(text) or "，" in text or "。" in text:
        return False
    place, first = re.match(grammar.HEADED_BY, text), paragraphs[1].text
    told_again = place is not None and "。" in first and place[0] in first.partition("。")[0]
    return told_again or any(_NEWS_OPENING.match(p.text) for p in paragraphs[1 : 1 + REPORTED])


def _end(paragraphs: Sequence[Paragraph]) -> int:
    """Where the text itself begins."""
    for index, paragraph in enumerate(paragraphs[:REACH]):
        number = numeral(paragraph.text)
        numbered = number is not None and ANNEX < number.rank <= ARABIC
        if paragraph.rows or paragraph.style or numbered or (len(paragraph.text) >= LONG and "。" in paragraph.text):
            return index
    return min(len(paragraphs), REACH)


def _fact(paragraph: Paragraph) -> tuple[str, str] | None:
    if paragraph.role or len(paragraph.text) > LONG:
        return None
    match = _FACT.fullmatch(_BARE.sub("", paragraph.text))
    labelled = match and re.match(r"[•·\-*●\s]*[\[【〔]|[^:：]{2,10}[:：]", paragraph.text)
    return (match[1], match[2].strip()) if match and labelled else None


def _marked(above: list[Paragraph], known: str) -> list[Paragraph]:
    """The paragraphs of the head with the title as one of them, where one is the title."""
    places = [i for i, p in enumerate(above) if _bare(p.text) == _bare(known)] if known else []
    places = places or [i for i, p in enumerate(above) if _may_be_title(p.text)]
    places = places or [i for i, p in enumerate(above[:1]) if len(p.text) <= LONGEST and _heads(p.text)]
    if not places:
        return above
    plans = [i for i in places if grammar.NOTICE not in above[i].text[-8:]]  # the plan behind the notice that issues it
    return _with_title(above, (plans or places)[-1])


def _with_title(above: list[Paragraph], place: int) -> list[Paragraph]:
    """The paragraphs with that at ``place``, and the lines it was set on, as the title."""
    first = last = place
    while first and last - first < 2 and _goes_before(above[first - 1], above[first]):
        first -= 1
    if last + 1 < len(above) and re.fullmatch(r"[（(].{2,30}[）)]", above[last + 1].text):
        last += 1
    text = _FILE.sub("", "".join(p.text for p in above[first : last + 1])).lstrip("•·●-* ")
    return [*above[:first], above[first]._replace(text=text, role="title"), *above[last + 1 :]]


def _may_be_title(text: str) -> bool:
    bare = simplified(_FILE.sub("", text))
    number = numeral(text)
    plain = number is None or number.rank == BULLET
    called = _TITLE.search(bare) or _ISSUING.search(bare)
    return 6 <= len(bare) <= 80 and plain and not _NO_TITLE.search(bare) and bool(called)


def _heads(text: str) -> bool:
    """Whether a first line that is called like no plan heads a text: a headline, a report or a list of a year."""
    yearly = len(text) >= SHORT and numeral(text) is None and _YEARLY.fullmatch(text)
    return bool(_HEADLINE.fullmatch(text) or yearly)


def _goes_before(upper: Paragraph, lower: Paragraph) -> bool:
    """Whether two lines are one title that was set on two."""
    adjoining = lower.line - upper.line == 1 and not upper.role
    short = len(upper.text) <= 30 and len(lower.text) <= 20
    named = _NO_TITLE.search(upper.text) or _TITLE.search(upper.text)
    between = _NUMBER.fullmatch(upper.text) or _SIGNED_BY.fullmatch(upper.text)
    return adjoining and short and not named and not between


def _reported(paragraphs: Sequence[Paragraph]) -> str:
    """The document that news says was issued: 某市日前印发《某市…规划》."""
    for paragraph in paragraphs:
        for sentence in paragraph.text.split("。"):
            found = _ISSUING.search(sentence)
            if found and _TITLE.search(found[1]) and not re.match(grammar.GROUNDS, sentence.strip()):
                return found[1]
    return ""


def _issued(title: str) -> str:
    """The plan that a notice issues, where the title is the notice's."""
    match = _ISSUING.search(title)
    return match[1] if match else title


def _without_twins(paragraphs: list[Paragraph], title: str) -> list[Paragraph]:
    """Pages print the title several times; the one that is marked is enough."""
    return [p for p in paragraphs if p.role == "title" or not title or _bare(p.text) != _bare(title)]


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, _FILE.sub("", text)))
