"""The writer's desk on a screen, in the words of its report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from plancompare.asking.desk.carrying import Following
from plancompare.asking.desk.desk import Desk
from plancompare.asking.desk.gaps import Gap, Gaps, OutOfLine
from plancompare.asking.desk.housekeeping import Untidy
from plancompare.comparing.targets import shown, spread
from plancompare.model import Commitment, Lang
from plancompare.telling.blocks import Entries, Entry, Heading, Own, Prose, Shown, Tone, Words, joined
from plancompare.telling.desk import FAULTS, encoding_note, fault_counts, gap_counts, tally
from plancompare.telling.rows import basis
from plancompare.telling.source import MOST_CANDIDATES, Source, figures_of
from plancompare.telling.words import counted, say, template

# how a verdict is toned: as the state of a cell that it comes near to
_TONES: Mapping[str, Tone] = {
    "same": "made", "kept": "made", "strengthened": "made", "raised": "made", "localised": "target", "near": "unsure",
    "weakened": "not_covered", "lowered": "not_covered", "missing": "not_found", "dropped": "not_found",
    "not_covered": "faint", "not_applicable": "faint",
}  # fmt: skip


def desk_on_screen(desk: Desk, lang: Lang) -> Iterator[Shown]:
    """Whatever was asked, one part after the other."""
    if desk.encoded:
        yield Prose(encoding_note(desk, lang), tone="not_covered")
    if desk.gaps:
        yield from _gaps(desk.gaps, lang)
    if desk.carrying:
        yield Heading(2, say("desk_carried", lang, plan=desk.carrying.plan.name))
        yield from _following([(f, f.carried) for f in desk.carrying.found], "carried", lang)
    if desk.renewal:
        yield Heading(2, say("desk_renewed", lang, plan=desk.renewal.plan.name))
        yield from _following([(f.following, f.change) for f in desk.renewal.found], "renewed", lang)
        new, untold, unsure = desk.renewal.beyond
        if new:
            yield Heading(2, f"{say('desk_new', lang)} ({len(new)})")
            yield Entries("listed", tuple(Entry(_words(c, c.section.path), c.id) for c in new))
        if untold:
            yield Prose(say("renewed_untold", lang, count=len(untold)))
        if unsure:
            yield Prose(say("renewed_unsure", lang, count=len(unsure)))
    if desk.own is not None:
        yield from _own(desk, desk.own, lang)


def _words(commitment: Commitment, *tail: str | Words, label: str = "") -> Words:
    """A commitment's words, unless ``label`` has them already, its figures, and what stands behind them."""
    figures = figures_of(commitment)
    text = "" if commitment.text == label else commitment.text
    return joined((text, Own(f"[{figures}]") if figures else "", *tail))


def _gaps(gaps: Gaps, lang: Lang) -> Iterator[Shown]:
    """Missing, near, and figures out of line, with a line of counts at the end."""
    source = Source(gaps.comparison, lang)
    for kind, found in (("missing", gaps.missing), ("near", gaps.near)):
        if found:
            yield Heading(2, f"{say(f'desk_{kind}', lang)} ({len(found)})")
            yield Entries("gaps", tuple(_gap(gap, source) for gap in found))
    if gaps.figures:
        yield Heading(2, f"{say('desk_figures', lang)} ({len(gaps.figures)})")
        yield Entries("figures", tuple(_out_of_line(found, gaps, source) for found in gaps.figures))
    if not gaps.gaps and not gaps.unknown:
        yield Heading(2, say("desk_nothing", lang))
    yield Prose(say("desk_summary", lang, **gap_counts(gaps)))


def _gap(gap: Gap, source: Source) -> Entry:
    """How many peers, the promise, each peer's words, their figures, the nearest passage."""
    row, label = gap.row, source.label(gap.row)
    below = [Entry(_words(c, c.section.path, c.id, label=label), source.names[c.plan]) for c in row.commitments]
    for several in gap.figures.values():
        if len(several) > 1:
            words = f"{source.say('desk_spread')} {spread([target for _, target in several])}"
            below.append(Entry((Own(words),), tone="target"))
    for near in gap.candidates[:MOST_CANDIDATES] or [gap.nearest]:
        if near:
            below.append(
                _near(near.commitment, near.score, source.lang)._replace(sign="unsure" if gap.candidates else "")
            )
    undecided = basis(row, source.lang) if row.weakest_link is not None else ""
    text = joined((f"{label}  [{source.theme(row.theme)}]", Own(undecided)))
    count = counted(gap.made, gap.covered, gap.unsure, source.lang)
    return Entry(text, count, tone="head", entries=tuple(below))


def _near(commitment: Commitment, score: int | None, lang: Lang) -> Entry:
    """The draft's nearest passage, and how near it comes."""
    before, after = template("desk_you_say", lang).replace("{score}", str(score)).split("{text}")
    text = (Own(before), *_words(commitment, commitment.section.path, commitment.id), Own(after))
    return Entry(text, tone="faint")


def _out_of_line(found: OutOfLine, gaps: Gaps, source: Source) -> Entry:
    """The draft's figure, and below it each peer's with how it stands to the draft's."""
    indicator = gaps.comparison.indicators.get(found.measure)
    label = indicator.label.of(source.lang) if indicator else found.measure
    mine = shown(found.mine) if found.mine else source.say("desk_none")
    own = found.row.cells[gaps.draft.id].commitments[0]
    peers = tuple(
        Entry((Own(" · ".join((shown(target), source.say(found.relations[plan])))),), source.names[plan])
        for plan, target in found.peers.items()
    )
    head = (f"{label}: ", Own(f"{source.say('desk_mine')} {mine}"))
    return Entry(joined((head, own.text, own.id)), tone="head", entries=peers)


def _following(found: Sequence[tuple[Following, str]], words: str, lang: Lang) -> Iterator[Shown]:
    """Each commitment above, what became of it, and the draft's words for it; a line of counts at the end."""
    yield Entries("followed", tuple(_followed(following, verdict, words, lang) for following, verdict in found))
    counts = tally((verdict for _, verdict in found), words, lang)
    yield Prose(say("carried_summary", lang, total=len(found), told=counts))


def _followed(following: Following, verdict: str, words: str, lang: Lang) -> Entry:
    above = following.commitment
    below = [Entry((following.why,), tone="faint")] if following.why else []
    if following.carried in ("near", "missing"):
        below += [_near(c, following.score, lang) for c in following.theirs]
    else:
        reasons = "; ".join(say(reason, lang) for reason in following.reasons)
        below += [Entry((Own("→ "), *_words(c, c.id, reasons)), tone="faint") for c in following.theirs]
    lead, tone = say(f"{words}_{verdict}", lang), _TONES[verdict]
    return Entry(_words(above, above.section.path), lead, lead_tone=tone, entries=tuple(below))


def _own(desk: Desk, found: Iterable[Untidy], lang: Lang) -> Iterator[Shown]:
    """Faults of the draft's own house, kind by kind."""
    for fault in FAULTS:
        several = [untidy for untidy in found if untidy.fault == fault]
        if several:
            yield Heading(2, f"{say(f'fault_{fault}', lang)} ({len(several)})")
            yield Entries("listed", tuple(map(_untidy, several)))
    yield Prose(say("desk_self_summary", lang, **fault_counts(desk)))


def _untidy(untidy: Untidy) -> Entry:
    c, other = untidy.commitment, untidy.other
    also = joined((other.id, Own(f"[{figures_of(other)}]")), " ") if other and other is not c else ""
    return Entry(_words(c, also, untidy.word, c.section.path), c.id)
