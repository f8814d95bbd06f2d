"""How well first encodings do: a table of figures, for the README and by hand (`python -m tests.encoding.measured`)."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from plancompare.encoding.quality import compare_encodings
from tests.encoding.support import SOURCES, TEXTS, collection, draft, gold

INVENTED = {
    "jinsha": "numbered prose with bodies in brackets",
    "songtan": "a county's plan with Chinese numerals",
    "donghu": "a web page with an indicator table",
    "nanling": "a Word file of bullets with a table of tasks",
}
SHIPPED = ("chaoyang", "yuquan", "fengtai", "city-jia", "city-yi")


def table(names: Iterable[str], folder: Path) -> Iterator[str]:
    """Rows of Markdown, one a text."""
    yield "| text | records made by hand | drafted | recall | precision | targets F1 | theme right |"
    yield "|---|---|---|---|---|---|---|"
    for name in names:
        document, drafted = draft(name, folder / gold(name).source.file)
        found = compare_encodings(drafted, gold(name), document.text, collection().indicators)
        told = f"{name}: {INVENTED[name]}" if name in INVENTED else name
        yield (
            f"| {told} | {found.wanted} | {found.drafted} | {found.recall:.2f} | {found.precision:.2f}"
            f" | {found.targets_f1:.2f} | {found.themes:.2f} |"
        )


if __name__ == "__main__":
    print("\n".join(table(INVENTED, TEXTS)))
    if SOURCES.is_dir():
        print("\n".join(table(SHIPPED, SOURCES)))
