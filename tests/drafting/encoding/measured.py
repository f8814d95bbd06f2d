"""How well first encodings do: tables for the README and by hand (`python -m tests.drafting.encoding.measured`).

`--raw DIR` measures the public texts whose keys stand in `tests/texts/real` and which are not part of the project: DIR
holds them, each by the name that its key gives as its source. The further texts, which came after the rules were mended
on the first twelve, stand apart and then among all that are only measured; so do the later ones, on which rules are
mended, among all that rules may be mended on. `--differences` prints what was missed and what was not wanted, of the
texts that rules may be mended on only.
"""

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from plancompare.model import Plan, Target
from plancompare.reading.collection import load
from tests.drafting.encoding.agreement import Agreement, compare_encodings
from tests.drafting.encoding.support import PLANS, SOURCES, TEXTS, drafted, words
from tests.texts import linxi, wanzhou

FURTHER = Path(__file__).parent.parent.parent / "texts"
# by whom a text and its encoding were made, and when the rules' author saw it
OWN = {
    "jinsha": "numbered prose with bodies in brackets",
    "songtan": "a county's plan with Chinese numerals",
    "donghu": "a web page with an indicator table",
    "nanling": "a Word file of bullets with a table of tasks",
}
SEEN = {
    "qinglan": "prose in chapters, hard-wrapped, with page marks and boxes",
    "linxi": "a Word file of bullets, tables, tracked changes",
    "heyuanqu": "a web page with chrome and a table",
    "shuangjiexian": "a county's plan with Chinese numerals, in GBK",
    "yunzhou": "Markdown bullets, managerial wording",
}
UNSEEN = {
    "shilin": "numbered prose with long sentences",
    "wanzhou": "a Word file with tables of indicators and projects",
    "luoqiao": "an old web page with nested tables",
    "beiyuan": "a county's plan with Chinese numerals and a task list",
}
SHIPPED = {"chaoyang": "", "yuquan": "", "city-jia": "", "fengtai": "", "city-yi": ""}
FIRST_PUBLIC = 12  # public texts up to this number were there when rules were mended on the odd ones
FURTHER_PUBLIC = 25  # those up to this number were only measured, those after it were collected to mend rules on
OPENED = (21,)  # further texts that rules were mended on after they had been measured
_MADE = {"linxi": linxi.write, "wanzhou": wanzhou.write}


@cache
def gold(name: str) -> Plan:
    """The encoding made by hand."""
    homes = (PLANS / f"{name}.yaml", TEXTS / f"{name}.yaml", FURTHER / "gold" / f"{name}.yaml")
    home = next(path for path in homes if path.exists())
    return next(plan for plan in load(PLANS, [home]).plans if plan.id == name)


@cache
def agreement(name: str) -> Agreement:
    """How far `encode`, told nothing but the file, agrees with the encoding made by hand."""
    with TemporaryDirectory() as folder:
        path = file_of(name, Path(folder))
        found = drafted(path, plan=name)
        return compare_encodings(found.plan, gold(name), found.document.text, words()[1])


def file_of(name: str, folder: Path) -> Path:
    """The text's file; Word files are made in ``folder``."""
    if name in _MADE:
        path = folder / f"{name}.docx"
        _MADE[name](path)
        return path
    if name in SHIPPED:
        return SOURCES / gold(name).source.file
    home = TEXTS if name in OWN else FURTHER
    return next(path for path in sorted(home.glob(f"{name}.*")) if path.suffix in (".txt", ".md", ".html", ".docx"))


def table(texts: Mapping[str, str] | Iterable[str]) -> Iterator[str]:
    """Rows of Markdown, one a text."""
    yield "| text | records made by hand | drafted | recall | precision | targets F1 | theme right |"
    yield "|---|---|---|---|---|---|---|"
    manners = texts if isinstance(texts, Mapping) else {}
    for name in texts:
        found = agreement(name)
        told = f"{name}: {manners[name]}" if manners.get(name) else name
        yield (
            f"| {told} | {found.wanted} | {found.drafted} | {found.recall:.2f} | {found.precision:.2f}"
            f" | {found.targets_f1:.2f} | {found.themes:.2f} |"
        )


def real_keys() -> list[Plan]:
    """The keys of the public texts, in their order."""
    homes = sorted((FURTHER / "real").glob("*.yaml"))
    named = {home.stem: home for home in homes}
    plans = {plan.source.file.removesuffix(".txt"): plan for plan in load(PLANS, homes).plans}
    return [plans[name] for name in named if name in plans]


def may_mend(key: Plan) -> bool:
    """Whether rules may be mended on a public text: of the first the odd ones, of the further the opened, all later."""
    return is_later(key) or _number(key) in OPENED or (_number(key) % 2 == 1 and not is_further(key))


def is_further(key: Plan) -> bool:
    """Whether a public text came after the rules were mended on the first ones, and is only measured to this day."""
    return FIRST_PUBLIC < _number(key) <= FURTHER_PUBLIC and _number(key) not in OPENED


def is_later(key: Plan) -> bool:
    """Whether a public text was collected to mend rules on, after the further ones."""
    return _number(key) > FURTHER_PUBLIC


def _number(key: Plan) -> int:
    return int(key.source.file[:2])


def real_agreement(key: Plan, folder: Path) -> Agreement:
    """How far `encode` agrees with the key of a public text, which stands in ``folder``."""
    found = drafted(folder / key.source.file, plan=key.id)
    return compare_encodings(found.plan, key, found.document.text, words()[1])


def real_table(found: Sequence[tuple[str, Agreement]]) -> Iterator[str]:
    """Rows of Markdown, one a public text, and their sum."""
    yield "| text | promises | drafted | recall | precision | targets | right in all parts | drafted | theme right |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for name, one in found:
        yield _real_row(
            name, one.found, one.wanted, one.drafted, one.targets_wanted, one.targets_whole, one.targets_drafted,
            one.themes_right,
        )  # fmt: skip
    sums = [
        sum(getattr(one, part) for _, one in found)
        for part in (
            "found", "wanted", "drafted", "targets_wanted", "targets_whole", "targets_drafted", "themes_right",
        )
    ]  # fmt: skip
    yield _real_row("all", *sums)


def _real_row(
    name: str, found: int, wanted: int, drafted: int, targets: int, whole: int, made: int, themes: int
) -> str:
    return (
        f"| {name} | {wanted} | {drafted} | {found / wanted:.2f} | {found / (drafted or 1):.2f}"
        f" | {targets} | {whole} | {made} | {themes / (found or 1):.2f} |"
    )


def differences(found: Agreement) -> Iterator[str]:
    """What a draft missed, what nobody wanted, and themes that differ."""
    yield from (f"  missed   {c.text}  {[e.quote for e in c.evidence]}" for c in found.missed)
    yield from (f"  unwanted [{c.pin}] {c.text}" for c in found.surplus)
    yield from (
        f"  theme    {one.pin} for {other.pin}: {one.text}"
        for one, other in found.pairs
        if one.pin not in (other.pin, *other.also)
    )
    yield from (f"  target   {_told(t)} missed ({c.text})" for c, t in found.targets_missed)
    yield from (f"  target   {_told(t)} unwanted ({c.text})" for c, t in found.targets_surplus)


def _told(target: Target) -> str:
    value = target.value if target.value is not None else f"{target.low}-{target.high}"
    return f"{target.measure} {target.op} {value} {target.unit} {target.by}"


def measure_real(folder: Path, told: bool) -> None:
    """Print the tables of the public texts in ``folder``: those only measured and those mended on, new ones apart."""
    keys = [key for key in real_keys() if (folder / key.source.file).exists()]
    measured = {key.id: real_agreement(key, folder) for key in keys}
    groups = {
        "only measured, further texts": [key for key in keys if is_further(key)],
        "only measured, all": [key for key in keys if not may_mend(key)],
        "mended on, later texts": [key for key in keys if is_later(key)],
        "mended on, all": [key for key in keys if may_mend(key)],
    }
    for title, group in groups.items():
        found = [(key.source.file.removesuffix(".txt"), measured[key.id]) for key in group]
        if found:
            print(f"{title}\n\n" + "\n".join(real_table(found)) + "\n")
    for key in groups["mended on, all"] if told else ():
        print(key.source.file.removesuffix(".txt"), *differences(measured[key.id]), sep="\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raw", type=Path, metavar="DIR")
    parser.add_argument("--differences", action="store_true")
    asked = parser.parse_args()
    if asked.raw:
        measure_real(asked.raw, asked.differences)
    else:
        groups = (UNSEEN, SEEN, OWN, SHIPPED) if SOURCES.is_dir() else (UNSEEN, SEEN, OWN)
        print("\n\n".join("\n".join(table(group)) for group in groups))
