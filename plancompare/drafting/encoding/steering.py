"""The codebook's words that steer an encoding, made ready for matching. No word of a plan stands in this code."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property

from plancompare.drafting.encoding.clauses import FURTHER_BY
from plancompare.drafting.encoding.grammar import (
    FIELD_WORDS,
    NO_ADVERB,
    NO_NOUN,
    NOT_BEGINNING,
    NOT_ENDING,
    WILL,
)
from plancompare.model import Lexicon

# lists of verbs: none begins where a noun stands that begins like it (研究生)
_VERBS = frozenset(("acts", "aims", "soft", "relief", "launches", "results"))
_NEVER = re.compile(r"(?!)")
_ANY_OF, _ENDS_NONE, _BEGINS_NONE = (re.compile(gap) for gap in (FIELD_WORDS, NOT_ENDING, NOT_BEGINNING))


class Steering:
    """Patterns over the word lists of one lexicon; a list the codebook lacks matches nothing."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lists: Mapping[str, tuple[str, ...]] = lexicon.encoding
        self.strengths: Mapping[str, tuple[str, ...]] = lexicon.strength
        gates = {family: gate.values for family, gate in lexicon.gates.items()}
        self.stages: Mapping[str, tuple[str, ...]] = gates.get("stage", {})
        self.audiences: Mapping[str, tuple[str, ...]] = gates.get("audience", {})
        self.owners: Mapping[str, tuple[str, ...]] = gates.get("ownership", {})
        self._patterns: dict[str, re.Pattern[str]] = {}

    def words(self, *names: str) -> tuple[str, ...]:
        """The words of several lists together."""
        return tuple(word for name in names for word in self.lists.get(name, ()))

    def pattern(self, *names: str) -> re.Pattern[str]:
        """A pattern that finds any word of the lists, the longest first; match() for the head, search() anywhere."""
        key = "+".join(names)
        if key not in self._patterns:
            alternatives = one_of(self.words(*names))
            self._patterns[key] = self._verbs(self.words(*names)) if _VERBS & set(names) else alternatives
        return self._patterns[key]

    def _verbs(self, verbs: Iterable[str]) -> re.Pattern[str]:
        """A pattern for verbs where they are no part of a noun: not in 研究生, not in 专任教师."""
        nouns = self.words("verb_nouns")
        ordered = _longest_first(tuple(verbs))
        parts = [
            "".join(f"(?<!{re.escape(noun[:at])})" for noun in nouns if (at := noun.find(verb)) > 0) + re.escape(verb)
            for verb in ordered
        ]
        return (
            re.compile(f"(?!{one_of(nouns).pattern})(?:{'|'.join(parts)}){self.fitted(NO_NOUN)}") if parts else _NEVER
        )

    def grammar(self, template: str) -> re.Pattern[str]:
        """A pattern of the grammar with the field's words in its gaps."""
        if template not in self._patterns:
            self._patterns[template] = re.compile(self.fitted(template))
        return self._patterns[template]

    def fitted(self, template: str) -> str:
        """The same as text, to be a part of a larger pattern."""

        def ends_none(gap: re.Match[str]) -> str:
            words = [word[:-1] for word in self.words(gap[1]) if word.endswith(gap[2]) and len(word) > 1]
            return "".join(f"(?<!{re.escape(word)})" for word in words) + gap[2]

        def begins_none(gap: re.Match[str]) -> str:
            words = [word[1:] for word in self.words(gap[2]) if word.startswith(gap[1]) and len(word) > 1]
            return gap[1] + "".join(f"(?!{re.escape(word)})" for word in words)

        text = _ANY_OF.sub(lambda gap: f"(?:{one_of(self.words(gap[1])).pattern})", template)
        return _BEGINS_NONE.sub(begins_none, _ENDS_NONE.sub(ends_none, text))

    def opens(self, name: str, text: str) -> str:
        """The word of the list that ``text`` begins with, or nothing."""
        match = self.pattern(name).match(text)
        return match[0] if match else ""

    def ends(self, name: str, text: str) -> str:
        """The word of the list that ``text`` ends with, or nothing."""
        return next((word for word in self._by_length(name) if text.endswith(word)), "")

    def has(self, name: str, text: str) -> str:
        """The first word of the list that stands in ``text``, or nothing."""
        match = self.pattern(name).search(text)
        return match[0] if match else ""

    def stages_of(self, text: str) -> frozenset[str]:
        """The stages of which a word stands in ``text``."""
        return frozenset(stage for stage, listed in self.stages.items() if any(word in text for word in listed))

    def core(self, text: str) -> str:
        """A clause without the adverbs it opens with."""
        match = self.adverbs.match(text)
        return text[match.end() :] if match else text

    @cached_property
    def scopes(self) -> re.Pattern[str]:
        """What a promise is restricted to: stages, places, levels, groups; the longest word first."""
        stages = tuple(word for words in self.stages.values() for word in words)
        return one_of((*stages, *self.words("areas", "levels", "groups", "stages")))

    @cached_property
    def persons(self) -> re.Pattern[str]:
        """Persons whom a promise may be about."""
        return one_of(word for words in self.audiences.values() for word in words)

    @cached_property
    def whose(self) -> re.Pattern[str]:
        """Persons and stages that a measure may be of."""
        return one_of(word for listed in (self.stages, self.audiences) for words in listed.values() for word in words)

    @cached_property
    def done(self) -> re.Pattern[str]:
        """What is done for a thing, at the end of a text: 结对 of 加大农村幼儿园结对力度."""
        return re.compile(f"(?<=..)({self.pattern('acts').pattern}){FURTHER_BY}$")

    def _by_length(self, name: str) -> tuple[str, ...]:
        return _longest_first(self.lists.get(name, ()))

    @cached_property
    def adverbs(self) -> re.Pattern[str]:
        """A run of adverbs at the head of a clause."""
        adverbs = f"(?!{NO_ADVERB})(?:{one_of(self.words('adverbs')).pattern})|的|地|、"
        will = f"(?:{WILL})(?=(?:{adverbs})*(?:{self.pattern('acts', 'aims').pattern}))"
        return re.compile(f"(?:{adverbs}|{will})*") if self.lists else _NEVER


def one_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of ``words``, the longest first; one that never matches if there are none."""
    ordered = _longest_first(tuple(words))
    return re.compile("|".join(map(re.escape, ordered))) if ordered else _NEVER


@cache
def _longest_first(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(words), key=lambda word: (-len(word), word)))
