"""What a person calls things: a plan by id, name or place, a theme by id, label or synonym; what else was meant."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import TypeVar

from plancompare.comparing.strings import nearest
from plancompare.errors import PlanCompareError, likely, meant, require
from plancompare.messages import Message
from plancompare.model import Catalogue, Plan, Theme

_Value = TypeVar("_Value")


class UnknownNameError(PlanCompareError, KeyError):
    """Nothing is called so; the message says what is near."""


def plan_called(name: str, plans: Iterable[Plan]) -> Plan | None:
    """The plan called ``name``: by its id, short name, place (朝阳区 for 北京市朝阳区) or file; None where none is.

    Raises UnknownNameError where several have that name: which of them is meant, nobody can know.

    >>> from plancompare import load
    >>> plan_called("朝阳区", load().plans).id
    'chaoyang'
    """
    require("plan", name, str)
    held = tuple(plans)
    # an id before any name: who asks by id means no plan that is called so
    for names in ([plan.id for plan in held], [plan.name for plan in held], [plan.area.name for plan in held]):
        several = [plan for plan, own in zip(held, names, strict=True) if own == name]
        if len(several) > 1:
            raise _many(name, several)
        if several:
            return several[0]
    # 朝阳区 for the plan of 北京市朝阳区 that is called 朝阳
    within = [plan for plan in held if plan.name and plan.name in name and name in plan.area.name]
    if len(within) == 1:
        return within[0]
    filed = [plan for plan in held if PurePath(plan.file).stem == name]
    return filed[0] if len(filed) == 1 else None


def _many(name: str, plans: Sequence[Plan]) -> UnknownNameError:
    """The error that says which plans are called so, and how to name one."""
    ids = tuple(f"{plan.id} ({plan.period[0]}–{plan.period[1]})" if plan.period else plan.id for plan in plans)
    return UnknownNameError('several plans are called "{name}": {ids}; name one by its id', name=name, ids=ids)


def unknown_plan(name: str, plans: Sequence[Plan]) -> UnknownNameError:
    """The error that says which plans are near to ``name``, or which there are."""
    choices = {plan.id: plan.id for plan in plans} | {plan.name: plan.name for plan in plans}
    near = nearest(name, choices)
    hint = _choices(near, tuple(f"{plan.name} ({plan.id})" for plan in plans))
    return UnknownNameError('no plan "{name}"; {hint}', name=name, hint=hint)


def theme_called(name: str, themes: Sequence[Theme]) -> str:
    """The id of the theme called ``name``: an id, a label in either language, or a synonym; "" for no name.

    Raises UnknownNameError that says what is near.

    >>> from plancompare import load
    >>> theme_called("教师待遇", load().codebook.themes)
    'pay'
    """
    require("theme", name, str)
    wanted = name.strip().lower()
    if not wanted:
        return ""
    for theme in themes:
        if wanted in (theme.id.lower(), theme.label.zh.lower(), theme.label.en.lower()):
            return theme.id
    for theme in themes:
        if wanted in theme.synonyms or wanted in theme.label.zh:
            return theme.id
    # a word that stands in synonyms, such as 工资 in 工资收入, means the theme that has most of these
    held = {theme.id: sum(wanted in word or word in wanted for word in theme.synonyms) for theme in themes}
    most = sorted((id for id in held if held[id]), key=lambda id: -held[id])
    if most and held[most[0]] >= 2 * held.get(most[1] if len(most) > 1 else "", 0):
        return most[0]
    labels = {theme.id: theme.label.zh for theme in themes}
    near = [labels[id] for id in most[:3]] or nearest(wanted, {name: name for pair in labels.items() for name in pair})
    hint = _choices(near, tuple(f"{theme.label.zh} ({theme.id})" for theme in themes))
    raise UnknownNameError('no theme "{name}"; {hint}', name=name, hint=hint)


def of_commitment(key: str, held: Mapping[str, _Value]) -> _Value:
    """What is held of the commitment ``key`` (``plan/id``); UnknownNameError says which is near."""
    require("key", key, str)
    if key not in held:
        raise UnknownNameError('no commitment "{key}" in these plans{hint}', key=key, hint=meant(key, held))
    return held[key]


def of_row(id: str, held: Mapping[str, _Value]) -> _Value:
    """What is held of the row with this id; UnknownNameError says which is near."""
    require("row", id, str)
    if id not in held:
        raise UnknownNameError('no row "{id}" here{hint}', id=id, hint=meant(id, held))
    return held[id]


def row_with(key: str, held: Mapping[str, _Value]) -> _Value:
    """The row that holds the commitment ``key``; UnknownNameError says which is near."""
    require("key", key, str)
    if key not in held:
        raise UnknownNameError('no row here holds "{key}"{hint}', key=key, hint=meant(key, held))
    return held[key]


def standard_called(id: str, catalogue: Catalogue) -> str:
    """The id, of today, of the standard called ``id``; UnknownNameError says which is near."""
    require("standard", id, str)
    standard = catalogue.current(id)
    if standard not in catalogue.standards:
        hint = meant(id, catalogue.standards)
        raise UnknownNameError('no standard "{code}" in the catalogue{hint}', code=id, hint=hint)
    return standard


def _choices(near: Sequence[str], every: tuple[str, ...]) -> Message:
    """What may have been meant, else all that there are."""
    return likely(near) if near else Message("there are {names}", names=every)
