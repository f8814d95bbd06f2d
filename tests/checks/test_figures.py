"""Which figures of a text measure something."""

import pytest

from plancompare.checks.figures import figures

TEXTS = {
    "新增2至3岁托位300个": ["300"],
    "面向3—6岁儿童建园5所": ["5"],
    "7-9年级每周2课时": ["2"],
    "1、2年级不留书面作业": [],
    "60岁以上老年人参与率达到20%": ["20%"],
    "18周岁以下残疾儿童入学率98%": ["98%"],
    "2025年新建3所、扩建5所": ["3", "5"],
    "新建图书馆3至5座": ["3至5"],
    "推广1+X证书2项": ["2"],
}


@pytest.mark.parametrize("text", TEXTS)
def test_years_names_ages_and_forms_measure_nothing(text: str) -> None:
    assert figures(text) == TEXTS[text]
