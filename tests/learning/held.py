"""What the matcher is worth on a set whose coded texts it did not learn from: tables of the other, shipped mixture."""

from plancompare import compare
from plancompare.asking.evaluation import codings, recall, themes_right
from plancompare.model import Plan
from tests.learning import themes, vectors
from tests.learning.texts import SETS, everything, five_rows, judged_rows, plans_of


def measure() -> None:
    """Print rows, reach, load, coding and themes of each set, with and without the curators' themes."""
    corpus = everything()
    for name in SETS:
        rest = [other for other in SETS if other != name]
        tables = {"vectors": vectors.table(corpus, rest), "themes": themes.table(corpus, rest)}
        catalogue = corpus.catalogue._replace(learned=lambda key, held=tables: held.get(key, b""), key="")  # type: ignore[misc]
        same, unsettled = five_rows(corpus) if name == "five" else judged_rows()
        for given in (True, False):
            plans = tuple(p if given else _without_themes(p) for p in plans_of(corpus, (name,)))
            found = compare(corpus._replace(plans=plans, catalogue=catalogue), decisions=False)
            drawn, coded = recall(found, same, unsettled), codings(found, pins=given)
            shares = (count / coded.number for count in coded[1:])
            facts = [
                f"{name}, themes {'given' if given else 'not given'}:",
                f"rows P {drawn.rows.precision:.3f} R {drawn.rows.recall:.3f} F1 {drawn.rows.f1:.3f}",
                f"reach {drawn.reach:.3f} at {drawn.load:.1f}",
                f"codes {' '.join(f'{share:.3f}' for share in shares)} of {coded.number}",
                f"themes {themes_right(found)}",
            ]
            print("; ".join(facts), flush=True)


def _without_themes(plan: Plan) -> Plan:
    commitments = tuple(c._replace(theme="", also=(), section=c.section._replace(theme="")) for c in plan.commitments)
    return plan._replace(commitments=commitments)
