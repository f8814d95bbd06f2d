"""Which plans of a collection are meant by what they are: ``level=district area=北京市 period=2021-2025``."""

import re
import shlex
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from plancompare.comparing.places import Steps, called, in_code, places_of, without_kind
from plancompare.comparing.strings import nearest
from plancompare.errors import PlanCompareError, likely, meant
from plancompare.messages import Message
from plancompare.model import Plan

LEVELS = ("province", "city", "district", "county")  # from the widest to the narrowest, the last two side by side
# field -> its values; () where it takes any
FIELDS: Mapping[str, tuple[str, ...]] = {
    "level": LEVELS,
    "area": (),
    "period": (),
    "status": ("adopted", "consultation", "draft"),
    "coverage": ("full", "excerpt"),
}
_WIDE = str.maketrans("＝，、；", "=,, ")  # signs of Chinese keyboards
_PERIOD = re.compile(r"(\d{4})\s*(?:[-—–－~～至到]+\s*(\d{4}))?年?")
_CODE = re.compile(r"\d{2}(?:\d{2}){0,2}(?:\d{6})?")
MOST = 6  # values that are named in an error


class Clause(NamedTuple):
    """One condition: the field of a plan, and the values of which one has to hold."""

    field: str
    values: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.field}={','.join(self.values)}"


class Where(NamedTuple):
    """Conditions that all have to hold; as a text what a command line takes."""

    clauses: tuple[Clause, ...]

    def __str__(self) -> str:
        return " ".join(shlex.quote(str(clause)) if " " in str(clause) else str(clause) for clause in self.clauses)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that are asked for."""
        return tuple(clause.field for clause in self.clauses)


class Selection(NamedTuple):
    """The plans for which all conditions hold, of how many; ``silent`` do not say what was asked (plan -> field)."""

    plans: tuple[Plan, ...]
    of: int
    silent: Mapping[str, str]


def where_asked(text: str, also: Mapping[str, Sequence[str]] = MappingProxyType({})) -> Where:
    """The conditions of a text: fields and values as ``field=value``, a blank between two, a comma between values.

    ``also`` gives further names of fields and values, such as Chinese ones. Raises PlanCompareError that says what is
    wrong and what may have been meant.

    >>> str(where_asked("level=district,county period=2021—2025"))
    'level=district,county period=2021-2025'
    """
    try:
        words = shlex.split(text.translate(_WIDE))
    except ValueError as error:
        raise PlanCompareError('a quote is open in "{text}"', text=text) from error
    if not words:
        raise PlanCompareError("--where wants a condition, such as level=district")
    return Where(tuple(_clause(word, also) for word in words))


def _clause(word: str, also: Mapping[str, Sequence[str]]) -> Clause:
    name, sign, said = word.partition("=")
    if not sign:
        raise PlanCompareError('"{word}" is no condition; write it as level=district', word=word)
    field = also.get(name, (name.lower(),))[0]
    if field not in FIELDS:
        hint = meant(name.lower(), FIELDS) or Message("; there are {names}", names=tuple(FIELDS))
        raise PlanCompareError('no field "{name}"{hint}', name=name, hint=hint)
    values = [value.strip() for value in said.split(",") if value.strip()]
    if not values:
        raise PlanCompareError("{field}= wants a value behind it", field=field)
    return Clause(field, tuple(dict.fromkeys(told for value in values for told in _values(field, value, also))))


def _values(field: str, value: str, also: Mapping[str, Sequence[str]]) -> Sequence[str]:
    if field == "period":
        years = _PERIOD.fullmatch(value)
        if not years:
            raise PlanCompareError('"{value}" is no period; write it as 2021-2025, or a year in it', value=value)
        return ("-".join(filter(None, years.groups())),)
    choices = FIELDS[field]
    if not choices:
        return (value,)
    told = [one for one in also.get(value, (value.lower(),)) if one in choices]
    if not told:
        hint = meant(value.lower(), choices)
        raise PlanCompareError(
            '{field}: "{value}" is none of {choices}{hint}', field=field, value=value, choices=choices, hint=hint
        )
    return told


def select(plans: Iterable[Plan], where: Where) -> Selection:
    """The plans for which all conditions hold, in their order.

    A plan that does not say what is asked for is not among them. Raises PlanCompareError where an area means no place,
    or several, and where no plan is left.
    """
    held = tuple(plans)
    tests = [(clause, _test(clause, held)) for clause in where.clauses]
    silent = {}
    for plan in held:
        unsaid = [clause.field for clause, _ in tests if not said(plan, clause.field)]
        if unsaid and all(test(plan) for clause, test in tests if clause.field not in unsaid):
            silent[plan.id] = unsaid[0]
    chosen = tuple(plan for plan in held if all(test(plan) for _, test in tests))
    if not chosen:
        counts = tuple(Message("{clause}: {n}", clause=clause, n=sum(map(test, held))) for clause, test in tests)
        raise PlanCompareError(
            "none of {total} plans is meant ({counts}){hint}", total=len(held), counts=counts, hint=_held(tests, held)
        )
    return Selection(chosen, len(held), silent)


def _test(clause: Clause, plans: Sequence[Plan]) -> Callable[[Plan], bool]:
    """Whether one condition holds for a plan of a collection."""
    if clause.field == "level":
        return lambda plan: plan.area.level in clause.values
    if clause.field == "status":
        return lambda plan: plan.status in clause.values
    if clause.field == "coverage":
        return lambda plan: plan.source.extent in clause.values
    if clause.field == "period":
        return lambda plan: any(_in_period(plan, value) for value in clause.values)
    places = places_of(plans)
    tests = [_in_area(value, places) for value in clause.values]
    return lambda plan: any(test(plan) for test in tests)


def _in_period(plan: Plan, value: str) -> bool:
    """From and to are those of the plan; a year alone lies in them."""
    first, _, last = value.partition("-")
    if plan.period is None:
        return False
    return plan.period == (int(first), int(last)) if last else plan.period[0] <= int(first) <= plan.period[1]


def _in_area(value: str, places: Mapping[str, Steps]) -> Callable[[Plan], bool]:
    if _CODE.fullmatch(value):
        return lambda plan: in_code(value, plan.area)
    meanings = called(value, places.values())
    if len(meanings) > 1:
        names = tuple("".join(place) for place in meanings[:MOST])
        raise PlanCompareError('area: "{value}" may be {names}; say which', value=value, names=names)
    if not meanings:
        known = sorted({step for steps in places.values() for step in (*steps, "".join(steps)) if step})
        # what they are is left out: 上海市 is not near to 乙市
        near = nearest(without_kind(value), {name: without_kind(name) for name in known})
        hint = Message("; {hint}", hint=likely(near)) if near else Message("; `plancompare list` names the plans held")
        raise PlanCompareError('area: no plan is of a place called "{value}"{hint}', value=value, hint=hint)
    place = meanings[0]
    return lambda plan: places[plan.id][: len(place)] == place


def _held(tests: Sequence[tuple[Clause, Callable[[Plan], bool]]], plans: Sequence[Plan]) -> str:
    """Which values there are of the first field that no plan answers to."""
    field = next((clause.field for clause, test in tests if not any(map(test, plans))), "")
    there = sorted({value for plan in plans if (value := said(plan, field))})
    if not there:
        return Message("; none of them says its {field}", field=field) if field else ""
    values = (*there[:MOST], *("…",) * (len(there) > MOST))
    return Message("; of {field} there are {values}", field=field, values=values)


def said(plan: Plan, field: str) -> str:
    """What a plan says to a field; "" for nothing."""
    told = {
        "level": plan.area.level,
        "area": plan.area.name or plan.area.code,
        "period": "-".join(map(str, plan.period or ())),
        "status": plan.status,
        "coverage": plan.source.extent,
    }
    return told.get(field, "")
