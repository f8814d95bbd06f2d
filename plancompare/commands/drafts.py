"""Plans by name, where a Word or text file is one too: it is encoded on the fly."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from plancompare.commands.files import watched
from plancompare.commands.session import Session

if TYPE_CHECKING:
    from plancompare.asking.desk.said import Said
    from plancompare.drafting.encoding.draft import Vocabulary
    from plancompare.model import Corpus, InputFile, Plan

TEXTS = (".txt", ".md", ".docx", ".docm", ".html", ".htm", ".pdf", ".xlsx")
OLD = (".doc", ".dot", ".wps", ".xls", ".et", ".rtf")  # no reader has them; it says what to save them as
_NO_ID = re.compile(r"[^A-Za-z0-9._-]+")


def is_text(name: str) -> bool:
    """Whether a plan is named by the file of its text."""
    return name.lower().endswith(TEXTS + OLD)


class Chosen(NamedTuple):
    """The corpus with texts encoded, the ids of the plans asked for, and of each text what it says beside its records.

    ``parts`` are the ids of texts that are a chapter or an excerpt by their own words.
    """

    corpus: "Corpus"
    ids: list[str]
    said: "Mapping[str, tuple[Said, ...]]" = MappingProxyType({})
    parts: frozenset[str] = frozenset()


def choose_with_texts(session: Session, names: Sequence[str], alone: bool = False) -> Chosen:
    """The corpus with the texts among ``names`` encoded, and the ids of all plans asked for, in their order.

    With ``alone`` the corpus need hold no other plan than a comparison of these depends on.
    """
    if not any(map(is_text, names)):
        return Chosen(*session.choose(names, alone))
    from plancompare.drafting.encoding.draft import Vocabulary
    from plancompare.reading.collection import vocabulary

    likely_ids = [_id_of(Path(name)) for name in names if is_text(name)]
    corpus, ids = session.choose([name for name in names if not is_text(name)], alone, likely_ids)
    chosen = iter(ids)
    named: list[str] = []
    said: dict[str, tuple[Said, ...]] = {}
    parts: set[str] = set()
    words = Vocabulary(*vocabulary(session.root))
    for name in names:
        if not is_text(name):
            named.append(next(chosen))
            continue
        text = _encoded(Path(name), words, {plan.id for plan in corpus.plans})
        plans = tuple(sorted((*corpus.plans, text.plan), key=lambda one: one.id))
        corpus = corpus._replace(plans=plans, inputs=tuple(sorted((*corpus.inputs, text.file), key=lambda i: i.path)))
        named.append(text.plan.id)
        said[text.plan.id] = text.said
        parts |= {text.plan.id} if text.part else set()
    return Chosen(corpus, named, said, frozenset(parts))


class _Text(NamedTuple):
    """A text encoded on the fly, the file it is from, what it says beside its records, whether it is a part."""

    plan: "Plan"
    file: "InputFile"
    said: "tuple[Said, ...]"
    part: bool


def _encoded(path: Path, words: "Vocabulary", taken: set[str]) -> _Text:
    from plancompare.drafting import beside_records, draft, is_part, read
    from plancompare.model import InputFile

    document = read(path, watched)
    encoded = draft(document, words, _free_id(path, taken), watch=watched)
    file = InputFile(document.file, document.sha256, path.stat().st_size, str(path))
    return _Text(encoded.plan, file, beside_records(encoded), is_part(document))


def _id_of(path: Path) -> str:
    """The file's name as an id."""
    return _NO_ID.sub("-", path.stem).strip("-._") or "draft"


def _free_id(path: Path, taken: set[str]) -> str:
    """The file's name as an id that no plan has: with an ending that makes it longer where one has."""
    id = _id_of(path)
    while id in taken:
        id += "-draft"
    return id
