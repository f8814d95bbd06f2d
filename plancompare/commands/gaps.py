"""`plancompare gaps`."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from shlex import join
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import click

from plancompare.commands import completion, values
from plancompare.commands.drafts import Chosen, choose_with_texts, is_text
from plancompare.commands.files import destination, format_asked, watched
from plancompare.commands.options import choosing, force_option, paging, speaking, theme_named, theme_option
from plancompare.commands.output import File, Outcome, losses_of, put
from plancompare.commands.pages import Command
from plancompare.commands.session import Session
from plancompare.commands.values import Choice, Number
from plancompare.errors import PlanCompareError
from plancompare.formats import DOCUMENTS, FORMATS

if TYPE_CHECKING:
    from plancompare.asking.desk.desk import Desk, Request
    from plancompare.model import Lang


class Wish(NamedTuple):
    """What a writer asks, with plans as they are named on the command line.

    ``least_peers``: 0 where nobody said. ``fail_if``: so many missing promises, or more, make the run fail (0: none
    does).
    """

    draft: str
    peers: tuple[str, ...] = ()
    upstream: str | None = None
    previous: str | None = None
    own: bool = False
    theme: str = ""
    least_peers: int = 0
    fail_if: int = 0
    every: bool = False
    excerpt: bool = False


@click.command(cls=Command)
@click.argument("draft", shell_complete=completion.plans)
@click.argument("peers", nargs=-1, metavar="[PEER]...", shell_complete=completion.plans)
@click.option(
    "--against",
    multiple=True,
    metavar="PLAN",
    shell_complete=completion.plans,
    help="A peer; more may follow. Default: all other plans.",
)
@click.option(
    "--upstream",
    metavar="PLAN",
    shell_complete=completion.plans,
    help="The superior plan: what of it does the draft carry?",
)
@click.option(
    "--previous",
    metavar="PLAN",
    shell_complete=completion.plans,
    help="The last period's plan: kept, raised, lowered, dropped, new.",
)
@click.option("--self", "own", is_flag=True, help="The draft's own house: what cannot be checked, hedged, or differs.")
@theme_option
@click.option(
    "--min-peers",
    type=Number(1),
    metavar="N",
    help="Promised by so many peers. Default: by two, and by half of those that can be compared.",
)
@click.option("--all", "every", is_flag=True, help="List every gap, with all words of the peers, not the first 20.")
@click.option("--excerpt", is_flag=True, help="The draft is a part of a plan: gaps only in themes that it treats.")
@click.option(
    "--fail-if",
    type=Number(1),
    metavar="N",
    help="Exit 1 if N promises or more of the peers or the superior plan are missing.",
)
@click.option("-f", "--format", "form", type=Choice(list(FORMATS)), help="Default: by the file's suffix.")
@click.option("-o", "--output", type=values.Path(dir_okay=False), help="Write a report instead of showing the gaps.")
@force_option
@paging
@speaking
@choosing
def command(
    session: Session,
    draft: str,
    peers: tuple[str, ...],
    against: tuple[str, ...],
    upstream: str | None,
    previous: str | None,
    own: bool,
    theme: str,
    min_peers: int | None,
    every: bool,
    excerpt: bool,
    fail_if: int | None,
    form: str | None,
    output: str | None,
    force: bool,
    pager: bool,
) -> None:
    """What peers promise that a draft lacks, in the order of the draft's own chapters.

    DRAFT is a plan, or a Word or text file, which is then encoded on the fly (and the report says so). A gap is told
    only where the draft's text treats the theme whole; of a chapter (--excerpt, or a text called 第三章 or 节选) only
    in themes that it treats. What the draft may say, also in a heading or subclause, is shown for a person to judge.

    \b
    plancompare gaps 丰台 --against 朝阳 玉泉 --min-peers 2
    plancompare gaps draft.docx --against 朝阳 丰台 玉泉 -o gaps.docx
    plancompare gaps draft.docx --excerpt --all
    plancompare gaps 丰台 --theme 教师待遇
    plancompare gaps draft.docx --where "level=district area=北京市"
    plancompare gaps 玉泉 --self
    """
    plans_beside = (*against, *peers)
    wish = Wish(draft, plans_beside, upstream, previous, own, theme, min_peers or 0, fail_if or 0, every, excerpt)
    output = output or ("-" if form else "")
    if not output:
        put(session, on_screen(session, wish), pager)
        return
    name, _ = format_asked(form, output, FORMATS)
    path = destination(output, force)
    put(session, in_format(session, wish, name), file=File(path, force))


def on_screen(session: Session, wish: Wish) -> Outcome:
    """The desk's answers for the screen."""
    from plancompare.telling.desk_screen import desk_on_screen

    desk, notes = answers(session, wish)
    return Outcome(desk_on_screen(desk, session.lang), notes=notes, status=_status(desk, wish))


def in_format(session: Session, wish: Wish, name: str) -> Outcome:
    """The desk's answers as the bytes of a file in the format ``name``; the format's package is asked for first."""
    FORMATS[name].require()
    desk, notes = answers(session, wish)
    data = rendered(desk, name, session.lang, again(session, wish, desk.request, name), session.narrowed)
    return Outcome(data=data, notes=notes, status=_status(desk, wish))


def answers(session: Session, wish: Wish) -> "tuple[Desk, list[str]]":
    """The desk's answers, and what could not be read. Raises PlanCompareError for a wish that cannot be met."""
    from plancompare.asking.desk.desk import sit_down

    chosen, request = resolved(session, wish)
    corpus = chosen.corpus
    encoded = Path(wish.draft).name if is_text(wish.draft) else ""
    desk = sit_down(corpus, request, encoded, chosen.said.get(request.draft, ()))
    wanted = {request.draft, *request.peers, request.above, request.before}
    findings = desk.gaps.comparison.findings if desk.gaps else corpus.findings
    plans = [desk.draft, *(plan for plan in corpus.plans if plan.id in wanted - {request.draft})]
    return desk, losses_of(plans, findings, session.lang)


def resolved(session: Session, wish: Wish) -> "tuple[Chosen, Request]":
    """The plans with texts among them encoded, and what is asked of them, by ids.

    Where neither peers nor another plan nor the own house is asked for, all other plans are peers. Of peers that are
    named those stay for which the session's conditions hold.
    """
    from plancompare.asking.desk.desk import Request

    beside = [plan for plan in (wish.upstream, wish.previous) if plan]
    named = bool(wish.peers)
    if session.where and not named:
        wish = wish._replace(peers=tuple(session.meant(but=(wish.draft, *beside))))
    alone = bool(wish.peers or beside or wish.own)
    chosen = choose_with_texts(session.everyone, [wish.draft, *wish.peers, *beside], alone)
    corpus, ids = chosen.corpus, chosen.ids
    if len({(plan.file, plan.at) for plan in corpus.plans if plan.id in ids}) < len(ids):  # a second naming is a copy
        raise PlanCompareError("the same plan is named twice; the draft, its peers and the other plans have to differ")
    draft, peers = ids[0], ids[1 : len(ids) - len(beside)]
    above, before = (_of(plan, ids, beside) for plan in (wish.upstream, wish.previous))
    if session.where and named:
        peers = session.of_those([plan for plan in corpus.plans if plan.id in peers])
    if not peers and not (beside or wish.own):
        peers = [plan.id for plan in corpus.plans if plan.id != draft]
        if not peers:
            raise PlanCompareError("no plan to hold the draft against; name some with --against, shipped ones too")
    if wish.fail_if and not (peers or above):
        raise PlanCompareError(
            "--fail-if counts what peers or a superior plan promise; name some, or one with --upstream"
        )
    theme = theme_named(wish.theme, corpus)
    excerpt = wish.excerpt or draft in chosen.parts
    return chosen, Request(draft, tuple(peers), above, before, wish.own, wish.least_peers, theme, wish.every, excerpt)


def _of(plan: str | None, ids: Sequence[str], beside: Sequence[str]) -> str:
    """The id of a plan that was named last but for those behind it."""
    return ids[len(ids) - len(beside) + beside.index(plan)] if plan else ""


def _status(desk: "Desk", wish: Wish) -> int:
    """1 where so much is missing that the run is to fail."""
    return int(bool(wish.fail_if) and desk.missing >= wish.fail_if)


def rendered(
    desk: "Desk", name: str, lang: "Lang", command: str = "", narrowed: "Mapping[str, object]" = MappingProxyType({})
) -> bytes:
    """The desk in a file format; ``command`` is what makes it again, ``narrowed`` by what the peers were chosen.

    Raises PlanCompareError for gaps as CSV where nobody asked for gaps.
    """
    if name in DOCUMENTS:
        from plancompare.telling.desk import make_desk_report

        return DOCUMENTS[name].render(make_desk_report(desk, lang, command), watched)
    if name == "csv":
        from plancompare.formats.csv import gaps_csv

        if not desk.gaps:
            raise PlanCompareError("csv lists gaps against peers; name some with --against")
        return gaps_csv(desk.gaps, lang)
    from plancompare.formats.desk_answers import desk_data
    from plancompare.formats.json import envelope

    request = desk.request
    settings = {
        "draft": request.draft, "against": list(request.peers), "upstream": request.above or None,
        "previous": request.before or None, "self": request.tidy, "theme": request.theme or None,
        "min_peers": max(1, request.least_peers), "excerpt": request.excerpt, "all": request.every, **narrowed,
    }  # fmt: skip
    return envelope("gaps", settings, desk_data(desk))


def again(session: Session, wish: Wish, request: "Request", name: str) -> str:
    """The command line that makes the same report again: plans and files as they were named, else peers by id."""
    layer = "--only-plans" if session.alone else "--plans"
    words = ["plancompare", *([layer, str(session.folder)] if session.folder else []), "--lang", session.lang]
    words += ["gaps", wish.draft, *(wish.peers or (() if session.where else request.peers))]
    words += ["--where", str(session.where)] if session.where else []
    for switch, value in (("--upstream", wish.upstream), ("--previous", wish.previous), ("--theme", request.theme)):
        words += [switch, value] if value else []
    for switch, on in (("--self", wish.own), ("--all", wish.every), ("--excerpt", wish.excerpt)):
        words += [switch] * on
    words += ["--min-peers", str(wish.least_peers)] if wish.least_peers else []
    return join([*words, "-f", name, "-o", f"gaps.{FORMATS[name].suffixes[0]}"])
