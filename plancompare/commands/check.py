"""`plancompare check`."""

from collections.abc import Collection, Mapping, Sequence
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from plancompare.commands import completion, values
from plancompare.commands.options import speaking
from plancompare.commands.output import Outcome, put
from plancompare.commands.pages import Command
from plancompare.commands.session import Session
from plancompare.commands.values import Choice
from plancompare.errors import PlanCompareError
from plancompare.files import is_folder, place_of
from plancompare.messages import Message

if TYPE_CHECKING:
    from plancompare.findings import Finding
    from plancompare.model import Corpus, Lang

_ANNOTATIONS: Mapping[str, str] = {"error": "error", "warning": "warning", "hint": "notice"}
_IN_MESSAGES = "%\r\n"
_IN_PROPERTIES = _IN_MESSAGES + ":,"


WIDEST = 100  # columns of a manual


class Request(NamedTuple):
    """What to check: a folder, or files of one (empty: the collection); and whether to show waived ones and hints."""

    paths: tuple[Path, ...] = ()
    waived: bool = False
    hints: bool = False

    def wants(self, finding: "Finding") -> bool:
        """Whether a finding is to be shown."""
        return (self.waived or not finding.reason) and (self.hints or finding.level != "hint")


@click.command(cls=Command)
@click.argument("paths", nargs=-1, type=values.Path(path_type=Path))
@click.option("--waived", is_flag=True, help="Show the findings that curators accept, with their reasons.")
@click.option("--hints", is_flag=True, help="Show what may be worth another look, too.")
@click.option(
    "--explain",
    "rule",
    metavar="NAME",
    shell_complete=completion.checks,
    help="What a check looks for and why, with an example of each kind.",
)
@click.option(
    "-f",
    "--format",
    "form",
    type=Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="github: annotations of a workflow.",
)
@speaking
def command(
    session: Session,
    paths: tuple[Path, ...],
    waived: bool,
    hints: bool,
    rule: str | None,
    form: str,
) -> None:
    """Every fault of a collection in one run, as `file:line:col: level: message (check)`. Exit 1 on errors.

    PATH is a folder of plans, or single plan files, which are held against the codebook of the collection.

    \b
    plancompare check
    plancompare check my-plans
    plancompare check drafts/north.yaml
    plancompare check --explain two-numbers
    plancompare check -f github
    """
    if rule is not None:
        put(session, manual_of(rule, session.lang))
    else:
        put(session, findings(session, Request(paths, waived, hints), form))


def manual_of(name: str, lang: "Lang") -> Outcome:
    """The manual of the check called ``name``: its summary in both languages, then what it says of itself.

    Raises PlanCompareError where there is no such check.
    """
    from plancompare.checks import CHECKS, manual
    from plancompare.errors import meant
    from plancompare.telling.words import say

    if name not in CHECKS:
        hint = meant(name, CHECKS) or Message("; there are {names}", names=tuple(CHECKS))
        raise PlanCompareError('no check "{name}"{hint}', name=name, hint=hint)
    other: Lang = "en" if lang == "zh" else "zh"
    head = f"{name} ({say(f'level_{CHECKS[name].LEVEL}', lang)}): {say(f'check_{name}', lang)}"
    parts = manual(name).split("\n\n")
    texts = [part if lang == "en" or part.startswith(" ") else _in_lines(part, lang) for part in parts]
    return Outcome(data="\n".join([head, say(f"check_{name}", other), "", "\n\n".join(texts), ""]).encode())


def _in_lines(paragraph: str, lang: "Lang") -> str:
    """A paragraph of a manual, told in ``lang``, in lines as wide as those of its examples."""
    from plancompare.telling.messages import phrase
    from plancompare.telling.text import wrap

    return "\n".join(wrap(phrase(" ".join(paragraph.split()), lang), WIDEST))


def findings(session: Session, request: Request, form: str = "text") -> Outcome:
    """The findings, and on stderr their counts; status 1 if one is an error."""
    from plancompare import checks
    from plancompare.findings import errors
    from plancompare.telling.messages import finding_line

    corpus, wanted = _read(session, request.paths)
    if wanted is None and _names_others(corpus):
        beside = session.layered()
        wanted = {place_of(file.file) for file in corpus.inputs} if beside else None
        corpus = beside or corpus
    names = checks.CHECKS if request.hints else checks.USUAL
    findings = checks.run(corpus, names, lambda file: wanted is None or place_of(file) in wanted)
    shown = list(filter(request.wants, findings))
    notes, status = [_counts(corpus, findings, wanted, session.lang)], int(bool(errors(findings)))
    if form == "json":
        from plancompare.formats.json import envelope, finding_data

        settings = {"paths": list(map(str, request.paths)), "waived": request.waived, "hints": request.hints}
        data = envelope("check", settings, list(map(finding_data, shown)), corpus.inputs)
        return Outcome(data=data, notes=notes, status=status)
    lines = (annotation(f, session.lang) if form == "github" else finding_line(f, session.lang) for f in shown)
    return Outcome(data="".join(f"{line}\n" for line in lines).encode(), notes=notes, status=status)


def annotation(finding: "Finding", lang: "Lang" = "en") -> str:
    """A finding as a command to a GitHub workflow, which shows it at its line."""
    from plancompare.telling.messages import message_text

    level = "notice" if finding.reason else _ANNOTATIONS[finding.level]
    at = finding.at
    place = {"file": at.file, **({"line": at.line, "col": at.column} if at.line else {}), "title": finding.check}
    told = ",".join(f"{key}={_escaped(str(value), _IN_PROPERTIES)}" for key, value in place.items())
    message = message_text(finding.message, lang) + (f" [{finding.reason}]" if finding.reason else "")
    return f"::{level} {told}::{_escaped(message)}"


def _escaped(text: str, signs: str = _IN_MESSAGES) -> str:
    """A text in which the signs that end a part of a workflow command are written as %XX."""
    return "".join(f"%{ord(c):02X}" if c in signs else c for c in text)


def _names_others(corpus: "Corpus") -> bool:
    """Whether rulings speak of plans that the collection lacks: they may be shipped ones."""
    plans = {plan.id for plan in corpus.plans}
    return any(key.split("/")[0] not in plans for decision in corpus.decisions for key in decision.members)


def _counts(corpus: "Corpus", findings: "Sequence[Finding]", wanted: Collection[str] | None, lang: "Lang") -> str:
    """How much was checked, and how many findings there are of each kind."""
    from plancompare.findings import errors
    from plancompare.telling.words import say

    plans = [p for p in corpus.plans if wanted is None or place_of(p.file) in wanted]
    return say(
        "checked",
        lang,
        files=len(wanted) if wanted is not None else len(corpus.inputs),
        commitments=sum(len(plan.commitments) for plan in plans),
        errors=len(errors(findings)),
        warnings=sum(f.level == "warning" and not f.reason for f in findings),
        waived=sum(bool(f.reason) for f in findings),
    )


def _read(session: Session, paths: Sequence[Path]) -> "tuple[Corpus, set[str] | None]":
    """The collection that ``paths`` speak of, and the files to tell about (None: all)."""
    from plancompare.reading.collection import ROLES

    for path in paths:
        if not lexists(path):
            raise PlanCompareError("no file or folder {path}; look at its name and place", path=path)
    folders = [path for path in paths if is_folder(path)]
    files = [path for path in paths if not is_folder(path)]
    if len(folders) > 1:
        raise PlanCompareError("check one folder at a time; ids and decisions belong to a folder")
    # codebook, indicators and decisions are checked with the plans beside them
    homes = folders or [path.parent for path in files if path.name in ROLES]
    if homes:
        session.folder = homes[0]
    corpus = session.corpus([path for path in files if path.name not in ROLES])
    return corpus, set(map(place_of, files)) if files and not folders else None
