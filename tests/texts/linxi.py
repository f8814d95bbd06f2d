"""A Word file of an invented city's plan, in bullets: see README.md. Its words stand in linxi.marked."""

import sys
from pathlib import Path

from tests.texts import word

NAME = "临溪市教育高质量发展“十五五”规划"
CONTENT = word.read(Path(__file__).with_name("linxi.marked"))


def plain() -> str:
    """The accepted reading, one paragraph or cell a line."""
    return word.plain(CONTENT)


def write(path: Path) -> None:
    """The Word file, the same bytes every time."""
    word.write(CONTENT, path, header=f"{NAME}（2026—2030年）", footer="临溪市教育局编制　　第 1 页")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
