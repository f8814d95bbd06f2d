"""`plancompare search`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from plancompare.commands import completion
from plancompare.commands.options import choosing, paging, speaking, theme_named, theme_option
from plancompare.commands.output import Outcome, left_out, put
from plancompare.commands.pages import Command
from plancompare.commands.session import Session
from plancompare.commands.values import Choice, Number
from plancompare.errors import PlanCompareError

if TYPE_CHECKING:
    from plancompare.asking.promise import Promise
    from plancompare.asking.search import Hit
    from plancompare.comparing.comparison import Comparison
    from plancompare.model import Corpus, Lang
    from plancompare.telling.blocks import Shown
    from plancompare.telling.source import Source


MOST_OTHERS = 5  # further promises that the words may mean, told in a line


class Request(NamedTuple):
    """Words to look for, and where: in these plans, under this theme, only among figures; at most so many hits."""

    words: str = ""
    plans: tuple[str, ...] = ()
    theme: str = ""
    figures: bool = False
    limit: int = 20


@click.command(cls=Command)
@click.argument("words", nargs=-1, shell_complete=completion.promises)
@click.option(
    "--plan", "plans", multiple=True, shell_complete=completion.plans, help="Only in this plan; may be repeated."
)
@theme_option
@click.option("--figures", is_flag=True, help="Only commitments with figures.")
@click.option("--limit", type=Number(1), default=20, show_default=True, help="At most so many.")
@click.option("--cite", is_flag=True, help="Sentences on the promise, for each plan, that can be pasted.")
@click.option("-f", "--format", "form", type=Choice(["json"]), help="As data instead of text.")
@paging
@speaking
@choosing
def command(
    session: Session,
    words: tuple[str, ...],
    plans: tuple[str, ...],
    theme: str,
    figures: bool,
    limit: int,
    cite: bool,
    form: str | None,
    pager: bool,
) -> None:
    """Who promises this: the promise that the words mean, over all plans; then single commitments, best first.

    Synonyms of the codebook and the wordings of the catalogue count, and so do near misses; the id of a row or of a
    standard is taken too. A plan that does not make the promise is told as well: whether it was read whole, whether a
    passage may be it, whether our text says nothing of the theme. A word such as 90%, ">=90%" or 2025 asks for figures
    and years. Without words, --theme, --plan and --figures list what they leave. --cite gives sentences to paste.

    \b
    plancompare search 县管校聘
    plancompare search 县管校聘 --plan 丰台 --cite
    plancompare search "覆盖率 >=90%" -f json
    plancompare search --theme 教师待遇 --figures
    """
    request = Request(" ".join(words), plans, theme, figures, limit)
    put(session, answer(session, request, form == "json", cite), pager)


def answer(session: Session, request: Request, as_json: bool = False, cite: bool = False) -> Outcome:
    """The promise meant, and the commitments that answer, best first; or, to ``cite``, sentences about the promise.

    Raises PlanCompareError where nothing is asked for, or nothing is meant that could be cited.
    """
    from plancompare.comparing.comparison import compare

    if not (request.words or request.theme or request.figures or request.plans or session.where):
        raise PlanCompareError("search for what? give words, a --theme, a --plan or --figures")
    corpus, chosen = session.choose(request.plans)
    if session.where and not request.plans:
        comparison = compare(corpus, chosen)
        corpus = corpus._replace(plans=comparison.plans)
    else:
        comparison = compare(corpus)
    asked = request.plans
    request = request._replace(plans=tuple(chosen), theme=theme_named(request.theme, corpus))
    hits = _hits(corpus, comparison, request)
    if as_json:
        from plancompare.formats.answers import hits_data
        from plancompare.formats.json import envelope

        settings = {**request._asdict(), **session.narrowed}
        return Outcome(data=envelope("search", settings, hits_data(hits, comparison), corpus.inputs))
    beside = left_out(session, asked, "search", request.words, theme=request.theme, figures=request.figures, plan="all")
    blocks = _blocks(request, hits, _meant(corpus, comparison, request, hits), comparison, session.lang, cite)
    return Outcome(blocks, notes=beside)


def _meant(corpus: "Corpus", comparison: "Comparison", request: Request, hits: "Sequence[Hit]") -> "Sequence[Promise]":
    """The promises that the words may mean, whichever plans were asked for: what one lacks others make."""
    from plancompare.asking.promise import promise_called, promises_meant, with_passages

    if not request.words:
        return ()
    if promise := promise_called(request.words, comparison):
        return (promise,)
    every = tuple(plan.id for plan in corpus.plans)
    everywhere = hits if set(every) <= set(request.plans) else _hits(corpus, comparison, request._replace(plans=every))
    return [with_passages(promise, everywhere) for promise in promises_meant(request.words, everywhere, comparison)]


def _blocks(
    request: Request,
    hits: "Sequence[Hit]",
    promises: "Sequence[Promise]",
    comparison: "Comparison",
    lang: "Lang",
    cite: bool,
) -> "Iterator[Shown]":
    from plancompare.telling.blocks import Heading, Prose
    from plancompare.telling.collection import hit_list
    from plancompare.telling.promise import citations, promise_over_plans, see_also
    from plancompare.telling.source import Source
    from plancompare.telling.words import say

    source = Source(comparison, lang)
    if cite:
        yield from citations(_one(promises, request.words, source), request.plans, source)
        return
    if promises:
        yield from promise_over_plans(promises[0], request.plans, source)
    if len(promises) > 1:
        yield see_also(promises[1 : 1 + MOST_OTHERS], source)
    if hits and promises:
        yield Heading(3, say("single_hits", lang), note=str(len(hits)))
    if hits:
        yield hit_list(hits, comparison, lang)
    elif not promises:
        yield Prose(say("no_match", lang, words=request.words))


def _one(promises: "Sequence[Promise]", words: str, source: "Source") -> "Promise":
    """The promise to cite. Raises PlanCompareError where the words mean none, or may mean several."""
    from plancompare.asking.promise import are_of_one_standard
    from plancompare.telling.promise import named_by_id

    if not promises:
        raise PlanCompareError(
            '"{words}" names no promise to cite; `plancompare standards` lists the usual ones', words=words
        )
    if len(promises) > 1 and not are_of_one_standard(promises, source.comparison):
        first = named_by_id(promises[:MOST_OTHERS], source) + (" …" if len(promises) > MOST_OTHERS else "")
        raise PlanCompareError('"{words}" may mean several promises; cite one by its id: {ids}', words=words, ids=first)
    return promises[0]


def _hits(corpus: "Corpus", comparison: "Comparison", request: Request) -> "tuple[Hit, ...]":
    """The hits in the plans and under the theme given by id; in their order where no words rank them."""
    from plancompare.asking.search import Hit, search
    from plancompare.comparing.wording import Wording

    sought = [
        c
        for plan in corpus.plans
        for c in plan.commitments
        if plan.id in request.plans
        and (c.has_figure or not request.figures)
        and (not request.theme or request.theme in (comparison.themes[c.key].theme, *c.also))
    ]
    if request.words:
        return search(sought, request.words, Wording(corpus.codebook), request.limit)
    return tuple(Hit(commitment, 100) for commitment in sought[: request.limit])
