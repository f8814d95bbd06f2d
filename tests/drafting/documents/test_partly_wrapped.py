"""Files that are wrapped in parts only, and page numbers of which some are missing."""

from pathlib import Path

from plancompare.drafting import read
from plancompare.drafting.documents.model import Document

WRAPPED = "全县各村要把修路和护林放在一起安排逐年推进不留死角做到村村有人管路路有人护"  # breaks off in mid sentence


def document(folder: Path, text: str) -> Document:
    path = folder / "x.txt"
    path.write_text(text, encoding="utf-8")
    return read(path)


def test_wrapped_in_parts(tmp_path: Path) -> None:
    whole = (
        "沿河各村每年开展一次巡查，发现隐患当场处置，处置不了的报镇政府，镇政府三日内答复，并把结果公布在村务公开栏里。"
        * 3
    )
    folded = "\n".join([f"　　{WRAPPED[:-2]}", *[WRAPPED] * 5, "这是末尾。"])
    text = "\n\n".join([whole, folded, whole, folded, whole, "一、修路", "短句一条。"] + ["短句一条。"] * 12)
    blocks = [block.text for block in document(tmp_path, text).blocks]
    assert blocks.count(whole) == 3
    assert sum(block.startswith(WRAPPED[:-2]) and block.endswith("这是末尾。") for block in blocks) == 2


def test_page_numbers_with_gaps(tmp_path: Path) -> None:
    pages = [f"第{n}段讲的是修路和护林。\n— {n} —" for n in (2, 4, 8, 11, 13)]
    blocks = [block.text for block in document(tmp_path, "\n".join(pages)).blocks]
    assert not [text for text in blocks if "—" in text]


def test_a_number_cut_in_two_is_one_again(tmp_path: Path) -> None:
    line = f"{WRAPPED[:-3]}共1."
    text = "\n".join(["　　" + WRAPPED[:-2], *[WRAPPED] * 9, line, "2万亩，到此为止。"])
    assert "共1.2万亩" in document(tmp_path, text).text
