"""Where a clause that lists several things is cut: at members that could each be promised alone.

What a reader would promise together stays together: 甲、乙队伍建设 is one, 建立甲机制和乙制度 are two.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from plancompare.drafting.encoding import clauses, grammar
from plancompare.drafting.encoding.figures import FigureReader
from plancompare.drafting.encoding.quantities import Figure
from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.text import masked, plain
from plancompare.drafting.encoding.years import Years

LONGEST_VERB = 8  # characters looked at for a verb
MEMBER = 5  # the shortest member of a list that could be promised alone
STATE = 4  # characters of a state: 普及普惠, 优质均衡
AND, _OF_STAGES = re.compile(grammar.AND), re.compile(clauses.OF_STAGES)
_ALL_OF, _OF_ALL, _GOES_ON = (re.compile(p) for p in (grammar.ALL_OF, grammar.OF_ALL, grammar.GOES_ON_TO))
_HELPED, _UNDER_GROUND = re.compile(clauses.HELPED), re.compile(grammar.UNDER_GROUND)
_AND_SO_ON = re.compile(grammar.AND_SO_ON)
_ONE_SUPPLY = re.compile("”(?:供给|供应|总量|规模|数量)$")  # 增加“园位”“学位”供给
_NAMED_PAIR = re.compile(r"[”》](?:、|和|与|及|以及)?[“《]")


class ListCutter:
    """Finds where clauses are cut, by one codebook's words."""

    def __init__(self, steering: Steering, years: Years, figures: FigureReader) -> None:
        self._words = steering
        self._figures = figures
        self._years = years

    def cuts(self, text: str) -> list[int]:
        """Where the members of a clause begin that could be promised alone; [0] for a clause that stays whole."""
        return (
            self._by_subjects(text)
            or self._by_figures(text)
            or self._by_sum(text)
            or self._by_programmes(text)
            or self._by_names(text)
            or self._by_stages(text)
            or self._by_things(text)
            or [0]
        )

    def lead(self, text: str) -> str:
        """The verb that a list hangs on."""
        bare = self._years.bare(text)
        core = self._words.core(bare)
        opened = self._words.opens("acts", core) or self._words.opens("aims", core)
        if opened and (helped := _HELPED.match(core)):
            return helped[0]
        return opened or self._words.has("acts", AND.split(bare)[0])

    def area(self, text: str, member: str) -> str:
        """The place that acts side by side are for, a member without its own as well: 城区新建小学2所、改建小学4所."""
        bare = self._years.bare(text)
        area = self._words.opens("areas", bare)
        shared = (
            area and self._words.opens("acts", bare[len(area) :]) and not self._words.pattern("areas").search(member)
        )
        return area if shared else ""

    def is_of_all(self, text: str, before: bool) -> bool:
        """Whether a clause is said of all of something: in so many words, or (``before``) like the one before it."""
        bare = self._years.bare(text)
        all_of = _ALL_OF.search(bare) or _OF_ALL.search(bare)
        return bool(all_of) or (before and bool(_GOES_ON.match(self._words.core(bare))))

    def _by_subjects(self, text: str) -> list[int]:
        """所有甲、乙达到…: each of those who shall all do it."""
        match = _ALL_OF.search(plain(text))
        if match is None or self._figures.read(text):
            return []
        joints = [m.start() for m in AND.finditer(masked(text), match.start(1), match.end(1))]
        return [0, *joints] if joints else []

    def _by_figures(self, text: str) -> list[int]:
        """A member for each figure that counts something of its own."""
        starts, folded = [0], plain(text)
        for before, figure in pairwise(self._figures.read(text)):
            joints = list(AND.finditer(folded, before.end, figure.start))
            aside = folded.find("(", before.end, figure.start) + 1
            if aside and self._tells_part(folded[aside : figure.start]):
                starts.append(aside)  # 示范校30所(其中省级10所、市级20所)
            elif comma := _comma_in_aside(folded, before.end, figure.start):
                starts.append(comma)
            elif joints:
                if not self._goes_on(folded, joints[-1].end(), figure):
                    starts.append(joints[-1].start())
            elif self._words.opens("acts", folded[before.end : before.end + LONGEST_VERB]):
                starts.append(before.end)  # 新建学校3所新增学位900个
        return starts if len(starts) > 1 else []

    def _goes_on(self, text: str, start: int, figure: Figure) -> bool:
        """Whether a member behind a joint is no more than a figure: it says how much of what was named before it."""
        joint = AND.search(text, figure.end)
        behind = text[figure.end : joint.start() if joint else len(text)]
        return not text[start : figure.start].strip() and not behind.strip("的。 ）)")

    def _tells_part(self, text: str) -> bool:
        """Whether what stands before a figure in a bracket says which part it is of: 其中省级, 城区."""
        among = self._words.grammar(grammar.AMONG_THEM).match(text)
        return bool(among or self._words.scopes.match(text))

    def _by_sum(self, text: str) -> list[int]:
        """实施甲、乙、丙三项工程: the sum at the end says how many members there are."""
        summed = self._figures.summed(text)
        if summed is None:
            return []
        count, end = summed
        joints = [m.start() for m in AND.finditer(masked(text), 0, end)]
        commas = [start for start in joints if text[start] == "、"]
        return next(([0, *cuts] for cuts in (commas, joints) if len(cuts) == count - 1), [])

    def _by_programmes(self, text: str) -> list[int]:
        """推进甲项目、乙工程和丙计划等重点项目: programmes side by side, each by its name."""
        closed = _AND_SO_ON.search(text)
        hidden = masked(text)
        joints = [m.span() for m in AND.finditer(hidden, 0, closed.start())] if closed else []
        if not joints or self._figures.read(text):
            return []
        starts, ends = (
            [0, *(high for _, high in joints)],
            [*(low for low, _ in joints), closed.start() if closed else 0],
        )
        named = all(self._words.ends("programmes", text[low:high]) for low, high in zip(starts, ends, strict=True))
        return [0, *(low for low, _ in joints)] if named else []

    def _by_names(self, text: str) -> list[int]:
        """落实《甲》和《乙》, “甲”“乙”: names side by side."""
        if self._figures.read(text) or not _NAMED_PAIR.search(text):
            return []
        if _ONE_SUPPLY.search(text):
            return []
        return [0, *(m.start() + 1 for m in _NAMED_PAIR.finditer(text))]

    def _by_things(self, text: str) -> list[int]:
        """建立甲机制和乙制度: members that each end in a thing that can be set up."""
        hidden = masked(text)
        joints = [m.span() for m in AND.finditer(hidden)]
        # a list before 的 or 等 is part of one thing
        if not joints or re.search("[的等]", hidden[joints[-1][1] :]) or self._figures.read(text):
            return []
        does = self._words.grammar(grammar.DOES).search(hidden, joints[-1][1])
        if does or _UNDER_GROUND.search(hidden, 0, joints[-1][0]):
            return []  # 按照甲标准和乙规范建设…; 甲改造、乙开发要将…: members of a ground, or who does it
        commas = [span for span in joints if hidden[span[0]] == "、"]
        for spans in (joints, commas):
            if spans and self._are_things(hidden, spans):
                return [0, *(low for low, _ in spans)]
        return []

    def _by_stages(self, text: str) -> list[int]:
        """推进学前教育普及普惠、义务教育优质均衡: of each stage another state."""
        hidden = masked(text)
        joints = [m.span() for m in AND.finditer(hidden) if hidden[m.start()] == "、"]
        lead = len(self.lead(text)) and hidden.find(self.lead(text)) + len(self.lead(text))
        if not joints or not lead or lead > joints[0][0] or re.search("[的等]", hidden) or self._figures.read(text):
            return []
        starts, ends = [lead, *(high for _, high in joints)], [*(low for low, _ in joints), len(text)]
        states = [self._stated(hidden[low:high]) for low, high in zip(starts, ends, strict=True)]
        several = len({stage for stage, _ in states}) == len(states)
        return [0, *(low for low, _ in joints)] if several and all(state for _, state in states) else []

    def _stated(self, member: str) -> tuple[str, bool]:
        """The stage that a member opens with, and whether a state of four characters is all that follows."""
        stage = self._words.opens("stages", member)
        schooling = self._words.opens("schooling", member[len(stage) :])
        rest = _OF_STAGES.sub("", member[len(stage) + len(schooling) :]) if stage else ""
        whole = len(rest) == STATE and not self._words.ends("things", rest)
        return stage, bool(stage) and (whole or (len(rest) > STATE and rest[STATE:] in clauses.GOES_WELL))

    def _are_things(self, text: str, joints: Sequence[tuple[int, int]]) -> bool:
        """Whether what stands between the joints, the leading verb aside, could all be promised alone."""
        lead = len(text) - len(self._words.core(self._years.bare(text)))
        lead += len(self._words.opens("acts", text[lead:]) or self._words.opens("aims", text[lead:]))
        starts = [lead, *(high for _, high in joints)]
        ends = [*(low for low, _ in joints), len(text)]
        members = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        if not all(len(member) >= MEMBER and self._words.ends("things", member) for member in members):
            return False
        tails = [bool(self._words.ends("tails", member)) for member in members]
        return not tails[-1] or all(tails)  # 幼儿园建设、学校管理和质量评价标准 are standards of all three


def _comma_in_aside(text: str, start: int, end: int) -> int:
    """Behind the comma between two places inside a bracket; 0 where there is none."""
    if text.rfind("(", 0, start) <= text.rfind(")", 0, end):
        return 0
    return max(text.rfind(stop, start, end) for stop in ",;") + 1
