"""Why two commitments are, or are not, one row, on a screen: standards, the parts of a score, codes, rivals."""

from collections.abc import Iterator, Sequence

from plancompare.asking.explanation import Explanation, Rival, rivals
from plancompare.comparing.people import NONE
from plancompare.model import Codebook, Lang
from plancompare.telling.blocks import Addend, Entries, Entry, Heading, Own, Prose, Shown, Sum, Words, joined
from plancompare.telling.collection import at_its_place
from plancompare.telling.rows import basis
from plancompare.telling.source import Source
from plancompare.telling.words import say

LITTLE = 0.05  # log-odds that move a score by a point at most


def pair_explanation(explanation: Explanation, source: Source, size: bool = False) -> Iterator[Shown]:
    """Both texts with what they share marked, the parts of their score, the verdict, the rivals.

    ``size``: also what the size of their plans does to the score.
    """
    pair = (explanation.a, explanation.b)
    stretches = [stretch for stretch, _ in explanation.shared]
    yield Entries("texts", tuple(at_its_place(c, (_marked(c.text, stretches),), source.names[c.plan]) for c in pair))
    yield _sum(explanation, source)
    yield Prose(_meaning(explanation, source), tone="faint")
    if size:
        yield Prose(_size(explanation.size, source), tone="faint")
    for commitment, other in (pair, pair[::-1]):
        yield Heading(4, source.say("rivals", name=commitment.key, plan=source.names[other.plan]))
        candidates = explanation.rivals[commitment.key]
        yield Entries("rivals", tuple(rival_entry(rival, rival.commitment.key == other.key) for rival in candidates))


def commitment_explanation(key: str, source: Source) -> Iterator[Shown]:
    """One commitment: its row, and the best candidates in every other plan."""
    comparison, say = source.comparison, source.say
    commitment, row = comparison.commitment(key), comparison.row_of(key)
    facts = (say("in_row", row=row.id), source.counted(row), basis(row, source.lang))
    text = at_its_place(commitment, (commitment.text,), source.names[commitment.plan])
    yield Entries("texts", (text, Entry((Own(" · ".join(filter(None, facts))),))))
    yield from _standards(key, source)
    members = {c.key for c in row.commitments}
    for plan in comparison.plans:
        if plan.id != commitment.plan:
            yield Heading(3, plan.name)
            candidates = rivals(comparison, key, plan.id)
            yield Entries("rivals", tuple(rival_entry(rival, rival.commitment.key in members) for rival in candidates))


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
        with_share = source.say("standard_shared", label=label, share=f"{shared.share:.0%}")
        yield label if all(explanation.codes) else with_share
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


def _marked(text: str, stretches: Sequence[str]) -> str:
    """A text with the stretches that another shares in brackets."""
    for stretch in sorted((s for s in stretches if len(s) > 1), key=len, reverse=True):
        if stretch in text and f"[{stretch}" not in text:
            text = text.replace(stretch, f"[{stretch}]", 1)
    return text


def rival_entry(rival: Rival, same: bool = False) -> Entry:
    """A candidate with its score, a star before it if it is the ``same`` that was asked for."""
    words = joined((rival.commitment.text, rival.commitment.key))
    return Entry(words, f"{'*' if same else ' '}{rival.score.total:3d}")
