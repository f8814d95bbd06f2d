"""Heads of columns that tell plans apart: a name is never cut, it goes over as many lines as its column wants."""

from collections.abc import Iterator, Sequence

from plancompare.telling.text import cells, clip, one_line, pad, wrap

NARROWEST = 2  # columns of a head: a Chinese character takes so many


def stack(name: str, width: int) -> list[str]:
    """A name in lines of at most ``width`` columns (two or more), whole: broken at spaces and hyphens if it has any."""
    lines: list[str] = []
    for line in wrap(one_line(name), width):
        while cells(line) > width:
            first = clip(line, width)
            first = first[: first.rfind("-") + 1] or first
            lines.append(first)
            line = line[len(first) :]
        lines.append(line)
    return lines


def head_lines(names: Sequence[str], widths: Sequence[int]) -> Iterator[list[str]]:
    """Lines of heads, a piece of each name padded to its column; names stand on the last line."""
    stacks = [stack(name, width) for name, width in zip(names, widths, strict=True)]
    height = max(map(len, stacks), default=0)
    for at in range(-height, 0):
        yield [
            pad(pieces[at] if len(pieces) >= -at else "", width) for pieces, width in zip(stacks, widths, strict=True)
        ]


def head_widths(names: Sequence[str], least: Sequence[int], room: int) -> list[int] | None:
    """Columns as wide as the names want to take the fewest lines that ``room`` allows; None where it allows none.

    ``least`` is what the columns need for what stands below their heads.
    """
    floors = [max(width, NARROWEST) for width in least]
    if sum(floors) > room:
        return None
    tallest = max((len(stack(name, floor)) for name, floor in zip(names, floors, strict=True)), default=1)
    for height in range(1, tallest):
        widths = [_width(name, floor, height) for name, floor in zip(names, floors, strict=True)]
        if sum(widths) <= room:
            return _with_whole_names(names, widths, room)
    return _with_whole_names(names, floors, room)


def _with_whole_names(names: Sequence[str], widths: Sequence[int], room: int) -> list[int]:
    """The columns, widened to a whole name where what is left of ``room`` allows it: those that lack least first."""
    lacks = {at: cells(one_line(name)) - width for at, (name, width) in enumerate(zip(names, widths, strict=True))}
    widened, left = list(widths), room - sum(widths)
    for at in sorted(lacks, key=lambda at: lacks[at]):
        if 0 < lacks[at] <= left:
            widened[at] += lacks[at]
            left -= lacks[at]
    return widened


def _width(name: str, floor: int, height: int) -> int:
    """The narrowest column in which a name takes at most ``height`` lines."""
    return next(w for w in range(floor, max(floor, cells(one_line(name))) + 1) if len(stack(name, w)) <= height)
