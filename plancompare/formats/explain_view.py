"""An explanation as a waterfall of parts, or as data."""

from collections.abc import Mapping
from typing import Any

from plancompare.asking.explanation import Explanation, Rival, rivals
from plancompare.comparing.comparison import Comparison
from plancompare.formats.terminal.screen import Screen
from plancompare.model import Commitment
from plancompare.telling.text import cells, pad, printable, wrap
from plancompare.telling.words import say


def write_pair(explanation: Explanation, names: Mapping[str, str], screen: Screen) -> None:
    """Both texts with what they share marked, the parts with their running sum, the verdict, the rivals."""
    lang, marked = screen.lang, [stretch for stretch, _ in explanation.shared]
    for commitment in (explanation.a, explanation.b):
        _text(commitment, names[commitment.plan], marked, screen)
    screen.line()
    total = 0
    for name, points in explanation.score.parts:
        total += points
        screen.line(f"  {pad(say(f'part_{name}', lang), 34)} {points:+4d}   {screen.paint(f'{total:3d}', 'faint')}")
        if name == "wording":
            for stretch, share in explanation.shared:
                told = f"      {printable(stretch)} {share:.0%}"
                screen.line(screen.paint(told, "faint"))
    screen.line(screen.paint(f"  {pad(say('total', lang), 34)} {explanation.score.total:4d}", "head"))
    for line in wrap(_verdict(explanation, screen), screen.width):
        screen.line(line)
    for commitment, other in ((explanation.a, explanation.b), (explanation.b, explanation.a)):
        screen.line()
        screen.line(say("rivals", lang, name=commitment.key, plan=printable(names[other.plan])))
        for rival in explanation.rivals[commitment.key]:
            _rival(rival, rival.commitment.key == other.key, screen)


def _verdict(explanation: Explanation, screen: Screen) -> str:
    thresholds = explanation.thresholds
    told = [say(f"verdict_{explanation.verdict}", screen.lang, match=thresholds.match, review=thresholds.review)]
    if explanation.ruling:
        reason = explanation.ruling.reason
        told.append(
            say(f"ruled_{explanation.ruling.kind}", screen.lang) + (f" ({printable(reason)})" if reason else "")
        )
    told.append(say("one_row" if explanation.same_row else "two_rows", screen.lang))
    return screen.own(" · ").join(told)


def _text(commitment: Commitment, name: str, marked: list[str], screen: Screen) -> None:
    """The commitment's words, shared stretches in brackets (and in colour where there is any)."""
    text = printable(commitment.text)
    for stretch in sorted((s for s in marked if len(s) > 1), key=len, reverse=True):
        if stretch in text and f"[{stretch}" not in text:
            text = text.replace(stretch, f"[{stretch}]", 1)
    start = f"{printable(name)}  "
    for line in wrap(text, screen.width - cells(start)):
        screen.line(screen.paint(start, "head") + line)
        start = " " * cells(start)
    quotes = " | ".join(f"「{printable(evidence.quote)}」" for evidence in commitment.evidence)
    place = printable(f"{commitment.key}  {commitment.section.path} {commitment.section.heading}")
    for line in wrap(f"{place}  {quotes}", screen.width - cells(start)):
        screen.line(start + screen.paint(line, "faint"))


def _rival(rival: Rival, same: bool, screen: Screen) -> None:
    mark = "*" if same else " "
    start = f" {mark}{rival.score.total:3d}  "
    for line in wrap(printable(f"{rival.commitment.text} · {rival.commitment.key}"), screen.width - cells(start)):
        screen.line(start + line)
        start = " " * cells(start)


def write_single(comparison: Comparison, key: str, screen: Screen) -> None:
    """One commitment: its row, and the best candidates in every other plan."""
    names = {plan.id: plan.name for plan in comparison.plans}
    commitment = comparison.commitment(key)
    _text(commitment, names[commitment.plan], [], screen)
    row = next(row for row in comparison.rows if any(c.key == key for c in row.commitments))
    told = [say("in_row", screen.lang, row=row.id), say("of", screen.lang, made=row.made, covered=row.covered)]
    if row.decided:
        told.append(say("decided", screen.lang))
    screen.line(screen.own(" · ").join(told))
    members = {c.key for c in row.commitments}
    for plan in comparison.plans:
        if plan.id != commitment.plan:
            screen.line()
            screen.line(screen.paint(printable(plan.name), "head"))
            for rival in rivals(comparison, key, plan.id):
                _rival(rival, rival.commitment.key in members, screen)


def _rival_data(rival: Rival) -> dict[str, Any]:
    return {
        "id": rival.commitment.key,
        "text": rival.commitment.text,
        **_score_data(rival.score.total, rival.score.parts),
    }


def _score_data(total: int, parts: tuple[tuple[str, int], ...]) -> dict[str, Any]:
    return {"score": total, "parts": [{"name": name, "points": points} for name, points in parts]}


def pair_data(explanation: Explanation) -> dict[str, Any]:
    """An explanation as plain values; the points of ``parts`` add up to ``score``."""
    ruling = explanation.ruling
    return {
        "a": explanation.a.key,
        "b": explanation.b.key,
        **_score_data(explanation.score.total, explanation.score.parts),
        "verdict": explanation.verdict,
        "thresholds": {"match": explanation.thresholds.match, "review": explanation.thresholds.review},
        "same_row": explanation.same_row,
        "decision": {"id": ruling.id, "kind": ruling.kind, "reason": ruling.reason} if ruling else None,
        "shared": [{"text": stretch, "share": round(share, 3)} for stretch, share in explanation.shared],
        "rivals": {key: [_rival_data(r) for r in found] for key, found in explanation.rivals.items()},
    }


def single_data(comparison: Comparison, key: str) -> dict[str, Any]:
    """One commitment's best candidates in every other plan as plain values."""
    own = comparison.commitment(key).plan
    others = [plan.id for plan in comparison.plans if plan.id != own]
    return {"a": key, "rivals": {plan: [_rival_data(r) for r in rivals(comparison, key, plan)] for plan in others}}
