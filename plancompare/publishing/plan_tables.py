"""Tables of the documents: the plans, their sections, and what a blank under a theme means."""

from collections.abc import Sequence

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.rows import blank_status
from plancompare.model import Label, Plan
from plancompare.publishing.table import NUMBER, PLAN, Line, Table, text, to, whole

_PLANS = (
    PLAN,
    text("name", "简称", "Short name", required=True),
    text("title", "文件标题", "Title of the document"),
    text("area_name", "地区", "Place that the plan governs"),
    text("area_level", "层级", "Level of the place", values=("province", "city", "district", "county")),
    text("area_code", "行政区划代码（GB/T 2260）", "Code of the place (GB/T 2260)"),
    text("issuer", "发布机构", "Issuing body"),
    whole("period_from", "规划期起", "First year of the plan's period"),
    whole("period_to", "规划期止", "Last year of the plan's period"),
    text("date_written", "成文日期，可只到年或月", "Date written; may be a year or a month only"),
    text("date_issued", "印发日期，可只到年或月", "Date issued; may be a year or a month only"),
    text("date_published", "发布日期，可只到年或月", "Date published; may be a year or a month only"),
    text("status", "效力状态", "Standing of the document", values=("adopted", "consultation", "draft")),
    text("extent", "所持文本：全文或节选", "Text held: the full document or an excerpt", True, ("full", "excerpt")),
    text("source_url", "原文网址", "Address of the document"),
    text("source_file", "原文文件名", "Name of the source text's file"),
    text("source_sha256", "原文文件的 SHA-256", "SHA-256 of the source text's file"),
    whole("records_left_out", "有误而未读入的记录数", "Broken records that could not be read", required=True),
    whole("commitments", "本数据集所含承诺数", "Commitments of the plan in this data set", required=True),
)
_SECTIONS = (
    PLAN,
    NUMBER,
    text("id", "编码者给的节编号", "The curators' id of the section"),
    text("path", "在文件中的位置", "Where the document itself puts it"),
    text("heading", "标题", "Heading", required=True),
    text("theme_pin", "编码者指定的主题", "Theme pinned by a curator"),
)
_COVERAGE = (
    PLAN,
    text("theme", "主题编号", "Id of the theme", required=True),
    text(
        "reading",
        "所持文本是否处理该主题：完整、部分、无",
        "How much of the theme the text held treats",
        True,
        ("whole", "part", "none"),
    ),
    text(
        "blank",
        "该主题下的空格应如何解读",
        "What a blank under this theme means",
        True,
        ("not_found", "not_covered", "not_applicable"),
    ),
    text("reason", "不适用的理由", "Why the theme cannot apply"),
)


def plan_tables(comparison: Comparison, themes: Sequence[str]) -> tuple[Table, ...]:
    """``plans``, ``sections`` and ``coverage``, the last with a line for every plan and every one of ``themes``."""
    counts = {plan.id: 0 for plan in comparison.plans}
    for row in comparison.rows:
        for plan, cell in row.cells.items():
            counts[plan] += len(cell.commitments)
    plans = tuple(_plan(plan, counts[plan.id]) for plan in comparison.plans)
    sections = tuple(
        (plan.id, number, section.id, section.path, section.heading, section.theme)
        for plan in comparison.plans
        for number, section in enumerate(plan.sections, 1)
    )
    coverage = tuple(_coverage(plan, theme) for plan in comparison.plans for theme in themes)
    return (
        Table("plans", Label("所比的规划文件", "The plans compared"), _PLANS, plans, ("plan",)),
        Table(
            "sections",
            Label("各规划的章节", "Sections of the plans"),
            _SECTIONS,
            sections,
            ("plan", "number"),
            (to("plans", "plan"), to("themes", "theme_pin", keys=("theme",))),
        ),
        Table(
            "coverage",
            Label("规划 × 主题：所持文本覆盖什么", "Plans by themes: what the texts held cover"),
            _COVERAGE,
            coverage,
            ("plan", "theme"),
            (to("plans", "plan"), to("themes", "theme")),
        ),
    )


def _plan(plan: Plan, commitments: int) -> Line:
    start, end = plan.period or (None, None)
    dates = [plan.dates.get(kind) for kind in ("written", "issued", "published")]
    area, source = plan.area, plan.source
    document = (plan.id, plan.name, plan.title, area.name, area.level, area.code, plan.issuer, start, end, *dates)
    source_cells = (plan.status, source.extent, source.url, source.file, source.sha256)
    return (*document, *source_cells, plan.incomplete, commitments)


def _coverage(plan: Plan, theme: str) -> Line:
    reading = "whole" if plan.source.extent == "full" else plan.reads.get(theme, "none")
    return (plan.id, theme, reading, blank_status(plan, theme), plan.not_applicable.get(theme))
