"""Which places a plan's area lies in: read from its full name, step by step, and from codes of areas held beside it.

Only the shape of administrative names is known here (GB/T 2260 and how its names end), no place by name.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from plancompare.model import Area, Plan

Steps = tuple[str, ...]  # the places that an area lies in, the widest first, and itself: 吉林省, 长春市, 朝阳区
_KINDS = "特别行政区|自治区|自治州|地区|省|市|盟|区|县|旗"
_KIND = re.compile(f"(?:{_KINDS})$")
_ASIDE = re.compile(r"[（(].*")  # what stands in brackets behind a name is no name
# One step of a full name; two characters at least stand before its ending, so that 津市市 and 沙市区 stay whole.
_STEP = re.compile(f".{{2,}}?(?:{_KINDS})")


def steps_of(area: Area) -> Steps:
    """The steps of an area's own full name; () for an area without a name.

    >>> steps_of(Area("吉林省长春市朝阳区"))
    ('吉林省', '长春市', '朝阳区')
    """
    name = _ASIDE.sub("", area.name).strip()
    steps = tuple(_STEP.findall(name))
    rest = name[len("".join(steps)) :]
    return (*steps, rest) if rest else steps


def places_of(plans: Sequence[Plan]) -> Mapping[str, Steps]:
    """For each plan (id) the steps of its area; codes tell that 朝阳区 lies in 北京市 if that has a plan."""
    wider = {plan.area.code: steps_of(plan.area) for plan in plans if plan.area.code and plan.area.name}
    found = {}
    for plan in plans:
        steps = steps_of(plan.area)
        around = _around(plan.area, wider) if len(steps) == 1 else ()
        found[plan.id] = (*around, *steps) if steps and around[-1:] != steps else steps
    return found


def _around(area: Area, wider: Mapping[str, Steps]) -> Steps:
    """The steps of the narrowest area held whose code is above this one's."""
    if area.level == "province" or not area.code:
        return ()
    above = (code for code in (f"{area.code[:4]}00", f"{area.code[:2]}0000") if code != area.code[:6])
    return next((wider[code] for code in above if code in wider), ())


def in_code(code: str, area: Area) -> bool:
    """Whether an area's code is ``code`` or lies below it: 11, 1101 and 110000 have 110105 below them."""
    return bool(area.code) and area.code.startswith(significant(code))


def significant(code: str) -> str:
    """A code without the empty pairs at its end."""
    return re.sub(r"(?:00)+$", "", code[:6]) + code[6:] if len(code) == 6 else code


def without_kind(name: str) -> str:
    """上海 of 上海市: what tells a place from others of its kind."""
    return _KIND.sub("", name) or name


def called(name: str, places: Iterable[Steps]) -> Sequence[Steps]:
    """The places that ``name`` may mean: those called so, else those whose name begins so; each once, sorted."""
    every = {steps[:size] for steps in places for size in range(1, len(steps) + 1)}
    for fits in (str.__eq__, str.startswith):
        # in full, as 北京市朝阳区, or by its last step alone
        found = {place for place in every if any(fits(told, name) for told in _names(place))}
        if found:
            # 北京市 begins the full name of all that lies in it: only the widest is meant
            return sorted(place for place in found if not any(place[:size] in found for size in range(1, len(place))))
    return ()


def _names(place: Steps) -> Iterable[str]:
    return ("".join(place[start:]) for start in range(len(place)))
