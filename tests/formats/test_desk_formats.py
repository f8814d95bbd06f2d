"""The desk's answers on a screen and in every format: the same gaps everywhere, whatever the plans say."""

import csv
import json
import re
from io import BytesIO, StringIO
from typing import Any

import pytest
from hypothesis import given
from openpyxl import load_workbook

from plancompare.asking.desk.carrying import follow
from plancompare.asking.desk.desk import Desk, Request, sit_down
from plancompare.commands.gaps import rendered
from plancompare.comparing.comparison import compare
from plancompare.comparing.targets import spread
from plancompare.formats import DOCUMENTS
from plancompare.formats.csv import GAPS, gaps_csv
from plancompare.formats.desk_answers import desk_data
from plancompare.formats.terminal import write
from plancompare.formats.terminal.screen import Screen
from plancompare.model import Corpus, Lang, Number
from plancompare.telling.blocks import Grid, Heading, Mark, Prose
from plancompare.telling.desk import make_desk_report
from plancompare.telling.desk_screen import desk_on_screen
from plancompare.telling.text import cells, cleared
from plancompare.telling.words import say
from tests.desks import commitment, corpora, corpus, plan, small, target
from tests.formats.support import HOSTILE, STATES
from tests.formats.test_markdown import tables

ALL = Request("d", ("a", "b", "c"), above="u", before="v", tidy=True, every=True)
LANGS: tuple[Lang, ...] = ("zh", "en")
Told = list[tuple[str, str, Number, Number, str]]  # kind, label, k, n, nearest passage


def sat(request: Request = ALL, hostile: str = "") -> Desk:
    return sit_down(small(hostile), request)


def plain(data: dict[str, Any]) -> Any:
    """What a reader of JSON gets."""
    return json.loads(json.dumps(data))


def screened(desk: Desk, lang: Lang = "en", width: int = 100, ascii: bool = False, colours: bool = False) -> str:
    screen = Screen(lang, ascii=ascii, width=width, colours=colours)
    write(desk_on_screen(desk, lang), screen)
    return cleared(screen.text())


def label(gap: Any) -> str:
    row = gap.row
    return str(row.core.text if len(row.commitments) == 1 else row.label.of("en"))


def expected(desk: Desk) -> Told:
    assert desk.gaps
    return [
        (g.kind, label(g), g.made, g.covered, g.nearest.commitment.text if g.nearest else "") for g in desk.gaps.gaps
    ]


def test_the_small_desk_is_as_described() -> None:
    desk = sat()
    assert [(kind, name, k, n) for kind, name, k, n, _ in expected(desk)] == [
        ("missing", "managed", 3, 3), ("missing", "建设名师工作室", 1, 2), ("near", "改造老旧校舍屋顶", 1, 3),
    ]  # fmt: skip
    assert desk.gaps
    assert [(f.row.id, f.relations) for f in desk.gaps.figures] == [("places", {"a": "stronger", "c": "weaker"})]
    assert desk.carrying
    assert [f.carried for f in desk.carrying.followings] == ["strengthened", "missing"]
    assert desk.renewal
    assert [f.change for f in desk.renewal.renewed] == ["kept", "dropped"]
    assert [c.id for c in desk.renewal.beyond.new] == ["d3", "d4"]
    assert [c.id for c in desk.renewal.beyond.untold] == ["d2"]
    assert [(u.fault, u.commitment.id) for u in desk.untidy or ()] == [
        ("figures", "d4"), ("unbound", "d2"), ("unbound", "d3"), ("hedged", "d3"),
    ]  # fmt: skip
    assert (desk.missing, desk.looked_over) == (3, 4)


# --- one question alone, and none at all --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wish", "parts"),
    [
        (Request("d", ("a",)), {"gaps"}),
        (Request("d", above="u"), {"upstream"}),
        (Request("d", before="v"), {"previous"}),
        (Request("d", tidy=True), {"self"}),
        (ALL, {"gaps", "upstream", "previous", "self"}),
    ],
)
def test_only_what_was_asked_is_answered(wish: Request, parts: set[str]) -> None:
    desk = sat(wish)
    data = plain(desk_data(desk))
    assert {part for part in ("gaps", "upstream", "previous", "self") if data[part] is not None} == parts
    heads = {b.id for b in make_desk_report(desk, "en", "again").blocks if isinstance(b, Heading | Grid)}
    told = {"gaps": "desk-counts", "upstream": "desk-carried", "previous": "desk-renewed", "self": "desk-self"}
    assert {part for part, head in told.items() if head in heads} == parts
    text = screened(desk)
    words = {
        "gaps": "cannot be told",
        "upstream": "Carry-down of u",
        "previous": "last period: v",
        "self": "hedged, of",
    }
    assert {part for part, word in words.items() if word in text} == parts


def test_a_theme_narrows_every_part_and_the_report_says_so() -> None:
    desk = sat(ALL._replace(theme="preschool", least_peers=2))
    assert expected(desk) == []
    assert desk.carrying
    assert [f.commitment.id for f in desk.carrying.followings] == ["u1"]
    assert desk.renewal
    assert [f.following.commitment.id for f in desk.renewal.renewed] == ["v1"]
    assert [c.id for c in desk.renewal.beyond.new] == ["d4"]
    assert (desk.looked_over, {u.commitment.id for u in desk.untidy or ()}) == (2, {"d4"})
    report = make_desk_report(desk, "en", "again")
    assert "1 with different figures, 1 that cannot" not in (text := screened(desk))
    assert text.endswith("1 with different figures, 0 that cannot be checked, 0 hedged, of 2 commitments.\n")
    assert any(isinstance(b, Prose) and b.text.endswith(text.splitlines()[-1]) for b in report.blocks)
    assert report.narrowed == 'This report is narrowed: only the theme "Pre-school"; only what 2 peers or more promise.'
    assert Prose(report.narrowed) in report.blocks
    told = json.loads(rendered(desk, "json", "en"))
    assert told["settings"] | {"theme": "preschool", "min_peers": 2} == told["settings"]
    assert (told["command"], told["data"].keys()) == ("gaps", plain(desk_data(desk)).keys())
    assert make_desk_report(sat(), "en", "again").narrowed == ""


def test_a_draft_that_a_machine_encoded_is_said_to_be() -> None:
    desk = sit_down(small(), ALL, "draft.docx")
    assert "encoded from draft.docx by the machine (4 commitments)" in " ".join(screened(desk).split())
    assert any("draft.docx" in b.text for b in make_desk_report(desk, "en", "").blocks if isinstance(b, Prose))
    assert plain(desk_data(desk))["draft"]["encoded_from"] == "draft.docx"
    assert plain(desk_data(sat()))["draft"]["encoded_from"] is None


def test_nothing_lacking_is_said_in_words() -> None:
    assert "No gaps found." in screened(sat(Request("d", ("v",), theme="preschool")))
    excerpt = small()._replace(plans=tuple(p if p.id != "d" else plan("d", reads={}) for p in small().plans))
    text = screened(sit_down(excerpt, Request("d", ("a",))))
    assert "No gaps found." not in text
    assert "3 cannot be told" in text
    assert plain(desk_data(sit_down(excerpt, Request("d", ("a",)))))["gaps"]["unknown"] == 3


def test_a_commitment_that_contradicts_itself_is_told_once() -> None:
    one = commitment("d", "d1", "新建普惠性幼儿园", "preschool", target(90), target(85))
    desk = sit_down(corpus([plan("d", [one])]), Request("d", tidy=True))
    assert screened(desk).count("d1") == 1
    [line] = next(g for g in make_desk_report(desk, "en", "").grids if g.id == "desk-self").lines
    assert line.cells[:4] == ("the same with different figures", one.text, "≥90% (2025), ≥85% (2025)", "d1")
    assert line.cells[5:] == ("", "")


# --- the screen ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [40, 80, 140])
@pytest.mark.parametrize("ascii", [False, True])
def test_all_is_told_within_the_width(lang: Lang, width: int, ascii: bool) -> None:
    desk = sat()
    text = screened(desk, lang, width, ascii)
    assert all(cells(line) <= width for line in text.splitlines())
    whole = text.replace(" ", "").replace("\n", "")
    assert desk.gaps
    for gap in desk.gaps.gaps:
        for c in gap.row.commitments:
            assert c.text in whole
            assert c.id in whole
    for key in (
        "desk_missing",
        "desk_near",
        "desk_figures",
        "fault_figures",
        "fault_unbound",
        "fault_hedged",
        "desk_new",
    ):
        assert say(key, lang).replace(" ", "") in whole
    assert "\x1b" not in text


def test_a_gap_has_peers_words_figures_places_and_the_nearest_passage() -> None:
    lines = screened(sat(), width=140).splitlines()
    start = lines.index("3 of 3 managed  [Staffing]")
    assert lines[start : start + 5] == [
        "3 of 3 managed  [Staffing]",
        "       a 推行教师县管校聘改革 · [≥8 个 (2025)] · staffing · a1",
        "       b 落实教师区管校聘 · [≥12 个 (2025)] · staffing · b1",
        "       c 教师由区统一聘用 · staffing · c1",
        "       peers' figures ≥8 个 (2025) … ≥12 个 (2025)",
    ]
    start = lines.index("1 of 3 改造老旧校舍屋顶  [Layout]")
    score = next(g.nearest.score for g in sat().gaps.near if g.nearest)  # type: ignore[union-attr]
    assert lines[start + 1 : start + 3] == [
        "       a 改造老旧校舍屋顶 · layout · a3",
        f"       ◐ you say something near: 改造老旧校舍门窗 · layout · d2 ({score})",
    ]


def test_what_is_not_carried_is_not_shown_as_carried() -> None:
    lines = screened(sat(Request("d", above="u", before="v")), width=140).splitlines()
    assert "strengthened  扩建普惠性幼儿园 · [≥85% (2025)] · preschool" in lines
    assert "              → 新建普惠性幼儿园 · [≥90% (2025)] · d1 · a higher or earlier figure" in lines
    assert "missing       编制布局专项规划 · layout" in lines
    assert "2 commitments: strengthened 1, missing 1." in lines
    assert "2 commitments: kept 1, dropped 1." in lines
    assert sum("→" in line for line in lines) == 2
    assert any("1 more may be new" in line for line in lines)
    near = screened(sat(Request("d", above="a")), width=140)
    assert "→ 改造老旧校舍门窗" not in near
    assert "you say something near: 改造老旧校舍门窗" in near


def test_ascii_changes_the_tools_own_signs_and_no_word_of_a_plan() -> None:
    text = screened(sat(hostile="≥·→…"), ascii=True, width=400)
    assert "≥·→…推行教师县管校聘改革" in text
    assert ">=8 个 (2025) ... >=12 个 (2025)" in text
    assert "-> ≥·→…新建普惠性幼儿园 | [>=90% (2025)]" in text


@pytest.mark.slow
@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("width", [40, 140])
def test_no_text_steers_the_screen_or_breaks_its_lines(hostile: str, width: int) -> None:
    plain = screened(sat(hostile=hostile), width=width)
    assert not set(plain) & {chr(c) for c in (*range(10), *range(11, 32), 127, 0x202E, 0x2066)} - {"\t"}
    assert screened(sat(hostile=hostile), width=width) == plain
    if hostile in ("很长" * 400, "line one\nline two"):
        assert all(cells(line) <= width for line in plain.splitlines())
    assert hostile != "line one\nline two" or "line one line two改造" in plain or width < 140
    coloured = screened(sat(hostile=hostile), width=width, colours=True)
    assert coloured != plain
    assert re.sub(r"\x1b\[(?:0|1|2|1;36|36|35|1;32|31|33)m", "", coloured) == plain


# --- the same gaps in every format --------------------------------------------------------------------------------


def told_by_json(desk: Desk) -> Told:
    found = plain(desk_data(desk))["gaps"]["found"]
    return [
        (
            g["kind"],
            g["commitments"][0]["text"] if len(g["commitments"]) == 1 else g["label"]["en"] or g["label"]["zh"],
            g["made"],
            g["covered"],
            g["nearest"]["text"] if g["nearest"] else "",
        )
        for g in found
    ]


def lines_of_csv(desk: Desk) -> list[dict[str, str]]:
    assert desk.gaps
    return list(csv.DictReader(StringIO(gaps_csv(desk.gaps, "en").decode(), newline="")))


def told_by_csv(desk: Desk) -> Told:
    rows: dict[str, list[dict[str, str]]] = {}
    for line in lines_of_csv(desk):
        rows.setdefault(line["row"], []).append(line)
    return [
        (
            several[0]["kind"],
            several[0]["text"] if len(several) == 1 else several[0]["label"],
            int(several[0]["made"]),
            int(several[0]["covered"]),
            several[0]["nearest_text"],
        )
        for several in rows.values()
    ]


def told_by_table(desk: Desk, sheets: dict[str, list[list[str]]]) -> Told:
    """From tables or sheets by kind, as their heads and lines."""
    found: Told = []
    for kind in ("missing", "near"):
        heads, *lines = sheets.get(kind) or [[]]
        for line in lines:
            cell = dict(zip(heads, line, strict=False))
            made, covered = cell["k of n"].split(" of ")
            near = "" if cell["nearest in the draft"] == "nothing near" else cell["nearest in the draft"]
            best = near.split("; ")[0].rsplit(" (", 1)[0]
            found.append((kind, cell["row"], int(made), int(covered.split(" ")[0]), best))
    return found


def workbook(desk: Desk) -> Any:
    return load_workbook(BytesIO(DOCUMENTS["xlsx"].render(make_desk_report(desk, "en", "again"))))


def told_by_xlsx(desk: Desk) -> Told:
    book = workbook(desk)
    sheets = {
        kind: book[name] for kind, name in (("missing", "Missing"), ("near", "Unsure")) if name in book.sheetnames
    }
    return told_by_table(desk, {k: [[str(c.value) for c in row] for row in s.iter_rows()] for k, s in sheets.items()})


def told_by_md(desk: Desk) -> Told:
    found = tables(DOCUMENTS["md"].render(make_desk_report(desk, "en", "again")))
    gaps = [table for table in found if "basis" in table[0]]
    assert desk.gaps
    kinds = [kind for kind, some in (("missing", desk.gaps.missing), ("near", desk.gaps.near)) if some]
    return told_by_table(desk, dict(zip(kinds, gaps, strict=True)))


def told_by_screen(desk: Desk) -> list[tuple[str, Number, Number]]:
    head = re.compile(r"(\d) of (\d)(?: \(\+\d unsure\))? +(.*)  \[")
    found = filter(None, map(head.match, screened(desk, width=400).splitlines()))
    return [(h[3], int(h[1]), int(h[2])) for h in found]


@pytest.mark.parametrize("tell", [told_by_json, told_by_csv, told_by_xlsx, told_by_md])
@pytest.mark.parametrize("least", [1, 2])
def test_every_format_tells_the_same_gaps(tell: Any, least: int) -> None:
    desk = sat(ALL._replace(least_peers=least))
    assert tell(desk) == expected(desk)
    assert [k for _, _, k, _, _ in expected(desk)] == ([3, 1, 1] if least == 1 else [3])
    assert told_by_screen(desk) == [(name, k, n) for _, name, k, n, _ in expected(desk)]


@pytest.mark.slow
@given(corpora())
def test_every_format_tells_the_same_gaps_of_any_plans(made: Corpus) -> None:
    desk = sit_down(made, Request("d", ("a", "b", "c"), above="a", before="b", tidy=True, every=True))
    wanted = expected(desk)
    assert told_by_json(desk) == told_by_csv(desk) == told_by_md(desk) == wanted
    assert told_by_screen(desk) == [(name, k, n) for _, name, k, n, _ in wanted]


def test_json_has_every_answer_by_its_key() -> None:
    desk = sat()
    data = plain(desk_data(desk))
    assert (data["draft"]["id"], data["gaps"]["peers"]) == ("d", ["a", "b", "c"])
    managed = data["gaps"]["found"][0]
    assert [c["id"] for c in managed["commitments"]] == ["a/a1", "b/b1", "c/c1"]
    assert managed["commitments"][0]["targets"][0] == {
        "indicator": None, "label": "试点", "op": ">=", "value": 8, "min": None, "max": None, "unit": "个", "by": 2025,
        "baseline": None,
    }  # fmt: skip
    assert (managed["commitments"][0]["place"], managed["commitments"][0]["evidence"]) == (
        "staffing staffing一节",
        ["a1原文"],
    )
    assert (managed["decided"], managed["weakest_link"]) == (True, None)
    [figure] = data["gaps"]["figures"]
    assert {name: found["relation"] for name, found in figure["peers"].items()} == {"a": "stronger", "c": "weaker"}
    assert (figure["row"], figure["measure"], figure["draft"]["value"]) == ("places", "inclusive-coverage", 90)
    above = data["upstream"]
    assert (above["plan"], [c["commitment"]["id"] for c in above["commitments"]]) == ("u", ["u/u1", "u/u2"])
    assert [c["carried"] for c in above["commitments"]] == ["strengthened", "missing"]
    assert above["commitments"][0]["reasons"] == ["carried_figure_up"]
    assert [c["id"] for c in above["commitments"][0]["draft"]] == ["d/d1"]
    before = data["previous"]
    assert ([c["change"] for c in before["commitments"]], before["new"], before["not_covered"]) == (
        ["kept", "dropped"], ["d/d3", "d/d4"], ["d/d2"],
    )  # fmt: skip
    assert [(u["fault"], u["commitment"], u["other"], u["measure"], u["word"]) for u in data["self"]] == [
        ("figures", "d/d4", "d/d1", "inclusive-coverage", None),
        ("unbound", "d/d2", None, None, None),
        ("unbound", "d/d3", None, None, None),
        ("hedged", "d/d3", None, None, "力争"),
    ]


def test_csv_has_a_line_for_each_gap_and_peers_commitment() -> None:
    lines = lines_of_csv(sat())
    assert tuple(lines[0]) == GAPS
    assert [(line["row"], line["plan"], line["commitment"]) for line in lines] == [
        ("managed", "a", "a1"), ("managed", "b", "b1"), ("managed", "c", "c1"), ("b/b2", "b", "b2"),
        ("a/a3", "a", "a3"),
    ]  # fmt: skip
    assert (lines[0]["targets"], lines[0]["place"], lines[0]["evidence"]) == (
        "≥8 个 (2025)",
        "staffing staffing一节",
        "a1原文",
    )
    assert [line["nearest"] for line in lines] == ["", "", "", "", "d2"]
    desk = sat()
    assert desk.gaps
    assert gaps_csv(desk.gaps, "en", excel=True) == b"\xef\xbb\xbf" + gaps_csv(desk.gaps, "en")


def test_the_sheet_has_a_column_to_fill_with_choices_and_the_peers_words() -> None:
    book = workbook(sat())
    assert {
        "Counts", "Missing", "Unsure", "Figures", "Carry-down", "Last period", "New", "Own house",
    } <= set(book.sheetnames)  # fmt: skip
    sheet = book["Missing"]
    heads = [cell.value for cell in sheet[1]]
    place = heads.index("your answer")
    letter = sheet.cell(1, place + 1).column_letter
    [rule] = sheet.data_validations.dataValidation
    assert (str(rule.sqref), rule.formula1) == (f"{letter}2:{letter}3", '"take up,adapt,have it,leave"')
    assert [sheet.cell(row, place + n).value or "" for row in (2, 3) for n in (1, 2)] == [""] * 4
    assert sheet.column_dimensions[letter].width >= 12
    first = [str(cell.value) for cell in sheet[2]]
    assert "推行教师县管校聘改革 [≥8 个 (2025)]" in first[heads.index("a says")]
    assert "a1原文" in first[heads.index("a says")]
    assert [STATES[first[heads.index(name)]] for name in "abc"] == ["made"] * 3
    assert first[heads.index("peers' figures")] == "≥8 个 (2025) … ≥12 个 (2025)"
    assert first[heads.index("basis")] == "decided"


@pytest.mark.parametrize("lang", LANGS)
def test_the_report_has_each_commitment_above_once_with_its_verdict(lang: Lang) -> None:
    desk = sat()
    grids = {grid.id: grid for grid in make_desk_report(desk, lang, "again").grids}
    carried = [line.cells for line in grids["desk-carried"].lines]
    assert [(c[0], c[1], c[4], c[5], c[6]) for c in carried] == [
        ("扩建普惠性幼儿园", "≥85% (2025)", say("carried_strengthened", lang), "新建普惠性幼儿园", "≥90% (2025)"),
        ("编制布局专项规划", "", say("carried_missing", lang), "", ""),
    ]
    assert [c[4] for c in (line.cells for line in grids["desk-renewed"].lines)] == [
        say("renewed_kept", lang), say("renewed_dropped", lang),
    ]  # fmt: skip
    assert [line.cells[0] for line in grids["desk-new"].lines] == ["d3", "d4"]
    assert [line.cells[3] for line in grids["desk-self"].lines] == ["d4", "d2", "d3", "d3"]
    counts = {line.cells[0]: line.cells[1] for line in grids["desk-counts"].lines}
    kinds = ("missing", "near", "figures", "untouched", "unknown")
    assert counts == {say(f"desk_count_{kind}", lang): n for kind, n in zip(kinds, (2, 1, 1, 1, 0), strict=True)}


def test_a_near_passage_in_the_carry_down_table_is_called_near() -> None:
    desk = sit_down(small(), Request("d", above="a"))
    line = next(
        line.cells
        for g in make_desk_report(desk, "en", "").grids
        for line in g.lines
        if line.cells[0] == "改造老旧校舍屋顶"
    )
    score = next(f.score for f in follow(compare(small(), ["a", "d"]), "a", "d") if f.commitment.id == "a3")
    assert (line[4], line[5]) == ("unsure", f"you say something near: 改造老旧校舍门窗 ({score})")


# --- reports in general -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("wish", [ALL, Request("d", ("a",)), Request("d", above="u"), Request("d", tidy=True)])
def test_lines_fit_their_columns_ids_are_unique_and_every_sheet_has_a_name(wish: Request, lang: Lang) -> None:
    report = make_desk_report(sat(wish), lang, "plancompare gaps d")
    for grid in report.grids:
        assert all(len(line.cells) == len(grid.columns) for line in grid.lines), grid.id
        for line in grid.lines:
            assert all(
                isinstance(cell, Mark) == (c.kind == "mark") for cell, c in zip(line.cells, grid.columns, strict=True)
            )
    for kind in (Heading, Grid):
        ids = [block.id for block in report.blocks if isinstance(block, kind)]
        assert len(ids) == len(set(ids))
    assert all(not name.startswith("sheet_") for name in report.sheets.values())
    assert Prose("plancompare gaps d", code=True) in report.blocks
    assert report.date == "2025-01-02"
    assert {mark.state for grid in report.grids for line in grid.lines for mark in line.marks} <= set(STATES.values())


def test_the_spread_in_the_report_is_that_of_the_peers_figures() -> None:
    desk = sat()
    assert desk.gaps
    grid = next(g for g in make_desk_report(desk, "en", "").grids if g.id == "desk-missing")
    place = [column.head for column in grid.columns].index("peers' figures")
    for gap, line in zip(desk.gaps.missing, grid.lines, strict=True):
        assert line.cells[place] == "; ".join(spread([t for _, t in several]) for several in gap.figures.values())


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("lang", LANGS)
def test_every_document_format_sets_the_desk_the_same_way_twice(name: str, lang: Lang) -> None:
    render = DOCUMENTS[name].render
    made = [render(make_desk_report(sat(), lang, "again")) for _ in range(2)]
    assert made[0] == made[1]
    assert len(made[0]) > 1000


@pytest.mark.slow
@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_text_of_a_plan_is_more_than_words_in_any_format(hostile: str) -> None:
    desk = sat(hostile=hostile)
    quiet = sat()
    assert len(plain(desk_data(desk))["gaps"]["found"]) == len(plain(desk_data(quiet))["gaps"]["found"])
    lines = lines_of_csv(desk)
    assert len(lines) == len(lines_of_csv(quiet))
    for line in lines:
        for value in line.values():
            assert not value.lstrip().startswith(("=", "+", "-", "@", "＝"))
            assert "\x1b" not in value
    for sheet in workbook(desk).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None or cell.hyperlink.target is None
    for name in DOCUMENTS:
        assert DOCUMENTS[name].render(make_desk_report(desk, "zh", "again"))
    report = make_desk_report(desk, "en", "again")
    found = tables(DOCUMENTS["md"].render(report))
    assert [len(table) - 1 for table in found] == [len(grid.lines) for grid in report.grids if not grid.data]
    assert all(len({len(row) for row in table}) == 1 for table in found)
