"""Run-in headings: first sentences of a passage that only name what the sentences behind them do."""

import re
from collections.abc import Sequence

from plancompare.drafting.encoding.clauses import DONE_WITH, ONE_MORE, SUMS_UP
from plancompare.drafting.encoding.figures import FigureReader
from plancompare.drafting.encoding.judging import RUN_IN
from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.text import Clause

FEWEST_SUMMED, LONGEST_SUM = 2, 16  # sentences that a first one sums up, and its characters
THING = 4  # characters of the name of a thing that the next sentence takes up
_DONE_WITH, _ONE_MORE, _NAMED = re.compile(DONE_WITH), re.compile(ONE_MORE), re.compile("[“《]")


class Labels:
    """Tells run-in headings by one codebook's words."""

    def __init__(self, steering: Steering, figures: FigureReader) -> None:
        self._words, self._figures = steering, figures

    def names_only(self, sentence: Sequence[Clause], behind: Sequence[Sequence[Clause]]) -> bool:
        """Whether the first sentence of a passage only names what it is about: 定向培养。…"""
        clause = sentence[0]
        if self._sums_up(clause, sentence, behind) or self._is_counted(clause, sentence, behind[0]):
            return True
        short = len(sentence) == 1 and len(clause.text) <= RUN_IN and not self._sets_up(clause.text)
        if not short or clause.closes not in ("。", "：", ":") or self._figures.read(clause.text):
            return False
        return clause.closes != "。" or not self._is_fellow(clause.text, behind[0])

    def _sums_up(self, clause: Clause, sentence: Sequence[Clause], behind: Sequence[Sequence[Clause]]) -> bool:
        """Whether the first sentence only names what several behind it do: 加强教师队伍建设。实施…计划，…。推进…。"""
        text = clause.text
        if len(sentence) > 1 or len(behind) < FEWEST_SUMMED or len(text) > LONGEST_SUM or clause.closes != "。":
            return False
        sums_up = self._words.grammar(SUMS_UP)
        if not sums_up.fullmatch(self._words.core(text)) and not sums_up.fullmatch(text):
            return False
        alike = all(len(one) == 1 and len(one[0].text) <= 2 * len(text) for one in behind)
        marked = any(one[0].mark for one in behind)
        details = "".join(clause.text for sentence in behind for clause in sentence)
        taken_up = any(text[place : place + 2] in details for place in range(2, len(text) - 3))
        return not marked and not self._figures.read(text) and (taken_up or not alike)

    def _is_counted(self, clause: Clause, sentence: Sequence[Clause], following: Sequence[Clause]) -> bool:
        """Whether the first sentence only names what the next one counts: 实施校舍加固工程。…完成校舍加固3万平方米."""
        text = clause.text
        if len(sentence) > 1 or len(text) > LONGEST_SUM or clause.closes != "。" or _NAMED.search(text):
            return False
        thing = _ONE_MORE.sub("", _DONE_WITH.sub("", text[len(self._words.opens("acts", text)) :]))
        counts = any(self._figures.read(one.text) for one in following)
        return thing != text and len(thing) >= THING and counts and thing in "".join(one.text for one in following)

    def _is_fellow(self, text: str, following: Sequence[Clause]) -> bool:
        """Whether a short sentence is a task like the one behind it: 加强劳动教育。推进家校共育。

        What it names is not taken up there (加强劳动教育。建设劳动教育基地。), and the one behind is as short.
        """
        verb, behind = self._words.opens("acts", text), "".join(clause.text for clause in following)
        thing = text[len(verb) :]
        taken_up = any(thing[place : place + 2] in behind for place in range(len(thing) - 1))
        alike = len(following) == 1 and len(behind) <= 2 * len(text) and not self._figures.read(behind)
        return bool(verb) and len(thing) > 1 and alike and not taken_up

    def _sets_up(self, text: str) -> bool:
        """Whether even a few words promise something: 建立某制度."""
        return bool(self._words.opens("acts", text) and self._words.ends("instruments", text))
