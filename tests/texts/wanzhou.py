"""A Word file of an invented island city's plan, in short bullets: see README.md. Its words stand in wanzhou.marked."""

import sys
from pathlib import Path

from tests.texts import word

NAME = "湾洲市教育发展“十五五”规划"
CONTENT = word.read(Path(__file__).with_name("wanzhou.marked"))


def plain() -> str:
    """The accepted reading, one paragraph or cell a line."""
    return word.plain(CONTENT)


def write(path: Path) -> None:
    """The Word file, the same bytes every time."""
    word.write(CONTENT, path, header=NAME, footer="湾洲市教育局　湾洲市发展和改革委员会")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
