"""What the tests of the encoding share: the shipped words, a proposer, drafts of the texts beside this file."""

from functools import cache
from pathlib import Path

from plancompare.drafting import draft, read
from plancompare.drafting.documents.model import Document
from plancompare.drafting.encoding.draft import Draft
from plancompare.drafting.encoding.figures import FigureReader
from plancompare.drafting.encoding.records import Record
from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.units import Setting, UnitCutter
from plancompare.drafting.encoding.years import Years
from plancompare.model import Codebook, Indicator
from plancompare.reading.collection import vocabulary

TEXTS = Path(__file__).parent / "texts"
PLANS = Path(__file__).parent.parent.parent.parent / "plans"
SOURCES = Path(__file__).parent.parent.parent.parent.parent / "shared" / "sources"


@cache
def words() -> tuple[Codebook, dict[str, Indicator]]:
    """The shipped codebook and indicators."""
    codebook, indicators = vocabulary(PLANS)
    return codebook, dict(indicators)


def steering() -> Steering:
    return Steering(words()[0].lexicon)


def figure_reader() -> FigureReader:
    return FigureReader(steering())


def cutter(period: tuple[int, int] | None = (2021, 2025)) -> UnitCutter:
    return UnitCutter(steering(), Years(period, steering()))


def units(text: str, goals: bool = False) -> list[str]:
    """The promises found in a passage, each as it stands there (with the verb it hangs on)."""
    return [unit.lead + unit.text for unit in cutter().cut(text, Setting(goals=goals))]


def drafted(path: Path, period: tuple[int, int] | None = None, plan: str = "x") -> Draft:
    """The draft of the document in a file."""
    return draft(read(path), words(), plan, period)


def proposed(path: Path, period: tuple[int, int] | None, plan: str = "x") -> tuple[Document, list[Record]]:
    """A document and the records proposed from it."""
    found = drafted(path, period, plan)
    return found.document, list(found.records)


def records(folder: Path, text: str, period: tuple[int, int] | None = (2021, 2025)) -> list[Record]:
    """The records proposed from a plain text."""
    path = folder / "x.txt"
    path.write_text(text, encoding="utf-8")
    return proposed(path, period)[1]
