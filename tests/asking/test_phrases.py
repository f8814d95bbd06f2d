"""Evidence for a place in a text: no more around a phrase than tells it from its likes."""

from hypothesis import given
from hypothesis import strategies as st

from plancompare.asking.phrases import Anchors, Normalised, normal
from plancompare.model import Evidence

TEXT = """\
新建幼儿园，新建小学。
新建幼儿园，新建初中。
职业学校：新建校舍。
普通高中：新建校舍。
同样的一段话。
同样的一段话。
"""


def at(text: str, phrase: str, number: int = 0) -> tuple[int, int]:
    """Where a phrase stands in a text, the first time or a later one."""
    start = -1
    for _ in range(number + 1):
        start = text.index(phrase, start + 1)
    return start, start + len(phrase)


def test_a_phrase_that_stands_once_stands_alone() -> None:
    assert Anchors(TEXT).of(*at(TEXT, "新建小学")) == Evidence("新建小学")


def test_what_stands_before_it_in_its_line_tells_it_from_its_likes() -> None:
    anchors = Anchors(TEXT)
    assert anchors.of(*at(TEXT, "新建校舍")) == Evidence("新建校舍", prefix="校：")
    assert anchors.of(*at(TEXT, "新建校舍", 1)) == Evidence("新建校舍", prefix="中：")


def test_or_what_stands_behind_it() -> None:
    assert Anchors(TEXT).of(*at(TEXT, "新建幼儿园", 1)) == Evidence("新建幼儿园", suffix="，新建初")


def test_where_nothing_short_tells_them_apart_a_prefix_stands_nevertheless() -> None:
    pad = "一二三四五六七八九十" * 3
    text = f"甲{pad}学校{pad}乙。甲{pad}学校{pad}丙。丁{pad}学校{pad}乙。"
    assert Anchors(text).of(*at(text, "学校")).prefix


def test_a_paragraph_said_twice_is_told_by_the_one_behind_or_before() -> None:
    anchors = Anchors(TEXT)
    first, second = (anchors.of(*at(TEXT, "同样的一段话。", number)) for number in range(2))
    assert first == Evidence("同样的一段话。", suffix="同")
    assert second == Evidence("同样的一段话。", prefix="段话。")


@given(st.lists(st.sampled_from(["新建", "学校", "，", "。\n", "甲", "乙", " "]), min_size=2, max_size=40), st.data())
def test_evidence_that_fits_one_place_fits_the_right_one(pieces: list[str], data: st.DataObject) -> None:
    text = "".join(pieces)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if not normal(text[start:end]):
        return
    found = Anchors(text).of(start, end)
    form = Normalised(text, page_marks=False)
    before, quote = normal(found.prefix), normal(found.quote)
    places = [place + len(before) for place in form.places(before + quote + normal(found.suffix))]
    right = sum(form.origin[n] < start for n in range(len(form.text)))
    assert right in places
