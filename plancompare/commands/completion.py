"""What a shell completes: plans, themes, standards, rows and commitments, as the collection that is named has them.

A shell asks at each key, so nothing is compared here, and of a plan only its head is read. What cannot be read offers
nothing: a message would stand in the middle of what a person types.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from plancompare.errors import PlanCompareError

Offer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
Named = tuple[str, str]  # an id, and what it is called


def _quiet(offers: Callable[[click.Context, str], Iterator[CompletionItem]]) -> Offer:
    """What is offered, or nothing where the collection cannot be read."""

    @wraps(offers)
    def offer(ctx: click.Context, param: click.Parameter, typed: str) -> list[CompletionItem]:
        try:
            return list(offers(ctx, typed))
        except (OSError, PlanCompareError):
            return []

    return offer


@_quiet
def plans(ctx: click.Context, typed: str) -> Iterator[CompletionItem]:
    """Ids and names of plans, else files: a plan may be named by its file, a draft by its text."""
    from plancompare.reading.names import plans_named

    found = list(_matching(((plan.id, plan.name) for plan in plans_named(_folders(ctx))), typed))
    yield from found or [CompletionItem(typed, type="file")]


@_quiet
def conditions(ctx: click.Context, typed: str) -> Iterator[CompletionItem]:
    """Fields of --where, and the values of one that has few."""
    from plancompare.comparing.where import FIELDS

    field, sign, _ = typed.partition("=")
    known = [f"{field}={value}" for value in FIELDS.get(field, ())] if sign else [f"{name}=" for name in FIELDS]
    yield from _matching(((word, "") for word in known), typed)


@_quiet
def themes(ctx: click.Context, typed: str) -> Iterator[CompletionItem]:
    """Ids and Chinese labels of themes."""
    from plancompare.reading.collection import vocabulary

    codebook, *_ = vocabulary(_folders(ctx)[0])
    yield from _matching(((theme.id, theme.label.zh) for theme in codebook.themes), typed)


@_quiet
def standards(ctx: click.Context, typed: str) -> Iterator[CompletionItem]:
    """Ids and Chinese labels of standards that begin with what was typed."""
    if typed:
        yield from _matching(_standards(ctx), typed)


@_quiet
def promises(ctx: click.Context, typed: str) -> Iterator[CompletionItem]:
    """Ids of rows, standards and commitments, and plans, behind whose id those of their commitments follow."""
    from plancompare.reading.names import commitment_ids, decided_rows, mentions_id, plans_named

    folders = _folders(ctx)
    held = plans_named(folders)
    begun = [plan for plan in held if f"{plan.id}/".startswith(typed) or typed.startswith(f"{plan.id}/")]
    if len(begun) == 1:
        keys = (f"{begun[0].id}/{id}" for id in commitment_ids(begun[0].file))
        yield from _matching(((key, "") for key in keys), typed)
    else:
        yield from (CompletionItem(f"{plan.id}/", help=plan.name) for plan in begun)
    if typed and "/" not in typed:
        yield from _matching({**dict(decided_rows(folders)), **dict(_standards(ctx))}.items(), typed)
        for plan in held:
            if mentions_id(plan.file, typed):
                ids = (id for id in commitment_ids(plan.file) if id.startswith(typed))
                yield from (CompletionItem(id, help=plan.name) for id in ids)


@_quiet
def checks(ctx: click.Context, typed: str) -> Iterator[CompletionItem]:
    """Names of checks."""
    from plancompare.checks import CHECKS

    yield from _matching(((name, "") for name in CHECKS), typed)


def _standards(ctx: click.Context) -> Iterator[Named]:
    from plancompare.reading.collection import vocabulary

    *_, catalogue, _store = vocabulary(_folders(ctx)[0])
    for standard in catalogue.standards.values():
        yield standard.id, standard.label.zh


def _matching(named: Iterable[Named], typed: str) -> Iterator[CompletionItem]:
    """What begins with the words typed: the id, else what it is called."""
    for id, name in named:
        if id.startswith(typed):
            yield CompletionItem(id, help=name or None)
        elif typed and name.startswith(typed):
            yield CompletionItem(name, help=id)


def _folders(ctx: click.Context) -> list[Path]:
    """The folder of the collection named on the line or in the environment, and the shipped one if it lies under it."""
    from plancompare.reading.collection import folder_meant, shipped

    asked = ctx.find_root().params
    alone = asked.get("alone")
    root = folder_meant(alone or asked.get("folder"))
    return [root] if alone or root == shipped() else [root, shipped()]
