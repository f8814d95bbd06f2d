"""What the chapters of a report share: the comparison, its language, names, numbers of rows, and passages."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.rows import Near, Row
from plancompare.comparing.targets import shown
from plancompare.model import Commitment, Lang, Target
from plancompare.telling.blocks import Column, Mark, Names, Passage
from plancompare.telling.words import counted, listed, say

MOST_CANDIDATES = 3  # of a cell; data have them all
MOST_PLANS = 12  # plans that have a column each on a screen or on paper; of more the share that makes a promise is told


def figures_of(*commitments: Commitment) -> str:
    """Their figures in a list; of what is done or not by a year, and counts nothing, the year."""
    told = (figure_words(target) for commitment in commitments for target in commitment.targets)
    return ", ".join(dict.fromkeys(filter(None, told)))


def figure_words(target: Target) -> str:
    """A target as people are told it: a milestone has no figure, only its year."""
    return str(target.by or "") if target.milestone else shown(target)


class Source:
    """A comparison as the chapters ask for it. ``command`` is the command line that makes the report again."""

    def __init__(self, comparison: Comparison, lang: Lang, command: str = "") -> None:
        self.comparison = comparison
        self.command = command
        self.lang = lang
        self.names = comparison.names
        self.themes: Mapping[str, str] = {t.id: t.label.of(self.lang) for t in comparison.codebook.themes}

    @property
    def many(self) -> bool:
        """Whether the plans are too many for a column each."""
        return len(self.comparison.plans) > MOST_PLANS

    def say(self, key: str, **values: object) -> str:
        """The tool's own words in the report's language."""
        return say(key, self.lang, **values)

    def theme(self, theme: str) -> str:
        """A theme's label, or its id where the codebook lacks it."""
        return self.themes.get(theme, theme)

    @cached_property
    def shown_themes(self) -> tuple[str, ...]:
        """The themes that the report is about, in the codebook's order."""
        wanted = self.comparison.settings.theme
        return tuple(theme for theme in self.themes if not wanted or theme == wanted)

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """Each row's number in this report: the theme's place in the codebook, and its own in the theme."""
        places = {theme: number for number, theme in enumerate(self.themes, 1)}
        return {
            row.id: f"{places.get(theme, 0)}.{number}"
            for theme, rows in self.comparison.by_theme().items()
            for number, row in enumerate(rows, 1)
        }

    @cached_property
    def date(self) -> str:
        """The newest date in the inputs (ISO), never today's; "" where they have none."""
        plans = (date for plan in self.comparison.plans for date in plan.dates.values())
        return max((*plans, *(decision.date for decision in self.comparison.rulings)), default="")

    def plan_columns(self, kind: str, width: int) -> tuple[Column, ...]:
        """A column for each plan."""
        return tuple(Column(plan.name, kind, width, plan.id) for plan in self.comparison.plans)  # type: ignore[arg-type]

    def label(self, row: Row) -> str:
        """What a row is called: one that stands alone speaks in its own words."""
        return row.core.text if len(row.commitments) == 1 else row.label.of(self.lang)

    def marks(self, row: Row) -> tuple[Mark, ...]:
        """What each plan has to say to a row."""
        label = self.label(row)
        return tuple(
            Mark(
                plan,
                cell.status,
                tuple(self.passage(c, label) for c in cell.commitments),
                cell.reason,
                tuple(self.candidate(near) for near in cell.candidates[:MOST_CANDIDATES]),
                max(0, len(cell.candidates) - MOST_CANDIDATES),
            )
            for plan, cell in row.cells.items()
        )

    def candidate(self, near: Near) -> Passage:
        """A passage that may be the promise, with its score."""
        return self.passage(near.commitment)._replace(score=near.score)

    def counted(self, row: Row) -> str:
        """How many of how many plans make a row, and how many more may."""
        return counted(row.made, row.covered, row.unsure, self.lang)

    def passage(self, commitment: Commitment, label: str = "") -> Passage:
        """A commitment as its plan has it."""
        return Passage(
            key=commitment.key,
            text=commitment.text,
            figures=figures_of(commitment),
            place=commitment.place,
            quotes=tuple(evidence.quote for evidence in commitment.evidence),
            strength=commitment.strength,
            word=commitment.word,
            repeats=commitment.text == label,
            path=commitment.section.path,
        )

    def cited(self, commitment: Commitment) -> str:
        """A commitment as a paper may cite it: the curator's words, what stands in the source, and where."""
        quotes = "".join(f"「{evidence.quote}」" for evidence in commitment.evidence)
        return self.say("cite_passage", text=commitment.text, quotes=quotes, place=commitment.place, id=commitment.key)

    def names_of(self, ids: Iterable[str]) -> Names:
        """Names of plans for a cell."""
        return Names(tuple(self.names[plan] for plan in ids), listed(("", ""), self.lang))

    def plans_named(self, ids: tuple[str, ...] | list[str]) -> str:
        """Names of plans in a list."""
        return listed((self.names[plan] for plan in ids), self.lang)
