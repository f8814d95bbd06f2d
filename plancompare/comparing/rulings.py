"""Which rulings still hold: those whose texts and plans are as they were judged."""

from plancompare.findings import Finding, Location
from plancompare.messages import Message
from plancompare.model import Corpus, Decision, digest, ids_digest


def rulings_in_force(corpus: Corpus) -> tuple[tuple[Decision, ...], frozenset[str], tuple[Finding, ...]]:
    """The decisions whose texts are still as they were judged, the plans reviewed as they are, and what is stale."""
    judged = {key for decision in corpus.decisions for key in decision.digests}
    texts = {c.key: digest(c.text) for c in corpus.commitments() if c.key in judged}
    good, stale = [], []
    for decision in corpus.decisions:
        changed = [key for key, seen in sorted(decision.digests.items()) if key in texts and texts[key] != seen]
        if changed:
            name = decision.id or " / ".join(decision.members)
            message = Message(
                "decision {name} is stale: {changed} has been reworded; judge it again",
                name=name,
                changed=tuple(changed),
            )
            stale.append(Finding(decision.at or Location(""), "warning", message, "stale-decision"))
        else:
            good.append(decision)
    closed = set()
    for plan in corpus.plans:
        judged_ids = corpus.rulings.reviewed.get(plan.id)
        if judged_ids == ids_digest(plan):
            closed.add(plan.id)
        elif judged_ids is not None:
            message = Message(
                "the review of {id} is stale: commitments have come or gone since; look at the new ones", id=plan.id
            )
            stale.append(Finding(Location(corpus.rulings.file), "warning", message, "stale-decision"))
    return tuple(good), frozenset(closed), tuple(stale)
