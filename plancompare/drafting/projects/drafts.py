"""From coded texts to drafts: a record for each passage, under the themes and standards that its codes name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple, get_args

from plancompare.comparing.recognition import Recognition
from plancompare.drafting.documents import document_of
from plancompare.drafting.documents.model import Document, Watch
from plancompare.drafting.documents.outline import outline
from plancompare.drafting.documents.plain import read_plain
from plancompare.drafting.encoding.draft import Draft, Vocabulary
from plancompare.drafting.encoding.front import front
from plancompare.drafting.encoding.records import Doubt, Phrases, Record
from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.themes import Themes
from plancompare.drafting.projects.refi import Code, Coded, CodedText, Project
from plancompare.model import Commitment, Section, Strength

_STRENGTHS: tuple[Strength, ...] = get_args(Strength)
_TOLD_APART = re.compile(r"(.+) \[(?:[a-z]+:)?(.+)\]\Z")  # a name that our own projects made unlike another
# files of a collection that are no plans: a plan called so would take their place
_RESERVED = ("codebook", "indicators", "decisions")
_NO_ID = re.compile(r"[^A-Za-z0-9._-]+")


class Names(NamedTuple):
    """Themes and standards by all that they are called, folded; ids first."""

    themes: Mapping[str, str]
    standards: Mapping[str, str]


class Meaning(NamedTuple):
    """What the codes of a passage are in a collection's words; ``others`` are names that mean nothing there."""

    themes: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    strength: Strength = "plan"
    others: tuple[str, ...] = ()


def names_of(vocabulary: Vocabulary) -> Names:
    """All names of themes and standards: ids, labels, synonyms; ids that a standard had, wordings."""
    themes: dict[str, str] = {}
    for theme in vocabulary.codebook.themes:
        for name in (theme.id, *theme.label, *theme.synonyms):
            themes.setdefault(_folded(name), theme.id)
    standards = {_folded(alias): id for alias, id in vocabulary.catalogue.renamed.items()}
    for standard in vocabulary.catalogue.standards.values():
        for name in (standard.id, *standard.label):
            standards.setdefault(_folded(name), standard.id)
    return Names(themes, standards)


def meaning(codes: Iterable[Code], names: Names) -> Meaning:
    """What codes mean by their names; a standard goes before a theme that is called alike."""
    themes: dict[str, None] = {}
    standards: dict[str, None] = {}
    others: dict[str, None] = {}
    strength: Strength = "plan"
    for code in codes:
        called = [_folded(name) for name in _called(code.name)]
        standard = next((names.standards[name] for name in called if name in names.standards), "")
        theme = next((names.themes[name] for name in called if name in names.themes), "")
        if standard:
            standards[standard] = None
        elif theme:
            themes[theme] = None
        elif code.about in _STRENGTHS:
            strength = code.about
        else:
            others[code.name] = None
    return Meaning(tuple(themes), tuple(standards), strength, tuple(others))


def drafts_of(
    project: Project, vocabulary: Vocabulary, identity: str, period: tuple[int, int] | None, watch: Watch
) -> tuple[Draft, ...]:
    """A draft for each text of the project; ``identity`` and ``period`` are what a person said of it."""
    names, steering = names_of(vocabulary), Steering(vocabulary.codebook.lexicon)
    themes = Themes(Recognition(vocabulary.codebook, vocabulary.catalogue, vocabulary.store), steering)
    drafts: list[Draft] = []
    for text in watch(project.texts):
        id = identity or _free_id(text.name, {draft.front.id for draft in drafts})
        document = _document(text)
        head = front(document, steering, id, period)
        head = head._replace(name=text.name) if text.title else head
        records = _records(text, document, names, head.id, project.ours)
        proposed = themes.of(records, document.title)
        both = tuple(_decided(one, other) for one, other in zip(proposed, records, strict=True))
        drafts.append(Draft(document, head, both, ()))
    return tuple(drafts)


def _document(text: CodedText) -> Document:
    data = text.text.encode("utf-8", "replace")
    reading = read_plain(text.name, data, lambda steps: steps)
    digest = sha256(data).hexdigest()
    document = document_of(f"{text.name}.txt", "txt", reading, outline(reading.paragraphs), digest)
    return document._replace(title=text.title) if text.title else document


def _records(text: CodedText, document: Document, names: Names, plan: str, ours: bool) -> list[Record]:
    phrases = Phrases(text.text)
    sections: dict[tuple[str, str], Section] = {}
    records = []
    for number, passage in enumerate(text.passages, 1):
        found = meaning(passage.codes, names)
        path, heading = _place(passage, text, document)
        section = sections.setdefault((path, heading), Section(f"s{len(sections) + 1:02d}", path, heading))
        words, note = _words(passage, text.text, ours)
        theme, *also = (*found.themes, "")
        commitment = Commitment(
            plan=plan,
            id=f"{plan}-{number:03d}",
            section=section,
            text=words,
            evidence=(phrases.of(*_line(passage, text.text)),),
            theme=theme,
            also=tuple(filter(None, also)),
            standard=found.standards[0] if len(found.standards) == 1 else "",
            strength=found.strength,
            note=note,
        )
        unsure = (*found.others, *(found.standards if len(found.standards) > 1 else ()))
        doubts = (Doubt("unsure_codes", (("codes", " | ".join(unsure)),)),) if unsure else ()
        records.append(Record(commitment, doubts=doubts, places=((passage.start, passage.end),)))
    return records


def _decided(proposed: Record, record: Record) -> Record:
    """The record as it was coded, with the theme and standard that a machine proposes where no code says one."""
    one, other = proposed.commitment, record.commitment
    standard = other.standard
    commitment = other._replace(theme=other.theme or one.theme, proposed="" if standard else one.proposed)
    doubts = record.doubts if other.theme else proposed.doubts
    return proposed._replace(commitment=commitment, doubts=doubts, candidates=() if standard else proposed.candidates)


def _words(passage: Coded, text: str, ours: bool) -> tuple[str, str]:
    """The text of a record and its note: in a project of ours the curators' words head the note."""
    lines = passage.note.splitlines() if ours else []
    words = lines[0] if lines else " ".join(text[passage.start : passage.end].split())
    return words, " ".join(("" if ours else passage.note).split())


def _line(passage: Coded, text: str) -> tuple[int, int]:
    """The longest line of a passage: a phrase does not go over a line's end."""
    start = passage.start
    stretches = []
    for line in text[passage.start : passage.end].splitlines(keepends=True):
        stretches.append((start, start + len(line.rstrip("\r\n"))))
        start += len(line)
    return max(stretches, key=lambda stretch: stretch[1] - stretch[0])


def _place(passage: Coded, text: CodedText, document: Document) -> tuple[str, str]:
    """Path and heading of the section that a passage begins in."""
    line = text.text.count("\n", 0, passage.start) + 1
    before = [block for block in document.blocks if block.line <= line]
    return (before[-1].path, before[-1].heading) if before else ("", "")


def _called(name: str) -> Iterator[str]:
    yield name
    apart = _TOLD_APART.match(name)
    if apart:
        yield from apart.groups()


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _free_id(name: str, taken: set[str]) -> str:
    """The text's name as an id that no other has, nor would have where files are told apart by letters alone."""
    small = {id.lower() for id in (*taken, *_RESERVED)}
    stem = _NO_ID.sub("-", name.removesuffix(".txt")).strip("-._") or "text"
    number, id = 1, stem
    while id.lower() in small:
        number += 1
        id = f"{stem}-{number}"
    return id
