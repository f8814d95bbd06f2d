"""Word files of invented districts' drafts, with known holes against the plans held: see the YAML file of each."""

import sys
from pathlib import Path

from tests.texts import word

NAMES = ("draft", "yunxiu", "huaixi", "muxi", "chengling")


def _content(name: str) -> list[tuple[str, str]]:
    return word.read(Path(__file__).with_name(f"{name}.marked"))


def plain(name: str) -> str:
    """The text of a draft, one paragraph a line."""
    return word.plain(_content(name))


def write(name: str, path: Path) -> None:
    """The Word file of a draft, the same bytes every time."""
    word.write(_content(name), path)


if __name__ == "__main__":
    write(sys.argv[1], Path(sys.argv[2]))
