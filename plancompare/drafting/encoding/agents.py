"""Who acts in a clause: all of a kind (各镇都要), or a place by its name (城关镇)."""

import re
from functools import cached_property

from plancompare.drafting.encoding import clauses, grammar
from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.years import Years

_ALL_OF, _ODD_PLACE = re.compile(grammar.ALL_OF), re.compile(grammar.NO_PLACE)


class Agents:
    """Tells who acts by one codebook's words and one plan's years."""

    def __init__(self, steering: Steering, years: Years) -> None:
        self._words, self._years = steering, years
        self._place = steering.grammar(grammar.PLACE_NAME)

    @cached_property
    def _all_of_them(self) -> re.Pattern[str]:
        """Who shall all do what follows: 各镇（街道）都要."""
        bases = self._words.pattern("bases").pattern
        return re.compile(
            rf"(?:{grammar.ALL_OF_THEM}(?:(?:{bases})(?:\([^()]*\))?[、和及与]?)+|{grammar.EVERY_LEVEL}){grammar.THEY_SHALL}"
        )

    def without(self, text: str) -> str:
        """基金 of 各镇要设立基金, 城关镇学校 of 城关镇建成学校: who acts stays only where that is a place's name."""
        if _ALL_OF.search(text):
            return text  # 所有学校都配备保安: a share of them, which is named by whose it is
        all_of_them = self._all_of_them.match(text)
        who = all_of_them or self._place.match(text) or self._words.pattern("areas").match(text)
        act = self._words.core(self._years.without_deadline(text[who.end() :])) if who else ""
        verb = self._words.opens("acts", act)
        if who is None or not verb or len(act) - len(verb) < clauses.OBJECT:
            return text
        return act if all_of_them else f"{who[0]}{act[len(verb) :]}"

    def is_place(self, name: str) -> bool:
        """Whether a name is that of a place: 城关镇, 东城街道; not 示范县, which counts such places."""
        places = [*self._place.finditer(name)]
        return bool(places) and "".join(place[0] for place in places) == name and not _ODD_PLACE.search(name)
