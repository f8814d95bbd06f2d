"""The generated parts of README.md, between `begin: NAME` and `end: NAME` marks.

`python -m tests.docs` (or `make docs`) rewrites them; a test fails where a byte would change.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from plancompare import load
from plancompare.checks import CHECKS
from plancompare.commands import COMMANDS
from plancompare.model import Corpus
from plancompare.themes import ThemeMatcher, agreement
from plancompare.wording import Wording
from tests.support import run

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
EXTRACTS = ROOT / "tests" / "extracts"


def plans() -> str:
    """A table of the shipped plans."""
    rows = ["| id | name | document | text held | commitments | with figures |", "|---|---|---|---|---|---|"]
    for plan in load(ROOT / "plans").plans:
        figures = sum(bool(c.targets) for c in plan.commitments)
        extent = "full" if plan.source.extent == "full" else "excerpt"
        rows.append(f"| `{plan.id}` | {plan.name} | {plan.title} | {extent} | {len(plan.commitments)} | {figures} |")
    return "\n".join(rows)


def themes() -> str:
    """How often the theme matcher agrees with pins."""
    rows = ["| plans | commitments | own theme | own or `also` |", "|---|---|---|---|"]
    for name, folder in (("the five shipped plans", ROOT / "plans"), ("six invented extracts", EXTRACTS)):
        own, either, total = _agreement(load(folder))
        rows.append(f"| {name} | {total} | {own / total:.0%} | {either / total:.0%} |")
    return "\n".join(rows)


def _agreement(corpus: Corpus) -> tuple[int, int, int]:
    matcher = ThemeMatcher(corpus.codebook, Wording(corpus.codebook))
    return agreement(list(corpus.commitments()), matcher)


def checks() -> str:
    """The catalogue of rules, from the first line of each one's docstring."""
    rows = ["| check | level | finds |", "|---|---|---|"]
    for name, module in CHECKS.items():
        summary = (module.__doc__ or "").strip().splitlines()[0].replace("|", "\\|")
        rows.append(f"| `{name}` | {module.LEVEL} | {summary} |")
    return "\n".join(rows)


def commands() -> str:
    """`--help` of every command."""
    parts = []
    for name in COMMANDS:
        told = run(name, "--help", env={"COLUMNS": "100"}).stdout.replace("Usage: group ", "Usage: plancompare ")
        parts.append(f"### plancompare {name}\n\n```text\n{told.strip()}\n```")
    return "\n\n".join(parts)


PARTS: Mapping[str, Callable[[], str]] = {"plans": plans, "themes": themes, "checks": checks, "help": commands}


def renewed(text: str) -> str:
    """The README with its generated parts made anew."""
    for name, make in PARTS.items():
        begin, end = f"<!-- begin: {name} -->", f"<!-- end: {name} -->"
        text = re.sub(f"{begin}.*?{end}", lambda _, b=begin, e=end, m=make: f"{b}\n{m()}\n{e}", text, flags=re.S)  # type: ignore[misc]
    return text


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
