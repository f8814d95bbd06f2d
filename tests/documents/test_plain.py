"""Text files."""

from pathlib import Path

from plancompare.documents import read


def test_numbers_make_the_outline(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text("一、总则\n（一）健全机制。建立制度，落实责任。\n1.扩大资源\n新建十所。\n", encoding="utf-8")
    told = [(b.kind, b.number, b.path, b.heading, b.text) for b in read(file).blocks]
    assert told == [
        ("heading", "一、", "一", "总则", "总则"),
        ("heading", "（一）", "一（一）", "健全机制", "健全机制"),
        ("paragraph", "", "一（一）", "健全机制", "建立制度，落实责任。"),
        ("heading", "1.", "一（一）1", "扩大资源", "扩大资源"),
        ("paragraph", "", "一（一）1", "扩大资源", "新建十所。"),
    ]
