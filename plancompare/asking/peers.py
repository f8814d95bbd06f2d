"""The plans nearest to one: which usual promises both make, over what both texts treat whole.

Codes of the catalogue alone are asked, so that a plan is held against thousands without aligning a single pair. What
only one makes counts against nearness just where silence of the other proves something: its text treats the theme
whole, and nothing in it that nobody coded may be the promise.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from plancompare.asking.standards import speaks
from plancompare.asking.usual import Usual
from plancompare.model import Plan

# Of fewer codes than this a share says too little to rank by: one more would move it by ten points or so. A choice.
LEAST = 10
Reason = Literal["no_codes", "no_theme", "few_codes"]


class Peer(NamedTuple):
    """One plan beside the plan asked about: codes that both make, that one alone makes, of which we cannot say.

    ``themes`` are those that both texts treat whole; nothing else is compared.
    """

    plan: Plan
    shared: tuple[str, ...]
    only_plan: tuple[str, ...]
    only_peer: tuple[str, ...]
    unsure: tuple[str, ...]
    themes: tuple[str, ...]

    @property
    def either(self) -> int:
        """The codes that at least one of them makes: n."""
        return len(self.shared) + len(self.only_plan) + len(self.only_peer)

    @property
    def jaccard(self) -> Fraction | None:
        """The share of these that both make (Jaccard 1912), exactly; None where there are none."""
        return Fraction(len(self.shared), self.either) if self.either else None


class Apart(NamedTuple):
    """A plan that was not ranked, and why; ``codes`` is what there was to compare."""

    plan: Plan
    reason: Reason
    codes: int = 0


class Peers(NamedTuple):
    """The plans nearest to ``plan`` first, and those that cannot be ranked."""

    plan: Plan
    ranked: tuple[Peer, ...]
    apart: tuple[Apart, ...]


class _Codes(NamedTuple):
    """What one plan makes and may make, by theme."""

    made: Mapping[str, frozenset[str]]
    perhaps: Mapping[str, frozenset[str]]


_NONE: frozenset[str] = frozenset()


def peers(plan: Plan, plans: Iterable[Plan], usual: Sequence[Usual], themes: Sequence[str]) -> Peers:
    """``plans`` by how near they come to ``plan``, over ``themes`` (ids) that both texts treat whole.

    The nearest is the one with the largest share of codes in common; of equal shares the one with more codes in common,
    then the one whose id comes first.
    """
    codes = _codes(usual)
    ranked, apart = [], []
    for other in plans:
        if other.id == plan.id:
            continue
        peer = _peer(plan, other, codes, themes)
        if reason := _reason(peer, codes):
            apart.append(Apart(other, reason, peer.either))
        else:
            ranked.append(peer)
    ranked.sort(key=lambda peer: (-(peer.jaccard or 0), -len(peer.shared), peer.plan.id))
    return Peers(plan, tuple(ranked), tuple(sorted(apart, key=lambda one: one.plan.id)))


def _codes(usual: Sequence[Usual]) -> Mapping[str, _Codes]:
    """Plan -> theme -> standards."""
    made: dict[str, dict[str, set[str]]] = {}
    perhaps: dict[str, dict[str, set[str]]] = {}
    for one in usual:
        for table, makers in ((made, one.made), (perhaps, one.perhaps)):
            for plan in makers:
                table.setdefault(plan, {}).setdefault(one.standard.theme, set()).add(one.standard.id)
    plans = {*made, *perhaps}
    return {plan: _Codes(_frozen(made.get(plan, {})), _frozen(perhaps.get(plan, {}))) for plan in plans}


def _frozen(table: Mapping[str, set[str]]) -> Mapping[str, frozenset[str]]:
    return {theme: frozenset(codes) for theme, codes in table.items()}


def _peer(plan: Plan, other: Plan, codes: Mapping[str, _Codes], themes: Sequence[str]) -> Peer:
    both = [theme for theme in themes if speaks(plan, theme) and speaks(other, theme)]
    nothing = _Codes({}, {})
    one, two = codes.get(plan.id, nothing), codes.get(other.id, nothing)
    shared, mine, theirs, unsure = set[str](), set[str](), set[str](), set[str]()
    for theme in both:
        made, made_there = one.made.get(theme, _NONE), two.made.get(theme, _NONE)
        only, only_there = made - made_there, made_there - made
        open_there, open_here = only & two.perhaps.get(theme, _NONE), only_there & one.perhaps.get(theme, _NONE)
        shared |= made & made_there
        mine |= only - open_there
        theirs |= only_there - open_here
        unsure |= open_there | open_here
    counted = [tuple(sorted(several)) for several in (shared, mine, theirs, unsure)]
    return Peer(other, counted[0], counted[1], counted[2], counted[3], tuple(both))


def _reason(peer: Peer, codes: Mapping[str, _Codes]) -> Reason | None:
    """Why a plan is not ranked."""
    if peer.plan.id not in codes or not codes[peer.plan.id].made:
        return "no_codes"
    if not peer.themes:
        return "no_theme"
    return "few_codes" if peer.either < LEAST else None
