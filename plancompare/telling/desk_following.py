"""What became of the commitments of a plan above or before, as findings and as annexes of a report."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, get_args

from plancompare.asking.desk.carrying import Carried, Change, Following, to_look_at, untold
from plancompare.asking.desk.desk import Desk
from plancompare.model import Commitment, Lang
from plancompare.telling.blocks import Block, Cell, Column, Grid, Heading, Line, Prose
from plancompare.telling.desk_gaps import nearness
from plancompare.telling.rows import answers
from plancompare.telling.source import figures_of
from plancompare.telling.words import listed, say

Words = Literal["carried", "renewed"]  # begins the keys of messages
MOST = 20  # of what became weaker or is missing, among what a meeting looks at


def tally(verdicts: Iterable[str], words: Words, lang: Lang) -> str:
    """How often each verdict was given, from carried to not."""
    counts = Counter(verdicts)
    order = get_args({"carried": Carried, "renewed": Change}[words])
    counted = [f"{say(f'{words}_{verdict}', lang)} {counts[verdict]}" for verdict in order if counts[verdict]]
    return listed(counted, lang)


class _Pair:
    """The draft beside one other plan: its commitments and what became of each."""

    def __init__(self, words: Words, followings: Sequence[tuple[Following, str]], desk: Desk, lang: Lang) -> None:
        self.words, self.followings, self.lang = words, followings, lang
        self.themes = {theme.id: theme.label.of(lang) for theme in desk.codebook.themes}
        plan = desk.carrying.plan if words == "carried" and desk.carrying else desk.renewal and desk.renewal.plan
        self.title = self.say(f"desk_{words}", plan=plan.name if plan else "")

    def say(self, key: str, **values: object) -> str:
        return say(key, self.lang, **values)

    def theme(self, theme: str) -> str:
        """A theme's label, or its id where the codebook lacks it."""
        return self.themes.get(theme, theme)

    def columns(self) -> tuple[Column, ...]:
        """Place and figures stand in the small print of what they belong to."""
        above = "carried_above" if self.words == "carried" else "renewed_before"
        below = "carried_below" if self.words == "carried" else "desk_draft_text"
        return (
            Column(self.say(above), "label", 40),
            Column(self.say("carried_figures"), "text", 14, small=True),
            Column(self.say("report_place"), "text", 18, small=True),
            Column(self.say("theme"), "text", 16, data=True),
            Column(self.say(self.words), "text", 11),
            Column(self.say(below), "text", 34),
            Column(self.say("desk_own_figures"), "text", 14, small=True),
            Column(self.say("carried_why"), "text", 18, small=True),
            Column(self.say("report_key"), "text", 14, small=True),
            answers(self.lang),
        )

    def line(self, following: Following, verdict: str) -> Line:
        """Words, figures and place above, the verdict, words and figures below, why, and both ids."""
        above, theirs = following.commitment, following.theirs
        below = " / ".join(c.text for c in theirs)
        if theirs and following.carried in ("near", "missing"):
            below = self.say(nearness(following.carried == "near", following.score), text=below, score=following.score)
        why = "; ".join((*map(self.say, following.reasons), *([following.why] if following.why else [])))
        cells: tuple[Cell, ...] = (
            above.text, figures_of(above), above.section.path or above.place, self.theme(following.theme),
            self.say(f"{self.words}_{verdict}"), below, figures_of(*theirs), why,
            ", ".join(c.id for c in (above, *theirs)), "",
        )  # fmt: skip
        return Line(cells, following.theme, following.row)

    def findings(self) -> Iterator[Block]:
        """How often each verdict was given, and what became weaker or is missing."""
        told = tally((verdict for _, verdict in self.followings), self.words, self.lang)
        yield Prose(f"{self.title}　{self.say('carried_summary', total=len(self.followings), told=told)}")
        verdicts = {following.commitment.key: verdict for following, verdict in self.followings}
        first = to_look_at([following for following, _ in self.followings])
        if first:
            lines = tuple(self.line(f, verdicts[f.commitment.key]) for f in first[:MOST])
            count = self.say("telling_first", shown=len(lines), count=len(first)) if len(lines) < len(first) else ""
            caption = f"{self.say(f'{self.words}_first')}{count}"
            yield Grid(f"telling-{self.words}", "", caption, self.columns(), lines, self.say(f"{self.words}_note"))

    def annex(self) -> Iterator[Block]:
        """Each commitment once; those of which nothing can be told, one line a theme (sheets have them one by one)."""
        id = f"desk-{self.words}"
        yield Heading(1, self.title, id)
        lines = [(f.carried, self.line(f, verdict)) for f, verdict in self.followings]
        told = tuple(line for carried, line in lines if carried != "not_covered")
        silent = tuple(line for carried, line in lines if carried == "not_covered")
        grid = Grid(id, id, self.title, self.columns(), told, self.say(f"{self.words}_note"))
        yield grid
        if silent:
            yield grid._replace(id=f"{id}-each", lines=silent, data=True)
            yield self._silent(f"{id}-silent")

    def _silent(self, id: str) -> Grid:
        counts = untold([following for following, _ in self.followings])
        columns = (Column(self.say("theme"), "label", 40), Column(self.say("carried_count"), "number", 10))
        lines = tuple(Line((self.theme(theme), n), theme) for theme, n in counts.items())
        caption = self.say("carried_silent", count=sum(counts.values()), themes=len(counts))
        return Grid(id, "", caption, columns, lines)


def pairs(desk: Desk, lang: Lang) -> tuple[_Pair, ...]:
    """The draft beside the plan above and the plan before, as far as asked for."""
    beside = []
    if desk.carrying:
        beside.append(
            _Pair("carried", [(following, following.carried) for following in desk.carrying.followings], desk, lang)
        )
    if desk.renewal:
        beside.append(_Pair("renewed", [(one.following, one.change) for one in desk.renewal.renewed], desk, lang))
    return tuple(beside)


def beyond(desk: Desk, lang: Lang) -> Iterator[Block]:
    """What the draft promises beyond the plan before it."""
    if not desk.renewal:
        return
    new, untold_, unsure = desk.renewal.beyond
    if new:
        yield own_list("desk-new", say("desk_new", lang), new, lang)
    if untold_:
        yield Prose(say("renewed_untold", lang, count=len(untold_)))
    if unsure:
        yield Prose(say("renewed_unsure", lang, count=len(unsure)))


def own_list(id: str, caption: str, commitments: Iterable[Commitment], lang: Lang) -> Grid:
    """Commitments of the draft."""
    heads = (("report_key", 10), ("desk_draft_text", 50), ("targets", 18), ("report_place", 30))
    columns = tuple(Column(say(head, lang), "text", width) for head, width in heads)
    lines = tuple(Line((c.id, c.text, figures_of(c), c.place)) for c in commitments)
    return Grid(id, id, f"{caption} ({len(lines)})", columns, lines)
