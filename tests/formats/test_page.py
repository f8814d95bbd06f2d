"""Colours that can be read, and a style and a script that cannot close themselves."""

import re

import pytest

from plancompare.formats.html import FOLDER

STYLE = (FOLDER / "style.css").read_text(encoding="utf-8")
SCRIPT = (FOLDER / "script.js").read_text(encoding="utf-8")
GROUNDS = {
    "paper": ("ink", "soft", "link", "made", "missing", "unknown", "binding", "hedged"),
    "raised": ("ink", "soft", "link"),
    "hatch": ("unknown",),
    "made-ground": ("made",),
    "set": ("ink", "soft", "made", "binding", "hedged"),
    "found": ("ink",),
    "ink": ("paper",),
    **{f"d{depth}": ("on-pale",) for depth in (1, 2, 3)},
    **{f"d{depth}": ("on-deep",) for depth in (4, 5)},
}


def palettes() -> list[dict[str, str]]:
    """The colours of each :root: light, dark by the system, dark by choice."""
    return [
        dict(re.findall(r"--([\w-]+): (#\w+);", block)) for block in re.findall(r":root[^{]*\{(.*?)\}", STYLE, re.S)
    ]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("palette", [0, 1])
def test_every_text_stands_out_from_its_ground(palette: int) -> None:
    """Stripes and marked words too, which no checker of pages can judge."""
    colours = palettes()[palette]
    for ground, texts in GROUNDS.items():
        for text in texts:
            dark, light = sorted((luminance(colours[ground]), luminance(colours[text])))
            assert (light + 0.05) / (dark + 0.05) >= 4.5, f"{text} on {ground}"


def test_dark_is_the_same_by_system_and_by_choice() -> None:
    light, system, chosen = palettes()
    assert system == chosen
    assert system.keys() == light.keys()


def test_style_and_script_cannot_close_themselves_or_make_markup() -> None:
    assert "</" not in STYLE + SCRIPT
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function", SCRIPT)
