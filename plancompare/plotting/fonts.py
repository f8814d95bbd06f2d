"""A font that can write Chinese: one that is named, else one of those that systems usually have."""

from pathlib import Path

from plancompare.errors import PlanCompareError
from plancompare.messages import reason

# in the order wanted: simplified sans first, then whatever has the characters
FAMILIES = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Sarasa Gothic SC",
    "SimHei",
    "Heiti SC",
    "STHeiti",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Songti SC",
    "SimSun",
    "LXGW WenKai",
    "Noto Sans CJK JP",
    "Noto Sans CJK TC",
    "Noto Sans CJK HK",
    "Noto Sans CJK KR",
    "Heiti TC",
    "Microsoft JhengHei",
    "Arial Unicode MS",
    "Droid Sans Fallback",
)
# how the files of such fonts are called, for those installed after matplotlib last looked
_FILES = ("notosanscjk", "notosanssc", "sourcehansans", "wqy", "msyh", "simhei", "pingfang", "notoserifcjk")
_SAMPLE = "丰数据玉"


def family(named: Path | None = None) -> str:
    """The family to write with; that of the font file ``named``, if there is one.

    Raises PlanCompareError if the file is no font with Chinese characters, or if no such font is found.
    """
    if named is not None:
        return _of_file(named)
    font = _first()
    if not font:
        _look_again()
        font = _first()
    if not font:
        raise PlanCompareError(
            "no font with Chinese characters found; install fonts-noto-cjk (Debian, Ubuntu), google-noto-sans-cjk-fonts"
            " (Fedora) or Source Han Sans, or name a font file with --font"
        )
    return font


def _first() -> str:
    from matplotlib.font_manager import fontManager

    known = {entry.name for entry in fontManager.ttflist}
    return next((name for name in FAMILIES if name in known), "")


def _look_again() -> None:
    """Add fonts that matplotlib's list of the system's fonts does not have yet."""
    from matplotlib.font_manager import findSystemFonts, fontManager

    for file in sorted(findSystemFonts()):
        if Path(file).name.lower().replace("-", "").startswith(_FILES):
            fontManager.addfont(file)


def _of_file(file: Path) -> str:
    from matplotlib.font_manager import fontManager
    from matplotlib.ft2font import FT2Font

    if not file.is_file():
        raise PlanCompareError("no font file {file}", file=file)
    try:
        font = FT2Font(str(file))
        fontManager.addfont(str(file))
    except (OSError, RuntimeError) as error:  # FreeType raises RuntimeError for what is no font
        raise PlanCompareError("{file} cannot be read as a font: {why}", file=file, why=reason(error)) from error
    if not {ord(character) for character in _SAMPLE} <= set(font.get_charmap()):
        raise PlanCompareError("the font {file} has no Chinese characters; name another with --font", file=file)
    return font.family_name


def lacking(texts: str, name: str) -> str:
    """The characters of ``texts`` that neither the family ``name`` nor the fallback can write, each once."""
    from matplotlib.font_manager import FontProperties, fontManager, get_font

    paths = [fontManager.findfont(FontProperties(family=[one])) for one in (name, FALLBACK)]
    known: set[int] = set()
    for path in paths:
        known |= set(get_font(path).get_charmap())
    return "".join(dict.fromkeys(c for c in texts if ord(c) not in known and not c.isspace()))


FALLBACK = "DejaVu Sans"  # comes with matplotlib
