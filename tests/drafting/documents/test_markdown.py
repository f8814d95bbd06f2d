"""Markdown files."""

from pathlib import Path

import pytest

from plancompare.drafting import read
from plancompare.drafting.documents.markdown import plain
from tests.drafting.documents.support import LONG, text_file


def test_headings_lists_and_tables(tmp_path: Path) -> None:
    text = f"""---
title: x
---
# 某区教育规划

前言文字，办好教育，**提高**
质量[链接](http://localhost/x)。

## 一、总则

（一）**健全机制。**{LONG}
1. 新建学校；
2. 改建学校。

* 要点

| 指标 | 2020 |
|---|:--:|
| 入园\\|率 | **85%** |
| 普惠率 |

```
代码
```

保障
----
> {LONG}
"""
    document = read(text_file(tmp_path, text, "plan.md"))
    assert document.title == "某区教育规划"
    assert [(b.kind, b.level, b.number, b.text) for b in document.blocks] == [
        ("title", 0, "", "某区教育规划"),
        ("paragraph", 0, "", "前言文字，办好教育，提高质量链接。"),
        ("heading", 1, "一、", "总则"),
        ("heading", 2, "（一）", "健全机制"),
        ("paragraph", 0, "", LONG),
        ("item", 1, "1.", "新建学校；"),
        ("item", 1, "2.", "改建学校。"),
        ("item", 2, "•", "要点"),
        ("table", 0, "", ""),
        ("heading", 1, "", "保障"),
        ("paragraph", 0, "", LONG),
    ]
    assert next(b for b in document.blocks if b.rows).rows == (("指标", "2020"), ("入园|率", "85%"), ("普惠率", ""))


@pytest.mark.parametrize(
    ("marked", "bare"),
    [
        ("**甲**乙", "甲乙"), ("***甲***", "甲"), ("__甲__", "甲"), ("`甲`", "甲"), ("~~甲~~", "甲"),
        ("![图](a.png)甲", "甲"), ("[甲](b \"c\")", "甲"), ("甲<br>乙", "甲\n乙"), ("<u>甲</u>", "甲"),
        (r"1\. 甲", "1. 甲"), ("** 甲", "** 甲"),
    ],
)  # fmt: skip
def test_marks_go(marked: str, bare: str) -> None:
    assert plain(marked) == bare
