"""`plancompare review`."""

import sys
from datetime import date
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plancompare.commands.keyboard import Keyboard
from plancompare.commands.options import Session, a_day, plans_argument, speaking, theme_named, theme_option
from plancompare.commands.streams import show, tell
from plancompare.errors import PlanCompareError

if TYPE_CHECKING:
    from plancompare.asking.review import Question
    from plancompare.comparing.comparison import Comparison
    from plancompare.reading.writing.rulings import RulingsFile

KEYS = {"s": "same", "d": "different", "u": "unsure"}


@click.command()
@plans_argument()
@theme_option
@click.option("--limit", type=click.IntRange(1), help="At most so many pairs.")
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
    "--to", type=click.Path(dir_okay=False, path_type=Path), help="File (default: the collection's decisions)."
)
@click.option(
    "--batch",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A sheet (.csv, .xlsx): written if it is not there yet, else its rulings are read in.",
)
@speaking
def command(
    session: Session,
    plans: tuple[str, ...],
    theme: str,
    limit: int | None,
    who: str,
    day: str,
    to: Path | None,
    batch: Path | None,
) -> None:
    """Rule on the most doubtful pairs, one by one: s same, d different, u unsure, b back, q quit.

    Each ruling is written at once. With --batch the pairs go into a sheet instead; fill its first column with same,
    different or unsure in Excel and run the same command again to read it back.

    \b
    plancompare --plans my-plans review --theme staffing --limit 5
    plancompare --plans my-plans review --batch pairs.csv
    """
    from plancompare.asking.review import questions
    from plancompare.comparing.comparison import compare
    from plancompare.files import refuse_unwritable, tidy, write_whole
    from plancompare.formats.sheet import sheet
    from plancompare.reading.collection import DECISIONS
    from plancompare.reading.writing.rulings import RulingsFile

    corpus, chosen = session.choose(plans)
    comparison = compare(corpus, chosen)
    file = RulingsFile(to or session.root / DECISIONS)
    day = day or date.today().isoformat()
    refuse_unwritable(file.path)
    for path in filter(None, (file.path, batch)):
        tidy(path)
    if batch and lexists(batch):
        _read_back(batch, comparison, file, who, day)
        return
    asked = questions(comparison, theme_named(theme, corpus))[:limit]
    if batch:
        write_whole(batch, sheet(batch.suffix, asked), force=False)
        tell(f"{len(asked)} pairs in {batch}; fill its first column and run this again")
        return
    _ask(asked, comparison, session, file, who, day)


def _ask(
    asked: "tuple[Question, ...]",
    comparison: "Comparison",
    session: Session,
    file: "RulingsFile",
    who: str,
    day: str,
) -> None:
    """The loop: a pair, a key, a ruling on disk."""
    from plancompare.formats.terminal import write
    from plancompare.reading.writing.rulings import Ruling
    from plancompare.telling.judging import pair_to_rule_on
    from plancompare.telling.source import Source
    from plancompare.telling.words import say

    source, keyboard = Source(comparison, session.lang), Keyboard()
    place = ruled = 0
    while place < len(asked):
        question = asked[place]
        screen = session.screen()
        screen.line()
        write(pair_to_rule_on(question, place + 1, len(asked), source), screen)
        show(f"{screen.text()}{say('review_keys', session.lang)}")
        sys.stdout.flush()
        key = keyboard.key()
        show(f"{key if screen.tty else ''}\n")
        if key in KEYS:
            texts = {commitment.key: commitment.text for commitment in (question.a, question.b)}
            file.add(Ruling(KEYS[key], texts, who, day))  # type: ignore[arg-type]
            place, ruled = place + 1, ruled + 1
        elif key == "b" and file.undo():
            place, ruled = place - 1, ruled - 1
        elif key == "q":
            break
    tell(say("review_done", session.lang, ruled=ruled, left=len(asked) - place, file=file.path))


def _read_back(batch: Path, comparison: "Comparison", file: "RulingsFile", who: str, day: str) -> None:
    """All rulings of a filled sheet, or none if one is at fault."""
    from plancompare.formats.sheet import read_sheet
    from plancompare.reading.writing.rulings import Ruling

    rulings = []
    for row in read_sheet(batch):
        for key in (row.a, row.b):
            if key not in comparison.place_of:
                raise PlanCompareError(f'{batch}:{row.line}: no commitment "{key}" in these plans')
        if row.a.split("/")[0] == row.b.split("/")[0]:
            raise PlanCompareError(f"{batch}:{row.line}: {row.a} and {row.b} are of one plan; a ruling wants two")
        texts = {key: comparison.commitment(key).text for key in (row.a, row.b)}
        rulings.append(Ruling(row.verdict, texts, who, day, row.reason))
    added = file.add(*rulings, again=False)
    known = f"; {len(rulings) - added} were there already" if added < len(rulings) else ""
    tell(f"{added} rulings added to {file.path}{known}")
