"""`plancompare gaps`."""

import sys
from pathlib import Path
from shlex import join
from typing import TYPE_CHECKING

import click

from plancompare.commands.drafts import choose_with_texts, is_text
from plancompare.commands.files import deliver, destination, format_asked, watched
from plancompare.commands.options import Session, force_option, paging, show, speaking, theme_named, theme_option, warn
from plancompare.errors import PlanCompareError
from plancompare.formats import FORMATS

if TYPE_CHECKING:
    from plancompare.asking.desk.desk import Asked, Desk
    from plancompare.model import Lang


@click.command()
@click.argument("draft")
@click.argument("peers", nargs=-1, metavar="[PEER]...")
@click.option("--against", multiple=True, metavar="PLAN", help="A peer; more may follow. Default: all other plans.")
@click.option("--upstream", metavar="PLAN", help="The superior plan: what of it does the draft carry?")
@click.option("--previous", metavar="PLAN", help="The last period's plan: kept, raised, lowered, dropped, new.")
@click.option("--self", "own", is_flag=True, help="The draft's own house: what cannot be checked, hedged, or differs.")
@theme_option
@click.option("--min-peers", type=click.IntRange(1), default=1, show_default=True, help="Promised by so many peers.")
@click.option(
    "--fail-if",
    type=click.IntRange(1),
    metavar="N",
    help="Exit 1 if N promises or more of the peers or the superior plan are missing.",
)
@click.option("-f", "--format", "form", type=click.Choice(list(FORMATS)), help="Default: by the file's suffix.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write a report instead of showing the gaps.")
@force_option
@paging
@speaking
def command(
    session: Session,
    draft: str,
    peers: tuple[str, ...],
    against: tuple[str, ...],
    upstream: str | None,
    previous: str | None,
    own: bool,
    theme: str,
    min_peers: int,
    fail_if: int | None,
    form: str | None,
    output: str | None,
    force: bool,
    pager: bool,
) -> None:
    """What peers promise that a draft lacks, most widely promised first.

    DRAFT is a plan, or a Word or text file, which is then encoded on the fly (and the report says so). A gap is told
    only where the draft's text treats the theme whole; a passage that comes near is shown for a person to judge.

    \b
    plancompare gaps 丰台 --against 朝阳 玉泉 --min-peers 2
    plancompare gaps draft.docx --against 朝阳 丰台 玉泉 -o gaps.docx
    plancompare gaps 丰台 --theme 教师待遇
    plancompare gaps 玉泉 --self
    """
    from plancompare.asking.desk.desk import Asked, sit_down

    output = output or ("-" if form else "")
    name = _loaded(form, output)
    path = destination(output, force) if name else None
    beside = [plan for plan in (upstream, previous) if plan]
    named = [draft, *against, *peers, *beside]
    corpus, ids = choose_with_texts(session, named)
    if len({(plan.file, plan.at) for plan in corpus.plans if plan.id in ids}) < len(ids):  # a second naming is a copy
        raise PlanCompareError("the same plan is named twice; the draft, its peers and the other plans have to differ")
    mine, others = ids[0], ids[1 : len(ids) - len(beside)]
    above, before = (_of(plan, ids, beside) for plan in (upstream, previous))
    if not others and not (beside or own):
        others = [plan.id for plan in corpus.plans if plan.id != mine]
    asked = Asked(mine, tuple(others), above, before, own, min_peers, theme_named(theme, corpus))
    if fail_if and not (others or above):
        raise PlanCompareError(
            "--fail-if counts what peers or a superior plan promise; name some, or one with --upstream"
        )
    desk = sit_down(corpus, asked, Path(draft).name if is_text(draft) else "")
    if name:
        deliver(_rendered(desk, name, session.lang, _again(asked, name, session.lang)), path, force)
    else:
        from plancompare.formats.desk_view import write_desk

        screen = session.screen()
        write_desk(desk, screen)
        show(screen, pager)
    warn(
        [plan for plan in corpus.plans if plan.id in ids or plan.id in others],
        desk.gaps.comparison.findings if desk.gaps else corpus.findings,
        session.lang,
    )
    if fail_if and desk.missing >= fail_if:
        sys.exit(1)


def _of(plan: str | None, ids: list[str], beside: list[str]) -> str:
    """The id of a plan that was named last but for those behind it."""
    return ids[len(ids) - len(beside) + beside.index(plan)] if plan else ""


def _loaded(form: str | None, output: str) -> str:
    """The format of a report that can be written here; none ("") for the screen."""
    if not output:
        return ""
    name, format = format_asked(form, output, FORMATS)
    format.load()
    return name


def _rendered(desk: "Desk", name: str, lang: "Lang", again: str) -> bytes:
    """The desk in a file format."""
    from plancompare.formats.desk_data import as_csv, as_json

    if name == "json":
        return as_json(desk)
    if name == "csv":
        if not desk.gaps:
            raise PlanCompareError("csv lists gaps against peers; name some with --against")
        return as_csv(desk.gaps, lang)
    from plancompare.telling.desk import make_desk_report

    data: bytes = FORMATS[name].load().render(make_desk_report(desk, lang, again), watched)
    return data


def _again(asked: "Asked", name: str, lang: "Lang") -> str:
    """The command line that makes the same report again."""
    words = ["plancompare", "--lang", lang, "gaps", asked.draft, *asked.peers]
    for switch, value in (("--upstream", asked.above), ("--previous", asked.before), ("--theme", asked.theme)):
        words += [switch, value] if value else []
    words += ["--self"] * asked.own + (["--min-peers", str(asked.least_peers)] if asked.least_peers > 1 else [])
    return join([*words, "-f", name, "-o", f"gaps.{FORMATS[name].suffixes[0]}"])
