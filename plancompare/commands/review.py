"""`plancompare review`."""

from collections.abc import Iterable, Sequence
from datetime import date
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from plancompare.commands import codes, values
from plancompare.commands.keyboard import Keyboard
from plancompare.commands.options import plans_argument, speaking, theme_named, theme_option
from plancompare.commands.pages import Command
from plancompare.commands.session import Session
from plancompare.commands.streams import show, tell
from plancompare.commands.values import Choice, Number, a_day, a_file
from plancompare.errors import PlanCompareError

if TYPE_CHECKING:
    from plancompare.asking.review import Question
    from plancompare.comparing.comparison import Comparison
    from plancompare.model import Corpus
    from plancompare.reading.writing.rulings import RulingsFile

VERDICTS = {"s": "same", "d": "different", "u": "unsure"}


class Request(NamedTuple):
    """What to review (code, pairs, or "" for both in turn), where, how much; by whom, when, and into which files."""

    plans: tuple[str, ...] = ()
    by: str = ""
    theme: str = ""
    limit: int | None = None
    who: str = ""
    day: str = ""
    to: Path | None = None
    batch: Path | None = None


@click.command(cls=Command)
@plans_argument()
@click.option(
    "--by", type=Choice(["code", "pairs"]), help="Only code, or only pairs (default: first one, then the other)."
)
@theme_option
@click.option("--limit", type=Number(1), help="At most so many commitments, and so many pairs.")
@click.option("--who", default="", envvar="PLANCOMPARE_WHO", help="Your name, to stand with each ruling.")
@click.option(
    "--date",
    "day",
    default="",
    callback=a_day,
    metavar="YYYY-MM-DD",
    help="The date to stand with each ruling (default: today).",
)
@click.option(
    "--to",
    type=values.Path(dir_okay=False, path_type=Path),
    callback=a_file,
    help="File of rulings on pairs (default: the collection's decisions).",
)
@click.option(
    "--batch",
    type=values.Path(dir_okay=False, path_type=Path),
    callback=a_file,
    help="A sheet (.csv, .xlsx): written if it is not there yet, else what was filled in is read.",
)
@speaking
def command(
    session: Session,
    plans: tuple[str, ...],
    by: str | None,
    theme: str,
    limit: int | None,
    who: str,
    day: str,
    to: Path | None,
    batch: Path | None,
) -> None:
    """Code plans against the catalogue, one key a commitment; then rule on the most doubtful pairs.

    Each commitment that nobody coded comes with five proposals: 1-5 choose one, / searches the catalogue, n says that
    none fits, u and s leave it open, b goes back, q ends. The code is written into your plan file at once, with every
    other byte kept. Of pairs: s same, d different, u unsure, b back, q quit; rulings go into the collection's
    decisions. Nothing is written into the shipped collection. With --batch all that is a sheet: fill its first column
    in Excel and run the same command again to read it back.

    \b
    plancompare review drafts/north.yaml
    plancompare --plans my-plans review --theme 教师编制 --limit 5
    plancompare --plans my-plans review --batch pairs.csv
    """
    day = day or date.today().isoformat()
    review(session, Request(plans, by or "", theme, limit, who, day, to, batch))


def review(session: Session, request: Request) -> None:
    """Code, then rule on pairs, as far as asked for."""
    corpus, chosen = session.choose(request.plans)
    theme = theme_named(request.theme, corpus)
    _tidy((request.batch, _decisions(session, request), *(Path(p.file) for p in corpus.plans if p.id in chosen)))
    if request.batch and lexists(request.batch):
        _read_back(request.batch, corpus, chosen, session, request)
        return
    open_ones = (
        [] if request.by == "pairs" else codes.to_code(corpus, chosen, bool(request.plans), theme)[: request.limit]
    )
    if request.batch and open_ones:
        codes.write_sheet(request.batch, open_ones, corpus, session)
        return
    if open_ones and not codes.code(open_ones, corpus, session):
        return
    if request.by == "code":
        _say_none(open_ones, session)
        return
    if open_ones:  # read again what has just been written
        corpus, chosen = session.choose(request.plans)
    try:
        _pairs(session, request._replace(theme=theme), corpus, chosen)
    except PlanCompareError as error:
        nowhere = isinstance(error, codes.ShippedError) and not (request.by or request.to)
        if not open_ones and not nowhere:
            raise
        from plancompare.telling.messages import message_text

        tell(message_text(error.message, session.lang))  # that all is coded, or what was, holds all the same


def _decisions(session: Session, request: Request) -> Path:
    """The file of rulings."""
    from plancompare.reading.collection import DECISIONS

    return request.to or session.root / DECISIONS


def _tidy(paths: Iterable[Path | None]) -> None:
    """Remove what killed runs left beside files that are written here; this run may write to none of them."""
    from plancompare.files import tidy

    for path in paths:
        if path and not codes.is_shipped(path):
            tidy(path)


def _say_none(open_ones: Sequence[object], session: Session) -> None:
    from plancompare.telling.words import say

    if not open_ones:
        tell(say("all_coded", session.lang))


def _rulings_file(session: Session, request: Request) -> "RulingsFile":
    """The file that rulings go to, which can be written and is the user's."""
    from plancompare.files import refuse_unwritable
    from plancompare.reading.writing.rulings import RulingsFile

    path = _decisions(session, request)
    codes.refuse_shipped(path)
    refuse_unwritable(path)
    return RulingsFile(path)


def _pairs(session: Session, request: Request, corpus: "Corpus", chosen: Sequence[str]) -> None:
    """The doubtful pairs, one by one or as a sheet."""
    from plancompare.asking.review import questions
    from plancompare.comparing.comparison import compare
    from plancompare.files import write_whole
    from plancompare.formats.sheet import sheet
    from plancompare.telling.words import say

    one = chosen[0] if request.plans and len(set(chosen)) == 1 else ""
    if one:  # its pairs are with all plans there are
        corpus = session.layered([Path(plan.file) for plan in corpus.plans if plan.id == one]) or corpus
    comparison = compare(corpus, None if one else chosen)
    every = questions(comparison, request.theme)
    pairs = [q for q in every if not one or one in (q.a.plan, q.b.plan)][: request.limit]
    if request.batch:
        write_whole(request.batch, sheet(request.batch.suffix, pairs, session.lang), force=False)
        tell(say("pairs_sheet", session.lang, count=len(pairs), file=request.batch))
        return
    if not pairs:
        tell(say("pairs_none", session.lang))
        return
    file = _rulings_file(session, request)
    left = _ask(pairs, comparison, session, file, request)
    _tell(len(pairs), left, file, session)


def _tell(pairs: int, left: int, file: "RulingsFile", session: Session) -> None:
    from plancompare.telling.words import say

    tell(say("review_done", session.lang, ruled=pairs - left, left=left, file=file.path))


def _ask(
    pairs: "Sequence[Question]", comparison: "Comparison", session: Session, file: "RulingsFile", request: Request
) -> int:
    """The loop: a pair, a key, a ruling on disk; how many pairs are left."""
    from plancompare.formats.terminal import write
    from plancompare.reading.writing.rulings import Ruling
    from plancompare.telling.judging import pair_to_rule_on
    from plancompare.telling.source import Source
    from plancompare.telling.words import say

    source, keyboard = Source(comparison, session.lang), Keyboard()
    index = 0
    while index < len(pairs):
        question = pairs[index]
        screen = session.screen()
        screen.line()
        write(pair_to_rule_on(question, index + 1, len(pairs), source), screen)
        show(screen.text())
        pressed = keyboard.key(say("review_keys", session.lang))
        if pressed in VERDICTS:
            texts = {commitment.key: commitment.text for commitment in (question.a, question.b)}
            file.add(Ruling(VERDICTS[pressed], texts, request.who, request.day))  # type: ignore[arg-type]
            index += 1
        elif pressed == "b" and file.undo():
            index -= 1
        elif pressed == "q":
            break
    return len(pairs) - index


def _read_back(batch: Path, corpus: "Corpus", chosen: Sequence[str], session: Session, request: Request) -> None:
    """What was filled into a sheet: codes, or rulings on pairs."""
    from plancompare.comparing.comparison import compare
    from plancompare.formats.code_sheet import read_codes
    from plancompare.telling.words import say

    filled = read_codes(batch)
    if filled is not None:
        codes.read_back(batch, filled, corpus, session)
        return
    file = _rulings_file(session, request)
    added, known = _read_rulings(batch, compare(corpus, chosen), file, request)
    note = say("rulings_added", session.lang, added=added, file=file.path)
    tell(note + (say("code_known", session.lang, count=known) if known else ""))


def _read_rulings(batch: Path, comparison: "Comparison", file: "RulingsFile", request: Request) -> tuple[int, int]:
    """How many rulings of a filled sheet were added, and how many were there already; none if one is at fault."""
    from plancompare.formats.sheet import read_sheet
    from plancompare.reading.writing.rulings import Ruling

    known = {commitment.key: commitment for plan in comparison.plans for commitment in plan.commitments}
    rulings = []
    for row in read_sheet(batch):
        pair = [codes.commitment_of(key, known, codes.Line(batch, row.line)) for key in (row.a, row.b)]
        if row.a.split("/")[0] == row.b.split("/")[0]:
            raise PlanCompareError(
                "{batch}:{line}: {a} and {b} are of one plan; a ruling wants two",
                batch=batch,
                line=row.line,
                a=row.a,
                b=row.b,
            )
        for commitment, seen in zip(pair, row.texts, strict=True):
            codes.refuse_reworded(commitment, seen, codes.Line(batch, row.line))
        texts = {commitment.key: commitment.text for commitment in pair}
        rulings.append(Ruling(row.verdict, texts, request.who, request.day, row.reason))
    added = file.add(*rulings, again=False)
    return added, len(rulings) - added
