"""From a document to its draft: passages, promises in them, targets, evidence, themes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plancompare.comparing.recognition import Recognition
from plancompare.comparing.traditional import is_traditional, simplified
from plancompare.drafting.documents.model import Document, Watch
from plancompare.drafting.encoding import grammar
from plancompare.drafting.encoding.accounting import accounted
from plancompare.drafting.encoding.carrying import Carrier
from plancompare.drafting.encoding.describing import Bodies, Describer
from plancompare.drafting.encoding.front import Front, front
from plancompare.drafting.encoding.glosses import unglossed
from plancompare.drafting.encoding.grammar import UNCERTAIN
from plancompare.drafting.encoding.judging import LeftOut, LeftReason
from plancompare.drafting.encoding.measuring import Measurer
from plancompare.drafting.encoding.naming import Naming
from plancompare.drafting.encoding.passages import Passage, field_of, passages, team_of
from plancompare.drafting.encoding.promises import Unit
from plancompare.drafting.encoding.records import Doubt, Phrases, Record
from plancompare.drafting.encoding.repeats import Distinction, folded
from plancompare.drafting.encoding.standing import Standing
from plancompare.drafting.encoding.steering import Steering, one_of
from plancompare.drafting.encoding.tables import IndicatorRow, Table
from plancompare.drafting.encoding.themes import Themes
from plancompare.drafting.encoding.units import Setting, UnitCutter
from plancompare.drafting.encoding.years import Deadline, Years
from plancompare.model import NO_STORE, Catalogue, Codebook, Commitment, Indicator, Plan, Section, Source, Store, Target

_UNCERTAIN = re.compile(UNCERTAIN)


class Vocabulary(NamedTuple):
    """What a draft is made by: one collection's codebook, indicators and catalogue, and a store for its index."""

    codebook: Codebook
    indicators: Mapping[str, Indicator]
    catalogue: Catalogue = Catalogue()
    store: Store = NO_STORE


class Draft(NamedTuple):
    """A first encoding of ``document``, to be curated.

    ``left_out`` are the clauses that were taken for no promise, with the reason, in their order: every clause of the
    text is (part of) a record, or one of them.
    """

    document: Document
    front: Front
    records: tuple[Record, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def plan(self) -> Plan:
        """The draft as a plan in memory, whose text is held whole."""
        commitments = tuple(record.commitment for record in self.records)
        head = self.front
        return Plan(
            id=head.id,
            name=head.name,
            title=head.title,
            area=head.area,
            issuer=head.issuer,
            period=head.period,
            dates=head.dates,
            status=head.status,
            source=Source("full", file=self.document.file, sha256=self.document.sha256),
            reads={},
            sections=tuple(dict.fromkeys(commitment.section for commitment in commitments)),
            commitments=commitments,
            coding="draft",
            file=self.document.file,
        )


def draft_of(
    document: Document, vocabulary: Vocabulary, identity: str, period: tuple[int, int] | None, watch: Watch
) -> Draft:
    """The draft of ``document``; see `plancompare.drafting.draft`."""
    printed, bare = document, unglossed(document)
    document = _in_simplified(bare.document)
    head = front(document, Steering(vocabulary.codebook.lexicon), identity, period)
    proposer = _Proposer(vocabulary, head.period, head.present)
    records = proposer.records(document, head, watch, Phrases(printed.text, bare.printed))
    left_out = accounted(document, records, proposer.left_out, proposer.silent)
    if bare.cuts:
        records = [
            r._replace(places=tuple((bare.printed(low), bare.printed(high, True)) for low, high in r.places))
            for r in records
        ]
        left_out = tuple(
            left._replace(start=bare.printed(left.start), end=bare.printed(left.end, True)) for left in left_out
        )
    return Draft(printed, head._replace(title=" ".join(printed.title.split())), tuple(records), left_out)


def _in_simplified(document: Document) -> Document:
    """A document in traditional characters as a simplified one would be, every character in its place."""
    if not is_traditional(document.text):
        return document
    blocks = tuple(
        block._replace(
            text=simplified(block.text),
            heading=simplified(block.heading),
            caption=simplified(block.caption),
            rows=tuple(tuple(map(simplified, row)) for row in block.rows),
        )
        for block in document.blocks
    )
    return document._replace(blocks=blocks, title=simplified(document.title), text=simplified(document.text))


class _Proposer:
    """Proposes records by one collection's vocabulary, for a plan of one period."""

    def __init__(self, vocabulary: Vocabulary, period: tuple[int, int] | None, present: int | None) -> None:
        self._steering = Steering(vocabulary.codebook.lexicon)
        self._years = Years(period, self._steering, present)
        self._recognition = Recognition(vocabulary.codebook, vocabulary.catalogue, vocabulary.store)
        self._wording = self._recognition.wording
        self._cutter = UnitCutter(self._steering, self._years)
        self._measurer = Measurer(vocabulary.indicators, self._wording, self._steering, self._years)
        self._describer = Describer(self._steering)
        self._naming = Naming(self._steering, self._years)
        self._field, self._reported = "", False
        self._among_them = self._steering.grammar(grammar.AMONG_THEM)
        self._carrier: Carrier | None = None
        self._themes = Themes(self._recognition, self._steering)
        self.silent: dict[int, LeftReason] = {}
        self._dropped: list[LeftOut] = []

    @property
    def left_out(self) -> Sequence[LeftOut]:
        """The clauses that were taken for no promise, with the reason."""
        return [*self._cutter.left_out, *self._dropped]

    def records(self, document: Document, head: Front, watch: Watch, phrases: Phrases) -> list[Record]:
        """The records of ``document``, in its order; ``watch`` is handed the passages one by one."""
        plan, area = head.id, head.area.name
        self._field = field_of(document.title, self._steering) or team_of(document.title, self._steering)
        self._reported = head.period is None and bool(self._steering.has("past", document.title))
        result: list[Record] = []
        standing = Standing(self._years, self._cutter)
        for passage in watch(list(passages(document, self._steering, self._years, self.silent))):
            due = standing.above(passage)
            result += self._of_passage(passage, plan, phrases, due)
        scopes = self._steering.pattern("areas", "levels", "groups")
        bounds = "|".join(grammar.BOUNDS_BEFORE.values()).split("|")
        indistinct = one_of((*self._steering.words("indistinct"), *bounds, *filter(None, (area,))))
        end = self._years.period[1] if self._years.period else None
        whole = folded(
            result,
            self._wording,
            Distinction(scopes, indistinct, end, self._steering.done, self._steering.pattern("acts")),
        )
        themed = [_told_by(phrases, record) for record in self._themes.of(whole, document.title)]
        width = max(3, len(str(len(themed))))
        sections: dict[tuple[str, str], Section] = {}
        return [
            record._replace(
                commitment=record.commitment._replace(
                    id=f"{plan}-{number:0{width}d}", section=_numbered(record.commitment.section, sections)
                )
            )
            for number, record in enumerate(themed, 1)
        ]

    def _of_passage(self, passage: Passage, plan: str, phrases: Phrases, due: Deadline | None) -> Iterator[Record]:
        """The records of a passage; ``due`` is the deadline that the one before it set for what stands under it."""
        if passage.block.kind == "table":
            yield from self._of_table(passage, plan, phrases)
            return
        text, bodies = self._describer.bodies(passage.text)
        listed = passage.block.kind == "item"
        if self._carrier is None or not self._among_them.match(text):  # 其中：… goes on with the paragraph before
            self._carrier = Carrier(self._steering, self._naming, passage.field or self._field)
        for unit in self._cutter.cut(
            text,
            Setting(
                passage.start,
                passage.goals,
                listed,
                due or passage.deadline,
                opening=not passage.section.heading,
                guiding=bool(self._steering.ends("guiding_headings", passage.section.heading)),
                reported=self._reported,
            ),
            self._carrier,
        ):
            record = self._record(unit, passage.section, passage.start, plan, phrases, bodies)
            if not passage.leads_in or passage.goals or record.commitment.targets:
                yield record
            else:
                self._dropped.append(LeftOut("leads_in", unit.text, *record.places[0]))

    def _of_table(self, passage: Passage, plan: str, phrases: Phrases) -> Iterator[Record]:
        table = Table(passage.block.rows, passage.start, self._steering, self._years)
        if table.is_of_indicators:
            for row in table.indicators():
                yield from self._of_indicator(row, passage.section, plan, phrases)
            return
        for task in table.tasks():
            section = passage.section._replace(heading=task.name) if task.name else passage.section
            deadline = self._years.until(task.deadline)
            for cell in task.cells:
                text, bodies = self._describer.bodies(cell.text)
                bodies = Bodies(task.lead or bodies.lead, task.support or bodies.support)
                for unit in self._cutter.cut(text, Setting(cell.start, True, deadline=deadline or passage.deadline)):
                    unit = unit._replace(deadline=unit.deadline or deadline, dated=True)
                    yield self._record(unit, section, cell.start, plan, phrases, bodies)

    def _of_indicator(self, row: IndicatorRow, section: Section, plan: str, phrases: Phrases) -> Iterator[Record]:
        targets = self._measurer.from_row(row)
        if not targets:
            return
        span = (row.name.start, row.name.start + len(row.name.text))
        binding = row.kind in self._steering.strengths.get("binding", ())
        commitment = Commitment(
            plan=plan,
            id="",
            section=section,
            text=f"{row.label}{row.printed}",
            evidence=(phrases.of(*span),),
            targets=targets,
            strength="binding" if binding else "plan",
            word=row.kind if binding else "",
        )
        yield Record(commitment, places=(span,))

    def _record(self, unit: Unit, section: Section, start: int, plan: str, phrases: Phrases, bodies: Bodies) -> Record:
        targets = self._measurer.targets(unit)
        span = (start + unit.start, start + unit.end)
        key = None
        if unit.figures and len(unit.text) == unit.end - unit.start:
            key = (span[0] + unit.figures[0].start, span[0] + unit.figures[-1].end)
        force = self._describer.force(unit)
        commitment = Commitment(
            plan=plan,
            id="",
            section=section,
            text=self._dated(unit, targets, self._describer.text(unit)),
            evidence=(phrases.of(*span, key),),
            targets=targets,
            strength=force.strength,
            word=force.word,
            named=self._describer.names(unit),
            lead=bodies.lead,
            support=bodies.support,
        )
        return Record(commitment, doubts=tuple(_doubts(unit, targets)), places=(span,), stage=unit.stage)

    def _dated(self, unit: Unit, targets: Sequence[Target], text: str) -> str:
        """The text of a record with the year by which it is due, where no figure says that and it is not the last."""
        due = unit.deadline if unit.dated and not targets else None
        year = str(due.year) if due and due.year and (not due.of_plan or unit.among_years) else ""
        return f"{grammar.BY_YEAR.format(year=year)}{text}" if year and year not in text else text


def _told_by(phrases: Phrases, record: Record) -> Record:
    commitment = record.commitment
    return record._replace(commitment=commitment._replace(evidence=phrases.telling(commitment.evidence)))


def _numbered(section: Section, known: dict[tuple[str, str], Section]) -> Section:
    """The section with an id by its place among those that hold records."""
    key = (section.path, section.heading)
    return known.setdefault(key, section._replace(id=f"s{len(known) + 1:02d}"))


def _doubts(unit: Unit, targets: Sequence[Target]) -> Iterator[Doubt]:
    if not unit.judgement.sure:
        yield Doubt(f"unsure_{unit.judgement.reason}")
    if unit.cut:
        yield Doubt("unsure_cut")
    if _UNCERTAIN.search(unit.text):
        yield Doubt("unsure_figure")
    if len(targets) > 1:
        yield Doubt("unsure_targets")
    if targets and unit.deadline and unit.deadline.carried:
        yield Doubt("unsure_year")
