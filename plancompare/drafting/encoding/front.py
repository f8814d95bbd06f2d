"""What a document says of itself: whose plan it is, for which years, what state it is in. A guess, to be looked at."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

from plancompare.drafting.documents.model import Block, Document
from plancompare.drafting.encoding.heads import (
    AREA_LEVELS,
    BEFORE_AREA,
    DATE,
    LAST_YEAR,
    PERIOD,
    PLAN_BEFORE_AREA,
    YEARLY_TITLE,
)
from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.text import plain
from plancompare.drafting.encoding.years import five_years_from, ordinals, year_in
from plancompare.model import Area

_RANGE, _DATE = re.compile(PERIOD), re.compile(DATE)
_YEARLY, _LAST_YEAR, _NAMED_PLAN = re.compile(YEARLY_TITLE), re.compile(LAST_YEAR), re.compile(PLAN_BEFORE_AREA)
_KINDS = "|".join(AREA_LEVELS)
_PLACE = re.compile(rf"(?:[\u4e00-\u9fff]{{2,9}}?(?:{_KINDS}))+")
_UNIT = re.compile(rf"([\u4e00-\u9fff]{{2,9}}?)({_KINDS})")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\Z")
OFTEN = 2  # how often a text without such a title must name its five-year plan


class Front(NamedTuple):
    """The head of a plan as far as the document tells; ``guessed`` names the fields that are no more than a guess."""

    id: str
    name: str
    title: str
    area: Area = Area()
    issuer: str = ""
    period: tuple[int, int] | None = None
    dates: Mapping[str, str] = {}
    status: str = ""
    guessed: tuple[str, ...] = ()


def front(document: Document, steering: Steering, identity: str = "", period: tuple[int, int] | None = None) -> Front:
    """The head of the plan that ``document`` is; ``identity`` and ``period`` are what a person said."""
    title = " ".join(document.title.split())
    stem = document.file.rpartition(".")[0] or document.file
    area = _area(title)
    *_, last = [None, *_UNIT.finditer(area)]
    short = (last[1] if last else area) or title[:8] or stem
    guessed = ["name", *(["area"] if area else [])]
    from_title = _period(title) or _year_of(title, steering) or _named_plan(title) or _after(title, document, steering)
    if period is None and from_title is None:
        guessed.append("period")
    facts = {plain(label).strip(" ：:"): value for label, value in document.about}
    dates = {key: date for key in ("written", "issued", "published") if (date := _date(facts, steering, key))}
    return Front(
        id=identity or (stem if _ID.match(stem) else f"plan-{crc32(stem.encode()):08x}"),
        name=short,
        title=title,
        area=Area(area, AREA_LEVELS[last[2]] if last else ""),
        issuer=_fact(facts, steering, "facts_issuer"),
        period=period or from_title or _usual_period(document, steering),
        dates=dates,
        status=_status(title, steering),
        guessed=tuple(guessed),
    )


def _area(title: str) -> str:
    match = _PLACE.match(_NAMED_PLAN.sub("", title.lstrip(BEFORE_AREA)))
    return match[0] if match else ""


def _period(text: str) -> tuple[int, int] | None:
    """The years from and to which a title names."""
    match = _RANGE.search(plain(text))
    if match and 0 < int(match[2]) - int(match[1]) <= 20:
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
    return _often_named(ahead) or _often_named(document.blocks)


def _often_named(blocks: Sequence[Block]) -> tuple[int, int] | None:
    whole = "\n".join(block.plain for block in blocks)
    for text in ("\n".join(b.text for b in blocks if b.kind == "heading"), whole):
        named = Counter(ordinals(text))
        often = [five_years_from(ordinal) for ordinal, count in named.items() if count >= OFTEN]
        if often:
            return max(often), max(often) + 4
    once = [five_years_from(ordinal) for ordinal in ordinals(whole)]
    return (max(once), max(once) + 4) if once else None


def _fact(facts: Mapping[str, str], steering: Steering, name: str) -> str:
    return next((value for label, value in facts.items() if steering.has(name, label)), "")


def _date(facts: Mapping[str, str], steering: Steering, key: str) -> str:
    match = _DATE.search(plain(_fact(facts, steering, f"facts_{key}")))
    return f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}" if match else ""


def _status(title: str, steering: Steering) -> str:
    for status in ("consultation", "draft"):
        if steering.has(f"title_{status}", title):
            return status
    return ""
