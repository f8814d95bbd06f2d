"""What a document says of itself: whose plan it is, for which years, what state it is in. A guess, to be looked at."""

import re
from collections.abc import Mapping
from typing import NamedTuple
from zlib import crc32

from plancompare.drafting.documents.model import Document
from plancompare.drafting.encoding import periods
from plancompare.drafting.encoding.heads import (
    AREA_LEVELS,
    BEFORE_AREA,
    DATE,
    ISSUER,
    ISSUES,
    NO_AREA,
    PLAN_BEFORE_AREA,
    PROVINCES,
)
from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.text import plain
from plancompare.model import Area

_DATE, _NAMED_PLAN, _NO_AREA = re.compile(DATE), re.compile(PLAN_BEFORE_AREA), re.compile(NO_AREA)
_ISSUER, _PROVINCE = re.compile(ISSUER), re.compile(PROVINCES)
_KINDS = "|".join(AREA_LEVELS)
_UNIT = re.compile(rf"([\u4e00-\u9fff]{{2,9}}?)({_KINDS})")
_ISSUES = re.compile(ISSUES)
ABOVE = 4  # blocks in which a notice says who issues the document
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\Z")


class Front(NamedTuple):
    """The head of a plan as far as the document tells; ``guessed`` names the fields that are no more than a guess.

    ``present`` is the year in which it seems to have been written.
    """

    id: str
    name: str
    title: str
    area: Area = Area()
    issuer: str = ""
    period: tuple[int, int] | None = None
    dates: Mapping[str, str] = {}
    status: str = ""
    guessed: tuple[str, ...] = ()
    present: int | None = None


def front(document: Document, steering: Steering, identity: str = "", period: tuple[int, int] | None = None) -> Front:
    """The head of the plan that ``document`` is; ``identity`` and ``period`` are what a person said."""
    title = " ".join(document.title.split())
    stem = document.file.rpartition(".")[0] or document.file
    area = _area(title, steering) or _area_of_issuer(document, steering)
    *_, last = [None, *_UNIT.finditer(area)]
    short = (last[1] if last else area) or title[:8] or stem
    guessed = ["name", *(["area"] if area else [])]
    titled = periods.of_title(title, document, steering)
    if period is None and titled is None:
        guessed.append("period")
    facts = {plain(label).strip(" ：:"): value for label, value in document.about}
    dates = {key: date for key in ("written", "issued", "published") if (date := _date(facts, steering, key))}
    return Front(
        id=identity or (stem if _ID.match(stem) else f"plan-{crc32(stem.encode()):08x}"),
        name=short,
        title=title,
        area=Area(area, AREA_LEVELS[last[2]] if last else "province" if area else ""),
        issuer=_fact(facts, steering, "facts_issuer"),
        period=period or titled or periods.of_text(title, document, steering),
        dates=dates,
        status=_status(title, steering),
        guessed=tuple(guessed),
        present=periods.written_in(title, document),
    )


def _area(title: str, steering: Steering) -> str:
    """The place that a title opens with: 云陵市青山区; not what a verb of news makes of it (某省发布各市…)."""
    text = _ISSUER.sub("", _NAMED_PLAN.sub("", title.lstrip(BEFORE_AREA)))
    area, end = "", 0
    while (unit := _UNIT.match(text, end)) and not (_NO_AREA.search(unit[0]) or steering.has("no_areas", unit[0])):
        area, end = area + unit[0], unit.end()
    province = None if area else _PROVINCE.match(text)  # 河南发布…
    return province[0] if province else area


def _area_of_issuer(document: Document, steering: Steering) -> str:
    """The place whose body issues the document, by the notice above it: 云陵市人民政府转发…"""
    above = (block.text for block in document.blocks[:ABOVE] if block.kind == "paragraph")
    return next((area for text in above if _ISSUES.search(text) and (area := _area(text, steering))), "")


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
