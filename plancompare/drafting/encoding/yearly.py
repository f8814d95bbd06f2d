"""What several years each bring: 2023年、2024年分别新建学校3所、4所 names two promises, each with its year."""

import re
from collections.abc import Iterator

from plancompare.drafting.encoding import grammar
from plancompare.drafting.encoding.figures import FigureReader
from plancompare.drafting.encoding.judging import Judgement
from plancompare.drafting.encoding.promises import Unit
from plancompare.drafting.encoding.text import Clause, plain
from plancompare.drafting.encoding.years import Deadline, year_in

_YEARS = re.compile(grammar.EACH_YEAR)
_YEAR = re.compile(grammar.YEAR_DIGITS)


def by_years(clause: Clause, judgement: Judgement, figures: FigureReader, end: int | None) -> Iterator[Unit]:
    """A promise for each year that a clause lists, with the figure that answers it; ``end`` is the plan's last year."""
    text = plain(clause.text)
    found = _YEARS.match(text)
    if found is None:
        return
    years = [year_in(f"{year[0]}年") for year in _YEAR.finditer(found["years"])]
    answers = [figure for figure in figures.read(clause.text) if figure.start >= found.end()]
    if len(years) != len(answers) or not answers:
        return
    name = clause.text[found.end() : answers[0].start].strip()
    for year, figure in zip(years, answers, strict=True):
        printed = clause.text[figure.start : figure.end]
        whole = f"{year}年{name}{printed}"
        place = len(whole) - len(printed)
        moved = figure._replace(start=place, end=len(whole), op=answers[0].op if figure.op == "=" else figure.op)
        due = Deadline(year, f"{year}年", year == end)
        start = clause.start
        yield Unit(whole, start + figure.start, start + figure.end, judgement, (moved,), due, dated=True, cut=True)
