"""Numbers in Chinese writing."""

import pytest

from plancompare.drafting.numerals import ordinal, printed, value_of


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("4.5万", 45000),
        ("1,200", 1200),
        ("12,345,678", 12345678),
        ("3百万", 3_000_000),
        ("1.15亿", 115_000_000),
        ("三十", 30),
        ("十", 10),
        ("十五", 15),
        ("一百零五", 105),
        ("一千二百", 1200),
        ("一万二千", 12000),
        ("十二万五千", 125000),
        ("两万", 20000),
        ("二〇二五", 2025),
        ("三点五", 3.5),
        ("九十八点五", 98.5),
        ("十点八万", 108000),
        ("零", 0),
    ],
)
def test_value(written: str, value: float) -> None:
    assert value_of(written) == value


@pytest.mark.parametrize("written", ["", "半", "三五百", "三点", "点五", "甲", "1.2.3", "五六十"])
def test_no_number(written: str) -> None:
    assert value_of(written) is None


def test_whole_numbers_stay_whole() -> None:
    assert repr(value_of("0.7万")) == "7000"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("二十", 20),
        ("一百零三", 103),
        ("二〇", 20),
        ("12", 12),
        ("１２", 12),
        ("拾贰", 12),
        ("甲", 0),
    ],
)
def test_ordinals_before_headings(written: str, value: int) -> None:
    assert ordinal(written) == value


@pytest.mark.parametrize(
    ("form", "signs"),
    [
        ("chineseCounting", ["一", "十二", "二十", "一百零三", "三千零五"]),
        ("chineseLegalSimplified", ["壹", "壹拾贰", "贰拾", "壹佰零叁", "叁仟零伍"]),
        ("unknown", ["1", "12", "20", "103", "3005"]),
    ],
)
def test_word_prints_what_is_read_back(form: str, signs: list[str]) -> None:
    values = [1, 12, 20, 103, 3005]
    assert [printed(value, form) for value in values] == signs
    assert [ordinal(sign) for sign in signs] == values
