"""Reports made by hand and by command, for the tests of documents."""

import json
from collections.abc import Mapping
from pathlib import Path

from plancompare.model import Lang
from plancompare.telling.blocks import Column, Count, Grid, Heading, Line, Mark, Passage, Prose, Report
from tests.support import run

CASES = Path(__file__).parent.parent / "cases"
# what a plan may hold to be taken for something else: markup, commands, fields, what steers or breaks a reader
HOSTILE = (
    "]]><w:p/>&amp;<!-- --><?x?>",
    '</w:t></w:r><w:r><w:instrText> INCLUDETEXT "c:\\\\x" </w:instrText>',
    "{ DDEAUTO cmd } { HYPERLINK http://x.example }",
    "\x00\x01\x0b\x0c\x1b[31m\x7f\x85\ufffe\uffff",
    "a\u202eb\u2066c\u2028d\u2029e",
    "a\nb\tc\r\nd",
    "\ud800",
    "w" * 300,
    "规" * 300,
    r"\input{/etc/passwd}\write18{touch pwned}\immediate\openout1=x \end{document}",
    r"\\[3cm] \\* & # $ % ^ _ ~ { } ^^M ^^5cinput \catcode`\%=12",
    "--- -- '' `` ?` !` << >> ,, \" ' `",
    "[x] *y* [",
    "%comment",
    "$1_2^3$",
    "שלום עולם",
    "e\u0301 \u200b\ufeff",
    "http://www.x.example/a/very/long/address/which/goes/on?and=on&and_on=%20#there",
)


def report(
    lang: Lang = "zh", names: Mapping[str, str] | None = None, texts: tuple[str, ...] = ("一条",), rows: int = 3
) -> Report:
    """A small report: one chapter of rows, one of themes and a wide table; ``texts`` stand wherever words may."""
    held = dict(names or {"north": "北区", "south": "南区"})
    told, caption = " ".join(texts), " ".join(texts)[:300]
    states = ("made", "unsure", "not_found", "not_covered", "not_applicable")
    lines = []
    for number in range(rows):
        text = texts[number % len(texts)]
        marks = []
        for place, plan in enumerate(held):
            state = states[(number + place) % 5]
            said = Passage(f"{plan}/x-{number}", text, text[:20], text, (text,)) if state == "made" else None
            reason = text if state == "not_applicable" else ""
            near = (
                Passage(f"{plan}/y-{number}", text, text[:20], text, (text,), score=57) if state == "unsure" else None
            )
            marks.append(Mark(plan, state, (said,) if said else (), reason, (near,) if near else (), 2 if near else 0))  # type: ignore[arg-type]
        lines.append(Line((f"1.{number}", "t", text, "1/2", text, *marks), "t", f"r/row-{number}", "partial"))
    columns = (
        Column("序号", width=6), Column("主题", data=True), Column(texts[0][:60], "label", 40), Column("作出", width=8),
        Column("依据"), *(Column(name, "mark", 6, plan) for plan, name in held.items()),
    )  # fmt: skip
    counts = tuple(Count(plan, states[p % 5], p, part=p % 2 == 1) for p, plan in enumerate(held))  # type: ignore[arg-type]
    matrix = (Column("主题", "label", 26), *(Column(n, "count", 9, p) for p, n in held.items()), Column("值", "number"))
    wide = tuple(Column(f"栏{place}", width=30) for place in range(6))
    return Report(
        title=told,
        lang=lang,
        blocks=(
            Prose(told),
            Heading(1, texts[0][:60], "a"),
            Grid("m", "m", caption, matrix, (Line((told, *counts, 3)), Line(("", *counts, None))), told),
            Heading(1, caption, "b"),
            Heading(2, caption, "b1"),
            Grid("r", "rows", caption, columns, tuple(lines), told),
            Heading(1, "宽", "c"),
            Grid("w", "w", "宽表", wide, (Line(tuple("很长的话，说不完" * 4 for _ in wide)),)),
            Grid("d", "d", "数据", wide, (Line(("x",) * 6),), data=True),
            Grid("e", "e", "空表", wide, ()),
            Grid("l", "l", "引用", (Column("序号"), Column("条")), (Line(("1.0", "x"), "t", "r/row-0"),)),
            Heading(1, "窄", "z"),
            Prose(told, code=True),
        ),
        sheets={},
        names=held,
        themes={"t": told},
        narrowed=told,
        date="2026-03-07",
    )


def made(form: str, case: str, folder: Path, *more: str) -> bytes:
    """A report of a case, by command."""
    path = folder / f"report.{form}"
    result = run("report", "-f", form, "-o", str(path), *more, "--force", folder=CASES / case)
    assert result.exit_code == 0, result.output
    return path.read_bytes()


def expected(case: str, *more: str) -> dict[str, dict[str, str]]:
    """What each plan (by name) has to say to each row, by the JSON report."""
    told = json.loads(run("report", "-f", "json", *more, folder=CASES / case).stdout)
    names = {plan["id"]: plan["name"] for plan in told["plans"]}
    return {row["id"]: {names[plan]: cell["status"] for plan, cell in row["cells"].items()} for row in told["rows"]}
