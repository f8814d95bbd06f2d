"""A pair to rule on: both texts with what differs marked, places, quotes and figures."""

from collections.abc import Mapping
from difflib import SequenceMatcher

from plancompare.asking.review import Question
from plancompare.comparing.targets import shown
from plancompare.formats.terminal.screen import Screen
from plancompare.model import Commitment
from plancompare.telling.text import cells, pad, printable, wrap
from plancompare.telling.words import say


def pair_text(
    question: Question, number: int, total: int, match: int, names: Mapping[str, str], screen: Screen
) -> None:
    """Add the question to the screen; what the other text lacks stands in brackets."""
    row = say("one_row" if question.same_row else "two_rows", screen.lang)
    head = f"{number}/{total}  {say('score', screen.lang)} {question.score.total} ({match})  {row}"
    screen.line()
    screen.line(screen.paint(screen.own(head), "faint"))
    one, other = _marked(question.a.text, question.b.text)
    width = max(cells(printable(names[c.plan])) for c in (question.a, question.b))
    for commitment, text in ((question.a, one), (question.b, other)):
        _side(commitment, text, pad(printable(names[commitment.plan]), width), screen)


def _side(commitment: Commitment, text: str, name: str, screen: Screen) -> None:
    start = f"{name}  "
    figures = ", ".join(shown(target) for target in commitment.targets)
    for line in wrap(printable(text) + (screen.own(f"  [{figures}]") if figures else ""), screen.width - cells(start)):
        screen.line(screen.paint(start, "head") + line)
        start = " " * cells(start)
    quotes = " | ".join(f"「{evidence.quote}」" for evidence in commitment.evidence)
    place = f"{commitment.key}  {commitment.section.path} {commitment.section.heading}  {quotes}"
    for line in wrap(printable(place), screen.width - cells(start)):
        screen.line(" " * cells(start) + screen.paint(line, "faint"))


def _marked(a: str, b: str) -> tuple[str, str]:
    """Both texts with the stretches that the other lacks in brackets."""
    one, other = [], []
    for kind, low_a, high_a, low_b, high_b in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        mine, theirs = a[low_a:high_a], b[low_b:high_b]
        one.append(mine if kind == "equal" or not mine else f"[{mine}]")
        other.append(theirs if kind == "equal" or not theirs else f"[{theirs}]")
    return "".join(one), "".join(other)
