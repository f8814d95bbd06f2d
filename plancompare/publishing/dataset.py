"""The data set as a whole: every file as name and bytes. Same comparison, same options: same bytes."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from plancompare.comparing.comparison import Comparison
from plancompare.findings import Finding
from plancompare.publishing.bibtex import bibtex
from plancompare.publishing.carried import carried, inputs, schemaless
from plancompare.publishing.citation import citation
from plancompare.publishing.codebook_tables import theme_ids
from plancompare.publishing.descriptor import descriptor
from plancompare.publishing.imprint import Imprint, stamp
from plancompare.publishing.parquet import as_parquet, path_of
from plancompare.publishing.readme import Telling, readme
from plancompare.publishing.refi_codes import coding_scheme, qdc, row_codes, told_apart
from plancompare.publishing.refi_project import Project, qdpx
from plancompare.publishing.refi_texts import Held, hold, plan_texts
from plancompare.publishing.row_tables import unique
from plancompare.publishing.table import as_csv
from plancompare.publishing.tables import tables
from plancompare.publishing.zenodo import deposit
from plancompare.reading.collection import ROLES
from plancompare.telling.report import narrowing
from plancompare.telling.source import Source

MANUAL = "coding-manual.md"


class Options(NamedTuple):
    """``manual`` is the collection's README, ``sources`` a folder of source texts.

    ``excel`` asks for a byte order mark before the tables. ``command`` is the command line that makes it all again.
    ``parquet``: each table as Parquet, too.
    """

    manual: bytes | None = None
    sources: Path | None = None
    excel: bool = False
    command: str = ""
    parquet: bool = False


class DataSet(NamedTuple):
    """The files by their paths; and for the curator: sources read, and commitments without a passage in the project.

    ``schemaless`` are files whose first line names a schema that is not among the files.
    """

    files: Mapping[str, bytes]
    sources: Held
    without_passage: int
    schemaless: tuple[str, ...] = ()


def gather(comparison: Comparison, imprint: Imprint, options: Options) -> DataSet:
    """Make every file of the data set of ``comparison``."""
    comparison = replace(comparison, inputs=tuple(inputs(comparison)), findings=tuple(_findings(comparison)))
    sources = hold(comparison.plans, options.sources) if options.sources else Held()
    every_table = tables(comparison, imprint.lang, sources.proofs)
    source = Source(comparison, imprint.lang)
    texts = tuple(_texts_in_words(source, sources))
    telling = Telling(options.manual is not None, options.excel, texts, options.command)
    files = {"README.md": readme(comparison, imprint, every_table, telling)}
    files |= {"CITATION.cff": citation(comparison, imprint), "CITATION.bib": bibtex(comparison, imprint)}
    if options.manual is not None:
        files |= {MANUAL: options.manual, "collection/README.md": options.manual}
    files |= {table.path: as_csv(table, options.excel) for table in every_table}
    if options.parquet:
        files |= {path_of(table): as_parquet(table) for table in every_table}
    collection = carried(comparison)
    files |= collection
    about = " ".join(part for part in (narrowing(source), *texts) if part)
    project, codebook = _refi(comparison, imprint, sources, about)
    files |= {"codebook.qdc": codebook, "project.qdpx": qdpx(project)}
    plans = source.plans_named([plan.id for plan in comparison.plans])
    summary = f"{source.say('publish_abstract', plans=plans)} {about}"
    files["datapackage.json"] = descriptor(comparison, imprint, every_table, files, summary)
    files[".zenodo.json"] = deposit(comparison, imprint, summary)  # no resource: a hidden file may not be one
    placed = {span.commitment.key for text in project.texts for span in text.spans}
    missing = sum(c.key not in placed for row in comparison.rows for c in row.commitments)
    return DataSet(files, sources, missing, schemaless(collection))


def _refi(comparison: Comparison, imprint: Imprint, sources: Held, about: str) -> tuple[Project, bytes]:
    """The project for qualitative analysis, and its codebook as a file of its own."""
    rows = unique(row.id for row in comparison.rows)
    scheme = coding_scheme(comparison, theme_ids(comparison), imprint.lang)
    codes = told_apart((*scheme, *row_codes(comparison, rows, imprint.lang)))
    keys = {commitment.key for row in comparison.rows for commitment in row.commitments}
    texts = plan_texts(comparison.plans, keys, sources, imprint.lang)
    day = stamp(comparison, imprint)
    return Project(comparison, imprint.title, about, day, codes, rows, texts, imprint.lang), qdc(codes[: len(scheme)])


def _texts_in_words(source: Source, sources: Held) -> Iterator[str]:
    """What the texts in the project are: sources or phrases, and sources that are not the ones once encoded."""
    plans = source.comparison.plans
    whole = [plan.id for plan in plans if plan.id in sources.texts]
    if len(whole) == len(plans):
        yield source.say("publish_all_sources")
    elif whole:
        yield source.say("publish_with_sources", plans=source.plans_named(whole))
    else:
        yield source.say("publish_all_phrases")
    for plan, trouble in sources.troubles:
        if trouble == "changed_source":
            yield source.say(trouble, plan=plan.name, file=plan.source.file)


def _findings(comparison: Comparison) -> Iterator[Finding]:
    """What was found in the files that are passed on, under their names there: no paths of a machine."""
    names = {plan.file: Path(plan.file).name for plan in comparison.plans}
    for finding in comparison.findings:
        name = Path(finding.at.file).name
        if name in names.values() or name in ROLES:
            yield finding._replace(at=finding.at._replace(file=name), message=finding.message.renamed(names))
