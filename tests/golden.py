"""Whole runs over small collections in tests/cases, with the output that is expected of them.

`python -m tests.golden` rewrites the expected files; read the difference before you commit it.
"""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from plancompare.formats import FORMATS
from tests.support import run


def workbook(file: Path) -> str:
    """Every sheet of a workbook, cells set apart by tabs."""
    from openpyxl import load_workbook

    lines = []
    for sheet in load_workbook(file).worksheets:
        lines.append(f"[{sheet.title}] frozen {sheet.freeze_panes} filter {sheet.auto_filter.ref}")
        for row in sheet.iter_rows(values_only=True):
            lines.append("\t".join("" if cell is None else repr(cell).strip("'") for cell in row).rstrip())
    return _version_free("\n".join(lines) + "\n")


def page(file: Path) -> str:
    """A web page without its style, script and their hashes, which are the same for every report."""
    text = re.sub(r"<(style|script)\b.*?</\1>", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    return _version_free(re.sub(r"'sha256-[^']+'", "'sha256-…'", text))


def word_file(file: Path) -> str:
    """The paragraphs and tables of a Word file, each with its style, cells apart by tabs."""
    from docx import Document
    from docx.table import Table

    lines = []
    for piece in Document(str(file)).iter_inner_content():
        if isinstance(piece, Table):
            lines += ["\t".join(cell.text.replace("\n", " / ") for cell in row.cells) for row in piece.rows]
        else:
            lines.append(f"[{piece.style.name if piece.style else ''}] {piece.text}".rstrip())
    return _version_free("\n".join(lines) + "\n")


def _version_free(text: str) -> str:
    return re.sub(r"(?<=Python )3\.\d+", "3.x", text)


CASES = Path(__file__).parent / "cases"
# expected file -> command line; widths are fixed so that no terminal can change the outcome
RUNS = {
    "list.txt": ("list", "--width", "100"),
    "show.txt": ("show", "{first}", "--width", "80"),
    "matrix.txt": ("matrix", "--width", "80"),
    "diff-80.txt": ("diff", "--width", "80"),
    "diff-140-zh.txt": ("diff", "--width", "140", "--lang", "zh"),
    "diff-ascii.txt": ("diff", "--width", "80", "--ascii"),
    "diff-undecided.txt": ("diff", "--width", "80", "--no-decisions", "--only", "partial"),
    "rows.txt": ("matrix", "--rows", "--width", "80"),
    "brief.txt": ("diff", "--brief"),
    "targets.txt": ("targets", "--width", "80"),
    "targets-zh-ascii.txt": ("targets", "--width", "60", "--lang", "zh", "--ascii", "--shared"),
    "search.txt": ("search", "县管校聘", "--width", "80"),
    "search-safety.txt": ("search", "安全", "--width", "80"),
    "report-zh.md": ("report", "-f", "md", "--lang", "zh", "--rows"),
    "report-wide.csv": ("report", "-f", "csv", "--wide"),
}
# formats of which expected is what a reader finds in them
_READ_BACK = {"xlsx": workbook, "docx": word_file, "html": page}
# every format of the shelf has an expected file: a new one is asked for it, and one that is no text for a reader too
RUNS |= {
    f"report.{form.suffixes[0]}": ("report", "-f", name) for name, form in FORMATS.items() if name not in _READ_BACK
}
READERS = {f"report.{FORMATS[name].suffixes[0]}.txt": (name, reader) for name, reader in _READ_BACK.items()}


def cases() -> list[Path]:
    """The folders of all cases."""
    return sorted(path for path in CASES.iterdir() if path.is_dir())


def output(case: Path, name: str) -> str:
    """What the command behind an expected file prints on a case."""
    plans = sorted(p.stem for p in case.glob("*.yaml") if p.stem not in ("codebook", "indicators", "decisions"))
    result = run(*(part.format(first=plans[0]) for part in RUNS[name]), folder=case)
    assert result.exit_code == 0, result.output
    return _version_free(result.stdout)


def read_back(case: Path, name: str) -> str:
    """What a reader finds in a report of a case."""
    suffix, reader = READERS[name]
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"report.{suffix}"
        result = run("report", "-o", str(file), folder=case)
        assert result.exit_code == 0, result.output
        return reader(file)


def main() -> None:
    """Rewrite what is expected, and remove what no run makes any more."""
    for case in cases():
        expected = case / "expected"
        expected.mkdir(exist_ok=True)
        for stray in set(expected.iterdir()) - {expected / name for name in (*RUNS, *READERS)}:
            stray.unlink()
        for name in READERS:
            (expected / name).write_text(read_back(case, name), encoding="utf-8")
        for name in RUNS:
            (expected / name).write_text(output(case, name), encoding="utf-8")


if __name__ == "__main__":
    main()
