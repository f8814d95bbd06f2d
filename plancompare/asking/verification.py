"""Finds every evidence phrase again in its source: exact, moved, fuzzy, ambiguous or lost.

Offsets told are code points of the source as decoded, or of the text that a reader of documents makes of it. The ladder
of statuses and the cut-off of .90 for an approximate quote follow the re-anchoring of W3C text quote selectors.
"""

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple

from plancompare.asking.phrases import Anchors, Normalised, normal
from plancompare.comparing import strings
from plancompare.errors import PlanCompareError
from plancompare.files import is_file, list_folder, read_whole
from plancompare.messages import reason
from plancompare.model import Commitment, Evidence, Plan, Section

Status = Literal["exact", "moved", "fuzzy", "ambiguous", "lost"]
FUZZY = 90.0  # likeness of an approximate quote, see above
COPIED = 16  # running characters shared with the source that make a text a copy: a choice, a clause
MOST_PLACES = 6  # places told of an ambiguous phrase: a choice


class Place(NamedTuple):
    """Where a paragraph begins in a source's text, as a person finds it there.

    ``number`` counts the lines of a text file, or paragraphs of a document (``unit``); ``path`` joins the numbers of
    the headings above; ``page`` is known where the document marks pages.
    """

    start: int
    number: int
    unit: Literal["line", "paragraph"] = "line"
    path: str = ""
    page: int | None = None


class Spot(NamedTuple):
    """One of the places where an ambiguous phrase stands, and the evidence that would settle on it."""

    place: Place
    evidence: Evidence


class Proof(NamedTuple):
    """What became of one phrase; ``start`` and ``end`` are offsets in the source, None if it is lost.

    ``place`` is where they are; of an ambiguous phrase ``spots`` are the first places at which it stands.
    """

    commitment: Commitment
    evidence: Evidence
    status: Status
    start: int | None = None
    end: int | None = None
    likeness: float = 100.0
    place: Place | None = None
    spots: tuple[Spot, ...] = ()


class SourceText:
    """A source's text, in the two normal forms in which phrases are sought.

    ``places`` are its paragraphs, in order; without them it is a text file, whose lines are counted.
    """

    def __init__(self, raw: str, places: Sequence[Place] = ()) -> None:
        self.raw = raw
        self._places = places
        self._starts = [place.start for place in places]

    def place(self, offset: int) -> Place:
        """Where a person finds what stands at an offset."""
        if not self._places:
            return Place(offset, self.raw.count("\n", 0, offset) + 1)
        return self._places[max(0, bisect_right(self._starts, offset) - 1)]

    @cached_property
    def anchors(self) -> Anchors:
        """Evidence for any of its places."""
        return Anchors(self.raw)

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


Reader = Callable[[Path], SourceText]


def text_file(path: Path) -> SourceText:
    """A source that is a text file in UTF-8."""
    return SourceText(read_whole(path).decode("utf-8-sig", errors="replace"))


def verify_plans(plans: Sequence[Plan], folder: Path, read: Reader = text_file) -> Verified:
    """Prove the evidence of ``plans`` on the sources in ``folder``, which ``read`` reads.

    A trouble is ``no_source`` (nothing is proved), ``changed_source`` (not the file that was encoded) or
    ``renamed_source`` (the file that was encoded, under another name).
    """
    proofs: list[Proof] = []
    troubles: list[tuple[Plan, str]] = []
    copies: list[Commitment] = []
    texts = 0
    for plan in plans:
        source, trouble = read_source(plan, folder, read)
        if trouble:
            troubles.append((plan, trouble))
        if source is None:
            continue
        proofs += verify(plan, source)
        copies += copied(plan, source)
        texts += len(plan.commitments)
    return Verified(tuple(proofs), tuple(troubles), texts, tuple(copies))


def read_source(plan: Plan, folder: Path, read: Reader = text_file) -> tuple[SourceText | None, str]:
    """The source of ``plan`` (None if ``folder`` has none), and the trouble with it, if any.

    Raises PlanCompareError for a file that is there and cannot be read.
    """
    path = folder / Path(plan.source.file or "").name
    try:
        trouble = _trouble(path, plan.source.sha256)
        if trouble == "no_source" and plan.source.sha256:
            same = next((p for p in list_folder(folder) if not _trouble(p, plan.source.sha256)), None)
            path, trouble = (same, "renamed_source") if same else (path, trouble)
        return (None if trouble == "no_source" else read(path)), trouble
    except OSError as error:
        raise PlanCompareError("cannot read {path}: {why}", path=path, why=reason(error)) from error


def _trouble(path: Path, digest: str) -> str:
    """Whether a file is not there, or not the one with this SHA-256 (any, where none is known)."""
    if not is_file(path):
        return "no_source"
    return "changed_source" if digest and hashlib.sha256(read_whole(path)).hexdigest() != digest else ""


def verify(plan: Plan, source: SourceText) -> Iterator[Proof]:
    """Prove the evidence of ``plan``, phrase by phrase. The place of a phrase is its section, where that is found.

    A promise made twice in the text, as in prose and table, has one phrase in its section and another wherever that is.
    """
    spans = {form: _section_spans(plan.sections, form) for form in source.forms}
    for commitment in plan.commitments:
        at_home = False
        for evidence in commitment.evidence:
            proof = _prove(commitment, evidence, source, spans, at_home)
            at_home |= proof.status == "exact"
            yield proof


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
    anywhere: bool,
) -> Proof:
    """What became of a phrase, which may stand ``anywhere``, or else belongs in its commitment's section."""
    before, quote, after = normal(evidence.prefix), normal(evidence.quote), normal(evidence.suffix)
    whole = [(form, [at + len(before) for at in form.places(before + quote + after)], True) for form in source.forms]
    bare = ((form, form.places(quote), False) for form in source.forms)
    form, places, anchored = next((found for found in (*whole, *bare) if found[1]), (source.forms[0], [], False))
    if not places:
        return _approximate(commitment, evidence, source)
    low, high = spans[form].get(commitment.section, (0, len(form.text)))
    inside = [place for place in places if low <= place < high]
    chosen = [form.span(place, place + len(quote)) for place in inside or places]
    (start, end), place = chosen[0], source.place(chosen[0][0])
    if len(chosen) > 1:
        spots = tuple(Spot(source.place(low), source.anchors.of(low, high)) for low, high in chosen[:MOST_PLACES])
        return Proof(commitment, evidence, "ambiguous", start, end, place=place, spots=spots)
    return Proof(
        commitment, evidence, "exact" if (inside or anywhere) and anchored else "moved", start, end, place=place
    )


def _approximate(commitment: Commitment, evidence: Evidence, source: SourceText) -> Proof:
    """The stretch that comes closest to a phrase which the source does not have."""
    form = source.forms[0]
    near = strings.closest_stretch(normal(evidence.quote), form.text, FUZZY)
    if near is None:
        return Proof(commitment, evidence, "lost", likeness=0.0)
    start, end = form.span(near[0], near[1])
    return Proof(commitment, evidence, "fuzzy", start, end, near[2], source.place(start))
