"""Which passages of a draft leave a doubt that it makes a promise: not those that are plainly said of another.

The aligner shows whatever may be a promise, passage by passage. A writer has the whole before him: what comes far
nearer to another row, itself or by the sentence that it was cut out of, is no reason to look twice at this one.
"""

from collections.abc import Mapping
from functools import cached_property

from plancompare.asking.desk.said import Heard
from plancompare.comparing.comparison import Comparison
from plancompare.comparing.rows import Near, Row

# Both chosen on five drafts with known holes (tests/asking/test_draft_gaps.py), beside a least score for lone clauses:
# of 627 rows with a doubt 527 are left, 53 of 54 holes are told as missing (50 before), and of 132 promises one more.
PLAINLY = 0.2  # of the points with another row: who has less of them with this one is plainly said of the other
HARDLY = 0.1  # a passage that is a row's standards with less probability is hardly one of them


class Doubt:
    """The passages of one draft, as far as people said nothing of them."""

    def __init__(self, comparison: Comparison, draft: str, heard: Heard) -> None:
        self._comparison = comparison
        self._draft = draft
        self._heard = heard
        self._ruled = {key for ruling in comparison.rulings for key in ruling.members}

    def candidates(self, row: Row) -> tuple[Near, ...]:
        """The passages of the draft that leave a doubt whether it makes the promise of ``row``, best first."""
        return tuple(near for near in row.cells[self._draft].candidates if self._is_open(near, row))

    def _is_open(self, near: Near, row: Row) -> bool:
        key = near.commitment.key
        if self._comparison.code(key) or key in self._ruled:
            return True  # people had it before them, and left it open
        if near.score < PLAINLY * self._best[key] and self._share(key, row) < HARDLY:
            return False
        around = self._heard.around(near.commitment, row)
        if around is None:
            return True
        here, anywhere = around
        return here >= self._comparison.settings.thresholds.review or near.score >= PLAINLY * anywhere

    @cached_property
    def _best(self) -> Mapping[str, int]:
        """The points that each passage has with the row that holds it, or with one that it may belong to."""
        best: dict[str, int] = {}
        for row in self._comparison.rows:
            cell = row.cells[self._draft]
            scores = [(near.commitment.key, near.score) for near in cell.candidates]
            others = [c.key for c in row.commitments if c.plan != self._draft]
            scores += [(c.key, self._comparison.score(c.key, key).total) for c in cell.commitments for key in others]
            for key, score in scores:
                best[key] = max(score, best.get(key, 0))
        return best

    def _share(self, key: str, row: Row) -> float:
        """How probably a passage is one of the standards that people coded a row as."""
        codes = {self._comparison.code(c.key) for c in row.commitments}
        return sum(share for id, share in self._comparison.coding(key).shares.items() if id in codes)
