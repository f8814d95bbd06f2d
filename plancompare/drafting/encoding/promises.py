"""A promise found in a passage: the one value that is handed on from cutting to naming, measuring and describing."""

from typing import NamedTuple

from plancompare.drafting.encoding.judging import Judgement
from plancompare.drafting.encoding.pairs import Named
from plancompare.drafting.encoding.quantities import Figure
from plancompare.drafting.encoding.text import Clause
from plancompare.drafting.encoding.years import Deadline


class Unit(NamedTuple):
    """One promise: the stretch ``start``..``end`` of a passage that makes it.

    ``lead`` are words before it in its clause that it shares with others (the verb of a list). ``figures`` have their
    places in ``text``, which adds to the stretch where that lacks its figure. ``judgement`` says why it was taken;
    ``cut`` whether its clause was cut into several; ``dated`` whether its own clause, or one just before it, names the
    deadline; ``of_all`` whether it is said of all of something (所有…都). ``subject`` is whose figure or state it is,
    where only a clause or a heading before it says so; ``among_years`` whether its sentence is due by several years;
    ``part`` whether its figure is that of one place or body among others, which no indicator is; so are the last
    ``parts`` of its figures. ``among`` whether it tells a part of what the promise before it counts (其中甲县3所).
    ``stage`` is the one stage that its sentence named before it, where it names none.
    """

    text: str
    start: int
    end: int
    judgement: Judgement
    figures: tuple[Figure, ...] = ()
    deadline: Deadline | None = None
    dated: bool = False
    lead: str = ""
    cut: bool = False
    of_all: bool = False
    subject: str = ""
    among_years: bool = False
    part: bool = False
    parts: int = 0
    among: bool = False
    stage: str = ""


def of_pair(pair: Named, clause: Clause, judgement: Judgement) -> Unit:
    """The promise of one name and its figure, which stand apart in the clause."""
    low, high = pair.span or (pair.figure.start, pair.figure.end)
    head, subject = (pair.done, pair.name) if pair.done else (pair.name, "")
    figure = pair.figure._replace(start=len(head), end=len(head) + len(pair.printed))
    text, start = f"{head}{pair.printed}", clause.start
    return Unit(text, start + low, start + high, judgement, (figure,), lead=pair.lead, cut=True, subject=subject)
