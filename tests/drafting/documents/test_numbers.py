"""Numbers before headings and items."""

import pytest

from plancompare.drafting.documents import numbers
from plancompare.drafting.documents.numbers import numeral


@pytest.mark.parametrize(
    ("line", "printed", "mark", "rank", "value"),
    [
        ("第一编 总论", "第一编", "第一编", numbers.PART, 1),
        ("第十二章 保障", "第十二章", "第十二章", numbers.CHAPTER, 12),
        ("第 3 节　队伍", "第3节", "第3节", numbers.SECTION, 3),
        ("第二十条 本规划由区教委解释", "第二十条", "第二十条", numbers.ARTICLE, 20),
        ("壹、总则", "壹、", "壹", numbers.FORMAL, 1),
        ("一、总体要求", "一、", "一", numbers.CHINESE, 1),
        ("十一．监测", "十一．", "十一", numbers.CHINESE, 11),
        ("（一）健全机制", "（一）", "（一）", numbers.BRACKETED, 1),
        ("(十二) 改革", "(十二)", "（十二）", numbers.BRACKETED, 12),
        ("㈠基础", "㈠", "㈠", numbers.BRACKETED, 1),
        ("1.健全", "1.", "1", numbers.ARABIC, 1),
        ("2 .增加", "2 .", "2", numbers.ARABIC, 2),
        ("3、统筹", "3、", "3", numbers.ARABIC, 3),
        ("4．扩大", "4．", "4", numbers.ARABIC, 4),
        ("⒌扩大", "⒌", "⒌", numbers.ARABIC, 5),
        ("1.2 目标", "1.2", "1.2", numbers.ARABIC + 1, 2),
        ("3.2.1 目标", "3.2.1", "3.2.1", numbers.ARABIC + 2, 1),
        ("（1）新建", "（1）", "（1）", numbers.BRACKETED_ARABIC, 1),
        ("1）新建", "1）", "（1）", numbers.BRACKETED_ARABIC, 1),
        ("⑵新建", "⑵", "⑵", numbers.BRACKETED_ARABIC, 2),
        ("①新建", "①", "①", numbers.CIRCLED, 1),
        ("a.新建", "a.", "a", numbers.LETTER, 1),
        ("一是加强领导", "一是", "一是", numbers.SPOKEN, 1),
        ("第二，加强领导", "第二，", "第二", numbers.SPOKEN, 2),
        ("专栏8:信息化", "专栏8", "专栏8", numbers.BOX, 8),
        ("专栏：主要指标", "专栏", "专栏", numbers.BOX, 0),
        ("专栏三 重点工程", "专栏三", "专栏三", numbers.BOX, 3),
        ("附件2：分工表", "附件2", "附件2", numbers.ANNEX, 2),
        ("附：一览表", "附", "附", numbers.ANNEX, 0),
        ("• 新建", "•", "", numbers.BULLET, 0),
        ("- 新建", "-", "", numbers.BULLET, 0),
    ],
)
def test_numbers_are_known(line: str, printed: str, mark: str, rank: int, value: int) -> None:
    found = numeral(line)
    assert found is not None
    assert (found.printed, found.mark, found.rank, found.value) == (printed, mark, rank, value)
    assert not line[found.width :].startswith((" ", "　", "：", ":"))


@pytest.mark.parametrize(
    "line",
    [
        "一、二年级学生", "一些学校", "3.5万个学位", "6.52%的增长", "2025年建成", "第三条款规定", "附属学校建设",
        "1.5亿元", "10所学校", "（试行）",
        "第二中学", "-5度", "A校", "", "（2021—2025年）", "二十大精神", "第一、第二批学校",
    ],
)  # fmt: skip
def test_what_is_no_number(line: str) -> None:
    assert numeral(line) is None
