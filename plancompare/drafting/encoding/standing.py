"""The deadline that stands above a passage: what the passage before it set, its heading, or a text's goals."""

from plancompare.drafting.encoding.passages import Passage
from plancompare.drafting.encoding.units import UnitCutter
from plancompare.drafting.encoding.years import Deadline, Years


class Standing:
    """Follows the passages of a document, and says what deadline each finds.

    In a text of no period a year holds on: from one passage to the next of its section, and beyond it what opens the
    text, states its goals or leads into its parts. What comes from another section is marked as carried.
    """

    def __init__(self, years: Years, cutter: UnitCutter) -> None:
        self._years, self._cutter = years, cutter
        self._before: Passage | None = None
        self._here: Deadline | None = None  # the last that the section of the passage before named
        self._general: Deadline | None = None  # the last that a passage named which speaks of the whole text

    def above(self, passage: Passage) -> Deadline | None:
        """The deadline above a passage, asked when the one before it has been cut."""
        self._take_up(passage)
        path = self._before.section.path if self._before else ""
        item = passage.block.kind == "item"
        listed = passage.section.path.startswith(path) if item else passage.section.path == path
        due = self._cutter.due if self._before is not None and listed else None
        self._before = passage
        if self._years.period is not None:
            return due
        return due or passage.deadline or self._here or (self._general and self._general._replace(carried=True))

    def _take_up(self, passage: Passage) -> None:
        """Take up what the passage before named; a section that begins knows only what speaks of the whole."""
        before, named = self._before, self._cutter.last_due
        self._cutter.last_due = None
        self._here = named or self._here
        if before is not None and named and (before.goals or before.leads_in or not before.section.heading):
            self._general = named
        if before is None or before.section != passage.section:
            self._here = None
