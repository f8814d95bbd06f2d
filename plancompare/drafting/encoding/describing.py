"""From a promise found in the text to a record: concise words, strength, names, bodies. Knows one clause at a time."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from plancompare.drafting.encoding.grammar import HAN
from plancompare.drafting.encoding.promises import Unit
from plancompare.drafting.encoding.steering import Steering, one_of
from plancompare.drafting.encoding.text import masked, plain
from plancompare.model import Strength

LONGEST_TEXT = 40  # characters of a record; a choice, those encoded by hand are shorter
SHORTEST_TEXT = 8  # characters that a shortened record must keep: fewer name a thing and no act
LONGEST_NAME = 24  # characters; what is longer in quotes is a sentence
_ASIDE = re.compile(r"[（(][^（）()]*[）)]")
_QUOTED_NAME = re.compile(r"“([^“”]{2,24})”|《([^《》]{2,40})》")
_LOOSE = "，,、；;：:。 "
_BLANK = re.compile(rf"(?<={HAN}) +(?=[\d{HAN[1:]})|(?<=[\d%％]) +(?={HAN})")  # 新建幼儿园12 所


class Force(NamedTuple):
    """How binding a promise is, and the word that shows it."""

    strength: Strength
    word: str


class Bodies(NamedTuple):
    """Who leads and who supports."""

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()


class Describer:
    """Describes promises by one codebook's words."""

    def __init__(self, steering: Steering) -> None:
        self._words = steering

    def text(self, unit: Unit) -> str:
        """The promise in fewer words: without filling adverbs and asides, at most 40 characters."""
        said = unit.subject + (unit.lead + unit.text).strip(_LOOSE)
        text = _BLANK.sub("", self._fillers.sub("", said).strip(_LOOSE) or said)
        if len(text) > LONGEST_TEXT:
            text = _ASIDE.sub("", text)
        if len(text) > LONGEST_TEXT:
            text = self._without_attribute(text)
        return _cut(text, bool(unit.figures))

    @cached_property
    def _fillers(self) -> re.Pattern[str]:
        return one_of(word for word in self._words.words("fillers"))

    def _without_attribute(self, text: str) -> str:
        """The verb and the last thing it is about: 打造…的高地 without what tells which."""
        match = self._words.adverbs.match(text)
        head = match.end() if match else 0
        verb = self._words.opens("acts", text[head:]) or self._words.opens("aims", text[head:])
        last = text.rpartition("的")[2]
        return text[: head + len(verb)] + last if verb and 4 <= len(last) < len(text) - head - len(verb) else text

    def force(self, unit: Unit) -> Force:
        """Strength by the word at the head of the clause, or by a word of obligation anywhere in it."""
        text = self._words.pattern("verb_nouns").sub(lambda noun: "□" * len(noun[0]), plain(unit.lead + unit.text))
        match = self._words.adverbs.match(text)
        head = text[: (match.end() if match else 0) + 6]
        strengths: tuple[Strength, ...] = ("binding", "hedged")
        for strength in strengths:
            words = [w for w in self._words.strengths.get(strength, ()) if len(w) > 1 and _heads(w, text, head)]
            if words:
                return Force(strength, max(words, key=len))
        modal = self._words.has("modals", text)
        if modal in self._words.strengths.get("binding", ()):
            return Force("binding", modal)
        figure = len(unit.lead) + unit.figures[0].start if unit.figures else None
        return Force("plan", self._plain_word(text, match.end() if match else 0, figure))

    def _plain_word(self, text: str, head: int, figure: int | None) -> str:
        """The verb at the head of the clause, or the one right before its figure."""
        listed = self._words.strengths.get("plan", ())
        heads = [w for w in listed if text.startswith(w, head)]
        if heads:
            return max(heads, key=len)
        before = [w for w in listed if figure is not None and text[:figure].rstrip("到了至").endswith(w)]
        return max(before, key=len) if before else self._words.opens("acts", text[head:])

    def names(self, unit: Unit) -> tuple[str, ...]:
        """Programmes and documents with a name of their own."""
        return tuple(dict.fromkeys(self._names(unit.text)))

    def _names(self, text: str) -> Iterator[str]:
        endings = self._words.pattern("programmes")
        for match in _QUOTED_NAME.finditer(text):
            if match[2]:
                yield match[2]
                continue
            behind = endings.match(text, match.end())
            if behind or self._words.ends("programmes", match[1]):
                yield match[1] + (behind[0] if behind else "")
        hidden = masked(plain(text))
        if "“" in hidden or "《" in hidden:
            return
        launched = self._words.pattern("launches").search(hidden)
        if launched:
            name = re.split("[，,、；;（(]", hidden[launched.end() :])[0]
            if 4 <= len(name) <= LONGEST_NAME and self._words.ends("campaigns", name) and "的" not in name:
                yield name

    @cached_property
    def _bodies(self) -> re.Pattern[str]:
        words = one_of(self._words.words("lead_words", "support_words")).pattern
        return re.compile(rf"[（(【\[]?\s*(?:{words})\s*[：:][^）)】\]。\n]*[）)】\]。]?")

    def bodies(self, text: str) -> tuple[str, Bodies]:
        """A passage with the mention of who does it blotted out at the same length, and who that is."""
        lead: list[str] = []
        support: list[str] = []

        def note(match: re.Match[str]) -> str:
            for part in re.split("[；;]", match[0].strip("（）()【】[]。 ")):
                label, _, names = part.replace(":", "：").partition("：")
                names_listed = [n.strip() for n in re.split("[、，, ]+", names) if n.strip()]
                (support if self._words.has("support_words", label) else lead).extend(names_listed)
            return " " * len(match[0])

        return self._bodies.sub(note, text), Bodies(tuple(dict.fromkeys(lead)), tuple(dict.fromkeys(support)))


def _heads(word: str, text: str, head: str) -> bool:
    start = text.find(word)
    return 0 <= start <= len(head) - len(word)


def _cut(text: str, figured: bool) -> str:
    """At most 40 characters; of a text with a figure the end, which names it, else the beginning."""
    if len(text) <= LONGEST_TEXT:
        return text
    if figured:
        stops = [i + 1 for i in range(len(text) - LONGEST_TEXT - 1, len(text) - SHORTEST_TEXT) if text[i] in "，,、的"]
        return text[stops[0] :] if stops else text[-LONGEST_TEXT:]
    stop = max(text.rfind(mark, LONGEST_TEXT // 2, LONGEST_TEXT) for mark in "，,、")
    return text[: stop if stop > 0 else LONGEST_TEXT].strip(_LOOSE)
