"""The stretches of a document that may hold promises, each under its heading. Knows headings, not sentences' sense."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from plancompare.drafting.documents.model import Block, Document
from plancompare.drafting.encoding.clauses import BODIES, NO_BODIES
from plancompare.drafting.encoding.figures import FigureReader
from plancompare.drafting.encoding.heads import (
    BETTER,
    BOXES,
    CAPTION,
    LEFT_OUT_OF_TEXT,
    NO_CAPTION_STOP,
    SIGNED,
    TEAM,
    WHEN,
)
from plancompare.drafting.encoding.judging import LeftReason
from plancompare.drafting.encoding.past import Past
from plancompare.drafting.encoding.steering import Steering, one_of
from plancompare.drafting.encoding.text import plain
from plancompare.drafting.encoding.years import Deadline, Years
from plancompare.model import Section

_LOW = re.compile(r"[（(〔［]\d|[\u2460-\u249b\u2776-\u277f]|[一二三四五六七八九十]+[是要]")  # numbers of low ranks
_STOP, _CAPTION, _SIGNED = re.compile(NO_CAPTION_STOP), re.compile(CAPTION), re.compile(SIGNED)
_DASH, _BETTER = re.compile(r"[—–-]{1,3}\s*"), re.compile(BETTER)
_WHEN, _NUMBER = re.compile(WHEN), re.compile(r"\d+(?:\.\d+)?")


SHORT_LINE = 16  # characters of a line without a number that may head what stands under it


class Passage(NamedTuple):
    """A paragraph, item or table of a section; ``start`` is its offset in the document's text.

    ``leads_in`` if parts with headings of their own follow, which say it all again; ``goals`` where the section states
    what is to be reached. ``deadline`` is what the nearest heading sets that sets one, ``field`` the one
    stage of education that the nearest heading names which names any.
    """

    section: Section
    block: Block
    text: str
    start: int
    leads_in: bool = False
    goals: bool = False
    deadline: Deadline | None = None
    field: str = ""


def passages(document: Document, steering: Steering, years: Years, silent: dict[int, LeftReason]) -> Iterator[Passage]:
    """The passages of ``document`` in order, without those whose heading says that they promise nothing.

    ``silent`` takes up, by their place in the document, why the other blocks are no passages.
    """
    reader = _Outline(steering, years)
    reader.listed = frozenset(_runs(document.blocks, reader.tells))
    reader.body = plain("\n".join(block.text for block in document.blocks if "。" in block.text))
    reader.ahead = any(steering.opens("next_year", block.text) for block in document.blocks if block.kind == "heading")
    ahead = _next_headings(document.blocks)
    for index, (block, start) in enumerate(zip(document.blocks, document.starts, strict=True)):
        following = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
        passage = reader.read(block, start, following, ahead[index])
        if isinstance(passage, Passage):
            yield passage
        else:
            silent[index] = passage


class _Outline:
    def __init__(self, steering: Steering, years: Years) -> None:
        self._words = steering
        self._years, self._past = years, Past(steering, years)
        self._figures = FigureReader(steering)
        self._open: list[tuple[int, str]] = []
        self._count = 0
        self._section = Section("s01", "", "")
        self._sections: dict[tuple[str, str], Section] = {}
        self._line = ""  # a line without a number above what stands here, which says what that is about
        self.body = ""  # the running text of the document
        self.ahead = False  # whether a heading is about the year after this one
        self.listed: frozenset[Block] = frozenset()  # lines without a stop that promise something side by side

    def read(self, block: Block, start: int, following: Block | None, ahead: int) -> Passage | LeftReason:
        """The passage that a block makes, or why it makes none; ``ahead`` is the level of the next heading."""
        if block.kind == "title":
            return "title"
        if block.kind == "heading":
            return self._heading(block, start, following)
        if self._empty():
            return "background"
        if block.kind == "table":
            return self._passage(block, "", start)
        if self._only_bodies(block.text):
            return "bodies"
        if self._promises_nothing(block):
            tells = not (block.text.isdigit() or _SIGNED.fullmatch(block.text) or _WHEN.fullmatch(plain(block.text)))
            self._line = plain(block.text) if tells else self._line
            return "caption"
        if self._line and self._looks_back(self._line):
            return "background"
        if not self._open and self._words.has("preamble", plain(block.text)):
            return "preamble"
        return self._passage(block, block.text, start, ahead)

    def _heading(self, block: Block, start: int, following: Block | None) -> Passage | LeftReason:
        while self._open and self._open[-1][0] >= block.level:
            self._open.pop()
        self._open.append((block.level, block.text))
        self._line = ""
        self._enter(block.path, block.text)
        if self._empty():
            return "background"
        alone = following is None or _ends_here(block, following)
        promising = self.tells(block.text) if alone else self._runs_in(block, following)
        promising = promising and not (block.number == "" and self._is_headline(plain(block.text)))
        return self._passage(block, block.text, start) if promising else "heading"

    def _promises_nothing(self, block: Block) -> bool:
        """Whether a line only names something: an issuer or a date above the text, a table, an annex left out."""
        text = plain(block.text).strip()
        above = not self._open and block.kind == "paragraph" and not _STOP.search(text)
        if above and block not in self.listed and not (self._measures(text) and not self._is_headline(text)):
            return True
        if _SIGNED.fullmatch(text) or _WHEN.fullmatch(text):
            return True
        return bool(_CAPTION.match(text) and not _STOP.search(text)) or text.endswith(LEFT_OUT_OF_TEXT)

    def _only_bodies(self, line: str) -> bool:
        """Whether a line only names bodies, as a cell of those responsible: 各乡镇人民政府、街道办事处."""
        names = [name for name in re.split(r"[、,;?\s]", re.sub(r"\([^()]*\)", "", plain(line).strip())) if name]
        bodies = all(
            len(name) <= SHORT_LINE and name.endswith(BODIES) and not name.endswith(NO_BODIES) for name in names
        )
        return bool(names) and bodies and not self.tells(line)

    def tells(self, line: str) -> bool:
        """Whether a line that nothing stands under says what will be done: it opens with a verb or has a figure."""
        core = self._words.core(self._years.bare(line))
        return bool(self._words.pattern("acts", "aims").match(core) or self._figures.read(line))

    def _measures(self, line: str) -> bool:
        """Whether a line says by a figure what will be done or reached: 到2025年新建学校5所; not 3分钟读懂规划."""
        says = self._words.pattern("acts", "aims", "results", "rates").search(line)
        return says is not None and bool(self._figures.read(line))

    def _is_headline(self, line: str) -> bool:
        """Whether the text says the figures of a line above it again: 云陵今年新建5所学校, over …新建学校5所."""
        numbers = _NUMBER.findall(line) if self._figures.read(line) else []
        return bool(numbers) and all(
            re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.])", self.body) for number in numbers
        )

    def _runs_in(self, block: Block, following: Block | None) -> bool:
        """Whether a heading is the first sentence of a paragraph, which may promise something of its own."""
        low = block.number == "" or block.number[:1].isdigit() or _LOW.match(block.number) is not None
        if not low or following is None or following.kind != "paragraph":
            return False
        text, same_line = block.text, following.line == block.line
        return (
            "," in plain(text) or bool(self._figures.read(text)) or (same_line and self._sets_up(text, following.text))
        )

    def _sets_up(self, heading: str, text: str) -> bool:
        """建设某中心。健全某制度。: a task as short as those behind it, not the heading of what they are about."""
        act = self._words.opens("acts", self._words.core(heading))
        first = re.split("[。；;]", text)[0]
        soft = self._words.opens("soft", self._words.core(heading))
        concrete = act and (not soft or self._words.ends("instruments", heading))
        return bool(concrete) and len(first) <= 2 * len(heading) and "," not in plain(first)

    def _enter(self, path: str, heading: str) -> None:
        heading = heading.strip("—–- ")
        key = (path, heading)
        if key not in self._sections:
            self._sections[key] = Section(f"s{len(self._sections) + 1:02d}", path, heading)
        self._section = self._sections[key]

    def _passage(self, block: Block, text: str, start: int, ahead: int = 0) -> Passage:
        headings = [text for _, text in self._open]
        return Passage(
            self._section,
            block,
            text,
            start,
            leads_in=block.kind == "paragraph" and ahead > len(self._open) > 0,
            goals=bool(self._words.ends("goal_headings", self._line))
            or any(self._words.has("goal_headings", h) for h in headings[-2:])
            or any(self._is_to_be_reached(h) for h in (*headings[-1:], text)),
            deadline=next(
                (
                    due
                    for h in (*([self._line] if self._line else ()), *reversed(headings))
                    if (due := self._years.deadline(h))
                ),
                None,
            ),
            field=next((word for h in reversed(headings) if (word := field_of(h, self._words))), ""),
        )

    def _is_to_be_reached(self, line: str) -> bool:
        """Whether a line opens with a dash and with what is to be reached: ——实现普及, ——构建更具活力的体制."""
        dash = _DASH.match(line)
        reached = dash and self._words.pattern("aims", "results").match(line, dash.end())
        return bool(reached or (dash and _BETTER.match(line, dash.end())))

    def _looks_back(self, line: str) -> bool:
        """Whether a short line without a number says that what stands under it was done: 2020年工作回顾."""
        short = len(line) <= SHORT_LINE and not self._words.has("goal_headings", line)
        return short and bool(self._words.ends("looks_back", line))

    def _empty(self) -> bool:
        """Whether an open heading says that what stands under it promises nothing."""
        for _, heading in reversed(self._open):
            text = re.sub(r"[（(].*?[)）]$", "", plain(heading)).strip(" 。：:")
            if self._words.has("goal_headings", text):
                return False  # a goal, even under 总体思路
            if self._words.opens("aims", text) or self._words.opens("remedies", text):
                continue  # 营造…环境, 补齐…短板: something to be done, unless a part of the situation
            opens_empty = self._words.opens("empty_headings", text) and not self._words.opens("no_empty_headings", text)
            if opens_empty or self._words.ends("empty_headings", text):
                return True
            if self._years.is_before(text) or self._past.is_over(text):
                return True
            if self.ahead and self._words.opens("this_year", text):
                return True  # 今年工作, where 明年打算 follows
        return False


def _runs(blocks: Sequence[Block], tells: Callable[[str], bool]) -> Iterator[Block]:
    """Lines without a stop that each say what will be done, two or more below each other: a list without marks."""
    lines = groupby(
        blocks, lambda block: block.kind == "paragraph" and not _STOP.search(block.text) and tells(block.text)
    )
    for told, run in lines:
        several = list(run) if told else []
        yield from several if len(several) > 1 else ()


def field_of(heading: str, words: Steering) -> str:
    """The word for the one stage that a heading names; nothing where it names none or several."""
    named = {
        stage: max(words_here, key=len)
        for stage, listed in words.stages.items()
        if (words_here := _words_in(heading, listed))
    }
    word = next(iter(named.values())) if len(named) == 1 else ""
    named_in_full = (f"{word}{schooling}" for schooling in words.words("schooling") if word)
    if word in words.words("stages"):
        return word
    return next((name for name in named_in_full if name in heading), word)  # 老年教育


def team_of(heading: str, words: Steering) -> str:
    """The persons whose team a heading names: 教师队伍; nothing where it names none."""
    persons = [word for listed in words.audiences.values() for word in listed]
    found = re.search(f"(?:{one_of(persons).pattern}){TEAM}", heading) if persons else None
    return found[0] if found else ""


def _words_in(text: str, words: Sequence[str]) -> list[str]:
    return [word for word in words if word in text]


def _next_headings(blocks: Sequence[Block]) -> list[int]:
    """For each block the level of the next heading; 0 where none follows, or a box, which says something of its own."""
    levels, level = [], 0
    for block in reversed(blocks):
        levels.append(level)
        boxed = block.number.startswith(BOXES)
        level = (0 if boxed else block.level) if block.kind == "heading" else level
    return levels[::-1]


def _ends_here(block: Block, following: Block) -> bool:
    return following.kind == "heading" and following.level <= block.level
