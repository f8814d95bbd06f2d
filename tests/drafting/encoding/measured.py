"""How well first encodings do: tables for the README and by hand (`python -m tests.drafting.encoding.measured`)."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from plancompare.model import Plan
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


if __name__ == "__main__":
    groups = (UNSEEN, SEEN, OWN, SHIPPED) if SOURCES.is_dir() else (UNSEEN, SEEN, OWN)
    print("\n\n".join("\n".join(table(group)) for group in groups))
