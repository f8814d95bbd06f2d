"""What a writer is shown first: what is widely promised, usual, not yet over, and in the order of the draft."""

from collections.abc import Sequence
from typing import NamedTuple

from plancompare.asking.desk.gaps import Gap, Gaps
from plancompare.asking.desk.out_of_line import OutOfLine

USUAL_PEERS = 2  # so many peers, and half of those that can be compared, make a promise one that a draft might lack
MOST_MISSING, MOST_NEAR, MOST_FIGURES = 20, 6, 4  # a choice: with the words of peers they fill two screens


class Shortlist(NamedTuple):
    """What is listed of the gaps, in the order of the draft's own chapters, and how much there is.

    ``missing_in_all`` and ``near_in_all`` count what belongs here before the lists were cut; ``left_out`` counts the
    gaps that fewer peers promise. Themes that the draft never touches count in neither.
    """

    missing: tuple[Gap, ...]
    near: tuple[Gap, ...]
    figures: tuple[OutOfLine, ...]
    missing_in_all: int
    near_in_all: int
    left_out: int

    @property
    def rows(self) -> frozenset[str]:
        """The ids of the rows listed as missing or near."""
        return frozenset(gap.row.id for gap in (*self.missing, *self.near))


def shortlist(gaps: Gaps, least_peers: int = 0, every: bool = False) -> Shortlist:
    """What to list: all gaps (``every``), those of ``least_peers``, or what is usual among the peers (0)."""
    if every:
        return Shortlist(gaps.missing, gaps.near, gaps.figures, len(gaps.missing), len(gaps.near), 0)
    touched = [gap for gap in gaps.gaps if gap.touched]
    chosen = [gap for gap in touched if _belongs(gap, least_peers, len(gaps.peers))]
    missing, near = ([gap for gap in chosen if gap.kind == kind] for kind in ("missing", "near"))
    return Shortlist(
        _first(missing, MOST_MISSING, gaps.chapters),
        _first(near, MOST_NEAR, gaps.chapters),
        tuple(sorted(gaps.figures, key=_is_beside))[:MOST_FIGURES],
        len(missing),
        len(near),
        len(touched) - len(chosen),
    )


def _is_beside(figure: OutOfLine) -> bool:
    """Whether a figure stands beside the draft's and nothing can be said of the two."""
    return {*figure.relations.values()} == {"not_comparable"}


def _belongs(gap: Gap, least_peers: int, peers: int) -> bool:
    if least_peers:
        return gap.made >= least_peers
    return gap.made >= min(USUAL_PEERS, peers) and 2 * gap.made >= gap.covered


def _first(gaps: Sequence[Gap], most: int, chapters: Sequence[str]) -> tuple[Gap, ...]:
    """The first of ``gaps`` that the draft might take up, in the order of its chapters; ties stay as they are."""
    best = sorted(gaps, key=lambda gap: (gap.over, not gap.row.standard, -gap.made, -gap.made / gap.covered))[:most]
    return tuple(sorted(best, key=lambda gap: chapters.index(gap.row.theme)))
