"""What became of the evidence: the phrases that need a look, and the counts."""

from collections import Counter
from typing import Any

import click

from plancompare.asking.verification import Proof, Verified
from plancompare.model import Lang
from plancompare.telling.text import printable
from plancompare.telling.words import say


def proof_data(proof: Proof) -> dict[str, Any]:
    """A proof as plain values; offsets are code points of the source as decoded."""
    return {
        "plan": proof.commitment.plan,
        "commitment": proof.commitment.id,
        "quote": proof.evidence.quote,
        "status": proof.status,
        "start": proof.start,
        "end": proof.end,
    }


def write_proofs(verified: Verified, lang: Lang) -> None:
    """A line for each phrase that is not where it should be, then the counts (on stderr)."""
    for proof in verified.proofs:
        if proof.status != "exact":
            told = f"{proof.status} ({proof.likeness:.0f})" if proof.status == "fuzzy" else proof.status
            quote = printable(proof.evidence.quote)
            click.echo(f"{proof.evidence.at}: {told}: {proof.commitment.key} 「{quote}」")
    for plan, trouble in verified.troubles:
        click.echo(say(trouble, lang, plan=plan.name, file=plan.source.file or "?"), err=True)
    counts = Counter(proof.status for proof in verified.proofs)
    statuses = {status: counts[status] for status in ("exact", "moved", "fuzzy", "ambiguous", "lost")}
    click.echo(say("verified", lang, total=len(verified.proofs), **statuses), err=True)
    if verified.texts:
        share = len(verified.copies) / verified.texts
        click.echo(say("copied", lang, count=len(verified.copies), share=share), err=True)
