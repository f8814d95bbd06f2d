"""Plans by name, where a Word or text file is one too: it is encoded on the fly."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from plancompare.commands.files import watched
from plancompare.commands.options import Session

if TYPE_CHECKING:
    from plancompare.model import Corpus

TEXTS = (".txt", ".md", ".docx", ".docm", ".html", ".htm", ".pdf", ".xlsx")
_NO_ID = re.compile(r"[^A-Za-z0-9._-]+")


def is_text(name: str) -> bool:
    """Whether a plan is named by the file of its text."""
    return name.lower().endswith(TEXTS)


def choose_with_texts(session: Session, asked: Sequence[str]) -> "tuple[Corpus, list[str]]":
    """The corpus with the texts among ``asked`` encoded, and the ids of all plans asked for, in their order."""
    texts = [name for name in asked if is_text(name)]
    if not texts:
        return session.choose(asked)
    from plancompare.drafting import draft, read
    from plancompare.drafting.encoding.draft import Vocabulary
    from plancompare.model import InputFile
    from plancompare.reading.collection import vocabulary

    others = [name for name in asked if not is_text(name)]
    corpus, ids = session.choose(others)
    chosen = iter(ids)
    named: list[str] = []
    words = Vocabulary(*vocabulary(session.root))
    for name in asked:
        if not is_text(name):
            named.append(next(chosen))
            continue
        id = _free_id(Path(name), {plan.id for plan in corpus.plans})
        document = read(Path(name), watched)
        file = InputFile(document.file, document.sha256, Path(name).stat().st_size, name)
        plan = draft(document, words, id, watch=watched).plan
        plans = tuple(sorted((*corpus.plans, plan), key=lambda held: held.id))
        corpus = corpus._replace(plans=plans, inputs=tuple(sorted((*corpus.inputs, file), key=lambda i: i.path)))
        named.append(id)
    return corpus, named


def _free_id(path: Path, taken: set[str]) -> str:
    """The file's name as an id that no plan has."""
    id = _NO_ID.sub("-", path.stem).strip("-._") or "draft"
    while id in taken:
        id += "-draft"
    return id
