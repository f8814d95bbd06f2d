"""What people and scores say of pairs, on a screen: pairs to rule on, rulings side by side, quality."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from plancompare.asking.agreement import Compared
from plancompare.asking.evaluation import Evaluation, Quality
from plancompare.asking.review import Question
from plancompare.asking.stability import Flip, Stability
from plancompare.asking.verification import Place, Proof
from plancompare.model import Codebook, Lang
from plancompare.reading.writing.scalars import flow_map
from plancompare.telling.blocks import (
    Column,
    Entries,
    Entry,
    Grid,
    Heading,
    Line,
    Own,
    Prose,
    Shown,
)
from plancompare.telling.collection import at_its_place, with_figures
from plancompare.telling.source import Source
from plancompare.telling.words import say

# --- a pair to rule on ---


def pair_to_rule_on(question: Question, number: int, total: int, source: Source) -> Iterator[Shown]:
    """Question ``number`` of ``total``: both texts, what the other lacks in brackets, with places, quotes, figures."""
    say, match = source.say, source.comparison.settings.thresholds.match
    row = say("one_row" if question.same_row else "two_rows")
    yield Heading(4, "", note=f"{number}/{total}  {say('score')} {question.score.total} ({match})  {row}")
    pair = (question.a, question.b)
    texts = _apart(question.a.text, question.b.text)
    entries = (
        at_its_place(c, with_figures(text, c), source.names[c.plan]) for c, text in zip(pair, texts, strict=True)
    )
    yield Entries("texts", tuple(entries))


def _apart(a: str, b: str) -> tuple[str, str]:
    """Both texts with the stretches that the other lacks in brackets."""
    one, other = [], []
    for kind, low_a, high_a, low_b, high_b in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        mine, theirs = a[low_a:high_a], b[low_b:high_b]
        one.append(mine if kind == "equal" or not mine else f"[{mine}]")
        other.append(theirs if kind == "equal" or not theirs else f"[{theirs}]")
    return "".join(one), "".join(other)


# --- two people's rulings ---


def ruling_agreement(compared: Compared, texts: Mapping[str, str], lang: Lang) -> Iterator[Shown]:
    """Counts, percent, alpha; then each pair with different verdicts, with its texts."""
    counts = Counter(compared.verdicts.values())
    percent, alpha = compared.percent, compared.alpha
    yield Prose(
        say(
            "agreement",
            lang,
            both=len(compared.both),
            only_a=sum(count for (a, b), count in counts.items() if a and not b),
            only_b=sum(count for (a, b), count in counts.items() if b and not a),
            percent=f"{percent:.0%}" if percent is not None else "–",
            alpha=f"{alpha:.3f}" if alpha is not None else say("undefined", lang),
        )
    )
    for pair, (a, b) in compared.verdicts.items():
        if a and b and a != b:
            yield Heading(4, f"A {say(f'ruled_{a}', lang)} · B {say(f'ruled_{b}', lang)}")
            yield Entries("listed", tuple(Entry((texts.get(key, ""),), key) for key in pair))


# --- how well, and how firmly ---


def quality(evaluation: Evaluation, codebook: Codebook, lang: Lang) -> Iterator[Shown]:
    """Rows, the score by threshold, plain scorers, and themes."""
    same = sum(pair.same for pair in evaluation.pairs)
    yield Prose(say("judged", lang, total=len(evaluation.pairs), same=same, auc=f"{evaluation.auc:.3f}"))
    three = [say(head, lang) for head in ("precision", "recall", "f1")]
    curve = [(Own(f"{say('score', lang)} ≥ {cut}"), *_three(result)) for cut, result in evaluation.curve.items()]
    yield _numbers(["", *three], [(say("rows_head", lang), *_three(evaluation.rows)), *curve])
    heads = [say("plain_scorer", lang), "AUC", say("best_f1", lang), say("cut", lang)]
    yield _numbers(heads, [(n, f"{area:.3f}", f"{f1:.2f}", cut) for n, (area, f1, cut) in evaluation.plain.items()])
    labels = {theme.id: theme.label.of(lang) for theme in codebook.themes}
    themes = [
        (labels.get(theme, theme), result.hits + result.false + result.missed, *_three(result))
        for theme, result in evaluation.by_theme.items()
        if result.hits + result.false + result.missed
    ]
    yield _numbers([say("theme", lang), "n", *three], themes)


def _numbers(heads: Sequence[str], lines: Sequence[tuple[str | int, ...]]) -> Grid:
    """A table of numbers behind a first column of words."""
    columns = (Column(heads[0]), *(Column(head, "number") for head in heads[1:]))
    return Grid("numbers", "numbers", "", columns, tuple(map(Line, lines)))


def _three(result: Quality) -> tuple[str, str, str]:
    return f"{result.precision:.2f}", f"{result.recall:.2f}", f"{result.f1:.2f}"


def firmness(stability: Stability, each: bool, source: Source) -> Iterator[Shown]:
    """Which cells would change under other settings, by theme and plan; with ``each`` every cell that would."""
    flips = Counter((flip.theme, flip.plan) for flip in stability.flips)
    lines = [
        Line((f"{source.theme(theme)} [{theme}]", *(_share(flips, stability, theme, plan) for plan in source.names)))
        for theme in source.themes
        if any((theme, plan) in stability.cells for plan in source.names)
    ]
    columns = (Column(source.say("theme"), "label"), *source.plan_columns("text", 9))
    yield Grid("stability", "stability", "", columns, tuple(lines))
    if each:
        yield Entries("flips", tuple(_flip(flip, source) for flip in stability.flips))
    empty = sum(flip.made for flip in stability.flips)
    counts = {"flips": len(stability.flips), "cells": sum(stability.cells.values())}
    yield Prose(source.say("stable", **counts, fill=len(stability.flips) - empty, empty=empty))


def _share(flips: Counter[tuple[str, str]], stability: Stability, theme: str, plan: str) -> str:
    cells = stability.cells.get((theme, plan))
    return f"{flips[theme, plan]}/{cells}" if cells else ""


def _flip(flip: Flip, source: Source) -> Entry:
    by = ", ".join(source.say(f"flip_{name}") for name in flip.by)
    text = f"{source.names[flip.plan]}  {flip.label.of(source.lang)}  ({by})"
    return Entry((text,), sign="made" if flip.made else "not_found")


# --- evidence ---


def doubtful_proofs(proofs: Sequence[Proof], lang: Lang) -> Iterator[Shown]:
    """A line for each phrase that is not where it should be, as compilers write them; below it what would settle it."""
    doubtful = [proof for proof in proofs if proof.status != "exact"]
    if doubtful:
        entries = (Entry((_proof(proof, lang),), entries=tuple(_spots(proof, lang))) for proof in doubtful)
        yield Entries("proofs", tuple(entries))


def _proof(proof: Proof, lang: Lang) -> str:
    status = f"{proof.status} ({proof.likeness:.0f})" if proof.status == "fuzzy" else proof.status
    told = f"{proof.evidence.at}: {status}: {proof.commitment.key} 「{proof.evidence.quote}」"
    return f"{told} {place_text(proof.place, lang)}" if proof.place and not proof.spots else told


def _spots(proof: Proof, lang: Lang) -> Iterator[Entry]:
    """Each place of an ambiguous phrase, with the evidence to write if it is the one."""
    for place, evidence in proof.spots:
        around = {"prefix": evidence.prefix, "suffix": evidence.suffix}
        written = flow_map({"quote": evidence.quote} | {key: text for key, text in around.items() if text})
        yield Entry((Own(f"{place_text(place, lang)}: evidence: {written}"),), tone="faint")


def place_text(place: Place, lang: Lang) -> str:
    """A place in a source as a person finds it: where it stands in the outline, page, line or paragraph."""
    page = say("place_page", lang, page=place.page) if place.page else ""
    return " · ".join(filter(None, (place.path, page, say(f"place_{place.unit}", lang, number=place.number))))
