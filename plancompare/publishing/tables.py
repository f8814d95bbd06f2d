"""All tables of the data set, in the order in which a reader meets them."""

from collections.abc import Sequence

from plancompare.asking.verification import Proof
from plancompare.comparing.comparison import Comparison
from plancompare.model import Lang
from plancompare.publishing.codebook_tables import codebook_tables, theme_ids
from plancompare.publishing.commitment_tables import commitment_tables
from plancompare.publishing.plan_tables import plan_tables
from plancompare.publishing.row_tables import row_tables, unique
from plancompare.publishing.table import Table


def tables(comparison: Comparison, lang: Lang, proofs: Sequence[Proof] = ()) -> tuple[Table, ...]:
    """The comparison as tables; of commitments, those in its rows."""
    themes, rows = theme_ids(comparison), unique(row.id for row in comparison.rows)
    return (
        *plan_tables(comparison, themes),
        *commitment_tables(comparison, rows, proofs),
        *row_tables(comparison, rows, lang),
        *codebook_tables(comparison, themes),
    )
