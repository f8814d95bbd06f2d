"""The writer's desk: all that can be asked about one draft, as one value."""

from collections.abc import Sequence
from typing import NamedTuple

from plancompare.asking.desk.carrying import Beyond, Following, Renewed, follow, renew
from plancompare.asking.desk.gaps import Gaps, find_gaps
from plancompare.asking.desk.housekeeping import Untidy, look_over
from plancompare.asking.desk.reach import as_excerpt
from plancompare.asking.desk.said import Said
from plancompare.asking.desk.shortlist import Shortlist, shortlist
from plancompare.comparing.comparison import compare
from plancompare.model import Codebook, Corpus, Plan


class Request(NamedTuple):
    """What a writer asks: which peers, which plan above, which plan before, whether to look at the draft's own house.

    Plans are ids; ``least_peers`` leaves out promises that fewer peers make (0: nobody said, and the usual ones are
    listed), ``every`` lists all that is left. ``excerpt``: the draft is a part of a plan.
    """

    draft: str
    peers: tuple[str, ...] = ()
    above: str = ""
    before: str = ""
    tidy: bool = False
    least_peers: int = 0
    theme: str = ""
    every: bool = False
    excerpt: bool = False


class Carrying(NamedTuple):
    """The plan above, and what became of each of its commitments."""

    plan: Plan
    followings: tuple[Following, ...]


class Renewal(NamedTuple):
    """The plan before, what became of each of its commitments, and what the draft promises beyond them."""

    plan: Plan
    renewed: tuple[Renewed, ...]
    beyond: Beyond


class Desk(NamedTuple):
    """The answers; None (or empty) where nobody asked. ``encoded`` names the file if the machine encoded the draft.

    ``looked_over`` counts the commitments among which ``untidy`` was found.
    """

    draft: Plan
    request: Request
    codebook: Codebook
    gaps: Gaps | None = None
    carrying: Carrying | None = None
    renewal: Renewal | None = None
    untidy: tuple[Untidy, ...] | None = None
    looked_over: int = 0
    encoded: str = ""

    @property
    def listed(self) -> Shortlist | None:
        """What of the gaps is to be listed."""
        return shortlist(self.gaps, self.request.least_peers, self.request.every) if self.gaps else None

    @property
    def missing(self) -> int:
        """How many promises of peers, and of the plan above, nothing in the draft comes near to."""
        above = sum(following.carried == "missing" for following in self.carrying.followings) if self.carrying else 0
        return (len(self.gaps.missing) if self.gaps else 0) + above


def sit_down(corpus: Corpus, request: Request, encoded: str = "", said: Sequence[Said] = ()) -> Desk:
    """Answer what is ``request``; ``said`` are words of the draft's text that are no commitment of it.

    Raises KeyError for a plan that the corpus lacks.
    """
    if request.excerpt:
        corpus = as_excerpt(corpus, request.draft)
    plans = {plan.id: plan for plan in corpus.plans}
    draft = plans[request.draft]
    gaps = carrying = renewal = untidy = None
    looked_over = 0
    if request.peers:
        comparison = compare(corpus, [request.draft, *request.peers]).only(theme=request.theme)
        gaps = find_gaps(comparison, request.draft, max(1, request.least_peers), said)
    if request.above:
        pair = compare(corpus, [request.above, request.draft]).only(theme=request.theme)
        carrying = Carrying(plans[request.above], follow(pair, request.above, request.draft))
    if request.before:
        pair = compare(corpus, [request.before, request.draft]).only(theme=request.theme)
        renewal = Renewal(plans[request.before], *renew(pair, request.before, request.draft))
    if request.tidy:
        alone = compare(corpus, [request.draft]).only(theme=request.theme)
        wanted = {c.key for row in alone.rows for c in row.commitments}
        untidy = look_over([c for c in draft.commitments if c.key in wanted], corpus.indicators)
        looked_over = len(wanted)
    return Desk(draft, request, corpus.codebook, gaps, carrying, renewal, untidy, looked_over, encoded)
