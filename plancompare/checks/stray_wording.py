"""The matcher gives an entry's wordings to that entry and not to another.

Where it gives several of them to one other entry, the two are hardly told apart by their words: move the wordings that
belong there, sharpen both, or merge them. It takes a while, and only a collection's own entries are looked at.

Bad:

    standards/layout:
      theme: layout
      standards:
      - id: libraries
        label: {zh: 建图书馆, en: Libraries}
        definition: 建馆
        wordings: [新建图书馆, 扩建图书馆, 举办运动会, 举办球类运动会]
      - id: games
        label: {zh: 举办运动会, en: Games}
        definition: 办会
        wordings: [举办全民运动会, 举办冬季运动会, 举办运动会和球类比赛, 每年举办运动会]

Good:

    standards/layout:
      theme: layout
      standards:
      - id: libraries
        label: {zh: 建图书馆, en: Libraries}
        definition: 建馆
        wordings: [新建图书馆, 扩建图书馆, 图书馆改造, 建设图书馆分馆]
      - id: games
        label: {zh: 举办运动会, en: Games}
        definition: 办会
        wordings: [举办全民运动会, 举办冬季运动会, 举办运动会和球类比赛, 每年举办运动会]
"""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from plancompare.checks.breach import Breach
from plancompare.comparing.recognition import Recognition
from plancompare.findings import Level
from plancompare.messages import Message
from plancompare.model import Corpus, Standard

LEVEL: Level = "hint"
# Two wordings and a seventh of them all: of the 1,249 shipped entries three have so many (`plancompare check --hints`);
# single ones, of which one entry in four has one, are noise.
LEAST, SHARE = 2, 0.15


def check(corpus: Corpus, wanted: Callable[[str], bool] = bool) -> Iterator[Breach]:
    """No entry has many wordings that the matcher, told their theme, gives to one other entry.

    Entries in files that are not ``wanted`` (by default all that have a name) are not looked at: each wording is held
    against the whole catalogue.
    """
    recognition = Recognition(corpus.codebook, corpus.catalogue, corpus.store)
    for standard in _own_standards(corpus, wanted):
        wordings = corpus.catalogue.phrases[standard.id].wordings
        labels: dict[str, list[str]] = {}
        for wording in wordings:
            best = recognition.coder.code(recognition.coder.hear(wording), {standard.theme: 1.0}).candidates(1)
            if best and best[0][0] != standard.id:
                labels.setdefault(best[0][0], []).append(wording)
        for other, strays in _most(labels):
            if len(strays) >= LEAST and len(strays) >= SHARE * len(wordings):
                yield Breach(
                    standard.at,
                    Message(
                        "standard {id}: its wordings are taken for {other}: {wordings}",
                        id=standard.id,
                        other=other,
                        wordings="; ".join(strays),
                    ),
                )


def _own_standards(corpus: Corpus, wanted: Callable[[str], bool]) -> Iterator[Standard]:
    """The entries in those files of the collection's own folders, where its plans lie, that are wanted."""
    homes = {Path(plan.file).resolve().parent for plan in corpus.plans}
    files = {standard.at.file for standard in corpus.catalogue.standards.values()}
    own = {file for file in files if wanted(file) and Path(file).resolve().parent.parent in homes}
    return (standard for standard in corpus.catalogue.standards.values() if standard.at.file in own)


def _most(labels: dict[str, list[str]]) -> list[tuple[str, list[str]]]:
    counts = Counter({other: len(strays) for other, strays in labels.items()})
    return [(other, labels[other]) for other, _ in counts.most_common(1)]
