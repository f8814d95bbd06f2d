"""Which figures of a text measure something."""

import pytest

from plancompare.checks.figures import figures
from plancompare.reading.collection import vocabulary
from tests.drafting.encoding.support import PLANS

FORMS = vocabulary(PLANS)[0].lexicon.encoding["forms"]

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
    "新增学位1,200个": ["1,200"],
    "投入3，500万元": ["3,500"],
    "新建3,扩建5": ["3", "5"],
    "新增学位12,500个、改造12,34处": ["12,500", "12", "34"],
    "投入1,234,567.5元": ["1,234,567.5"],
    "新增1,200至1,500个": ["1,200至1,500"],
}


@pytest.mark.parametrize("text", TEXTS)
def test_years_names_ages_and_forms_measure_nothing(text: str) -> None:
    assert figures(text, FORMS) == TEXTS[text]
