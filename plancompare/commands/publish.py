"""`plancompare publish`."""

from collections.abc import Sequence
from pathlib import Path
from shlex import join
from typing import TYPE_CHECKING

import click

from plancompare.commands import values
from plancompare.commands.options import choosing, compared, no_decisions_option, plans_argument, speaking, theme_option
from plancompare.commands.output import losses
from plancompare.commands.pages import Command
from plancompare.commands.session import Session
from plancompare.commands.streams import tell
from plancompare.commands.values import a_day, a_folder
from plancompare.errors import PlanCompareError
from plancompare.files import is_file, place_of, read_whole, refuse_to_fill, write_folder
from plancompare.messages import reason

if TYPE_CHECKING:
    from plancompare.comparing.comparison import Comparison
    from plancompare.model import Lang
    from plancompare.publishing.dataset import DataSet
    from plancompare.publishing.imprint import Imprint


@click.command(cls=Command)
@click.argument("folder", metavar="DIR", type=values.Path(path_type=Path))
@plans_argument()
@click.option(
    "--sources",
    type=values.Path(exists=True, file_okay=False, path_type=Path),
    callback=a_folder,
    help="Folder of source texts, which go whole into project.qdpx.",
)
@click.option("--excel", is_flag=True, help="Tables begin with a byte order mark, which Excel wants.")
@click.option("--parquet", is_flag=True, help="Each table as Parquet, too.")
@theme_option
@no_decisions_option
@click.option("--title", default="", help="Title of the data set (default: from the plans).")
@click.option(
    "--author",
    "authors",
    multiple=True,
    metavar="NAME",
    help='Who answers for it, as "Family, Given; ORCID; affiliation", or a body by its name; may be repeated.',
)
@click.option("--license", "licence", default="", help="SPDX id such as CC-BY-4.0, or an address.")
@click.option("--keyword", "keywords", multiple=True, metavar="WORD", help="A keyword; may be repeated.")
@click.option("--doi", default="", help="DOI of the data set, if it has one already.")
@click.option("--release", default="", help="Version of the data set (default: from its content).")
@click.option("--date", "day", default="", callback=a_day, metavar="YYYY-MM-DD", help="Date of release.")
@click.option("--force", is_flag=True, help="Write into a folder that is not empty, over files of the same names.")
@speaking
@choosing
def command(
    session: Session,
    folder: Path,
    plans: tuple[str, ...],
    sources: Path | None,
    excel: bool,
    parquet: bool,
    theme: str,
    no_decisions: bool,
    title: str,
    authors: tuple[str, ...],
    licence: str,
    keywords: tuple[str, ...],
    doi: str,
    release: str,
    day: str,
    force: bool,
) -> None:
    """A data set to cite, in the folder DIR: CSV tables with a Data Package descriptor, CITATION.cff, README, the
    coding manual, the files that were read, and codebook and project for programs of qualitative analysis (REFI-QDA).

    Without --sources the project holds only the evidence phrases. The same plans and options give the same bytes.

    \b
    plancompare publish dataset/
    plancompare publish dataset/ 朝阳 丰台 --author "李, 华; 0000-0002-1825-0097; 某大学" --license CC-BY-4.0
    plancompare publish dataset/ --release 1.0.0 --doi 10.5281/zenodo.1003150 --keyword 教育规划
    """
    from plancompare.publishing.authors import author_named
    from plancompare.publishing.dataset import Options, gather
    from plancompare.publishing.imprint import Imprint, doi_named
    from plancompare.publishing.licences import licence_named
    from plancompare.publishing.parquet import require
    from plancompare.telling.words import say

    people = tuple(author_named(author) for author in authors if author.strip())
    words = tuple(dict.fromkeys(filter(None, map(_one_line, keywords))))
    known = (_one_line(title), people, licence_named(licence), _one_line(release), day, session.lang)
    named = Imprint(*known, words, doi_named(doi))
    if place_of(folder) == place_of(session.root):
        raise PlanCompareError("{folder} is the collection itself; name another folder for the data set", folder=folder)
    refuse_to_fill(folder, force)
    if parquet:
        require()
    _, comparison = compared(session, plans, theme, decisions=not no_decisions)
    lang = session.lang
    imprint = _with_defaults(named, comparison)
    again = _again(comparison, named, ["--excel"] * excel + ["--parquet"] * parquet, sources is not None)
    data_set = gather(comparison, imprint, Options(_manual(session.root), sources, excel, again, parquet))
    write_folder(folder, data_set.files, force)
    for note in (*session.notes, *losses(comparison, session.lang)):
        tell(note)
    _tell(data_set, lang, sources is not None)
    if not people or not licence:
        tell(say("publish_nameless", lang, author="; ".join(author.name for author in imprint.authors)))
    counts = {"commitments": sum(len(row.commitments) for row in comparison.rows), "rows": len(comparison.rows)}
    tell(say("publish_done", lang, folder=folder, files=len(data_set.files), **counts))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _manual(root: Path) -> bytes | None:
    """The coding manual: the collection's README, if it has one."""
    path = root / "README.md"
    try:
        return read_whole(path) if is_file(path) else None
    except OSError as error:
        raise PlanCompareError("cannot read {path}: {why}", path=path, why=reason(error)) from error


def _with_defaults(imprint: "Imprint", comparison: "Comparison") -> "Imprint":
    """What was not named on the command line, said in general words."""
    from plancompare.publishing.authors import Author
    from plancompare.telling.source import Source
    from plancompare.telling.words import say

    source = Source(comparison, imprint.lang)
    nobody = (Author(say("publish_authors", source.lang)),)
    plans = source.plans_named([plan.id for plan in comparison.plans])
    title = imprint.title or source.say("publish_title", plans=plans)
    return imprint._replace(title=title, authors=imprint.authors or nobody)


def _tell(data_set: "DataSet", lang: "Lang", with_sources: bool) -> None:
    """What the curator should know of the sources, on stderr."""
    from plancompare.telling.words import listed, say

    for plan, trouble in data_set.sources.troubles:
        key = "publish_no_source" if trouble == "no_source" else trouble
        tell(say(key, lang, plan=plan.name, file=plan.source.file or "?"))
    if data_set.without_passage:
        tell(say("publish_no_passage", lang, count=data_set.without_passage))
    if data_set.schemaless:
        files = listed(data_set.schemaless, lang)
        tell(say("publish_schemaless", lang, count=len(data_set.schemaless), files=files))
    if with_sources and data_set.sources.texts:
        tell(say("publish_whole", lang))


def _again(comparison: "Comparison", named: "Imprint", switches: Sequence[str], sources: bool) -> str:
    """The command line that makes the same data set from its own copy of the collection."""
    settings = comparison.settings
    words = ["plancompare", "--plans", "collection", "--lang", named.lang, "publish", "DIR"]
    words += [plan.id.split("#")[0] for plan in comparison.plans]
    for author in named.authors:
        words += ["--author", author.asked]
    for keyword in named.keywords:
        words += ["--keyword", keyword]
    options = {"--theme": settings.theme, "--title": named.title, "--license": named.licence}
    options |= {
        "--doi": named.doi,
        "--release": named.release,
        "--date": named.date,
        "--sources": "SOURCES" if sources else "",
    }
    for option, value in options.items():
        words += [option, value] if value else []
    return join([*words, *switches, *["--no-decisions"] * (not settings.decisions)])
