"""The sheet: texts that fit, names that XML takes, the same bytes each time."""

from io import BytesIO
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare.plotting import FORMATS
from plancompare.plotting.figure import BODY, Canvas, Swatch, drawing, fitted, folded, one_line, width_of
from plancompare.plotting.fonts import FALLBACK

WORDS = st.text(st.sampled_from("天地 ab“”W，。-\n\t"), max_size=60)


def sheet(text: str, name: str = "n") -> Canvas:
    canvas = Canvas(4, 2)
    canvas.words(0.2, 0.3, text)
    canvas.box(0.2, 0.6, 1, 0.5, Swatch("#eeeeee", "////"), name)
    canvas.mark(2, 1, "o", "#000000", name=f"mark {name}")
    canvas.line([0, 1], [1, 1], dashed=True)
    canvas.arrow(1, 2, 1.5, "#000000")
    return canvas


def written(text: str, form: str, name: str = "n") -> bytes:
    with drawing(FALLBACK):
        out = BytesIO()
        sheet(text, name).write(out, form)
        return out.getvalue()


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_drawing_gives_the_same_bytes_whatever_settings_a_user_has(form: str) -> None:
    import matplotlib

    plain = written("丰台", form)
    with matplotlib.rc_context({"font.size": 30, "svg.fonttype": "none", "savefig.dpi": 30, "hatch.linewidth": 5}):
        assert written("丰台", form) == plain


@pytest.mark.parametrize("form", FORMATS)
def test_no_date_and_no_version_is_written(form: str) -> None:
    import matplotlib

    told = written("title", form)
    assert matplotlib.__version__.encode() not in told
    assert b"Date" not in told and b"dc:date" not in told


# unbalanced mathematics would stop the drawing if it were read as such
@pytest.mark.parametrize("text", ["$\\frac{$", "$x_y$", "a_b^{", "\\text{$", "<b>&amp;", "", "\x1b[31m\u202e\x00"])
@pytest.mark.parametrize("form", FORMATS)
def test_hostile_words_are_drawn_as_they_are(text: str, form: str) -> None:
    assert written(text, form, text)


def test_control_characters_do_not_reach_the_file() -> None:
    told = written("a\x1b[31m\u202e\n\tb", "svg", "c\x1b\n\u202e").decode()
    assert not any(ord(c) < 32 and c not in "\n" for c in told)
    assert "\u202e" not in told
    assert one_line("a\x1b\n\tb") == "a\ufffd b"


def test_names_become_ids_and_the_first_words_the_title() -> None:
    root = ElementTree.fromstring(written("标题 & <1>", "svg", "fengtai#2_made_17"))
    ids = {element.get("id") for element in root.iter()}
    assert {"fengtai_2_made_17", "mark_fengtai_2_made_17"} <= ids
    title = root.find("{http://www.w3.org/2000/svg}title")
    assert title is not None and title.text == "标题 & <1>"


@given(WORDS, st.floats(0.3, 4))
def test_a_fitted_text_fits_and_begins_as_it_did(text: str, room: float) -> None:
    told = fitted(text, room)
    assert width_of(told) <= room or len(told) <= 2
    whole = one_line(text)
    assert told == whole or (told.endswith("…") and whole.startswith(told[:-1]))


@given(WORDS, st.floats(0.3, 4))
def test_folded_lines_fit_and_lose_nothing_but_blanks_and_long_words(text: str, room: float) -> None:
    lines = folded(text, room, BODY)
    assert all(width_of(line) <= room or len(line) <= 2 for line in lines)
    if not any("…" in line for line in lines):
        assert "".join(lines).replace(" ", "") == one_line(text).replace(" ", "")


def test_lines_beyond_the_most_are_cut_with_a_sign() -> None:
    lines = folded("很长的名字" * 10, 1, BODY, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…") and width_of(lines[-1]) <= 1


@pytest.mark.parametrize("text", ["National goal, unchecked [draft] WWWW", ">85% (2025)", "iiii llll mmmm"])
def test_the_estimated_width_is_about_the_drawn_one(text: str) -> None:
    with drawing(FALLBACK):
        canvas = Canvas(10, 1)
        canvas.words(0, 0.5, text)
        canvas.figure.savefig(BytesIO(), dpi=100)
        drawn = canvas.axes.texts[0].get_window_extent().width / canvas.figure.dpi
    assert drawn / 1.15 <= width_of(text) <= drawn * 1.3
