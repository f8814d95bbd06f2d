"""Drafts of a project of qualitative analysis, for `plancompare encode`: a plan file for each of its texts."""

from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING

from plancompare.commands.files import put_editor_schema
from plancompare.commands.plan_files import Wish, put_plan
from plancompare.commands.session import Session
from plancompare.commands.streams import tell
from plancompare.errors import PlanCompareError
from plancompare.files import is_folder, make_folder, refuse_unwritable
from plancompare.telling.words import listed, say

if TYPE_CHECKING:
    from plancompare.drafting.encoding.draft import Draft
    from plancompare.drafting.projects.refi import Project
    from plancompare.model import Lang

MOST_NAMES = 12  # codes told by name that mean nothing in the collection


def is_project(file: Path) -> bool:
    """Whether a file is a project by its name."""
    from plancompare.drafting.projects.refi import SUFFIX

    return file.suffix.lower() == SUFFIX


def encode_project(session: Session, file: Path, wish: Wish) -> None:
    """Write a draft for each text of the project, whole or not at all where a file is there already."""
    from plancompare.drafting import coded_drafts
    from plancompare.drafting.encoding.draft import Vocabulary
    from plancompare.reading.collection import vocabulary

    project, drafts = coded_drafts(file, Vocabulary(*vocabulary(session.root)), wish.identity, wish.period)
    if len(drafts) > 1 and (wish.identity or wish.name):
        raise PlanCompareError(
            "{file} holds {count} texts; --id and --name are for one", file=file.name, count=len(drafts)
        )
    paths = _paths(file, drafts, wish)
    for draft, path in zip(drafts, paths, strict=True):
        _put(draft, path, wish, project.ours, session.lang)
    for folder in {path.parent for path in paths if path is not None}:
        put_editor_schema(session, folder)
    _tell(project, drafts, session.lang)


def _paths(file: Path, drafts: "tuple[Draft, ...]", wish: Wish) -> list[Path | None]:
    """Where each draft goes. Raises PlanCompareError where one cannot go there, before any is written."""
    output = wish.output
    if len(drafts) == 1 and (output is None or not is_folder(output)):
        paths = [output]
    elif output is None:
        raise PlanCompareError(
            "{file} holds {count} texts; name a folder for their plan files with -o DIR",
            file=file.name,
            count=len(drafts),
        )
    elif lexists(output) and not is_folder(output):
        raise PlanCompareError(
            "{output} is a file; {file} holds {count} texts: name a folder with -o DIR",
            output=output,
            file=file.name,
            count=len(drafts),
        )
    else:
        paths = [output / f"{draft.front.id}.yaml" for draft in drafts]
    for path in filter(None, paths):
        refuse_unwritable(path)
        if lexists(path) and not wish.force:
            raise PlanCompareError("{path} is there already; write over it with --force", path=path)
    return paths


def _put(draft: "Draft", path: Path | None, wish: Wish, ours: bool, lang: "Lang") -> None:
    if path is not None:
        make_folder(path.parent)
    # of a project that we made ourselves the text may hold no more than phrases: then no blank proves anything
    draft = put_plan(draft, path, wish, wish.excerpt or ours, lang)
    doubtful = sum(bool(record.doubts) for record in draft.records)
    coded = sum(bool(record.commitment.standard) for record in draft.records)
    tell(say("encoded_project", lang, plan=draft.front.id, records=len(draft.records), coded=coded, doubtful=doubtful))


def _tell(project: "Project", drafts: "tuple[Draft, ...]", lang: "Lang") -> None:
    """What of the project is in no draft, and which codes mean nothing in the collection."""
    doubts = [doubt for draft in drafts for record in draft.records for doubt in record.doubts]
    names = dict.fromkeys(n for d in doubts if d.key == "unsure_codes" for n in dict(d.values)["codes"].split(" | "))
    if names:
        shown = listed(list(names)[:MOST_NAMES], lang) + ("…" if len(names) > MOST_NAMES else "")
        tell(say("project_codes", lang, count=len(names), codes=shown))
    if project.missing:
        tell(say("project_missing", lang, file=project.file, texts=listed(project.missing, lang)))
    if project.lost:
        tell(say("project_lost", lang, count=project.lost))
