"""No entry of the codebook or the registry contradicts another: an id twice, a word in two groups, a shared name.

Of two themes with one id only one can be meant, a word in two groups of synonyms would be replaced by either, and a
figure called by a name that two indicators share would be set beside the wrong one.

Bad:

    indicators:
      indicators:
      - {id: coverage, label: {zh: 覆盖率, en: Coverage}, unit: "%", direction: higher}
      - {id: reach, label: {zh: 到达率, en: Reach}, aliases: [覆盖率], unit: "%", direction: higher}

Good:

    indicators:
      indicators:
      - {id: coverage, label: {zh: 覆盖率, en: Coverage}, unit: "%", direction: higher}
      - {id: reach, label: {zh: 到达率, en: Reach}, aliases: [触达率], unit: "%", direction: higher}
"""

from collections import Counter
from collections.abc import Iterator

from plancompare.checks.breach import Breach
from plancompare.findings import Level, Location
from plancompare.messages import Message
from plancompare.model import Corpus

LEVEL: Level = "error"


def check(corpus: Corpus) -> Iterator[Breach]:
    """Theme ids are unique, a word stands in one synonym group and for one term, no two indicators share a name."""
    themes = corpus.codebook.themes
    start = themes[0].at if themes else Location("codebook.yaml")
    for theme_id, count in Counter(theme.id for theme in themes).items():
        if count > 1:
            last = [theme for theme in themes if theme.id == theme_id][-1]
            yield Breach(
                last.at, Message('theme id "{theme_id}" is used {count} times', theme_id=theme_id, count=count)
            )
    groups = corpus.codebook.lexicon.synonyms
    for word, count in Counter(word for group in groups for word in dict.fromkeys(group)).items():
        if count > 1:
            at = Location(start.file)
            yield Breach(
                at,
                Message('lexicon, synonyms: "{word}" stands in {count} groups; keep it in one', word=word, count=count),
            )
    plain = corpus.codebook.lexicon.plain
    for word, count in Counter(word for words in plain.values() for word in dict.fromkeys(words)).items():
        if count > 1:
            told = Message('lexicon, plain: "{word}" stands for {count} terms; keep it at one', word=word, count=count)
            yield Breach(Location(start.file), told)
    names: dict[str, str] = {}
    for indicator in sorted(corpus.indicators.values(), key=lambda indicator: indicator.at):
        for name in dict.fromkeys((indicator.label.zh, *indicator.aliases)):
            other = names.setdefault(name, indicator.id)
            if other != indicator.id:
                yield Breach(
                    indicator.at,
                    Message('indicator {id}: "{name}" also names {other}', id=indicator.id, name=name, other=other),
                )
