"""A Word file of an invented district's draft, with known holes against five plans held: see muxi.yaml."""

import sys
from pathlib import Path

from tests.texts import word

CONTENT = word.read(Path(__file__).with_name("muxi.marked"))


def plain() -> str:
    """Its text, one paragraph a line."""
    return word.plain(CONTENT)


def write(path: Path) -> None:
    """The Word file, the same bytes every time."""
    word.write(CONTENT, path)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
