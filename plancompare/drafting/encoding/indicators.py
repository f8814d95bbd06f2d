"""Which indicator of the registry a text names: by its names, its unit, and whom it is about."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from plancompare.comparing.wording import Wording, fold
from plancompare.drafting.encoding import grammar
from plancompare.drafting.encoding.steering import Steering
from plancompare.model import Indicator

SHORTEST_NAME = 5  # of an indicator without the word for its number; 4 and 7 do as well (the command of `measuring`)
_BOTH, _PUNCTUATION = re.compile(grammar.BOTH_KINDS), re.compile(r"[^\w%+]|_")


class Indicators:
    """One collection's indicators, found by their names in one codebook's words; ``by_id`` are all of them."""

    def __init__(self, indicators: Mapping[str, Indicator], wording: Wording, steering: Steering) -> None:
        self.by_id = indicators
        self._wording, self._words = wording, steering
        self._by_unit: dict[str, list[tuple[str, Indicator]]] = {}
        self._named: dict[tuple[str, tuple[str, ...]], Indicator | None] = {}

    @cached_property
    def _aliases(self) -> list[tuple[str, Indicator]]:
        """Every name of every indicator, as written and in standard terms, the longest first."""
        names = []
        for indicator in self.by_id.values():
            for alias in (indicator.label.zh, *indicator.aliases):
                for name in (bare(alias), bare(self._wording.standard(alias))):
                    names.append((name, indicator))
                    counted = re.sub("数量?$", "", name)  # 示范校数: in running text its number stands before it
                    if indicator.unit != "%" and len(counted) >= SHORTEST_NAME:
                        names.append((counted, indicator))
        return sorted({(n, i.id): (n, i) for n, i in names if n}.values(), key=lambda pair: (-len(pair[0]), pair[1].id))

    def named(self, unit: str, *texts: str) -> Indicator | None:
        """The indicator counted in ``unit`` whose name stands in one of ``texts``; the longest name wins."""
        if (unit, texts) not in self._named:  # what a text says over and over
            self._named[unit, texts] = self._sought(unit, texts)
        return self._named[unit, texts]

    def _sought(self, unit: str, texts: Sequence[str]) -> Indicator | None:
        if not self._aliases_in(unit):
            return None
        whole = [_BOTH.sub("", text) for text in texts]
        said = " ".join(bare(form) for text in whole for form in (text, self._wording.standard(text)))
        for name, indicator in self._aliases_in(unit):
            if name in said and self._holds_for(indicator, texts[0]):
                return indicator
        return None

    def _aliases_in(self, unit: str) -> list[tuple[str, Indicator]]:
        """The names of the indicators counted in a unit, the longest first."""
        if unit not in self._by_unit:
            self._by_unit[unit] = [pair for pair in self._aliases if _same_unit(pair[1].unit, unit)]
        return self._by_unit[unit]

    def _holds_for(self, indicator: Indicator, text: str) -> bool:
        """Whether a text restricts what it measures to no place or group that the indicator does not name."""
        named = (indicator.label.zh, *indicator.aliases, indicator.definition)
        parts = self._words.pattern("areas", "groups", "ranks").findall(text)  # 省级名师工作室 are not all
        return all(any(part in name for name in named) for part in parts)


def bare(text: str) -> str:
    """A name without punctuation and without the word for an average, which some write and some do not."""
    return _PUNCTUATION.sub("", fold(text)).replace("平均每", "每")


def _same_unit(one: str, other: str) -> bool:
    return one == other or (one in grammar.PERSONS and other in grammar.PERSONS)
