"""A font with Chinese characters, or one line on how to get one."""

from pathlib import Path

import matplotlib
import pytest

from plancompare.errors import PlanCompareError
from plancompare.plotting import fonts

DEJAVU = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"


def test_the_first_family_that_is_there_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "FAMILIES", ("No Such Font", fonts.FALLBACK, "DejaVu Serif"))
    assert fonts.family() == fonts.FALLBACK


def test_without_a_font_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "FAMILIES", ("No Such Font",))
    monkeypatch.setattr(fonts, "_FILES", ("nosuchfile",))
    with pytest.raises(PlanCompareError, match=r"install fonts-noto-cjk .* Source Han Sans, or name a font file"):
        fonts.family()


def test_a_font_that_matplotlib_has_not_seen_is_looked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from matplotlib import font_manager

    added: list[str] = []
    files = [str(tmp_path / name) for name in ("wqy-microhei.ttc", "Other.ttf", "NotoSansCJK-Regular.ttc")]
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda: files)
    monkeypatch.setattr(font_manager.fontManager, "addfont", added.append)
    monkeypatch.setattr(fonts, "FAMILIES", ("No Such Font",))
    with pytest.raises(PlanCompareError):
        fonts.family()
    assert [Path(file).name for file in added] == ["NotoSansCJK-Regular.ttc", "wqy-microhei.ttc"]


def test_a_named_file_must_be_a_font_with_chinese_characters(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no font")
    for file, says in ((tmp_path / "no.ttf", "no font file"), (broken, "cannot be read"), (DEJAVU, "no Chinese")):
        with pytest.raises(PlanCompareError, match=says):
            fonts.family(file)


def test_a_named_file_gives_its_family(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_SAMPLE", "abc")
    assert fonts.family(DEJAVU) == "DejaVu Sans"


def test_characters_that_no_font_has_are_named_once() -> None:
    assert fonts.lacking("ab\n a\ue123b\ue123\ue124", fonts.FALLBACK) == "\ue123\ue124"
    assert fonts.lacking("abc", fonts.FALLBACK) == ""
