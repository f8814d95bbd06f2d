"""For which years a plan is: what its title says, or else what its text lets one guess."""

import re
from collections import Counter
from collections.abc import Sequence

from plancompare.drafting.documents.model import Block, Document
from plancompare.drafting.encoding.heads import (
    BY_THEN,
    DATED,
    FORWARD,
    GOAL_YEAR,
    GROUNDED,
    ISSUED,
    LAST_YEAR,
    PERIOD,
    SPAN,
    YEARLY_TITLE,
)
from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.text import plain
from plancompare.drafting.encoding.years import YEAR, five_years_from, ordinals, year_in
from plancompare.drafting.numerals import value_of

_RANGE, _YEARLY, _LAST_YEAR = (re.compile(p) for p in (PERIOD, YEARLY_TITLE, LAST_YEAR))
_SPAN, _GOAL, _FORWARD = (re.compile(p) for p in (SPAN, GOAL_YEAR, FORWARD))
_ISSUED, _GROUNDED = re.compile(ISSUED), re.compile(GROUNDED)
_DATED, _DONE = re.compile(DATED), re.compile("(?:制定|编制|出台|发布|印发|实施)(?:实施)?了|已实施|首轮|上一轮")
_NAMED = re.compile("《([^《》]{4,80})》")
OFTEN = 2  # how often a text without such a title must name its five-year plan
OPENING = 8  # blocks in which a text says what it is
NEXT = 5  # years of the plan behind another; what lies further on is a vision
LONGEST = 20  # years of a plan

Period = tuple[int, int]


def of_title(title: str, document: Document, steering: Steering) -> Period | None:
    """The years that a plan's title names."""
    return _period(title) or _year_of(title, steering) or _named_plan(title) or _after(title, document, steering)


def of_text(title: str, document: Document, steering: Steering) -> Period | None:
    """The years of a plan whose title names none: a guess from what its text says."""
    opening = _of_opening(document, steering)
    return opening or _usual_period(document, steering) or _counted_back(title, document) or _only_year(document)


def written_in(title: str, document: Document) -> int | None:
    """The year in which a document was written, as its head tells, its title, or the first that it looks ahead to."""
    whole = "\n".join(plain(block.text) for block in document.blocks)
    ahead = [
        year
        for match in _FORWARD.finditer(whole)
        if not whole[: match.start()].endswith(BY_THEN) and (year := year_in(f"{match[1]}年"))
    ]
    return max(_issued_in(document), default=None) or year_in(title) or min(ahead, default=None)


def _of_opening(document: Document, steering: Steering) -> Period | None:
    """The years of the document that the first lines say is issued, or that stand in a line of their own."""
    for block in document.blocks[:OPENING]:
        if block.kind == "heading":
            return None
        if re.fullmatch(r"[(（\s]*" + PERIOD + r"[年）)\s]*", block.text):
            return _period(block.text)
        for sentence in re.split("[。；;]", block.text):
            if not _ISSUED.search(sentence) or _DONE.search(sentence) or _GROUNDED.match(sentence.strip()):
                continue
            for name in _NAMED.findall(sentence):
                if found := _period(name) or _year_of(name, steering) or _named_plan(name):
                    return found
    return None


def _counted_back(title: str, document: Document) -> Period | None:
    """The years of a plan for so many years (三年行动计划), by the last that its text sets as a goal."""
    span, goals = _SPAN.search(plain(title)), _goals(document)
    years = value_of(span[1]) if span else None
    return (max(goals) - int(years) + 1, max(goals)) if years and goals else None


def _only_year(document: Document) -> Period | None:
    """The one year that a text names, where it says that something is yet to be done in it: 2021年全市将…"""
    whole = "\n".join(plain(block.text) for block in document.blocks)
    years = {year_in(f"{year}年") for year in YEAR.findall(re.sub("《[^《》]*》", "", whole))}
    ahead = {year_in(f"{match[1]}年") for match in _FORWARD.finditer(whole)}
    return (year, year) if len(years) == 1 and years == ahead and (year := years.pop()) else None


def _goals(document: Document) -> list[int]:
    """The years that a text sets as goals: 到2025年."""
    whole = "\n".join(block.plain for block in document.blocks)
    return [year for found in _GOAL.findall(plain(whole)) if (year := year_in(f"{found}年"))]


def _issued_in(document: Document) -> list[int]:
    """The years in which a document was signed, numbered or published, as its head tells."""
    above = [block.plain for block in document.blocks[:OPENING]]
    return [
        int(found[1]) for text in (*above, *(value for _, value in document.about)) for found in _DATED.finditer(text)
    ]


def _is_over(plan: Period, goals: Sequence[int]) -> bool:
    """Whether a text was issued, or its goals begin, in the five years behind a plan that it names: it looks back."""
    return bool(goals) and plan[1] < min(goals) <= plan[1] + NEXT


def _period(text: str) -> tuple[int, int] | None:
    """The years from and to which a title names."""
    match = _RANGE.search(plain(text))
    if match and 0 < int(match[2]) - int(match[1]) <= LONGEST:
        return int(match[1]), int(match[2])
    return None


def _year_of(title: str, steering: Steering) -> tuple[int, int] | None:
    """The year that the title of a yearly plan names (2023年工作要点), whatever it looks back on."""
    matches = [m for m in _YEARLY.finditer(plain(title)) if steering.has("year_plans", m[2])]
    if not matches and (last := _LAST_YEAR.search(plain(title))) and steering.has("year_plans", title):
        year = year_in(f"{last[1]}年")  # 某县教育工作要点(2023年)
        return (year, year) if year else None
    ahead = [
        m for m in matches if not steering.has("past", m[2]) or steering.has("year_plans", m[2].rpartition("和")[2])
    ]
    year = year_in(f"{(ahead or matches)[-1][1]}年") if matches else None
    return (year, year) if year else None


def _after(title: str, document: Document, steering: Steering) -> tuple[int, int] | None:
    """The year behind the one that a report's title sums up, where the report goes on to what comes (下一步打算)."""
    summed = [m for m in _YEARLY.finditer(plain(title)) if steering.has("past", m[2])]
    year = year_in(f"{summed[-1][1]}年") if summed else None
    if year is None:
        return None
    lines = re.split("[。\n]", plain("\n".join(block.text for block in document.blocks)))
    if any(line.startswith(f"{year}年") and steering.ends("year_plans", line) for line in lines):
        return (year, year)  # 2021年工作安排, behind what it says of the year before
    ahead = any(
        steering.opens("next_year", line) or steering.opens("this_year", line) or line.startswith(f"{year + 1}年")
        for line in lines
    )
    return (year + 1, year + 1) if ahead else None


def _named_plan(title: str) -> tuple[int, int] | None:
    """The years of the five-year plan that a title names."""
    named = ordinals(title)
    start = five_years_from(named[0]) if named else 0
    return (start, start + 4) if named else None


def _usual_period(document: Document, steering: Steering) -> tuple[int, int] | None:
    """The latest five-year plan that a text without such a title names: best more than once, and in headings.

    What stands under a heading on the past counts only where nothing else names one.
    """
    ahead = tuple(b for b in document.blocks if not steering.ends("empty_headings", b.heading))
    goals = [*_goals(document), *_issued_in(document)]
    return next((p for p in (_often_named(ahead), _often_named(document.blocks)) if p and not _is_over(p, goals)), None)


def _often_named(blocks: Sequence[Block]) -> tuple[int, int] | None:
    whole = "\n".join(block.plain for block in blocks)
    for text in ("\n".join(b.text for b in blocks if b.kind == "heading"), whole):
        named = Counter(ordinals(text))
        often = [five_years_from(ordinal) for ordinal, count in named.items() if count >= OFTEN]
        if often:
            return max(often), max(often) + 4
    once = [five_years_from(ordinal) for ordinal in ordinals(whole)]
    return (max(once), max(once) + 4) if once else None
