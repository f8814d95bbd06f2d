"""What several years each bring: 2023年、2024年分别新建学校3所、4所 names two promises, each with its year."""

import re
from collections.abc import Iterator, Sequence

from plancompare.drafting.encoding import grammar
from plancompare.drafting.encoding.figures import FigureReader
from plancompare.drafting.encoding.judging import Judgement
from plancompare.drafting.encoding.promises import Unit
from plancompare.drafting.encoding.text import Clause, plain
from plancompare.drafting.encoding.years import Deadline, year_in

_YEARS = re.compile(rf"(?P<years>(?:{grammar.YEAR_DIGITS}\s*年?\s*[、和及与,，]?\s*){{2,}})(?:分别|各|依次)")
_YEAR, _RESPECTIVELY = re.compile(grammar.YEAR_DIGITS), re.compile("分别|依次")
_ONLY_YEARS = re.compile(rf"(?:{grammar.DUE_BEFORE}{grammar.YEAR_DIGITS}\s*年?(?:底|末)?[、和及与]?)+")


def years_of(clause: str) -> list[int | None]:
    """The years of a clause that names nothing else: 到2023年和2025年; [] of any other."""
    text = plain(clause)
    years = [year_in(f"{year[0]}年") for year in _YEAR.finditer(text)]
    return years if len(years) > 1 and _ONLY_YEARS.fullmatch(text) else []


def by_years(
    clause: Clause, judgement: Judgement, figures: FigureReader, before: Sequence[int | None], end: int | None
) -> Iterator[Unit]:
    """A promise for each year that a clause lists, or the one ``before`` it, with the figure that answers it.

    ``end`` is the plan's last year.
    """
    text = plain(clause.text)
    listed = _YEARS.match(text)
    respectively = _RESPECTIVELY.search(text) if not listed and before else None
    if listed is None and respectively is None:
        return
    years = [year_in(f"{year[0]}年") for year in _YEAR.finditer(listed["years"])] if listed else list(before)
    low = listed.end() if listed else 0
    answers = [figure for figure in figures.read(clause.text) if figure.start >= low]
    if len(years) != len(answers) or not answers:
        return
    name = clause.text[low : answers[0].start].strip()
    name = _RESPECTIVELY.sub("", name, count=1) if respectively else name
    for year, figure in zip(years, answers, strict=True):
        printed = clause.text[figure.start : figure.end]
        whole = f"{year}年{name}{printed}"
        place = len(whole) - len(printed)
        moved = figure._replace(start=place, end=len(whole), op=answers[0].op if figure.op == "=" else figure.op)
        due = Deadline(year, f"{year}年", year == end)
        start = clause.start
        yield Unit(whole, start + figure.start, start + figure.end, judgement, (moved,), due, dated=True, cut=True)
