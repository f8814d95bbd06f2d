"""`plot`: files of three formats, the same bytes in every process, and one line for what is wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plancompare.commands import plot
from plancompare.errors import PlanCompareError, install
from plancompare.plotting import FORMATS, PLOTS, fonts
from tests.plotting.support import FONTS_OR_BOXES, ROOT
from tests.support import run

MAGIC = {"svg": b"<?xml", "png": b"\x89PNG\r\n", "pdf": b"%PDF-"}
SCRIPT = f"""
from plancompare.plotting import fonts
fonts.FAMILIES = {FONTS_OR_BOXES!r}
from plancompare.cli import main
main()
"""


@pytest.fixture(autouse=True)
def always_a_font(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "FAMILIES", FONTS_OR_BOXES)


def refused(*args: str) -> str:
    """What the command says when it refuses."""
    result = run("plot", *args, folder=ROOT / "plans")
    assert isinstance(result.exception, PlanCompareError), result.output
    assert result.stdout == ""
    return str(result.exception)


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("kind", PLOTS)
def test_every_plot_in_every_format(kind: str, form: str, tmp_path: Path) -> None:
    path = tmp_path / f"图.{form.upper()}"
    result = run("plot", kind, "-o", str(path), folder=ROOT / "plans")
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert path.read_bytes().startswith(MAGIC[form])
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("kind", PLOTS)
def test_another_process_writes_the_same_bytes(kind: str, form: str, tmp_path: Path) -> None:
    here, there = tmp_path / f"here.{form}", tmp_path / f"there.{form}"
    names = ["朝阳", "丰台", "玉泉"]
    assert run("plot", kind, *names, "-o", str(here), folder=ROOT / "plans").exit_code == 0
    env = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1"}
    args = ["--plans", str(ROOT / "plans"), "plot", kind, *names, "-o", str(there)]
    done = subprocess.run([sys.executable, "-c", SCRIPT, *args], env=env, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert here.read_bytes() == there.read_bytes()


@pytest.mark.slow
def test_languages_differ_and_the_asked_one_is_used(tmp_path: Path) -> None:
    for lang, told in (("zh", "各主题的承诺数"), ("en", "Commitments by theme")):
        path = tmp_path / f"{lang}.svg"
        assert run("plot", "heatmap", "-o", str(path), "--lang", lang, folder=ROOT / "plans").exit_code == 0
        assert f"<title>{told}</title>" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["plot", "plot.txt", "plot.svg.gz"])
def test_a_suffix_that_is_no_format(name: str, tmp_path: Path) -> None:
    assert "which format? let" in refused("heatmap", "-o", str(tmp_path / name))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_a_file_that_is_there_is_kept_unless_told(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text("old")
    assert "--force" in refused("heatmap", "-o", str(path))
    assert "--force" in refused("heatmap", "nobody", "-o", str(path))  # before any work is done
    assert path.read_text() == "old"
    assert run("plot", "heatmap", "-o", str(path), "--force", folder=ROOT / "plans").exit_code == 0
    assert path.read_bytes().startswith(MAGIC["svg"])


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("heatmap", "zz"), 'no plan "zz"'),
        (("targets", "--theme", "zzz"), 'no theme "zzz"'),
        (("similarity", "朝阳"), "nothing to compare"),
        (("similarity", "朝阳", "玉泉"), "nothing to compare"),
        (("targets", "朝阳", "--theme", "safety"), "nothing to plot"),
    ],
)
def test_what_cannot_be_drawn_leaves_no_file(args: tuple[str, ...], says: str, tmp_path: Path) -> None:
    assert says in refused(*args, "-o", str(tmp_path / "a.svg"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("kind", "gone"), [("heatmap", "matplotlib"), ("similarity", "scipy")])
def test_a_missing_package_is_one_line(kind: str, gone: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plot, "find_spec", lambda name: None if name == gone else object())
    assert refused(kind, "-o", str(tmp_path / "a.svg")) == f"plots need {gone}; {install('plot')}"


@pytest.mark.slow
def test_a_heatmap_does_without_scipy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plot, "find_spec", lambda name: None if name == "scipy" else object())
    assert run("plot", "heatmap", "-o", str(tmp_path / "a.svg"), folder=ROOT / "plans").exit_code == 0


def test_a_missing_font_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "FAMILIES", ())
    monkeypatch.setattr(fonts, "_FILES", ("nosuchfile",))
    assert "install fonts-noto-cjk" in refused("heatmap", "-o", str(tmp_path / "a.svg"))
    assert list(tmp_path.iterdir()) == []


def test_a_font_is_named_by_option_or_environment(tmp_path: Path) -> None:
    path = str(tmp_path / "a.svg")
    assert "no font file no.ttf" in refused("heatmap", "-o", path, "--font", "no.ttf")
    result = run("plot", "heatmap", "-o", path, folder=ROOT / "plans", env={"PLANCOMPARE_FONT": "no.ttf"})
    assert "no font file no.ttf" in str(result.exception)


def test_characters_that_the_font_lacks_are_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "FAMILIES", (fonts.FALLBACK,))
    result = run("plot", "heatmap", "丰台", "-o", str(tmp_path / "a.svg"), folder=ROOT / "plans")
    assert result.exit_code == 0
    line, written = sorted(result.stderr.splitlines())
    assert "a.svg" in written
    assert line.startswith("characters that the font DejaVu Sans lacks (") and "丰" in line


def test_the_output_must_be_named() -> None:
    result = run("plot", "heatmap", folder=ROOT / "plans")
    assert result.exit_code == 2
    assert "-o" in result.stderr


def test_help_reads_no_drawing_library() -> None:
    code = "import sys, plancompare.commands.plot; print({'matplotlib', 'scipy', 'numpy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
