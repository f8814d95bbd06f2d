"""Codes go into a plan file as one key more a record; every other byte stays, and nobody's code is written over."""

from pathlib import Path

import pytest

from plancompare.errors import PlanCompareError
from plancompare.reading.writing.codes import Code, CodedFile, TakenError

HEAD = """\
# mine
id: north
name: 北区   # a remark
source: {extent: full}
sections:
- heading: 任务
  commitments:
"""
BLOCK = """\
  - id: n-1
    # why
    text: 新建图书馆
    evidence: 新建图书馆  # here

  - text: >-
      扩建
      体育馆
    id: n-2
"""
FLOW = """\
  - {id: n-1, text: 新建图书馆, evidence: 新建图书馆}
  - {id: n-2,
     text: "扩建, 体育馆"}
  - {text: 建, id: n-3}
"""


def file_of(folder: Path, text: str) -> Path:
    path = folder / "north.yaml"
    path.write_bytes(text.encode())
    return path


def test_a_code_is_a_line_of_its_own_behind_the_text(tmp_path: Path) -> None:
    path = file_of(tmp_path, HEAD + BLOCK)
    assert CodedFile(path).add(Code("n-1", "新建图书馆", "libraries"), Code("n-2", "扩建 体育馆", "none")) == 2
    wanted = (HEAD + BLOCK).replace("    evidence", "    standard: libraries\n    evidence")
    assert path.read_text(encoding="utf-8") == wanted.replace("    id: n-2", "    standard: none\n    id: n-2")


def test_in_braces_it_is_a_key_more(tmp_path: Path) -> None:
    path = file_of(tmp_path, HEAD + FLOW)
    codes = (("n-1", "新建图书馆", "a"), ("n-2", "扩建, 体育馆", "b"), ("n-3", "建", "c"))
    CodedFile(path).add(*(Code(*code) for code in codes))
    wanted = FLOW.replace("evidence:", "standard: a, evidence:").replace('text: "', 'standard: b, text: "')
    assert path.read_text(encoding="utf-8") == HEAD + wanted.replace("id: n-3", "standard: c, id: n-3")


@pytest.mark.parametrize("text", [HEAD + BLOCK, HEAD + FLOW, (HEAD + BLOCK).replace("\n", "\r\n"), HEAD + BLOCK[:-1]])
def test_what_was_added_can_be_taken_back_to_the_byte(tmp_path: Path, text: str) -> None:
    path = file_of(tmp_path, text)
    file = CodedFile(path)
    assert file.add(Code("n-1", "新建图书馆", "libraries"))
    assert path.read_bytes() != text.encode()
    assert b"\r" not in path.read_bytes().replace(b"\r\n", b"")
    assert file.undo()
    assert path.read_bytes() == text.encode()
    assert not file.undo()


@pytest.mark.parametrize("text", [HEAD + BLOCK, HEAD + FLOW])
def test_several_that_were_added_at_once_are_taken_back_together(tmp_path: Path, text: str) -> None:
    path = file_of(tmp_path, text)
    file = CodedFile(path)
    second = "扩建, 体育馆" if text == HEAD + FLOW else "扩建 体育馆"
    assert file.add(Code("n-1", "新建图书馆", "libraries"), Code("n-2", second, "gyms")) == 2
    assert path.read_bytes() != text.encode()
    assert file.undo()
    assert path.read_bytes() == text.encode()


def test_only_the_own_last_code_is_taken_back(tmp_path: Path) -> None:
    path = file_of(tmp_path, HEAD + BLOCK)
    mine, theirs = CodedFile(path), CodedFile(path)
    mine.add(Code("n-1", "新建图书馆", "libraries"))
    theirs.add(Code("n-2", "扩建 体育馆", "gyms"))
    assert mine.undo()
    assert "standard: gyms" in path.read_text(encoding="utf-8")
    assert "libraries" not in path.read_text(encoding="utf-8")


def test_a_code_that_somebody_changed_meanwhile_is_not_taken_back(tmp_path: Path) -> None:
    path = file_of(tmp_path, HEAD + BLOCK)
    file = CodedFile(path)
    file.add(Code("n-1", "新建图书馆", "libraries"))
    changed = path.read_text(encoding="utf-8").replace("standard: libraries", "standard: gyms")
    path.write_text(changed, encoding="utf-8")
    with pytest.raises(PlanCompareError, match="no longer stands in"):
        file.undo()
    assert path.read_text(encoding="utf-8") == changed


def test_the_same_code_again_is_none_and_another_is_refused_with_its_line(tmp_path: Path) -> None:
    path = file_of(tmp_path, HEAD + BLOCK)
    CodedFile(path).add(Code("n-1", "新建图书馆", "libraries"))
    before = path.read_bytes()
    assert CodedFile(path).add(Code("n-1", "新建图书馆", "libraries")) == 0
    with pytest.raises(TakenError, match=r"north\.yaml:11: n-1 is coded libraries here, gyms now") as taken:
        CodedFile(path).add(Code("n-1", "新建图书馆", "gyms"))
    assert taken.value.code == "libraries"
    assert path.read_bytes() == before


def test_words_that_were_changed_since_they_were_judged_are_not_coded(tmp_path: Path) -> None:
    path = file_of(tmp_path, HEAD + BLOCK)
    with pytest.raises(
        PlanCompareError, match=r"north\.yaml: the words of n-1 have changed meanwhile; run this again$"
    ):
        CodedFile(path).add(Code("n-1", "新建体育馆", "gyms"))
    with pytest.raises(PlanCompareError, match="no longer has a commitment n-9"):
        CodedFile(path).add(Code("n-9", "新建体育馆", "gyms"))


def test_a_faulty_code_writes_none_and_a_proof_writes_nothing(tmp_path: Path) -> None:
    path = file_of(tmp_path, HEAD + BLOCK)
    good = Code("n-1", "新建图书馆", "libraries")
    with pytest.raises(PlanCompareError):
        CodedFile(path).add(good, Code("n-2", "别的", "gyms"))
    CodedFile(path).prove(good)
    assert path.read_bytes() == (HEAD + BLOCK).encode()


@pytest.mark.parametrize("end", ["\r", "\r\r\n", "\x85", "\u2028", "\u2029"])
def test_a_file_whose_lines_programs_count_differently_is_left_alone(tmp_path: Path, end: str) -> None:
    text = HEAD.replace("{extent: full}\n", "{extent: full}" + end) + BLOCK
    path = file_of(tmp_path, text)
    with pytest.raises(PlanCompareError, match=r"north\.yaml:4: a line ends in an odd character"):
        CodedFile(path).add(Code("n-1", "新建图书馆", "libraries"))
    assert path.read_bytes() == text.encode()
