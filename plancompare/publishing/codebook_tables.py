"""Tables of what the coding rests on: themes and their words, indicators and benchmarks, the files that were read."""

from collections.abc import Iterable, Sequence

from plancompare.comparing.comparison import Comparison
from plancompare.model import Indicator, InputFile, Label, Theme
from plancompare.publishing.carried import role
from plancompare.publishing.commitment_tables import OPS
from plancompare.publishing.table import NUMBER, Line, Table, number, text, to, truth, whole
from plancompare.reading.catalogue import FOLDER
from plancompare.reading.collection import ROLES

_THEMES = (
    text("theme", "主题编号", "Id of the theme", required=True),
    whole("place", "在编码手册中的次序", "Place in the codebook", required=True),
    text("label_zh", "中文名", "Name in Chinese"),
    text("label_en", "英文名", "Name in English"),
    text("definition", "定义", "Definition"),
    text("when", "何时使用", "When to use it"),
    text("when_not", "何时不用", "When not to use it"),
    truth(
        "in_codebook", "编码手册是否有此主题；否则只是被提到", "Whether the codebook has it; else it is only mentioned"
    ),
)
_WORDS = (
    text("theme", "主题编号", "Id of the theme", required=True),
    text(
        "kind",
        "指向该主题的词、不属该主题的词、邻近主题",
        "A word that points to the theme, one that points away, or a neighbouring theme",
        True,
        ("synonym", "negative", "near"),
    ),
    NUMBER,
    text("word", "词，或主题编号", "The word, or the id of the neighbour", required=True),
)
_INDICATORS = (
    text("indicator", "指标编号", "Id of the indicator", required=True),
    text("label_zh", "中文名", "Name in Chinese"),
    text("label_en", "英文名", "Name in English"),
    text("unit", "单位", "Unit"),
    text("direction", "数值越高或越低越进取", "Which way is more ambitious", values=("higher", "lower", "none")),
    text("definition", "口径", "Definition"),
    truth("registered", "是否已登记；否则只是被提到", "Whether it is registered; else it is only mentioned"),
)
_ALIASES = (
    text("indicator", "指标编号", "Id of the indicator", required=True),
    NUMBER,
    text("alias", "别名", "Another name", required=True),
)
_BENCHMARKS = (
    text("indicator", "指标编号", "Id of the indicator", required=True),
    NUMBER,
    text("level", "发布层级", "Level that set it"),
    whole("year", "年份", "Year", required=True),
    text("op", "比较方式", "Comparator", True, OPS.values()),
    number("value", "数值", "Value", required=True),
    text("status", "核对程度", "How far to trust it", True, ("draft", "final", "unchecked")),
    text("source", "出处", "Where it is written", required=True),
)
_INPUTS = (
    text("file", "collection/ 中的文件", "File in collection/", required=True),
    text("role", "作用", "What it is", True, ("plan", *ROLES.values(), FOLDER)),
    whole("bytes", "字节数", "Size in bytes", required=True),
    text("sha256", "SHA-256", "SHA-256", required=True),
)


def theme_ids(comparison: Comparison) -> tuple[str, ...]:
    """The codebook's themes in their order, then those that the plans name though the codebook lacks them."""
    named = {match.theme for match in comparison.themes.values()}
    for plan in comparison.plans:
        named |= {*plan.reads, *plan.not_applicable, *(section.theme for section in plan.sections)}
        named |= {theme for commitment in plan.commitments for theme in commitment.also}
    known = dict.fromkeys(comparison.codebook.ids)
    return (*known, *sorted(named - {"", *known}))


def codebook_tables(comparison: Comparison, themes: Sequence[str]) -> tuple[Table, ...]:
    """``themes`` (the ids given) and their words, ``indicators`` with aliases and benchmarks, and ``inputs``."""
    known = {theme.id: theme for theme in comparison.codebook.themes}
    lines = tuple(_theme(number, theme, known.get(theme)) for number, theme in enumerate(themes, 1))
    words = tuple(
        (theme.id, kind, number, word)
        for theme in known.values()
        for kind, several in (("synonym", theme.synonyms), ("negative", theme.negative), ("near", theme.near))
        for number, word in enumerate(several, 1)
    )
    return (
        Table("themes", Label("编码手册的主题", "Themes of the codebook"), _THEMES, lines, ("theme",)),
        Table(
            "theme_words",
            Label("主题的词汇", "Words of the themes"),
            _WORDS,
            words,
            ("theme", "kind", "number"),
            (to("themes", "theme"),),
        ),
        *_indicator_tables(comparison),
        _inputs(comparison.inputs),
    )


def _theme(number: int, theme: str, entry: Theme | None) -> Line:
    if entry is None:
        return (theme, number, None, None, None, None, None, False)
    return (theme, number, entry.label.zh, entry.label.en, entry.definition, entry.when, entry.when_not, True)


def _indicator_tables(comparison: Comparison) -> tuple[Table, ...]:
    known = comparison.indicators
    named = {t.indicator for plan in comparison.plans for c in plan.commitments for t in c.targets if t.indicator}
    indicators = [_indicator(name, known.get(name)) for name in (*known, *sorted(named - set(known)))]
    aliases = [
        (name, number, alias) for name, indicator in known.items() for number, alias in enumerate(indicator.aliases, 1)
    ]
    benchmarks = [
        (name, number, b.level, b.year, OPS[b.op], b.value, b.status, b.source)
        for name, indicator in known.items()
        for number, b in enumerate(indicator.benchmarks, 1)
    ]
    of_indicator = (to("indicators", "indicator"),)
    key = ("indicator", "number")
    about = Label("各级公布的基准", "Figures set above the plans")
    return (
        Table("indicators", Label("指标", "Indicators"), _INDICATORS, tuple(indicators), ("indicator",)),
        Table(
            "indicator_aliases", Label("指标的别名", "Names of indicators"), _ALIASES, tuple(aliases), key, of_indicator
        ),
        Table("benchmarks", about, _BENCHMARKS, tuple(benchmarks), key, of_indicator),
    )


def _indicator(name: str, entry: Indicator | None) -> Line:
    if entry is None:
        return (name, None, None, None, None, None, False)
    return (name, entry.label.zh, entry.label.en, entry.unit, entry.direction, entry.definition, True)


def _inputs(inputs: Iterable[InputFile]) -> Table:
    lines = tuple((file.path, role(file.path), file.size, file.sha256) for file in inputs)
    return Table("inputs", Label("读入的文件", "Files that were read"), _INPUTS, lines, ("file",))
