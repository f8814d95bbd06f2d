"""What people and scores say of pairs, on a screen: explanations, pairs to rule on, rulings side by side, quality."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from plancompare.asking.agreement import Compared
from plancompare.asking.evaluation import Evaluation, Quality
from plancompare.asking.explanation import Explanation, Rival, rivals
from plancompare.asking.review import Question
from plancompare.asking.stability import Flip, Stability
from plancompare.asking.verification import Proof
from plancompare.comparing.alignment import NONE
from plancompare.model import Codebook, Commitment, Lang
from plancompare.telling.blocks import (
    Addend,
    Column,
    Entries,
    Entry,
    Grid,
    Heading,
    Line,
    Own,
    Prose,
    Shown,
    Sum,
    Words,
    joined,
)
from plancompare.telling.collection import quoted, with_figures
from plancompare.telling.rows import basis
from plancompare.telling.source import Source
from plancompare.telling.words import say

LITTLE = 0.05  # log-odds that move a score by a point at most

# --- why two commitments are, or are not, one row ---


def pair_explanation(explanation: Explanation, source: Source, size: bool = False) -> Iterator[Shown]:
    """Both texts with what they share marked, the parts of their score, the verdict, the rivals.

    ``size``: also what the size of their plans does to the score.
    """
    pair = (explanation.a, explanation.b)
    stretches = [stretch for stretch, _ in explanation.shared]
    yield Entries("texts", tuple(_text(c, (_marked(c.text, stretches),), source) for c in pair))
    yield _sum(explanation, source)
    yield Prose(_meaning(explanation, source), tone="faint")
    if size:
        yield Prose(_size(explanation.size, source), tone="faint")
    for commitment, other in (pair, pair[::-1]):
        yield Heading(4, source.say("rivals", name=commitment.key, plan=source.names[other.plan]))
        found = explanation.rivals[commitment.key]
        yield Entries("rivals", tuple(_rival(rival, rival.commitment.key == other.key) for rival in found))


def commitment_explanation(key: str, source: Source) -> Iterator[Shown]:
    """One commitment: its row, and the best candidates in every other plan."""
    comparison, say = source.comparison, source.say
    commitment, row = comparison.commitment(key), comparison.row_of(key)
    facts = (say("in_row", row=row.id), source.counted(row), basis(row, source.lang))
    text = _text(commitment, (commitment.text,), source)
    yield Entries("texts", (text, Entry((Own(" · ".join(filter(None, facts))),))))
    yield from _standards(key, source)
    members = {c.key for c in row.commitments}
    for plan in comparison.plans:
        if plan.id != commitment.plan:
            yield Heading(3, plan.name)
            found = rivals(comparison, key, plan.id)
            yield Entries("rivals", tuple(_rival(rival, rival.commitment.key in members) for rival in found))


def _standards(key: str, source: Source) -> Iterator[Shown]:
    """What a person coded a commitment as; else the likeliest standards, each with its closest wording."""
    comparison, say = source.comparison, source.say
    code = comparison.code(key)
    if code:
        yield Prose(
            say("standard_coded", label=_standard_label(code, source)) if code != NONE else say("standard_coded_none")
        )
        return
    candidates = comparison.coding(key).candidates()
    if not candidates:
        return
    yield Prose(say("standard_proposed"))
    entries = []
    for id, share in candidates:
        wording = comparison.closest_wording(key, id)
        words = joined((_standard_label(id, source), id, wording))
        entries.append(Entry(words, f"{share * 100:3.0f}"))
    yield Entries("rivals", tuple(entries))


def _standard_label(id: str, source: Source) -> str:
    """What the catalogue calls a standard; "none" in words."""
    if id == NONE:
        return source.say("code_none")
    entry = source.comparison.catalogue.standards.get(id)
    return entry.label.of(source.lang) if entry else id


def _meaning(explanation: Explanation, source: Source) -> str:
    """What the total means in practice."""
    total = explanation.score.total
    return source.say("score_means_equal" if total == 100 else "score_means", score=total)


def _size(offset: float, source: Source) -> str:
    """What the size of the two plans does to their scores."""
    if abs(offset) < LITTLE:
        return source.say("score_size_none")
    return source.say("score_size_more" if offset > 0 else "score_size_less", offset=f"{offset:+.2f}")


def part_name(name: str, codebook: Codebook, lang: Lang) -> str:
    """A part of a score in words; a gate's is its family's label in the codebook."""
    gate = codebook.lexicon.gates.get(name)
    return say("part_gate", lang, gate=gate.label.of(lang)) if gate else say(f"part_{name}", lang)


def _sum(explanation: Explanation, source: Source) -> Sum:
    notes = {
        "wording": tuple(f"{stretch} {share:.0%}" for stretch, share in explanation.shared),
        "standard": tuple(_closest(explanation, source)),
    }
    parts = tuple(
        Addend(part_name(name, source.comparison.codebook, source.lang), points, notes.get(name, ()))
        for name, points in explanation.score.parts
    )
    return Sum(parts, source.say("total"), explanation.score.total, _verdict(explanation, source))


def _closest(explanation: Explanation, source: Source) -> Iterator[str]:
    """The standard that both may be, and for each the wording of the catalogue that comes closest."""
    shared = explanation.standard
    if shared:
        label = _standard_label(shared.id, source)
        told = source.say("standard_shared", label=label, share=f"{shared.share:.0%}")
        yield label if all(explanation.codes) else told
        for commitment in (explanation.a, explanation.b):
            name, wording = source.names[commitment.plan], shared.closest[commitment.key]
            yield source.say("standard_closest", plan=name, wording=wording)


def _coded(explanation: Explanation, source: Source) -> str:
    """What people coded the two as, if they coded both."""
    one, other = explanation.codes
    if not one or not other:
        return ""
    if one == other:
        return source.say(
            "verdict_coded_none" if one == NONE else "verdict_coded_same", label=_standard_label(one, source)
        )
    return source.say("verdict_coded_different", one=_standard_label(one, source), other=_standard_label(other, source))


def _verdict(explanation: Explanation, source: Source) -> Words:
    """The codes that people gave both, else where the score lies; the ruling; whether the two stand in one row."""
    say, thresholds, ruling = source.say, explanation.thresholds, explanation.ruling
    coded = _coded(explanation, source)
    scored = say(f"verdict_{explanation.verdict}", match=thresholds.match, review=thresholds.review)
    verdict = coded or Own(scored)
    row = Own(say("one_row" if explanation.same_row else "two_rows"))
    ruled: Words = ()
    if ruling:
        ruled = (Own(say(f"ruled_{ruling.kind}")), *([f" ({ruling.reason})"] if ruling.reason else []))
    return joined((verdict, ruled, row))


def _text(commitment: Commitment, text: Words, source: Source) -> Entry:
    """A commitment's words under its plan's name, and where they stand."""
    place = f"{commitment.key}  {commitment.section.path} {commitment.section.heading}"
    return Entry(text, source.names[commitment.plan], notes=((f"{place}  {quoted(commitment)}",),))


def _marked(text: str, stretches: Sequence[str]) -> str:
    """A text with the stretches that another shares in brackets."""
    for stretch in sorted((s for s in stretches if len(s) > 1), key=len, reverse=True):
        if stretch in text and f"[{stretch}" not in text:
            text = text.replace(stretch, f"[{stretch}]", 1)
    return text


def _rival(rival: Rival, same: bool) -> Entry:
    words = joined((rival.commitment.text, rival.commitment.key))
    return Entry(words, f"{'*' if same else ' '}{rival.score.total:3d}")


# --- a pair to rule on ---


def pair_to_rule_on(question: Question, number: int, total: int, source: Source) -> Iterator[Shown]:
    """Question ``number`` of ``total``: both texts, what the other lacks in brackets, with places, quotes, figures."""
    say, match = source.say, source.comparison.settings.thresholds.match
    row = say("one_row" if question.same_row else "two_rows")
    yield Heading(4, "", note=f"{number}/{total}  {say('score')} {question.score.total} ({match})  {row}")
    pair = (question.a, question.b)
    texts = _apart(question.a.text, question.b.text)
    told = (_text(c, with_figures(text, c), source) for c, text in zip(pair, texts, strict=True))
    yield Entries("texts", tuple(told))


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
    curve = [(Own(f"{say('score', lang)} ≥ {cut}"), *_three(found)) for cut, found in evaluation.curve.items()]
    yield _numbers(["", *three], [(say("rows_head", lang), *_three(evaluation.rows)), *curve])
    heads = [say("plain_scorer", lang), "AUC", say("best_f1", lang), say("cut", lang)]
    yield _numbers(heads, [(n, f"{area:.3f}", f"{f1:.2f}", cut) for n, (area, f1, cut) in evaluation.plain.items()])
    banded: list[tuple[str | int, ...]] = [
        (f"{b.low}–{b.high}", b.number, f"{b.mean:.0f}", f"{b.share:.0%}") for b in evaluation.bands
    ]
    yield _numbers([say(head, lang) for head in ("score", "band_n", "band_mean", "band_share")], banded)
    coded: list[tuple[str | int, ...]] = [
        (say(f"coding_{given}", lang), found.number, *(f"{n / found.number:.0%}" for n in found[1:]))
        for given, found in evaluation.codings.items()
        if found.number
    ]
    if coded:
        yield _numbers(
            [say(head, lang) for head in ("coding_head", "band_n", "coding_1", "coding_3", "coding_5")], coded
        )
    right, pinned = evaluation.themes
    if pinned:
        yield Prose(say("themes_right", lang, right=right, pinned=pinned, share=f"{right / pinned:.0%}"))
    labels = {theme.id: theme.label.of(lang) for theme in codebook.themes}
    themes = [
        (labels.get(theme, theme), found.hits + found.false + found.missed, *_three(found))
        for theme, found in evaluation.by_theme.items()
        if found.hits + found.false + found.missed
    ]
    yield _numbers([say("theme", lang), "n", *three], themes)


def _numbers(heads: Sequence[str], lines: Sequence[tuple[str | int, ...]]) -> Grid:
    """A table of numbers behind a first column of words."""
    columns = (Column(heads[0]), *(Column(head, "number") for head in heads[1:]))
    return Grid("numbers", "numbers", "", columns, tuple(map(Line, lines)))


def _three(found: Quality) -> tuple[str, str, str]:
    return f"{found.precision:.2f}", f"{found.recall:.2f}", f"{found.f1:.2f}"


def firmness(found: Stability, each: bool, source: Source) -> Iterator[Shown]:
    """Which cells would change under other settings, by theme and plan; with ``each`` every cell that would."""
    flips = Counter((flip.theme, flip.plan) for flip in found.flips)
    lines = [
        (f"{source.theme(theme)} [{theme}]", *(_share(flips, found, theme, plan) for plan in source.names))
        for theme in source.themes
        if any((theme, plan) in found.cells for plan in source.names)
    ]
    yield _numbers([source.say("theme"), *source.names.values()], lines)
    if each:
        yield Entries("flips", tuple(_flip(flip, source) for flip in found.flips))
    empty = sum(flip.made for flip in found.flips)
    counts = {"flips": len(found.flips), "cells": sum(found.cells.values())}
    yield Prose(source.say("stable", **counts, fill=len(found.flips) - empty, empty=empty))


def _share(flips: Counter[tuple[str, str]], found: Stability, theme: str, plan: str) -> str:
    cells = found.cells.get((theme, plan))
    return f"{flips[theme, plan]}/{cells}" if cells else ""


def _flip(flip: Flip, source: Source) -> Entry:
    by = ", ".join(source.say(f"flip_{name}") for name in flip.by)
    text = f"{source.names[flip.plan]}  {flip.label.of(source.lang)}  ({by})"
    return Entry((text,), sign="made" if flip.made else "not_found")


# --- evidence ---


def doubtful_proofs(proofs: Sequence[Proof]) -> Iterator[Shown]:
    """A line for each phrase that is not where it should be, as compilers write them."""
    doubtful = [proof for proof in proofs if proof.status != "exact"]
    if doubtful:
        yield Entries("proofs", tuple(Entry((_proof(proof),)) for proof in doubtful))


def _proof(proof: Proof) -> str:
    status = f"{proof.status} ({proof.likeness:.0f})" if proof.status == "fuzzy" else proof.status
    return f"{proof.evidence.at}: {status}: {proof.commitment.key} 「{proof.evidence.quote}」"
