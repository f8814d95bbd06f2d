"""Finds every evidence phrase again in its source: exact, moved, fuzzy, ambiguous or lost.

Phrases are sought in a normalised copy (widths folded, white space and page markers gone) that remembers where each of
its characters came from; offsets told are code points of the source as decoded. The ladder of statuses and
the cut-off of .90 for an approximate quote follow the re-anchoring of W3C text quote selectors.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple

from plancompare.comparing import strings
from plancompare.errors import PlanCompareError
from plancompare.files import is_file, read_whole
from plancompare.model import Commitment, Evidence, Plan, Section

Status = Literal["exact", "moved", "fuzzy", "ambiguous", "lost"]
FUZZY = 90.0  # likeness of an approximate quote, see above
COPIED = 16  # running characters shared with the source that make a text a copy: a choice, a clause
# "2、" at the start of a line: the page marks of document-sharing sites, which fall inside words
_PAGE_MARK = re.compile(r"(?m)^[ \t]*\d{1,4}、")


class Proof(NamedTuple):
    """What became of one phrase; ``start`` and ``end`` are offsets in the source, None if it is lost."""

    commitment: Commitment
    evidence: Evidence
    status: Status
    start: int | None = None
    end: int | None = None
    likeness: float = 100.0


class Normalised:
    """A text without what printing adds; ``origin[i]`` is where its i-th character stands in the raw text."""

    def __init__(self, raw: str, page_marks: bool) -> None:
        """``page_marks``: whether marks at line starts are taken out."""
        skipped = {i for m in _PAGE_MARK.finditer(raw) for i in range(*m.span())} if page_marks else set()
        characters: list[str] = []
        self.origin: list[int] = []
        for offset, character in enumerate(raw):
            if offset in skipped:
                continue
            for folded in unicodedata.normalize("NFKC", character):
                if not folded.isspace() and unicodedata.category(folded) != "Cf":
                    characters.append(folded)
                    self.origin.append(offset)
        self.text = "".join(characters)

    def places(self, quote: str) -> list[int]:
        """Every offset at which the normalised ``quote`` stands."""
        offsets, offset = [], self.text.find(quote)
        while offset >= 0 and quote:
            offsets.append(offset)
            offset = self.text.find(quote, offset + 1)
        return offsets

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The raw offsets of a stretch of normalised text."""
        return self.origin[start], self.origin[end - 1] + 1


def normal(text: str) -> str:
    """A phrase as the normalised source would print it."""
    return Normalised(text, page_marks=False).text


class SourceText:
    """A source as decoded, in the two normal forms in which phrases are sought."""

    def __init__(self, raw: str) -> None:
        self.raw = raw

    @cached_property
    def forms(self) -> tuple[Normalised, ...]:
        """Without page marks first; as printed for sources whose numbered lists look like page marks."""
        bare, printed = Normalised(self.raw, page_marks=True), Normalised(self.raw, page_marks=False)
        return (bare,) if bare.text == printed.text else (bare, printed)

    @cached_property
    def stretches(self) -> frozenset[str]:
        """All stretches of letters and digits that are long enough to count as copied."""
        letters = _letters(self.forms[0].text)
        return frozenset(letters[i : i + COPIED] for i in range(len(letters) - COPIED + 1))


class Verified(NamedTuple):
    """The outcome for several plans: proofs, plans whose source gave trouble, texts read and those that copy."""

    proofs: tuple[Proof, ...]
    troubles: tuple[tuple[Plan, str], ...]
    texts: int
    copies: tuple[Commitment, ...]


def verify_plans(plans: Sequence[Plan], folder: Path) -> Verified:
    """Prove the evidence of ``plans`` on the source texts in ``folder``.

    A trouble is ``no_source`` (nothing is proved), or ``changed_source`` (not the file that was encoded).
    """
    proofs: list[Proof] = []
    troubles: list[tuple[Plan, str]] = []
    copies: list[Commitment] = []
    texts = 0
    for plan in plans:
        raw, trouble = read_source(plan, folder)
        if trouble:
            troubles.append((plan, trouble))
        if raw is None:
            continue
        source = SourceText(raw)
        proofs += verify(plan, source)
        copies += copied(plan, source)
        texts += len(plan.commitments)
    return Verified(tuple(proofs), tuple(troubles), texts, tuple(copies))


def read_source(plan: Plan, folder: Path) -> tuple[str | None, str]:
    """The source text of ``plan`` as decoded (None if ``folder`` has none), and the trouble with it, if any.

    Raises PlanCompareError for a file that is there and cannot be read.
    """
    path = folder / Path(plan.source.file or "").name
    if not is_file(path):
        return None, "no_source"
    try:
        data = read_whole(path)
    except OSError as error:
        raise PlanCompareError(f"cannot read {path}: {error.strerror or error}") from error
    changed = plan.source.sha256 and hashlib.sha256(data).hexdigest() != plan.source.sha256
    return data.decode("utf-8-sig", errors="replace"), "changed_source" if changed else ""


def verify(plan: Plan, source: SourceText) -> Iterator[Proof]:
    """Prove the evidence of ``plan``, phrase by phrase. The place of a phrase is its section, where that is found."""
    spans = {form: _section_spans(plan.sections, form) for form in source.forms}
    for commitment in plan.commitments:
        for evidence in commitment.evidence:
            yield _prove(commitment, evidence, source, spans)


def copied(plan: Plan, source: SourceText) -> list[Commitment]:
    """Commitments whose text shares ``COPIED`` or more running characters with the source (punctuation aside)."""
    copies = []
    for commitment in plan.commitments:
        letters = _letters(normal(commitment.text))
        if any(letters[i : i + COPIED] in source.stretches for i in range(len(letters) - COPIED + 1)):
            copies.append(commitment)
    return copies


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _section_spans(sections: Sequence[Section], form: Normalised) -> dict[Section, tuple[int, int]]:
    """Where each section runs: from its heading to the next heading found. A heading printed twice counts nowhere."""
    starts: dict[Section, int] = {}
    for section in sections:
        places = form.places(normal(section.heading))
        if len(places) == 1:
            starts[section] = places[0]
    ends = sorted(starts.values())
    return {section: (start, next((e for e in ends if e > start), len(form.text))) for section, start in starts.items()}


def _prove(
    commitment: Commitment,
    evidence: Evidence,
    source: SourceText,
    spans: dict[Normalised, dict[Section, tuple[int, int]]],
) -> Proof:
    before, quote, after = normal(evidence.prefix), normal(evidence.quote), normal(evidence.suffix)
    for form in source.forms:
        anchored = [offset + len(before) for offset in form.places(before + quote + after)]
        places = anchored or form.places(quote)
        if not places:
            continue
        low, high = spans[form].get(commitment.section, (0, len(form.text)))
        inside = [offset for offset in places if low <= offset < high]
        chosen = inside or places
        start, end = form.span(chosen[0], chosen[0] + len(quote))
        status: Status = "ambiguous" if len(chosen) > 1 else "exact" if inside and anchored else "moved"
        return Proof(commitment, evidence, status, start, end)
    form = source.forms[0]
    near = strings.closest_stretch(quote, form.text, FUZZY)
    if near is None:
        return Proof(commitment, evidence, "lost", likeness=0.0)
    start, end = form.span(near[0], near[1])
    return Proof(commitment, evidence, "fuzzy", start, end, near[2])
