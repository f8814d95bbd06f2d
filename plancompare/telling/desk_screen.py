"""The writer's desk on a screen, in the words of its report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from plancompare.asking.desk.carrying import Following, untold
from plancompare.asking.desk.desk import Desk
from plancompare.asking.desk.gaps import Gap, Gaps
from plancompare.asking.desk.housekeeping import Untidy
from plancompare.asking.desk.out_of_line import OutOfLine
from plancompare.asking.desk.said import Echo
from plancompare.comparing.targets import shown, spread
from plancompare.model import Commitment, Lang
from plancompare.telling import blocks
from plancompare.telling.blocks import Entries, Entry, Heading, Own, Prose, Shown, Tone, joined
from plancompare.telling.desk import FAULTS, fault_counts, opening
from plancompare.telling.desk_following import Words, tally
from plancompare.telling.desk_gaps import campaign, echo_key, gap_counts, nearness, notes, own_figure, standing
from plancompare.telling.rows import basis
from plancompare.telling.source import MOST_CANDIDATES, Source, figures_of
from plancompare.telling.words import counted, say, template

_ONE_LINE = 45  # columns for the names of themes, so that they and what is said of them fill one line of 100
_PEERS = 2  # whose words stand in the short list; the count before them says how many there are
# how a verdict is toned: as the state of a cell that it comes near to
_TONES: Mapping[str, Tone] = {
    "same": "made", "kept": "made", "strengthened": "made", "raised": "made", "localised": "target", "near": "unsure",
    "weakened": "not_covered", "lowered": "not_covered", "missing": "not_found", "dropped": "not_found",
    "not_covered": "faint", "not_applicable": "faint",
}  # fmt: skip


def desk_on_screen(desk: Desk, lang: Lang) -> Iterator[Shown]:
    """Whatever was asked, one part after the other."""
    for note in opening(desk, lang):
        yield Prose(note, tone="not_covered")
    yield from _gaps(desk, lang)
    if desk.carrying:
        yield Heading(2, say("desk_carried", lang, plan=desk.carrying.plan.name))
        yield from _following([(f, f.carried) for f in desk.carrying.followings], "carried", desk, lang)
    if desk.renewal:
        yield Heading(2, say("desk_renewed", lang, plan=desk.renewal.plan.name))
        yield from _following([(f.following, f.change) for f in desk.renewal.renewed], "renewed", desk, lang)
        new, untold, unsure = desk.renewal.beyond
        if new:
            yield Heading(2, f"{say('desk_new', lang)} ({len(new)})")
            yield Entries("listed", tuple(Entry(_words(c, c.section.path), c.id) for c in new))
        if untold:
            yield Prose(say("renewed_untold", lang, count=len(untold)))
        if unsure:
            yield Prose(say("renewed_unsure", lang, count=len(unsure)))
    if desk.untidy is not None:
        yield from _housekeeping(desk, desk.untidy, lang)


def _words(commitment: Commitment, *tail: str | blocks.Words) -> blocks.Words:
    """A commitment's words, its figures, and what stands behind them."""
    figures = figures_of(commitment)
    return joined((commitment.text, Own(f"[{figures}]") if figures else "", *tail))


def _gaps(desk: Desk, lang: Lang) -> Iterator[Shown]:
    """The counts, what was left out, then what is missing, near, and which figures are out of line."""
    gaps, short = desk.gaps, desk.listed
    if not gaps or not short:
        return
    source = Source(gaps.comparison, lang)
    yield Prose(say("desk_summary", lang, **gap_counts(gaps, short)))
    for note in notes(desk, gaps, short, source, 0 if desk.request.every else _ONE_LINE):
        yield Prose(note, tone="faint")
    tell = _gap if desk.request.every else _brief
    lists = (("missing", short.missing, short.missing_in_all), ("near", short.near, short.near_in_all))
    for kind, listed, in_all in lists:
        if listed:
            yield Heading(2, f"{say(f'desk_{kind}', lang)} ({_cut(len(listed), in_all, lang)})")
            yield Entries("gaps", tuple(tell(gap, source) for gap in listed))
    if short.figures:
        yield Heading(2, f"{say('desk_figures', lang)} ({_cut(len(short.figures), len(gaps.figures), lang)})")
        yield Entries("figures", tuple(_out_of_line(figure, gaps, source) for figure in short.figures))
    if not gaps.gaps and not gaps.unknown:
        yield Heading(2, say("desk_nothing", lang))


def _cut(number: int, in_all: int, lang: Lang) -> str:
    return str(in_all) if number == in_all else say("of", lang, made=number, covered=in_all)


def _gap(gap: Gap, source: Source) -> Entry:
    """How many peers, the promise, each peer's words, their figures, what the draft says near to it."""
    below = [Entry(_words(c, c.section.path, c.id), source.names[c.plan]) for c in gap.row.commitments]
    for several in gap.figures.values():
        if len(several) > 1:
            words = f"{source.say('desk_spread')} {spread([target for _, target in several])}"
            below.append(Entry((Own(words),), tone="target"))
    nearest = gap.candidates[:MOST_CANDIDATES] or ([gap.nearest] if gap.nearest and not gap.echoes else [])
    below += [_echo(echo, source.lang) for echo in gap.echoes[:MOST_CANDIDATES]]
    below += [_near(near.commitment, near.score, bool(gap.candidates), source.lang) for near in nearest]
    return _head(gap, source, below)


def _brief(gap: Gap, source: Source) -> Entry:
    """How many peers, the promise, the first words of two peers, or the likeliest words of the draft."""
    below = []
    passages = [cell.commitments for cell in gap.row.cells.values() if cell.commitments]
    for first, *more in passages[:_PEERS] if gap.kind == "missing" else ():
        tail = Own(source.say("desk_more_of_peer", count=len(more))) if more else ""
        below.append(Entry((*_words(first, first.id), tail), source.names[first.plan]))
    below += [_echo(echo, source.lang) for echo in gap.echoes[:1]]
    below += [_near(near.commitment, near.score, True, source.lang) for near in gap.candidates[: 1 - len(below)]]
    return _head(gap, source, below)


def _head(gap: Gap, source: Source, below: Sequence[Entry]) -> Entry:
    row = gap.row
    undecided = basis(row, source.lang) if row.weakest_link is not None else ""
    title = f"{source.label(row)}  [{source.theme(row.theme)}]"
    text = joined((title, Own(undecided), Own(campaign(gap, source))))
    count = counted(gap.made, gap.covered, gap.unsure, source.lang)
    return Entry(text, count, tone="head", entries=tuple(below))


def _near(commitment: Commitment, score: int | None, unsure: bool, lang: Lang) -> Entry:
    """A passage of the draft, and how near it comes; ``unsure`` where it may be the promise."""
    before, after = _around(nearness(unsure, score), score, lang)
    text = (Own(before), *_words(commitment, commitment.section.path, commitment.id), Own(after))
    return Entry(text, tone="faint", sign="unsure" if unsure else "")


def _echo(echo: Echo, lang: Lang) -> Entry:
    """What the draft says outside its commitments, and where."""
    before, after = _around(echo_key(echo), echo.score, lang)
    text = (Own(before), *joined((echo.said.text, echo.said.section.path)), Own(after))
    return Entry(text, tone="faint", sign="unsure")


def _around(key: str, score: int | None, lang: Lang) -> tuple[str, str]:
    """The words before and behind those of the draft."""
    before, after = template(key, lang).replace("{score}", str(score)).split("{text}")
    return before, after


def _out_of_line(figure: OutOfLine, gaps: Gaps, source: Source) -> Entry:
    """The draft's figure, and below it each peer's with how it stands to the draft's."""
    indicator = gaps.comparison.indicators.get(figure.measure)
    label = indicator.label.of(source.lang) if indicator else figure.measure
    commitment = figure.row.cells[gaps.draft.id].commitments[0]
    peers = tuple(
        Entry((Own(" · ".join((shown(target), standing(figure, plan, source)))),), source.names[plan])
        for plan, target in figure.peers.items()
    )
    head = Own(source.say("desk_figure_of", label=label, figure=own_figure(figure, source)))
    return Entry(joined((head, commitment.text, commitment.id)), tone="head", entries=peers)


def _following(found: Sequence[tuple[Following, str]], words: Words, desk: Desk, lang: Lang) -> Iterator[Shown]:
    """Each commitment above, what became of it, and the draft's words for it; then counts.

    Those of which nothing can be told are a line a theme.
    """
    told = [(following, verdict) for following, verdict in found if following.carried != "not_covered"]
    yield Entries("followed", tuple(_followed(following, verdict, words, lang) for following, verdict in told))
    silent = untold([following for following, _ in found])
    if silent:
        themes = {theme.id: theme.label.of(lang) for theme in desk.codebook.themes}
        yield Heading(3, say("carried_silent", lang, count=sum(silent.values()), themes=len(silent)))
        lines = (f"{themes.get(theme, theme)} {count}" for theme, count in silent.items())
        yield Entries("listed", tuple(Entry((line,), tone="faint") for line in lines))
    counts = tally((verdict for _, verdict in found), words, lang)
    yield Prose(say("carried_summary", lang, total=len(found), told=counts))


def _followed(following: Following, verdict: str, words: Words, lang: Lang) -> Entry:
    above = following.commitment
    below = [Entry((following.why,), tone="faint")] if following.why else []
    if following.carried in ("near", "missing"):
        unsure = following.carried == "near"
        below += [_near(c, following.score, unsure, lang)._replace(sign="") for c in following.theirs]
    else:
        reasons = "; ".join(say(reason, lang) for reason in following.reasons)
        below += [Entry((Own("→ "), *_words(c, c.id, reasons)), tone="faint") for c in following.theirs]
    lead, tone = say(f"{words}_{verdict}", lang), _TONES[verdict]
    return Entry(_words(above, above.section.path), lead, lead_tone=tone, entries=tuple(below))


def _housekeeping(desk: Desk, faults: Iterable[Untidy], lang: Lang) -> Iterator[Shown]:
    """Faults of the draft's own house, kind by kind."""
    for fault in FAULTS:
        several = [untidy for untidy in faults if untidy.fault == fault]
        if several:
            yield Heading(2, f"{say(f'fault_{fault}', lang)} ({len(several)})")
            yield Entries("listed", tuple(map(_untidy, several)))
    yield Prose(say("desk_self_summary", lang, **fault_counts(desk)))


def _untidy(untidy: Untidy) -> Entry:
    c, other = untidy.commitment, untidy.other
    also = joined((other.id, Own(f"[{figures_of(other)}]")), " ") if other and other is not c else ""
    return Entry(_words(c, also, untidy.word, c.section.path), c.id)
