"""The plan file that is written, and files that grow without losing what a curator wrote."""

from pathlib import Path

import pytest

from plancompare import checks
from plancompare.drafting.documents import read as read_text
from plancompare.drafting.encoding.draft import SEEN, plan_text
from plancompare.drafting.encoding.front import front
from plancompare.drafting.encoding.merge import Merged, merge
from plancompare.errors import PlanCompareError
from plancompare.findings import errors
from plancompare.model import Corpus
from plancompare.reading.collection import load
from plancompare.reading.nodes import MapNode, read_document
from plancompare.reading.writing.growth import PlanFile
from plancompare.reading.writing.scalars import scalar
from tests.drafting.encoding.support import PLANS, TEXTS, proposed, steering

TEXT = """松坪区“十四五”教育规划（2021—2025年）

一、主要任务

（一）教师队伍

建立教研制度。新建教研基地5个。

（二）学校建设

新建学校三所。“双师: 课堂”#建设，建立 - 机制。
"""


def written(folder: Path, text: str = TEXT, name: str = "north.txt") -> Path:
    """The draft of a text, as a file in a folder with the shipped words."""
    source = folder / name
    source.write_text(text, encoding="utf-8")
    head = front(read_text(source), steering(), "north")
    document, found = proposed(source, head.period, "north")
    told = {"file": document.file, "sha256": document.sha256, "extent": "full"}
    path = folder / "north.yaml"
    draft = plan_text(head, told, found, "plan.schema.json", "en")
    path.write_text(draft, encoding="utf-8")
    return path


def grown(path: Path, text: str) -> Merged:
    source = path.parent / "north.txt"
    source.write_text(text, encoding="utf-8")
    document, found = proposed(source, PlanFile(path).plan.period, "north")
    return merge(PlanFile(path), found, document, "en")


def read(path: Path) -> Corpus:
    return load(PLANS, [path])


@pytest.mark.parametrize("name", ["jinsha.txt", "donghu.html", "nanling.docx"])
def test_what_is_written_reads_as_what_was_proposed(name: str, tmp_path: Path) -> None:
    document, found = proposed(TEXTS / name, (2021, 2027), "north")
    told = {"file": document.file, "sha256": document.sha256, "extent": "full"}
    path = tmp_path / "north.yaml"
    path.write_text(plan_text(front(document, steering(), "north"), told, found, "x", "zh"), encoding="utf-8")
    corpus = read(path)
    plan = next(p for p in corpus.plans if p.id == "north")
    assert corpus.findings == ()
    assert (plan.coding, plan.source.file, plan.source.sha256) == ("draft", document.file, document.sha256)
    ours = {r.commitment.id: r.commitment for r in found}
    assert set(ours) == {c.id for c in plan.commitments}
    for held in plan.commitments:
        own = ours[held.id]
        assert held.text == own.text and held.pin == own.theme
        assert [t[:9] for t in held.targets] == [t[:9] for t in own.targets]
        assert [e[:3] for e in held.evidence] == [e[:3] for e in own.evidence]
        assert (held.strength, held.word, held.named, held.lead, held.support) == (
            own.strength,
            own.word,
            own.named,
            own.lead,
            own.support,
        )


def test_doubts_stand_as_comments_and_a_draft_says_so(tmp_path: Path) -> None:
    text = written(tmp_path).read_text(encoding="utf-8")
    assert "coding: draft" in text and "  # unsure: " in text
    assert text.startswith("# yaml-language-server: $schema=plan.schema.json\n")


@pytest.mark.parametrize(
    "value",
    [
        "",
        "甲",
        "甲: 乙",
        "甲 #乙",
        "- 甲",
        "[甲]",
        "{甲}",
        "true",
        "null",
        "12",
        "1.5",
        "2021-12-31",
        "'甲'",
        '"甲"',
        "甲\n乙",
        "甲\\乙",
        "@甲",
        "%甲",
        "!甲",
        "&甲",
        "*甲",
        "?",
        "甲\u2028乙",
        "甲\x00乙\x1b[31m",
        "甲, 乙",
        "“甲”",
        " 甲 ",
        "甲:",
        "~",
        "yes",
        "甲\t乙",
        "\ufeff甲",
        "甲 - 乙",
        "甲 -乙",
        "=1+1",
    ],
)
def test_any_text_reads_back_as_itself(value: str) -> None:
    plain = "".join(c for c in value if c.isprintable() or c in "\n\t")
    for document in (f"key: {scalar(value)}\n", f"key: {{in: {scalar(value)}, other: [{scalar(value)}]}}\n"):
        root = read_document(document.encode(), "x").root
        assert isinstance(root, MapNode)
        held = root["key"]
        assert (held if isinstance(held, str) else held["in"]) == plain
        assert isinstance(held, str) or held["other"] == [plain]


def test_growing_by_nothing_changes_nothing(tmp_path: Path) -> None:
    path = written(tmp_path)
    before = path.read_text(encoding="utf-8")
    merged = grown(path, TEXT)
    assert (merged.text, merged.added, merged.lost) == (before, 0, ())


def test_what_a_curator_wrote_stays_byte_for_byte(tmp_path: Path) -> None:
    path = written(tmp_path)
    lines = path.read_text(encoding="utf-8").splitlines()
    edited = [line.replace("建立教研制度", "建立健全区校两级教研制度") if "text:" in line else line for line in lines]
    edited.insert(edited.index("sections:"), "# a remark of mine")
    path.write_text("\n".join(edited) + "\n", encoding="utf-8")
    merged = grown(path, TEXT.replace("新建学校三所。", "新建学校三所。开设夜校课程。"))
    assert merged.added == 1
    after = iter(merged.text.splitlines())
    lost = [line for line in edited if "sha256" not in line and line not in after]  # `in` walks on: order counts
    assert lost == []
    assert "text: 开设夜校课程" in merged.text
    assert "text: 建立健全区校两级教研制度" in merged.text and "# a remark of mine" in merged.text


def test_new_records_go_to_their_section_and_number_on(tmp_path: Path) -> None:
    path = written(tmp_path)
    merged = grown(
        path, TEXT.replace("建立教研制度。", "建立教研制度。设立名师讲堂。") + "\n二、保障措施\n\n加大经费投入。\n"
    )
    path.write_text(merged.text, encoding="utf-8")
    plan = next(p for p in read(path).plans if p.id == "north")
    places = {c.text: (c.section.heading, c.id) for c in plan.commitments}
    old = sorted(c.id for c in PlanFile(path).plan.commitments)
    assert places["设立名师讲堂"][0] == "教师队伍" and places["加大经费投入"][0] == "保障措施"
    assert len(set(old)) == len(plan.commitments) == len(old)
    assert plan.commitments[-1].text == "加大经费投入"


def test_what_a_curator_took_out_does_not_come_back(tmp_path: Path) -> None:
    path = written(tmp_path)
    text = path.read_text(encoding="utf-8")
    start = text.index("  - id: north-001")
    end = text.index("  - id: north-002")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    assert SEEN in text
    assert grown(path, TEXT).added == 0


def test_records_without_their_phrase_are_told_and_kept(tmp_path: Path) -> None:
    path = written(tmp_path)
    merged = grown(path, TEXT.replace("建立教研制度。", ""))
    assert [lost.evidence.quote for lost in merged.lost] == ["建立教研制度"]
    assert "text: 建立教研制度" in merged.text


def test_line_ends_are_kept(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    merged = grown(path, TEXT.replace("建立教研制度。", "建立教研制度。设立名师讲堂。"))
    assert merged.added == 1
    assert merged.text.count("\n") == merged.text.count("\r\n")


def test_a_hand_made_encoding_grows_too(tmp_path: Path) -> None:
    path = tmp_path / "north.yaml"
    path.write_text(
        "id: north\nname: 松坪\nsource: {file: north.txt, extent: full}\nsections:\n"
        "- id: a\n  heading: 教师队伍\n  commitments:\n"
        "  - id: sp-7\n    text: 我的话   # mine\n    evidence: 建立教研制度\n",
        encoding="utf-8",
    )
    merged = grown(path, TEXT)
    assert "    text: 我的话   # mine\n" in merged.text and "id: sp-8" in merged.text
    assert merged.text.count("evidence: 建立教研制度") == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "id: north\n",
        "- 甲\n",
        "id: north\nname: n\nsections: [{heading: 一, commitments: []}]\n",
        "id: north\nname: n\nsections: []\n",
        "id: north\nname: n\nsections:\n- heading: 一\n  commitments: [{id: a, text: 甲}]\n  extra: x\n",
        "id: [",
        "\x00",
    ],
)
def test_files_that_cannot_grow_are_left_alone(text: str, tmp_path: Path) -> None:
    path = tmp_path / "north.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PlanCompareError):
        grown(path, TEXT)
    assert path.read_text(encoding="utf-8") == text


ODD = (
    "：",
    ": ",
    " #",
    "“",
    "》",
    "（",
    "\t",
    "|",
    "- ",
    "90%",
    "由85%提高到",
    "分别达到",
    "≥",
    "2025年",
    "所有",
    "\u200b",
    "{",
    "]",
    "'",
    "`",
)


@pytest.mark.parametrize("name", ["jinsha.txt", "songtan.txt"])
@pytest.mark.parametrize("step", [23, 61, 97])
def test_torn_texts_still_make_sound_plans_that_grow_by_nothing(name: str, step: int, tmp_path: Path) -> None:
    """Odd signs at every so many characters: whatever is proposed is written, accepted and found again."""
    text = (TEXTS / name).read_text(encoding="utf-8")
    pieces = [text[i : i + step] for i in range(0, len(text), step)]
    torn = "".join(piece + ODD[i % len(ODD)] for i, piece in enumerate(pieces))
    path = written(tmp_path, torn)
    corpus = read(path)
    assert [str(f) for f in errors(checks.run(corpus)) if f.at.file == str(path)] == []
    before = path.read_text(encoding="utf-8")
    assert grown(path, torn).text == before and before.count("- id: north-") > 10
